using System.Text;
using Admetry.App.Pipeline;
using Admetry.Connectors.Exports;
using Admetry.Connectors.Exports.Families;
using Admetry.Connectors.Exports.Tables;
using Admetry.Tests.Fixtures;
using Xunit;

namespace Admetry.Tests.Exports;

/// <summary>Reports of advertising, platform by platform: recognised without any setting, read to the last number.</summary>
public sealed class PlatformFamilyTests
{
    public sealed record Sample(string Family, Level Level, string First, decimal Spend, long Impressions, long Clicks, decimal Conversions, string Currency);

    static readonly (Sample Wanted, string Text)[] All =
    [
        (new("microsoft_ads", Level.Campaign, "2024-03-14", 17.30m, 2000, 40, 3, "USD"), Samples.Microsoft),
        (new("microsoft_ads_plain", Level.AdSet, "2024-03-14", 5.75m, 300, 12, 1.5m, ""), Samples.MicrosoftPlain),
        (new("linkedin_campaign_manager", Level.AdSet, "2024-04-13", 30.75m, 4000, 32, 3, "EUR"), Samples.LinkedIn),
        (new("tiktok_ads_manager", Level.Ad, "2024-03-01", 25.50m, 4000, 70, 5, "USD"), Samples.TikTok),
        (new("x_ads", Level.AdSet, "2024-03-01", 19.75m, 3234, 24, 0, "EUR"), Samples.X),
        (new("pinterest_ads_manager", Level.AdSet, "2024-03-01", 17.10m, 1900, 27, 0, ""), Samples.Pinterest),
        (new("snapchat_ads_manager", Level.AdSet, "2024-03-01", 10.00m, 1700, 34, 0, "USD"), Samples.Snapchat),
        (new("amazon_ads", Level.AdSet, "2024-03-01", 2.75m, 150, 5, 2, "USD"), Samples.Amazon),
        (new("apple_search_ads", Level.AdSet, "2024-03-01", 4.30m, 140, 10, 6, ""), Samples.Apple),
        (new("criteo", Level.Campaign, "2020-09-10", 56.00m, 22000, 110, 7, ""), Samples.Criteo),
        (new("reddit_ads_manager", Level.Ad, "2024-03-01", 7.50m, 1500, 19, 0, "USD"), Samples.Reddit),
        (new("search_console", Level.Account, "2024-03-01", 0, 610, 27, 0, ""), Samples.SearchConsole),
    ];

    static readonly Dictionary<string, Encoding> Encodings = new() { ["linkedin_campaign_manager"] = Encoding.Unicode };

    public static TheoryData<string> Names { get; } = [.. All.Select(sample => sample.Wanted.Family)];

    [Theory, MemberData(nameof(Names))]
    public void A_report_is_recognised_and_read(string family)
    {
        var (wanted, file, _) = Find(family);
        var reading = Given.Understood(file);
        var items = reading.Items.ToList();
        var rows = items.OfType<DeliveryItem>().Select(item => item.Row).ToList();

        Assert.Empty(items.OfType<QuarantinedItem>());
        Assert.Equal(wanted, new(reading.Family, rows[0].Level, $"{rows[0].First:yyyy-MM-dd}", rows.Sum(row => row.Measures.Spend ?? 0),
            rows.Sum(row => row.Measures.Impressions ?? 0), rows.Sum(row => row.Measures.Clicks ?? 0), rows.Sum(row => row.Measures.Conversions ?? 0),
            rows[0].Account.Currency));
        Assert.All(rows, row => Assert.Equal(row.First, row.Last));
        Assert.All(items.OfType<ControlTotalItem>(), total => Assert.True(total.Holds, $"{total.Label} {total.Measure}"));
        Assert.Contains(reading.Decisions, decision => decision is { What: "support", Value: "seen" or "recalled" });
    }

    [Theory, MemberData(nameof(Names))]
    public async Task A_report_reaches_the_warehouse_with_the_same_sums(string family)
    {
        var (wanted, file, _) = Find(family);
        await using var store = await TestStore.CreateAsync("duckdb", null!, TestContext.Current.CancellationToken);
        await using var content = file.Open();
        var (manifest, _) = await store.Landing.ReceiveAsync(content, "report.csv", "export", new Dictionary<string, string>(), null, CancellationToken.None);
        var loaded = Assert.IsType<PartLoaded>(await store.Loader.LoadAsync(
            manifest, store.Landing.Open(manifest).Single(), ReadingHints.None, null, CancellationToken.None));

        Assert.Equal(0, loaded.Result.QuarantinedRows);
        Assert.Equal(wanted.Spend, await store.ScalarAsync<decimal?>("select sum(spend) from fact_core_metrics") ?? 0);
        Assert.Equal(wanted.Impressions, await store.ScalarAsync<long>("select cast(sum(impressions) as bigint) from fact_core_metrics"));
        Assert.Equal(wanted.Clicks, await store.ScalarAsync<long>("select cast(sum(clicks) as bigint) from fact_core_metrics"));
        Assert.All(await store.VerifyAsync(), check => Assert.Empty(check.Violations));
    }

    [Theory, MemberData(nameof(Names))]
    public void A_report_with_its_columns_turned_round_says_the_same(string family)
    {
        var (_, file, _) = Find(family);
        if (family is "microsoft_ads" or "linkedin_campaign_manager")
            return; // their preamble and totals stand at the left by nature

        using var text = new StreamReader(file.Open());
        var lines = text.ReadToEnd().Split('\n').Where(line => line.Trim() is not "").ToList();
        var separator = lines[0].Contains(';') ? ";" : ",";
        var turned = string.Join('\n', lines.Where(line => !line.StartsWith("Total", StringComparison.Ordinal)).Select(line => string.Join(separator, Cells(line, separator[0]).Reverse())));

        Assert.Equal(Said(Given.Understood(file)), Said(Given.Understood(turned)));
    }

