namespace Admetry.Synthetic.Acme;

/// <summary>Something that can be seen of a creative before it is shown, and what it does to its chance to be a good one.</summary>
/// <param name="Weight">Added to the logarithm of the odds where the creative has it.</param>
public sealed record CreativeFeature(string Name, double Weight, Func<AcmeCreative, bool> Has);

/// <summary>How good a creative will be, as far as that can be known from its looks: the truth that scores of ads are held against.</summary>
public static class CreativeScore
{
    /// <summary>The logarithm of the odds of a creative with none of the features.</summary>
    public const double Base = -0.85;

    const int ShortSeconds = 15;
    const int HeavyKb = 110;

    static readonly string[] Offers = ["Shop now", "Get offer", "Download"];
    static readonly string[] Urgent = ["Save this week", "Ready in minutes"];

    /// <summary>All of them are columns of <c>dim_creative</c>.</summary>
    public static IReadOnlyList<CreativeFeature> Features { get; } =
    [
        new("offer", 1.1, creative => Offers.Contains(creative.CallToAction)),
        new("urgent", .9, creative => Urgent.Contains(creative.Title)),
        new("upright", .8, creative => creative.Height > creative.Width),
        new("short_video", 1.0, creative => creative.Seconds <= ShortSeconds),
        new("heavy_image", -1.2, creative => creative.Seconds is null && creative.SizeKb > HeavyKb),
    ];

    /// <summary>Between 0 and 1.</summary>
    public static double Of(AcmeCreative creative) =>
        1 / (1 + Math.Exp(-Base - Features.Where(feature => feature.Has(creative)).Sum(feature => feature.Weight)));
}
