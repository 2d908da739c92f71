using Admetry.Statistics;

namespace Admetry.Synthetic.Acme;

/// <summary>How visitors go from the landing page to the purchase: product, cart, checkout, each with a known chance.</summary>
/// <remarks>The last step has what is left of the conversion rate, so that all steps together give it.</remarks>
public static class VisitFunnel
{
    /// <summary>The last stage.</summary>
    public const int Purchase = 4;

    /// <summary>What was left of the checkout of phones and tablets while it was broken.</summary>
    public const double BrokenFactor = 0.4;

    const double MostAtCheckout = .95;

    static readonly double[] Landing = [0, 0, .60, .42, .50, .56];
    static readonly double[] Product = [0, 0, .42, .30, .36, .40];
    static readonly double[] Cart = [0, 0, .72, .60, .62, .66];
    static readonly double[] TierLanding = [1.04, 1, .95, .72];

    /// <summary>The days on which paying on a phone or tablet mostly failed.</summary>
    public static DateRange Broken { get; } = new(new(2023, 5, 10), new(2023, 5, 17));

    /// <summary>How much better than average a device converts.</summary>
    public static double DeviceFactor(DeviceType device) => device switch
    {
        DeviceType.Desktop => 1.2,
        DeviceType.Ctv => .4,
        DeviceType.Mobile => .88,
        _ => .98,
    };

    /// <summary>The chances of the three steps to the checkout.</summary>
    public static (double ToProduct, double ToCart, double ToCheckout) Steps(DeviceType device, PublisherTier tier) =>
        (Landing[(int)device] * TierLanding[(int)tier], Product[(int)device], Cart[(int)device]);

    /// <summary>The chance of the last step where so many clicks convert in all.</summary>
    public static double ToPurchase(DeviceType device, PublisherTier tier, DateOnly day, double cvr)
    {
        var (product, cart, checkout) = Steps(device, tier);
        var isBroken = device is DeviceType.Mobile or DeviceType.Tablet && day >= Broken.First && day <= Broken.Last;
        return Math.Min(MostAtCheckout, cvr / (product * cart * checkout)) * (isBroken ? BrokenFactor : 1);
    }

    /// <summary>The last stage one visitor reaches: 0 the landing page to 4 the purchase. Takes four streams.</summary>
    internal static int Walk(PlaceRandom place, int stream, DeviceType device, PublisherTier tier, DateOnly day, double cvr)
    {
        var (product, cart, checkout) = Steps(device, tier);
        return place.Uniform(stream) >= product ? 0
            : place.Uniform(stream + 1) >= cart ? 1
            : place.Uniform(stream + 2) >= checkout ? 2
            : place.Uniform(stream + 3) >= ToPurchase(device, tier, day, cvr) ? 3
            : Purchase;
    }
}
