using Admetry.App.Panels;
using Admetry.Metrics;
using Xunit;

namespace Admetry.Tests.Panels;

public sealed class TrendStepsTests
{
    [Theory]
    [InlineData("2024-01-01..2024-04-01", Grain.Day, 92, "2024-01-01..2024-04-01"), InlineData("2024-01-01..2024-04-02", Grain.Week, 13, "2024-01-01..2024-03-31")]
    [InlineData("2023-01-01..2024-12-30", Grain.Week, 104, "2023-01-02..2024-12-29"), InlineData("2023-01-01..2024-12-31", Grain.Month, 24, "2023-01-01..2024-12-31")]
    [InlineData("2020-01-15..2024-12-15", Grain.Month, 58, "2020-02-01..2024-11-30"), InlineData("2024-05-05", Grain.Day, 1, "2024-05-05")]
    public void Steps_are_days_or_whole_weeks_or_whole_months(string days, Grain grain, int count, string covered)
    {
        var steps = TrendSteps.Of(Days(days));

        Assert.Equal((grain, count, covered), (steps.Grain, steps.Firsts.Count, steps.Days.ToString()));
        Assert.Equal(steps.Days.First, steps.Firsts[0]);
        for (var i = 0; i < count; i++)
            Assert.Equal(i + 1 < count ? steps.Firsts[i + 1].AddDays(-1) : steps.Days.Last, steps.DaysOf(i).Last);
    }

    [Theory]
    [InlineData("2024-03-01..2024-03-30", "previous", "2024-01-26..2024-02-24"), InlineData("2024-03-01..2024-03-30", "year", "2023-03-03..2023-04-01")]
    [InlineData("2022-01-01..2024-06-30", "year", "2021-01-01..2023-06-30"), InlineData("2022-01-01..2024-06-30", "previous", "2019-07-01..2021-12-31")]
    public void The_days_compared_with_have_as_many_steps_that_meet_the_first_with_the_first(string days, string comparison, string before)
    {
        var steps = TrendSteps.Of(Days(days));
        var earlier = steps.Before(comparison is "year" ? Comparison.PreviousYear : Comparison.Previous)!;

        Assert.Equal(before, earlier.Days.ToString());
        Assert.Equal((steps.Grain, steps.Firsts.Count), (earlier.Grain, earlier.Firsts.Count));
        if (steps.Grain is Grain.Day)
            Assert.All(steps.Firsts.Zip(earlier.Firsts), pair => Assert.Equal(pair.First.DayOfWeek, pair.Second.DayOfWeek));
    }

    [Fact]
    public void Chosen_days_without_a_whole_step_are_compared_with_nothing() =>
        Assert.Null(TrendSteps.Of(Days("2023-01-01..2024-12-31")).Before(Comparison.With(Days("2022-01-02..2022-01-20"))));

    [Fact]
    public void Labels_name_the_year_only_where_there_are_several()
    {
        Assert.Equal("2 Sep", TrendSteps.Of(Days("2024-09-01..2024-09-30")).Label(1));
        Assert.Equal("31 Dec 2023", TrendSteps.Of(Days("2023-12-31..2024-01-30")).Label(0));
        Assert.Equal("Feb 2022", TrendSteps.Of(Days("2022-01-01..2024-12-31")).Label(1));
    }

    static DateRange Days(string text) => DateRange.TryParse(text, out var days) ? days : throw new ArgumentException(text);
}
