namespace Admetry.Connectors.Exports.Persons;

/// <summary>A file says who persons are and cannot be rewritten without them, so it is not kept at all.</summary>
public sealed class PersonsNotHiddenException(string message, string remedy, Exception? inner = null) : Exception(message, inner)
{
    public string Remedy { get; } = remedy;
}
