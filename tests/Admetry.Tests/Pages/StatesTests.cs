using Admetry.App.Components;
using Admetry.Tests.Fixtures;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Builder;
using Microsoft.Playwright;
using Xunit;

namespace Admetry.Tests.Pages;

/// <summary>What a page says when it cannot show what was asked for, or not yet.</summary>
[Trait("needs", "server")]
public sealed class StatesTests(Browser browser, AcmeServer acme)
{
    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/channels?r=2019", "No data on these days", "Show the last 30 days with data"), InlineData("/channels?r=2024&f=device:nothing", "Nothing passes these filters", "Remove the filters")]
    [InlineData("/portfolio?r=2019", "No data on these days", "Show all clients"), Scored(Row.States)]
    public async Task Nothing_to_show_is_said_with_a_way_out_that_works(string path, string heading, string way)
    {
        var empty = (await acme.PageAsync(path)).QuerySelector(".empty")!;
        var link = empty.QuerySelectorAll("a").Single(link => link.TextContent == way).GetAttribute("href")!;
        var led = await acme.PageAsync(link);

        Assert.Equal(heading, empty.QuerySelector("h2")!.TextContent);
        Assert.Empty(led.QuerySelectorAll(".empty, .error"));
        Assert.NotEmpty(led.QuerySelectorAll("tbody tr"));
    }

    [Fact, Scored(Row.States)]
    public async Task Data_that_ended_weeks_ago_is_said_to_be_old()
    {
        await using var world = await WebWorld.CreateAsync();
        var page = await PageAsync(world, WebWorld.Morning.AddDays(20));

        Assert.Contains("21 days ago", page.QuerySelector(".freshness.stale")!.TextContent, StringComparison.Ordinal);
        Assert.Empty((await PageAsync(world, WebWorld.Morning)).QuerySelectorAll(".stale"));
    }

    [Fact, Scored(Row.States)]
    public async Task A_warehouse_that_fails_is_named_with_a_reference_and_a_way_to_try_again()
    {
        await using var world = await WebWorld.CreateAsync();
        await using (var connection = await world.Warehouse.Source.OpenConnectionAsync(Cancel))
        await using (var command = connection.CreateCommand())
        {
            command.CommandText = "drop table fact_core_metrics; drop table load_log";
            await command.ExecuteNonQueryAsync(Cancel);
        }

        var error = (await PageAsync(world, WebWorld.Morning, "/channels?r=7d")).QuerySelector(".error")!;

        Assert.Equal("alert", error.GetAttribute("role"));
        Assert.Contains("The warehouse did not answer", error.TextContent, StringComparison.Ordinal);
        Assert.NotEqual("", error.QuerySelector("code")!.TextContent);
        Assert.Equal("/channels?r=7d", error.QuerySelector("a")!.GetAttribute("href"));
        Assert.DoesNotContain("fact_core_metrics", error.TextContent, StringComparison.Ordinal);
    }

    [Fact, Scored(Row.States)]
    public async Task A_slow_panel_has_its_frame_and_a_link_while_the_rest_of_the_page_lives()
    {
        var page = await browser.OpenAsync("/definitions", at: await acme.UrlAsync());
        var held = new TaskCompletionSource();
        await page.RouteAsync("**/campaigns/flights*", async route =>
        {
            await held.Task;
            await route.ContinueAsync();
        });
        await page.GotoAsync("/campaigns?r=2024-06");
        await page.Locator("#flights").ScrollIntoViewIfNeededAsync();

        await Assertions.Expect(page.Locator("#flights[busy]")).ToContainTextAsync("Flights along time, with their budgets");
        Assert.Equal(6, await page.Locator(".kpi .value").CountAsync());
        held.SetResult();
        await Assertions.Expect(page.Locator("#flights tbody th a").First).ToBeVisibleAsync();
        await page.Context.CloseAsync();
    }

    [Fact, Scored(Row.States)]
    public async Task While_the_next_numbers_are_awaited_the_old_ones_stay_in_sight_under_a_line_that_says_so()
    {
        var page = await browser.OpenAsync("/channels?r=2024-09", at: await acme.UrlAsync());
        var before = await page.Locator(".kpi .value").First.InnerTextAsync();
        var held = new TaskCompletionSource();
        await page.RouteAsync("**/channels?r=2024-Q1*", async route =>
        {
            await held.Task;
            await route.ContinueAsync();
        });
        await page.Locator("select[name=r]").SelectOptionAsync("2024-Q1");

        await Assertions.Expect(page.Locator(".turbo-progress-bar")).ToBeAttachedAsync();
        Assert.Equal(before, await page.Locator(".kpi .value").First.InnerTextAsync());
        held.SetResult();
        await Assertions.Expect(page.Locator(".covered")).ToContainTextAsync("1 Jan – 31 Mar 2024");
        await Assertions.Expect(page.Locator(".turbo-progress-bar")).ToHaveCountAsync(0);
        await page.Context.CloseAsync();
    }

    [Theory, InlineData(1440, ColorScheme.Light), InlineData(390, ColorScheme.Dark), Scored(Row.States)]
    public async Task A_creative_without_its_picture_has_a_frame_with_its_kind_and_the_reason_stands_above(int width, ColorScheme scheme)
    {
        List<string> errors = [];
        var page = await browser.OpenAsync("/video?r=2024", width, scheme, errors: errors, at: await acme.UrlAsync());
        var frames = page.Locator("#creatives tbody tr:not(.total) .unseen");
        await frames.First.ScrollIntoViewIfNeededAsync();

        Assert.Equal(10, await frames.CountAsync());
        Assert.All(await frames.EvaluateAllAsync<string[]>("all => all.map(one => one.getAttribute('aria-label'))"), label => Assert.Matches("^[A-Z][a-z0-9 ]+, no picture$", label));
        Assert.All(await frames.EvaluateAllAsync<double[][]>("all => all.map(one => [one.getBoundingClientRect().width, one.getBoundingClientRect().height])"), size => Assert.Equal([40, 40], size));
        // Neither frame nor name lies over the other, and what is drawn in the frame can be seen.
        Assert.True(await page.EvaluateAsync<bool>("() => [...document.querySelectorAll('#creatives .unseen')].every(one => one.getBoundingClientRect().right <= one.parentElement.querySelector('a').getBoundingClientRect().left)"));
        Assert.True(await page.EvaluateAsync<bool>("() => { const frame = document.querySelector('#creatives .unseen'); return getComputedStyle(frame.querySelector('svg')).fill !== getComputedStyle(frame).backgroundColor; }"));
        await Assertions.Expect(page.Locator("#creatives .remark")).ToContainTextAsync("name creatives and do not show them");
        Assert.Equal(0, await page.Locator("#creatives img").CountAsync());
        Assert.Empty(errors);
        await page.Context.CloseAsync();
    }

    static async Task<IHtmlDocument> PageAsync(WebWorld world, DateTimeOffset now, string path = "/")
    {
        await using var server = world.Server(now: now);
        await server.StartAsync(Cancel);
        using var http = new HttpClient { BaseAddress = new(server.Urls.First()) };
        return new HtmlParser().ParseDocument(await http.GetStringAsync(new Uri(path, UriKind.Relative), Cancel));
    }
}
