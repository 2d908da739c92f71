using Admetry.DuckDb;
using Admetry.Metrics;
using Admetry.Storage.Warehouse;
using Admetry.Storage.Warehouse.Synthetic;
using Admetry.Synthetic.Acme;
using Dapper;

namespace Admetry.Bench;

/// <summary>
/// ACME Corp made and loaded whole (a million auctions drawn, clicks, conversions, journeys, facts, books, ledger) ÷ the engine copying the same
/// auctions from one table to another by a bare <c>insert … select</c>; the cost of a row at four times the size; and a question answered
/// from the roll-up ÷ from the log.
/// </summary>
static class GenerateBench
{
    const int Rows = 1_000_000;

    public static async IAsyncEnumerable<Outcome> RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("admetry-bench-").FullName;
        try
        {
            var source = Path.Combine(folder, "source.duckdb");
            await MakeAsync(source, Rows);
            yield return await Whole(folder, source).RunAsync();
            yield return await Linear(folder).RunAsync();
            await foreach (var outcome in RollUpsAsync(source))
                yield return outcome;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    static Contest Whole(string folder, string source) => new("ACME Corp of 1,000,000 auctions, made and loaded",
        new(() => MakeAsync(Path.Combine(folder, "made.duckdb"), Rows), () => Cleared(Path.Combine(folder, "made.duckdb"))),
        new(() => CopyAsync(source, Path.Combine(folder, "copy.duckdb")), () => Cleared(Path.Combine(folder, "copy.duckdb"))),
        Good.AtLeast, 0.05, 0.02) { Samples = 3 };

    /// <summary>Four times the rows against four times one size: one and a quarter times the cost of a row at most.</summary>
    static Contest Linear(string folder) => new("ACME Corp of 4,000,000 auctions, against four of 1,000,000",
        new(() => MakeAsync(Path.Combine(folder, "large.duckdb"), 4 * Rows), () => Cleared(Path.Combine(folder, "large.duckdb"))),
        new(async () =>
        {
            for (var i = 0; i < 4; i++)
                await MakeAsync(Path.Combine(folder, $"small{i}.duckdb"), Rows);
        }, async () =>
        {
            for (var i = 0; i < 4; i++)
                await Cleared(Path.Combine(folder, $"small{i}.duckdb"));
        }),
        Good.AtMost, 1.0, 1.25) { Samples = 1 };

    /// <summary>The same sums by day from the daily fact and from the log it was rolled up from.</summary>
    static async IAsyncEnumerable<Outcome> RollUpsAsync(string source)
    {
        await using var warehouse = await WarehouseDatabase.OpenDuckDbAsync(source, new(), CancellationToken.None);
        var query = new MetricQuery
        {
            Principal = Principal.Everything("bench"), Days = AcmeParameters.Days, Metrics = [CostMetrics.Spend, DeliveryMetrics.Impressions], By = [Dimensions.CampaignId],
        };
        yield return await new Contest("spend and impressions by campaign, from the daily fact ÷ from the log",
            new(async () => Require((await new MetricReader(warehouse) { Remembers = false }.ReadAsync(query, CancellationToken.None)).Rows.Count)),
            new(async () =>
            {
                await using var connection = await warehouse.Source.OpenConnectionAsync();
                var rows = await connection.QueryAsync<(string, decimal, long)>(
                    """
                    select c.external_campaign_id, sum(i.win_price * i.impressions) / 1000, cast(sum(case when i.won then i.impressions else 0 end) as bigint)
                    from log_impression i join dim_campaign c on c.campaign_id = i.campaign_id group by 1
                    """);
                Require(rows.Count());
            }), Good.AtMost, 0.5, 1.0).RunAsync();
    }

    public static async Task MakeAsync(string file, long rows)
    {
        await using var warehouse = await WarehouseDatabase.OpenDuckDbAsync(file, new(), CancellationToken.None);
        var request = new LoadRequest(
            $"bench-{rows}", $"bench-{rows}", "acme.json", 1, "acme.json", AcmeLoad.Family, "generated", "acme", 1, DateTimeOffset.UnixEpoch, IsComplete: true,
            Duplicates.Sum, rows, 0, null, []);
        var result = await AcmeLoad.CommitAsync(warehouse, new(AcmeParameters.DefaultSeed, rows, AcmeParameters.DefaultWeight(rows)), request, null, null, CancellationToken.None);
        if (result.AcceptedRows != rows)
            throw new InvalidOperationException($"{result.AcceptedRows} of {rows} rows were made.");
    }

    static async Task CopyAsync(string source, string copy)
    {
        await using var connection = new DuckDbConnection($"Data Source={copy}");
        await connection.OpenAsync();
        await connection.ExecuteAsync($"attach '{source}' as source (read_only); create table log_impression as from source.log_impression limit 0");
        await connection.ExecuteAsync("insert into log_impression select * from source.log_impression");
    }

    static Task Cleared(string file)
    {
        File.Delete(file);
        File.Delete($"{file}.wal");
        return Task.CompletedTask;
    }

    static void Require(int rows)
    {
        if (rows < 100)
            throw new InvalidOperationException($"{rows} campaigns answered.");
    }
}
