using Admetry.App.Pipeline;
using Admetry.Tests.Fixtures;
using Xunit;

namespace Admetry.Tests.Pipeline;

[Trait("needs", "server")]
public sealed class SeedFilesTests(PostgresServer postgres)
{
    const string Google = """
        campaign_id,client_id,date,clicks,impressions,cost_usd,device_type,geo
        G1,C101,2024-01-01,10,1000,12.50,mobile,US
        G1,C101,2024-01-01,5,400,7.25,desktop,US
        G2,C102,2024-01-02,3,100,1.10,mobile,DE

        """;

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, InlineData("duckdb"), InlineData("postgres")]
    public async Task Rows_of_one_campaign_day_add_up_and_each_breakdown_repeats_the_same_money(string engine)
    {
        await using var store = await TestStore.CreateAsync(engine, postgres, Cancel);

        var loaded = Assert.IsType<PartLoaded>(await store.ImportAsync("google_ads.csv", Google));

        Assert.Equal((3, 3, 0), (loaded.Result.InputRows, loaded.Result.AcceptedRows, loaded.Result.DuplicateRows));
        Assert.Equal(
            ["20240101|19.75|1400|15", "20240102|1.1|100|3"],
            await store.RowsAsync("select date_id, sum(spend), cast(sum(impressions) as bigint), cast(sum(clicks) as bigint) from fact_core_metrics group by date_id order by date_id"));
        Assert.Equal(
            ["desktop|7.25", "mobile|13.6"],
            await store.RowsAsync("select value_1, sum(spend) from fact_breakdown_metrics where breakdown = 'device' group by value_1 order by value_1"));
        Assert.Equal(20.85m, await store.ScalarAsync<decimal>("select sum(spend) from fact_country_metrics"));
        Assert.All(await store.VerifyAsync(), check => Assert.Empty(check.Violations));
    }

    [Theory, InlineData("duckdb"), InlineData("postgres")]
    public async Task Appended_rows_load_only_what_is_new(string engine)
    {
        await using var store = await TestStore.CreateAsync(engine, postgres, Cancel);
        await store.ImportAsync("google_ads.csv", Google);

        var again = Assert.IsType<PartLoaded>(await store.ImportAsync("renamed.csv", Google));
        Assert.True(again.Result.IsUnchanged);

        await store.ImportAsync("google_ads.csv", Google + "G1,C101,2024-01-03,1,10,0.50,mobile,US\n");
        Assert.Equal(21.35m, await store.ScalarAsync<decimal>("select sum(spend) from fact_core_metrics"));
        Assert.All(await store.VerifyAsync(), check => Assert.Empty(check.Violations));
    }

    [Theory, InlineData("duckdb"), InlineData("postgres")]
    public async Task The_same_rows_in_another_order_change_nothing(string engine)
    {
        await using var store = await TestStore.CreateAsync(engine, postgres, Cancel);
        await store.ImportAsync("google_ads.csv", Google);
        var lines = Google.Split('\n');

        var reordered = Assert.IsType<PartLoaded>(await store.ImportAsync("b.csv", string.Join('\n', [lines[0], lines[3], lines[2], lines[1], ""])));

        Assert.True(reordered.Result.IsUnchanged);
        Assert.Equal(1, reordered.Result.LoadId);
    }

    [Theory, InlineData("duckdb"), InlineData("postgres")]
    public async Task A_row_said_twice_counts_once(string engine)
    {
        await using var store = await TestStore.CreateAsync(engine, postgres, Cancel);

        var loaded = Assert.IsType<PartLoaded>(await store.ImportAsync("google_ads.csv", Google + "G2,C102,2024-01-02,3,100,1.10,mobile,DE\n"));

        Assert.Equal((4, 3, 1), (loaded.Result.InputRows, loaded.Result.AcceptedRows, loaded.Result.DuplicateRows));
        Assert.Equal(20.85m, await store.ScalarAsync<decimal>("select sum(spend) from fact_core_metrics"));
    }
}
