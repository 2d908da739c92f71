using Admetry.Metrics;
using Admetry.Pacing;
using Admetry.Statistics;
using Xunit;

namespace Admetry.Tests.Pacing;

/// <summary>Ideal, index, bands and targets, worked by hand.</summary>
public sealed class PacingTests
{
    static readonly DateOnly First = new(2024, 3, 1); // a Friday
    static readonly Flight Even = new(new(First, First.AddDays(9)), 1000);
    static readonly Flight Curve = new(new(First, First.AddDays(3)), 100, [4, 3, 2, 1]);

    [Fact]
    public void The_ideal_is_the_budget_in_proportion_to_the_weights_so_far()
    {
        Assert.Equal([0, 100, 500, 1000, 1000], new[] { -1, 0, 4, 9, 20 }.Select(day => PacingPlan.Ideal(Even, First.AddDays(day))));
        Assert.Equal([40, 70, 90, 100], Curve.EachDay().Select(day => PacingPlan.Ideal(Curve, day)));
    }

    [Fact]
    public void A_reading_tells_index_share_of_budget_and_time()
    {
        var reading = PacingReading.Of(Even, Spend(90, 90, 90, 90), First.AddDays(3));

        Assert.Equal((360m, 400m, 1000m, 0.4), (reading.Spend, reading.Ideal, reading.Budget, reading.TimeElapsed));
        Assert.Equal((0.9, 0.36, PacingBand.Under), (reading.Index, reading.BudgetSpent, reading.Band));
        Assert.Equal(First.AddDays(3), reading.Through);
        Assert.Empty(reading.Unreported);
    }

    [Fact]
    public void Days_not_reported_yet_make_no_flight_look_late()
    {
        var reading = PacingReading.Of(Even, Spend(100, null, 100, null), First.AddDays(4));

        Assert.Equal((200m, 200m, 0.5), (reading.Spend, reading.Ideal, reading.TimeElapsed));
        Assert.Equal([First.AddDays(1), First.AddDays(3), First.AddDays(4)], reading.Unreported);
        Assert.Equal(First.AddDays(2), reading.Through);
        Assert.Equal(PacingBand.OnTrack, reading.Band);
    }

    [Fact]
    public void A_day_reported_in_part_is_money_spent_and_no_lateness()
    {
        List<DailySpend> spend = [.. Spend(100, 100, 100, 100), new(First.AddDays(4), 30) { IsPartial = true }];

        var reading = PacingReading.Of(Even, spend, First.AddDays(5));

        Assert.Equal((430m, 30m, 400m, 1.0, 0.43), (reading.Spend, reading.PartialSpend, reading.Ideal, reading.Index, reading.BudgetSpent));
        Assert.Equal((First.AddDays(3), PacingBand.OnTrack), (reading.Through, reading.Band));
        Assert.Equal([First.AddDays(4)], reading.Partial);
        Assert.Equal([First.AddDays(5)], reading.Unreported);
    }

    [Fact]
    public void Late_days_are_expected_to_have_met_their_target_or_what_is_known_of_them_if_that_is_more()
    {
        List<DailySpend> spend = [.. Spend(100, 100, 100, 100), new(First.AddDays(4), 30) { IsPartial = true }];

        // 600 are left for six days; the fifth counts as its 100, not as the 30 that are known.
        Assert.Equal((100m, 100m), (PacingTargets.ByDay(Even, spend, First.AddDays(4))[First.AddDays(5)], PacingTargets.RequiredDailyRate(Even, spend, First.AddDays(4))));
        Assert.Equal((100m, 100m), (PacingTargets.ByDay(Even, spend, First.AddDays(5))[First.AddDays(6)], PacingTargets.RequiredDailyRate(Even, spend, First.AddDays(5))));

        spend[4] = spend[4] with { Spend = 200 };
        Assert.Equal((80m, 80m), (PacingTargets.ByDay(Even, spend, First.AddDays(4))[First.AddDays(5)], PacingTargets.RequiredDailyRate(Even, spend, First.AddDays(4))));
        Assert.Equal(1000, SpendForecast.Of(Even, spend, First.AddDays(4))!.Weighted);
        spend[4] = spend[4] with { Spend = 700 };
        Assert.Equal((1100m, 1100m), (SpendForecast.Of(Even, spend, First.AddDays(4))!.Low, SpendForecast.Of(Even, spend, First.AddDays(4))!.High));
    }

