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
        await ZipAsync(Path.Combine(inbox, "search.zip"), ("Dates.csv", Samples.SearchConsole), ("Filters.csv", "Filter,Value\nSearch type,Web\n"));

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
        await ZipAsync(Path.Combine(folder, "inbox", "search.zip"),
            ("Countries.csv", "Country,Clicks,Impressions,CTR,Position\nGermany,40,400,10%,1.2\nFrance,20,200,10%,8\n"),
            ("Dates.csv", "Date,Clicks,Impressions,CTR,Position\n2024-03-01,10,100,10%,3\n2024-03-02,20,200,10%,4\n2024-03-03,30,300,10%,4\n"),
            ("Search appearance.csv", "Search Appearance,Clicks,Impressions,CTR,Position\n"),
            ("Queries.csv", "Top queries,Clicks,Impressions,CTR,Position\nadmetry,25,250,10%,1.2\nads,15,150,10%,8\n"),
            ("Notes.csv", "Date,Impr.,Clicks,Cost,Campaign\n2023-01-01,1,1,1.00,Another\n"));

        var import = await RunAsync("import");
        var days = await RunAsync("query", "impressions,clicks", "--by", "platform", "--where", "platform=search_console", "--from", "2024-03-01", "--to", "2024-03-03", "--format", "csv");
        var countries = await RunAsync("query", "impressions", "--by", "country", "--where", "platform=search_console", "--from", "2024-03-01", "--to", "2024-03-03", "--format", "csv");
        var terms = await RunAsync("query", "clicks", "--by", "search_term", "--from", "2024-03-01", "--to", "2024-03-03", "--format", "csv");

        Assert.Contains("Countries.csv: search_console, 2 rows, 2024-03-01..2024-03-03", import.Output, StringComparison.Ordinal);
        Assert.Contains("Queries.csv: search_console, 2 rows, 2024-03-01..2024-03-03", import.Output, StringComparison.Ordinal);
        Assert.True(import.Code is 0, import.Error);
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
        await ZipAsync(Path.Combine(folder, "inbox", "search.zip"), ("Countries.csv", "Country,Clicks,Impressions,CTR,Position\nGermany,40,400,10%,1.2\n"), ("Dates.csv", dates));

        var import = await RunAsync("import");

        Assert.DoesNotContain("✓ search.zip/Countries.csv", import.Output, StringComparison.Ordinal);
        Assert.Contains("--period", import.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_said_of_dates_holds_for_the_table_beside_too()
    {
        await RunAsync("init");
        var file = Path.Combine(folder, "search.zip");
        await ZipAsync(file,
            ("Countries.csv", "Country,Clicks,Impressions,CTR,Position\nGermany,40,400,10%,1.2\n"),
            ("Dates.csv", "Date,Clicks,Impressions,CTR,Position\n01/03/2024,10,100,10%,3\n02/03/2024,30,300,10%,3\n"));

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

    const string Google = "Day,Campaign,Campaign ID,Currency code,Impr.,Clicks,Cost\n";

    [Theory, InlineData("campaigns,keywords,terms"), InlineData("terms,keywords,campaigns"), InlineData("keywords,campaigns,terms")]
    public async Task Keywords_and_search_terms_never_take_the_place_of_their_campaigns(string order)
    {
        var files = new Dictionary<string, string>
        {
            ["campaigns"] = "Day,Campaign,Currency code,Impr.,Clicks,Cost\n2024-01-01,A,USD,100,10,10.00\n2024-01-02,A,USD,200,20,20.00\n",
            ["keywords"] = "Day,Campaign,Ad group,Keyword,Match type,Currency code,Impr.,Clicks,Cost\n2024-01-01,A,G,k1,Broad match,USD,90,9,9.00\n2024-01-02,A,G,k1,Broad match,USD,190,19,19.00\n",
            ["terms"] = "Day,Campaign,Ad group,Search term,Match type,Added/Excluded,Currency code,Impr.,Clicks,Cost\n2024-01-01,A,G,t1,Broad match,None,USD,50,5,5.00\n2024-01-02,A,G,t1,Broad match,None,USD,50,5,5.00\n",
        };
        await RunAsync("init");
        foreach (var name in order.Split(','))
        {
            await PutAsync($"{name}.csv", files[name]);
            Assert.Equal(0, (await RunAsync("import")).Code);
        }

        Assert.Equal("spend,clicks\n30,30\n", (await RunAsync("query", "spend,clicks", "--format", "csv")).Output);
        Assert.Equal("keyword,clicks\nk1,28\n", (await RunAsync("query", "clicks", "--by", "keyword", "--format", "csv")).Output);
        Assert.Equal("search_term,clicks\nt1,10\n", (await RunAsync("query", "clicks", "--by", "search_term", "--format", "csv")).Output);
    }

    [Fact]
    public async Task A_campaign_that_is_called_like_a_totals_row_is_a_campaign()
    {
        await RunAsync("init");
        await PutAsync("gym.csv", $"{Google}2024-01-01,Total: Gym,111,USD,100,10,10.00\n2024-01-02,Total: Gym,111,USD,200,20,20.00\n2024-01-02,Brand,222,USD,300,30,30.00\nTotal: Campaigns,,,USD,600,60,60.00\n");
        await PutAsync("term.csv", "Day,Search term,Match type,Campaign,Ad group,Currency code,Impr.,Clicks,Cost\n2024-01-02,total,Broad match,Brand,G,USD,10,1,1.00\n2024-01-02,cheap,Broad match,Brand,G,USD,20,2,2.00\n");

        Assert.Equal(0, (await RunAsync("import")).Code);

        Assert.Equal("campaign,spend\nBrand,30\nTotal: Gym,30\n", (await RunAsync("query", "spend", "--by", "campaign", "--where", "campaign_id=111,222", "--order", "campaign", "--format", "csv")).Output);
        Assert.Equal("search_term,clicks\ncheap,2\ntotal,1\n", (await RunAsync("query", "clicks", "--by", "search_term", "--order", "search_term", "--format", "csv")).Output);
    }

    [Fact]
    public async Task A_gzip_file_that_was_cut_off_is_refused_and_a_whole_one_read()
    {
        await RunAsync("init");
        var packed = new MemoryStream();
        await using (var gzip = new GZipStream(packed, CompressionMode.Compress, leaveOpen: true))
            await gzip.WriteAsync(Encoding.UTF8.GetBytes($"{Google}2024-01-01,A,1,EUR,100,10,10.00\n2024-01-02,A,1,EUR,100,10,125.00\n"), Cancel);
        await File.WriteAllBytesAsync(Path.Combine(folder, "inbox", "whole.csv.gz"), packed.ToArray(), Cancel);
        foreach (var cut in new[] { 1, 5, 9, 12, 20 })
            await File.WriteAllBytesAsync(Path.Combine(folder, "inbox", $"cut{cut}.csv.gz"), packed.ToArray()[..^cut], Cancel);

        var import = await RunAsync("import");

        Assert.Contains("whole.csv.gz: google_ads_ui, 2 rows", import.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("cut", import.Output, StringComparison.Ordinal);
        Assert.All(new[] { 1, 5, 9, 12, 20 }, cut => Assert.Contains($"✗ cut{cut}.csv.gz", import.Error, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Rows_that_the_file_itself_counts_must_all_be_there()
    {
        await RunAsync("init");
        await PutAsync("cut.csv", Samples.Microsoft.Replace("Rows: 2", "Rows: 3", StringComparison.Ordinal));

        var import = await RunAsync("import");

        Assert.Contains("says rows 3, but its rows add up to 2", import.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_report_without_a_known_spend_says_which_numbers_it_leaves_out()
    {
        await RunAsync("init");
        await PutAsync("effort.csv", "Day,Campaign,Campaign ID,Currency code,Impr.,Clicks,Effort\n2024-01-01,Brand,1,EUR,1000,50,50.25\n");
        await PutAsync("stranger.csv", "\"Tag\",\"Kontoname\",\"Währungscode\",\"Kampagnenname\",\"Impressionen\",\"Klicks\",\"Ausgaben\"\n\"01.01.2024\",\"Acme\",\"EUR\",\"Marke\",\"1.000\",\"50\",\"50,25\"\n");

        var import = await RunAsync("import");

        Assert.Contains("No spend was read", import.Output + import.Error, StringComparison.Ordinal);
        Assert.Contains("Effort", import.Output + import.Error, StringComparison.Ordinal);
        Assert.Contains("✗ stranger.csv", import.Error, StringComparison.Ordinal);
    }

    [Theory, InlineData("utf-16"), InlineData("utf-16BE"), InlineData("utf-8")]
    public async Task A_file_that_ends_within_a_letter_is_refused_in_words(string name)
    {
        await RunAsync("init");
        var bytes = Encoding.GetEncoding(name).GetBytes($"{Google}2024-01-01,Été,1,EUR,100,10,10.00\n2024-01-02,Été,1,EUR,100,10,12é");
        await File.WriteAllBytesAsync(Path.Combine(folder, "inbox", "cut.csv"), bytes[..^1], Cancel);

        var import = await RunAsync("import");

        Assert.Contains("✗ cut.csv", import.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", import.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Orders_alone_answer_without_naming_their_days()
    {
        await RunAsync("init");
        await PutAsync("orders.csv", Samples.Shopify);
        Assert.Equal(0, (await RunAsync("import")).Code);

        var answer = await RunAsync("query", "client_revenue", "--format", "csv");

        Assert.Matches("^client_revenue\n[0-9.]+\n$", answer.Output);
    }

    static async Task ZipAsync(string path, params (string Name, string Text)[] files)
    {
        await using var zip = new ZipArchive(File.Create(path), ZipArchiveMode.Create);
        foreach (var (name, text) in files)
        {
            await using var part = new StreamWriter(zip.CreateEntry(name).Open());
            await part.WriteAsync(text);
        }
    }

    Task PutAsync(string name, string text) => File.WriteAllTextAsync(Path.Combine(folder, "inbox", name), text, Cancel);

    async Task<(int Code, string Output, string Error)> RunAsync(params string[] words)
    {
        using StringWriter output = new() { NewLine = "\n" }, error = new() { NewLine = "\n" };
        var host = new CommandHost(folder, TimeProvider.System, false, Workspaces.OpenAsync);
        var code = await Root.RunAsync(words, host, output, error, Cancel);
        return (code, output.ToString(), error.ToString());
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
