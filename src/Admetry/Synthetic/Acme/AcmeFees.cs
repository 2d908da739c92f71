namespace Admetry.Synthetic.Acme;

/// <summary>What of the advertiser's money stays on the buying and on the selling side, in millionths.</summary>
/// <remarks>Fees are differences: gross − media and media − payout, so that gross is fees and payout to the micro.</remarks>
public static class AcmeFees
{
    const int Million = 1_000_000;

    /// <summary>By how much the fee of a year differs from that of the year before.</summary>
    public const double BuyDrift = -0.005, SellDrift = -0.004;

    static readonly double[] Buy = [0, .225, .175, .10];
    static readonly double[] Sell = [0, .160, .120, .05];

    /// <summary>Of gross, before the day's drift of half a point a year.</summary>
    public static int BuySide(AuctionType auction, AcmeAdvertiser advertiser, DateOnly day) =>
        Parts(Buy[(int)auction] + advertiser.FeeDelta + (BuyDrift * AcmeCalendar.YearsFromMiddle(day)));

    /// <summary>Of media cost.</summary>
    public static int SellSide(AuctionType auction, AcmePublisher publisher, DateOnly day) =>
        Parts(Sell[(int)auction] + publisher.FeeDelta + (SellDrift * AcmeCalendar.YearsFromMiddle(day)));

    /// <summary>What the advertiser pays where media costs <paramref name="media"/>, in micros.</summary>
    public static long Gross(long media, int buySide) => Rounded(media * Million, Million - buySide);

    /// <summary>What the publisher is paid of <paramref name="media"/>, in micros.</summary>
    public static long Payout(long media, int sellSide) => Rounded(media * (Million - sellSide), Million);

    static int Parts(double share) => (int)Math.Round(Math.Clamp(share, .01, .4) * Million);

    static long Rounded(long dividend, long divisor) => (dividend + (divisor / 2)) / divisor;
}
