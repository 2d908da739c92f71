using System.Text.RegularExpressions;
using Admetry.Tests.Fixtures;
using Microsoft.Playwright;
using Xunit;

namespace Admetry.Tests.Pages;

[Trait("needs", "server")]
public sealed class OverviewPageTests(Browser browser)
{
    [Fact]
    public async Task The_page_loads_without_a_word_in_the_console_and_draws_its_charts()
    {
        List<string> errors = [];
        var page = await browser.OpenAsync("/", errors: errors);
        await page.Locator("adm-chart#trend svg").WaitForAsync();
        await page.Locator("adm-chart#breakdown svg").WaitForAsync();

        Assert.Empty(errors);
        Assert.Equal(6, await page.Locator(".kpi").CountAsync());
        Assert.Equal("Overview", await page.Locator("h1").TextContentAsync());
    }

    [Fact]
    public async Task A_chart_and_its_table_hold_equal_numbers()
    {
        var page = await browser.OpenAsync("/");
        await page.Locator("adm-chart#trend svg").WaitForAsync();
        var drawn = await page.EvaluateAsync<double[]>("() => JSON.parse(document.querySelector('#trend script').textContent).series[0].values");
        await page.Locator("figure:has(#trend) summary").ClickAsync();
        var listed = await page.Locator("figure:has(#trend) tbody td:nth-child(2)").AllInnerTextsAsync();

        Assert.Equal(30, drawn.Length);
        Assert.Equal(drawn.Select(value => value.ToString("$#,##0.00", null)), listed);
    }

    [Fact]
    public async Task A_filter_changes_the_address_and_the_numbers_and_Back_returns_to_both()
    {
        var page = await browser.OpenAsync("/");
        var all = await Spend(page);
        await page.EvaluateAsync("() => { window.stayed = true; }");

        await page.GetByText("Platform", new() { Exact = true }).Locator("..").Locator("summary").ClickAsync();
        await page.GetByRole(AriaRole.Checkbox, new() { Name = "TikTok" }).CheckAsync();
        await page.Keyboard.PressAsync("Escape");
        await page.WaitForURLAsync("**/?f=platform:tiktok_ads");
        await page.Locator(".chips").GetByText("TikTok").WaitForAsync();

        Assert.NotEqual(all, await Spend(page));
        Assert.True(await page.EvaluateAsync<bool>("() => window.stayed === true"), "Turbo follows without a new document.");

        await page.GoBackAsync();
        await page.WaitForURLAsync(new Regex("/$"));
        await Assertions.Expect(page.Locator(".kpi .value").First).ToHaveTextAsync(all);
    }

    [Fact]
    public async Task The_period_is_chosen_by_quarter_and_by_typed_days()
    {
        var page = await browser.OpenAsync("/");
        await page.Locator("select[name=r]").SelectOptionAsync("2024-Q3");
        await page.WaitForURLAsync("**/?r=2024-Q3");
        await Assertions.Expect(page.Locator(".covered")).ToContainTextAsync("1 Jul – 30 Sep 2024");

        await page.Locator("input[name=from]").FillAsync("2024-09-02");
        await page.Locator("input[name=to]").FillAsync("2024-09-08");
        await page.GetByRole(AriaRole.Button, new() { Name = "Apply" }).ClickAsync();
        await page.WaitForURLAsync("**/?r=2024-09-02..2024-09-08");
        await Assertions.Expect(page.Locator(".covered")).ToContainTextAsync("2–8 Sep 2024");
    }

    [Fact]
    public async Task A_campaign_leads_to_itself_and_hostile_names_stay_text()
    {
        List<string> errors = [];
        var page = await browser.OpenAsync("/?n=all", errors: errors);
        await page.GetByRole(AriaRole.Link, new() { Name = WebWorld.Script }).ClickAsync();
        await page.Locator(".chips").GetByText(WebWorld.Script).WaitForAsync();
        await page.Locator("adm-chart#trend svg").WaitForAsync();

        Assert.Contains("/campaign?", page.Url, StringComparison.Ordinal);
        Assert.Contains(WebWorld.Script, await page.Locator(".lead").InnerTextAsync(), StringComparison.Ordinal);
        Assert.False(await page.EvaluateAsync<bool>("() => 'hacked' in window"));
        Assert.Empty(errors);
    }

    [Fact]
    public async Task Showing_all_campaigns_exchanges_their_panel_alone_and_keeps_the_address()
    {
        var page = await browser.OpenAsync("/");
        await page.EvaluateAsync("() => { document.querySelector('h1').dataset.stayed = ''; }");
        await page.GetByText("Show all campaigns").ClickAsync();
        await page.GetByText("Show the largest ten").WaitForAsync();

        Assert.EndsWith("/?n=all", page.Url, StringComparison.Ordinal);
        Assert.Equal(1, await page.Locator("h1[data-stayed]").CountAsync());
        Assert.Equal(16, await page.Locator("#campaigns tbody tr").CountAsync());
    }

    [Theory]
    [InlineData("/", 1440, ColorScheme.Light), InlineData("/", 1440, ColorScheme.Dark)]
    [InlineData("/", 390, ColorScheme.Light), InlineData("/", 390, ColorScheme.Dark)]
    [InlineData("/definitions", 390, ColorScheme.Light), InlineData("/definitions", 1440, ColorScheme.Dark)]
    [InlineData("/data", 390, ColorScheme.Dark), InlineData("/data", 1440, ColorScheme.Light)]
    [InlineData("/?r=2019", 1440, ColorScheme.Light), InlineData("/nowhere", 390, ColorScheme.Dark)]
    [InlineData("/?f=client:C101;campaign~:brand&r=qtd&cmp=year&zzz=1", 390, ColorScheme.Light), Scored(Row.Axe)]
    public async Task Axe_finds_nothing(string path, int width, ColorScheme scheme)
    {
        var page = await browser.OpenAsync(path, width, scheme);
        if (path is "/")
            await DrawnAsync(page);

        var found = await AxeAsync(page);

        Assert.Empty(found);
    }

