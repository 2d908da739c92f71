using Admetry.App.Components;
using Admetry.App.Panels;
using Admetry.Metrics;
using Admetry.Storage.Warehouse;
using Admetry.Tests.Fixtures;
using Xunit;

namespace Admetry.Tests.Pages;

public sealed class PageDaysTests
{
    static readonly DateOnly Today = new(2024, 10, 2);

    [Fact]
    public void The_last_thirty_days_end_yesterday() =>
        Assert.Equal("2024-09-02..2024-10-01", Of(ViewState.Default, last: new(2024, 10, 2)).Covered.ToString());

    [Fact]
    public void Where_data_ended_years_ago_the_days_end_there_and_the_page_says_so()
    {
        var days = Of(ViewState.Default, last: new(2021, 6, 30));

        Assert.Equal("2021-06-01..2021-06-30", days.Covered.ToString());
        Assert.Contains("Data ends on 30 Jun 2021", Assert.Single(days.Remarks), StringComparison.Ordinal);
    }

    [Fact, Scored(Row.Numbers)]
    public void Today_is_drawn_but_neither_counted_nor_compared()
    {
        var days = Of(new() { Period = Period.Parse("2024-09-26..2024-10-02")! }, last: Today);

        Assert.Equal("2024-09-26..2024-10-01", days.Covered.ToString());
        Assert.Equal(Today, days.Partial);
        Assert.Equal("2024-09-19..2024-09-24", days.Compared.ToString());
        Assert.Contains("Today is not over", Assert.Single(days.Remarks), StringComparison.Ordinal);
    }

    [Fact]
    public void Today_alone_is_compared_with_nothing()
    {
        var days = Of(new() { Period = Period.Parse("2024-10-02")! }, last: Today);

        Assert.Equal("2024-10-02", days.Covered.ToString());
        Assert.Null(days.Compared);
    }

    [Fact]
    public void A_quarter_that_data_does_not_reach_the_end_of_is_covered_in_part()
    {
        var days = Of(new() { Period = Period.Parse("2024-Q3")! }, last: new(2024, 8, 15));

        Assert.Equal("2024-07-01..2024-08-15", days.Covered.ToString());
        Assert.Contains("1 Jul – 15 Aug 2024", Assert.Single(days.Remarks), StringComparison.Ordinal);
    }

    [Fact]
    public void Days_before_the_first_with_data_are_no_measure()
    {
        var days = Of(new() { Period = Period.Parse("2023-Q2")! }, last: new(2024, 10, 1), first: new(2023, 4, 1));

        Assert.Null(days.Compared);
        Assert.Contains("Data begins on 1 Apr 2023", Assert.Single(days.Remarks), StringComparison.Ordinal);
    }

    [Fact]
    public void Days_after_the_last_with_data_cover_nothing() =>
        Assert.Null(Of(new() { Period = Period.Parse("2025")! }, last: new(2024, 10, 1)).Covered);

    [Fact]
    public void Totals_of_periods_answer_for_exactly_their_days()
    {
        var march = new DateRange(new(2024, 3, 1), new(2024, 3, 31));
        var facts = new WarehouseFacts([], [], null, [march], null);

        Assert.Equal(march, PageDays.Of(ViewState.Default, facts, Today).Covered);
        Assert.Equal(march, PageDays.Of(new() { Period = Period.Parse("2024-03")! }, facts, Today).Covered);
        Assert.Null(PageDays.Of(new() { Period = Period.Parse("2024-Q1")! }, facts, Today).Covered);
    }

    [Theory]
    [InlineData("2024-01-01..2024-03-31", Grain.Day, 91, "2024-01-01..2024-03-31"), InlineData("2024-01-01..2024-06-30", Grain.Week, 26, "2024-01-01..2024-06-30")]
    [InlineData("2024-01-02..2024-07-01", Grain.Week, 25, "2024-01-08..2024-06-30"), InlineData("2020-01-15..2024-06-30", Grain.Month, 53, "2020-02-01..2024-06-30")]
    public void A_trend_has_days_or_whole_weeks_or_whole_months(string range, Grain grain, int count, string covered)
    {
        Assert.True(DateRange.TryParse(range, out var days));
        var steps = TrendSteps.Of(days);

        Assert.Equal((grain, count, covered), (steps.Grain, steps.Firsts.Count, steps.Days.ToString()));
        Assert.Equal(count, steps.Before(Comparison.Previous)!.Firsts.Count);
        Assert.True(steps.Before(Comparison.Previous)!.Days.Last < steps.Days.First);
    }

    static PageDays Of(ViewState state, DateOnly last, DateOnly? first = null) =>
        PageDays.Of(state, new([], [], new(first ?? new(2020, 1, 1), last), [], null), Today);
}
