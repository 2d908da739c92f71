using Admetry.App.Components;
using Admetry.Metrics;

namespace Admetry.App.Panels;

/// <summary>Several metrics of one unit side by side, largest first.</summary>
public static class KindsChart
{
    /// <returns>Null where none is reported.</returns>
    public static ChartModel? Of(KindsPanel panel, MetricTable table)
    {
        if (table.Rows is not [var row])
            return null;

        var known = panel.Metrics.Where(metric => row[metric].AsDouble is > 0 || row.Previous(metric).AsDouble is > 0).OrderByDescending(metric => row[metric].AsDouble).ToList();
        if (known is [])
            return null;

        string Text(MetricValue value, Metric metric) => value.IsNull ? "" : NumberFormat.Full(value, metric.Unit, table.Currency);
        List<ChartSeries> series = [new(panel.Title, SeriesRole.Current, [.. known.Select(metric => row[metric].AsDouble)], [.. known.Select(metric => Text(row[metric], metric))])];
        if (table.ComparedWith is { } before)
            series.Add(new(NumberFormat.Days(before), SeriesRole.Comparison, [.. known.Select(metric => row.Previous(metric).AsDouble)], [.. known.Select(metric => Text(row.Previous(metric), metric))]));
        return new(
            $"{known[0].Title} come first, with {Text(row[known[0]], known[0])}",
            $"{panel.Title}{(table.ComparedWith is { } days ? $" · grey: {NumberFormat.Days(days)}" : "")}",
            string.Join(", ", known.Select(metric => $"{metric.Title} {Text(row[metric], metric)}")) + ".",
            "Kind",
            new(ChartKind.Bars, [.. known.Select(metric => metric.Title)], series, known[0].Unit, table.Currency));
    }
}
