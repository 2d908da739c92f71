using Admetry.Metrics;
using Admetry.Storage.Control;
using Admetry.Tests.Fixtures;
using Admetry.Tests.Reports;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Playwright;
using Xunit;

namespace Admetry.Tests.Pages;

/// <summary>What somebody pins to days or to a row stands on every chart and table of it, for those who may read it.</summary>
[Trait("needs", "server")]
public sealed class NotesTests(Browser browser)
{
    const string Days = "/?r=2024-09-01..2024-09-30&cmp=none";

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    static Note On(DateRange days, string text, string? client = null) => new(0, days, null, null, client, text, "Ada", new(2024, 10, 1, 8, 0, 0, TimeSpan.Zero));

    static Note On(Dimension dimension, string member, string text, string? client = null) => On(default, text, client) with { Days = null, Dimension = dimension.Name, Member = member };

    [Fact]
    public async Task A_note_on_days_stands_on_every_course_in_list_table_and_drawing()
    {
        await using var world = await WebWorld.CreateAsync();
        world.Notes.Add(On(new(new(2024, 9, 10), new(2024, 9, 12)), "Shop closed </script><script>window.hacked=true</script>"));
        await using var server = await ServerAsync(world);
        var page = await GetAsync(server, Days);
        var charts = page.QuerySelectorAll("figure.chart").Where(chart => chart.QuerySelector("adm-chart.lines") is not null).ToList();

        Assert.NotEmpty(charts);
        Assert.All(charts, chart =>
        {
            var items = chart.QuerySelectorAll(".pinned li");
            Assert.Equal("10 Sep", Assert.Single(items).QuerySelector("strong")!.TextContent);
            Assert.Contains("Shop closed </script>", items[0].TextContent, StringComparison.Ordinal);
            Assert.Contains("2024-09-10 to 2024-09-12, Ada, 1 Oct 2024", items[0].TextContent, StringComparison.Ordinal);
            var row = chart.QuerySelectorAll("tbody tr").Single(row => row.QuerySelector("th")!.TextContent.StartsWith("10 Sep", StringComparison.Ordinal));
            Assert.Contains("Shop closed", row.LastElementChild!.TextContent, StringComparison.Ordinal);
        });
        Assert.DoesNotContain("window.hacked=true</script>", page.Source.Text, StringComparison.Ordinal);
        Assert.Empty((await GetAsync(server, "/?r=2024-08&cmp=none")).QuerySelectorAll(".pinned"));
    }

    [Fact]
    public async Task A_note_on_a_row_stands_wherever_the_row_is_shown()
    {
        await using var world = await WebWorld.CreateAsync();
        world.Notes.Add(On(Dimensions.Campaign, "Campaign 9", "New landing page"));
        world.Notes.Add(On(Dimensions.Platform, "meta_ads", "Billing moved"));
        await using var server = await ServerAsync(world);
        var campaigns = await GetAsync(server, "/campaigns?r=2024-09-01..2024-09-30&cmp=none&all=1");
        var overview = await GetAsync(server, Days);

        Assert.Contains(campaigns.QuerySelectorAll("#campaigns tbody tr").Where(row => row.TextContent.Contains("Campaign 9", StringComparison.Ordinal)), row => row.QuerySelector("small")?.TextContent.Contains("New landing page", StringComparison.Ordinal) is true);
        var shares = overview.QuerySelectorAll("figure.chart").Single(chart => chart.GetAttribute("data-panel") is "breakdown");
        Assert.Equal("Meta", Assert.Single(shares.QuerySelectorAll(".pinned li")).QuerySelector("strong")!.TextContent.Split(' ')[0]);
    }

