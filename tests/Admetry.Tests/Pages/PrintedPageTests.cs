using Admetry.Tests.Fixtures;
using Microsoft.Playwright;
using Xunit;

namespace Admetry.Tests.Pages;

/// <summary>Pages on paper, as Chromium prints them.</summary>
[Trait("needs", "server")]
public sealed class PrintedPageTests(Browser browser, AcmeServer acme)
{
    [Theory]
    [InlineData("/channels?r=2024-09&f=device:mobile"), InlineData("/?r=2024-Q4"), InlineData("/campaigns?r=2024-Q4"), InlineData("/conversions?r=2024-Q4"), InlineData("/finance?asof=2024-06-30"), InlineData("/pacing?asof=2024-06-30"), Scored(Row.Paper)]
    public async Task A_page_on_paper_has_its_numbers_its_filters_in_a_sentence_and_no_navigation(string path)
    {
        var page = await OpenAsync(path, ColorScheme.Dark);
        var numbers = await page.Locator(".kpi .value, .charts > turbo-frame td bdi, section.card > .scroll td bdi").AllInnerTextsAsync();
        var sentence = await page.Locator(".inprint").TextContentAsync();
        var names = await page.Locator("main h2:visible").AllInnerTextsAsync();

        var pages = await PrintAsync(page);
        var text = string.Concat(pages);

        Assert.InRange(pages.Count, 1, 14);
        Assert.Contains(PdfText.Squeezed(sentence!), pages[0], StringComparison.Ordinal);
        Assert.All(numbers, number => Assert.Contains(PdfText.Squeezed(number), text, StringComparison.Ordinal));
        Assert.All(names, name => Assert.Contains(PdfText.Squeezed(name), text, StringComparison.Ordinal));
        foreach (var word in new[] { "Definitions", "Import", "LightAutoDark", "ApplyReset", "Viewastable", "Skiptocontent", "Copyas" })
            Assert.DoesNotContain(word, text, StringComparison.Ordinal);
        if (path.Contains("device:", StringComparison.Ordinal))
            Assert.Contains("DeviceisMobile", text, StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    [Fact, Scored(Row.Paper)]
    public async Task No_chart_is_torn_between_sheets()
    {
        var page = await OpenAsync("/conversions?r=2024-Q4");
        var charts = await page.EvaluateAsync<string[][]>("""
            () => [...document.querySelectorAll("figure.chart")].map((one) => [one.querySelector("h2").textContent, JSON.parse(one.querySelector("script").textContent).kind === "bars" ? one.querySelector("tbody tr:last-child th bdi").textContent : ""])
            """);
        var pages = await PrintAsync(page);

        Assert.NotEmpty(charts);
        foreach (var chart in charts)
        {
            var sheet = pages.Index().Single(one => one.Item.Contains(PdfText.Squeezed(chart[0]), StringComparison.Ordinal));
            Assert.Contains(PdfText.Squeezed(chart[1]), sheet.Item, StringComparison.Ordinal);
        }
    }

    [Fact, Scored(Row.Paper)]
    public async Task On_paper_lines_differ_by_their_dashes_and_the_page_returns_to_its_theme()
    {
        var page = await OpenAsync("/channels?r=2024-Q4", ColorScheme.Dark);
        const string Dashes = "() => new Set([...document.querySelectorAll('#revenue svg path')].filter((path) => path.getAttribute('fill') === 'none' && Number(path.getAttribute('stroke-width')) === 2).map((path) => path.getAttribute('stroke-dasharray') ?? 'solid')).size";
        const string Lines = "() => document.querySelector('#revenue').drawing.spec.series.length";
        Assert.Equal(1, await page.EvaluateAsync<int>(Dashes));
        await page.EvaluateAsync("() => dispatchEvent(new Event('beforeprint'))");
        Assert.Equal(await page.EvaluateAsync<int>(Lines), await page.EvaluateAsync<int>(Dashes));
        Assert.Equal("light", await page.EvaluateAsync<string>("() => getComputedStyle(document.documentElement).colorScheme"));
        await page.EvaluateAsync("() => dispatchEvent(new Event('afterprint'))");
        Assert.Equal(1, await page.EvaluateAsync<int>(Dashes));
        Assert.Equal("auto", await page.EvaluateAsync<string>("() => document.documentElement.dataset.theme"));
    }

    [Theory]
    [InlineData("/channels?r=2024-Q4"), InlineData("/campaigns?r=2024-Q4"), InlineData("/portfolio?r=2024-Q4"), InlineData("/finance?asof=2024-06-30"), InlineData("/pacing?asof=2024-06-30"), InlineData("/audience?r=2024-Q4"), Scored(Row.Paper)]
    public async Task No_table_is_wider_than_the_sheet(string path)
    {
        var page = await OpenAsync(path);
        Assert.Empty(await ClippedAsync(page));
        await page.Context.CloseAsync();
    }

    /// <summary>Tables that reach over the edge of A4 within its margins.</summary>
    internal static async Task<string[]> ClippedAsync(IPage page)
    {
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        await page.SetViewportSizeAsync(688, 1000);
        return await page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('table')].filter((table) => table.checkVisibility() && table.getBoundingClientRect().right > innerWidth + 1).map((table) => `${table.caption?.textContent}: ${table.getBoundingClientRect().right}`)");
    }

    static async Task<IReadOnlyList<string>> PrintAsync(IPage page) => PdfText.ByPage(await page.PdfAsync(new() { PreferCSSPageSize = true, PrintBackground = true }));

    async Task<IPage> OpenAsync(string path, ColorScheme scheme = ColorScheme.Light)
    {
        var page = await browser.OpenAsync(path, at: await acme.UrlAsync(), scheme: scheme);
        await PagesBrowserTests.AllDrawnAsync(page);
        return page;
    }
}
