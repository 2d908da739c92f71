using Admetry.Metrics;
using Xunit;

namespace Admetry.Tests.Metrics;

public sealed class TimeKeysTests
{
    [Theory]
    [InlineData(TimePart.Date, "2024-12-30", "2024-12-30", "2024-12-30")]
    [InlineData(TimePart.Week, "2024-12-31", "2025-W01", "2024-12-30")]
    [InlineData(TimePart.Week, "2021-01-03", "2020-W53", "2020-12-28")]
    [InlineData(TimePart.Month, "2024-02-29", "2024-02", "2024-02-01")]
    [InlineData(TimePart.Quarter, "2024-12-31", "2024-Q4", "2024-10-01")]
    [InlineData(TimePart.Quarter, "2024-03-31", "2024-Q1", "2024-01-01")]
    [InlineData(TimePart.Year, "2024-12-31", "2024", "2024-01-01")]
    [InlineData(TimePart.FirstDay, "2024-12-31", "2024-12-31", "2024-12-31")]
    public void A_day_lies_in_a_part_that_is_written_and_read_back(TimePart part, string day, string text, string first)
    {
        var start = TimeKeys.First(part, DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture));

        Assert.Equal(first, start.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(text, TimeKeys.Format(part, start));
        Assert.True(TimeKeys.TryParse(part, text.ToLowerInvariant(), out var read));
        Assert.Equal(start, read);
    }

    [Theory]
    [InlineData("2024-01-01", "1"), InlineData("2024-01-06", "6"), InlineData("2024-01-07", "7")]
    public void Days_of_the_week_count_from_Monday(string day, string number)
    {
        var date = DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture);

        Assert.Equal(number, TimeKeys.Format(TimePart.DayOfWeek, date));
        Assert.True(TimeKeys.TryParse(TimePart.DayOfWeek, number, out var read));
        Assert.Equal(date.DayOfWeek, read.DayOfWeek);
    }

    [Theory]
    [InlineData(TimePart.Date, "2024-02-30"), InlineData(TimePart.Date, "30.01.2024"), InlineData(TimePart.Week, "2024-W53")]
    [InlineData(TimePart.Week, "2024-W00"), InlineData(TimePart.Week, "2024-Wab"), InlineData(TimePart.Week, "20xx-W01")]
    [InlineData(TimePart.Week, "2024-05"), InlineData(TimePart.Month, "2024-13"), InlineData(TimePart.Month, "Jan")]
    [InlineData(TimePart.Quarter, "2024-Q0"), InlineData(TimePart.Quarter, "2024"), InlineData(TimePart.Quarter, "20x4-Q1")]
    [InlineData(TimePart.Year, "24"), InlineData(TimePart.DayOfWeek, "8"), InlineData(TimePart.DayOfWeek, "0")]
    public void What_is_no_part_of_time_is_not_read(TimePart part, string text) => Assert.False(TimeKeys.TryParse(part, text, out _));
}
