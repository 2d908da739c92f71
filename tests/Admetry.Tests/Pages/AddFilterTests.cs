using Admetry.App.Panels;
using Admetry.Metrics;
using Admetry.Tests.Fixtures;
using AngleSharp.Html.Dom;
using Microsoft.Playwright;
using Xunit;

namespace Admetry.Tests.Pages;

/// <summary>A filter on any dimension, found by typing a part of a member's name.</summary>
public sealed class AddFilterTests(AcmeServer acme, Browser browser)
{
    [Fact]
    public async Task Every_dimension_can_be_searched_and_what_is_found_can_be_filtered()
    {
        var empty = new List<string>();
        foreach (var dimension in Dimensions.All)
        {
            var page = await acme.PageAsync($"/filter?for=/campaigns&r=2024&dim={dimension.Name}");
            var found = Picks(page);

            Assert.Empty(page.QuerySelectorAll(".notices p, [role=alert]"));
            Assert.InRange(found.Count, 0, MemberSearch.Most);
            if (found is [])
                empty.Add(dimension.Name);
        }

        // ACME Corp's log has none of these.
        Assert.DoesNotContain(empty, name => name is "campaign" or "client" or "device" or "country" or "publisher" or "creative" or "month" or "day_of_week" or "hour" or "age" or "action_type");
    }

    [Fact]
    public async Task Without_script_the_search_and_the_choice_are_plain_forms()
    {
        var page = await acme.PageAsync("/filter?for=/campaigns&r=2024&cmp2=year&dim=campaign&find=vIdEo");
        var form = (IHtmlFormElement)page.QuerySelector("form.members")!;
        var kept = form.QuerySelectorAll("input[type=hidden]").Cast<IHtmlInputElement>().Select(field => $"{field.Name}={Uri.EscapeDataString(field.Value)}");
        var picked = Picks(page).Take(2).ToList();
        using var answer = await acme.GetAsync($"/campaigns?{string.Join('&', kept)}&how=in{string.Concat(picked.Select(name => $"&pick={Uri.EscapeDataString(name)}"))}");
        var way = new Uri(new("http://x"), answer.Headers.Location!).PathAndQuery;
        var shown = await acme.PageAsync(way);

        Assert.All(Picks(page), name => Assert.Contains("video", name, StringComparison.OrdinalIgnoreCase));
        Assert.Equal("/campaigns", form.GetAttribute("action"));
        Assert.StartsWith("/campaigns?r=2024&cmp2=year&f=campaign:", way, StringComparison.Ordinal);
        Assert.Equal(picked.Order(StringComparer.Ordinal), shown.QuerySelectorAll("#campaigns tbody tr:not(.total) th a bdi").Select(name => name.TextContent).Order(StringComparer.Ordinal));
        Assert.Contains(picked[0], shown.QuerySelector(".chips")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("/campaigns?r=2024&cmp2=year", shown.QuerySelector(".chips a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Someone_of_one_client_finds_nothing_of_another_and_someone_of_none_nothing()
    {
        var code = (await acme.TextAsync("/api/v1/query.csv?m=spend&by=client&from=2024-01-01&to=2024-12-31&limit=1")).Split('\n')[1].Split(',')[0].Trim();
        var campaigns = (await acme.TextAsync($"/api/v1/query.csv?m=spend&by=campaign&from=2024-01-01&to=2024-12-31&f=client:{code}")).Split('\n').Skip(1).Select(line => line.Split(',')[0]).ToHashSet();
        var found = Picks(await acme.PageAsync("/filter?for=/&r=2024&dim=campaign", code));

        Assert.NotEmpty(found);
        Assert.Subset(campaigns, found.Where(name => name is not "Unknown").ToHashSet()); // newsletters, which spend nothing, have no campaign
        Assert.Equal([code], Picks(await acme.PageAsync("/filter?for=/&r=2024&dim=client", code)));
        foreach (var dimension in new[] { "campaign", "client", "platform", "country", "month" })
            Assert.Empty(Picks(await acme.PageAsync($"/filter?for=/&r=2024&dim={dimension}", AcmeServer.Nobody)));
    }

    [Theory]
    [InlineData("'; drop table dim_campaign; --"), InlineData("%"), InlineData("_"), InlineData("<script>alert(1)</script>"), InlineData("\\"), InlineData("حملة")]
    public async Task Hostile_text_is_text(string text)
    {
        var page = await acme.PageAsync($"/filter?for=/&r=2024&dim=campaign&find={Uri.EscapeDataString(text)}");

        Assert.Empty(Picks(page));
        Assert.Contains(text, page.QuerySelector("#members")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(page.Scripts, script => script.TextContent.Contains("alert", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_way_back_that_is_no_page_of_numbers_is_not_taken()
    {
        var page = await acme.PageAsync($"/filter?for={Uri.EscapeDataString("//evil.example/")}&r=2024&dim=device&find={new string('x', 5000)}");

        Assert.Equal("/?r=2024", page.QuerySelector("main > p:last-child a")!.GetAttribute("href"));
        Assert.DoesNotContain("evil", page.QuerySelector("main")!.InnerHtml, StringComparison.Ordinal);
        Assert.DoesNotContain(new string('x', MemberSearch.LongestText + 1), page.QuerySelector("main")!.InnerHtml, StringComparison.Ordinal);
    }

    [Fact, Trait("needs", "server")]
    public async Task In_the_browser_typing_finds_and_a_press_filters()
    {
        List<string> errors = [];
        var page = await browser.OpenAsync("/campaigns?r=2024", at: await acme.UrlAsync(), errors: errors);
        await page.GetByText("Add filter").ClickAsync();
        await page.Locator(".add select[name=dim]").SelectOptionAsync("device");
        await page.Locator(".add input[name=find]").PressSequentiallyAsync("mob");
        await page.Locator("#members").GetByText("Mobile").WaitForAsync();
        Assert.Equal("find", await page.EvaluateAsync<string>("() => document.activeElement.name"));
        Assert.Empty(await OverviewPageTests.AxeAsync(page));
        await page.Locator("#members").GetByText("Mobile").ClickAsync();
        await page.GetByText("Leave these out").ClickAsync();
        await page.WaitForURLAsync("**/campaigns?r=2024&f=device%21:mobile");

        await Assertions.Expect(page.Locator(".chips")).ToContainTextAsync("Device is not");
        Assert.Empty(errors);
        await page.Context.CloseAsync();
    }

    static List<string> Picks(IHtmlDocument page) => [.. page.QuerySelectorAll("input[name=pick]").Cast<IHtmlInputElement>().Select(pick => pick.Value)];
}
