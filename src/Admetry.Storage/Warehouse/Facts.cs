using Admetry.Metrics;
using static Admetry.Metrics.Measure;

namespace Admetry.Storage.Warehouse;

/// <summary>Which table carries which measures with which dimensions, the smallest that does coming first.</summary>
public static class Facts
{
    static readonly Measure[] Split =
        [Spend, Impressions, Clicks, Reach, Conversions, ConversionValue, Purchases, PurchaseValue, Leads];

    static readonly Measure[] Delivery =
    [
        .. Split, LinkClicks, LandingPageViews, AddToCart, VideoPlays, VideoP25Watched, VideoP50Watched, VideoP75Watched,
        VideoP100Watched, MeasurableImpressions, ViewableImpressions, InvalidImpressions, BlockedImpressions, Bids, GrossBilled,
        PublisherPayout, ThirdPartyCost,
    ];

    static readonly Measure[] Inventory =
    [
        Spend, Impressions, Clicks, Conversions, ConversionValue, VideoPlays, VideoP25Watched, VideoP50Watched, VideoP75Watched, VideoP100Watched,
        MeasurableImpressions, ViewableImpressions, InvalidImpressions, BlockedImpressions, Bids, GrossBilled, PublisherPayout, ThirdPartyCost,
    ];

    static readonly MeasureColumn ThreeSecondViews = new(
        "case when cr.video_length_seconds <= 12 then f.video_p25_watched when cr.video_length_seconds <= 24 "
        + "then f.video_p50_watched else f.video_plays end", Join.Creative);

    internal static Fact Core { get; } = new("fact_core_metrics", Whole(), DimensionColumns.Delivery, AccountClient)
    {
        Period = new("fact_period_metrics", Whole(), DimensionColumns.Delivery, AccountClient, ""),
    };

    internal static IReadOnlyList<Fact> All { get; } =
    [
        Core,
        Broken("fact_placement_metrics", "placement",
            (Dimensions.Placement, "pl.publisher_platform", Join.Placement, "f.value_1"),
            (Dimensions.Position, "pl.platform_position", Join.Placement, "f.value_2")),
        Broken("fact_age_gender_metrics", "age_gender",
            (Dimensions.Age, "ag.age_group", Join.Age, "f.value_1"),
            (Dimensions.Gender, "ge.gender", Join.Gender, "f.value_2")),
        Broken("fact_country_metrics", "country", (Dimensions.Country, "co.country_code", Join.Country, "f.value_1")),
        Other("device", (Dimensions.Device, "f.value_1")),
        Other("hour", (Dimensions.Hour, "f.value_1"), (Dimensions.Device, "f.value_2")),
        Other("interest", (Dimensions.Interest, "f.value_1")),
        Other("keyword", (Dimensions.Keyword, "f.value_1"), (Dimensions.MatchType, "f.value_2")),
        Other("search_term", (Dimensions.SearchTerm, "f.value_1"), (Dimensions.MatchType, "f.value_2")),
        new("fact_action_metrics", Named(Measure.ActionCount, ActionValue), With(
            (Dimensions.ActionType, DimensionColumn.Plain("ty.action_type", Join.ActionType)),
            (Dimensions.AttributionWindow, DimensionColumn.Plain("f.attribution_window"))), AccountClient),
        new("fact_inventory_metrics", Named(Inventory), With(
            (Dimensions.Publisher, new("f.publisher_id", [], "pu.publisher_name", [Join.Publisher], new("dim_publisher", "publisher_id", "publisher_name"))),
            (Dimensions.PublisherCategory, DimensionColumn.Plain("pu.domain_category", Join.Publisher)),
            (Dimensions.PublisherTier, DimensionColumn.Plain("pu.tier", Join.Publisher)),
            (Dimensions.DealType, DimensionColumn.Plain("f.deal_type")),
            (Dimensions.Device, DimensionColumn.Plain("f.device"))), AccountClient),
        new("fact_engagement_metrics", Visits(), DimensionColumns.Account, AccountClient)
        {
            Period = new("fact_period_engagement", Visits(), DimensionColumns.Account, AccountClient),
        },
        new("fact_revenue", new Dictionary<Measure, MeasureColumn> { [ClientRevenue] = new("f.amount") },
            DimensionColumns.Revenue, DimensionColumns.Revenue[Dimensions.Client]),
    ];