    [Theory]
    [InlineData("/", 390), InlineData("/", 320), InlineData("/?n=all&f=campaign~:a,brand", 320), InlineData("/definitions", 320), InlineData("/data", 320), Scored(Row.Reflow)]
    public async Task Nothing_scrolls_sideways_on_a_phone(string path, int width)
    {
        var page = await browser.OpenAsync(path, width);
        if (path is "/")
            await DrawnAsync(page);

        Assert.Equal(width, await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth"));
    }

    [Fact, Scored(Row.NoScript)]
    public async Task Without_script_values_tables_and_filters_work()
    {
        var page = await browser.OpenAsync("/", script: false);
        var all = await Spend(page);
        await page.Locator("figure:has(#trend) summary").ClickAsync();
        Assert.Equal(30, await page.Locator("figure:has(#trend) tbody tr:visible").CountAsync());

        await page.Locator("select[name=r]").SelectOptionAsync("7d");
        await page.GetByRole(AriaRole.Button, new() { Name = "Apply" }).ClickAsync();
        await page.WaitForURLAsync("**/?r=7d");

        Assert.NotEqual(all, await Spend(page));
        Assert.Equal(7, await page.Locator("figure:has(#trend) tbody tr").CountAsync());
    }

    [Fact]
    public async Task The_theme_is_kept_by_a_cookie_and_the_first_answer_has_it()
    {
        var page = await browser.OpenAsync("/?r=7d");
        await page.GetByRole(AriaRole.Button, new() { Name = "Dark" }).ClickAsync();
        await page.WaitForURLAsync("**/?r=7d");
        await Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("data-theme", "dark");
        var background = await page.EvaluateAsync<string>("() => getComputedStyle(document.body).backgroundColor");

        Assert.Equal("rgb(15, 19, 24)", background);
    }

    [Fact]
    public async Task A_metric_tells_what_it_means_on_a_click()
    {
        var page = await browser.OpenAsync("/");
        await page.GetByRole(AriaRole.Button, new() { Name = "CTR", Exact = true }).ClickAsync();

        await Assertions.Expect(page.Locator("#tile-ctr-definition")).ToContainTextAsync("Click-through rate");
        await Assertions.Expect(page.Locator("#tile-ctr-definition")).ToContainTextAsync("clicks ÷ impressions");
    }

    [Fact]
    public async Task Every_stop_of_the_keyboard_shows_and_is_large_enough_to_hit()
    {
        var page = await browser.OpenAsync("/");
        await DrawnAsync(page);
        await page.EvaluateAsync("() => scrollTo(0, 0)");

        var (seen, bad, _) = await StopsAsync(page, 120);

        Assert.True(seen.Count > 30, $"{seen.Count} stops");
        Assert.Empty(bad);
    }

    /// <summary>Walks with Tab from where the focus is.</summary>
    /// <returns>The stops, those that are not seen or too small to hit, and whether the walk came to its end.</returns>
    internal static async Task<(HashSet<string> Seen, List<string> Bad, bool IsThrough)> StopsAsync(IPage page, int most)
    {
        List<string> bad = [];
        HashSet<string> seen = [];
        for (var i = 0; i < most; i++)
        {
            await page.Keyboard.PressAsync("Tab");
            var stop = await page.EvaluateAsync<string?>(
                """
                () => {
                  const it = document.activeElement;
                  if (!it || it === document.body) return null;
                  const style = getComputedStyle(it), box = it.getBoundingClientRect();
                  const flaw = (style.outlineStyle === 'none' ? 'unseen ' : '') + (box.width < 24 || box.height < 24 ? 'small ' : '');
                  return flaw + it.tagName + ':' + (it.name ?? '') + (it.getAttribute('href') ?? '') + it.textContent.trim().slice(0, 20) + (it.value ?? '');
                }
                """);
            if (stop is null)
                return (seen, bad, true);
            seen.Add(stop); // a field for a day has a stop for each of its parts
            if (stop.StartsWith("unseen", StringComparison.Ordinal) || stop.StartsWith("small", StringComparison.Ordinal))
                bad.Add(stop);
        }

        return (seen, bad, false);
    }

    /// <summary>A chart below the fold is drawn once it comes near.</summary>
    static async Task DrawnAsync(IPage page)
    {
        await page.Locator("#breakdown").ScrollIntoViewIfNeededAsync();
        await page.Locator("adm-chart#breakdown svg").WaitForAsync();
        await page.Locator("adm-chart#trend svg").WaitForAsync();
    }

    static async Task<string> Spend(IPage page) => await page.Locator(".kpi .value").First.InnerTextAsync();

    /// <param name="coloursAlone">Where only the theme has changed since the last look.</param>
    internal static async Task<string[]> AxeAsync(IPage page, bool coloursAlone = false)
    {
        var axe = Path.Combine(Repository(), "node_modules", "axe-core", "axe.min.js");
        await page.EvaluateAsync(await File.ReadAllTextAsync(axe));
        return await page.EvaluateAsync<string[]>(
            """
            async (runOnly) => {
              const found = await axe.run(document, { runOnly });
              return found.violations.map(one => `${one.id}: ${one.nodes.map(node => node.html.slice(0, 120)).join(' | ')}`);
            }
            """, coloursAlone ? ["color-contrast", "link-in-text-block"] : new[] { "wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice" });
    }

    static string Repository([System.Runtime.CompilerServices.CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", ".."));
}
