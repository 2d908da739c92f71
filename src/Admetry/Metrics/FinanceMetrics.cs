using static Admetry.Metrics.CostMetrics;
using static Admetry.Metrics.DeliveryMetrics;

namespace Admetry.Metrics;

/// <summary>How money flows from the advertiser through the exchange to the publisher.</summary>
/// <remarks>
/// Advertisers are billed gross, media cost is spend, publishers receive the payout; fees are differences and rates divide sums,
/// so that fees and payout always add up to gross.
/// </remarks>
public static class FinanceMetrics
{
    public static Total GrossBilled { get; } =
        new("gross_billed", "Gross billed", Unit.Money, Better.Higher, Measure.GrossBilled)
        {
            Definition = "What advertisers are invoiced for delivery.",
            Source = "The exchange’s own books",
        };

    public static Total PublisherPayout { get; } =
        new("publisher_payout", "Publisher payout", Unit.Money, Better.Neither, Measure.PublisherPayout)
        {
            Definition = "What publishers are paid: traffic acquisition cost.",
            Source = "The exchange’s own books",
        };

    public static Total ThirdPartyCost { get; } =
        new("third_party_cost", "Third-party cost", Unit.Money, Better.Lower, Measure.ThirdPartyCost)
        {
            Definition = "Data and verification costs passed through.",
            Source = "The exchange’s own books",
        };

    public static Difference BuySideFee { get; } =
        new("buy_side_fee", "Buy-side fee", Unit.Money, Better.Higher, GrossBilled, [Spend])
        {
            Definition = "Gross billed less media cost: agency, bidder and data fees.",
            Source = "The exchange’s own books",
        };

    public static Difference SellSideFee { get; } =
        new("sell_side_fee", "Sell-side fee", Unit.Money, Better.Higher, Spend, [PublisherPayout])
        {
            Definition = "Media cost less publisher payout: the exchange’s fee.",
            Source = "The exchange’s own books",
        };

    public static Difference NetRevenue { get; } =
        new("net_revenue", "Net revenue", Unit.Money, Better.Higher, GrossBilled, [PublisherPayout])
        {
            Definition = "Gross billed less publisher payout: revenue without traffic acquisition cost.",
            Source = "The exchange’s own books",
        };

    public static Difference Contribution { get; } =
        new("contribution", "Contribution", Unit.Money, Better.Higher, GrossBilled, [PublisherPayout, ThirdPartyCost])
        {
            Definition = "Gross billed less publisher payout and third-party cost.",
            Source = "The exchange’s own books",
        };

    public static Ratio Margin { get; } = new("margin", "Margin", Unit.Share, Better.Higher, NetRevenue, GrossBilled)
    {
        Definition = "Net revenue as a share of gross billed: the total take rate.",
        Source = "The exchange’s own books",
    };

    public static Ratio ContributionMargin { get; } =
        new("contribution_margin", "Contribution margin", Unit.Share, Better.Higher, Contribution, GrossBilled)
        {
            Definition = "Contribution as a share of gross billed.",
            Source = "The exchange’s own books",
        };

    public static Ratio BuySideTakeRate { get; } =
        new("buy_side_take_rate", "Buy-side take rate", Unit.Share, Better.Neither, BuySideFee, GrossBilled)
        {
            Definition = "Buy-side fee as a share of gross billed.",
            Source = "The exchange’s own books",
        };

    public static Ratio SellSideTakeRate { get; } =
        new("sell_side_take_rate", "Sell-side take rate", Unit.Share, Better.Neither, SellSideFee, Spend)
        {
            Definition = "Sell-side fee as a share of media cost.",
            Source = "The exchange’s own books",
        };

    public static Ratio Markup { get; } = new("markup", "Markup on cost", Unit.Share, Better.Neither, BuySideFee, Spend)
    {
        Definition = "Buy-side fee as a share of media cost: a take rate of 20 per cent is a markup of 25.",
        Source = "The exchange’s own books",
    };

    public static Ratio AdvertiserEcpm { get; } =
        new("advertiser_ecpm", "Advertiser eCPM", Unit.Money, Better.Neither, GrossBilled, Impressions, Scale: 1000)
        {
            Definition = "Gross billed for a thousand impressions.",
            Source = "The exchange’s own books",
        };

    public static Ratio PublisherEcpm { get; } =
        new("publisher_ecpm", "Publisher eCPM", Unit.Money, Better.Neither, PublisherPayout, Impressions, Scale: 1000)
        {
            Definition = "Publisher payout for a thousand impressions (RPM).",
            Source = "The exchange’s own books",
        };

    public static IReadOnlyList<Metric> All { get; } =
    [
        GrossBilled, PublisherPayout, ThirdPartyCost, BuySideFee, SellSideFee, NetRevenue, Contribution, Margin,
        ContributionMargin, BuySideTakeRate, SellSideTakeRate, Markup, AdvertiserEcpm, PublisherEcpm,
    ];
}
