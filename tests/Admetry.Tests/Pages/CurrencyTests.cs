using Admetry.App;
using Admetry.App.Components;
using Admetry.Metrics;
using Admetry.Tests.Fixtures;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Admetry.Tests.Pages;

/// <summary>Money in several currencies, and range totals beside daily rows: a page says what it cannot add up, and the way on.</summary>
public sealed class CurrencyTests
{
    const string InEuro = "update dim_account set currency = 'EUR' where account_id = 4; update fact_core_metrics set currency = 'EUR' where account_id = 4;";

    const string Rates = "insert into fx_rate (date_id, from_currency, to_currency, rate, source) select date_id, 'EUR', 'USD', 2, 'test' from dim_date where date between date '2023-01-01' and date '2024-12-31';";

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Money_that_cannot_be_added_up_comes_with_a_link_for_each_currency_and_they_answer()
    {
        await using var world = await WebWorld.CreateAsync();
        await world.RunAsync(InEuro);
        await using var server = await ServerAsync(world, null);
        var page = await GetAsync(server, "/?cmp=none");
        var ways = page.QuerySelectorAll(".ways a").ToDictionary(way => way.TextContent, way => way.GetAttribute("href")!);

        Assert.Equal(["Only what is in EUR", "Only what is in USD"], ways.Keys.Order(StringComparer.Ordinal));
        Assert.StartsWith("€", Spend(await GetAsync(server, ways["Only what is in EUR"])), StringComparison.Ordinal);
        Assert.StartsWith("$", Spend(await GetAsync(server, ways["Only what is in USD"])), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_rates_are_known_everything_can_be_shown_in_one_currency()
    {
        await using var world = await WebWorld.CreateAsync();
        await world.RunAsync(InEuro + Rates);
        await using var server = await ServerAsync(world, null);
        var ways = (await GetAsync(server, "/?cmp=none")).QuerySelectorAll(".ways a").ToDictionary(way => way.TextContent, way => way.GetAttribute("href")!);
        var all = await GetAsync(server, ways["Everything in USD"]);

        Assert.EndsWith("cur=USD", ways["Everything in USD"], StringComparison.Ordinal);
        Assert.DoesNotContain("Everything in EUR", ways.Keys);
        Assert.Equal(Amount(await GetAsync(server, ways["Only what is in USD"])) + (2 * Amount(await GetAsync(server, ways["Only what is in EUR"]))), Amount(all));
        Assert.Contains("Money in USD", all.QuerySelector(".chips")!.TextContent.Replace("  ", " ", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Totals_of_whole_periods_within_the_days_are_named_with_their_rows()
    {
        await using var world = await WebWorld.CreateAsync();
        await world.RunAsync("""
            insert into fact_period_metrics (first_day, last_day, account_id, campaign_id, adset_id, ad_id, creative_id, breakdown, value_1, value_2, spend, impressions, clicks, currency, load_id, loaded_at)
            values (date '2024-09-09', date '2024-09-15', 4, 15, 0, 0, 0, '', '', '', 77.5, 10, 1, 'USD', 1, timestamptz '2024-10-02 06:00:00+00');
            """);
        await using var server = await ServerAsync(world, "USD");
        var page = await GetAsync(server, "/");
        var link = page.QuerySelector(".totals a")!.GetAttribute("href")!;
        using var http = new HttpClient { BaseAddress = new(server.Urls.First()) };

        Assert.Contains("9–15 Sep 2024", page.QuerySelector(".totals")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("grain=period", link, StringComparison.Ordinal);
        Assert.Contains("2024-09-09,2024-09-15,meta_ads,Beta secret,77.5,", await http.GetStringAsync(new Uri(link, UriKind.Relative), Cancel), StringComparison.Ordinal);
        Assert.Null((await GetAsync(server, "/?r=2024-09-10..2024-09-20")).QuerySelector(".totals"));
    }

    internal static async Task<IHtmlDocument> PageAsync(WebWorld world, string path)
    {
        await using var server = await ServerAsync(world, null);
        return await GetAsync(server, path);
    }

    /// <summary>A server whose workspace has no reporting currency, or one.</summary>
    static async Task<WebApplication> ServerAsync(WebWorld world, string? currency)
    {
        var server = WebHost.Build(Options(world, currency));
        await server.StartAsync(Cancel);
        return server;
    }

    static WebHostOptions Options(WebWorld world, string? currency) => new()
    {
        Url = "http://127.0.0.1:0", Warehouse = world.Warehouse, Metrics = new(world.Warehouse), Catalogue = Catalogue.BuiltIn,
        Site = new("Northwind", currency, TimeZoneInfo.Utc), Clock = new TestClock(WebWorld.Morning), Configure = builder => builder.Logging.ClearProviders(),
    };

    static async Task<IHtmlDocument> GetAsync(WebApplication server, string path)
    {
        using var http = new HttpClient { BaseAddress = new(server.Urls.First()) };
        return new HtmlParser().ParseDocument(await http.GetStringAsync(new Uri(path, UriKind.Relative), Cancel));
    }

    static string Spend(IHtmlDocument page) => page.QuerySelector(".kpi .value")!.GetAttribute("title")!;

    static decimal Amount(IHtmlDocument page) => decimal.Parse(Spend(page)[1..], System.Globalization.CultureInfo.InvariantCulture);
}
