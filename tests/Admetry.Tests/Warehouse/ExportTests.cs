using Admetry.DuckDb;
using Admetry.Storage.Control;
using Admetry.Storage.Warehouse;
using Admetry.Tests.Fixtures;
using Dapper;
using Xunit;

namespace Admetry.Tests.Warehouse;

/// <summary>What is exported is what the warehouse holds, whole or not at all.</summary>
[Trait("needs", "server")]
public sealed class ExportTests(PostgresServer postgres) : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("admetry-export-").FullName;

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory, InlineData("duckdb"), InlineData("postgres")]
    public async Task Sqlite_holds_every_row_and_the_views(string engine)
    {
        await using var store = await Filled(engine);
        var file = Path.Combine(folder, "ads.sqlite");

        await SqliteExport.WriteAsync(store.Warehouse, file, Cancel);
        await SqliteExport.WriteAsync(store.Warehouse, file, Cancel);

        Assert.Equal([file], Directory.GetFileSystemEntries(folder));
        await using var sqlite = ControlDatabase.Open(file);
        Assert.Equal(await store.ScalarAsync<long>("select count(*) from fact_core_metrics"), sqlite.ExecuteScalar<long>("select count(*) from fact_core_metrics"));
        Assert.Equal(272.0, sqlite.ExecuteScalar<double>("select sum(spend) from fact_core_metrics"));
        Assert.Equal("2024-01-01", sqlite.ExecuteScalar<string>("select date from dim_date where date_id = 20240101"));
        Assert.Equal("2024-03-01T00:00:00Z", sqlite.ExecuteScalar<string>("select max(loaded_at) from fact_core_metrics"));
        Assert.Equal(await store.ScalarAsync<long>("select count(*) from v_daily_performance"), sqlite.ExecuteScalar<long>("select count(*) from v_daily_performance"));
        Assert.Equal("integer", sqlite.ExecuteScalar<string>("select typeof(impressions) from v_campaign_totals where impressions is not null limit 1"));
        Assert.Equal(0, sqlite.ExecuteScalar<long>("select count(*) from sqlite_master where name like 'stage%' or name = 'load_log'"));
    }

    [Theory, InlineData("duckdb"), InlineData("postgres")]
    public async Task The_mandated_tables_are_there(string engine)
    {
        await using var store = await TestStore.CreateAsync(engine, postgres, Cancel);
        var file = Path.Combine(folder, "empty.sqlite");

        await SqliteExport.WriteAsync(store.Warehouse, file, Cancel);

        await using var sqlite = ControlDatabase.Open(file);
        string[] mandated =
        [
            "dim_account", "dim_ad", "dim_action_type", "dim_adset", "dim_age", "dim_campaign", "dim_country", "dim_creative", "dim_date",
            "dim_gender", "dim_placement", "fact_action_metrics", "fact_age_gender_metrics", "fact_core_metrics", "fact_country_metrics",
            "fact_placement_metrics", "v_daily_performance",
        ];
        Assert.Empty(mandated.Except(sqlite.Query<string>("select name from sqlite_master where type = 'table'")));
    }

    [Theory, InlineData("duckdb"), InlineData("postgres")]
    public async Task Parquet_is_partitioned_by_month_and_read_by_another_engine(string engine)
    {
        await using var store = await Filled(engine);
        var target = Path.Combine(folder, "it's parquet");

        await ParquetExport.WriteAsync(store.Warehouse, target, Cancel);

        Assert.Equal([target], Directory.GetFileSystemEntries(folder));
        Assert.Equal(["month=2023-12", "month=2024-01", "month=2024-02"],
            Directory.GetDirectories(Path.Combine(target, "fact_core_metrics")).Select(Path.GetFileName).Order());
        await using var duck = new DuckDbConnection("Data Source=:memory:");
        await duck.OpenAsync(Cancel);
        var files = target.Replace("'", "''", StringComparison.Ordinal);
        Assert.Equal(272m, duck.ExecuteScalar<decimal>($"select sum(spend) from read_parquet('{files}/fact_core_metrics/*/*.parquet')"));
        Assert.Equal(3L, duck.ExecuteScalar<long>($"select count(*) from '{files}/dim_client.parquet' where client_id > 0"));
        Assert.Equal("DATE", duck.ExecuteScalar<string>($"select typeof(date) from '{files}/dim_date.parquet' limit 1"));
        Assert.Equal("DECIMAL(18,6)", duck.ExecuteScalar<string>($"select typeof(spend) from read_parquet('{files}/fact_period_metrics/*/*.parquet') limit 1"));
        Assert.Equal(0L, duck.ExecuteScalar<long>($"select count(*) from '{files}/fact_budget/*.parquet'"));
    }

    [Fact]
    public async Task What_is_there_and_no_export_is_not_overwritten()
    {
        await using var store = await Filled("duckdb");
        var file = Path.Combine(folder, "mine");
        await File.WriteAllTextAsync(file, "a letter", Cancel);

        await Assert.ThrowsAsync<WarehouseException>(() => SqliteExport.WriteAsync(store.Warehouse, file, Cancel));
        await Assert.ThrowsAsync<WarehouseException>(() => ParquetExport.WriteAsync(store.Warehouse, folder, Cancel));

        Assert.Equal("a letter", await File.ReadAllTextAsync(file, Cancel));
    }

    async Task<TestStore> Filled(string engine)
    {
        var store = await TestStore.CreateAsync(engine, postgres, Cancel);
        await MetricWorld.FillAsync(store.Warehouse, Cancel);
        return store;
    }
}
