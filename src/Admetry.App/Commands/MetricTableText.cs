using Admetry.App.Components;
using Admetry.App.Reports;
using Admetry.Metrics;

namespace Admetry.App.Commands;

/// <summary>An answer as printed: exact digits for programs, rounded for people, with the previous value and the change where compared.</summary>
static class MetricTableText
{
    public static TextTable Of(MetricTable answer)
    {
        var isCompared = answer.ComparedWith is not null;
        var table = new TextTable(
        [
            .. answer.Keys.Select(key => new TextColumn(key.Name, key.Title)),
            .. answer.Metrics.SelectMany(metric => Columns(metric, answer.Currency, isCompared)),
        ]);
        foreach (var row in answer.Rows)
            Add(table, answer, row, isCompared, row.Key);
        if (answer.Total is { } total)
            Add(table, answer, total, isCompared, key => key == 0 ? "Total" : "");
        return table;
    }

    static IEnumerable<TextColumn> Columns(Metric metric, string? currency, bool isCompared)
    {
        var title = metric.Unit is Unit.Money && currency is { Length: > 0 } ? $"{metric.Title} ({currency})" : metric.Title;
        yield return new(metric.Name, title, IsNumber: true);
        if (!isCompared)
            yield break;

        yield return new($"{metric.Name}_previous", "Previous", IsNumber: true);
        yield return new($"{metric.Name}_change", "Change", IsNumber: true);
    }

    static void Add(TextTable table, MetricTable answer, MetricRow row, bool isCompared, Func<int, string> key)
    {
        var keys = Enumerable.Range(0, answer.Keys.Count).Select(key).ToList();
        List<string> shown = [.. keys];
        for (var i = 0; i < answer.Metrics.Count; i++)
        {
            var unit = answer.Metrics[i].Unit;
            shown.Add(NumberFormat.Full(row[i], unit));
            if (isCompared)
                shown.AddRange([NumberFormat.Full(row.Previous(i), unit), row.RelativeChange(i) is { } change ? NumberFormat.Relative(change) : NumberFormat.Nothing]);
        }

        table.Add([.. keys, .. ExactTable.Values(row)], [.. shown]);
    }
}
