using static Admetry.Metrics.DeliveryMetrics;

namespace Admetry.Metrics;

/// <summary>Whether delivery could be seen, was seen by people, and in places fit for the brand.</summary>
/// <remarks>Viewable means half of the pixels for one second, or for two seconds of a video.</remarks>
public static class QualityMetrics
{
    public static Total MeasurableImpressions { get; } =
        new("measurable_impressions", "Measurable impressions", Unit.Count, Better.Higher, Measure.MeasurableImpressions)
        {
            Definition = "Impressions whose visibility could be measured.",
            Source = "MRC viewable impression guidelines",
        };

    public static Total ViewableImpressions { get; } =
        new("viewable_impressions", "Viewable impressions", Unit.Count, Better.Higher, Measure.ViewableImpressions)
        {
            Definition = "Impressions of which half the pixels were in view for a second, or for two of a video.",
            Source = "MRC viewable impression guidelines",
        };

    public static Ratio Viewability { get; } =
        new("viewability", "Viewability", Unit.Share, Better.Higher, ViewableImpressions, MeasurableImpressions)
        {
            Definition = "The share of measurable impressions that were viewable.",
            Source = "MRC viewable impression guidelines",
        };

    public static Ratio MeasuredRate { get; } =
        new("measured_rate", "Measured rate", Unit.Share, Better.Higher, MeasurableImpressions, Impressions)
        {
            Definition = "The share of impressions whose visibility could be measured.",
            Source = "MRC viewable impression guidelines",
        };

    public static Total InvalidImpressions { get; } =
        new("invalid_impressions", "Invalid impressions", Unit.Count, Better.Lower, Measure.InvalidImpressions)
        {
            Definition = "Impressions not made by people: general and sophisticated invalid traffic.",
            Source = "MRC invalid traffic guidelines",
        };

    public static Ratio InvalidTrafficRate { get; } =
        new("invalid_traffic_rate", "Invalid traffic rate", Unit.Share, Better.Lower, InvalidImpressions, Impressions)
        {
            Definition = "The share of impressions that are invalid traffic.",
            Source = "MRC invalid traffic guidelines",
        };

    public static Total BlockedImpressions { get; } =
        new("blocked_impressions", "Blocked impressions", Unit.Count, Better.Lower, Measure.BlockedImpressions)
        {
            Definition = "Impressions blocked before they showed, to protect the brand; they are not billed.",
        };

    public static Total Bids { get; } = new("bids", "Bids", Unit.Count, Better.Neither, Measure.Bids)
    {
        Definition = "Bids made in auctions.",
    };

    public static Ratio WinRate { get; } = new("win_rate", "Win rate", Unit.Share, Better.Neither, Impressions, Bids)
    {
        Definition = "The share of bids that became impressions.",
    };

    public static IReadOnlyList<Metric> All { get; } =
    [
        MeasurableImpressions, ViewableImpressions, Viewability, MeasuredRate, InvalidImpressions, InvalidTrafficRate,
        BlockedImpressions, Bids, WinRate,
    ];
}
