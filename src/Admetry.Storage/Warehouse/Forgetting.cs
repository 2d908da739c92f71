using System.Data.Common;
using Dapper;

namespace Admetry.Storage.Warehouse;

/// <summary>One load as the log has it, enough to read its part again.</summary>
public sealed record LoggedLoad(long LoadId, long LandingOrder, string Part, string FileName, string State);

/// <summary>Takes a load back out of the warehouse. The caller replays what the load had replaced, in the same transaction.</summary>
public static class Forgetting
{
    const string Columns = "load_id as LoadId, landing_order as LandingOrder, part as Part, file_name as FileName, state as State";

    /// <returns>Null when no load has that id.</returns>
    public static Task<LoggedLoad?> FindAsync(DbConnection connection, long loadId) =>
        connection.QuerySingleOrDefaultAsync<LoggedLoad>($"select {Columns} from load_log where load_id = @loadId", new { loadId });

    /// <summary>Removes a load's rows and notes its slices in <c>stg_slice</c>.</summary>
    /// <returns>The loads to replay over those slices, in the order in which they came.</returns>
    public static async Task<IReadOnlyList<LoggedLoad>> RemoveAsync(WarehouseDatabase warehouse, DbConnection connection, DbTransaction transaction, long loadId)
    {
        await LoadLock.TakeAsync(connection, transaction, warehouse.Dialect);
        await connection.ExecuteAsync(
            """
            drop table if exists stg_slice;
            create temporary table stg_slice (account_id bigint, first_id integer, last_id integer);
            """, transaction: transaction);
        await connection.ExecuteAsync(
            "insert into stg_slice select distinct account_id, first_id, last_id from load_slice where load_id = @loadId", new { loadId }, transaction);
        foreach (var table in SliceFamily.Tables)
            await connection.ExecuteAsync($"delete from {table} where load_id = @loadId", new { loadId }, transaction);
        await connection.ExecuteAsync("delete from load_slice where load_id = @loadId", new { loadId }, transaction);
        await connection.ExecuteAsync("update load_log set state = 'forgotten' where load_id = @loadId", new { loadId }, transaction);

        return [.. await connection.QueryAsync<LoggedLoad>(
            $"""
            select {Columns} from load_log l
            where state = 'active' and exists (
              select 1 from load_log f where f.load_id = @loadId and f.first_day <= l.last_day and l.first_day <= f.last_day)
            order by load_id
            """, new { loadId }, transaction)];
    }
}
