namespace Admetry.Metrics;

/// <summary>Every metric there is, by name: the product's own, and those a workspace adds.</summary>
public sealed class Catalogue
{
    readonly Dictionary<string, Metric> byName;

    internal Catalogue(IReadOnlyList<Metric> all)
    {
        All = all;
        byName = all.ToDictionary(metric => metric.Name, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The product's own metrics.</summary>
    public static Catalogue BuiltIn { get; } = new(
    [
        .. DeliveryMetrics.All, .. CostMetrics.All, .. ConversionMetrics.All, .. RevenueMetrics.All, .. FinanceMetrics.All,
        .. VideoMetrics.All, .. QualityMetrics.All, .. EmailMetrics.All, .. WebMetrics.All, .. EngagementMetrics.All,
    ]);

    /// <summary>In the order people read them.</summary>
    public IReadOnlyList<Metric> All { get; }

    /// <returns>Null when there is no metric of that name.</returns>
    public Metric? Find(string name) => byName.GetValueOrDefault(name);

    /// <returns>The names nearest to a mistyped one, best first; at most three.</returns>
    public IReadOnlyList<string> Suggest(string name) => Nearest.Names(name, All.Select(metric => metric.Name));

    /// <returns>This catalogue and a workspace's own metrics, which may build on each other in any order.</returns>
    /// <exception cref="UserMetricException">Some cannot be: a name is taken, a metric is unknown, or they go round in a circle.</exception>
    public Catalogue With(IEnumerable<UserMetric> metrics) => new([.. All, .. new UserMetrics(this, [.. metrics]).Build()]);
}
