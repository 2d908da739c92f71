using Admetry.Pacing;
using Admetry.Statistics;
using Xunit;

namespace Admetry.Tests.Pacing;

/// <summary>What a flight will have spent on its last day.</summary>
public sealed class SpendForecastTests
{
    static readonly DateOnly First = new(2024, 3, 1);
    static readonly Flight Even = new(new(First, First.AddDays(9)), 1000);

    [Fact]
    public void On_an_even_plan_the_three_agree_and_a_steady_past_leaves_no_doubt()
    {
        var forecast = SpendForecast.Of(Even, Spend(80, 80, 80, 80), First.AddDays(3))!;

        Assert.Equal(new(800, 800, 800, 800, 800), forecast);
    }

    [Fact]
    public void On_a_curve_the_weights_to_come_count()
    {
        var flight = new Flight(new(First, First.AddDays(3)), 100, [4, 3, 2, 1]);

        var forecast = SpendForecast.Of(flight, Spend(20, 15), First.AddDays(1))!;

        Assert.Equal(35 + (17.5m * 2), forecast.Linear);
        Assert.Equal(35 * 10m / 7, forecast.Curve);
        Assert.Equal(35 + (5m * 3), forecast.Weighted);
    }

    [Fact]
    public void Only_the_last_seven_reported_days_tell_the_pace()
    {
        var flight = new Flight(new(First, First.AddDays(19)), 1000);

        var forecast = SpendForecast.Of(flight, Spend(1000, 1000, 7, 7, 7, 7, 7, 7, 7), First.AddDays(8))!;

        Assert.Equal(2049 + (7 * 11), forecast.Weighted);
        Assert.Equal(2049 * 20 / 9m, forecast.Curve!.Value, 9);
    }

    [Fact]
    public void Days_not_reported_yet_are_still_to_come()
    {
        Assert.Equal(1000, SpendForecast.Of(Even, Spend(100, null, 100, null), First.AddDays(3))!.Weighted);
        Assert.Null(SpendForecast.Of(Even, Spend([null]), First));
        Assert.Null(SpendForecast.Of(Even, Spend(100), First.AddDays(-1)));
    }

    [Fact]
    public void The_daily_cap_limits_what_may_come()
    {
        var forecast = SpendForecast.Of(Even with { DailyCap = 110 }, Spend(100, 140), First.AddDays(1))!;

        Assert.Equal((1200m, 1120m, 1120m), (forecast.Linear, forecast.Weighted, forecast.High));
    }

    [Fact]
    public void Days_without_weight_tell_nothing_of_the_plan()
    {
        var flight = new Flight(new(First, First.AddDays(3)), 100, [0, 0, 1, 1]);

        var forecast = SpendForecast.Of(flight, Spend(5), First)!;

        Assert.Equal((20m, null, 20m), (forecast.Linear, forecast.Curve, forecast.Weighted));
        Assert.Equal((20m, 20m), (forecast.Low, forecast.High));
    }

    [Fact]
    public void The_interval_comes_from_how_days_scatter_and_never_falls_below_what_is_spent()
    {
        // Ratios 80 and 120: standard deviation 28.28; eight days to come and their mean known from two.
        var forecast = SpendForecast.Of(Even, Spend(80, 120), First.AddDays(1))!;
        var margin = 1.6448536269514722 * Math.Sqrt(800 * (8 + (64 / 2.0)));

        Assert.Equal(1000 - margin, (double)forecast.Low, 1e-6);
        Assert.Equal(1000 + margin, (double)forecast.High, 1e-6);
        Assert.Equal(400, SpendForecast.Of(Even, Spend(0, 400), First.AddDays(1))!.Low);
    }

    [Fact]
    public void About_nine_of_ten_ends_lie_within_the_interval()
    {
        var inside = 0;
        for (var seed = 0; seed < 400; seed++)
        {
            var random = new CounterRandom(seed);
            var flight = new Flight(new(First, First.AddDays(39)), 4000);
            decimal?[] days = [.. Enumerable.Range(0, 40).Select(day => (decimal?)(100 * (0.6 + (0.4 * (random.Uniform(day, 1) + random.Uniform(day, 2))))))];
            var forecast = SpendForecast.Of(flight, Spend(days[..20]), First.AddDays(19))!;
            inside += days.Sum() is { } end && forecast.Low <= end && end <= forecast.High ? 1 : 0;
        }

        Assert.InRange(inside, 340, 380);
    }

    static List<DailySpend> Spend(params decimal?[] days) => [.. days.Select((spend, day) => new DailySpend(First.AddDays(day), spend))];
}
