namespace Admetry.Connectors.Exports;

/// <summary>One file that bears a table, decompressed on opening.</summary>
/// <param name="Name">What people call it in messages: the file's name, and for an archive's member its path inside.</param>
/// <param name="Open">Gives the stream from its start; may be called as often as needed, and the reader disposes what it opened.</param>
public sealed record ReceivedFile(string Name, Func<Stream> Open)
{
    /// <summary>What came in one small archive with it, itself among it; empty for a file that came alone or with many.</summary>
    public IReadOnlyList<ReceivedFile> Beside { get; init; } = [];
}
