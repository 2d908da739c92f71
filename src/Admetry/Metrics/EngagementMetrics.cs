using static Admetry.Metrics.DeliveryMetrics;

namespace Admetry.Metrics;

/// <summary>What people did across advertising, e-mail and web together.</summary>
public static class EngagementMetrics
{
    public static Weighted TotalInteractions { get; } =
        new("total_interactions", "Total interactions", Unit.Count, Better.Higher,
            [new(1, Clicks), new(1, EmailMetrics.EmailsSent), new(1, WebMetrics.WebSessions)])
        {
            Definition = "Clicks on ads, e-mails sent and web sessions together: a sum of totals from different facts, "
                + "in which what is not reported counts nothing.",
            Source = "The raw-file pipeline this one extends",
        };

    public static Ratio CostPerInteraction { get; } =
        new("cost_per_interaction", "Cost per interaction", Unit.Money, Better.Lower, CostMetrics.Spend, TotalInteractions)
        {
            Definition = "Spend for each interaction on ads, in e-mail and on the web.",
        };

    public static IReadOnlyList<Metric> All { get; } =
    [
        TotalInteractions, CostPerInteraction,
    ];
}
