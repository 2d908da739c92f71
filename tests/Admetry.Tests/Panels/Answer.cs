using Admetry.App.Components;
using Admetry.App.Panels;
using Admetry.Metrics;

namespace Admetry.Tests.Panels;

/// <summary>Answers written by hand, and the page that asks: September 2024, in dollars.</summary>
static class Answer
{
    public static DateRange September { get; } = new(new(2024, 9, 1), new(2024, 9, 30));

    public static PageQuestion Page(Comparison? comparison = null) => new(
        Principal.Everything("test"), "/campaigns", new() { Period = Period.Parse("2024-09")!, Comparison = comparison ?? Comparison.None }, September, TrendSteps.Of(September), null, null,
        comparison ?? Comparison.None, "USD", new Dictionary<string, string> { ["meta_ads"] = "Meta" });

    /// <param name="rows">The keys, the values, and what they are compared with: empty where nothing is. A null value was not reported.</param>
    /// <param name="total">The last row is the one over everything.</param>
    public static MetricTable Of(MetricQuery query, bool total, params (string[] Keys, double?[] Now, double?[] Before)[] rows)
    {
        Segments<string>[] keys = [.. query.Keys.Select((_, i) => Column(rows.Select(row => row.Keys[i])))];
        MetricColumn[] Values(Func<(string[] Keys, double?[] Now, double?[] Before), double?[]> of) =>
            [.. query.Metrics.Select((metric, i) => Numbers(metric, rows.Select(row => of(row)[i])))];
        return new(query, "USD", rows.Length, keys, Values(row => row.Now), query.Comparison is NoComparison ? [] : Values(row => row.Before), total);
    }

    static Segments<string> Column(IEnumerable<string> texts)
    {
        var column = new Segments<string>();
        foreach (var text in texts)
            column.Add(text);
        return column;
    }

    static MetricColumn Numbers(Metric metric, IEnumerable<double?> values)
    {
        var column = new MetricColumn(metric.Holds);
        foreach (var value in values)
        {
            if (metric.Holds is ValueKind.Count)
                column.Add((long)(value ?? 0), value is null);
            else if (metric.Holds is ValueKind.Exact)
                column.Add((decimal)(value ?? 0), value is null);
            else
                column.Add(value ?? 0, value is null);
        }

        return column;
    }
}
