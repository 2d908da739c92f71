using Admetry.App.Components;
using Admetry.Metrics;
using static Admetry.Metrics.ConversionMetrics;
using static Admetry.Metrics.CostMetrics;
using static Admetry.Metrics.DeliveryMetrics;
using static Admetry.Metrics.FinanceMetrics;
using static Admetry.Metrics.QualityMetrics;
using static Admetry.Metrics.RevenueMetrics;
using static Admetry.Metrics.VideoMetrics;

namespace Admetry.App.Panels;

/// <summary>The pages of numbers: which question each answers, and with which charts.</summary>
public static class PageCatalogue
{
    static readonly Dimension[] CampaignKeys = [Dimensions.Campaign, Dimensions.CampaignId, Dimensions.Platform];

    public static PageSpec Overview { get; } = new("/", "Overview", "How are we doing?",
        [Spend, Impressions, Clicks, Ctr, Cpc, Conversions, Roas, Cpm, Cpa],
        [
            new TrendPanel("trend") { IsWide = true },
            new SharePanel("breakdown", Spend, By: null),
            new TablePanel("campaigns", "Campaigns", CampaignKeys, [Spend, Impressions, Clicks, Ctr, Cpc, Conversions]),
        ], Spend);

    public static PageSpec Campaigns { get; } = new("/campaigns", "Campaigns", "Which campaigns deliver, and at what cost?",
        [Spend, Conversions, Cpa, Roas, Clicks, Ctr],
        [
            new TablePanel("campaigns", "Campaigns", CampaignKeys, [Spend, Impressions, Clicks, Ctr, Cpc, Conversions, Cpa, ConversionValue, Roas]),
            new SeriesPanel("course", Spend, Dimensions.Campaign) { IsWide = true },
            new SharePanel("objectives", Spend, Dimensions.Objective),
            new RankPanel("cpa", Cpa, Dimensions.Campaign, Spend) { IsWide = true },
            new SharePanel("states", Spend, Dimensions.CampaignStatus),
            new ScatterPanel("balance", Spend, Cpa, Dimensions.Campaign, Conversions) { IsWide = true },
        ], Spend);

    /// <summary>One campaign; the filter says which.</summary>
    public static PageSpec Campaign { get; } = new("/campaign", "Campaign", "How does this campaign deliver, line by line?",
        [Spend, Impressions, Clicks, Ctr, Conversions, Cpa],
        [
            new TrendPanel("trend") { IsWide = true },
            new StepsPanel("path", "From impression to conversion", [Impressions, Clicks, Conversions]),
            new TablePanel("lines", "Line items", [Dimensions.AdSet, Dimensions.AdSetId], [Spend, Impressions, Clicks, Ctr, Cpm, Conversions, Cpa]),
            new TablePanel("creatives", "Creatives", [Dimensions.Creative, Dimensions.CreativeId, Dimensions.Format], [Spend, Impressions, Clicks, Ctr, Conversions, Cpa]),
            new HeatPanel("places", Impressions, Dimensions.Hour, Dimensions.Device),
            new SharePanel("countries", Spend, Dimensions.Country),
        ]);

    public static PageSpec Channels { get; } = new("/channels", "Channels and partners", "Where does the money come from, and where does it go?",
        [GrossBilled, Spend, PublisherPayout, NetRevenue, Margin, Cpm],
        [
            new SeriesPanel("revenue", GrossBilled, Dimensions.DealType) { IsWide = true },
            new SharePanel("deals", GrossBilled, Dimensions.DealType),
            new SharePanel("publishers", GrossBilled, Dimensions.Publisher) { IsWide = true },
            new SharePanel("channels", Spend, Dimensions.Channel),
            new SeriesPanel("channel-course", Spend, Dimensions.Channel) { IsWide = true },
            new RankPanel("cpm", Cpm, Dimensions.Publisher, Spend),
            new TablePanel("partners", "Publishers", [Dimensions.Publisher], [GrossBilled, Spend, PublisherPayout, NetRevenue, Margin, Impressions, Cpm, Viewability]),
            new TablePanel("platforms", "Platforms", [Dimensions.Platform], [Spend, Impressions, Clicks, Ctr, Cpc, Cpm, Conversions, Cpa]),
        ], GrossBilled);

    public static PageSpec ConversionsPage { get; } = new("/conversions", "Conversions", "What did people do after the ad, and which ad had a part in it?",
        [Conversions, ConversionValue, ConversionRate, Cpa, Roas, Purchases],
        [
            new TrendPanel("trend") { IsWide = true },
            new KindsPanel("types", "Conversions by kind", [Purchases, Leads, AddToCart]),
            new HeatPanel("windows", ConversionMetrics.ActionCount, Dimensions.ActionType, Dimensions.AttributionWindow),
            new HeatPanel("window-values", ConversionMetrics.ActionValue, Dimensions.ActionType, Dimensions.AttributionWindow),
            new StepsPanel("path", "From impression to conversion", [Impressions, Clicks, Conversions]),
            new RankPanel("cpa", Cpa, Dimensions.Campaign, Spend) { IsWide = true },
            new SharePanel("devices", Conversions, Dimensions.Device),
            new TablePanel("campaigns", "Campaigns", CampaignKeys, [Conversions, ConversionValue, Spend, Cpa, Roas, ConversionRate]),
        ], Conversions);

