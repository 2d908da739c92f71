namespace Admetry.Metrics;

/// <summary>What visitors do on the web site.</summary>
/// <remarks>Sums and counts are kept and divided here; a source’s own means are never averaged.</remarks>
public static class WebMetrics
{
    public static Total Pageviews { get; } = new("pageviews", "Pageviews", Unit.Count, Better.Higher, Measure.Pageviews)
    {
        Definition = "Pages shown to visitors.",
    };

    public static Total WebSessions { get; } =
        new("web_sessions", "Web sessions", Unit.Count, Better.Higher, Measure.WebSessions)
        {
            Definition = "Visits to the web site.",
        };

    public static Total EngagedSessions { get; } =
        new("engaged_sessions", "Engaged sessions", Unit.Count, Better.Higher, Measure.Engaged)
        {
            Definition = "Visits that the analytics counts as engaged.",
        };

    public static Total Bounces { get; } = new("bounces", "Bounces", Unit.Count, Better.Lower, Measure.Bounces)
    {
        Definition = "Visits that left after one page, or were not engaged, as the analytics has it.",
    };

    public static Total SessionDuration { get; } =
        new("session_duration", "Session duration", Unit.Duration, Better.Higher, Measure.DurationSeconds)
        {
            Definition = "Seconds of all visits together.",
        };

    public static Ratio BounceRate { get; } =
        new("bounce_rate", "Bounce rate", Unit.Share, Better.Lower, Bounces, WebSessions)
        {
            Definition = "The share of visits that bounced.",
        };

    public static Ratio EngagementRate { get; } =
        new("engagement_rate", "Engagement rate", Unit.Share, Better.Higher, EngagedSessions, WebSessions)
        {
            Definition = "The share of visits that were engaged.",
        };

    public static Ratio PagesPerSession { get; } =
        new("pages_per_session", "Pages per session", Unit.Number, Better.Higher, Pageviews, WebSessions)
        {
            Definition = "Pages shown for each visit.",
        };

    public static Ratio AverageSessionDuration { get; } =
        new("average_session_duration", "Average session duration", Unit.Duration, Better.Higher, SessionDuration, WebSessions)
        {
            Definition = "Dwell time: seconds for each visit.",
        };

    public static IReadOnlyList<Metric> All { get; } =
    [
        Pageviews, WebSessions, EngagedSessions, Bounces, SessionDuration, BounceRate, EngagementRate, PagesPerSession,
        AverageSessionDuration,
    ];
}
