using System.Data.Common;
using Admetry.DuckDb;
using Admetry.Storage.Warehouse;
using Admetry.Tests.Fixtures;
using Dapper;
using Xunit;

namespace Admetry.Tests.Warehouse;

/// <summary>Rows reach the staging tables as they were given, and repeats are noticed while they stream by.</summary>
public sealed class StagedRowsTests(PostgresServer server)
{
    static readonly decimal[] Amounts =
    [
        0m, 0.000000m, 1m, -1m, 0.000001m, -0.000001m, 0.0001m, 0.00012m, 9999m, 10000m, 10000.0001m, 123456789012.345678m, -999999999999.999999m,
        1.5000000000000000000000000000m, 100000000m, 7.00m,
    ];

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task DuckDB_stages_what_was_given() => await StagesWhatWasGiven(OpenDuckDb(), SqlDialect.DuckDb, "");

    [Fact, Trait("needs", "server")]
    public async Task PostgreSQL_stages_what_was_given() =>
        await StagesWhatWasGiven(await (await server.Warehouse).OpenConnectionAsync(Cancel), SqlDialect.Postgres, "\0");

    [Theory]
    [InlineData(-1, 0), InlineData(0, 1), InlineData(200, 1), InlineData(399, 1)]
    public async Task A_day_said_twice_is_one_duplicate(int repeated, long duplicates)
    {
        await using var warehouse = await WarehouseDatabase.OpenDuckDbAsync(":memory:", new(), Cancel);
        await using var connection = await warehouse.Source.OpenConnectionAsync(Cancel);
        await using var staged = await StagedRows.CreateAsync(connection, warehouse.Dialect, Cancel);
        var rows = Enumerable.Range(0, 400).Select(day => Row(day + 2, day, $"{day % 3}")).ToList();
        if (repeated >= 0)
            rows.Add(rows[repeated] with { Line = 402 });
        foreach (var row in rows)
            staged.Add(row, []);

        var result = await SliceLoad.CommitAsync(warehouse, staged, new(
            "key", "sha", "part", 1, "a.csv", "family", "export", "google_ads", 1, DateTimeOffset.UnixEpoch, false, Duplicates.Sum, rows.Count, 0, null, []), Cancel);

        Assert.Equal(duplicates, result.DuplicateRows);
        Assert.Equal(400, result.AcceptedRows);
        Assert.Equal(400 * 1.25m, result.SpendAfter);
    }

    static async Task StagesWhatWasGiven(DbConnection connection, SqlDialect dialect, string left)
    {
        await using var open = connection;
        await using var staged = await StagedRows.CreateAsync(connection, dialect, Cancel);
        for (var i = 0; i < Amounts.Length; i++)
            staged.Add(new RevenueRow
            {
                Line = i, ClientCode = $"Ä{left}€𝄞", Day = new(2024, 2, 29), Amount = Amounts[i], IsNewCustomer = i % 3 == 0 ? null : i % 3 == 1,
            });
        for (var day = 0; day < 3_000; day++)
            staged.Add(Row(day, day, "1") with { Measures = new() { Clicks = day % 2 == 0 ? day : null, InvalidImpressions = day % 5 == 0 ? day : null } }, []);
        await staged.FinishAsync(Cancel);

        var amounts = (await connection.QueryAsync<decimal>("select amount from stg_revenue order by line")).ToList();
        Assert.Equal(Amounts, amounts);
        Assert.Equal(["Ä€𝄞"], await connection.QueryAsync<string>("select distinct client_code from stg_revenue"));
        Assert.Equal((5, 5), await connection.QuerySingleAsync<(int, int)>(
            "select cast(sum(case when is_new_customer then 1 end) as integer), cast(sum(case when not is_new_customer then 1 end) as integer) from stg_revenue"));
        Assert.Equal((3_000, 1_500, 600, 0), await connection.QuerySingleAsync<(int, int, int, int)>(
            """
            select cast(count(*) as integer), cast(sum(case when clicks = line then 1 end) as integer),
              cast(sum(case when invalid_impressions = line then 1 end) as integer), cast(count(spend) + count(impressions) as integer)
            from stg_delivery
            """));
    }

    static DeliveryRow Row(int line, int day, string ad) => new()
    {
        Line = line, Account = new(Platform.Google, "1", "One", "C1", "USD"), First = new DateOnly(2023, 1, 1).AddDays(day),
        Last = new DateOnly(2023, 1, 1).AddDays(day), Level = Level.Ad, CampaignId = "1", AdSetId = "1", AdId = ad, Measures = new() { Spend = 1.25m },
    };

    static DuckDbConnection OpenDuckDb()
    {
        var connection = new DuckDbConnection("Data Source=:memory:");
        connection.Open();
        return connection;
    }
}
