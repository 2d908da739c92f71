using Admetry.App.Pipeline;
using Admetry.Connectors.Exports;
using Admetry.DuckDb;
using Admetry.Tests.Fixtures;
using Dapper;
using Xunit;

namespace Admetry.Tests.Exports;

/// <summary>Real tables, where they are at hand: every one is imported, and its sums are those of SQL over the file itself.</summary>
public sealed class SharedDataTests
{
    sealed record Sums(decimal Spend, decimal Impressions, decimal Clicks, decimal Conversions);

    /// <summary>What SQL sums in each table that counts delivery: spend, impressions, clicks, conversions.</summary>
    static readonly (string Prefix, string Spend, string Impressions, string Clicks, string Conversions)[] Reports =
    [
        ("google_ads_search_term", "cost_micros/1e6", "impressions", "clicks", "conversions"),
        ("google_ads_account_stats", "cost_micros/1e6", "impressions", "clicks", "conversions"),
        ("google_ads_campaign_stats", "cost_micros/1e6", "impressions", "clicks", "conversions"),
        ("google_ads_ad_group_stats", "cost_micros/1e6", "impressions", "clicks", "conversions"),
        ("google_ads_ad_stats", "cost_micros/1e6", "impressions", "clicks", "conversions"),
        ("google_ads_keyword_stats", "cost_micros/1e6", "impressions", "clicks", "conversions"),
        ("facebook_ads_basic_ad_data", "spend", "impressions", "0", "0"),
        ("facebook_ads_demographics_country_data", "spend", "impressions", "0", "0"),
        ("facebook_ads_demographics_region_data", "spend", "impressions", "0", "0"),
        ("linkedin_ad_analytics_by_creative", "cost_in_local_currency", "impressions", "clicks", "external_website_conversions"),
        ("linkedin_ad_analytics_by_campaign", "cost_in_local_currency", "impressions", "clicks", "external_website_conversions"),
        ("linkedin_monthly", "cost_in_local_currency", "impressions", "clicks", "0"),
        ("pinterest_pin_promotion_targeting", "spend_in_micro_dollar/1e6", "impression_1", "clickthrough_1", "total_conversions"),
        ("pinterest_pin_promotion_report", "spend_in_micro_dollar/1e6", "impression_1", "clickthrough_1", "total_conversions"),
        ("pinterest_advertiser_report", "spend_in_micro_dollar/1e6", "impression_1", "clickthrough_1", "total_conversions"),
        ("pinterest_campaign_report", "spend_in_micro_dollar/1e6", "impression_1", "clickthrough_1", "total_conversions"),
        ("pinterest_ad_group_report", "spend_in_micro_dollar/1e6", "impression_1", "clickthrough_1", "total_conversions"),
        ("pinterest_keyword_report", "spend_in_micro_dollar/1e6", "impression_1", "clickthrough_1", "total_conversions"),
        ("tiktok_ad_report_hourly", "SPEND", "IMPRESSIONS", "CLICKS", "CONVERSION"),
        ("tiktok_adgroup_report_hourly", "SPEND", "IMPRESSIONS", "CLICKS", "CONVERSION"),
        ("tiktok_campaign_report_hourly", "SPEND", "IMPRESSIONS", "CLICKS", "CONVERSION"),
        ("tiktok_campaign_country_report", "spend", "impressions", "clicks", "conversion"),
        ("amazon_ads_campaign_level_report", "cost", "impressions", "clicks", "purchases_30_d"),
        ("amazon_ads_ad_group_level_report", "cost", "impressions", "clicks", "0"),
        ("amazon_ads_advertised_product_report", "cost", "impressions", "clicks", "0"),
        ("amazon_ads_search_term_ad_keyword_report", "cost", "impressions", "clicks", "0"),
        ("amazon_ads_targeting_keyword_report", "cost", "impressions", "clicks", "0"),
        ("apple_search_ad_report", "local_spend_amount", "impressions", "taps", "conversions"),
        ("apple_search_ad_group_report", "local_spend_amount", "impressions", "taps", "conversions"),
        ("apple_search_campaign_report", "local_spend_amount", "impressions", "taps", "conversions"),
        ("apple_search_keyword_report", "local_spend_amount", "impressions", "taps", "conversions"),
        ("apple_search_search_term_report", "local_spend_amount", "impressions", "taps", "conversions"),
        ("microsoft_ads", "spend", "impressions", "clicks", "0"),
    ];

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>The folder named by the environment, or <c>shared/data</c> beside the repository; null where there is none.</summary>
    static string? Root { get; } = Find();

