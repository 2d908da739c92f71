using System.Text;
using Admetry.App.Components;
using Admetry.App.Reports;
using Admetry.Metrics;
using Admetry.Tests.Fixtures;
using Microsoft.Playwright;
using Xunit;

namespace Admetry.Tests.Reports;

/// <summary>The report in a browser that has no network, without script, and on paper.</summary>
[Trait("needs", "server")]
public sealed class ReportFileTests(Browser browser) : IAsyncLifetime
{
    const string Campaigns = "[aria-labelledby=campaigns-campaigns-title]";

    readonly string folder = Directory.CreateTempSubdirectory("admetry-report-").FullName;

    string html = "";

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    Uri File => new(Path.Combine(folder, "report.html"));

    public async ValueTask InitializeAsync()
    {
        await using var world = await WebWorld.CreateAsync();
        html = await OverviewReportTests.HtmlAsync(world, new(["C101"], Period.Default, Comparison.Previous));
        await System.IO.File.WriteAllTextAsync(File.LocalPath, html, Cancel);
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    [Fact, Scored(Row.Report)]
    public async Task Without_network_its_charts_draw_its_tables_sort_and_its_theme_switches()
    {
        List<string> errors = [];
        var page = await OpenAsync(errors: errors);
        List<string> requests = [];
        page.Request += (_, request) => requests.Add(request.Url);
        await page.Context.SetOfflineAsync(true);
        await page.ReloadAsync();
        await DrawnAsync(page);
        var spend = page.Locator($"{Campaigns} thead").GetByRole(AriaRole.Button, new() { Name = "Spend" });
        var before = await ColumnAsync(page);

        await spend.ClickAsync();
        Assert.Equal(before.Order(), await ColumnAsync(page));
        Assert.Equal("ascending", await page.Locator($"{Campaigns} th[aria-sort]").GetAttributeAsync("aria-sort"));
        Assert.Contains("Total", await page.Locator($"{Campaigns} tbody tr").Last.InnerTextAsync(), StringComparison.Ordinal);
        await spend.ClickAsync();
        Assert.Equal(before.OrderDescending(), await ColumnAsync(page));

        var light = await page.EvaluateAsync<string>("() => getComputedStyle(document.body).backgroundColor + document.querySelector('#overview-trend svg').innerHTML");
        await page.GetByRole(AriaRole.Button, new() { Name = "Dark" }).ClickAsync();
        var dark = await page.EvaluateAsync<string>("() => getComputedStyle(document.body).backgroundColor + document.querySelector('#overview-trend svg').innerHTML");
        Assert.StartsWith("rgb(246, 247, 249)", light, StringComparison.Ordinal);
        Assert.StartsWith("rgb(15, 19, 24)", dark, StringComparison.Ordinal);
        Assert.NotEqual(light["rgb(246, 247, 249)".Length..], dark["rgb(15, 19, 24)".Length..]);

        Assert.Equal([File.AbsoluteUri], requests);
        Assert.Empty(errors);
    }

    [Theory, InlineData(390), InlineData(1440)]
    public async Task It_fits_its_screen_and_a_metric_tells_what_it_means(int width)
    {
        var page = await OpenAsync(width);
        await DrawnAsync(page);

        Assert.True(await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"));
        await page.GetByRole(AriaRole.Button, new() { Name = "CTR", Exact = true }).First.ClickAsync();
        await Assertions.Expect(page.Locator("#tile-ctr-definition")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Without_script_every_number_stands_in_an_open_table_and_no_dead_control_shows()
    {
        var page = await OpenAsync(script: false);

        await Assertions.Expect(page.Locator("figure:has(#overview-trend) tbody tr").First).ToBeVisibleAsync();
        Assert.Equal(30, await page.Locator("figure:has(#overview-trend) tbody tr").CountAsync());
        await Assertions.Expect(page.Locator(".tools")).ToBeHiddenAsync();
        await Assertions.Expect(page.Locator("#overview-trend")).ToBeHiddenAsync();
    }

    [Fact, Scored(Row.Paper), Scored(Row.Agreement)]
    public async Task On_paper_it_is_tagged_text_on_numbered_pages_with_the_numbers_of_the_screen()
    {
        var pdf = await PdfPrinter.PrintAsync(html, Cancel);
        var (text, pages) = (PdfText.Of(pdf), PdfText.Pages(pdf));
        var screen = await OpenAsync();

        Assert.Equal("%PDF-", Encoding.ASCII.GetString(pdf, 0, 5));
        Assert.True(PdfText.IsTagged(pdf));
        Assert.InRange(pages, 2, 60);
        Assert.InRange(pdf.Length, 10_000, 3 << 20);
        Assert.Contains(PdfText.Squeezed(await screen.Locator(".cover .headline").InnerTextAsync()), text, StringComparison.Ordinal);
        Assert.Contains($"Page{pages}of{pages}", text, StringComparison.Ordinal);
        foreach (var number in await screen.Locator($".kpi .value, {Campaigns} td bdi").AllInnerTextsAsync())
            Assert.Contains(PdfText.Squeezed(number), text, StringComparison.Ordinal);
        Assert.Contains(PdfText.Squeezed(await screen.Locator(".cover .filters, .cover .covered, .cover p").First.InnerTextAsync()), text, StringComparison.Ordinal);
        Assert.Empty(await Pages.PrintedPageTests.ClippedAsync(screen));
    }

    [Fact]
    public void Where_no_browser_is_there_is_a_remedy()
    {
        Assert.Null(PdfPrinter.Find(name => name is "PATH" ? folder : null));
        Assert.Contains("CHROMIUM", Assert.Throws<PrintingException>(() => PdfPrinter.Find(_ => Path.Combine(folder, "nothing"))).Message, StringComparison.Ordinal);
    }

    Task<IPage> OpenAsync(int width = 1440, bool script = true, List<string>? errors = null) =>
        browser.OpenAsync(File.AbsoluteUri, width, script: script, errors: errors);

    static async Task DrawnAsync(IPage page) => await page.WaitForFunctionAsync(
        "() => [...document.querySelectorAll('adm-chart')].every(chart => chart.querySelector('svg path'))");

    static async Task<List<decimal>> ColumnAsync(IPage page) =>
        [.. (await page.Locator($"{Campaigns} tbody tr:not(.total) td:nth-child(2) bdi").AllInnerTextsAsync())
            .Select(text => decimal.Parse(text.TrimStart('$'), System.Globalization.NumberStyles.Number, System.Globalization.CultureInfo.InvariantCulture))];
}
