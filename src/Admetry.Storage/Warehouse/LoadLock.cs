using System.Data.Common;
using Dapper;

namespace Admetry.Storage.Warehouse;

/// <summary>One load commits at a time; a loader that slept through a newer one is turned away.</summary>
static class LoadLock
{
    const long Key = 0x41646D65747279; // "Admetry"

    public static async Task TakeAsync(DbConnection connection, DbTransaction transaction, SqlDialect dialect)
    {
        // Two transactions that write this row conflict: the second fails at once instead of doubling rows.
        // A load sorts and hashes whole files, and there is one at a time: the server's usual share of memory would send it to the disk.
        if (dialect.IsPostgres)
            await connection.ExecuteAsync("set local lock_timeout = '60s'; set local work_mem = '64MB'; set local default_statistics_target = 10; select pg_advisory_xact_lock(@Key)", new { Key }, transaction);
        else
            await connection.ExecuteAsync("update slice_fence set fence = fence where account_id = 0", transaction: transaction);
    }

    /// <exception cref="WarehouseException">A newer loader has written one of these accounts already.</exception>
    public static async Task FenceAsync(DbConnection connection, DbTransaction transaction, IReadOnlyList<long> accounts, long fence)
    {
        foreach (var account in accounts)
        {
            var moved = await connection.ExecuteAsync(
                "update slice_fence set fence = @fence where account_id = @account and fence < @fence", new { fence, account }, transaction);
            if (moved > 0)
                continue;

            if (await connection.ExecuteScalarAsync<long?>("select fence from slice_fence where account_id = @account", new { account }, transaction) is { } newer)
                throw new WarehouseException($"A newer load (fence {newer}) has changed this account since this one (fence {fence}) began.", "Import the file again.");

            await connection.ExecuteAsync("insert into slice_fence values (@account, @fence)", new { account, fence }, transaction);
        }
    }
}
