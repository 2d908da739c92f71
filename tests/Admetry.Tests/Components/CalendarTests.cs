using Admetry.App.Components;
using Xunit;

namespace Admetry.Tests.Components;

/// <summary>Charts that are tables: days as a calendar, flights along time.</summary>
public sealed class CalendarTests
{
    [Fact]
    public async Task A_calendar_has_a_cell_for_each_day_that_says_it_and_shades_it_by_how_far_it_is_from_its_plan()
    {
        var page = await Rendering.OfAsync<CalendarHeat>(("Caption", "Spend beside plan"), ("Days", new CalendarDay[]
        {
            new(new(2024, 9, 4), 1, "$10.00 of $10.00"), new(new(2024, 9, 5), 4, "$40.00 of $10.00"), new(new(2024, 9, 8), Math.Sqrt(0.5), "$7.07 of $10.00"),
            new(new(2024, 9, 9), 0, "$0.00 of $10.00"), new(new(2024, 9, 10), null, "not reported"),
        }));

        Assert.Equal(["Week from 2 Sep 2024", "Week from 9 Sep 2024"], page.QuerySelectorAll("thead th .hidden").Select(head => head.TextContent));
        Assert.Equal(["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"], page.QuerySelectorAll("tbody th").Select(head => head.TextContent));
        Assert.Equal([
            "Mon: 9 Sep 2024: $0.00 of $10.00 under --far:100%", "Tue: 10 Sep 2024: not reported none --far:0%", "Wed: 4 Sep 2024: $10.00 of $10.00 even --far:0%",
            "Thu: 5 Sep 2024: $40.00 of $10.00 over --far:100%", "Sun: 8 Sep 2024: $7.07 of $10.00 under --far:50%",
        ], page.QuerySelectorAll("tbody td[title]").Select(cell => $"{cell.ParentElement!.QuerySelector("th")!.TextContent}: {cell.QuerySelector(".hidden")!.TextContent} {cell.ClassName} {cell.GetAttribute("style")}"));
    }

    [Fact]
    public async Task Flights_stand_where_their_days_are_filled_as_far_as_they_are_spent()
    {
        var page = await Rendering.OfAsync<FlightStrip>(("Caption", "Flights"), ("AsOf", new DateOnly(2024, 9, 6)), ("Flights", new FlightBar[]
        {
            new("One", "C101", new(new(2024, 9, 1), new(2024, 9, 10)), 0.5, "On track", DeltaTone.Good, "$50.00 of $100.00", "/pacing?flight=1"),
            new("<b>Two</b>", "C102", new(new(2024, 9, 11), new(2024, 9, 20)), 1.4, "Over", DeltaTone.Bad, "$140.00 of $100.00", null),
        }));

        string Bar(int row, string part) => string.Join(' ', new[] { "x", "width" }.Select(name => page.QuerySelectorAll($".{part}")[row].GetAttribute(name)));
        Assert.Equal(["0 50", "50 50"], new[] { Bar(0, "flight"), Bar(1, "flight") });
        Assert.Equal(["0 25", "50 50"], new[] { Bar(0, "strip .spent"), Bar(1, "strip .spent") });
        Assert.Equal("25", page.QuerySelector(".today")!.GetAttribute("x"));
        Assert.Equal(["One", "<b>Two</b>"], page.QuerySelectorAll("tbody th > bdi, tbody th a bdi").Select(name => name.TextContent));
        Assert.Equal(["1–10 Sep 2024", "11–20 Sep 2024"], page.QuerySelectorAll(".strip small").Select(days => days.TextContent));
        Assert.Equal("bad", page.QuerySelectorAll("tbody tr")[1].QuerySelector("td:last-child span")!.ClassName);
    }

    [Fact]
    public void Filters_are_told_in_a_sentence()
    {
        string Name(Admetry.Metrics.Dimension _, string key) => key.ToUpperInvariant();
        Assert.Equal("Not filtered", FilterSentence.Of([], Name));
        Assert.Equal("Platform is META or TIKTOK; Device is not CTV; Campaign contains “brand”", FilterSentence.Of(
        [
            new(Admetry.Metrics.Dimensions.Platform, Admetry.Metrics.FilterKind.In, ["meta", "tiktok"]), new(Admetry.Metrics.Dimensions.Device, Admetry.Metrics.FilterKind.NotIn, ["ctv"]),
            new(Admetry.Metrics.Dimensions.Campaign, Admetry.Metrics.FilterKind.Contains, ["brand"]),
        ], Name));
    }
}
