using Admetry.App.Reports;
using Admetry.Metrics;
using Admetry.Storage.Warehouse;
using Admetry.Tests.Warehouse;
using Dapper;
using Xunit;

namespace Admetry.Tests.Reports;

/// <summary>The five reports, over rows small enough to add up by hand.</summary>
public sealed class SeedReportsTests : IAsyncLifetime
{
    const string Given = """
        insert into dim_client (client_id, client_code, client_name) values (1, 'C101', 'Alpha'), (2, 'C102', 'Beta');
        insert into dim_account (account_id, platform_id, client_id, external_account_id, account_name, currency) values
          (1, 1, 1, 'C101', 'g', 'USD'), (2, 2, 1, 'C101', 'm', 'USD'), (3, 13, 1, 'C101', 'e', ''), (4, 14, 1, 'C101', 'w', ''), (5, 1, 2, 'C102', 'g', 'USD');
        insert into dim_campaign (campaign_id, account_id, external_campaign_id, campaign_name) values
          (10, 1, 'G1', 'G1'), (11, 1, '=G2', 'G2'), (20, 2, 'F1', 'F1'), (30, 3, 'E1', 'Hello'), (50, 5, '', 'By name');
        insert into fact_core_metrics (date_id, account_id, campaign_id, adset_id, ad_id, creative_id, spend, impressions, clicks, reach,
          currency, load_id, loaded_at) values
          (20240101, 1, 10, 0, 0, 0, 10.50, 1000, 20, null, 'USD', 1, '2024-03-01 00:00:00+00'),
          (20240101, 1, 11, 0, 0, 0, 4.50, 500, 10, null, 'USD', 1, '2024-03-01 00:00:00+00'),
          (20240102, 1, 10, 0, 0, 0, 20, 2000, 30, null, 'USD', 1, '2024-03-01 00:00:00+00'),
          (20240101, 2, 20, 0, 0, 0, 7.25, null, 14, 120, 'USD', 1, '2024-03-01 00:00:00+00'),
          (20240102, 5, 50, 0, 0, 0, 3, 300, 0, null, 'USD', 1, '2024-03-01 00:00:00+00');
        insert into fact_engagement_metrics (date_id, account_id, campaign_id, emails_sent, opens, clicks, web_sessions, load_id) values
          (20240101, 3, 30, 1000, 200, 40, null, 1), (20240101, 4, 0, null, null, null, 120, 1);
        insert into fact_revenue (client_id, date_id, channel_reported, order_id, amount, currency, load_id) values
          (1, 20240101, 'google_ads', '', 100, 'USD', 1), (1, 20240101, 'facebook', '', 50.01, 'USD', 1), (1, 20240101, 'email', '', 30, 'USD', 1),
          (1, 20240101, 'organic', '', 12, 'USD', 1), (1, 20240103, 'google_ads', '', 5.55, 'USD', 1);
        """;

    static readonly ReportQuestion Everyone = new(Principal.Everything("test"));

    readonly string folder = Directory.CreateTempSubdirectory("admetry-reports-").FullName;
    WarehouseDatabase warehouse = null!;

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    MetricReader Reader => new(warehouse);

    public async ValueTask InitializeAsync()
    {
        warehouse = await WarehouseDatabase.OpenDuckDbAsync(":memory:", new(), Cancel);
        await MetricWorld.RunAsync(warehouse, Given, Cancel);
    }

