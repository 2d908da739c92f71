using Admetry.DuckDb;
using Admetry.Storage.Warehouse;

namespace Admetry.Bench;

/// <summary>A million parsed rows into a DuckDB warehouse ÷ <see cref="HandLoad"/> through the engine's appender.</summary>
static class LoadBench
{
    const int Ads = 2_000;
    const int Days = 500;

    public static async IAsyncEnumerable<Outcome> RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("admetry-bench-").FullName;
        try
        {
            var rows = new[] { SampleRows.Make("1", Ads, Days, 0), SampleRows.Make("1", Ads, Days, 1) };
            yield return await Contest(folder, "load, first, DuckDB", rows, isReload: false).RunAsync();
            yield return await Contest(folder, "load, again, DuckDB", rows, isReload: true).RunAsync();
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    static Contest Contest(string folder, string name, DeliveryRow[][] rows, bool isReload)
    {
        var (ours, bare) = (Path.Combine(folder, "ours.duckdb"), Path.Combine(folder, "bare.duckdb"));
        return new(name,
            new(async () =>
            {
                await using var warehouse = await WarehouseDatabase.OpenDuckDbAsync(ours, new(), CancellationToken.None);
                await Warehouses.LoadAsync(warehouse, rows[1]);
            }, async () =>
            {
                Clear(ours);
                await using var warehouse = await WarehouseDatabase.OpenDuckDbAsync(ours, new(), CancellationToken.None);
                if (isReload)
                    await Warehouses.LoadAsync(warehouse, rows[0]);
            }),
            new(() =>
            {
                Bare(bare, rows[1]);
                return Task.CompletedTask;
            }, () =>
            {
                Clear(bare);
                using (var connection = Open(bare))
                    Execute(connection, HandLoad.Fact);
                if (isReload)
                    Bare(bare, rows[0]);
                return Task.CompletedTask;
            }),
            Good.AtLeast, 0.9, 0.9);
    }

    internal static void Bare(string file, DeliveryRow[] rows)
    {
        using var connection = Open(file);
        Execute(connection, HandLoad.Stage);
        Execute(connection, HandLoad.Entities);
        var ads = new Dictionary<string, int>();
        var (first, last) = (int.MaxValue, 0);
        using (var entities = connection.CreateAppender("entity"))
        using (var stage = connection.CreateAppender("stage"))
        {
            foreach (var row in rows)
            {
                var known = ads.Count;
                var number = HandLoad.Number(ads, row);
                if (number == known)
                    Entity(entities, number, row);
                var day = HandLoad.Day(row.First);
                (first, last) = (Math.Min(first, day), Math.Max(last, day));
                Row(stage, number, day, row);
            }

            entities.Complete();
            stage.Complete();
        }

        using var transaction = connection.BeginTransaction();
        Execute(connection, HandLoad.Merge(1, first, last));
        transaction.Commit();
    }

    static void Entity(DuckDbAppender to, int number, DeliveryRow row)
    {
        to.Column(0).Write(number);
        to.Column(1).Write(1L);
        to.Column(2).Write(HandLoad.Key(row.CampaignId));
        to.Column(3).Write(HandLoad.Key(row.AdSetId));
        to.Column(4).Write(HandLoad.Key(row.AdId));
        to.EndRow();
    }

    static void Row(DuckDbAppender to, int number, int day, DeliveryRow row)
    {
        var m = row.Measures;
        to.Column(0).Write(row.Line);
        to.Column(1).Write(day);
        to.Column(2).Write(number);
        var column = 3;
        Amount(m.Spend);
        Count(m.Impressions);
        Count(m.Clicks);
        Count(m.Reach);
        Count(m.LinkClicks);
        Count(m.LandingPageViews);
        Amount(m.Conversions);
        Amount(m.ConversionValue);
        Amount(m.Purchases);
        Amount(m.PurchaseValue);
        Amount(m.Leads);
        Amount(m.AddToCart);
        Count(m.VideoPlays);
        Count(m.VideoP25Watched);
        Count(m.VideoP50Watched);
        Count(m.VideoP75Watched);
        Count(m.VideoP100Watched);
        Count(m.MeasurableImpressions);
        Count(m.ViewableImpressions);
        Count(m.InvalidImpressions);
        to.EndSparseRow();

        void Count(long? value)
        {
            if (value is { } count)
                to.Column(column).Write(count);
            column++;
        }

        void Amount(decimal? value)
        {
            if (value is { } amount)
                to.Column(column).Write(amount);
            column++;
        }
    }

    static DuckDbConnection Open(string file)
    {
        var connection = new DuckDbConnection($"Data Source={file}");
        connection.Open();
        return connection;
    }

    static void Execute(DuckDbConnection connection, string sql)
    {
        using var command = new DuckDbCommand(sql, connection);
        command.ExecuteNonQuery();
    }

    static void Clear(string file)
    {
        File.Delete(file);
        File.Delete($"{file}.wal");
    }
}
