using static Admetry.Metrics.DeliveryMetrics;

namespace Admetry.Metrics;

/// <summary>How far videos are watched.</summary>
/// <remarks>Quartiles count plays that got that far, so each is part of the one before.</remarks>
public static class VideoMetrics
{
    public static Total VideoPlays { get; } =
        new("video_plays", "Video plays", Unit.Count, Better.Higher, Measure.VideoPlays)
        {
            Definition = "Videos that started to play.",
        };

    public static Total VideoP25Watched { get; } =
        new("video_p25_watched", "Watched to 25 %", Unit.Count, Better.Higher, Measure.VideoP25Watched)
        {
            Definition = "Videos watched to a quarter.",
        };

    public static Total VideoP50Watched { get; } =
        new("video_p50_watched", "Watched to 50 %", Unit.Count, Better.Higher, Measure.VideoP50Watched)
        {
            Definition = "Videos watched to the half.",
        };

    public static Total VideoP75Watched { get; } =
        new("video_p75_watched", "Watched to 75 %", Unit.Count, Better.Higher, Measure.VideoP75Watched)
        {
            Definition = "Videos watched to three quarters.",
        };

    public static Total VideoP100Watched { get; } =
        new("video_p100_watched", "Watched to 100 %", Unit.Count, Better.Higher, Measure.VideoP100Watched)
        {
            Definition = "Videos watched to the end.",
        };

    public static Total VideoThreeSecondViews { get; } =
        new("video_3_sec_views", "3-second video views", Unit.Count, Better.Higher, Measure.VideoThreeSecondViews)
        {
            Definition = "Views of about three seconds, approximately: plays to a quarter for creatives up to 12 s, "
                + "to the half up to 24 s, all plays beyond.",
            Source = "The rule of the star schema this one extends",
        };

    public static Ratio VideoCompletionRate { get; } =
        new("video_completion_rate", "Video completion rate", Unit.Share, Better.Higher, VideoP100Watched, VideoPlays)
        {
            Definition = "The share of started videos watched to the end.",
            Source = "IAB and MRC measurement guidelines",
        };

    public static Ratio HookRetention { get; } =
        new("hook_retention", "Hook retention", Unit.Share, Better.Higher, VideoP25Watched, VideoPlays)
        {
            Definition = "The share of started videos watched to a quarter.",
        };

    public static Ratio VideoPlayRate { get; } =
        new("video_play_rate", "Video play rate", Unit.Share, Better.Higher, VideoPlays, Impressions)
        {
            Definition = "Video plays for each impression.",
        };

    public static IReadOnlyList<Metric> All { get; } =
    [
        VideoPlays, VideoP25Watched, VideoP50Watched, VideoP75Watched, VideoP100Watched, VideoThreeSecondViews,
        VideoCompletionRate, HookRetention, VideoPlayRate,
    ];
}
