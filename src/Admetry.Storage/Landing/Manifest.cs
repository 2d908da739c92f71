namespace Admetry.Storage.Landing;

/// <summary>What was received once: the payload's fingerprint, where it came from and what the user said about it.</summary>
/// <param name="Order">The place in the order of arrival, from 1; replaying in this order gives the same warehouse.</param>
/// <param name="Sha256">Of the bytes as received, lower-case hexadecimal.</param>
/// <param name="FileName">As the user or the platform named it, without a folder.</param>
/// <param name="Bytes">As received.</param>
/// <param name="ReceivedAt">UTC.</param>
/// <param name="SourceKind"><c>export</c> for files, <c>api</c> for pages of a connector, <c>generated</c> for synthetic data.</param>
/// <param name="Options">Hints given with the file (client, account, currency, period, mapping), so that a replay reads it the same way.</param>
public sealed record Manifest(
    long Order, string Sha256, string FileName, long Bytes, DateTimeOffset ReceivedAt, string SourceKind,
    IReadOnlyDictionary<string, string> Options)
{
    /// <summary>Equal for equal bytes with equal hints, whatever the file is called.</summary>
    public string Fingerprint => $"{Sha256}|{SourceKind}|{string.Join('|', Options.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key}={pair.Value}"))}";
}

/// <summary>One readable file of a landed payload: the payload itself, or an entry of an archive.</summary>
/// <param name="Name">The entry's path inside the archive, or the file's name.</param>
/// <param name="Open">Opens the decompressed content from its start; it may be called again.</param>
public sealed record LandedPart(string Name, Func<Stream> Open)
{
    /// <summary>All entries of its archive, itself among them; empty for a payload that is none, and in an archive too large to be one report.</summary>
    public IReadOnlyList<LandedPart> Beside { get; init; } = [];
}

/// <summary>A payload that cannot be taken as it is. The message says why, the remedy what to do.</summary>
public sealed class LandingException(string message, string remedy) : Exception(message)
{
    public string Remedy { get; } = remedy;
}