    [Theory, MemberData(nameof(Names))]
    public void However_a_report_is_written_it_says_the_same(string family)
    {
        var (_, file, written) = Find(family);
        var said = Said(Given.Understood(file));
        var encoding = Encodings.GetValueOrDefault(family) ?? Encoding.UTF8;
        foreach (var delimiter in new[] { ',', ';', '\t', '|' })
            foreach (var (end, target) in new (string, Encoding)[] { ("\n", new UTF8Encoding(true)), ("\r", new UTF8Encoding(false)), ("\r\n", Encoding.Unicode), ("\n", new UnicodeEncoding(true, false)) })
            {
                using var table = new CsvTable(new StreamReader(file.Open(), encoding), written.Contains('\t') ? '\t' : family is "x_ads" or "criteo" ? ';' : ',');
                var text = new StringBuilder();
                while (table.Read())
                    text.Append(table.FollowsBlank ? end : "").AppendJoin(delimiter, Enumerable.Range(0, table.Count).Select(i => $"\"{table.Cell(i).ToString().Replace("\"", "\"\"")}\"")).Append(end);
                Assert.Equal(said, Said(Given.Understood(Given.File(text.ToString(), target))));
            }
    }

    static string Said(Understood reading)
    {
        var rows = reading.Items.OfType<DeliveryItem>().Select(item => item.Row).ToList();
        return $"{reading.Family} {rows.Count} {rows.Sum(row => row.Measures.Spend)} {rows.Sum(row => row.Measures.Impressions)} {rows[0].CampaignName} {rows[0].First}";
    }

    static IEnumerable<string> Cells(string line, char separator)
    {
        var (from, isQuoted) = (0, false);
        for (var i = 0; i <= line.Length; i++)
        {
            if (i < line.Length && line[i] is '"')
                isQuoted = !isQuoted;
            if (i < line.Length && (line[i] != separator || isQuoted))
                continue;
            yield return line[from..i];
            from = i + 1;
        }
    }

    static (Sample Wanted, ReceivedFile File, string Text) Find(string family)
    {
        var (wanted, text) = All.Single(sample => sample.Wanted.Family == family);
        return (wanted, Given.File(text, Encodings.GetValueOrDefault(family)), text);
    }

    [Fact]
    public void Breakdowns_and_levels_go_where_the_platform_means_them()
    {
        var linkedIn = Given.Delivery(Samples.LinkedIn)[0];
        var amazon = Given.Delivery(Samples.Amazon)[0];
        var microsoft = Given.Delivery(Samples.Microsoft);

        Assert.Equal(("Spring", "600", "Prospects", "1320", 1m), (linkedIn.CampaignName, linkedIn.CampaignId, linkedIn.AdSetName, linkedIn.AdSetId, linkedIn.Measures.Leads));
        Assert.Equal((Breakdown.SearchTerm, "water bottle", 19.98m), (amazon.Breakdown, amazon.Value1, amazon.Measures.ConversionValue));
        Assert.Equal(["Computer", "Smartphone"], microsoft.Select(row => row.Value1));
        Assert.Equal(100.50m, microsoft.Sum(row => row.Measures.ConversionValue));
    }

    [Fact]
    public void A_report_of_a_span_whose_rows_name_only_its_first_day_is_one_of_the_span()
    {
        var rows = Given.Delivery(Samples.LinkedIn.Replace("4/13/2024", "4/1/2024").Replace("4/14/2024", "4/1/2024"));

        Assert.All(rows, row => Assert.Equal((new DateOnly(2024, 4, 1), new DateOnly(2024, 4, 30)), (row.First, row.Last)));
    }

    [Fact]
    public void Queries_without_days_need_their_period_and_then_split_by_search_term()
    {
        Assert.Contains("--period", Given.Refused(Samples.SearchQueries).Remedy);
        var rows = Given.Delivery(Samples.SearchQueries, new() { Period = new(new(2024, 3, 1), new(2024, 3, 31)) });

        Assert.Equal([(Breakdown.SearchTerm, "red shoes", 12L), (Breakdown.SearchTerm, "blue shoes", 15L)], rows.Select(row => (row.Breakdown, row.Value1, row.Measures.Clicks!.Value)));
        Assert.Contains("filters", Given.Refused("Filter,Value\nSearch type,Web\nDate,Last 3 months\n").Reason);
    }

    [Fact]
    public void A_wrong_total_of_the_file_is_seen()
    {
        var total = Given.Understood(Samples.TikTok.Replace("25.50,0.36", "26.50,0.36")).Items.OfType<ControlTotalItem>().First(item => item.Measure is "spend");

        Assert.Equal((26.50m, 25.50m, false, true), (total.Expected, total.Actual, total.Holds, total.IsBinding));
    }

    [Fact]
    public void The_printed_page_is_current() =>
        Golden.MatchesFile(Path.Combine(Path.GetDirectoryName(Here())!, "../../../docs/exports.md"), FamilyDocument.Markdown());

    [Fact]
    public void Every_family_is_unlike_every_other()
    {
        Assert.Equal(FamilyCatalogue.All.Count, FamilyCatalogue.All.Select(family => family.Name).Distinct().Count());
        Assert.All(FamilyCatalogue.All, family => Assert.True(family.Title is not "" && family.Source is not "", family.Name));
        Assert.All(FamilyCatalogue.All, family => Assert.True(family.Threshold > 1 || family.Needs.Count > 0, $"{family.Name} would take any file"));
    }

    static string Here([System.Runtime.CompilerServices.CallerFilePath] string file = "") => file;
}
