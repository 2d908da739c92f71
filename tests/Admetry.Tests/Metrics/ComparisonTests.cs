using Admetry.Metrics;
using Xunit;

namespace Admetry.Tests.Metrics;

public sealed class ComparisonTests
{
    static string? Against(Comparison comparison, DateOnly first, DateOnly last) => comparison.Against(new(first, last))?.ToString();

    [Fact]
    public void Nothing_is_compared_with_nothing() => Assert.Null(Against(Comparison.None, new(2024, 1, 1), new(2024, 1, 7)));

    [Theory]
    [InlineData(1), InlineData(6), InlineData(7), InlineData(8), InlineData(31), InlineData(365)]
    public void The_previous_period_begins_on_the_same_weekday_and_does_not_overlap(int days)
    {
        var range = new DateRange(new(2024, 5, 17), new DateOnly(2024, 5, 17).AddDays(days - 1));

        var before = Comparison.Previous.Against(range)!.Value;

        Assert.Equal((range.First.DayOfWeek, days), (before.First.DayOfWeek, before.Days));
        Assert.InRange(range.First.DayNumber - before.Last.DayNumber, 1, 7);
    }

    [Fact]
    public void Without_weekdays_the_previous_period_ends_the_day_before() => Assert.Equal(
        "2023-12-01..2023-12-31", Against(new PreviousPeriod(AlignWeekdays: false), new(2024, 1, 1), new(2024, 1, 31)));

    [Fact]
    public void The_year_before_keeps_weekdays_or_dates()
    {
        Assert.Equal("2023-01-02..2023-01-08", Against(Comparison.PreviousYear, new(2024, 1, 1), new(2024, 1, 7)));
        Assert.Equal("2023-02-01..2023-02-28", Against(new YearBefore(AlignWeekdays: false), new(2024, 2, 1), new(2024, 2, 29)));
    }
}
