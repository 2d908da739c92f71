using Admetry.App.Components;
using Admetry.App.Reports;
using Admetry.Metrics;

namespace Admetry.App.Commands;

/// <summary>An answer as printed: exact digits for programs, rounded for people, with the previous value and the change where compared.</summary>
static class MetricTableText
{
    public static TextTable Of(MetricTable answer)
    {
        var table = new TextTable(
        [
            .. answer.Keys.Select(key => new TextColumn(key.Name, key.Title)),
            .. answer.Metrics.SelectMany(metric => Columns(metric, answer)),
        ]);
        foreach (var row in answer.Rows)
            Add(table, answer, row, row.Key);
        if (answer.Total is { } total)
            Add(table, answer, total, key => key == 0 ? "Total" : "");
        return table;
    }

    static IEnumerable<TextColumn> Columns(Metric metric, MetricTable answer)
    {
        var title = metric.Unit is Unit.Money && answer.Currency is { Length: > 0 } currency ? $"{metric.Title} ({currency})" : metric.Title;
        yield return new(metric.Name, title, IsNumber: true);
        if (answer.ComparedWith is not null)
        {
            yield return new($"{metric.Name}_previous", "Previous", IsNumber: true);
            yield return new($"{metric.Name}_change", "Change", IsNumber: true);
        }

        if (answer.ComparedSecond is { } second)
        {
            yield return new($"{metric.Name}_second", NumberFormat.Days(second), IsNumber: true);
            yield return new($"{metric.Name}_second_change", "Change", IsNumber: true);
        }
    }

    static void Add(TextTable table, MetricTable answer, MetricRow row, Func<int, string> key)
    {
        var keys = Enumerable.Range(0, answer.Keys.Count).Select(key).ToList();
        List<string> shown = [.. keys];
        for (var i = 0; i < answer.Metrics.Count; i++)
        {
            var unit = answer.Metrics[i].Unit;
            shown.Add(NumberFormat.Full(row[i], unit));
            if (answer.ComparedWith is not null)
                shown.AddRange([NumberFormat.Full(row.Previous(i), unit), Change(row.RelativeChange(i))]);
            if (answer.ComparedSecond is not null)
                shown.AddRange([NumberFormat.Full(row.Second(i), unit), Change(row.RelativeChangeFromSecond(i))]);
        }

        table.Add([.. keys, .. ExactTable.Values(row)], [.. shown]);
    }

    static string Change(double? share) => share is { } change ? NumberFormat.Relative(change) : NumberFormat.Nothing;
}
