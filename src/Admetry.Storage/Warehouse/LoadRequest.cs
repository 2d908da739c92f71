namespace Admetry.Storage.Warehouse;

/// <summary>What a load is of, before its rows are looked at.</summary>
/// <param name="LoadKey">Equal for the same payload, part, hints and transform version: loading it again changes nothing.</param>
/// <param name="SourceKind"><c>api</c>, <c>export</c> or <c>generated</c>; an API owns a day before an export of the same level does.</param>
/// <param name="Fence">Greater than that of any earlier loader.</param>
/// <param name="IsComplete">A total of the whole account proved that no campaign is missing.</param>
/// <param name="Duplicates">What becomes of differing rows of equal key.</param>
/// <param name="InputRows">Rows of the part: accepted, quarantined, duplicate and filtered together.</param>
/// <param name="ControlTotal">The account's spend as the file's own totals row gives it; null without one.</param>
public sealed record LoadRequest(
    string LoadKey, string ManifestSha256, string Part, long LandingOrder, string FileName, string Family, string SourceKind,
    string PlatformCode, long Fence, DateTimeOffset LoadedAt, bool IsComplete, Duplicates Duplicates, long InputRows,
    long FilteredRows, decimal? ControlTotal, IReadOnlyList<string> Notes)
{
    /// <summary>The first word counts: what stands of an equal or better source stays, and a restatement stands back.</summary>
    public bool KeepsFirst { get; init; }

    /// <summary>The id it had before, so that a rebuild numbers loads as they were; null: the next free one.</summary>
    public long? LoadId { get; init; }

    /// <summary>Raised whenever the same file would give other rows, so that a rebuild is seen to be needed.</summary>
    public const int TransformVersion = 2;
}

/// <summary>What a load did.</summary>
/// <param name="LoadId">The id to show and to forget by; of the earlier load when nothing changed.</param>
/// <param name="IsUnchanged">The warehouse had exactly these rows already.</param>
/// <param name="AcceptedRows">Input rows that stand in the warehouse, or stand back for a finer source.</param>
/// <param name="ShadowedRows">Of the accepted: landed, but another source owns their day.</param>
/// <param name="SpendBefore">Spend of the days and accounts touched, in the account's currency, before; null without spend.</param>
public sealed record LoadResult(
    long LoadId, bool IsUnchanged, long InputRows, long AcceptedRows, long QuarantinedRows, long DuplicateRows, long FilteredRows,
    long ShadowedRows, DateRange? Days, decimal? SpendBefore, decimal? SpendAfter)
{
    /// <summary>The first lines that were dropped because they say again what another line says; empty where nothing changed.</summary>
    public IReadOnlyList<int> DuplicateLines { get; init; } = [];
}
