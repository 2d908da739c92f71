using System.Text.RegularExpressions;
using Admetry.Tests.Fixtures;
using Microsoft.Playwright;
using Xunit;

namespace Admetry.Tests.Pages;

/// <summary>Every page over ACME Corp in a browser: seen, spoken, driven by keys, and linked.</summary>
[Trait("needs", "server")]
public sealed class PagesBrowserTests(Browser browser, AcmeServer acme)
{
    [Theory, MemberData(nameof(PageAddresses.All), MemberType = typeof(PageAddresses)), Scored(Row.Axe), Scored(Row.Reflow)]
    public async Task Axe_finds_nothing_nothing_is_said_in_the_console_and_nothing_scrolls_sideways(string path)
    {
        List<string> errors = [];
        var page = await DrawnAsync(path, errors);
        List<string> found = [];
        foreach (var width in new[] { 1440, 390 })
        {
            foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
            {
                await page.SetViewportSizeAsync(width, 900);
                await page.EmulateMediaAsync(new() { ColorScheme = scheme });
                found.AddRange((await OverviewPageTests.AxeAsync(page, coloursAlone: scheme is ColorScheme.Dark)).Select(flaw => $"{width} {scheme}: {flaw}"));
            }
        }

        // 640 and 320 pixels are 1280 at 200 % and at 400 %.
        foreach (var (width, height) in new[] { (320, 256), (390, 900), (640, 512), (1440, 900), (2560, 1440) })
        {
            await page.SetViewportSizeAsync(width, height);
            found.AddRange((await page.EvaluateAsync<string[]>(Sideways)).Select(flaw => $"{width}: {flaw}"));
        }

        Assert.Empty(found);
        Assert.DoesNotContain(errors, error => path is not "/nowhere" || !error.Contains("404", StringComparison.Ordinal));
        await page.Context.CloseAsync();
    }

    [Fact, Scored(Row.Axe)]
    public async Task A_table_under_a_chart_and_an_open_menu_hold_no_flaw_either()
    {
        var page = await DrawnAsync("/channels?r=2024");
        await page.EvaluateAsync("() => { for (const one of document.querySelectorAll('figure details')) one.open = true; }");
        Assert.Empty(await OverviewPageTests.AxeAsync(page));

        await page.Locator("[popovertarget=partners-menu-0]").ClickAsync();
        // What an open menu lies over is out of reach, which axe does not know: sizes are measured.
        Assert.DoesNotContain(await OverviewPageTests.AxeAsync(page), flaw => !flaw.StartsWith("target-size", StringComparison.Ordinal));
        Assert.All(await page.EvaluateAsync<double[]>("() => [...document.querySelectorAll('#partners-menu-0 a')].map((one) => one.getBoundingClientRect().height)"), height => Assert.True(height >= 24));
    }

