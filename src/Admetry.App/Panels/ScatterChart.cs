using Admetry.App.Components;
using Admetry.Metrics;

namespace Admetry.App.Panels;

/// <summary>Members of a dimension by two metrics, as large as a third.</summary>
public static class ScatterChart
{
    /// <summary>More points than these hide each other.</summary>
    const int Most = 40;

    const int Fewest = 3;

    public static MetricQuery Ask(ScatterPanel panel, PageQuestion page) => page.Ask(page.Covered, Metrics(panel)) with
    {
        By = [panel.By], OrderBy = [new(panel.Across.Name, Descending: true)], Limit = Most,
    };

    /// <returns>Null for fewer than three members that have both: two points are no picture.</returns>
    public static ChartModel? Of(ScatterPanel panel, PageQuestion page, MetricTable table)
    {
        var rows = table.Rows.Where(row => row[panel.Across].AsDouble is not null && row[panel.Up].AsDouble is not null).ToList();
        if (rows.Count < Fewest)
            return null;

        string Text(MetricRow row, Metric metric) => row[metric].IsNull ? "" : NumberFormat.Full(row[metric], metric.Unit, table.Currency);
        ChartSeries Series(Metric metric, SeriesRole role) =>
            new(metric.Title, role, [.. rows.Select(row => row[metric].AsDouble)], [.. rows.Select(row => Text(row, metric))]) { Unit = metric.Unit };
        var names = rows.Select(row => page.NameOf(panel.By, row.Key(panel.By))).ToList();
        var (right, top) = (rows[0], rows.MaxBy(row => row[panel.Up].AsDouble));
        var highest = names[rows.IndexOf(top)];
        List<ChartSeries> series = [Series(panel.Across, SeriesRole.Across), Series(panel.Up, SeriesRole.Up)];
        if (panel.Size is { } size)
            series.Add(Series(size, SeriesRole.Size));
        return new(
            $"{highest} is highest, at {NumberFormat.Compact(top[panel.Up], panel.Up.Unit, table.Currency)} {panel.Up.Title.InText()}",
            $"{panel.Up.Title} (up) against {panel.Across.Title.InText()} (across) by {panel.By.Title.InText()}{(panel.Size is { } area ? $" · size: {area.Title.InText()}" : "")}{(table.Rows.Count == Most ? $" · the {Most} with most {panel.Across.Title.InText()}" : "")}",
            $"{rows.Count} points. Furthest right: {names[0]}, {Text(right, panel.Across)}, at {Text(right, panel.Up)}. Highest: {highest}, {Text(top, panel.Up)}, at {Text(top, panel.Across)}.",
            panel.By.Title,
            new(ChartKind.Scatter, names, series, panel.Across.Unit, table.Currency))
        {
            Menus = [.. rows.Select(row => page.MenuOf(panel.By, row.Key(panel.By), table.Query))],
        };
    }

    static IReadOnlyList<Metric> Metrics(ScatterPanel panel) => panel.Size is { } size ? [.. new[] { panel.Across, panel.Up, size }.Distinct()] : [panel.Across, panel.Up];
}
