using System.IO.Compression;
using System.Text;
using Admetry.App;
using Admetry.App.Commands;
using Xunit;

namespace Admetry.Tests.Exports;

/// <summary>A new user's inbox: whatever was downloaded, dropped in at once, through the command line.</summary>
public sealed class InboxTests : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("admetry-inbox-").FullName;

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Everything_that_is_a_report_is_loaded_and_the_rest_says_what_it_is()
    {
        await RunAsync("init");
        var inbox = Path.Combine(folder, "inbox");
        await File.WriteAllTextAsync(Path.Combine(inbox, "linkedin.csv"), Samples.LinkedIn, Encoding.Unicode, Cancel);
        await File.WriteAllTextAsync(Path.Combine(inbox, "tiktok.csv"), Samples.TikTok, Cancel);
        await File.WriteAllTextAsync(Path.Combine(inbox, "orders.csv"), Samples.Shopify, Cancel);
        await File.WriteAllBytesAsync(Path.Combine(inbox, "meta.xlsx"), Workbook.Of(("Raw Data Report",
        [
            ["Reporting starts", "Reporting ends", "Campaign name", "Amount spent (EUR)", "Impressions", "Link clicks", "Results"],
            [Workbook.Day(2024, 3, 1), Workbook.Day(2024, 3, 1), "Brand", 12.25, 1000.0, 12.0, 3.0],
        ])), Cancel);
        await using (var zip = new ZipArchive(File.Create(Path.Combine(inbox, "search.zip")), ZipArchiveMode.Create))
        {
            foreach (var (name, text) in new[] { ("Dates.csv", Samples.SearchConsole), ("Filters.csv", "Filter,Value\nSearch type,Web\n") })
            {
                await using var part = new StreamWriter(zip.CreateEntry(name).Open());
                await part.WriteAsync(text);
            }
        }

        var import = await RunAsync("import");
        var answer = await RunAsync("query", "impressions,clicks", "--by", "platform", "--format", "csv");

        Assert.True(import.Code is 0, import.Output + import.Error);
        Assert.DoesNotContain("quarantine", import.Error, StringComparison.Ordinal);
        Assert.Contains("✓ linkedin.csv: linkedin_campaign_manager, 2 rows", import.Output, StringComparison.Ordinal);
        Assert.Contains("✓ meta.xlsx: meta_ads_manager, 1 rows", import.Output, StringComparison.Ordinal);
        Assert.Contains("shopify_orders, 2 rows", import.Output, StringComparison.Ordinal);
        Assert.Contains("search_console, 2 rows", import.Output, StringComparison.Ordinal);
        Assert.Contains("Filters.csv", import.Error, StringComparison.Ordinal);
        Assert.Equal("platform,impressions,clicks\nlinkedin_ads,4000,32\nmeta_ads,1000,\nsearch_console,610,27\ntiktok_ads,4000,70\n",
            string.Concat(answer.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Take(1).Concat(answer.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Order(StringComparer.Ordinal)).Select(line => line + "\n")));
    }

    async Task<(int Code, string Output, string Error)> RunAsync(params string[] words)
    {
        using StringWriter output = new() { NewLine = "\n" }, error = new() { NewLine = "\n" };
        var host = new CommandHost(folder, TimeProvider.System, false, Workspaces.OpenAsync);
        var code = await Root.RunAsync(words, host, output, error, Cancel);
        return (code, output.ToString(), error.ToString());
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
