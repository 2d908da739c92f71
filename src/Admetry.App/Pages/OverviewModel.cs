using Admetry.App.Components;
using Admetry.Metrics;

namespace Admetry.App.Pages;

/// <summary>All that the overview shows, computed and ready to print.</summary>
/// <param name="Days">The days the numbers cover: complete days with data inside the chosen period.</param>
/// <param name="Headline">The period in one sentence.</param>
/// <param name="Remarks">What must be known to read the numbers right; empty for nothing special.</param>
/// <param name="Trend">Null where there are only range totals.</param>
public sealed record OverviewModel(
    DateRange Days, string Headline, IReadOnlyList<string> Remarks, IReadOnlyList<TileModel> Tiles, ChartModel? Trend, ChartModel? Breakdown,
    CampaignsModel Campaigns);

/// <summary>One number with its change and its course.</summary>
public sealed record TileModel(Metric Metric, MetricValue Value, Delta? Delta, IReadOnlyList<double?> Course, string? Currency);

/// <summary>A chart with its words.</summary>
public sealed record ChartModel(string Title, string Subtitle, string Summary, string LabelTitle, ChartSpec Spec);

/// <summary>The table of campaigns.</summary>
/// <param name="Hidden">How many campaigns the row Other stands for; 0 where all are listed.</param>
public sealed record CampaignsModel(IReadOnlyList<TableColumn> Columns, IReadOnlyList<TableRow> Rows, int Hidden, bool IsEmpty);
