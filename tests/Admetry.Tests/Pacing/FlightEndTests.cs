using Admetry.Pacing;
using Xunit;

namespace Admetry.Tests.Pacing;

/// <summary>What is billed when a flight ends, and which days spent too much.</summary>
public sealed class FlightEndTests
{
    static readonly DateOnly First = new(2024, 3, 1);

    [Fact]
    public void Over_delivery_is_billed_to_what_was_booked_and_the_rest_is_ours()
    {
        Assert.Equal((1.1, 100m, 10m, 0m), Told(new(110, 100)));
        Assert.Equal((0.9, 90m, 0m, 10m), Told(new(90, 100)));
        Assert.Equal((null, 0m, 5m, 0m), Told(new(5, 0)));

        static (double?, decimal, decimal, decimal) Told(FlightEnd end) => (end.Ratio, end.Billable, end.Bonus, end.Shortfall);
    }

    [Fact]
    public void A_day_may_spend_a_fifth_more_than_its_cap_and_the_flight_no_more_than_its_budget()
    {
        var flight = new Flight(new(First, First.AddDays(9)), 300) { DailyCap = 100 };

        Assert.Equal(
            [new(First.AddDays(1), 121, 120), new(First.AddDays(2), 70, 59), new(First.AddDays(3), 1, 0)],
            SpendLimits.Broken(flight, Spend(120, 121, 70, 1)));
        Assert.Equal([new(First.AddDays(1), 200, 180)], SpendLimits.Broken(new(flight.Days, 300), Spend(120, 200)));
        Assert.Empty(SpendLimits.Broken(flight with { Changes = [new(First.AddDays(2), 400)] }, Spend(120, 120, 120)));
    }

    static List<DailySpend> Spend(params decimal?[] days) => [.. days.Select((spend, day) => new DailySpend(First.AddDays(day), spend))];
}
