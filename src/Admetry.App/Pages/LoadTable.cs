using System.Globalization;
using Admetry.App.Components;
using Admetry.Metrics;
using Admetry.Storage.Warehouse;

namespace Admetry.App.Pages;

/// <summary>What came in, latest first: each file with its days and what became of its rows.</summary>
static class LoadTable
{
    public static IReadOnlyList<TableColumn> Columns { get; } =
    [
        new("File"), new("Load", IsNumeric: true), new("Loaded"), new("Days"), new("Rows", IsNumeric: true), new("Accepted", IsNumeric: true),
        new("Quarantined", IsNumeric: true), new("Duplicate", IsNumeric: true), new("Filtered", IsNumeric: true), new("State"),
    ];

    public static IReadOnlyList<TableRow> Rows(IEnumerable<LoadLine> loads) =>
        [.. loads.OrderByDescending(load => load.LoadId).Select(Row)];

    static TableRow Row(LoadLine load) => new(
    [
        new(load.Part == load.FileName ? load.FileName : $"{load.FileName}/{load.Part}", Note: Platform.Find(load.PlatformCode)?.Name is { } platform ? $"{platform} · {load.Family}" : load.Family),
        new(load.LoadId.ToString(CultureInfo.InvariantCulture)),
        new(load.LoadedAt.ToString("d MMM yyyy, HH:mm", CultureInfo.InvariantCulture) + " UTC"),
        new(Days(load)),
        new(Count(load.InputRows)),
        new(Count(load.AcceptedRows)),
        new(Count(load.QuarantinedRows), Tone: load.QuarantinedRows > 0 ? DeltaTone.Bad : DeltaTone.Neutral),
        new(Count(load.DuplicateRows)),
        new(Count(load.FilteredRows)),
        new(load.State, Note: load.Notes is "" ? null : load.Notes),
    ]);

    static string Days(LoadLine load) => (load.FirstDay, load.LastDay) is ({ } first, { } last)
        ? NumberFormat.Days(new(DateOnly.FromDateTime(first), DateOnly.FromDateTime(last)))
        : NumberFormat.Nothing;

    static string Count(long rows) => NumberFormat.Full(MetricValue.Count(rows), Unit.Count);
}
