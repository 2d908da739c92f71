namespace Admetry.Metrics;

/// <summary>Something the warehouse stores and a total sums. Which facts carry it is the warehouse's affair.</summary>
/// <param name="Name">Its column, where it is one.</param>
/// <param name="Kind">Count: bigint; Quantity and Money: six decimals.</param>
public sealed record Measure(string Name, MeasureKind Kind)
{
    public static Measure Spend { get; } = new("spend", MeasureKind.Money);
    public static Measure Impressions { get; } = new("impressions", MeasureKind.Count);
    public static Measure Clicks { get; } = new("clicks", MeasureKind.Count);
    public static Measure Reach { get; } = new("reach", MeasureKind.Count);
    public static Measure LinkClicks { get; } = new("link_clicks", MeasureKind.Count);
    public static Measure LandingPageViews { get; } = new("landing_page_views", MeasureKind.Count);
    public static Measure Conversions { get; } = new("conversions", MeasureKind.Quantity);
    public static Measure ConversionValue { get; } = new("conversion_value", MeasureKind.Money);
    public static Measure Purchases { get; } = new("purchases", MeasureKind.Quantity);
    public static Measure PurchaseValue { get; } = new("purchase_value", MeasureKind.Money);
    public static Measure Leads { get; } = new("leads", MeasureKind.Quantity);
    public static Measure AddToCart { get; } = new("add_to_cart", MeasureKind.Quantity);
    public static Measure VideoPlays { get; } = new("video_plays", MeasureKind.Count);
    public static Measure VideoP25Watched { get; } = new("video_p25_watched", MeasureKind.Count);
    public static Measure VideoP50Watched { get; } = new("video_p50_watched", MeasureKind.Count);
    public static Measure VideoP75Watched { get; } = new("video_p75_watched", MeasureKind.Count);
    public static Measure VideoP100Watched { get; } = new("video_p100_watched", MeasureKind.Count);

    /// <summary>Not stored but chosen row by row, by the length of the creative.</summary>
    public static Measure VideoThreeSecondViews { get; } = new("video_3_sec_views", MeasureKind.Count);
    public static Measure MeasurableImpressions { get; } = new("measurable_impressions", MeasureKind.Count);
    public static Measure ViewableImpressions { get; } = new("viewable_impressions", MeasureKind.Count);
    public static Measure InvalidImpressions { get; } = new("invalid_impressions", MeasureKind.Count);
    public static Measure BlockedImpressions { get; } = new("blocked_impressions", MeasureKind.Count);
    public static Measure Bids { get; } = new("bids", MeasureKind.Count);
    public static Measure GrossBilled { get; } = new("gross_billed", MeasureKind.Money);
    public static Measure PublisherPayout { get; } = new("publisher_payout", MeasureKind.Money);
    public static Measure ThirdPartyCost { get; } = new("third_party_cost", MeasureKind.Money);
    public static Measure ActionCount { get; } = new("action_count", MeasureKind.Quantity);
    public static Measure ActionValue { get; } = new("action_value", MeasureKind.Money);
    public static Measure EmailsSent { get; } = new("emails_sent", MeasureKind.Count);
    public static Measure Delivered { get; } = new("delivered", MeasureKind.Count);
    public static Measure Opens { get; } = new("opens", MeasureKind.Count);
    public static Measure EmailClicks { get; } = new("email_clicks", MeasureKind.Count);
    public static Measure HardBounces { get; } = new("hard_bounces", MeasureKind.Count);
    public static Measure SoftBounces { get; } = new("soft_bounces", MeasureKind.Count);
    public static Measure Unsubscribes { get; } = new("unsubscribes", MeasureKind.Count);
    public static Measure Complaints { get; } = new("complaints", MeasureKind.Count);
    public static Measure Pageviews { get; } = new("pageviews", MeasureKind.Count);
    public static Measure WebSessions { get; } = new("web_sessions", MeasureKind.Count);
    public static Measure Engaged { get; } = new("engaged", MeasureKind.Count);
    public static Measure Bounces { get; } = new("bounces", MeasureKind.Count);
    public static Measure DurationSeconds { get; } = new("duration_seconds", MeasureKind.Quantity);
    public static Measure ClientRevenue { get; } = new("client_revenue", MeasureKind.Money);

    /// <summary>Rows of it contain each other: 1d_click is part of 7d_click, and a purchase may come under three type names.</summary>
    public bool IsNested => this == ActionCount || this == ActionValue;
}

/// <summary>How a measure is stored.</summary>
public enum MeasureKind { Count, Quantity, Money }
