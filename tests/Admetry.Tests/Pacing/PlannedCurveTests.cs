using Admetry.Pacing;
using Xunit;

namespace Admetry.Tests.Pacing;

/// <summary>The weights of days.</summary>
public sealed class PlannedCurveTests
{
    [Fact]
    public void An_even_plan_has_no_weights_and_a_seasonal_one_a_weight_for_each_day()
    {
        DateRange days = new(new(2024, 11, 28), new(2024, 12, 3));

        Assert.Null(PlannedCurve.Weights(PacingCurve.Even, days));
        // Thursday, Black Friday, the weekend, Cyber Monday, and a Tuesday of December.
        Assert.Equal(
            [1.30m * 1.05m, 1.30m * 1.02m * 1.8m, 1.30m * .95m * 1.3m, 1.33m * .93m * 1.3m, 1.33m * .97m * 1.7m, 1.33m * 1.03m],
            PlannedCurve.Weights(PacingCurve.Season, days)!);
    }

    [Fact]
    public void January_and_the_days_after_christmas_are_cheap()
    {
        Assert.Equal(.72m * .97m, PlannedCurve.Season(new(2024, 1, 1)));
        Assert.Equal(1.33m * 1.05m * .75m, PlannedCurve.Season(new(2024, 12, 25)));
        Assert.Equal(1.33m * 1.03m, PlannedCurve.Season(new(2024, 12, 24)));
    }

    [Theory, InlineData(2019, 29), InlineData(2020, 27), InlineData(2021, 26), InlineData(2024, 29), InlineData(2018, 23)]
    public void Black_friday_follows_the_fourth_thursday(int year, int day) =>
        Assert.Equal(day, Enumerable.Range(1, 30).MaxBy(day => PlannedCurve.Season(new(year, 11, day))));
}
