using System.Globalization;
using System.Text;
using Admetry.App.Pipeline;
using Admetry.Connectors.Exports;
using Admetry.DuckDb;
using Admetry.Storage.Warehouse;
using Admetry.Storage.Warehouse.Synthetic;
using Admetry.Synthetic.Acme;
using Admetry.Tests.Fixtures;
using Dapper;
using Microsoft.Data.Sqlite;
using Xunit;

namespace Admetry.Tests.Warehouse;

[Trait("needs", "server")]
public sealed class AcmeLoadTests(PostgresServer postgres)
{
    static readonly AcmeParameters Small = new(7, 20_000, 1_000);

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, InlineData("duckdb"), InlineData("postgres")]
    public async Task A_generated_company_stands_in_the_warehouse_and_every_check_holds(string engine)
    {
        await using var store = await TestStore.CreateAsync(engine, postgres, Cancel);

        var loaded = Assert.IsType<PartLoaded>(await GenerateAsync(store, Small));

        Assert.Equal(20_000, await store.ScalarAsync<long>("select count(*) from log_impression"));
        Assert.True(loaded.Result.SpendAfter > 0);
        Assert.All(await store.VerifyAsync(), check => Assert.Empty(check.Violations));
    }

    [Theory, InlineData("duckdb"), InlineData("postgres")]
    public async Task The_same_company_again_changes_nothing_and_another_one_is_refused(string engine)
    {
        await using var store = await TestStore.CreateAsync(engine, postgres, Cancel);
        await GenerateAsync(store, Small);

        var again = Assert.IsType<PartLoaded>(await GenerateAsync(store, Small));
        var other = Assert.IsType<PartRefused>(await GenerateAsync(store, Small with { Seed = 8 }));

        Assert.True(again.Result.IsUnchanged);
        Assert.Contains("admetry forget 1", other.Remedy, StringComparison.Ordinal);
        Assert.Equal(20_000, await store.ScalarAsync<long>("select count(*) from log_impression"));
    }

    [Theory, InlineData("duckdb"), InlineData("postgres")]
    public async Task Forgetting_it_leaves_nothing_of_it_and_another_can_follow(string engine)
    {
        await using var store = await TestStore.CreateAsync(engine, postgres, Cancel);
        var files = await store.ImportAsync("a.csv", "campaign_id,client_id,date,clicks,impressions,cost_usd,device_type,geo\nG1,C101,2024-01-01,10,1000,10.00,mobile,US\n");
        var before = await WarehouseChecksum.ReadAsync(store.Warehouse, Cancel);
        var loaded = Assert.IsType<PartLoaded>(await GenerateAsync(store, Small));

        await new ForgetJob(store.Warehouse, store.Landing, store.Control, store.Loader, TimeProvider.System).RunAsync(loaded.Result.LoadId, Cancel);

        Assert.Equal(before, await WarehouseChecksum.ReadAsync(store.Warehouse, Cancel));
        Assert.Equal(0, await store.ScalarAsync<long>("select count(*) from log_impression"));
        Assert.Equal(0, await store.ScalarAsync<long>("select count(*) from dim_campaign where external_campaign_id like 'CMP-%'"));
        Assert.IsType<PartLoaded>(files);
        Assert.False(Assert.IsType<PartLoaded>(await GenerateAsync(store, Small with { Seed = 8 })).Result.IsUnchanged);
        Assert.All(await store.VerifyAsync(), check => Assert.Empty(check.Violations));
    }

    [Theory, InlineData("duckdb"), InlineData("postgres")]
    public async Task A_file_can_be_forgotten_beside_it(string engine)
    {
        await using var store = await TestStore.CreateAsync(engine, postgres, Cancel);
        await GenerateAsync(store, Small);
        var before = await WarehouseChecksum.ReadAsync(store.Warehouse, Cancel);
        var file = (PartLoaded)await store.ImportAsync("a.csv", "campaign_id,client_id,date,clicks,impressions,cost_usd,device_type,geo\nG1,C101,2024-01-01,10,1000,10.00,mobile,US\n");

        await new ForgetJob(store.Warehouse, store.Landing, store.Control, store.Loader, TimeProvider.System).RunAsync(file.Result.LoadId, Cancel);

        Assert.Equal(before, await WarehouseChecksum.ReadAsync(store.Warehouse, Cancel));
    }

    [Fact]
    public async Task Two_runs_and_both_engines_give_the_same_company()
    {
        await using var first = await TestStore.CreateAsync("duckdb", postgres, Cancel);
        await using var second = await TestStore.CreateAsync("duckdb", postgres, Cancel);
        await using var server = await TestStore.CreateAsync("postgres", postgres, Cancel);
        foreach (var store in new[] { first, second, server })
            await GenerateAsync(store, Small);

        Assert.Equal(await WarehouseChecksum.ReadAsync(first.Warehouse, Cancel), await WarehouseChecksum.ReadAsync(second.Warehouse, Cancel));
        foreach (var sums in Sums)
            Assert.Equal(await first.RowsAsync(sums), await server.RowsAsync(sums));
    }

    [Fact]
    public async Task One_thread_and_many_give_the_same_company()
    {
        await using var one = await TestStore.CreateAsync("duckdb", postgres, Cancel);
        await using var many = await TestStore.CreateAsync("duckdb", postgres, Cancel);
        await AcmeLoad.CommitAsync(one.Warehouse, Small, Request(1), threads: 1, null, Cancel);
        await AcmeLoad.CommitAsync(many.Warehouse, Small, Request(1), threads: 5, null, Cancel);

        Assert.Equal(await WarehouseChecksum.ReadAsync(one.Warehouse, Cancel), await WarehouseChecksum.ReadAsync(many.Warehouse, Cancel));
        foreach (var sums in Sums)
            Assert.Equal(await one.RowsAsync(sums), await many.RowsAsync(sums));
    }

    [Theory, InlineData("duckdb"), InlineData("postgres")]
    public async Task The_truth_of_models_stands_beside_it_and_fits_what_is_there(string engine)
    {
        await using var store = await TestStore.CreateAsync(engine, postgres, Cancel);
        await GenerateAsync(store, Small);
        var truth = engine is "duckdb" ? "truth" : await store.ScalarAsync<string>("select current_schema() || '_truth'");

        Assert.Equal(5, await store.ScalarAsync<long>($"select count(*) from {truth}.structural_break"));
        Assert.Equal("2021-09-20", await store.ScalarAsync<string>($"select cast(first_day as varchar) from {truth}.structural_break where kind = 'open_rate'"));
        Assert.Equal(0, await store.ScalarAsync<long>($"select count(*) from dim_campaign c where c.campaign_id <> 0 and not exists (select 1 from {truth}.spend_response r where r.campaign_id = c.campaign_id and r.exponent between 0.5 and 0.9)"));
        Assert.Equal(CreativeScore.Features.Count + 1, await store.ScalarAsync<long>($"select count(*) from {truth}.creative_weight"));
        Assert.True(await store.ScalarAsync<long>($"select count(*) from {truth}.creative_score s join dim_creative c on c.creative_id = s.creative_id where s.score between 0 and 1") > 300);
        Assert.Equal(
            await store.ScalarAsync<long>("select count(distinct user_no) from fact_revenue where order_id like 'SHP-%'"),
            await store.ScalarAsync<long>($"select count(*) from {truth}.customer u where exists (select 1 from fact_revenue r where r.user_no = u.user_no and r.client_id = u.client_id)"));
        Assert.Equal(await store.ScalarAsync<long>($"select customers from {truth}.customer_model"), await store.ScalarAsync<long>("select count(*) from fact_revenue where order_id like 'SHP-%' and is_new_customer"));
        Assert.Equal(24, await store.ScalarAsync<long>($"select count(*) from {truth}.anomaly"));
        Assert.Equal(8, await store.ScalarAsync<long>($"select count(distinct kind) from {truth}.anomaly"));
    }

    [Theory, InlineData("duckdb"), InlineData("postgres")]
    public async Task Exports_and_the_checksum_hold_the_books(string engine)
    {
        await using var store = await TestStore.CreateAsync(engine, postgres, Cancel);
        await GenerateAsync(store, Small);
        var (folder, file) = (Path.Combine(store.Folder, "parquet"), Path.Combine(store.Folder, "books.sqlite"));

        await ParquetExport.WriteAsync(store.Warehouse, folder, Cancel);
        await SqliteExport.WriteAsync(store.Warehouse, file, Cancel);
        await using var duck = new DuckDbConnection("Data Source=:memory:");
        await duck.OpenAsync(Cancel);
        await using var sqlite = new SqliteConnection($"Data Source={file};Pooling=False");
        foreach (var (table, sums) in new[]
        {
            ("insertion_order", "count(*), sum(cap)"), ("io_line", "count(*), sum(units)"), ("fin_document", "count(*), sum(total)"),
            ("fin_line", "count(*), sum(amount)"), ("fin_payment", "count(*), sum(amount)"), ("fin_allocation", "count(*), sum(amount)"),
        })
        {
            var kept = (await store.RowsAsync($"select {sums} from {table}")).Single();
            Assert.NotEqual("0|", kept);
            Assert.Equal(kept, Row(await duck.QuerySingleAsync($"select {sums} from read_parquet('{folder}/{table}.parquet')")));
            var (rows, sum) = await sqlite.QuerySingleAsync<(long, double)>($"select {sums} from {table}");
            Assert.Equal((kept.Split('|')[0], Math.Round(double.Parse(kept.Split('|')[1], CultureInfo.InvariantCulture), 2)), (rows.ToString(CultureInfo.InvariantCulture), Math.Round(sum, 2)));
        }

        var before = await WarehouseChecksum.ReadAsync(store.Warehouse, Cancel);
        Assert.All(new[] { "insertion_order", "io_line", "fin_document", "fin_line", "fin_payment", "fin_allocation" }, table => Assert.Contains(before, line => line.StartsWith($"{table} ", StringComparison.Ordinal)));
        await using (var connection = await store.Warehouse.Source.OpenConnectionAsync(Cancel))
            await connection.ExecuteAsync("update fin_payment set amount = amount + 0.01 where payment_id = (select min(payment_id) from fin_payment)");
        Assert.Equal(["fin_payment"], before.Except(await WarehouseChecksum.ReadAsync(store.Warehouse, Cancel)).Select(line => line.Split(' ')[0]));

        static string Row(dynamic row) => string.Join('|', ((IDictionary<string, object?>)row).Values.Select(cell => cell is decimal amount
            ? (amount / 1.0000000000000000m).ToString("0.######", CultureInfo.InvariantCulture) : Convert.ToString(cell, CultureInfo.InvariantCulture)));
    }

    static LoadRequest Request(long fence) => Staging.Request("acme", fence, Small.Rows, "generated") with { Family = AcmeLoad.Family };

    [Fact]
    public async Task Parquet_of_any_size_holds_the_rows_that_a_warehouse_would()
    {
        await using var store = await TestStore.CreateAsync("duckdb", postgres, Cancel);
        await GenerateAsync(store, Small);
        var folder = Path.Combine(store.Folder, "parquet");

        await AcmeParquet.WriteAsync(Small, folder, "500MB", threads: 2, null, Cancel);

        foreach (var (table, sums) in new[]
        {
            ("log_impression", "count(*), sum(win_price), sum(gross_micros), sum(payout_micros), sum(flags), sum(user_no)"),
            ("log_click", "count(*), sum(click_id), sum(click_cost), sum(dwell_seconds)"), ("log_conversion", "count(*), sum(conversion_id), sum(conversion_value)"),
            ("fact_touchpoint", "count(*), sum(user_no), sum(cost)"), ("fact_budget", "count(*), sum(total)"),
        })
            Assert.Equal(await store.RowsAsync($"select {sums} from {table}"), await store.RowsAsync($"select {sums} from read_parquet('{folder}/{table}{(table is "fact_budget" ? "/**/*" : "/*/*")}.parquet')"));
        Assert.Equal(60, Directory.GetDirectories(Path.Combine(folder, "log_impression")).Length);
        Assert.Empty(Directory.GetFiles(folder, "stage*"));
    }

    [Fact]
    public async Task The_tables_of_the_specification_have_exactly_its_columns()
    {
        await using var store = await TestStore.CreateAsync("duckdb", postgres, Cancel);
        await GenerateAsync(store, Small);

        Assert.Equal("advertiser_id, advertiser_name, industry, account_manager", await ColumnsAsync("advertiser"));
        Assert.Equal("campaign_id, campaign_name, advertiser_id, start_date, end_date, budget_total, budget_daily, objective, status", await ColumnsAsync("campaign"));
        Assert.Equal("creative_id, campaign_id, creative_type, dimensions, file_size_kb, click_url", await ColumnsAsync("creative"));
        Assert.Equal("timestamp, campaign_id, creative_id, publisher_id, placement_id, device_type, geo_country, geo_region, geo_city, auction_type, bid_request_id, bid_price, win_price, impression_outcome, impressions", await ColumnsAsync("impression"));
        Assert.Equal("click_id, impression_id, timestamp, campaign_id, creative_id, publisher_id, device_type, geo_country, click_cost", await ColumnsAsync("click"));
        Assert.Equal("conversion_id, click_id, impression_id, timestamp, campaign_id, conversion_type, conversion_value, attribution_model", await ColumnsAsync("conversion"));
        Assert.Equal(20_000, await store.ScalarAsync<long>("select count(*) from impression"));
        Assert.Equal(0, await store.ScalarAsync<long>("select count(*) from click where impression_id not in (select bid_request_id from impression)"));

        async Task<string> ColumnsAsync(string view) => string.Join(", ", await store.RowsAsync($"select column_name from information_schema.columns where table_name = '{view}' order by ordinal_position"));
    }

    static readonly string[] Sums =
    [
        "select count(*), sum(impressions), sum(bid_price), sum(win_price), sum(min_to_win), sum(floor_price), sum(gross_micros), sum(payout_micros), sum(flags), sum(user_no), sum(cast(round(extract(epoch from ts) * 1000000) as bigint)) from log_impression",
        "select device_type, auction_type, won, count(*), sum(publisher_id), sum(creative_id), sum(geo_id), sum(age_id), sum(gender_id), sum(interest_id) from log_impression group by 1, 2, 3 order by 1, 2, 3",
        "select count(*), sum(click_id), sum(click_cost), sum(pages), sum(dwell_seconds), sum(stage) from log_click",
        "select conversion_type, attribution_model, count(*), sum(conversion_value), sum(conversion_id), sum(click_id) from log_conversion group by 1, 2 order by 1, 2",
        "select sum(spend), sum(impressions), sum(clicks), sum(conversions), sum(conversion_value), sum(gross_billed), sum(publisher_payout), sum(video_p50_watched), sum(bids) from fact_core_metrics",
        "select attribution_window, sum(action_count), sum(action_value) from fact_action_metrics group by 1 order by 1",
        "select first_day, count(*), sum(total), sum(daily) from fact_budget group by 1 order by 1",
        "select sum(emails_sent), sum(delivered), sum(opens), sum(clicks), sum(hard_bounces), sum(unsubscribes) from fact_engagement_metrics",
        "select is_new_customer, count(*), sum(user_no), sum(amount) from fact_revenue group by 1 order by 1",
        "select channel, stage, holdout, count(*), sum(user_no), sum(campaign_id), sum(cost) from fact_touchpoint group by 1, 2, 3 order by 1, 2, 3",
        "select channel_reported, count(*), sum(amount) from fact_revenue group by 1 order by 1",
    ];

    static async Task<PartOutcome> GenerateAsync(TestStore store, AcmeParameters parameters)
    {
        await using var payload = new MemoryStream(Encoding.UTF8.GetBytes(parameters.ToJson()));
        var (manifest, _) = await store.Landing.ReceiveAsync(payload, "acme.json", "generated", new Dictionary<string, string>(), null, Cancel);
        return await store.Loader.LoadAsync(manifest, store.Landing.Open(manifest).Single(), ReadingHints.None, null, Cancel);
    }
}
