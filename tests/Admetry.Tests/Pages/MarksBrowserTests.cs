using System.Text.RegularExpressions;
using System.Xml.Linq;
using Admetry.Tests.Fixtures;
using Microsoft.Playwright;
using Xunit;

namespace Admetry.Tests.Pages;

/// <summary>Charts by keys, brushing, copies and pictures, over ACME Corp in a browser.</summary>
[Trait("needs", "server")]
public sealed class MarksBrowserTests(Browser browser, AcmeServer acme)
{
    const string Said = "#said";

    [Fact, Scored(Row.Keyboard)]
    public async Task Arrows_walk_over_the_points_of_a_course_and_each_is_said_as_its_table_says_it()
    {
        var page = await OpenAsync("/channels?r=2024-09");
        await page.Locator("#revenue").FocusAsync();
        var (labels, names, texts) = await SpecAsync(page, "revenue");

        await page.Keyboard.PressAsync("ArrowRight");
        await SaysAsync(page, $"{labels[0]}. {names[0]}: {texts[0][0]}. 1 of 30");
        await page.Keyboard.PressAsync("ArrowRight");
        await page.Keyboard.PressAsync("ArrowDown");
        await SaysAsync(page, $"{labels[1]}. {names[1]}: {texts[1][1]}. 2 of 30");
        await page.Keyboard.PressAsync("ArrowUp");
        await page.Keyboard.PressAsync("End");
        await SaysAsync(page, $"{labels[^1]}. {names[0]}: {texts[0][^1]}. 30 of 30");
        await page.Keyboard.PressAsync("ArrowRight"); // there is nothing further
        await SaysAsync(page, $"{labels[^1]}. {names[0]}: {texts[0][^1]}. 30 of 30");
        await page.Keyboard.PressAsync("Home");
        await SaysAsync(page, $"{labels[0]}. {names[0]}: {texts[0][0]}. 1 of 30");

        await Assertions.Expect(page.Locator("#revenue .ring")).ToBeVisibleAsync();
        Assert.Equal(("application", "chart"), (await page.Locator("#revenue").GetAttributeAsync("role"), await page.Locator("#revenue").GetAttributeAsync("aria-roledescription")));
        Assert.Empty(await OverviewPageTests.AxeAsync(page));
    }

