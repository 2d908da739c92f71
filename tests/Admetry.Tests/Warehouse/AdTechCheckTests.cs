using Admetry.Storage.Warehouse;
using Admetry.Storage.Warehouse.Synthetic;
using Admetry.Synthetic.Acme;
using Admetry.Tests.Fixtures;
using Dapper;
using Xunit;

namespace Admetry.Tests.Warehouse;

/// <summary>Each check of the log finds what it is for: a company is generated, one thing is broken, and the check must say so.</summary>
public sealed class AdTechCheckTests(AdTechCheckTests.Whole whole) : IClassFixture<AdTechCheckTests.Whole>
{
    const string AClick = "(select min(click_id) from log_click)";
    const string AWin = "(select min(impression_id) from log_impression where won)";
    const string AConversion = "(select min(conversion_id) from log_conversion where click_id is not null)";

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string, string> Faults => new()
    {
        { "A1", $"update log_click set ts = ts + interval '1 hour' where click_id = {AClick}" },
        { "A2", $"update log_impression set won = false, win_price = null, bid_price = floor_price / 2, min_to_win = floor_price where impression_id = (select impression_id from log_click where click_id = {AClick})" },
        { "A3", $"update log_conversion set touch_ts = touch_ts - interval '800 hours' where conversion_id = {AConversion}" },
        { "A4", $"update log_click set device_type = 9 where click_id = {AClick}" },
        { "A5", $"update log_impression set creative_id = (select max(creative_id) from dim_creative) where impression_id = {AWin}" },
        { "A6", $"update log_impression set ts = ts + interval '24 hours' where impression_id = {AWin}" },
        { "A7", $"update log_impression set min_to_win = bid_price + 1 where impression_id = {AWin}" },
        { "A8", $"update log_impression set floor_price = win_price + 1 where impression_id = {AWin}" },
        { "A9", "update fact_budget set total = 0.01" },
        { "A9", "update fact_budget set total = 0.01 where (campaign_id, first_day) in (select campaign_id, min(first_day) from fact_budget group by campaign_id having count(*) > 1)" },
        { "A10", "update fact_budget set daily = 0.01" },
        { "A10", "update fact_budget set daily = 0.01 where (campaign_id, first_day) in (select campaign_id, max(first_day) from fact_budget group by campaign_id having count(*) > 1)" },
        { "A11", "update fact_core_metrics set viewable_impressions = measurable_impressions + 1" },
        { "A12", $"update log_impression set gross_micros = gross_micros + 1 where impression_id = {AWin}" },
        { "A13", "delete from fact_country_metrics where country_id = (select max(country_id) from fact_country_metrics)" },
        { "A14", "update fact_core_metrics set publisher_payout = spend + 1" },
        { "A17", "update fact_action_metrics set action_count = action_count + 1000 where attribution_window = '1d_click'" },
        { "A18", $"insert into log_conversion select * from log_conversion where conversion_id = {AConversion}" },
        { "A18", $"update log_impression set publisher_id = 987654 where impression_id = {AWin}" },
        { "A19", $"delete from log_impression where impression_id = {AWin}" },
        { "A21", "update log_click set date_id = 20250101" },
        { "A22", $"update log_conversion set click_id = null where conversion_id = {AConversion}" },
        { "A23", "update fact_touchpoint set load_id = 99 where touch_id = 1" },
        { "I11", "update rollup_auction_day set bids = bids + 1" },
        { "I11", "update rollup_deal_day set spend = spend + 0.000001 where date_id = (select max(date_id) from rollup_deal_day)" },
        { "I11", "delete from rollup_deal_month where device = 'mobile'" },
        { "I11", "insert into rollup_deal_month select * from rollup_deal_month limit 1" },
    };

    [Fact]
    public async Task A_whole_log_breaks_nothing() => Assert.All(await whole.VerifyAsync(null), check => Assert.Empty(check.Violations));

    [Theory, MemberData(nameof(Faults))]
    public async Task A_broken_log_is_found_by_its_check(string id, string fault) =>
        Assert.Contains(await whole.VerifyAsync(fault), check => check.Id == id && !check.Holds);

    /// <summary>A generated company in a file of its own; whoever breaks it works on a copy.</summary>
    public sealed class Whole : IAsyncLifetime
    {
        static readonly AcmeParameters Parameters = new(3, 4_000, 1_000);

        readonly string folder = Directory.CreateTempSubdirectory("admetry-checks-").FullName;

        string File => Path.Combine(folder, "whole.duckdb");

        public async ValueTask InitializeAsync()
        {
            await using var warehouse = await WarehouseDatabase.OpenDuckDbAsync(File, new(), Cancel);
            await AcmeLoad.CommitAsync(warehouse, Parameters, Staging.Request("acme", 1, Parameters.Rows, "generated") with { Family = AcmeLoad.Family }, null, null, Cancel);
        }

        /// <param name="fault">A statement that breaks something; null for none.</param>
        public async Task<IReadOnlyList<Check>> VerifyAsync(string? fault)
        {
            var copy = Path.Combine(folder, $"{Guid.NewGuid():N}.duckdb");
            System.IO.File.Copy(File, copy);
            await using var warehouse = await WarehouseDatabase.OpenDuckDbAsync(copy, new(), Cancel);
            if (fault is not null)
                await using (var connection = await warehouse.Source.OpenConnectionAsync(Cancel))
                    Assert.True(await connection.ExecuteAsync(fault) > 0);
            return await Verification.RunAsync(warehouse, [], Cancel);
        }

        public ValueTask DisposeAsync()
        {
            Directory.Delete(folder, recursive: true);
            return ValueTask.CompletedTask;
        }
    }
}
