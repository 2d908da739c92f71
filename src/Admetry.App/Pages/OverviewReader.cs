using Admetry.App.Components;
using Admetry.Metrics;
using Admetry.Storage.Warehouse;

namespace Admetry.App.Pages;

/// <summary>Asks the catalogue for everything the overview shows, at once, and makes it ready to print.</summary>
/// <param name="principal">Who looks at the page.</param>
sealed class OverviewReader(MetricReader metrics, Principal principal, string? currency)
{
    const string Path = "/";

    /// <param name="days">Which cover at least one day.</param>
    /// <exception cref="QueryRefusedException">The filters ask for what no fact can answer together.</exception>
    /// <exception cref="System.Data.Common.DbException">The warehouse is unreachable.</exception>
    public async Task<OverviewModel> ReadAsync(ViewState state, OverviewDays days, WarehouseFacts facts, CancellationToken cancel)
    {
        var covered = days.Covered ?? throw new ArgumentException("No day is covered.", nameof(days));
        var comparison = days.Compared is null ? Comparison.None : state.Comparison;
        var steps = TrendSteps.Of(days.Partial is { } today ? new(covered.First, today) : covered);
        var earlier = days.Covered == DateRange.Day(days.Partial ?? default) ? null : steps.Before(state.Comparison);

        var totals = metrics.ReadAsync(Ask(state, covered, Tiles.Candidates) with { Comparison = comparison }, cancel);
        var course = metrics.ReadAsync(Ask(state, steps.Days, Tiles.Candidates) with { Grain = steps.Grain }, cancel);
        var before = earlier is null
            ? null
            : metrics.ReadAsync(Ask(state, earlier.Days, Tiles.Candidates) with { Grain = steps.Grain }, cancel);
        var breakdown = metrics.ReadAsync(
            Ask(state, covered, [CostMetrics.Spend, DeliveryMetrics.Impressions]) with
            {
                By = [state.By],
                Comparison = comparison,
                Totals = true,
            },
            cancel);
        var campaigns = metrics.ReadAsync(AskCampaigns(state, covered) with { Comparison = comparison }, cancel);

        var hasCourse = (await course).Rows is not [];
        var tiles = Tiles.Of(await totals, hasCourse ? await course : null, steps);
        var names = NamesOf(state.By, facts);
        var metric = tiles is [{ Metric: var first }, ..] ? first : CostMetrics.Spend;
        var subject = metric == CostMetrics.Spend ? CostMetrics.Spend : DeliveryMetrics.Impressions;
        return new(
            covered,
            Headline.Of(tiles, subject, await breakdown, state.By, covered, names),
            days.Remarks,
            tiles,
            hasCourse
                ? TrendChart.Of(metric, steps, await course, earlier, before is null ? null : await before, days.Partial)
                : null,
            BreakdownChart.Of(await breakdown, subject, state.By, names),
            CampaignTable.Of(await campaigns, state, Path, NamesOf(Dimensions.Platform, facts)));
    }

    MetricQuery Ask(ViewState state, DateRange days, IReadOnlyList<Metric> asked) => new()
    {
        Principal = principal,
        Days = days,
        Metrics = asked,
        Where = state.Filters,
        Currency = currency,
    };

    MetricQuery AskCampaigns(ViewState state, DateRange days) => Ask(state, days, CampaignTable.Metrics) with
    {
        By = CampaignTable.Keys,
        OrderBy = [new(CampaignTable.SortedBy(state).Name, Descending: true)],
        Limit = CampaignTable.MostOfAll,
        Totals = true,
    };

    static Dictionary<string, string> NamesOf(Dimension by, WarehouseFacts facts) =>
        by == Dimensions.Platform ? facts.Platforms.ToDictionary(platform => platform.Code, platform => platform.Name) : [];
}
