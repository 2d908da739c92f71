using System.Data.Common;
using Dapper;

namespace Admetry.Storage.Warehouse;

/// <summary>Brings a staged part into the warehouse: all of it in one transaction, or nothing.</summary>
/// <remarks>
/// The unit of truth is the slice: account × day × family. Under the warehouse's load lock and a fence it resolves names to keys, drops
/// duplicates, decides who owns each slice, deletes and inserts, rewrites the ledger of the slices and writes <c>load_log</c>. The same
/// rows again change nothing. A reader sees a slice before or after, never between.
/// </remarks>
public static class SliceLoad
{
    /// <summary>Commits a staged part. The connection must have no open transaction.</summary>
    /// <exception cref="WarehouseException">Another currency than the account's, or a newer loader holds the slices.</exception>
    public static async Task<LoadResult> CommitAsync(WarehouseDatabase warehouse, StagedRows staged, LoadRequest request, CancellationToken cancel)
    {
        await staged.FinishAsync(cancel);
        await warehouse.Writing.WaitAsync(cancel);
        try
        {
            await using var transaction = await staged.Connection.BeginTransactionAsync(cancel);
            var result = await ApplyAsync(staged, request, transaction, onlySlicesOf: null, cancel);
            await warehouse.CommitAsync(transaction, cancel);
            return result;
        }
        finally
        {
            warehouse.Writing.Release();
        }
    }

    /// <summary>The work of <see cref="CommitAsync"/> inside a transaction that the caller commits.</summary>
    /// <param name="onlySlicesOf">Replays the load of this id: only the slices listed in <c>stg_slice</c> are touched, and its log stays.</param>
    public static async Task<LoadResult> ApplyAsync(
        StagedRows staged, LoadRequest request, DbTransaction transaction, long? onlySlicesOf, CancellationToken cancel)
    {
        var connection = staged.Connection;
        await LoadLock.TakeAsync(connection, transaction, staged.Dialect);
        if (onlySlicesOf is null && await LoadLog.FindActiveAsync(connection, transaction, request.LoadKey) is { } same)
            return same;

        var (duplicates, repeated, conflicting) = await Deduplication.RunAsync(connection, transaction, staged, request.Duplicates);
        var loadId = onlySlicesOf ?? request.LoadId ?? await LoadLog.NextIdAsync(connection, transaction);
        var accounts = await new EntityResolver(staged, transaction, loadId, isReplay: onlySlicesOf is not null).ResolveAsync(cancel);
        await staged.AnalyzeAsync($"{DeliveryStage.Table} ({staged.Delivery.Keys}), stg_action (entity, action), stg_engagement (entity)", transaction);
        var rowSet = await LoadLog.RowSetAsync(connection, transaction, staged);
        if (onlySlicesOf is null && await LoadLog.FindEqualAsync(connection, transaction, request, rowSet) is { } equal)
            return equal;

        await LoadLock.FenceAsync(connection, transaction, accounts, request.Fence);
        if (staged.First is { } first)
            await Calendar.EnsureAsync(connection, transaction, new(first, staged.Last!.Value));
        await new SplitResolver(staged, transaction).ResolveAsync(cancel);

        var load = new SliceWriter(staged, transaction, request, loadId, accounts, isReplay: onlySlicesOf is not null);
        var before = await load.SpendAsync();
        var shadowed = await load.WriteAsync(cancel);
        if (onlySlicesOf is not null)
            return new(loadId, false, request.InputRows, 0, 0, 0, 0, shadowed, null, null, null);

        await new AccountResolver(staged, transaction).WriteAsync(staged.Clients);
        var result = new LoadResult(
            loadId, false, request.InputRows, request.InputRows - request.FilteredRows - staged.QuarantinedRows - conflicting - duplicates,
            staged.QuarantinedRows + conflicting, duplicates, request.FilteredRows, shadowed,
            staged.First is { } day ? new DateRange(day, staged.Last!.Value) : null, before, await load.SpendAsync()) { DuplicateLines = repeated };
        await LoadLog.WriteAsync(connection, transaction, request, result, staged.Level, LoadLog.Precedence(staged.Level, request.SourceKind, staged.IsPart), rowSet);
        return result;
    }
}
