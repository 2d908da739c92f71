using Admetry.App.Components;
using Admetry.Metrics;

namespace Admetry.App.Panels;

/// <summary>A metric that does not add up, by the members of a dimension that weigh most, highest first.</summary>
public static class RankChart
{
    const int Most = 10;

    public static MetricQuery Ask(RankPanel panel, PageQuestion page) => page.Ask(page.Covered, panel.Metric, panel.Weight) with
    {
        By = [panel.By], Comparison = page.Comparison, OrderBy = [new(panel.Weight.Name, Descending: true)], Limit = Most, Totals = true,
    };

    /// <returns>Null where there is nothing to show.</returns>
    public static ChartModel? Of(RankPanel panel, PageQuestion page, MetricTable table)
    {
        var metric = panel.Metric;
        var rows = table.Rows.Where(row => !row[metric].IsNull).OrderByDescending(row => row[metric].AsDouble).ToList();
        if (rows is [])
            return null;

        string Text(MetricValue value) => value.IsNull ? "" : NumberFormat.Full(value, metric.Unit, table.Currency);
        var names = rows.Select(row => page.NameOf(panel.By, row.Key(panel.By))).ToList();
        List<ChartSeries> series = [new(metric.Title, SeriesRole.Current, [.. rows.Select(row => row[metric].AsDouble)], [.. rows.Select(row => Text(row[metric]))])];
        if (table.ComparedWith is { } before)
            series.Add(new(NumberFormat.Days(before), SeriesRole.Comparison, [.. rows.Select(row => row.Previous(metric).AsDouble)], [.. rows.Select(row => Text(row.Previous(metric)))]));
        var whole = table.Total is { } total && !total[metric].IsNull ? $"; {NumberFormat.Compact(total[metric], metric.Unit, table.Currency)} overall" : "";
        var (unit, grey) = (metric.Unit is Unit.Money && table.Currency is { Length: > 0 } currency ? $", {currency}" : "", table.ComparedWith is { } days ? $" · grey: {NumberFormat.Days(days)}" : "");
        return new(
            $"{names[0]} has the highest {metric.Title.InText()}: {NumberFormat.Compact(rows[0][metric], metric.Unit, table.Currency)}{whole}",
            $"{metric.Title} by {panel.By.Title.InText()}{unit}{(table.Rows.Count == Most ? $" · the ten with most {panel.Weight.Title.InText()}" : "")}{grey}",
            string.Join(", ", names.Zip(rows, (name, row) => $"{name} {Text(row[metric])}")) + ".",
            panel.By.Title,
            new(ChartKind.Bars, names, series, metric.Unit, table.Currency) { Notes = page.Notes.On(panel.By, rows.Select(row => row.Key(panel.By))) })
        {
            Menus = [.. rows.Select(row => page.MenuOf(panel.By, row.Key(panel.By), table.Query))],
        };
    }
}