    [Fact, Scored(Row.Keyboard)]
    public async Task Enter_on_a_point_opens_the_menu_of_its_row_and_Escape_returns_to_the_chart()
    {
        var page = await OpenAsync("/channels?r=2024-09");
        await page.Locator("#publishers").FocusAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("ArrowDown");
        var second = (await SpecAsync(page, "publishers")).Labels[1];
        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(page.Locator("#publishers-menu-1")).ToBeVisibleAsync();
        Assert.Equal(second, await page.Locator("#publishers-menu-1 strong").InnerTextAsync());
        Assert.Equal("Filter to this publisher", await page.EvaluateAsync<string>("() => document.activeElement.textContent"));
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.Locator("#publishers-menu-1")).ToBeHiddenAsync();
        Assert.Equal("publishers", await page.EvaluateAsync<string>("() => document.activeElement.id"));
    }

    [Fact]
    public async Task Brushing_ranks_the_lists_as_the_page_of_those_days_does_and_clearing_brings_them_back()
    {
        List<string> errors = [];
        var page = await OpenAsync("/channels?r=2024-09", errors);
        var before = await ListsAsync(page);
        var days = await acme.PageAsync("/channels?r=2024-09-05..2024-09-09");
        var expected = days.QuerySelectorAll("#partners tbody tr:first-child").Select(row => string.Join('|', PagesTests.Cells(row)));

        await DragAsync(page, "revenue", 4, 8);
        await Assertions.Expect(page.Locator(".brushbar p")).ToHaveTextAsync("The lists show 5–9 Sep 2024.");
        Assert.EndsWith("/channels?r=2024-09", page.Url, StringComparison.Ordinal);
        Assert.Equal(expected, [string.Join('|', PagesTests.Cells(await RowAsync(page, "#partners tbody tr")))]);
        Assert.NotEqual(before, await ListsAsync(page));
        Assert.Equal(0, await page.Locator(".rowmenu:popover-open").CountAsync());
        Assert.Empty(await OverviewPageTests.AxeAsync(page));

        await page.GetByRole(AriaRole.Button, new() { Name = "Clear" }).ClickAsync();
        Assert.Equal(before, await ListsAsync(page));
        Assert.Equal(0, await page.Locator(".brushed, .brushbar").CountAsync());
        Assert.Empty(errors);
    }

    [Fact, Scored(Row.Keyboard)]
    public async Task Shift_and_arrows_brush_Escape_clears_and_Enter_makes_the_days_the_period()
    {
        var page = await OpenAsync("/channels?r=2024-09&f=device:mobile");
        await page.Locator("#revenue").FocusAsync();
        await page.Keyboard.PressAsync("ArrowRight");
        await page.Keyboard.PressAsync("Shift+ArrowRight");
        await page.Keyboard.PressAsync("Shift+ArrowRight");
        await Assertions.Expect(page.Locator(".brushbar p")).ToHaveTextAsync("The lists show 1–3 Sep 2024.");
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.Locator(".brushbar")).ToHaveCountAsync(0);

        await page.Keyboard.PressAsync("Shift+End");
        await Assertions.Expect(page.Locator(".brushbar p")).ToHaveTextAsync("The lists show 3–30 Sep 2024.");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/channels?r=2024-09-03..2024-09-30&f=device:mobile");
        await Assertions.Expect(page.Locator(".covered").First).ToContainTextAsync("3–30 Sep 2024");
        await page.GoBackAsync();
        await Assertions.Expect(page.Locator(".covered").First).ToContainTextAsync("1–30 Sep 2024");
        await Assertions.Expect(page.Locator(".brushed, .brushbar")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_brush_over_days_without_data_says_so_in_each_list()
    {
        var text = await acme.TextAsync("/panels/channels?r=2024-09-05..2024-09-05&f=device:nothing");
        Assert.Contains("Nothing was reported for 5 Sep 2024", text, StringComparison.Ordinal);
        using var nowhere = await acme.GetAsync("/panels/nowhere");
        using var never = await acme.GetAsync("/panels/channels?r=2031-01-01..2031-01-02");
        Assert.Equal((404, 404), ((int)nowhere.StatusCode, (int)never.StatusCode));
        Assert.DoesNotContain("data-panel", await acme.TextAsync("/panels/channels?r=2024-09-05..2024-09-05", AcmeServer.Nobody).ContinueWith(answer => answer.IsFaulted ? "" : answer.Result, TaskScheduler.Default), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_copied_is_the_address_the_numbers_the_statement_and_the_call()
    {
        var page = await OpenAsync("/channels?r=2024-09");
        await page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        async Task<string> CopyAsync(string kind)
        {
            await page.Locator("[popovertarget=partners-menu-0]").ClickAsync();
            await page.Locator("#partners-menu-0").GetByRole(AriaRole.Menuitem, new() { Name = $"Copy as {kind}", Exact = true }).ClickAsync();
            await Assertions.Expect(page.Locator(Said)).ToHaveTextAsync($"Copied as {kind}.");
            await page.Keyboard.PressAsync("Escape");
            return (await page.EvaluateAsync<string>("() => navigator.clipboard.readText()")).ReplaceLineEndings("\n");
        }

        var row = await RowAsync(page, "#partners tbody tr");
        var name = PagesTests.Cells(row)[0];
        Assert.Contains("/channels?r=2024-09&f=publisher:", await CopyAsync("Link"), StringComparison.Ordinal);
        Assert.Contains($"\n{name},", await CopyAsync("CSV"), StringComparison.Ordinal);
        Assert.Contains("select", await CopyAsync("SQL"), StringComparison.OrdinalIgnoreCase);
        Assert.StartsWith("curl -sS 'http://127.0.0.1:", await CopyAsync("cURL"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/channels?r=2024-09&f=device:mobile", "deals"), InlineData("/channels?r=2024-09&f=device:mobile", "partners"), InlineData("/channels?r=2024-09&f=device:mobile", "tile-gross_billed")]
    [InlineData("/finance?asof=2024-06-30", "ageing"), InlineData("/pacing?asof=2024-06-30", "flights")]
    public async Task A_card_as_a_picture_holds_its_numbers_the_days_the_filters_and_the_house_in_light(string path, string id)
    {
        var page = await OpenAsync(path, scheme: ColorScheme.Dark);
        var card = page.Locator($"[data-named]:has(> [popovertarget='{id}-card'])");
        var svg = XDocument.Parse(await File.ReadAllTextAsync(await SaveAsync(page, id, "SVG"), TestContext.Current.CancellationToken));
        var text = PdfText.Squeezed(string.Concat(svg.Descendants().Where(node => node.Name.LocalName is "text").Select(node => node.Value)));

        Assert.Contains(PdfText.Squeezed(await card.Locator("h2").First.InnerTextAsync()), text, StringComparison.Ordinal);
        foreach (var number in (await card.Locator("td bdi:visible, .value").AllInnerTextsAsync()).Take(12))
            Assert.Contains(PdfText.Squeezed(number), text, StringComparison.Ordinal);
        Assert.Contains("ACMECorp·", text, StringComparison.Ordinal);
        Assert.Contains(path.StartsWith("/channels", StringComparison.Ordinal) ? "1–30Sep2024" : "Asof30Jun2024", text, StringComparison.Ordinal);
        if (path.Contains("device", StringComparison.Ordinal))
            Assert.Contains("DeviceisMobile", text, StringComparison.Ordinal);
        if (path.StartsWith("/channels", StringComparison.Ordinal))
            Assert.Contains("Datathrough31Dec2024", text, StringComparison.Ordinal);
        Assert.Equal("rgb(255, 255, 255)", svg.Root!.Elements().First().Attribute("fill")!.Value);
        Assert.DoesNotContain(svg.Descendants(), node => node.Name.LocalName is "foreignObject" or "script" or "image");

        var png = await File.ReadAllBytesAsync(await SaveAsync(page, id, "PNG"), TestContext.Current.CancellationToken);
        var width = System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16));
        Assert.Equal(2 * int.Parse(svg.Root!.Attribute("width")!.Value, System.Globalization.CultureInfo.InvariantCulture), width);
        Assert.Equal("rgb(15, 19, 24)", await page.EvaluateAsync<string>("() => getComputedStyle(document.body).backgroundColor"));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Flights_arrive_by_themselves_and_lead_to_their_pacing()
    {
        var page = await OpenAsync("/campaigns?r=2024-06");
        await page.Locator("#flights").ScrollIntoViewIfNeededAsync();
        var first = page.Locator("#flights tbody th a").First;
        await Assertions.Expect(first).ToBeVisibleAsync();
        Assert.Empty(await OverviewPageTests.AxeAsync(page));
        var name = await first.InnerTextAsync();
        await first.ClickAsync();
        await Assertions.Expect(page.Locator(".lead bdi")).ToHaveTextAsync(name);
        await Assertions.Expect(page.Locator(".calendar td.under, .calendar td.over, .calendar td.even").First).ToBeAttachedAsync();
        Assert.Empty(await OverviewPageTests.AxeAsync(page));
    }

    /// <summary>A touch is a click to the page; what it must hit is 44 pixels high.</summary>
    [Fact]
    public async Task A_finger_opens_the_menu_of_a_mark_and_hits_its_entries()
    {
        var chromium = (await browser.OpenAsync("/definitions")).Context.Browser!;
        await using var context = await chromium.NewContextAsync(new() { BaseURL = await acme.UrlAsync(), HasTouch = true, IsMobile = true, ViewportSize = new() { Width = 390, Height = 844 } });
        var page = await context.NewPageAsync();
        await page.GotoAsync("/channels?r=2024-09");
        await page.Locator("#deals").ScrollIntoViewIfNeededAsync();
        await page.Locator("#deals[data-drawn]").WaitForAsync();
        var box = (await page.Locator("#deals").BoundingBoxAsync())!;
        await page.Touchscreen.TapAsync(box.X + (box.Width * 0.45f), box.Y + (box.Height * 0.16f));

        await Assertions.Expect(page.Locator("#deals-menu-0")).ToBeVisibleAsync();
        Assert.All(await page.EvaluateAsync<double[]>("() => [...document.querySelectorAll('#deals-menu-0 [role=menuitem]')].map((one) => one.getBoundingClientRect().height)"), height => Assert.True(height >= 44, $"{height}"));
        await page.Locator("#deals-menu-0 a").First.TapAsync();
        await page.WaitForURLAsync(new Regex("f=deal_type:"));
    }

    static async Task<string> SaveAsync(IPage page, string id, string kind)
    {
        await page.Locator($"[popovertarget='{id}-card']").ClickAsync();
        var download = await page.RunAndWaitForDownloadAsync(() => page.Locator($"[id='{id}-card']").GetByText($"Save as {kind}").ClickAsync());
        Assert.EndsWith(kind.ToLowerInvariant(), download.SuggestedFilename, StringComparison.Ordinal);
        return (await download.PathAsync())!;
    }

    static async Task DragAsync(IPage page, string chart, int from, int to)
    {
        var box = (await page.Locator($"#{chart} .plot").BoundingBoxAsync())!;
        var places = await page.EvaluateAsync<float[]>("([id, from, to]) => [from, to].map((at) => document.getElementById(id).drawing.place(0, at)[0])", new object[] { chart, from, to });
        var middle = box.Y + (box.Height / 2);
        await page.Mouse.MoveAsync(box.X + places[0], middle);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(box.X + places[1], middle + 4, new() { Steps = 6 });
        await page.Mouse.UpAsync();
    }

    static async Task<AngleSharp.Dom.IElement> RowAsync(IPage page, string selector) =>
        new AngleSharp.Html.Parser.HtmlParser().ParseDocument($"<table>{await page.Locator(selector).First.EvaluateAsync<string>("one => one.outerHTML")}</table>").QuerySelector("tr")!;

    static async Task<string> ListsAsync(IPage page) => string.Join('\n', await page.Locator("#partners tbody tr, #platforms tbody tr").AllInnerTextsAsync());

    static Task SaysAsync(IPage page, string text) => Assertions.Expect(page.Locator(Said)).ToHaveTextAsync(text);

    static async Task<(string[] Labels, string[] Names, string[][] Texts)> SpecAsync(IPage page, string id)
    {
        var spec = System.Text.Json.JsonDocument.Parse((await page.Locator($"#{id} script").TextContentAsync())!).RootElement;
        static string[] Texts(System.Text.Json.JsonElement list) => [.. list.EnumerateArray().Select(text => text.GetString()!)];
        var series = spec.GetProperty("series").EnumerateArray().ToList();
        return (Texts(spec.GetProperty("labels")), [.. series.Select(one => one.GetProperty("name").GetString()!)], [.. series.Select(one => Texts(one.GetProperty("texts")))]);
    }

    async Task<IPage> OpenAsync(string path, List<string>? errors = null, ColorScheme scheme = ColorScheme.Light)
    {
        var page = await browser.OpenAsync(path, at: await acme.UrlAsync(), errors: errors, scheme: scheme);
        await PagesBrowserTests.AllDrawnAsync(page);
        return page;
    }
}
