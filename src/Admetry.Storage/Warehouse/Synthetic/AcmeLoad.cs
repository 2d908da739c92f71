using System.Data.Common;
using Admetry.Synthetic.Acme;
using Dapper;

namespace Admetry.Storage.Warehouse.Synthetic;

/// <summary>Brings a generated company into the warehouse: all of it in one transaction, or nothing.</summary>
/// <remarks>
/// Rows are drawn in memory a batch at a time and written to the log; the facts are derived from the log inside the engine; finance
/// follows the facts. What is loaded is a function of the payload, so that a rebuild makes it again.
/// </remarks>
public static class AcmeLoad
{
    /// <summary>What <c>load_log</c> calls the family.</summary>
    public const string Family = "acme";

    /// <summary>Loads it, unless exactly this company stands already.</summary>
    /// <param name="threads">How many draw rows at once; null: as many as there are processors.</param>
    /// <param name="rows">Told how many auction rows are written, now and then.</param>
    /// <exception cref="WarehouseException">Another generated company stands in this warehouse.</exception>
    public static async Task<LoadResult> CommitAsync(
        WarehouseDatabase warehouse, AcmeParameters parameters, LoadRequest request, int? threads, IProgress<long>? rows, CancellationToken cancel)
    {
        await warehouse.Writing.WaitAsync(cancel);
        try
        {
            await using var connection = await warehouse.Source.OpenConnectionAsync(cancel);
            await using var transaction = await connection.BeginTransactionAsync(cancel);
            await LoadLock.TakeAsync(connection, transaction, warehouse.Dialect);
            if (await LoadLog.FindActiveAsync(connection, transaction, request.LoadKey) is { } same)
                return same;
            if (await connection.ExecuteScalarAsync<long?>("select max(load_id) from load_log where family = @Family and state = 'active'", new { Family }, transaction) is { } other)
                throw new WarehouseException($"Another generated company stands in this workspace, as load {other}.", $"Forget it first ('admetry forget {other}'), or use another workspace.");

            var loadId = request.LoadId ?? await LoadLog.NextIdAsync(connection, transaction);
            var result = await new AcmeTransaction(warehouse, connection, transaction, AcmeWorld.Create(parameters), request, loadId)
                .WriteAsync(threads ?? Environment.ProcessorCount, rows, cancel);
            await warehouse.CommitAsync(transaction, cancel);
            return result;
        }
        finally
        {
            warehouse.Writing.Release();
        }
    }

    /// <summary>Takes all of it out again: rows, facts, ledger, entities and truth. Its load is marked as forgotten.</summary>
    public static async Task ForgetAsync(WarehouseDatabase warehouse, DbConnection connection, DbTransaction transaction, long loadId, CancellationToken cancel)
    {
        await LoadLock.TakeAsync(connection, transaction, warehouse.Dialect);
        var accounts = AcmeKeys.Accounts;
        var campaigns = $"select campaign_id from dim_campaign where account_id in ({accounts})";
        string[] statements =
        [
            .. AcmeTables.Logs.Concat(AcmeTables.RollUps).Concat(SliceFamily.Tables).Append("fact_budget").Select(table => $"delete from {table} where load_id = @loadId"),
            "delete from load_slice where load_id = @loadId",
            $"delete from dim_ad where adset_id in (select adset_id from dim_adset where campaign_id in ({campaigns}))",
            $"delete from dim_adset where campaign_id in ({campaigns})",
            $"delete from dim_creative where campaign_id in ({campaigns})",
            $"delete from dim_client where client_id in (select client_id from dim_account where platform_id = {Platform.Acme.Id}) and client_code like 'ADV-%'",
            $"delete from dim_campaign where account_id in ({accounts})",
            $"delete from slice_fence where account_id in ({accounts})",
            $"delete from dim_account where account_id in ({accounts})",
            "delete from dim_placement where publisher_id in (select publisher_id from dim_publisher where publisher_code like 'PUB-%')",
            "delete from dim_publisher where publisher_code like 'PUB-%'",
            "update load_log set state = 'forgotten' where load_id = @loadId",
        ];
        foreach (var statement in statements)
            await connection.ExecuteAsync(new CommandDefinition(statement, new { loadId }, transaction, cancellationToken: cancel));
        await RollUpTables.RefreshAsync(connection, transaction, warehouse.Dialect, cancel);
        await FinanceWriter.ClearAsync(connection, transaction, loadId, cancel);
        await AcmeTruth.DropAsync(connection, transaction, warehouse.Dialect);
    }
}
