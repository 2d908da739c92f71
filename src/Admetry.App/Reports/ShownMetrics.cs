using Admetry.App.Panels;
using Admetry.Metrics;

namespace Admetry.App.Reports;

/// <summary>Which metrics a panel shows, to define them and to leave some out.</summary>
static class ShownMetrics
{
    /// <returns>Empty for the panel that is about the page's first tile.</returns>
    public static IReadOnlyList<Metric> Of(Panel panel) => panel switch
    {
        TrendPanel { Metric: null } => [],
        TrendPanel { Metric: { } metric } => [metric],
        SeriesPanel series => [series.Metric],
        SharePanel share => [share.Metric],
        RankPanel rank => [rank.Metric],
        HeatPanel heat => [heat.Metric],
        StepsPanel steps => steps.Metrics,
        KindsPanel kinds => kinds.Metrics,
        TablePanel table => table.Metrics,
        RowsPanel rows => rows.Metrics,
        ScatterPanel scatter => scatter.Size is { } size ? [scatter.Across, scatter.Up, size] : [scatter.Across, scatter.Up],
        _ => throw new ArgumentException($"Nothing says which metrics a {panel.GetType().Name} shows.", nameof(panel)),
    };

    /// <summary>The panel with only some of its metrics.</summary>
    /// <returns>Null where nothing is left to show.</returns>
    public static Panel? Only(Panel panel, Func<Metric, bool> isKept)
    {
        IReadOnlyList<Metric> kept = [.. Of(panel).Where(isKept)];
        return panel switch
        {
            TrendPanel { Metric: null } => panel,
            _ when kept is [] => null,
            StepsPanel steps => steps with { Metrics = kept },
            KindsPanel kinds => kinds with { Metrics = kept },
            TablePanel table => table with { Metrics = kept },
            RowsPanel rows => rows with { Metrics = kept },
            ScatterPanel when kept.Count < Of(panel).Count => null, // without one of them its points have no place
            _ => panel,
        };
    }
}
