using System.Diagnostics;
using Admetry.App.Components;
using Admetry.Metrics;
using Admetry.Storage.Warehouse;

namespace Admetry.App.Panels;

/// <summary>Asks the catalogue what a panel shows and makes it ready to print.</summary>
sealed class PanelReader(MetricReader metrics, PageQuestion page)
{
    /// <param name="first">The metric of the page's first tile.</param>
    /// <returns>Null where a panel has nothing to show.</returns>
    /// <exception cref="System.Data.Common.DbException">The warehouse is unreachable.</exception>
    public async Task<PanelView?> ReadAsync(Panel panel, Metric first, CancellationToken cancel)
    {
        try
        {
            return panel switch
            {
                TrendPanel trend => await TrendAsync(trend, trend.Metric ?? first, cancel),
                SeriesPanel series => await SeriesChart.ReadAsync(series, page, metrics, cancel) is var (chart, asked) ? new ChartView(panel, chart, Csv(asked)) : null,
                SharePanel share => await ShareAsync(share, share.By ?? page.State.By, cancel),
                RankPanel rank => await RankAsync(rank, cancel),
                StepsPanel steps => await StepsAsync(steps, cancel),
                KindsPanel kinds => await KindsAsync(kinds, cancel),
                HeatPanel heat => await HeatAsync(heat, cancel),
                ScatterPanel scatter => await ScatterAsync(scatter, cancel),
                RowsPanel rows => await RowsTable.ReadAsync(rows, page, metrics, cancel) is var (table, asked)
                    ? new TableView(panel, "Rows", "Rows, largest first", table, Csv(asked)) : null,
                TablePanel table => await TableAsync(table, cancel),
                _ => throw new UnreachableException($"Nothing shows a {panel.GetType().Name}."),
            };
        }
        catch (QueryRefusedException refused)
        {
            return new MissingView(panel, TitleOf(panel), refused.Reasons);
        }
    }

    async Task<PanelView?> TrendAsync(TrendPanel panel, Metric metric, CancellationToken cancel)
    {
        var asked = page.Ask(page.Steps.Days, metric) with { Grain = page.Steps.Grain };
        var now = metrics.ReadAsync(asked, cancel);
        var (first, second) = (BeforeAsync(metric, page.Earlier, cancel), BeforeAsync(metric, page.EarlierSecond, cancel));
        var answer = await now;
        var (before, also) = (await first, await second);
        return answer.Rows.Any(row => !row[metric].IsNull) ? new ChartView(panel, TrendChart.Of(metric, page, answer, before, also), Csv(asked)) : null;
    }

    async Task<MetricTable?> BeforeAsync(Metric metric, TrendSteps? earlier, CancellationToken cancel) =>
        earlier is null ? null : await metrics.ReadAsync(page.Ask(earlier.Days, metric) with { Grain = earlier.Grain }, cancel);

    async Task<PanelView?> ShareAsync(SharePanel panel, Dimension by, CancellationToken cancel)
    {
        var asked = page.Ask(page.Covered, panel.Metric) with { By = [by], Comparison = page.Comparison, Totals = true };
        return ShareChart.Of(await metrics.ReadAsync(asked, cancel), panel.Metric, by, page) is { } chart ? new ChartView(panel, chart, Csv(asked)) : null;
    }

    async Task<PanelView?> RankAsync(RankPanel panel, CancellationToken cancel)
    {
        var asked = RankChart.Ask(panel, page);
        return RankChart.Of(panel, page, await metrics.ReadAsync(asked, cancel)) is { } chart ? new ChartView(panel, chart, Csv(asked)) : null;
    }

    async Task<PanelView?> ScatterAsync(ScatterPanel panel, CancellationToken cancel)
    {
        var asked = ScatterChart.Ask(panel, page);
        return ScatterChart.Of(panel, page, await metrics.ReadAsync(asked, cancel)) is { } chart ? new ChartView(panel, chart, Csv(asked)) : null;
    }

    async Task<PanelView?> StepsAsync(StepsPanel panel, CancellationToken cancel)
    {
        var asked = page.Ask(page.Covered, panel.Metrics);
        return StepsChart.Of(panel, await metrics.ReadAsync(asked, cancel)) is { } chart ? new ChartView(panel, chart, Csv(asked)) : null;
    }

    async Task<PanelView?> KindsAsync(KindsPanel panel, CancellationToken cancel)
    {
        var asked = page.Ask(page.Covered, panel.Metrics) with { Comparison = page.Comparison };
        return KindsChart.Of(panel, await metrics.ReadAsync(asked, cancel)) is { } chart ? new ChartView(panel, chart, Csv(asked)) : null;
    }

    async Task<PanelView?> HeatAsync(HeatPanel panel, CancellationToken cancel)
    {
        var asked = HeatTable.Ask(panel, page);
        return HeatTable.Of(panel, page, await metrics.ReadAsync(asked, cancel)) is { } table
            ? new TableView(panel, TitleOf(panel), $"{TitleOf(panel)}; the darker, the higher", table, Csv(asked)) : null;
    }

    async Task<PanelView?> TableAsync(TablePanel panel, CancellationToken cancel)
    {
        var ranked = new RankedTable(panel, page);
        var table = ranked.Of(await metrics.ReadAsync(ranked.Question, cancel));
        return table.IsEmpty ? null : new TableView(panel, panel.Title, $"{panel.Title}, largest first", table, Csv(ranked.Question));
    }

    static string Csv(MetricQuery asked) => QueryLink.Of(asked with { Limit = null }, QueryLink.Csv);

    internal static string TitleOf(Panel panel) => panel switch
    {
        TrendPanel { Metric: { } metric } => metric.Title,
        SeriesPanel series => $"{series.Metric.Title} by {series.By.Title.InText()}",
        SharePanel share => $"{share.Metric.Title}{(share.By is null ? "" : $" by {share.By.Title.InText()}")}",
        RankPanel rank => $"{rank.Metric.Title} by {rank.By.Title.InText()}",
        StepsPanel steps => steps.Title,
        KindsPanel kinds => kinds.Title,
        HeatPanel heat => $"{heat.Metric.Title} by {heat.Rows.Title.InText()} and {heat.Columns.Title.InText()}",
        TablePanel table => table.Title,
        RowsPanel => "Rows",
        ScatterPanel scatter => $"{scatter.Up.Title} against {scatter.Across.Title.InText()}",
        _ => "Course",
    };
}
