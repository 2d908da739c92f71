using System.Globalization;
using Admetry.Metrics;

namespace Admetry.App.Reports;

/// <summary>An answer with all its digits, for programs: names as the catalogue has them, invariant numbers, nothing for null.</summary>
public static class ExactTable
{
    /// <summary>The keys, then each metric, with <c>_previous</c> and <c>_change</c> beside it where the answer is compared.</summary>
    public static IReadOnlyList<string> Header(MetricTable answer) =>
    [
        .. answer.Keys.Select(key => key.Name),
        .. answer.Metrics.SelectMany(metric => answer.ComparedWith is null
            ? new[] { metric.Name } : [metric.Name, $"{metric.Name}_previous", $"{metric.Name}_change"]),
    ];

    /// <summary>The values of a row in the header's order, without its keys.</summary>
    public static IReadOnlyList<string?> Values(MetricRow row) =>
    [
        .. Enumerable.Range(0, row.Table.Metrics.Count).SelectMany(i => row.Table.ComparedWith is null
            ? new string?[] { row[i].ToString() }
            : [row[i].ToString(), row.Previous(i).ToString(), row.RelativeChange(i)?.ToString("R", CultureInfo.InvariantCulture)]),
    ];

    /// <summary>The whole answer as CSV; a total comes last, its first key <c>Total</c>.</summary>
    public static string ToCsv(MetricTable answer)
    {
        var keys = Enumerable.Range(0, answer.Keys.Count).ToList();
        var rows = answer.Rows.Select(row => keys.Select(string? (key) => row.Key(key)).Concat(Values(row)));
        var total = answer.Total is { } sum ? new[] { keys.Select(string? (key) => key == 0 ? "Total" : "").Concat(Values(sum)) } : [];
        return string.Concat(rows.Concat(total).Prepend(Header(answer)).Select(CsvText.Line));
    }
}