    [Fact]
    public void The_cap_of_a_day_is_the_one_that_a_change_of_the_budget_brought()
    {
        var flight = Even with { DailyCap = 100, Changes = [new(First.AddDays(5), 1500) { DailyCap = 200 }, new(First.AddDays(7), 1600)] };

        Assert.Equal([100m, 100m, 200m, 200m], new[] { 0, 4, 5, 9 }.Select(day => flight.DailyCapOn(First.AddDays(day))));
        Assert.Equal([First], SpendLimits.Broken(flight, Spend(121, 120, 0, 0, 0, 240)).Select(day => day.Day));
        Assert.Equal([First.AddDays(6)], SpendLimits.Broken(flight, Spend(0, 0, 0, 0, 0, 0, 241)).Select(day => day.Day));
        Assert.Equal(1000 + (4 * 200), SpendForecast.Of(flight, Spend(0, 0, 0, 0, 0, 1000), First.AddDays(5))!.High);
    }

    [Fact]
    public void Nothing_reported_planned_or_budgeted_has_no_index()
    {
        var before = PacingReading.Of(Even, Spend(100), First.AddDays(-1));
        Assert.Equal((null, null, null, 0.0), (before.Through, before.Index, before.Band, before.TimeElapsed));
        Assert.Equal(1, PacingReading.Of(Even, [], First.AddDays(99)).TimeElapsed);
        Assert.Null(PacingReading.Of(new(Even.Days, 0), Spend(1), First).BudgetSpent);
    }

    [Theory]
    [InlineData(0, PacingBand.SevereUnder), InlineData(0.799, PacingBand.SevereUnder), InlineData(0.80, PacingBand.Under)]
    [InlineData(0.949, PacingBand.Under), InlineData(0.95, PacingBand.OnTrack), InlineData(1.05, PacingBand.OnTrack)]
    [InlineData(1.051, PacingBand.Over), InlineData(1.20, PacingBand.Over), InlineData(1.21, PacingBand.SevereOver)]
    public void Bands_meet_at_their_limits(double index, PacingBand band) => Assert.Equal(band, PacingReading.BandOf(index));

    [Fact]
    public void The_daily_target_is_planned_anew_from_what_is_left()
    {
        var targets = PacingTargets.ByDay(Even, Spend(50, 150, 60), First.AddDays(2));

        Assert.Equal(100, targets[First]);
        Assert.Equal(950 / 9m, targets[First.AddDays(1)]);
        Assert.Equal(100, targets[First.AddDays(2)]);
        Assert.Equal(740 / 7m, targets[First.AddDays(3)]);
        Assert.Equal(740, targets.Where(day => day.Key > First.AddDays(2)).Sum(day => day.Value), 12);
        Assert.Equal(740 / 7m, PacingTargets.RequiredDailyRate(Even, Spend(50, 150, 60), First.AddDays(2)));
    }

    [Fact]
    public void Weekly_and_monthly_targets_are_sums_of_daily_ones()
    {
        var flight = new Flight(new(new(2024, 2, 26), new(2024, 3, 10)), 1400);

        Assert.Equal([(new(2024, 2, 26), 700m), (new(2024, 3, 4), 700m)], Rounded(TimePart.Week));
        Assert.Equal([(new(2024, 2, 1), 400m), (new(2024, 3, 1), 1000m)], Rounded(TimePart.Month));

        IEnumerable<(DateOnly, decimal)> Rounded(TimePart period) => PacingTargets.ByPeriod(flight, [], new(2024, 2, 25), period)
            .OrderBy(target => target.Key).Select(target => (target.Key, decimal.Round(target.Value, 9)));
    }

    [Fact]
    public void A_budget_that_is_used_up_asks_for_nothing_more()
    {
        Assert.Equal(0, PacingTargets.ByDay(Even, Spend(1100), First)[First.AddDays(1)]);
        Assert.Equal(0, PacingTargets.RequiredDailyRate(Even, Spend(1100), First));
        Assert.Null(PacingTargets.RequiredDailyRate(Even, Spend(1100), First.AddDays(9)));
        Assert.Equal(0, PacingTargets.ByDay(new(new(First, First.AddDays(1)), 10, [1, 0]), Spend(4), First)[First.AddDays(1)]);
    }

