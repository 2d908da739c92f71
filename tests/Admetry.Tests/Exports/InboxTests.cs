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

    [Fact]
    public async Task Tables_without_days_take_those_of_the_table_beside_them_in_the_archive()
    {
        await RunAsync("init");
        await using (var zip = new ZipArchive(File.Create(Path.Combine(folder, "inbox", "search.zip")), ZipArchiveMode.Create))
        {
            foreach (var (name, text) in new[]
            {
                ("Countries.csv", "Country,Clicks,Impressions,CTR,Position\nGermany,40,400,10%,1.2\nFrance,20,200,10%,8\n"),
                ("Dates.csv", "Date,Clicks,Impressions,CTR,Position\n2024-03-01,10,100,10%,3\n2024-03-02,20,200,10%,4\n2024-03-03,30,300,10%,4\n"),
                ("Queries.csv", "Top queries,Clicks,Impressions,CTR,Position\nadmetry,25,250,10%,1.2\nads,15,150,10%,8\n"),
                ("Notes.csv", "Date,Impr.,Clicks,Cost,Campaign\n2023-01-01,1,1,1.00,Another\n"),
            })
            {
                await using var part = new StreamWriter(zip.CreateEntry(name).Open());
                await part.WriteAsync(text);
            }
        }

        var import = await RunAsync("import");
        var days = await RunAsync("query", "impressions,clicks", "--by", "platform", "--where", "platform=search_console", "--from", "2024-03-01", "--to", "2024-03-03", "--format", "csv");
        var countries = await RunAsync("query", "impressions", "--by", "country", "--where", "platform=search_console", "--from", "2024-03-01", "--to", "2024-03-03", "--format", "csv");
        var terms = await RunAsync("query", "clicks", "--by", "search_term", "--from", "2024-03-01", "--to", "2024-03-03", "--format", "csv");

        Assert.Contains("Countries.csv: search_console, 2 rows, 2024-03-01..2024-03-03", import.Output, StringComparison.Ordinal);
        Assert.Contains("Queries.csv: search_console, 2 rows, 2024-03-01..2024-03-03", import.Output, StringComparison.Ordinal);
        Assert.Equal("platform,impressions,clicks\nsearch_console,600,60\n", days.Output);
        Assert.Equal("country,impressions\nGermany,400\nFrance,200\n", countries.Output);
        Assert.Equal("search_term,clicks\nadmetry,25\nads,15\n", terms.Output);
    }

    [Theory]
    [InlineData("Date,Clicks,Impressions,CTR,Position\n2024-03-01,10,100,10%,3\n2024-03-02,20,2")]
    [InlineData("Date,Clicks,Impressions,CTR,Position\n2024-03-01,10,100,10%,3\nthe last day,20,200,10%,4\n")]
    [InlineData("Date,Impr.,Clicks,Cost,Campaign\n2023-01-01,1,1,1.00,Another report\n")]
    public async Task Days_of_a_table_that_is_not_whole_or_of_another_report_are_nobody_elses(string dates)
    {
        await RunAsync("init");
        await using (var zip = new ZipArchive(File.Create(Path.Combine(folder, "inbox", "search.zip")), ZipArchiveMode.Create))
        {
            foreach (var (name, text) in new[] { ("Countries.csv", "Country,Clicks,Impressions,CTR,Position\nGermany,40,400,10%,1.2\n"), ("Dates.csv", dates) })
            {
                await using var part = new StreamWriter(zip.CreateEntry(name).Open());
                await part.WriteAsync(text);
            }
        }

        var import = await RunAsync("import");

        Assert.DoesNotContain("✓ search.zip/Countries.csv", import.Output, StringComparison.Ordinal);
        Assert.Contains("--period", import.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_said_of_dates_holds_for_the_table_beside_too()
    {
        await RunAsync("init");
        var file = Path.Combine(folder, "search.zip");
        await using (var zip = new ZipArchive(File.Create(file), ZipArchiveMode.Create))
        {
            foreach (var (name, text) in new[]
            {
                ("Countries.csv", "Country,Clicks,Impressions,CTR,Position\nGermany,40,400,10%,1.2\n"),
                ("Dates.csv", "Date,Clicks,Impressions,CTR,Position\n01/03/2024,10,100,10%,3\n02/03/2024,30,300,10%,3\n"),
            })
            {
                await using var part = new StreamWriter(zip.CreateEntry(name).Open());
                await part.WriteAsync(text);
            }
        }

        var import = await RunAsync("import", file, "--dates", "dmy");

        Assert.Contains("Countries.csv: search_console, 1 rows, 2024-03-01..2024-03-02", import.Output, StringComparison.Ordinal);
    }

    [Theory, InlineData(0), InlineData(1), InlineData(2), InlineData(3)]
    public async Task A_file_whose_letters_take_several_bytes_is_read_wherever_they_stand(int shift)
    {
        await RunAsync("init");
        var text = new StringBuilder("Day,Campaign,Campaign ID,Currency code,Impr.,Clicks,Cost\n");
        for (var i = 1; i <= 40; i++)
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"2024-01-01,{new string('x', shift)}春季促销活动春季促销活动春季促销活动,{i},EUR,100,5,1.25\n");
        await File.WriteAllTextAsync(Path.Combine(folder, "inbox", "report.csv"), text.ToString(), Cancel);

        var import = await RunAsync("import");

        Assert.Contains("report.csv: google_ads_ui, 40 rows", import.Output, StringComparison.Ordinal);
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
