using Admetry.App.Pipeline;
using Admetry.Storage.Warehouse;
using Admetry.Tests.Fixtures;
using Xunit;

namespace Admetry.Tests.Pipeline;

[Trait("needs", "server")]
public sealed class ForgetTests(PostgresServer postgres)
{
    const string Header = "campaign_id,client_id,date,clicks,impressions,cost_usd,device_type,geo\n";
    const string First = Header + "G1,C101,2024-01-01,10,1000,10.00,mobile,US\nG1,C101,2024-01-02,10,1000,20.00,mobile,US\nG1,C101,2024-01-03,10,1000,30.00,mobile,US\n";
    const string Second = Header + "G1,C101,2024-01-02,11,1100,22.00,mobile,US\n";
    const string Third = Header + "G1,C101,2024-01-03,12,1200,33.00,mobile,US\n";

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, InlineData("duckdb"), InlineData("postgres")]
    public async Task Forgetting_a_restatement_brings_back_what_it_replaced_and_leaves_later_ones(string engine)
    {
        await using var store = await TestStore.CreateAsync(engine, postgres, Cancel);
        await store.ImportAsync("a.csv", First);
        var restated = (PartLoaded)await store.ImportAsync("b.csv", Second);
        await store.ImportAsync("c.csv", Third);
        Assert.Equal(["20240101|10", "20240102|22", "20240103|33"], await Spend(store));

        var forgotten = await Job(store).RunAsync(restated.Result.LoadId, Cancel);

        Assert.Equal([1], forgotten.Restored);
        Assert.Equal(["20240101|10", "20240102|20", "20240103|33"], await Spend(store));
        Assert.All(await store.VerifyAsync(), check => Assert.Empty(check.Violations));
    }

    [Theory, InlineData("duckdb"), InlineData("postgres")]
    public async Task A_forgotten_load_can_be_imported_again(string engine)
    {
        await using var store = await TestStore.CreateAsync(engine, postgres, Cancel);
        var loaded = (PartLoaded)await store.ImportAsync("a.csv", First);
        await Job(store).RunAsync(loaded.Result.LoadId, Cancel);
        Assert.Empty(await Spend(store));

        var again = (PartLoaded)await store.ImportAsync("a.csv", First);

        Assert.False(again.Result.IsUnchanged);
        Assert.Equal(60m, await store.ScalarAsync<decimal>("select sum(spend) from fact_core_metrics"));
    }

    [Fact]
    public async Task A_load_that_is_not_there_is_named()
    {
        await using var store = await TestStore.CreateAsync("duckdb", postgres, Cancel);

        var error = await Assert.ThrowsAsync<WarehouseException>(() => Job(store).RunAsync(7, Cancel));

        Assert.Contains("no load 7", error.Message, StringComparison.Ordinal);
    }

    static ForgetJob Job(TestStore store) => new(store.Warehouse, store.Landing, store.Control, store.Loader, TimeProvider.System);

    static Task<IReadOnlyList<string>> Spend(TestStore store) =>
        store.RowsAsync("select date_id, sum(spend) from fact_core_metrics group by date_id order by date_id");
}
