using Admetry.App.Components;
using Admetry.Metrics;
using Xunit;

namespace Admetry.Tests.Components;

public sealed class ComponentTests
{
    const string Hostile = "</script><script>alert(1)</script>\" onmouseover=\"x";

    [Fact]
    public async Task A_chart_has_a_name_a_summary_and_the_equal_table()
    {
        var page = await Chart(new(ChartKind.Lines, ["1 Sep", "2 Sep"],
            [new("Spend", SeriesRole.Current, [1200.5, null], ["$1,200.50", ""]), new("August", SeriesRole.Comparison, [1, 2], ["$1.00", "$2.00"])], Unit.Money, "USD"));

        var chart = page.QuerySelector("adm-chart")!;
        Assert.Equal(("img", "The finding"), (chart.GetAttribute("role"), chart.GetAttribute("aria-label")));
        Assert.Equal("In words", page.QuerySelector("#" + chart.GetAttribute("aria-describedby"))!.TextContent);
        Assert.Equal(["1 Sep|$1,200.50|$1.00", "2 Sep|–|$2.00"],
            page.QuerySelectorAll("tbody tr").Select(row => string.Join('|', row.Children.Select(cell => cell.TextContent.Trim()))));
    }

    [Fact]
    public async Task A_hostile_name_cannot_leave_the_charts_data()
    {
        var page = await Chart(new(ChartKind.Bars, [Hostile], [new(Hostile, SeriesRole.Current, [1], ["$1.00"])], Unit.Money, "USD"));

        var script = Assert.Single(page.QuerySelectorAll("script"));
        Assert.Equal("application/json", script.GetAttribute("type"));
        Assert.DoesNotContain('<', script.TextContent);
        using var data = System.Text.Json.JsonDocument.Parse(script.TextContent);
        Assert.Equal(Hostile, data.RootElement.GetProperty("labels")[0].GetString());
        Assert.Empty(page.QuerySelectorAll("[onmouseover]"));
    }

    [Fact]
    public async Task A_tile_says_its_change_in_words_to_those_who_hear_it()
    {
        var page = await Rendering.OfAsync<KpiTile>(("Metric", CostMetrics.Cpc), ("Value", MetricValue.Number(0.8)), ("Currency", "USD"),
            ("Delta", Delta.Between(MetricValue.Number(0.8), MetricValue.Number(1), CostMetrics.Cpc, "USD")), ("Trend", new double?[] { 1, 2, null, 3 }));

        Assert.Equal("$0.80", page.QuerySelector(".value")!.TextContent);
        Assert.Contains("CPC down −$0.20, −20.0\u00A0%, from $1.00", page.QuerySelector(".delta .hidden")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector(".delta .good"));
        Assert.Equal(2, page.QuerySelectorAll(".spark polyline").Length);
        Assert.Equal("tile-cpc-definition", page.QuerySelector("button")!.GetAttribute("popovertarget"));
        Assert.NotNull(page.QuerySelector("#tile-cpc-definition[popover]"));
    }

    [Fact]
    public async Task Table_cells_keep_foreign_text_as_text_and_numbers_to_the_right()
    {
        var page = await Rendering.OfAsync<DataTable>(("Caption", "Campaigns"),
            ("Columns", new TableColumn[] { new("Name"), new("Spend", IsNumeric: true, SortLink: "/?sort=spend", IsSorted: true) }),
            ("Rows", new TableRow[] { new([new(Hostile, Link: "/?f=campaign:x"), new("$5.00", Bar: 0.5)]) }));

        Assert.Equal(Hostile, page.QuerySelector("tbody th a bdi")!.TextContent);
        Assert.Empty(page.QuerySelectorAll("script"));
        Assert.Equal("number", page.QuerySelector("td")!.ClassName);
        Assert.Equal("50", page.QuerySelector("rect")!.GetAttribute("width"));
        Assert.Equal("descending", page.QuerySelector("thead th:nth-child(2)")!.GetAttribute("aria-sort"));
    }

