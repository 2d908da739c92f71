using System.Text;
using Admetry.App.Components;
using Admetry.App.Reports;
using Admetry.Metrics;
using Admetry.Tests.Fixtures;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Xunit;

namespace Admetry.Tests.Reports;

/// <summary>The report as a file: the pages' numbers, one client's alone, and nothing that leads anywhere.</summary>
public sealed class OverviewReportTests : IAsyncLifetime
{
    const int LargestFile = 5 << 20;

    static readonly OverviewQuestion Alpha = new(["C101"], Period.Default, Comparison.Previous);

    WebWorld world = null!;

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => world = await WebWorld.CreateAsync();

    public ValueTask DisposeAsync() => world.DisposeAsync();

    [Fact, Scored(Row.Agreement)]
    public async Task Its_numbers_are_those_of_the_pages()
    {
        await using var server = world.Server(_ => new("test", ["C101"]));
        await server.StartAsync(Cancel);
        using var client = new HttpClient { BaseAddress = new(server.Urls.First()) };
        var report = await FileAsync(Alpha);
        var (overview, campaigns) = (await PageAsync("/"), await PageAsync("/campaigns?n=all"));

        Assert.Equal(Texts(overview, ".kpi .value"), Texts(report, "#overview .kpi .value"));
        Assert.Equal(6, Texts(report, "#overview .kpi .value").Count);
        Assert.Equal(Texts(overview, ".headline"), Texts(report, ".cover .headline"));
        Assert.Equal(overview.QuerySelector("#trend script")!.TextContent, report.QuerySelector("#overview-trend script")!.TextContent);
        Assert.Equal(Texts(overview, "figure:has(#trend) td"), Texts(report, "figure:has(#overview-trend) td"));
        Assert.Equal(Texts(overview, "figure:has(#breakdown) td"), Texts(report, "figure:has(#overview-breakdown) td"));
        Assert.Equal(Texts(campaigns, "#campaigns td"), Texts(report, "[aria-labelledby=campaigns-campaigns-title] td"));
        Assert.Equal(15, report.QuerySelectorAll("[aria-labelledby=campaigns-campaigns-title] tbody tr").Length); // fourteen and their total

        async Task<IHtmlDocument> PageAsync(string path) => Parsed(await client.GetStringAsync(new Uri(path, UriKind.Relative), Cancel));
    }

    [Fact]
    public async Task It_says_whose_it_is_of_which_days_when_it_was_made_and_how_far_data_reaches()
    {
        var cover = (await FileAsync(Alpha)).QuerySelector(".cover")!.TextContent;

        Assert.Contains("Northwind & Söhne", cover, StringComparison.Ordinal);
        Assert.Contains("Alpha Outdoor", cover, StringComparison.Ordinal);
        Assert.Contains("2 Sep – 1 Oct 2024, compared with 29 Jul – 27 Aug 2024", cover, StringComparison.Ordinal);
        Assert.Contains("Made 2 Oct 2024, 09:30 UTC", cover, StringComparison.Ordinal);
        Assert.Contains("Data through 1 Oct 2024", cover, StringComparison.Ordinal);
    }

