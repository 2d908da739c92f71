using Xunit;

namespace Admetry.Tests;

public sealed class DateRangeTests
{
    static readonly DateRange January = new(new(2024, 1, 1), new(2024, 1, 31));

    [Fact]
    public void A_range_has_both_its_ends()
    {
        Assert.Equal(31, January.Days);
        Assert.True(January.Contains(new(2024, 1, 1)) && January.Contains(new(2024, 1, 31)));
        Assert.False(January.Contains(new(2024, 2, 1)));
    }

    [Fact]
    public void A_range_that_ends_before_it_starts_is_refused() =>
        Assert.Contains("before it starts", Assert.Throws<ArgumentException>(() => new DateRange(new(2024, 1, 2), new(2024, 1, 1))).Message, StringComparison.Ordinal);

    [Fact]
    public void Ranges_overlap_when_they_share_a_day()
    {
        Assert.True(January.Overlaps(new(new(2024, 1, 31), new(2024, 2, 3))));
        Assert.False(January.Overlaps(DateRange.Day(new(2024, 2, 1))));
    }

    [Theory]
    [InlineData("2024-01-01..2024-01-31", "2024-01-01..2024-01-31")]
    [InlineData(" 2024-02-29 ", "2024-02-29")]
    [InlineData("2024-01-31..2024-01-01", null)]
    [InlineData("2023-02-29", null)]
    [InlineData("01/02/2024", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void Text_is_read_back_as_it_is_written(string? text, string? expected) =>
        Assert.Equal(expected, DateRange.TryParse(text, out var range) ? range.ToString() : null);

    [Fact]
    public void A_range_moves_as_a_whole() =>
        Assert.Equal(new DateRange(new(2023, 12, 25), new(2024, 1, 24)), January.Shift(-7));
}