    [Fact]
    public async Task The_filter_bar_is_a_form_that_holds_the_state_it_shows()
    {
        var state = new ViewState { Comparison = Comparison.None, Sort = "clicks" }
            .Only(Dimensions.Platform, "meta_ads").Only(Dimensions.Campaign, "Brand; new");
        var page = await Rendering.OfAsync<FilterBar>(("Path", "/"), ("State", state), ("Days", new DateRange(new(2024, 9, 2), new(2024, 10, 1))),
            ("Known", new DateRange(new(2023, 4, 1), new(2024, 10, 1))), ("Platforms", new Choice[] { new("meta_ads", "Meta"), new("x_ads", "X") }));

        Assert.Equal("get", page.QuerySelector("form")!.GetAttribute("method"));
        Assert.Equal("30d", page.QuerySelector("select[name=r] option[selected]")!.GetAttribute("value"));
        Assert.Equal("none", page.QuerySelector("select[name=cmp] option[selected]")!.GetAttribute("value"));
        Assert.Equal(["meta_ads"], page.QuerySelectorAll("input[name=platform][checked]").Select(box => box.GetAttribute("value")!));
        Assert.Equal(@"campaign:Brand\; new", page.QuerySelector("input[name=f]")!.GetAttribute("value"));
        Assert.Equal("clicks", page.QuerySelector("input[name=sort]")!.GetAttribute("value"));
        Assert.Contains("2024-Q4", page.QuerySelectorAll("optgroup[label=Quarters] option").Select(option => option.GetAttribute("value")));
        Assert.Equal(2, page.QuerySelectorAll(".chips li").Length);
        Assert.Contains("Meta", page.QuerySelector(".chips")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(EmptyReason.NoDataInRange, "No data on these days"), InlineData(EmptyReason.FilteredOut, "Nothing passes these filters")]
    [InlineData(EmptyReason.NotConnected, "No data yet"), InlineData(EmptyReason.NotAllowed, "You may not see this")]
    public async Task Each_kind_of_emptiness_says_which_it_is(EmptyReason kind, string heading)
    {
        var page = await Rendering.OfAsync<EmptyState>(("Kind", kind), ("Link", "/"), ("LinkText", "Out"));

        Assert.Equal(heading, page.QuerySelector("h2")!.TextContent);
        Assert.Equal("/", page.QuerySelector("a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task A_failed_panel_says_why_and_offers_to_try_again()
    {
        var page = await Rendering.OfAsync<ErrorPanel>(("What", "It failed"), ("Reasons", new[] { "First.", "Second." }), ("Retry", "/?r=7d"), ("Reference", "abc"));

        Assert.Equal("alert", page.QuerySelector("section")!.GetAttribute("role"));
        Assert.Equal("/?r=7d", page.QuerySelector("a")!.GetAttribute("href"));
        Assert.Contains("abc", page.QuerySelector("code")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2024-10-01", false, "Data through 1 Oct 2024"), InlineData("2024-09-20", true, "Data through 20 Sep 2024 (12 days ago)")]
    [InlineData("2024-10-02", false, "Data through 2 Oct 2024 (today, not over yet)"), InlineData(null, false, "No data yet")]
    public async Task Freshness_is_told_and_old_data_stands_out(string? last, bool isStale, string text)
    {
        var page = await Rendering.OfAsync<FreshnessChip>(("LastDay", last is null ? null : DateOnly.Parse(last, null)), ("Today", new DateOnly(2024, 10, 2)));

        Assert.Equal(text, page.QuerySelector("p")!.TextContent);
        Assert.Equal(isStale, page.QuerySelector(".stale") is not null);
    }

    static Task<AngleSharp.Html.Dom.IHtmlDocument> Chart(ChartSpec spec) => Rendering.OfAsync<ChartFigure>(
        ("Id", "c"), ("Title", "The finding"), ("Subtitle", "Spend, USD"), ("Summary", "In words"), ("LabelTitle", "Day"), ("Spec", spec));
}
