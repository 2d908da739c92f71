using System.Globalization;
using Admetry.Metrics;

namespace Admetry.App.Reports;

/// <summary>An answer with all its digits, for programs: names as the catalogue has them, invariant numbers, nothing for null.</summary>
public static class ExactTable
{
    /// <summary>The keys, then each metric, with <c>_previous</c> and <c>_change</c> beside it where the answer is compared,
    /// <c>_second</c> and <c>_second_change</c> where it is compared twice.</summary>
    public static IReadOnlyList<string> Header(MetricTable answer) =>
    [
        .. answer.Keys.Select(key => key.Name),
        .. answer.Metrics.SelectMany(metric => (IEnumerable<string>)
        [
            metric.Name,
            .. answer.ComparedWith is null ? Array.Empty<string>() : [$"{metric.Name}_previous", $"{metric.Name}_change"],
            .. answer.ComparedSecond is null ? Array.Empty<string>() : [$"{metric.Name}_second", $"{metric.Name}_second_change"],
        ]),
    ];

    /// <summary>The values of a row in the header's order, without its keys.</summary>
    public static IReadOnlyList<string?> Values(MetricRow row) =>
    [
        .. Enumerable.Range(0, row.Table.Metrics.Count).SelectMany(i => (IEnumerable<string?>)
        [
            row[i].ToString(),
            .. row.Table.ComparedWith is null ? Array.Empty<string?>() : [row.Previous(i).ToString(), Share(row.RelativeChange(i))],
            .. row.Table.ComparedSecond is null ? Array.Empty<string?>() : [row.Second(i).ToString(), Share(row.RelativeChangeFromSecond(i))],
        ]),
    ];

    static string? Share(double? share) => share?.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>The whole answer as CSV; a total comes last, its first key <c>Total</c>.</summary>
    public static string ToCsv(MetricTable answer)
    {
        var keys = Enumerable.Range(0, answer.Keys.Count).ToList();
        var rows = answer.Rows.Select(row => keys.Select(string? (key) => row.Key(key)).Concat(Values(row)));
        var total = answer.Total is { } sum ? new[] { keys.Select(string? (key) => key == 0 ? "Total" : "").Concat(Values(sum)) } : [];
        return string.Concat(rows.Concat(total).Prepend(Header(answer)).Select(CsvText.Line));
    }
}
