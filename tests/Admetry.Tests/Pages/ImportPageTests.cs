using System.Text;
using Admetry.App;
using Admetry.App.Components;
using Admetry.App.Pipeline;
using Admetry.Metrics;
using Admetry.Storage.Warehouse;
using Admetry.Tests.Faults;
using Admetry.Tests.Fixtures;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;
using Microsoft.Playwright;
using Xunit;

namespace Admetry.Tests.Pages;

/// <summary>A file handed in on the page: looked at, set right with a select box, loaded.</summary>
[Trait("needs", "server")]
public sealed class ImportPageTests(Browser browser, PostgresServer postgres)
{
    const string Google = "Campaign performance\n\"January 1, 2024 - January 2, 2024\"\nDay,Campaign,Currency code,Cost,Impr.,Clicks,CTR,Email\n"
        + "2024-01-01,<script>window.hacked=1</script>,USD,\"1,234.56\",\"25,881\",320,1.24%,canary@example.com\n2024-01-02,Brand,USD,34.56,881,20, --,\nTotal: Campaigns,,USD,\"1,269.12\",\"26,762\",340,,\n";

    const string Own = "Datum;Kampagne;Kosten netto;Klicks gesamt\n01/02/2024;Winter;1.234,50;12\n02/02/2024;Winter;99,50;9\n";

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, InlineData(1440, ColorScheme.Light), InlineData(390, ColorScheme.Dark), Scored(Row.Axe), Scored(Row.Keyboard)]
    public async Task A_known_export_is_shown_with_its_sums_and_totals_and_loads_with_one_click(int width, ColorScheme scheme)
    {
        await using var shop = await Workshop.CreateAsync("duckdb", postgres);
        await using var lease = await shop.OpenAsync();
        await using var server = Server(lease.Workspace);
        await server.StartAsync(Cancel);
        List<string> errors = [];
        var page = await browser.OpenAsync("/import", width, scheme, errors: errors, at: server.Urls.First());

        await HandInAsync(page, "google.csv", Google);
        await Assertions.Expect(page.Locator(".facts")).ToContainTextAsync("1,269.12");
        await Assertions.Expect(page.Locator(".checks li").First).ToContainTextAsync("spend 1,269.12 in the file, 1,269.12 read");
        await Assertions.Expect(page.Locator(".notices")).ToContainTextAsync("since they say who a person is: Email.");
        Assert.Equal("spend", await page.GetByLabel("Cost is read as").InputValueAsync());
        Assert.Empty(await OverviewPageTests.AxeAsync(page));
        var walk = await KeyboardTests.WalkAsync(page);
        Assert.True(walk.IsThrough);
        Assert.Empty(walk.Flaws);
        Assert.True(await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth && !window.hacked"));

        await page.GetByText("Load it").ClickAsync();
        await Assertions.Expect(page.Locator(".told h2")).ToHaveTextAsync("google.csv: loaded");
        Assert.Equal("1269.12", await SpendAsync(lease));
        Assert.Empty(errors);
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(shop.Folder.Temp), "*.csv", SearchOption.AllDirectories));
    }

    [Fact, Scored(Row.NoScript)]
    public async Task An_unknown_layout_is_mapped_with_select_boxes_without_script()
    {
        await using var shop = await Workshop.CreateAsync("duckdb", postgres);
        await using var lease = await shop.OpenAsync();
        await using var server = Server(lease.Workspace);
        await server.StartAsync(Cancel);
        var page = await browser.OpenAsync("/import", script: false, at: server.Urls.First());

        await HandInAsync(page, "own.csv", Own);
        await Assertions.Expect(page.Locator(".told h2")).ToHaveTextAsync("Not readable yet, line 1");
        Assert.True(await page.GetByText("Load it").IsDisabledAsync());
        await page.GetByText("Read it so").ClickAsync();
        await Assertions.Expect(page.Locator(".told h2")).ToContainTextAsync("Not readable yet");
        await page.Locator("select[name=dates]").SelectOptionAsync("dmy");
        await page.GetByLabel("Currency").FillAsync("eur");
        await page.GetByText("Read it so").ClickAsync();
        await Assertions.Expect(page.Locator(".facts")).ToContainTextAsync("1,334.00");

        await page.GetByText("Load it").ClickAsync();
        await Assertions.Expect(page.Locator(".told h2")).ToHaveTextAsync("own.csv: loaded");
        Assert.Equal("1334", await SpendAsync(lease));
    }

    [Fact]
    public async Task What_cannot_be_read_is_explained_and_never_loads()
    {
        await using var shop = await Workshop.CreateAsync("duckdb", postgres);
        await using var lease = await shop.OpenAsync();
        await using var server = Server(lease.Workspace);
        await server.StartAsync(Cancel);
        var page = await browser.OpenAsync("/import", at: server.Urls.First());

        await HandInAsync(page, "../../evil\u202e.csv", "<!DOCTYPE html><html><body>Log in</body></html>");

        await Assertions.Expect(page.Locator(".told")).ToContainTextAsync("The file is an HTML page");
        Assert.True(await page.GetByText("Load it").IsDisabledAsync());
        await page.GotoAsync("/import/0123456789abcdef");
        await Assertions.Expect(page.Locator(".empty")).ToContainTextAsync("is not here any more");
        await page.GotoAsync("/import/..%2f..%2fwarehouse");
        Assert.Equal(0, await page.GetByText("Load it").CountAsync());
    }

    [Fact]
    public async Task Whoever_may_not_see_all_clients_hands_nothing_in()
    {
        await using var shop = await Workshop.CreateAsync("duckdb", postgres);
        await using var lease = await shop.OpenAsync();
        await using var server = Server(lease.Workspace, new("limited", ["C1"]));
        await server.StartAsync(Cancel);
        using var http = new HttpClient { BaseAddress = new(server.Urls.First()) };

        Assert.Contains("You may not see this", await http.GetStringAsync("/import", Cancel), StringComparison.Ordinal);
        using var form = new MultipartFormDataContent { { new StringContent(Google), "file", "google.csv" } };
        Assert.Equal(System.Net.HttpStatusCode.BadRequest, (await http.PostAsync("/import", form, Cancel)).StatusCode); // no token of a form
        Assert.False(Directory.Exists(Path.Combine(shop.Folder.Temp, "uploads")));
    }

    static async Task HandInAsync(IPage page, string name, string text)
    {
        await page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = name, MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(text) });
        await page.GetByText("Look at it").ClickAsync();
        await page.WaitForURLAsync("**/import/*");
    }

    static async Task<string> SpendAsync(App.Commands.WorkspaceLease lease)
    {
        var table = await new MetricReader(lease.Workspace.Warehouse).ReadAsync(new()
        {
            Principal = Principal.Everything("test"), Days = new(new(2024, 1, 1), new(2024, 12, 31)), Metrics = [CostMetrics.Spend],
        }, Cancel);
        return table.Rows[0][0].ToString();
    }

    static WebApplication Server(App.Workspace.OpenWorkspace workspace, Principal? who = null) => WebHost.Build(new()
    {
        Url = "http://127.0.0.1:0",
        Warehouse = workspace.Warehouse,
        Metrics = new(workspace.Warehouse),
        Catalogue = workspace.Catalogue,
        Site = new("Test", "USD", TimeZoneInfo.Utc),
        Uploads = new(workspace),
        Who = _ => who ?? Principal.Everything("test"),
        Configure = builder => builder.Logging.ClearProviders(),
    });
}