    public static TheoryData<string> Files { get; } = [.. Root is null ? ["-"] : Folders(Root).Select(file => Path.GetRelativePath(Root, file))];

    [Theory, MemberData(nameof(Files))]
    public async Task A_real_table_is_imported_whole_or_its_refusal_says_what_it_is(string file)
    {
        Assert.SkipWhen(Root is null, "the folder of real data is not here");
        var path = Path.Combine(Root!, file);
        var report = Reports.FirstOrDefault(known => Path.GetFileName(file).StartsWith(known.Prefix, StringComparison.Ordinal));
        if (report.Prefix is null)
        {
            AssertExplained(Given.Refused(new ReceivedFile(file, () => File.OpenRead(path))));
            return;
        }

        await using var store = await TestStore.CreateAsync("duckdb", null!, Cancel);
        var loaded = Assert.IsType<PartLoaded>(await store.ImportAsync(Path.GetFileName(file), await File.ReadAllTextAsync(path, Cancel)));
        if (report.Prefix is "pinterest_pin_promotion_targeting")
        {
            // Its impressions have fractions, which no impression has: every row is set aside, none is rounded.
            Assert.Equal(loaded.Result.InputRows, loaded.Result.QuarantinedRows);
            return;
        }

        var (spend, impressions, clicks, conversions) = (report.Spend, report.Impressions, report.Clicks, report.Conversions);
        var wanted = await DirectAsync(path, $"{Sum(spend)}, {Sum(impressions)}, {Sum(clicks)}, {Sum(conversions)}");
        var found = await WarehouseAsync(store);
        Assert.Equal(0, loaded.Result.QuarantinedRows);
        Assert.Equal(wanted, conversions is "0" ? found with { Conversions = 0 } : found);
    }

    static string Sum(string expression) => $"coalesce(sum(try_cast({expression} as decimal(30,9))), 0)";

    static void AssertExplained(Refused refused)
    {
        Assert.DoesNotContain("no known kind of file", refused.Reason);
        Assert.NotEqual("", refused.Remedy);
    }

    /// <summary>Sums over the file as DuckDB reads it; none of our code sees the file.</summary>
    static async Task<Sums> DirectAsync(string path, string sums)
    {
        await using var connection = new DuckDbConnection("Data Source=:memory:");
        await connection.OpenAsync(Cancel);
        var row = (IDictionary<string, object>)await connection.QuerySingleAsync(
            $"select {sums} from read_csv('{path.Replace("'", "''", StringComparison.Ordinal)}', header = true, sample_size = -1, nullstr = ['', '-'])");
        var values = row.Values.Select(value => Rounded(Convert.ToDecimal(value, System.Globalization.CultureInfo.InvariantCulture))).ToList();
        return new(values[0], values[1], values[2], values[3]);
    }

    static async Task<Sums> WarehouseAsync(TestStore store)
    {
        var values = new List<decimal>();
        foreach (var measure in new[] { "spend", "impressions", "clicks", "conversions" })
            values.Add(Rounded(await store.ScalarAsync<decimal>(
                $"""
                select cast(coalesce((select sum({measure}) from fact_core_metrics), 0)
                  + coalesce((select sum({measure}) from fact_period_metrics where breakdown = ''), 0) as decimal(30,9))
                """)));
        return new(values[0], values[1], values[2], values[3]);
    }

    static decimal Rounded(decimal value) => decimal.Round(value, 6) / 1.000000000000000000m;

    static IEnumerable<string> Folders(string root) =>
        new[] { "platform_api", "email_mailchimp" }.SelectMany(folder => Directory.EnumerateFiles(Path.Combine(root, folder), "*.csv", SearchOption.AllDirectories)).Order(StringComparer.Ordinal);

    static string? Find([System.Runtime.CompilerServices.CallerFilePath] string here = "")
    {
        if (Environment.GetEnvironmentVariable("ADMETRY_DATA") is { Length: > 0 } told)
            return told;
        for (var folder = Path.GetDirectoryName(here); folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (Path.Combine(folder, "shared", "data") is var data && Directory.Exists(Path.Combine(data, "platform_api")))
                return data;
        }
        return null;
    }
}
