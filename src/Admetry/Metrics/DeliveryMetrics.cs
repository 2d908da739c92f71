namespace Admetry.Metrics;

/// <summary>What was shown and what was done with it: impressions, clicks, and the people reached.</summary>
/// <remarks>Counts as the platforms report them. A share divides sums; it never averages daily shares.</remarks>
public static class DeliveryMetrics
{
    public static Total Impressions { get; } =
        new("impressions", "Impressions", Unit.Count, Better.Higher, Measure.Impressions)
        {
            Definition = "Times an ad was served, as the platform counts them.",
        };

    public static Total Clicks { get; } = new("clicks", "Clicks", Unit.Count, Better.Higher, Measure.Clicks)
    {
        Definition = "Clicks of every kind on an ad.",
    };

    public static Total LinkClicks { get; } =
        new("link_clicks", "Link clicks", Unit.Count, Better.Higher, Measure.LinkClicks)
        {
            Definition = "Clicks that lead to where the advertiser wants them, a part of all clicks.",
        };

    public static Total LandingPageViews { get; } =
        new("landing_page_views", "Landing page views", Unit.Count, Better.Higher, Measure.LandingPageViews)
        {
            Definition = "Clicks after which the landing page loaded.",
        };

    public static Ratio Ctr { get; } = new("ctr", "CTR", Unit.Share, Better.Higher, Clicks, Impressions)
    {
        Definition = "Click-through rate: the share of impressions that were clicked.",
        Source = "IAB and MRC measurement guidelines",
    };

    public static Ratio LinkCtr { get; } = new("link_ctr", "Link CTR", Unit.Share, Better.Higher, LinkClicks, Impressions)
    {
        Definition = "The share of impressions that led to a link click.",
        Source = "IAB and MRC measurement guidelines",
    };

    public static Distinct Reach { get; } = new("reach", "Reach", Unit.Count, Better.Higher, Measure.Reach)
    {
        Definition = "People who saw an ad at least once, true only of the day and the campaign, ad set or ad its source counted them for.",
    };

    public static Ratio Frequency { get; } =
        new("frequency", "Frequency", Unit.Number, Better.Neither, Impressions, Reach)
        {
            Definition = "Impressions for each person reached, only where reach holds.",
        };

    public static IReadOnlyList<Metric> All { get; } =
    [
        Impressions, Clicks, LinkClicks, LandingPageViews, Ctr, LinkCtr, Reach, Frequency,
    ];
}
