using static Admetry.Metrics.DeliveryMetrics;

namespace Admetry.Metrics;

/// <summary>What delivery costs: spend, and spend for each thousand impressions, click, lead and result.</summary>
/// <remarks>Money is in major units of the answer's currency. Each ratio divides sums, so it holds over any period and any grouping.</remarks>
public static class CostMetrics
{
    public static Total Spend { get; } = new("spend", "Spend", Unit.Money, Better.Neither, Measure.Spend)
    {
        Definition = "What the buyer pays the platform or the exchange for media, before agency fees and taxes.",
    };

    public static Ratio Cpm { get; } = new("cpm", "CPM", Unit.Money, Better.Lower, Spend, Impressions, Scale: 1000)
    {
        Definition = "Spend for a thousand impressions.",
        Source = "IAB and MRC measurement guidelines",
    };

    public static Ratio Ecpm { get; } = new("ecpm", "eCPM", Unit.Money, Better.Lower, Spend, Impressions, Scale: 1000)
    {
        Definition = "Spend for a thousand impressions, however the media was billed: the media eCPM.",
        Source = "IAB and MRC measurement guidelines",
    };

    public static Ratio Vcpm { get; } =
        new("vcpm", "vCPM", Unit.Money, Better.Lower, Spend, QualityMetrics.ViewableImpressions, Scale: 1000)
        {
            Definition = "Spend for a thousand viewable impressions.",
            Source = "IAB and MRC measurement guidelines",
        };

    public static Ratio Cpc { get; } = new("cpc", "CPC", Unit.Money, Better.Lower, Spend, Clicks)
    {
        Definition = "Spend for each click.",
        Source = "IAB and MRC measurement guidelines",
    };

    public static Ratio CostPerLinkClick { get; } =
        new("cost_per_link_click", "Cost per link click", Unit.Money, Better.Lower, Spend, LinkClicks)
        {
            Definition = "Spend for each link click.",
        };

    public static Ratio CostPerLandingPageView { get; } =
        new("cost_per_landing_page_view", "Cost per landing page view", Unit.Money, Better.Lower, Spend, LandingPageViews)
        {
            Definition = "Spend for each landing page that loaded.",
        };

    public static Ratio Cpa { get; } = new("cpa", "CPA", Unit.Money, Better.Lower, Spend, ConversionMetrics.Conversions)
    {
        Definition = "Cost per acquisition: spend for each conversion.",
        Source = "IAB and MRC measurement guidelines",
    };

    public static Ratio CostPerPurchase { get; } =
        new("cost_per_purchase", "Cost per purchase", Unit.Money, Better.Lower, Spend, ConversionMetrics.Purchases)
        {
            Definition = "Spend for each purchase.",
        };

    public static Ratio CostPerLead { get; } =
        new("cost_per_lead", "Cost per lead", Unit.Money, Better.Lower, Spend, ConversionMetrics.Leads)
        {
            Definition = "Spend for each lead (CPL).",
        };

    public static Ratio CostPerAddToCart { get; } =
        new("cost_per_add_to_cart", "Cost per add to cart", Unit.Money, Better.Lower, Spend, ConversionMetrics.AddToCart)
        {
            Definition = "Spend for each product put into a cart.",
        };

    public static Ratio CostPerAction { get; } =
        new("cost_per_action", "Cost per action", Unit.Money, Better.Lower, Spend, ConversionMetrics.ActionCount)
        {
            Definition = "Spend for each action of one type in one attribution window.",
        };

    public static Ratio Cpv { get; } = new("cpv", "CPV", Unit.Money, Better.Lower, Spend, VideoMetrics.VideoPlays)
    {
        Definition = "Cost per view: spend for each video that started.",
        Source = "IAB and MRC measurement guidelines",
    };

    public static Ratio Cpcv { get; } =
        new("cpcv", "CPCV", Unit.Money, Better.Lower, Spend, VideoMetrics.VideoP100Watched)
        {
            Definition = "Cost per completed view: spend for each video watched to its end.",
            Source = "IAB and MRC measurement guidelines",
        };

    public static ToDate SpendMonthToDate { get; } =
        new("spend_month_to_date", "Spend, month to date", Unit.Money, Better.Neither, Spend, Grain.Month)
        {
            Definition = "Spend since the first day of the month, for pacing.",
        };

    public static ToDate SpendQuarterToDate { get; } =
        new("spend_quarter_to_date", "Spend, quarter to date", Unit.Money, Better.Neither, Spend, Grain.Quarter)
        {
            Definition = "Spend since the first day of the quarter, for pacing.",
        };

    public static ToDate SpendYearToDate { get; } =
        new("spend_year_to_date", "Spend, year to date", Unit.Money, Better.Neither, Spend, Grain.Year)
        {
            Definition = "Spend since the first day of the year, for pacing.",
        };

    public static IReadOnlyList<Metric> All { get; } =
    [
        Spend, Cpm, Ecpm, Vcpm, Cpc, CostPerLinkClick, CostPerLandingPageView, Cpa, CostPerPurchase, CostPerLead,
        CostPerAddToCart, CostPerAction, Cpv, Cpcv, SpendMonthToDate, SpendQuarterToDate, SpendYearToDate,
    ];
}
