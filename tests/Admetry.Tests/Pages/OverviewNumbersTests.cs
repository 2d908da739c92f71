using System.Globalization;
using System.Text.Json;
using Admetry.Tests.Fixtures;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Builder;
using Xunit;

namespace Admetry.Tests.Pages;

/// <summary>The numbers in the page's first answer beside what SQL says of the facts.</summary>
public sealed class OverviewNumbersTests : IAsyncLifetime
{
    WebWorld world = null!;
    WebApplication server = null!;
    HttpClient client = null!;

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        world = await WebWorld.CreateAsync();
        await StartAsync(WebWorld.Morning);
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await server.DisposeAsync();
        await world.DisposeAsync();
    }

    [Fact]
    public async Task Tile_table_and_chart_show_what_the_facts_add_up_to()
    {
        var page = await PageAsync("/");
        var (now, before) = (await SpendAsync(20240902, 20241001), await SpendAsync(20240729, 20240827));

        Assert.Equal(Money(now), page.QuerySelector(".kpi .value")!.GetAttribute("title"));
        Assert.Equal(Money(now), Cells(page.QuerySelector("#campaigns tbody tr:last-child")!)[1]);
        Assert.Equal((now / before - 1).ToString("+0.0\u00A0%;\u22120.0\u00A0%", CultureInfo.InvariantCulture), Cells(page.QuerySelector("#campaigns tbody tr:last-child")!)[2]);
        using var trend = JsonDocument.Parse(page.QuerySelector("#trend script")!.TextContent);
        var series = trend.RootElement.GetProperty("series").EnumerateArray().Select(one => one.GetProperty("values").EnumerateArray().Sum(value => value.GetDecimal())).ToList();
        Assert.Equal([now, before], series);
    }

    [Fact, Scored(Row.Numbers)]
    public async Task Other_is_what_the_ten_largest_leave_of_the_total_and_its_rates_are_computed_anew()
    {
        var rows = (await PageAsync("/")).QuerySelectorAll("#campaigns tbody tr").Select(Cells).ToList();
        decimal Number(string text) => decimal.Parse(text.TrimStart('$'), NumberStyles.Number, CultureInfo.InvariantCulture);

        Assert.Equal(12, rows.Count);
        Assert.Equal("Other (5)", rows[10][0]);
        Assert.Equal(Number(rows[11][1]) - rows.Take(10).Sum(row => Number(row[1])), Number(rows[10][1]));
        Assert.Equal(Number(rows[11][4]) - rows.Take(10).Sum(row => Number(row[4])), Number(rows[10][4]));
        Assert.Equal(Math.Round(Number(rows[10][1]) / Number(rows[10][4]), 2), Number(rows[10][6]));
        Assert.Equal(15, (await PageAsync("/?n=all")).QuerySelectorAll("#campaigns tbody tr:not(.total)").Length);
    }

    [Fact]
    public async Task A_day_that_is_not_over_is_dotted_and_lowers_no_number()
    {
        await RestartAsync(new(2024, 10, 1, 9, 30, 0, TimeSpan.Zero));
        var page = await PageAsync("/?r=2024-09-25..2024-10-01");

        Assert.Equal(Money(await SpendAsync(20240925, 20240930)), page.QuerySelector(".kpi .value")!.GetAttribute("title"));
        Assert.Contains("Today is not over: numbers and changes cover 25–30 Sep 2024.", page.QuerySelector(".covered")!.TextContent, StringComparison.Ordinal);
        using var trend = JsonDocument.Parse(page.QuerySelector("#trend script")!.TextContent);
        var partial = trend.RootElement.GetProperty("series").EnumerateArray().Single(one => one.GetProperty("role").GetString() == "partial");
        var current = trend.RootElement.GetProperty("series").EnumerateArray().Single(one => one.GetProperty("role").GetString() == "current");
        Assert.Equal(JsonValueKind.Null, current.GetProperty("values")[6].ValueKind);
        Assert.Equal(await SpendAsync(20241001, 20241001), partial.GetProperty("values")[6].GetDecimal());
    }

    [Fact]
    public async Task The_table_sorts_by_the_column_that_was_pressed()
    {
        var rows = (await PageAsync("/?sort=cpc")).QuerySelectorAll("#campaigns tbody tr:not(.total)").Select(row => Cells(row)[6]).ToList();

        Assert.Equal(rows.OrderByDescending(text => decimal.Parse(text.TrimStart('$'), CultureInfo.InvariantCulture)), rows);
    }

    [Theory]
    [InlineData("/?r=2019", "No data on these days"), InlineData("/?f=campaign:nobody", "Nothing passes these filters")]
    [InlineData("/?f=keyword:shoes;country:US", "cannot be shown together")]
    public async Task A_page_without_numbers_says_which_kind_of_nothing_it_is(string path, string heading) =>
        Assert.Contains(heading, (await PageAsync(path)).QuerySelector("main section.card h2")!.TextContent, StringComparison.Ordinal);

    [Fact]
    public async Task The_form_leads_to_the_short_address()
    {
        using var handler = new HttpClientHandler { AllowAutoRedirect = false };
        using var plain = new HttpClient(handler) { BaseAddress = client.BaseAddress };
        using var response = await plain.GetAsync(
            new Uri("/?r=7d&from=2024-09-02&to=2024-10-01&shown=2024-09-02..2024-10-01&cmp=prev&platform=meta_ads", UriKind.Relative), Cancel);

        Assert.Equal(System.Net.HttpStatusCode.Redirect, response.StatusCode);
        Assert.EndsWith("/?r=7d&f=platform:meta_ads", response.Headers.Location!.OriginalString, StringComparison.Ordinal);
    }

    async Task RestartAsync(DateTimeOffset now)
    {
        client.Dispose();
        await server.DisposeAsync();
        await StartAsync(now);
    }

    async Task StartAsync(DateTimeOffset now)
    {
        server = world.Server(now: now);
        await server.StartAsync(Cancel);
        client = new() { BaseAddress = new(server.Urls.First()) };
    }

    async Task<IHtmlDocument> PageAsync(string path) =>
        new HtmlParser().ParseDocument(await client.GetStringAsync(new Uri(path, UriKind.Relative), Cancel));

    async Task<decimal> SpendAsync(int first, int last)
    {
        await using var connection = await world.Warehouse.Source.OpenConnectionAsync(Cancel);
        await using var command = connection.CreateCommand();
        command.CommandText = $"select cast(sum(spend) as decimal(18,6)) from fact_core_metrics where date_id between {first} and {last}";
        return (decimal)(await command.ExecuteScalarAsync(Cancel))!;
    }

    static string[] Cells(IElement row) => [.. row.Children.Select(cell => cell.QuerySelector("bdi")!.TextContent)];

    static string Money(decimal amount) => amount.ToString("$#,##0.00", CultureInfo.InvariantCulture);
}
