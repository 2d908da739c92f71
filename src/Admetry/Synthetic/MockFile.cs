namespace Admetry.Synthetic;

/// <summary>What one run adds to one raw file.</summary>
/// <param name="Header">The first line of a CSV file; <c>""</c> for a JSON array.</param>
/// <param name="Lines">CSV rows, or JSON objects, one to a line, in the order of days.</param>
public sealed record MockFile(string Name, string Header, IReadOnlyList<string> Lines);