    static DimensionColumn AccountClient => DimensionColumns.Account[Dimensions.Client];

    /// <returns>What <paramref name="metric"/> can be broken down by, each alone, in the order of <see cref="Dimensions.All"/>.</returns>
    public static IReadOnlyList<Dimension> DimensionsOf(Metric metric) =>
        [.. Dimensions.All.Where(dimension => metric.Leaves.All(leaf => IsOf(MeasureOf(leaf), dimension)))];

    /// <returns>The metrics of <paramref name="catalogue"/> that can be broken down by <paramref name="dimension"/>.</returns>
    public static IReadOnlyList<Metric> MetricsBy(Catalogue catalogue, Dimension dimension) =>
        [.. catalogue.All.Where(metric => DimensionsOf(metric).Contains(dimension))];

    /// <returns>Null where no fact carries the measure together with all of the dimensions.</returns>
    internal static Fact? Find(Measure measure, IReadOnlyList<Dimension> dimensions) =>
        All.FirstOrDefault(fact => fact.Carries(measure, dimensions));

    internal static Measure MeasureOf(Metric leaf) => leaf switch
    {
        Total total => total.Measure,
        Distinct distinct => distinct.Measure,
        _ => throw new ArgumentException($"A {leaf.GetType().Name} is not stored.", nameof(leaf)),
    };

    internal static bool IsOf(Measure measure, Dimension dimension) =>
        All.Any(fact => fact.Measures.ContainsKey(measure) && (dimension.IsTime || fact.Columns.ContainsKey(dimension)));

    static Fact Broken(string table, string breakdown, params (Dimension Of, string Text, Join Join, string InPeriod)[] parts) =>
        new(table, Named(Split), With([.. parts.Select(part => (part.Of, DimensionColumn.Plain(part.Text, part.Join)))]), AccountClient)
        {
            Period = Periods(breakdown, [.. parts.Select(part => (part.Of, part.InPeriod))]),
        };

    static Fact Other(string breakdown, params (Dimension, string)[] parts) =>
        Periods(breakdown, parts) with { Table = "fact_breakdown_metrics", Period = Periods(breakdown, parts) };

    static Fact Periods(string breakdown, (Dimension Of, string Text)[] parts) =>
        new("fact_period_metrics", Named(Split), With([.. parts.Select(part => (part.Of, DimensionColumn.Plain(part.Text)))]),
            AccountClient, breakdown);

    static Dictionary<Measure, MeasureColumn> Named(params Measure[] measures) =>
        measures.ToDictionary(measure => measure, measure => new MeasureColumn($"f.{measure.Name}"));

    static Dictionary<Measure, MeasureColumn> Visits() => new(
        Named(EmailsSent, Delivered, Opens, HardBounces, SoftBounces, Unsubscribes, Complaints, Pageviews, WebSessions, Engaged, Bounces, DurationSeconds))
    {
        [EmailClicks] = new("f.clicks"),
    };

    static Dictionary<Measure, MeasureColumn> Whole() => new(Named(Delivery)) { [VideoThreeSecondViews] = ThreeSecondViews };

    static Dictionary<Dimension, DimensionColumn> With(params (Dimension Of, DimensionColumn Column)[] parts)
    {
        var columns = new Dictionary<Dimension, DimensionColumn>(DimensionColumns.Delivery);
        foreach (var (of, column) in parts)
            columns[of] = column;
        return columns;
    }
}
