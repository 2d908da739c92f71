using System.Data.Common;
using Dapper;

namespace Admetry.Storage.Warehouse;

/// <summary>Finds rows said twice before they reach a fact, on every engine alike, and counts what it drops.</summary>
/// <remarks>
/// Equal content is a duplicate: the first line stays. Equal identity with other content adds up, is quarantined, or the last one
/// wins, as the source declares. Most files have neither, which <see cref="StagedTally"/> knows.
/// </remarks>
static class Deduplication
{
    static readonly (string Table, string Heads)[] Staged = [("stg_delivery", " where head"), ("stg_engagement", ""), ("stg_revenue", "")];

    const int MostLines = 10;

    /// <returns>Duplicates dropped, the first of their lines, and rows sent to quarantine.</returns>
    public static async Task<(long Duplicates, IReadOnlyList<int> Lines, long Quarantined)> RunAsync(
        DbConnection connection, DbTransaction transaction, StagedRows staged, Duplicates differing)
    {
        long duplicates = 0, quarantined = 0;
        var lines = new List<int>();
        foreach (var (table, heads) in Staged)
        {
            var tally = staged.Tally(table);
            if (tally.Heads == 0)
                continue;
            if (!(tally.HasRepeats ?? await HasRepeatsAsync(connection, transaction, table, heads)))
            {
                staged.HasNoRepeats |= table is "stg_delivery";
                continue;
            }

            tally.Drop();
            await RepeatedAsync(table, $"select line from (select line, row_number() over (partition by identity, content order by line) as place from {table}{heads}) t where place > 1");
            if (differing is Duplicates.Last)
                await RepeatedAsync(table, $"select line from (select line, row_number() over (partition by identity order by line desc) as place from {table}{heads}) t where place > 1");
            else if (differing is Duplicates.Quarantine)
                quarantined += await QuarantineAsync(connection, transaction, table, heads);
        }

        return (duplicates, [.. lines.Order().Take(MostLines)], quarantined);

        async Task RepeatedAsync(string table, string which)
        {
            if (await DropAsync(connection, transaction, table, which) is not (> 0 and var dropped))
                return;
            duplicates += dropped;
            lines.AddRange(await connection.QueryAsync<int>($"select line from stg_dropped order by line limit {MostLines}", transaction: transaction));
        }
    }

    static Task<bool> HasRepeatsAsync(DbConnection connection, DbTransaction transaction, string table, string heads) =>
        connection.ExecuteScalarAsync<bool>($"select exists (select 1 from {table}{heads} group by identity having count(*) > 1)", transaction: transaction);

    static async Task<long> DropAsync(DbConnection connection, DbTransaction transaction, string table, string lines)
    {
        await connection.ExecuteAsync("delete from stg_dropped", transaction: transaction);
        var dropped = await connection.ExecuteAsync($"insert into stg_dropped {lines}", transaction: transaction);
        if (dropped == 0)
            return 0;

        var rows = table is "stg_delivery" ? DeliveryStage.Table : table;
        await connection.ExecuteAsync($"delete from {rows} where line in (select line from stg_dropped)", transaction: transaction);
        if (table is "stg_delivery")
            await connection.ExecuteAsync("delete from stg_action where line in (select line from stg_dropped)", transaction: transaction);
        return dropped;
    }

    static async Task<long> QuarantineAsync(DbConnection connection, DbTransaction transaction, string table, string heads)
    {
        var repeated = $"select identity from {table}{heads} group by identity having count(*) > 1";
        await connection.ExecuteAsync(
            $"""
            insert into stg_quarantine
            select line, 'key.repeated', 'Another row of this file has the same key and other numbers (first on line '
              || cast(min(line) over (partition by identity) as varchar) || '): neither can be believed.', ''
            from {table} where {(heads is "" ? "" : "head and ")}identity in ({repeated})
            """,
            transaction: transaction);
        return await DropAsync(connection, transaction, table, $"select line from {table} where {(heads is "" ? "" : "head and ")}identity in ({repeated})");
    }
}