    [Fact]
    public async Task What_stays_in_the_house_is_not_shown_to_clients_nor_a_clients_note_to_another()
    {
        await using var world = await WebWorld.CreateAsync();
        var day = DateRange.Day(new(2024, 9, 10));
        world.Notes.Add(On(day, "House only"));
        world.Notes.Add(On(day, "For Alpha", "C101"));
        world.Notes.Add(On(day, "For Beta", "C102"));
        await using var server = await ServerAsync(world, context => context.Request.Query["who"].ToString() is { Length: > 0 } code ? new("someone", [code]) : Principal.Everything("test"));

        async Task<string> Shown(string path) => string.Concat((await GetAsync(server, path)).QuerySelectorAll(".pinned li, main td").Select(item => item.TextContent));
        var alpha = await Shown($"{Days}&who=C101");
        var list = await GetAsync(server, "/notes?who=C102");
        var filtered = await Shown($"{Days}&f=client:C102");
        var report = await OverviewReportTests.HtmlAsync(world, new(["C101"], Admetry.App.Components.Period.Parse("2024-09-01..2024-09-30")!, Comparison.None) { Notes = world.Notes.All() });

        Assert.Contains("For Alpha", alpha, StringComparison.Ordinal);
        Assert.DoesNotContain("House only", alpha, StringComparison.Ordinal);
        Assert.DoesNotContain("For Beta", alpha, StringComparison.Ordinal);
        Assert.Equal("For Beta", Assert.Single(list.QuerySelectorAll("tbody tr")).QuerySelector("td")!.TextContent);
        Assert.Empty(list.QuerySelectorAll("form.noteform, tbody form"));
        Assert.Contains("House only", filtered, StringComparison.Ordinal);
        Assert.DoesNotContain("For Alpha", filtered, StringComparison.Ordinal);
        Assert.Contains("For Alpha", report, StringComparison.Ordinal);
        Assert.DoesNotContain("House only", report, StringComparison.Ordinal);
        Assert.DoesNotContain("For Beta", report, StringComparison.Ordinal);
        Assert.Empty((await GetAsync(server, $"{Days}&who=C101")).QuerySelectorAll("a[href^='/notes?']"));
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task A_note_is_pinned_from_the_menu_seen_and_taken_away_with_and_without_script(bool script)
    {
        await using var world = await WebWorld.CreateAsync();
        await using var server = await ServerAsync(world);
        List<string> errors = [];
        var page = await browser.OpenAsync(Days, script: script, errors: errors, at: server.Urls.First());
        await page.GotoAsync((await page.Locator("a[role=menuitem]:text('Pin a note')").First.GetAttributeAsync("href"))!);
        Assert.Empty(script ? await OverviewPageTests.AxeAsync(page) : []);

        await page.GetByLabel("Note").FillAsync("Price rise");
        await page.GetByText("Pin it").ClickAsync();
        await page.WaitForURLAsync("**/?r=2024-09-01**");
        await Assertions.Expect(page.Locator(".pinned li").First).ToContainTextAsync("Price rise (test, 2 Oct 2024)");
        if (script)
            await Assertions.Expect(page.Locator("adm-chart.lines svg").First).ToBeVisibleAsync();
        Assert.Empty(script ? await OverviewPageTests.AxeAsync(page) : []);
        await page.GotoAsync("/notes");
        await page.GetByRole(AriaRole.Button, new() { Name = "Remove the note Price rise" }).ClickAsync();

        await Assertions.Expect(page.GetByText("Nothing is pinned yet.")).ToBeVisibleAsync();
        Assert.Empty(world.Notes.All());
        Assert.Empty(errors);
    }

    [Fact]
    public async Task What_is_no_note_is_said_and_nothing_is_pinned()
    {
        await using var world = await WebWorld.CreateAsync();
        await using var server = await ServerAsync(world);
        var page = await browser.OpenAsync("/notes?days=nonsense&back=//elsewhere.example", script: false, at: server.Urls.First());
        await page.GetByLabel("Last day").FillAsync("2024-09-01");
        await page.GetByLabel("First day").FillAsync("2024-09-05");
        await page.GetByLabel("Note").FillAsync("Backwards");
        await page.GetByText("Pin it").ClickAsync();

        await Assertions.Expect(page.Locator(".notices")).ToContainTextAsync("The days cannot be read.");
        using var http = new HttpClient { BaseAddress = new(server.Urls.First()) };
        using var forged = await http.PostAsync(new Uri("/notes", UriKind.Relative), new FormUrlEncodedContent([new("text", "x"), new("first", "2024-09-01")]), Cancel);
        Assert.Equal(System.Net.HttpStatusCode.BadRequest, forged.StatusCode);
        Assert.Empty(world.Notes.All());
    }

    static async Task<WebApplication> ServerAsync(WebWorld world, Func<HttpContext, Principal>? who = null)
    {
        var server = world.Server(who);
        await server.StartAsync(Cancel);
        return server;
    }

    static async Task<IHtmlDocument> GetAsync(WebApplication server, string path)
    {
        using var http = new HttpClient { BaseAddress = new(server.Urls.First()) };
        return new HtmlParser(new() { IsKeepingSourceReferences = true }).ParseDocument(await http.GetStringAsync(new Uri(path, UriKind.Relative), Cancel));
    }
}
