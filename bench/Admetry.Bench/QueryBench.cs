using Admetry.DuckDb;
using Admetry.Metrics;
using Admetry.Storage.Warehouse;

namespace Admetry.Bench;

/// <summary>Metric queries over two million rows ÷ the engine alone on the very SQL they compile to, its chunks fetched and not looked at.</summary>
static class QueryBench
{
    const int Ads = 2_000;
    const int Days = 1_000;

    public static async IAsyncEnumerable<Outcome> RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("admetry-bench-").FullName;
        try
        {
            await using var warehouse = await WarehouseDatabase.OpenDuckDbAsync(Path.Combine(folder, "warehouse.duckdb"), new(), CancellationToken.None);
            await Warehouses.LoadAsync(warehouse, SampleRows.Make("1", Ads, Days, 0));
            foreach (var (rows, query) in Queries())
                yield return await Contest(warehouse, rows, query).RunAsync();
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    static IEnumerable<(int Rows, MetricQuery Query)> Queries()
    {
        yield return (1, Query("spend,clicks,ctr", ""));
        yield return (500, Query("spend,clicks,ctr", "ad_set"));
        yield return (2_000, Query("spend,impressions,ctr,cpc", "ad"));
        yield return (20_000, Query("spend,clicks,ctr", "date,campaign", 200));
        yield return (1_000_000, Query("spend,clicks", "date,ad", 500));
    }

    static MetricQuery Query(string metrics, string by, int days = Days) => new()
    {
        Principal = Principal.Everything("bench"),
        Days = new(SampleRows.First, SampleRows.First.AddDays(days - 1)),
        Metrics = new QueryText(Catalogue.BuiltIn).Metrics(metrics),
        By = by is "" ? [] : QueryText.By(by),
    };

    static Contest Contest(WarehouseDatabase warehouse, int rows, MetricQuery query)
    {
        var reader = new MetricReader(warehouse) { UsesRollUps = false };
        var statement = reader.ExplainAsync(query, CancellationToken.None).GetAwaiter().GetResult();
        var (goal, gate) = rows > 20_000 ? (1.25, 1.25) : (1.05, 1.10);
        return new($"query, {rows:N0} rows out", new(OursAsync), new(BareAsync), Good.AtMost, goal, gate);

        async Task OursAsync()
        {
            var table = await reader.ReadAsync(query, CancellationToken.None);
            Require(rows, table.Rows.Count);
        }

        async Task BareAsync()
        {
            await using var connection = (DuckDbConnection)await warehouse.Source.OpenConnectionAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = statement.Text;
            foreach (var (name, value) in statement.Parameters)
                command.Parameters.Add(new DuckDbParameter(name, value));
            await using var chunks = (DuckDbDataReader)await command.ExecuteReaderAsync();
            var count = 0;
            while (chunks.NextChunk())
                count += chunks.Chunk.Rows;
            Require(rows, count);
        }
    }

    static void Require(int wanted, int found)
    {
        if (found != wanted)
            throw new InvalidOperationException($"The query gave {found} rows instead of {wanted}.");
    }
}
