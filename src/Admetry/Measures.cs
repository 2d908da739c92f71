namespace Admetry;

/// <summary>What one row of delivery counted. Additive, except <see cref="Reach"/>. Null: the source does not report it, which is not zero.</summary>
/// <remarks>
/// Money is in the account's currency, major units. Conversions are decimals, since platforms report fractions. Rates are never
/// here: they are recomputed from sums.
/// </remarks>
public sealed record Measures
{
    /// <summary>Nothing is reported.</summary>
    public static Measures None { get; } = new();

    public decimal? Spend { get; init; }
    public long? Impressions { get; init; }
    public long? Clicks { get; init; }

    /// <summary>People reached, in this row only: never summed over rows, days or campaigns.</summary>
    public long? Reach { get; init; }

    public long? LinkClicks { get; init; }
    public long? LandingPageViews { get; init; }
    public decimal? Conversions { get; init; }
    public decimal? ConversionValue { get; init; }
    public decimal? Purchases { get; init; }
    public decimal? PurchaseValue { get; init; }
    public decimal? Leads { get; init; }
    public decimal? AddToCart { get; init; }
    public long? VideoPlays { get; init; }
    public long? VideoP25Watched { get; init; }
    public long? VideoP50Watched { get; init; }
    public long? VideoP75Watched { get; init; }
    public long? VideoP100Watched { get; init; }
    public long? MeasurableImpressions { get; init; }
    public long? ViewableImpressions { get; init; }
    public long? InvalidImpressions { get; init; }
}