    public async ValueTask DisposeAsync()
    {
        await warehouse.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task The_five_files_have_their_names_and_nothing_else_is_left()
    {
        var files = await SeedReports.WriteAsync(Reader, Everyone, folder, Cancel);

        Assert.Equal(
            ["campaign_summary_report.csv", "cross_channel_lift_report.csv", "ctr_trends_report.csv", "daily_client_spend_report.csv", "total_clicks_by_platform_report.csv"],
            Directory.GetFiles(folder).Select(Path.GetFileName).Order());
        Assert.Equal(Directory.GetFiles(folder).Order(), files.Order());
    }

    [Fact]
    public async Task Daily_client_spend() => Assert.Equal("""
        date,client_id,spend_usd
        2024-01-01,C101,22.25
        2024-01-02,C101,20
        2024-01-02,C102,3

        """, (await SeedReports.DailyClientSpendAsync(Reader, Everyone, Cancel)).ToCsv());

    [Fact]
    public async Task Total_clicks_by_platform() => Assert.Equal("""
        platform,clicks
        email,40
        google_ads,60
        meta_ads,14

        """, (await SeedReports.ClicksByPlatformAsync(Reader, Everyone, Cancel)).ToCsv());

    [Fact]
    public async Task Daily_ctr_divides_sums_and_leaves_out_platforms_without_impressions() => Assert.Equal("""
        date,total_clicks,total_impressions,daily_ctr
        2024-01-01,30,1500,2
        2024-01-02,30,2300,1.304348

        """, (await SeedReports.CtrTrendsAsync(Reader, Everyone, Cancel)).ToCsv());

    [Fact]
    public async Task Campaign_summary_neutralises_an_id_that_is_a_formula() => Assert.Equal("""
        client_id,campaign_id,total_spend,total_clicks,total_impressions
        C101,'=G2,4.5,10,500
        C101,E1,,40,
        C101,F1,7.25,14,
        C101,G1,30.5,50,3000
        C102,By name,3,0,300

        """, (await SeedReports.CampaignSummaryAsync(Reader, Everyone, Cancel)).ToCsv());

    [Fact]
    public async Task Cross_channel_lift_has_no_roi_without_spend_and_a_row_for_what_nothing_earned() => Assert.Equal("""
        platform,total_attributed_revenue,total_spend,total_clicks,total_impressions,total_touchpoints,revenue_per_touchpoint,attributed_roi
        email,30,,40,,1,30,
        google_ads,100,38,60,3800,3,33.333333,163.157895
        meta_ads,50.01,7.25,14,,1,50.01,589.793103
        web,12,,,,1,12,
        unattributed,5.55,,,,,,

        """, (await LiftReport.ReadAsync(Reader, Everyone, Cancel)).ToCsv());

    [Fact]
    public async Task Joining_revenue_to_rows_multiplies_it_and_splitting_does_not()
    {
        await using var connection = await warehouse.Source.OpenConnectionAsync(Cancel);
        var actual = await connection.ExecuteScalarAsync<decimal>("select sum(amount) from fact_revenue");
        var joined = await connection.ExecuteScalarAsync<decimal>("""
            select sum(r.amount) from fact_core_metrics f join dim_account a on f.account_id = a.account_id
            join fact_revenue r on r.client_id = a.client_id and r.date_id = f.date_id
            """);

        var split = await AttributedRevenue.ReadAsync(Reader, Everyone, Cancel);
        var catalogue = await Reader.ReadAsync(Everyone.Of([RevenueMetrics.ClientRevenue]), Cancel);

        Assert.True(joined > 2 * actual);
        Assert.Equal(actual, split.Shares.Sum(share => share.Amount));
        Assert.Equal(actual, catalogue.Rows[0][0].AsDecimal);
        Assert.Equal([66.67m, 33.33m], split.Shares.Where(share => share.Channel == "google_ads" && share.Row is not null)
            .Select(share => share.Amount).OrderDescending());
    }

    [Fact]
    public async Task A_principal_sees_only_their_clients()
    {
        var csv = (await SeedReports.DailyClientSpendAsync(Reader, new(new Principal("test", ["C102"])), Cancel)).ToCsv();

        Assert.Equal("date,client_id,spend_usd\n2024-01-02,C102,3\n", csv);
    }

    [Fact]
    public async Task An_empty_warehouse_gives_headers_and_an_unattributed_nothing()
    {
        await using var empty = await WarehouseDatabase.OpenDuckDbAsync(":memory:", new(), Cancel);

        foreach (var file in await SeedReports.WriteAsync(new(empty), Everyone, folder, Cancel))
            Assert.Equal(file.EndsWith("lift_report.csv", StringComparison.Ordinal) ? 2 : 1, (await File.ReadAllLinesAsync(file, Cancel)).Length);
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+SUM(A1)", "'+SUM(A1)")]
    [InlineData("-cmd|x", "'-cmd|x")]
    [InlineData("@x", "'@x")]
    [InlineData("\tx", "'\tx")]
    [InlineData("\rx", "\"'\rx\"")]
    [InlineData("-12.5", "-12.5")]
    [InlineData("a,\"b\"", "\"a,\"\"b\"\"\"")]
    [InlineData(null, "")]
    public void A_cell_is_harmless_in_a_spreadsheet(string? text, string cell) => Assert.Equal(cell, CsvText.Cell(text));
}
