using System.Collections.Concurrent;
using System.Data.Common;
using Admetry.App.Pipeline;
using Admetry.Storage.Warehouse;
using Admetry.Tests.Fixtures;
using Dapper;
using Xunit;

namespace Admetry.Tests.Faults;

/// <summary>Loaders that want the same slice at the same time, and a reader that looks on.</summary>
[Trait("needs", "server")]
public sealed class OverlapTests(PostgresServer postgres)
{
    const int Rounds = 100;
    const int Rows = 40;

    static readonly AdAccount Account = new(Platform.Google, "1", "One", null, "USD");

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, InlineData("duckdb"), InlineData("postgres")]
    public async Task One_content_wins_as_a_whole_and_a_reader_never_sees_another_state(string engine)
    {
        await using var store = await TestStore.CreateAsync(engine, postgres, Cancel);
        var random = new Random(7);
        var contents = new ConcurrentDictionary<decimal, int>();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var reader = Task.Run(() => ReadAsync(store, contents, stop.Token), Cancel);
        var (refused, content) = (0, 0);
        for (var round = 0; round < Rounds; round++)
        {
            var loaders = Enumerable.Range(0, round % 5 == 0 ? 8 : 2).Select(_ => ++content).ToList();
            foreach (var loader in loaders)
                contents[loader * Rows] = loader;
            var shuffled = loaders.OrderBy(_ => random.Next()).ToList();
            var outcomes = await Task.WhenAll(shuffled.Select(loader => Task.Run(() => TryAsync(store, loader, random.Next(4)), Cancel)));
            refused += outcomes.Count(isLoaded => !isLoaded);

            // The newest fence is always let in, and nobody after it.
            Assert.Equal([$"{Rows}|{loaders.Max() * Rows}"], await store.RowsAsync("select count(*), sum(spend) from fact_core_metrics"));
        }

        await stop.CancelAsync();
        Assert.True(await reader > 0);
        Assert.True(refused > 0, "No loader was ever overtaken: the test proves nothing.");
        Assert.All(await store.VerifyAsync(), check => Assert.Empty(check.Violations));
    }

    [Theory, InlineData("duckdb"), InlineData("postgres")]
    public async Task A_loader_that_slept_through_a_newer_one_is_turned_away(string engine)
    {
        await using var store = await TestStore.CreateAsync(engine, postgres, Cancel);

        var error = await Assert.ThrowsAsync<WarehouseException>(() => store.Warehouse.LoadAsync(Of(1), Request(1), Cancel, async () =>
            await store.Warehouse.LoadAsync(Of(2), Request(2), Cancel)));

        Assert.Contains("A newer load (fence 2)", error.Message, StringComparison.Ordinal);
        Assert.Equal("Import the file again.", error.Remedy);
        Assert.Equal([$"{Rows}|{2 * Rows}"], await store.RowsAsync("select count(*), sum(spend) from fact_core_metrics"));
        Assert.Equal(1L, await store.ScalarAsync<long>("select count(*) from load_log"));
    }

    [Theory, InlineData("duckdb"), InlineData("postgres")]
    public async Task Forgetting_while_others_are_imported_ends_as_if_one_had_come_after_the_other(string engine)
    {
        await using var shop = await Workshop.CreateAsync(engine, postgres);
        await using var lease = await shop.OpenAsync();
        for (var round = 0; round < 8; round++)
        {
            var first = (PartLoaded)(await Workshop.ImportAsync(lease.Workspace, shop.Put($"{round}a.csv", Workshop.Export(round, 0)))).Single();
            var forget = Task.Run(() => new ForgetJob(lease.Workspace.Warehouse, lease.Workspace.Landing, lease.Workspace.Control,
                new(lease.Workspace.Warehouse, lease.Workspace.Control, lease.Workspace.Clock), lease.Workspace.Clock).RunAsync(first.Result.LoadId, Cancel), Cancel);
            var import = Task.Run(() => Workshop.ImportAsync(lease.Workspace, shop.Put($"{round}b.csv", Workshop.Export(round, 1))), Cancel);
            await Task.WhenAll(forget, import);

            await Workshop.ProveAsync(lease.Workspace, FormattableString.Invariant($"round {round}"));
        }

        Assert.Empty(await new RebuildJob(lease.Workspace).CompareAsync(null, Cancel));
    }

    static async Task<bool> TryAsync(TestStore store, int content, int pause)
    {
        try
        {
            await store.Warehouse.LoadAsync(Of(content), Request(content), Cancel, () => Task.Delay(pause, Cancel));
            return true;
        }
        catch (WarehouseException error) when (error.Message.StartsWith("A newer load", StringComparison.Ordinal))
        {
            return false;
        }
    }

    static async Task<int> ReadAsync(TestStore store, ConcurrentDictionary<decimal, int> contents, CancellationToken stop)
    {
        var seen = new HashSet<decimal>();
        await using var connection = await store.Warehouse.Source.OpenConnectionAsync(stop);
        while (!stop.IsCancellationRequested)
        {
            var (rows, spend) = await connection.QuerySingleAsync<(long, decimal)>("select count(*), coalesce(sum(spend), 0) from fact_core_metrics");
            Assert.True(rows == Rows ? contents.ContainsKey(spend) : rows == 0 && seen.Count == 0, $"A reader saw {rows} rows and a spend of {spend}.");
            if (rows > 0)
                seen.Add(spend);
        }

        return seen.Count;
    }

    static LoadRequest Request(int content) => Staging.Request($"content {content}", content, Rows, order: content);

    static List<DeliveryRow> Of(int content) =>
    [
        .. Enumerable.Range(1, Rows).Select(row => new DeliveryRow
        {
            Line = row, Account = Account, First = Staging.Day("2024-01-01"), Last = Staging.Day("2024-01-01"), Level = Level.Campaign,
            CampaignId = $"{row}", CampaignName = $"Campaign {row}", Measures = new() { Spend = content },
        }),
    ];
}
