using Admetry.App.Pipeline;
using Admetry.Tests.Fixtures;
using Xunit;

namespace Admetry.Tests.Warehouse;

[Trait("needs", "server")]
public sealed class SpendHistoryTests(PostgresServer postgres)
{
    [Theory, InlineData("duckdb"), InlineData("postgres")]
    public async Task Spend_a_hundred_times_that_of_the_days_around_is_named_with_the_way_back(string engine)
    {
        await using var store = await TestStore.CreateAsync(engine, postgres, TestContext.Current.CancellationToken);
        var usual = await WarningsAsync(store, Export(1, 8, 10));
        var odd = await WarningsAsync(store, Export(9, 2, 1000));
        var small = await WarningsAsync(store, Export(12, 2, 12));

        Assert.Empty(usual);
        Assert.Equal(["C1 spends 1,000.00 a day in this file and 10.00 a day around it: is its unit right? 'admetry forget 2' undoes it."], odd);
        Assert.Empty(small);
    }

    [Fact]
    public async Task A_week_is_needed_before_anything_is_called_unusual()
    {
        await using var store = await TestStore.CreateAsync("duckdb", postgres, TestContext.Current.CancellationToken);
        await WarningsAsync(store, Export(1, 6, 10));

        Assert.Empty(await WarningsAsync(store, Export(9, 2, 1000)));
    }

    [Fact]
    public async Task A_re_export_that_lost_a_fifth_of_the_spend_is_named()
    {
        await using var store = await TestStore.CreateAsync("duckdb", postgres, TestContext.Current.CancellationToken);
        await WarningsAsync(store, Export(1, 3, 10));

        Assert.Empty(await WarningsAsync(store, Export(1, 3, 9)));
        Assert.Equal(
            ["The spend of these days fell from 27.00 to 15.00: look whether the export is whole. 'admetry forget 3' brings back what stood."],
            await WarningsAsync(store, Export(1, 3, 5)));
    }

    static async Task<IEnumerable<string>> WarningsAsync(TestStore store, string text) =>
        Assert.IsType<PartLoaded>(await store.ImportAsync("a.csv", text)).Warnings;

    static string Export(int first, int days, int spend) => "campaign_id,client_id,date,clicks,impressions,cost_usd,device_type,geo\n"
        + string.Concat(Enumerable.Range(first, days).Select(day => FormattableString.Invariant($"G1,C1,2024-01-{day:D2},1,10,{spend},mobile,US\n")));
}
