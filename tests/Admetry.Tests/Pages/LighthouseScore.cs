using Xunit;

namespace Admetry.Tests.Pages;

/// <summary>Lighthouse's score of a page on a phone: its five measures, each against the curve of the pages of the web, by its weights (core/config/default-config.js of version 13.5).</summary>
/// <param name="First">Milliseconds until the first of it was painted.</param>
/// <param name="Largest">Milliseconds until its largest part was painted.</param>
/// <param name="Speed">The speed index: how long, on average, what is in sight was not painted yet. When all of it is painted is later, and gives the lower score.</param>
/// <param name="Blocked">What long tasks took beyond 50 ms each, after the first painting.</param>
/// <param name="Shift">How far its parts moved.</param>
sealed record LighthouseScore(double First, double Largest, double Speed, double Blocked, double Shift)
{
    /// <summary>0 to 1.</summary>
    public double Value =>
        (0.10 * Curve(First, 1800, 3000)) + (0.10 * Curve(Speed, 3387, 5800)) + (0.25 * Curve(Largest, 2500, 4000)) + (0.30 * Curve(Blocked, 200, 600)) + (0.25 * Curve(Shift, 0.1, 0.25));

    /// <summary>The share of a log-normal distribution that lies above a value.</summary>
    /// <param name="best">Nine of ten lie above it.</param>
    static double Curve(double value, double best, double median) =>
        value <= 0 ? 1 : (1 - Erf(Math.Log(value / median) * 0.9061938024368232 / -Math.Log(best / median))) / 2;

    // Abramowitz and Stegun, 7.1.26.
    static double Erf(double x)
    {
        var t = 1 / (1 + (0.3275911 * Math.Abs(x)));
        var rest = t * (0.254829592 + (t * (-0.284496736 + (t * (1.421413741 + (t * (-1.453152027 + (t * 1.061405429))))))));
        return Math.Sign(x) * (1 - (rest * Math.Exp(-x * x)));
    }
}

public sealed class LighthouseScoreTests
{
    // What Lighthouse 13.5 printed of four pages, throttled by the browser.
    [Theory]
    [InlineData(937.04, 937.04, 962, 285.001, 0.94), InlineData(921.516, 921.516, 891, 75.926, 1.00)]
    [InlineData(909.729, 1026.908, 933, 141.577, 0.99), InlineData(924.968, 1009.678, 976, 645.414, 0.84)]
    public void It_is_the_score_that_lighthouse_gives(double first, double largest, double speed, double blocked, double score) =>
        Assert.InRange(new LighthouseScore(first, largest, speed, blocked, 0).Value, score - 0.0101, score + 0.0101);
}