    public static PageSpec Video { get; } = new("/video", "Video and creatives", "Are our films watched, and do our creatives work?",
        [VideoPlays, VideoCompletionRate, HookRetention, Cpcv, Impressions, Ctr],
        [
            new StepsPanel("retention", "How far films are watched", [VideoPlays, VideoP25Watched, VideoP50Watched, VideoP75Watched, VideoP100Watched]),
            new SeriesPanel("formats", Ctr, Dimensions.Format, Impressions) { IsWide = true },
            new RankPanel("completion", VideoCompletionRate, Dimensions.Creative, VideoPlays) { IsWide = true },
            new SharePanel("mix", Spend, Dimensions.Format),
            new TablePanel("creatives", "Creatives", [Dimensions.Creative, Dimensions.CreativeId, Dimensions.Format], [Spend, Impressions, Clicks, Ctr, VideoPlays, VideoCompletionRate, Conversions, Cpa]),
        ], VideoPlays);

    public static PageSpec Quality { get; } = new("/quality", "Quality", "Was what we paid for seen, by people, in good company?",
        [Viewability, MeasuredRate, InvalidTrafficRate, InvalidImpressions, BlockedImpressions, WinRate],
        [
            new TrendPanel("trend") { IsWide = true },
            new RankPanel("tiers", Viewability, Dimensions.PublisherTier, Impressions),
            new RankPanel("publishers", InvalidTrafficRate, Dimensions.Publisher, Impressions) { IsWide = true },
            new SharePanel("blocked", BlockedImpressions, Dimensions.PublisherCategory),
            new SeriesPanel("formats", Viewability, Dimensions.Format, Impressions) { IsWide = true },
            new RankPanel("wins", WinRate, Dimensions.DealType, Bids),
            new TablePanel("partners", "Publishers", [Dimensions.Publisher], [Impressions, Viewability, InvalidTrafficRate, BlockedImpressions, Spend, Vcpm]),
        ]);

    public static PageSpec Audience { get; } = new("/audience", "Audience", "Who saw us, where, on what, and when?",
        [Impressions, Clicks, Ctr, Spend, Conversions, Cpa],
        [
            new HeatPanel("hours", Impressions, Dimensions.Device, Dimensions.Hour),
            new HeatPanel("people", Impressions, Dimensions.Age, Dimensions.Gender),
            new SharePanel("ages", Impressions, Dimensions.Age),
            new SharePanel("genders", Impressions, Dimensions.Gender),
            new SharePanel("interests", Impressions, Dimensions.Interest),
            new SharePanel("devices", Spend, Dimensions.Device),
            new RankPanel("ctr", Ctr, Dimensions.Age, Impressions),
            new SharePanel("countries", Spend, Dimensions.Country),
            new TablePanel("places", "Countries", [Dimensions.Country], [Spend, Impressions, Clicks, Ctr, Cpc, Conversions]),
        ], Impressions);

    /// <summary>An open question: the metrics and the dimension of the address.</summary>
    public static PageSpec Explore(IReadOnlyList<Metric> metrics, Dimension by)
    {
        var (first, weight) = (metrics[0], metrics[0].AddsAlong(by) ? metrics[0] : metrics.FirstOrDefault(metric => metric.AddsAlong(by)) ?? Impressions);
        return new("/explore", "Explore", "What do you want to know?", metrics,
        [
            new TrendPanel("trend", first) { IsWide = true },
            first == weight ? new SharePanel("share", first, by) : new RankPanel("rank", first, by, weight),
            new SeriesPanel("course", first, by, weight) { IsWide = true },
            .. metrics is [_, var second, ..] ? [new ScatterPanel("scatter", first, second, by) { IsWide = true }] : Array.Empty<Panel>(),
            new TablePanel("table", by.Title, [by], metrics),
        ], first == weight ? first : null);
    }

    /// <summary>The rows behind a number; the address says which.</summary>
    public static PageSpec Rows { get; } = RowsOf([]);

    public static PageSpec RowsOf(IReadOnlyList<Metric> metrics)
    {
        IReadOnlyList<Metric> shown = metrics is [] ? [Spend, Impressions, Clicks, Conversions] : metrics;
        return new("/rows", "Rows", "Which rows is this number made of?", shown, [new RowsPanel("rows", shown)]);
    }

    /// <summary>The page of numbers at a path, as an address asks it.</summary>
    /// <returns>Null where there is none.</returns>
    public static PageSpec? Find(string path, ViewState state)
    {
        IReadOnlyList<Metric> named = [.. state.Metrics.Select(Catalogue.BuiltIn.Find).OfType<Metric>()];
        return path switch
        {
            "/explore" => Explore(named is [] ? [Spend, Impressions, Clicks, Ctr] : named, state.By),
            "/rows" => RowsOf(named),
            _ => All.FirstOrDefault(page => page.Path == path),
        };
    }

    /// <summary>In the order of the menu.</summary>
    public static IReadOnlyList<PageSpec> All { get; } = [Overview, Campaigns, Campaign, Channels, ConversionsPage, Video, Quality, Audience];
}
