using Admetry.App.Pipeline;
using Admetry.Metrics;
using Admetry.Storage.Warehouse;
using Admetry.Tests.Faults;
using Admetry.Tests.Fixtures;
using Xunit;

namespace Admetry.Tests.Warehouse;

public sealed class KnownReadingsTests(PostgresServer postgres)
{
    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public void What_was_kept_of_one_version_is_forgotten_with_the_next()
    {
        var known = new KnownReadings();
        known.Keep("one", 1, "first");

        Assert.Equal("first", known.Find("one", 1));
        Assert.Null(known.Find("one", 2));
        known.Keep("two", 2, "second");
        Assert.Null(known.Find("one", 1));
        Assert.Equal("second", known.Find("two", 2));
    }

    [Fact]
    public void What_was_asked_for_longest_ago_goes_first()
    {
        var known = new KnownReadings(most: 2);
        known.Keep("one", 1, "1");
        known.Keep("two", 1, "2");
        known.Find("one", 1);
        known.Keep("three", 1, "3");

        Assert.Equal(["1", null, "3"], new[] { "one", "two", "three" }.Select(key => known.Find(key, 1)));
    }

    [Theory, InlineData("duckdb"), InlineData("postgres"), Trait("needs", "server")]
    public async Task Readings_are_for_equals_alone_and_last_until_data_is_loaded(string engine)
    {
        await using var store = await TestStore.CreateAsync(engine, postgres, Cancel);
        var reads = 0;
        Task<string> Read(Principal who, string question) => store.Warehouse.RememberAsync(who, question, () => Task.FromResult($"{question} {++reads}"), Cancel);
        var (all, one) = (Principal.Everything("test"), new Principal("test", ["C101"]));

        Assert.Equal(["a 1", "a 1", "b 2", "a 3", "a 1"], [await Read(all, "a"), await Read(all, "a"), await Read(all, "b"), await Read(one, "a"), await Read(all, "a")]);
        Assert.Null((await WarehouseFacts.ReadAsync(store.Warehouse, all, Cancel)).Days);
        Assert.IsType<PartLoaded>(await store.ImportAsync("ads.csv", AdFiles.Write([new(3, "123-456-7890", "Brand", "7", "", 2)])));
        Assert.Equal("a 4", await Read(all, "a"));
        Assert.Equal(DateRange.Day(new(2024, 1, 3)), (await WarehouseFacts.ReadAsync(store.Warehouse, all, Cancel)).Days);
    }
}
