using Admetry.App.Components;
using Admetry.Metrics;

namespace Admetry.App.Panels;

/// <summary>One metric that adds up by the members of a dimension, largest first, the smallest together as Other.</summary>
static class ShareChart
{
    const int Most = 10;
    const string Everyone = "\0"; // no member is called so: nothing is pinned to Other

    /// <returns>Null where there is nothing to show.</returns>
    public static ChartModel? Of(MetricTable table, Metric metric, Dimension by, PageQuestion page)
    {
        var rows = table.Rows.Where(row => row[metric].AsDouble is > 0).OrderByDescending(row => row[metric].AsDouble).ToList();
        if (rows is [] || table.Total?[metric].AsDouble is not { } total || total <= 0)
            return null;

        var shown = rows.Take(Most).Select(row => (Name: page.NameOf(by, row.Key(by)), Now: row[metric], Before: row.Previous(metric))).ToList();
        if (rows.Count > Most)
            shown.Add(("Other", Sum(rows, row => row[metric]), Sum(rows, row => row.Previous(metric))));

        var (first, share) = (shown[0], shown[0].Now.AsDouble!.Value / total);
        return new(
            shown.Count == 1
                ? $"All {metric.Title.InText()} is {by.Title.InText()} {first.Name}"
                : $"{first.Name} takes {NumberFormat.Percent(share)} of {metric.Title.InText()}",
            Subtitle(table, metric, by),
            string.Join(", ", shown.Select(one => $"{one.Name} {NumberFormat.Full(one.Now, metric.Unit, table.Currency)}")) + ".",
            by.Title,
            Spec(shown, metric, table, total) with { Notes = page.Notes.On(by, [.. rows.Take(Most).Select(row => row.Key(by)), .. rows.Count > Most ? [Everyone] : Array.Empty<string>()]) })
        {
            Menus = [.. rows.Take(Most).Select(row => page.MenuOf(by, row.Key(by), table.Query)), .. rows.Count > Most ? [[]] : Array.Empty<MenuItem[]>()],
        };
    }

    static string Subtitle(MetricTable table, Metric metric, Dimension by)
    {
        var unit = metric.Unit is Unit.Money && table.Currency is { Length: > 0 } currency ? $", {currency}" : "";
        var grey = table.ComparedWith is { } before ? $" · grey: {NumberFormat.Days(before)}" : "";
        return $"{metric.Title} by {by.Title.InText()}{unit}{grey}";
    }

    static ChartSpec Spec(List<(string Name, MetricValue Now, MetricValue Before)> shown, Metric metric, MetricTable table, double total)
    {
        string Text(MetricValue value) => value.IsNull ? "" : NumberFormat.Full(value, metric.Unit, table.Currency);
        List<ChartSeries> series =
        [
            new(metric.Title, SeriesRole.Current, [.. shown.Select(one => one.Now.AsDouble)],
                [.. shown.Select(one => $"{Text(one.Now)} ({NumberFormat.Percent(one.Now.AsDouble!.Value / total)})")]),
        ];
        if (table.ComparedWith is { } before)
            series.Add(new(NumberFormat.Days(before), SeriesRole.Comparison,
                [.. shown.Select(one => one.Before.AsDouble)], [.. shown.Select(one => Text(one.Before))]));
        return new(ChartKind.Bars, [.. shown.Select(one => one.Name)], series, metric.Unit, table.Currency);
    }

    static MetricValue Sum(List<MetricRow> rows, Func<MetricRow, MetricValue> value) =>
        MetricValue.Exact(rows.Skip(Most).Sum(row => value(row).AsDecimal ?? 0));
}
