namespace Admetry.Synthetic.Acme;

/// <summary>What a campaign's day brings by what it spends: clicks = <see cref="Factor"/> × spend to the power of <see cref="Exponent"/>.</summary>
/// <remarks>At the prices and with creatives as fresh as in the middle of its flight; in expectation, without planted events.</remarks>
/// <param name="Campaign">Its number.</param>
/// <param name="Exponent">Between 0 and 1: each further dollar brings less.</param>
/// <param name="DailyMedia">What a day spends on average, in micros.</param>
/// <param name="Clicks">What such a day brings.</param>
public sealed record ResponseCurve(int Campaign, double Exponent, double DailyMedia, double Clicks)
{
    /// <summary>Clicks of a day that spends one dollar.</summary>
    public double Factor => DailyMedia == 0 ? 0 : Clicks / Math.Pow(DailyMedia / 1_000_000, Exponent);

    /// <summary>Clicks of a day that spends so much, in US dollars.</summary>
    public double At(double spend) => Factor * Math.Pow(spend, Exponent);
}