    [Fact]
    public void A_new_budget_plans_the_days_from_it_on_and_leaves_those_before_it()
    {
        var raised = Even with { Changes = [new(First.AddDays(5), 1500)] };

        Assert.Equal([500, 700, 1500], new[] { 4, 5, 9 }.Select(day => PacingPlan.Ideal(raised, First.AddDays(day))));
        Assert.Equal((1000m, 1500m), (raised.BudgetOn(First.AddDays(4)), raised.BudgetOn(First.AddDays(5))));
        Assert.Equal(500m, PacingReading.Of(raised, Spend(100, 100, 100, 100, 100), First.AddDays(4)).Ideal);
        Assert.Equal([100, 200], new[] { 4, 5 }.Select(day => PacingTargets.ByDay(raised, Spend(100, 100, 100, 100, 100), First.AddDays(5))[First.AddDays(day)]));
    }

    [Fact]
    public void A_change_before_the_first_day_is_the_budget_and_the_last_of_several_counts()
    {
        var flight = Even with { Changes = [new(First.AddDays(5), 3000), new(First.AddDays(-3), 2000)] };

        Assert.Equal([200, 1000, 3000], new[] { 0, 4, 9 }.Select(day => PacingPlan.Ideal(flight, First.AddDays(day))));
    }

    [Fact]
    public void A_budget_cut_below_the_plan_is_due_at_once()
    {
        var cut = Even with { Changes = [new(First.AddDays(5), 300)] };

        Assert.Equal([500, 300, 300], new[] { 4, 5, 9 }.Select(day => PacingPlan.Ideal(cut, First.AddDays(day))));
    }

    [Fact]
    public void A_change_after_the_last_day_with_weight_plans_nothing()
    {
        var flight = new Flight(new(First, First.AddDays(1)), 10, [1, 0]) { Changes = [new(First.AddDays(1), 20)] };

        Assert.Equal(10, PacingPlan.Ideal(flight, First.AddDays(1)));
    }

    [Fact]
    public void Weights_and_budgets_that_plan_nothing_are_refused()
    {
        Assert.Throws<ArgumentException>(() => new Flight(Even.Days, 1, [1, 2]));
        Assert.Throws<ArgumentException>(() => new Flight(new(First, First.AddDays(1)), 1, [1, -1]));
        Assert.Throws<ArgumentException>(() => new Flight(new(First, First.AddDays(1)), 1, [0, 0]));
        Assert.Throws<ArgumentException>(() => new Flight(Even.Days, -1));
        Assert.Equal(0, Even.Weight(First.AddDays(-1)));
    }

    [Theory]
    [InlineData(1), InlineData(2), InlineData(3), InlineData(4)]
    public void Plans_and_targets_use_up_the_budget_whatever_the_weights_and_changes(int seed)
    {
        var random = new CounterRandom(seed);
        for (var i = 0; i < 50; i++)
        {
            var days = 2 + (int)(random.Uniform(i, 0) * 60);
            var flight = new Flight(
                new(First, First.AddDays(days - 1)), decimal.Round((decimal)random.Between(1, 90_000, i, 1), 2),
                [.. Enumerable.Range(0, days).Select(day => decimal.Round((decimal)random.Between(0.1, 3, i, 100 + day), 3))])
            {
                Changes = [new(First.AddDays((int)(random.Uniform(i, 2) * days)), decimal.Round((decimal)random.Between(1, 90_000, i, 3), 2))],
            };
            var spend = Enumerable.Range(0, days / 2).Select(day => new DailySpend(First.AddDays(day), decimal.Round(flight.Budget / (days * 2), 2))).ToList();
            var asOf = First.AddDays(Math.Max(days / 2, flight.Changes[0].From.DayNumber - First.DayNumber + 1) - 1);

            Assert.Equal(flight.BudgetOn(flight.Days.Last), PacingPlan.Ideal(flight, flight.Days.Last), 9);
            var targets = PacingTargets.ByDay(flight, spend, asOf);
            var late = targets.Where(day => day.Key <= asOf && day.Key.DayNumber >= First.DayNumber + spend.Count).Sum(day => day.Value);
            var left = Math.Max(0, flight.BudgetOn(asOf) - spend.Sum(day => day.Spend!.Value) - late);
            Assert.Equal(asOf < flight.Days.Last ? left : 0, targets.Where(day => day.Key > asOf).Sum(day => day.Value), 9);
            Assert.Equal(asOf < flight.Days.Last ? left / (days - (asOf.DayNumber - First.DayNumber) - 1) : null, PacingTargets.RequiredDailyRate(flight, spend, asOf));
        }
    }

    static List<DailySpend> Spend(params decimal?[] days) => [.. days.Select((spend, day) => new DailySpend(First.AddDays(day), spend))];
}
