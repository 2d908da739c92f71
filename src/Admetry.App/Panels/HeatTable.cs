using Admetry.App.Components;
using Admetry.Metrics;

namespace Admetry.App.Panels;

/// <summary>One metric by two dimensions: a table whose cells are shaded from the lowest value to the highest.</summary>
public static class HeatTable
{
    const int MostRows = 12;
    const int MostColumns = 24;

    public static MetricQuery Ask(HeatPanel panel, PageQuestion page) => page.Ask(page.Covered, panel.Metric) with { By = [panel.Rows, panel.Columns] };

    /// <returns>Null where there is nothing to show.</returns>
    public static RankedModel? Of(HeatPanel panel, PageQuestion page, MetricTable table)
    {
        var cells = table.Rows.ToDictionary(row => (row.Key(panel.Rows), row.Key(panel.Columns)), row => row[panel.Metric]);
        if (cells.Count == 0)
            return null;

        var (rows, columns) = (Largest(panel.Rows, 0, MostRows), Largest(panel.Columns, 1, MostColumns));
        var shown = rows.SelectMany(row => columns.Select(column => cells.GetValueOrDefault((row, column)))).Where(value => !value.IsNull).Select(value => value.AsDouble!.Value).ToList();
        var (low, high) = shown is [] ? (0, 0) : (shown.Min(), shown.Max());
        return new(
            [new(panel.Rows.Title), .. columns.Select(column => new TableColumn(page.NameOf(panel.Columns, column), IsNumeric: true))],
            [.. rows.Select(row => new TableRow([new(page.NameOf(panel.Rows, row), Note: page.Notes.On(panel.Rows, row) is { Length: > 0 } note ? note : null), .. columns.Select(column => Cell(cells.GetValueOrDefault((row, column))))]) { Menu = page.MenuOf(panel.Rows, row, table.Query) })],
            0, false);

        TableCell Cell(MetricValue value) => value.IsNull ? new(NumberFormat.Nothing)
            : new(NumberFormat.Compact(value, panel.Metric.Unit, table.Currency), Heat: high > low ? (value.AsDouble - low) / (high - low) : 0);

        // Hours and weekdays have an order of their own; other members come by size.
        List<string> Largest(Dimension dimension, int key, int most)
        {
            var members = table.Rows.GroupBy(row => row.Key(key)).Where(member => member.Any(row => row[panel.Metric].AsDouble is not (null or 0))).ToList();
            return members.All(member => int.TryParse(member.Key, out _))
                ? [.. members.Select(member => member.Key).OrderBy(int.Parse).Take(most)]
                : [.. members.OrderByDescending(member => member.Sum(row => row[panel.Metric].AsDouble ?? 0)).ThenBy(member => member.Key, StringComparer.Ordinal).Take(most).Select(member => member.Key)];
        }
    }
}
