using System.Diagnostics;
using Admetry.App.Components;
using Admetry.Metrics;

namespace Admetry.App.Panels;

/// <summary>Asks the catalogue what a panel shows and makes it ready to print.</summary>
sealed class PanelReader(PageAnswers answers, PageQuestion page)
{
    /// <summary>What a panel asks first; some ask on, knowing the answer.</summary>
    /// <param name="first">The metric of the page's first tile.</param>
    public static IEnumerable<MetricQuery> Questions(PageQuestion page, Panel panel, Metric first) => panel switch
    {
        TrendPanel trend => new[] { page.Steps, page.Earlier, page.EarlierSecond }.OfType<TrendSteps>().Select(steps => Course(page, steps, trend.Metric ?? first)),
        SeriesPanel series => [SeriesChart.Ranking(series, page)],
        SharePanel share => [Share(page, share.Metric, share.By ?? page.State.By)],
        RankPanel rank => [RankChart.Ask(rank, page)],
        StepsPanel steps => [Steps(page, steps)],
        KindsPanel kinds => [Kinds(page, kinds)],
        HeatPanel heat => [HeatTable.Ask(heat, page)],
        ScatterPanel scatter => [ScatterChart.Ask(scatter, page)],
        TablePanel table => [new RankedTable(table, page).Question],
        _ => [],
    };

    /// <param name="first">The metric of the page's first tile.</param>
    /// <returns>Null where a panel has nothing to show.</returns>
    /// <exception cref="System.Data.Common.DbException">The warehouse is unreachable.</exception>
    public async Task<PanelView?> ReadAsync(Panel panel, Metric first)
    {
        try
        {
            return panel switch
            {
                TrendPanel trend => await TrendAsync(trend, trend.Metric ?? first),
                SeriesPanel series => await SeriesChart.ReadAsync(series, page, answers) is var (chart, asked) ? new ChartView(panel, chart, Csv(asked)) : null,
                SharePanel share => await ShareAsync(share, share.By ?? page.State.By),
                RankPanel rank => await RankAsync(rank),
                StepsPanel steps => await StepsAsync(steps),
                KindsPanel kinds => await KindsAsync(kinds),
                HeatPanel heat => await HeatAsync(heat),
                ScatterPanel scatter => await ScatterAsync(scatter),
                RowsPanel rows => await RowsTable.ReadAsync(rows, page, answers) is var (table, asked)
                    ? new TableView(panel, "Rows", "Rows, largest first", table, Csv(asked)) : null,
                TablePanel table => await TableAsync(table),
                _ => throw new UnreachableException($"Nothing shows a {panel.GetType().Name}."),
            };
        }
        catch (QueryRefusedException refused)
        {
            return new MissingView(panel, TitleOf(panel), refused.Reasons);
        }
    }

    async Task<PanelView?> TrendAsync(TrendPanel panel, Metric metric)
    {
        var asked = Course(page, page.Steps, metric);
        var now = answers.ReadAsync(asked);
        var (first, second) = (BeforeAsync(metric, page.Earlier), BeforeAsync(metric, page.EarlierSecond));
        var answer = await now;
        var (before, also) = (await first, await second);
        return answer.Rows.Any(row => !row[metric].IsNull) ? new ChartView(panel, TrendChart.Of(metric, page, answer, before, also), Csv(asked)) : null;
    }

    async Task<MetricTable?> BeforeAsync(Metric metric, TrendSteps? earlier) =>
        earlier is null ? null : await answers.ReadAsync(Course(page, earlier, metric));

    async Task<PanelView?> ShareAsync(SharePanel panel, Dimension by)
    {
        var asked = Share(page, panel.Metric, by);
        return ShareChart.Of(await answers.ReadAsync(asked), panel.Metric, by, page) is { } chart ? new ChartView(panel, chart, Csv(asked)) : null;
    }

    async Task<PanelView?> RankAsync(RankPanel panel)
    {
        var asked = RankChart.Ask(panel, page);
        return RankChart.Of(panel, page, await answers.ReadAsync(asked)) is { } chart ? new ChartView(panel, chart, Csv(asked)) : null;
    }

    async Task<PanelView?> ScatterAsync(ScatterPanel panel)
    {
        var asked = ScatterChart.Ask(panel, page);
        return ScatterChart.Of(panel, page, await answers.ReadAsync(asked)) is { } chart ? new ChartView(panel, chart, Csv(asked)) : null;
    }

    async Task<PanelView?> StepsAsync(StepsPanel panel)
    {
        var asked = Steps(page, panel);
        return StepsChart.Of(panel, await answers.ReadAsync(asked)) is { } chart ? new ChartView(panel, chart, Csv(asked)) : null;
    }

    async Task<PanelView?> KindsAsync(KindsPanel panel)
    {
        var asked = Kinds(page, panel);
        return KindsChart.Of(panel, await answers.ReadAsync(asked)) is { } chart ? new ChartView(panel, chart, Csv(asked)) : null;
    }

    async Task<PanelView?> HeatAsync(HeatPanel panel)
    {
        var asked = HeatTable.Ask(panel, page);
        return HeatTable.Of(panel, page, await answers.ReadAsync(asked)) is { } table
            ? new TableView(panel, TitleOf(panel), $"{TitleOf(panel)}; the darker, the higher", table, Csv(asked)) : null;
    }

    async Task<PanelView?> TableAsync(TablePanel panel)
    {
        var ranked = new RankedTable(panel, page);
        var table = ranked.Of(await answers.ReadAsync(ranked.Question));
        return table.IsEmpty ? null : new TableView(panel, panel.Title, $"{panel.Title}, largest first", table, Csv(ranked.Question));
    }

    /// <summary>The course of some metrics, step by step.</summary>
    public static MetricQuery Course(PageQuestion page, TrendSteps steps, params IReadOnlyList<Metric> asked) => page.Ask(steps.Days, asked) with { Grain = steps.Grain };

    static MetricQuery Share(PageQuestion page, Metric metric, Dimension by) => page.Ask(page.Covered, metric) with { By = [by], Comparison = page.Comparison, Totals = true };

    static MetricQuery Steps(PageQuestion page, StepsPanel panel) => page.Ask(page.Covered, panel.Metrics);

    static MetricQuery Kinds(PageQuestion page, KindsPanel panel) => page.Ask(page.Covered, panel.Metrics) with { Comparison = page.Comparison };

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
