using Admetry.Storage.Warehouse;
using Admetry.Tests.Fixtures;
using Npgsql;
using NpgsqlTypes;

namespace Admetry.Bench;

/// <summary>200,000 parsed rows into a PostgreSQL warehouse ÷ <see cref="HandLoad"/> through binary COPY, with the fact's primary key.</summary>
static class PostgresLoadBench
{
    const int Ads = 400;
    const int Days = 500;

    public static async IAsyncEnumerable<Outcome> RunAsync()
    {
        await using var server = new PostgresServer();
        var source = await server.Warehouse;
        var rows = new[] { SampleRows.Make("1", Ads, Days, 0), SampleRows.Make("1", Ads, Days, 1) };
        yield return await Contest(source, "load, first, PostgreSQL", rows, isReload: false).RunAsync();
        yield return await Contest(source, "load, again, PostgreSQL", rows, isReload: true).RunAsync();
    }

    static Contest Contest(NpgsqlDataSource source, string name, DeliveryRow[][] rows, bool isReload)
    {
        WarehouseDatabase? warehouse = null;
        return new(name,
            new(() => Warehouses.LoadAsync(warehouse!, rows[1]), async () =>
            {
                if (warehouse is not null)
                    await warehouse.DisposeAsync();
                await ExecuteAsync(source, "drop schema if exists ours cascade; checkpoint");
                warehouse = await WarehouseDatabase.OpenPostgresAsync(source.ConnectionString, "ours", CancellationToken.None);
                if (isReload)
                    await Warehouses.LoadAsync(warehouse, rows[0]);
            }),
            new(() => BareAsync(source, rows[1]), async () =>
            {
                await ExecuteAsync(source, $"""
                    drop table if exists fact;
                    {HandLoad.Fact};
                    alter table fact add primary key (date_id, account_id, campaign_id, adset_id, ad_id, creative_id);
                    """);
                await ExecuteAsync(source, "checkpoint");
                if (isReload)
                    await BareAsync(source, rows[0]);
            }),
            Good.AtLeast, 0.9, 0.9);
    }

    static async Task BareAsync(NpgsqlDataSource source, DeliveryRow[] rows)
    {
        await using var connection = await source.OpenConnectionAsync();
        await ExecuteAsync(connection, $"drop table if exists stage, entity; {HandLoad.Stage}; {HandLoad.Entities}");
        var ads = new Dictionary<string, int>();
        var (first, last) = (int.MaxValue, 0);
        var firsts = new List<DeliveryRow>();
        await using (var copy = await connection.BeginBinaryImportAsync("copy stage from stdin (format binary)"))
        {
            foreach (var row in rows)
            {
                var number = HandLoad.Number(ads, row);
                if (number == firsts.Count)
                    firsts.Add(row);
                var day = HandLoad.Day(row.First);
                (first, last) = (Math.Min(first, day), Math.Max(last, day));
                Row(copy, number, day, row);
            }

            await copy.CompleteAsync();
        }

        await using (var copy = await connection.BeginBinaryImportAsync("copy entity from stdin (format binary)"))
        {
            for (var i = 0; i < firsts.Count; i++)
            {
                copy.StartRow();
                copy.Write(i, NpgsqlDbType.Integer);
                copy.Write(1L, NpgsqlDbType.Bigint);
                copy.Write(HandLoad.Key(firsts[i].CampaignId), NpgsqlDbType.Bigint);
                copy.Write(HandLoad.Key(firsts[i].AdSetId), NpgsqlDbType.Bigint);
                copy.Write(HandLoad.Key(firsts[i].AdId), NpgsqlDbType.Bigint);
            }

            await copy.CompleteAsync();
        }

        await using var transaction = await connection.BeginTransactionAsync();
        await ExecuteAsync(connection, HandLoad.Merge(1, first, last));
        await transaction.CommitAsync();
    }

    static void Row(NpgsqlBinaryImporter copy, int number, int day, DeliveryRow row)
    {
        var m = row.Measures;
        copy.StartRow();
        copy.Write(row.Line, NpgsqlDbType.Integer);
        copy.Write(day, NpgsqlDbType.Integer);
        copy.Write(number, NpgsqlDbType.Integer);
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

        void Count(long? value)
        {
            if (value is { } count)
                copy.Write(count, NpgsqlDbType.Bigint);
            else
                copy.WriteNull();
        }

        void Amount(decimal? value)
        {
            if (value is { } amount)
                copy.Write(amount, NpgsqlDbType.Numeric);
            else
                copy.WriteNull();
        }
    }

    static async Task ExecuteAsync(NpgsqlDataSource source, string sql)
    {
        await using var connection = await source.OpenConnectionAsync();
        await ExecuteAsync(connection, sql);
    }

    static async Task ExecuteAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync();
    }
}
