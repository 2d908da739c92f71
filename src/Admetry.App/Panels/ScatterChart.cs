using Admetry.App.Components;
using Admetry.Metrics;

namespace Admetry.App.Panels;

/// <summary>Members of a dimension by two metrics, as large as a third.</summary>
public static class ScatterChart
{
    /// <summary>More points than these hide each other.</summary>
    public const int Most = 40;

    const int Fewest = 3;

    /// <summary>How many times the least the most must be for an axis on which each line is ten times the one before.</summary>
    const double FarApart = 50;

    public static MetricQuery Ask(ScatterPanel panel, PageQuestion page) => page.Ask(page.Covered, Metrics(panel)) with
    {
        By = [panel.By], OrderBy = [new(panel.Across.Name, Descending: true)], Limit = Most,
    };

    /// <returns>Null for fewer than three members that have both: two points are no picture.</returns>
    public static ChartModel? Of(ScatterPanel panel, PageQuestion page, MetricTable table) => Of(panel, table.Currency,
        [.. table.Rows.Select(row => new ScatterPoint(page.NameOf(panel.By, row.Key(panel.By)), row[panel.Across], row[panel.Up], panel.Size is { } size ? row[size] : MetricValue.Null, page.MenuOf(panel.By, row.Key(panel.By), table.Query)) { Note = page.Notes.On(panel.By, row.Key(panel.By)) })]);

    /// <param name="given">Those with most of what counts across first; whoever lacks either value is left out.</param>
    /// <returns>Null for fewer than three members that have both: two points are no picture.</returns>
    public static ChartModel? Of(ScatterPanel panel, string? currency, IReadOnlyList<ScatterPoint> given)
    {
        var points = given.Where(point => point.Across.AsDouble is not null && point.Up.AsDouble is not null).ToList();
        if (points.Count < Fewest)
            return null;

        string Text(MetricValue value, Metric metric) => value.IsNull ? "" : NumberFormat.Full(value, metric.Unit, currency);
        ChartSeries Series(Metric metric, SeriesRole role, Func<ScatterPoint, MetricValue> of) =>
            new(metric.Title, role, [.. points.Select(point => of(point).AsDouble)], [.. points.Select(point => Text(of(point), metric))]) { Unit = metric.Unit };
        List<ChartSeries> series = [Series(panel.Across, SeriesRole.Across, point => point.Across), Series(panel.Up, SeriesRole.Up, point => point.Up)];
        if (panel.Size is { } size)
            series.Add(Series(size, SeriesRole.Size, point => point.Size));
        var (right, top) = (points.MaxBy(point => point.Across.AsDouble)!, points.MaxBy(point => point.Up.AsDouble)!);
        var least = points.Min(point => point.Across.AsDouble!.Value);
        var isByTens = least > 0 && right.Across.AsDouble >= least * FarApart;
        return new(
            $"{top.Name} is highest, at {NumberFormat.Compact(top.Up, panel.Up.Unit, currency)} {panel.Up.Title.InText()}",
            $"{panel.Up.Title} (up) against {panel.Across.Title.InText()} (across{(isByTens ? ", each line ten times the one before" : "")}) by {panel.By.Title.InText()}"
                + $"{(panel.Size is { } area ? $" · size: {area.Title.InText()}" : "")}{(given.Count == Most ? $" · the {Most} with most {panel.Across.Title.InText()}" : "")}",
            $"{points.Count} points. Furthest right: {right.Name}, {Text(right.Across, panel.Across)}, at {Text(right.Up, panel.Up)}. Highest: {top.Name}, {Text(top.Up, panel.Up)}, at {Text(top.Across, panel.Across)}.",
            panel.By.Title,
            new(ChartKind.Scatter, [.. points.Select(point => point.Name)], series, panel.Across.Unit, currency) { IsByTens = isByTens, Notes = points.All(point => point.Note is "") ? null : [.. points.Select(point => point.Note)] })
        {
            Menus = [.. points.Select(point => point.Menu)],
        };
    }

    static IReadOnlyList<Metric> Metrics(ScatterPanel panel) => panel.Size is { } size ? [.. new[] { panel.Across, panel.Up, size }.Distinct()] : [panel.Across, panel.Up];
}

/// <summary>One member of a scatter.</summary>
/// <param name="Size">Null where none of it is known, and the mark is the smallest.</param>
/// <param name="Menu">What can be done with its mark.</param>
public sealed record ScatterPoint(string Name, MetricValue Across, MetricValue Up, MetricValue Size, IReadOnlyList<MenuItem> Menu)
{
    /// <summary>What is pinned to it; <c>""</c> for nothing.</summary>
    public string Note { get; init; } = "";
}
