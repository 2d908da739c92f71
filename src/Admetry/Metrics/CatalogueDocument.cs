using System.Text;

namespace Admetry.Metrics;

/// <summary>Prints the catalogue as a page that people read; <c>docs/metrics.md</c> is one.</summary>
public static class CatalogueDocument
{
    static readonly (string Title, IReadOnlyList<Metric> Metrics)[] Families =
    [
        ("Delivery", DeliveryMetrics.All), ("Cost", CostMetrics.All), ("Conversion", ConversionMetrics.All),
        ("Revenue", RevenueMetrics.All), ("Finance", FinanceMetrics.All), ("Video", VideoMetrics.All), ("Quality", QualityMetrics.All),
        ("E-mail", EmailMetrics.All), ("Web", WebMetrics.All), ("Engagement", EngagementMetrics.All),
    ];

    /// <returns>The product's own metrics and every dimension, as Markdown without a last line break.</returns>
    public static string Markdown()
    {
        var page = new StringBuilder($"""
            # Metrics and dimensions

            Printed from the catalogue; `ACCEPT=1 make quick` prints it anew.
            {Catalogue.BuiltIn.All.Count} metrics, {Dimensions.All.Count} dimensions.

            Ratios divide sums and are null over nothing. Shares run from 0 to 1 and are shown as per cent. Money is in major units of
            the answer's currency. Whatever no source reports is null, not zero.

            """);
        foreach (var (title, metrics) in Families)
            Family(page, title, metrics);
        Names(page);
        return page.ToString().ReplaceLineEndings("\n").TrimEnd();
    }

    static void Family(StringBuilder page, string title, IReadOnlyList<Metric> metrics)
    {
        page.Append($"\n## {title}\n\n| Name | Title | Meaning | Formula | Unit | Good is | May be added | Source |\n");
        page.Append("|---|---|---|---|---|---|---|---|\n");
        foreach (var metric in metrics)
            page.Append($"| `{metric.Name}` | {metric.Title} | {metric.Definition} | {metric.Formula} "
                + $"| {UnitOf(metric)} | {Good(metric)} | {Added(metric)} | {metric.Source} |\n");
    }

    static void Names(StringBuilder page)
    {
        page.Append("\n## Dimensions\n\n| Name | Title | Meaning |\n|---|---|---|\n");
        foreach (var dimension in Dimensions.All)
            page.Append($"| `{dimension.Name}` | {dimension.Title} | {dimension.Definition} |\n");
        page.Append("\nWith the grain `period`, rows are named by `first_day` and `last_day`.\n");
    }

    static string UnitOf(Metric metric) => metric.Unit.ToString().ToLowerInvariant();

    static string Good(Metric metric) => metric.Better.ToString().ToLowerInvariant();

    static string Added(Metric metric)
    {
        var not = Dimensions.All.Where(dimension => !metric.AddsAlong(dimension)).ToList();
        return not.Count == 0 ? "along everything"
            : not.Count == Dimensions.All.Count ? "never"
            : not.All(dimension => dimension.IsTime) ? "not over time"
            : $"not over {string.Join(" or ", not)}";
    }
}