    /// <summary>Axe does not look into drawings.</summary>
    [Theory, InlineData("/channels?r=2024"), InlineData("/finance?asof=2024-06-30"), InlineData("/campaigns?r=2024"), InlineData("/explore?m=clicks,cpc&by=publisher"), Scored(Row.Tokens)]
    public async Task Words_within_charts_are_ink_or_muted_in_either_theme(string path)
    {
        var page = await DrawnAsync(path);
        foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            await page.EmulateMediaAsync(new() { ColorScheme = scheme });
            await page.EvaluateAsync("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"); // by then they are painted anew
            var (words, inks) = (await page.EvaluateAsync<string[]>(Words), await page.EvaluateAsync<string[]>(Inks));
            Assert.NotEmpty(words);
            Assert.Empty(words.Except(inks));
        }
    }

    [Fact, Scored(Row.Keyboard)]
    public async Task The_menu_of_a_row_opens_with_Enter_is_walked_by_arrows_and_Escape_gives_the_focus_back()
    {
        var page = await DrawnAsync("/channels?r=2024");
        var more = page.Locator("[popovertarget=partners-menu-0]");
        await more.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        var menu = page.Locator("#partners-menu-0");
        await Assertions.Expect(menu).ToBeVisibleAsync();
        var titles = await menu.GetByRole(AriaRole.Menuitem).AllInnerTextsAsync();
        List<string> tabbed = [await FocusedAsync(page)], walked = [];
        for (var i = 1; i < titles.Count; i++)
            tabbed.Add(await PressAsync(page, "Tab"));
        for (var i = 0; i < titles.Count; i++)
            walked.Add(await PressAsync(page, "ArrowDown"));

        Assert.Equal("Filter to this publisher", titles[0]);
        Assert.Equal(titles, tabbed);
        Assert.Equal(titles, walked);
        Assert.Equal(titles[^2], await PressAsync(page, "ArrowUp"));
        Assert.Equal(titles[0], await PressAsync(page, "Home"));
        Assert.Equal("cURL", await PressAsync(page, "End"));
        Assert.Equal("See rows", await PressAsync(page, "s"));
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(menu).ToBeHiddenAsync();
        Assert.Equal("partners-menu-0", await page.EvaluateAsync<string>("() => document.activeElement.getAttribute('popovertarget')"));
    }

    [Theory, InlineData("deals", 0.3, 0.14, "deals-menu-0"), InlineData("revenue", 0.4, 0.5, "revenue-menu-")]
    public async Task A_click_on_a_mark_opens_the_menu_of_its_row(string chart, double right, double down, string id)
    {
        var page = await DrawnAsync("/channels?r=2024");
        var box = await page.Locator($"#{chart}").BoundingBoxAsync();
        await page.Mouse.ClickAsync((float)(box!.X + (box.Width * right)), (float)(box.Y + (box.Height * down)));
        var open = page.Locator(".rowmenu:popover-open");
        await Assertions.Expect(open).ToHaveCountAsync(1);
        var menu = (await open.GetAttributeAsync("id"))!;
        var seen = (await open.BoundingBoxAsync())!;

        Assert.StartsWith(id, menu, StringComparison.Ordinal);
        Assert.True(seen.X >= 0 && seen.Y >= 0 && seen.X + seen.Width <= 1440, $"{seen.X} {seen.Y} {seen.Width}");
        var titles = await open.GetByRole(AriaRole.Menuitem).AllInnerTextsAsync();
        await page.Keyboard.PressAsync("Escape");
        await page.Locator($"figure:has(#{chart}) summary").ClickAsync();
        await page.Locator($"[popovertarget='{menu}']").ClickAsync();
        Assert.Equal(titles, await page.Locator($"#{menu}").GetByRole(AriaRole.Menuitem).AllInnerTextsAsync());

        await page.Locator($"#{menu} a").First.ClickAsync();
        await page.WaitForURLAsync(new Regex(chart is "deals" ? "f=deal_type:" : @"r=2024-\d\d-\d\d\.\."));
    }

    [Fact]
    public async Task Filters_go_along_from_page_to_page_and_Back_restores_each()
    {
        var page = await DrawnAsync("/channels?r=2024&f=device:mobile");
        var before = await page.Locator(".kpi .value").AllInnerTextsAsync();
        var menu = page.GetByRole(AriaRole.Navigation, new() { Name = "Pages" });
        foreach (var (title, path) in new[] { ("Quality", "/quality"), ("Explore", "/explore"), ("Overview", "/") })
        {
            await menu.GetByRole(AriaRole.Link, new() { Name = title, Exact = true }).ClickAsync();
            await page.WaitForURLAsync($"**{path}?r=2024&f=device:mobile");
            await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync(title);
            await Assertions.Expect(page.Locator(".chips")).ToContainTextAsync("mobile");
            await Assertions.Expect(page.Locator(".covered")).ToContainTextAsync("2024");
        }

        foreach (var title in new[] { "Explore", "Quality", "Channels and partners" })
        {
            await page.GoBackAsync();
            await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync(title);
        }

        Assert.EndsWith("/channels?r=2024&f=device:mobile", page.Url, StringComparison.Ordinal);
        Assert.Equal(before, await page.Locator(".kpi .value").AllInnerTextsAsync());
        await page.Locator("adm-chart#revenue svg").WaitForAsync();
    }

    [Fact]
    public async Task A_question_keeps_its_metrics_when_the_period_changes()
    {
        var page = await DrawnAsync("/explore?m=clicks,cpc&by=device");
        await page.Locator("select[name=r]").SelectOptionAsync("2024-Q4");
        await page.WaitForURLAsync("**/explore?r=2024-Q4&m=clicks,cpc&by=device");

        Assert.Equal(["Clicks", "CPC"], await page.Locator(".kpi h2").AllInnerTextsAsync());
    }

    /// <summary>The colours of the words in all drawings; a coloured dot before a name is a mark and no word.</summary>
    const string Words = """
        () => [...new Set([...document.querySelectorAll("adm-chart svg text")].flatMap((text) => text.querySelector("tspan") ? [...text.querySelectorAll("tspan")] : [text])
          .filter((text) => text.textContent.trim() && text.textContent.trim() !== "●").map((text) => getComputedStyle(text).fill))]
        """;

    const string Inks = """
        () => ["ink", "muted"].map((name) => {
          const probe = document.body.appendChild(document.createElement("i"));
          probe.style.color = `var(--${name})`;
          const colour = getComputedStyle(probe).color;
          probe.remove();
          return colour;
        })
        """;

    /// <summary>What scrolls sideways but for tables and the line of pages, and what stays put over most of a small window.</summary>
    const string Sideways = """
        () => {
          const flaws = [], wide = document.documentElement.scrollWidth;
          if (wide > innerWidth) flaws.push(`the page is ${wide} wide`);
          for (const one of document.querySelectorAll("body *")) {
            const style = getComputedStyle(one);
            if (one.scrollWidth > one.clientWidth + 1 && ["auto", "scroll"].includes(style.overflowX) && !one.querySelector("table") && !one.closest("nav"))
              flaws.push(`${one.tagName}.${one.className} scrolls sideways`);
            if (["fixed", "sticky"].includes(style.position) && one.checkVisibility() && one.getBoundingClientRect().width > innerWidth / 2 && one.getBoundingClientRect().height > innerHeight / 2 && one.tagName !== "TH")
              flaws.push(`${one.tagName}.${one.className} covers the window`);
          }
          return flaws;
        }
        """;

    static async Task<string> PressAsync(IPage page, string key)
    {
        await page.Keyboard.PressAsync(key);
        return await FocusedAsync(page);
    }

    static Task<string> FocusedAsync(IPage page) => page.EvaluateAsync<string>("() => document.activeElement.textContent");

    /// <summary>The page with all its charts drawn, those below the fold as well.</summary>
    async Task<IPage> DrawnAsync(string path, List<string>? errors = null)
    {
        var page = await browser.OpenAsync(path, at: await acme.UrlAsync(), errors: errors);
        await AllDrawnAsync(page);
        return page;
    }

    /// <summary>Waits for every chart, those below the fold as well.</summary>
    internal static async Task AllDrawnAsync(IPage page)
    {
        await page.SetViewportSizeAsync(1440, 6000);
        await page.WaitForFunctionAsync("() => [...document.querySelectorAll('adm-chart')].every((one) => 'drawn' in one.dataset)");
        await page.SetViewportSizeAsync(1440, 900);
    }
}
