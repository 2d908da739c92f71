using Admetry.Metrics;

namespace Admetry.App.Reports;

/// <summary>Who a report is for, of which days, in which currency.</summary>
/// <param name="Days">Null: all there are.</param>
/// <param name="Currency">ISO 4217; null: the one currency that all money is in.</param>
public sealed record ReportQuestion(Principal Principal, DateRange? Days = null, string? Currency = null)
{
    static readonly DateRange Always = new(new(1990, 1, 1), new(2099, 12, 31));

    /// <summary>One row for each combination of keys, in the order of the keys.</summary>
    public MetricQuery Of(IReadOnlyList<Metric> metrics, params Dimension[] by) => new()
    {
        Principal = Principal, Days = Days ?? Always, Metrics = metrics, By = by,
        OrderBy = [.. by.Select(key => new Order(key.Name))],
        Currency = metrics.Any(metric => metric.UsesMoney) ? Currency : null,
    };
}