    [Fact, Scored(Row.Report)]
    public async Task Nothing_in_it_leads_out_of_it()
    {
        var report = await FileAsync(Alpha);

        Assert.All(report.QuerySelectorAll("[href]"), link => Assert.NotNull(report.GetElementById(link.GetAttribute("href")![1..])));
        Assert.All(report.QuerySelectorAll("[href]"), link => Assert.StartsWith("#", link.GetAttribute("href"), StringComparison.Ordinal));
        Assert.Empty(report.QuerySelectorAll("link, img, iframe, object, embed, base, form, [src], [action], [ping], [srcset], .rowmenu, .more, turbo-frame"));
        Assert.DoesNotContain("url(", report.QuerySelector("style")!.TextContent, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("@import", report.QuerySelector("style")!.TextContent, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("/api/v1", report.Source.Text, StringComparison.Ordinal);
        Assert.Equal(report.QuerySelectorAll("[id]").Length, report.QuerySelectorAll("[id]").Select(one => one.Id).Distinct().Count());
    }

    [Fact]
    public async Task Its_policy_believes_its_own_script_and_style_and_nothing_else()
    {
        var report = await FileAsync(Alpha);
        var policy = report.QuerySelector("meta[http-equiv=Content-Security-Policy]")!.GetAttribute("content")!;

        Assert.StartsWith("default-src 'none'; ", policy, StringComparison.Ordinal);
        Assert.Contains($"script-src {ReportAssetHash(report.QuerySelector("script:not([type])")!)};", policy, StringComparison.Ordinal);
        Assert.Contains($"style-src {ReportAssetHash(report.QuerySelector("style")!)};", policy, StringComparison.Ordinal);
        Assert.Single(report.QuerySelectorAll("script:not([type='application/json'])"));
        Assert.Single(report.QuerySelectorAll("style"));
        Assert.DoesNotContain("connect-src", policy, StringComparison.Ordinal);
    }

    [Fact, Scored(Row.Report)]
    public async Task Of_other_clients_there_is_not_a_word()
    {
        var mine = await HtmlAsync(Alpha);
        var all = await HtmlAsync(Alpha with { Clients = [] });

        Assert.DoesNotContain("Beta", mine, StringComparison.Ordinal);
        Assert.DoesNotContain("C102", mine, StringComparison.Ordinal);
        Assert.Contains("Beta secret", all, StringComparison.Ordinal);
        Assert.DoesNotContain(WebWorld.Script, mine, StringComparison.Ordinal); // as text only
        Assert.Contains(WebWorld.Script, Parsed(mine).QuerySelector("#campaigns")!.TextContent, StringComparison.Ordinal);
        Assert.InRange(Encoding.UTF8.GetByteCount(all), 100_000, LargestFile);
    }

    [Fact, Scored(Row.Report)]
    public async Task A_clients_file_is_silent_about_what_the_house_earns_on_it()
    {
        await world.RunAsync("update fact_core_metrics set gross_billed = spend * 1.25, publisher_payout = spend * 0.8");
        string[] books = ["Gross billed", "gross_billed", "Publisher payout", "publisher_payout", "Net revenue", "net_revenue", "Margin", "take rate"];

        var (client, house) = (await HtmlAsync(Alpha), await HtmlAsync(Alpha with { IsInternal = true }));

        Assert.All(books[..7], word => Assert.Contains(word, house, StringComparison.Ordinal));
        var said = client.Replace(Parsed(client).QuerySelector("script:not([type])")!.TextContent, "", StringComparison.Ordinal); // "margin" is a word of drawing
        Assert.All(books, word => Assert.DoesNotContain(word, said, StringComparison.Ordinal));
        Assert.NotNull(Parsed(client).QuerySelector("#channels"));
    }

    [Fact]
    public async Task Every_metric_shown_is_defined_once()
    {
        var report = await FileAsync(Alpha);
        var shown = report.QuerySelectorAll(".kpi .label").Concat(report.QuerySelectorAll("[aria-labelledby=campaigns-campaigns-title] thead .number"))
            .Select(one => one.TextContent.Trim()).Where(title => title is not "Change").Distinct().ToList();
        var defined = report.QuerySelectorAll("#definitions .entry h2").Select(entry => entry.FirstChild!.TextContent.Trim()).ToList();

        Assert.Empty(shown.Except(defined));
        Assert.Equal(defined.Distinct(), defined);
        Assert.True(shown.Count >= 9, string.Join(", ", shown));
    }

    [Theory]
    [InlineData("C999", "2024-Q3", "There is no client 'C999'. There are C101, C102.")]
    [InlineData("C101", "2019", "There is no data for 1 Jan – 31 Dec 2019. Daily rows reach from 2023-04-01 to 2024-10-01.")]
    public async Task What_cannot_be_reported_is_refused_with_the_reason(string client, string period, string reason) =>
        Assert.Equal(reason, (await Assert.ThrowsAsync<QueryRefusedException>(() => HtmlAsync(new([client], Period.Parse(period)!, Comparison.None)))).Message);

    internal static async Task<string> HtmlAsync(WebWorld world, OverviewQuestion question) =>
        await ReportRenderer.HtmlAsync(await OverviewReport.ReadAsync(
            world.Warehouse, new("Northwind & Söhne", "USD", TimeZoneInfo.Utc), new TestClock(WebWorld.Morning), question, Cancel));

    Task<string> HtmlAsync(OverviewQuestion question) => HtmlAsync(world, question);

    async Task<IHtmlDocument> FileAsync(OverviewQuestion question) => Parsed(await HtmlAsync(question));

    static IHtmlDocument Parsed(string html) => new HtmlParser().ParseDocument(html);

    static string ReportAssetHash(IElement element) =>
        $"'sha256-{Convert.ToBase64String(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(element.TextContent)))}'";

    static List<string> Texts(IHtmlDocument document, string selector) =>
        [.. document.QuerySelectorAll(selector).Select(one => (one.QuerySelector("bdi") ?? one).TextContent.Trim())];
}
