using System.Data.Common;
using System.Globalization;
using Admetry.Synthetic.Acme;
using Dapper;

namespace Admetry.Storage.Warehouse.Synthetic;

/// <summary>The work of one load of a generated company, step by step, inside a transaction that the caller commits.</summary>
sealed class AcmeTransaction(WarehouseDatabase warehouse, DbConnection connection, DbTransaction transaction, AcmeWorld world, LoadRequest request, long loadId)
{
    public async Task<LoadResult> WriteAsync(int threads, IProgress<long>? rows, CancellationToken cancel)
    {
        var keys = await AcmeKeys.TakeAsync(connection, transaction);
        await Calendar.EnsureAsync(connection, transaction, AcmeParameters.Days);
        await ActionTypesAsync();
        await LoadLock.FenceAsync(connection, transaction, [.. Accounts(keys)], request.Fence);
        var journeys = await LogAsync(keys, threads, rows, cancel);
        await AnalyzeAsync();
        foreach (var insert in LogFacts.Inserts)
            await RunAsync(insert, new { loadId, at = request.LoadedAt.UtcDateTime, adBase = keys.Ad, creativeBase = keys.Creative }, cancel);

        await RollUpTables.RefreshAsync(connection, transaction, warehouse.Dialect, cancel);
        var books = await new AcmeFinanceLoad(connection, transaction, world, keys, loadId).WriteAsync(cancel);
        await LedgerAsync(keys, cancel);
        await new AcmeTruth(connection, transaction, warehouse.Dialect, world, keys).WriteAsync(journeys, books.Truth, cancel);
        return await LoggedAsync();
    }

    /// <summary>Draws and writes the log; budgets are known once it stands, and the entities with them.</summary>
    async Task<JourneyWriter> LogAsync(AcmeKeys keys, int threads, IProgress<long>? rows, CancellationToken cancel)
    {
        await using var bulk = new BulkWriters(connection);
        var media = new long[world.Plan.Cells];
        await LogPipeline.RunAsync(world, threads, new LogWriter(bulk, world, keys, loadId, media).Write, rows, cancel);
        var budgets = AcmeBudget.Solve(world.Entities, world.Plan, media);
        new AcmeDimensions(bulk, world, keys, budgets, request.LoadedAt).Write(loadId);
        var journeys = new JourneyWriter(bulk, world, keys, loadId);
        journeys.Write(cancel);
        new CustomerWriter(bulk, world, keys, loadId).Write(cancel);
        new NewsletterWriter(bulk, world, keys, loadId).Write();
        await bulk.CompleteAsync(cancel);
        return journeys;
    }

    IEnumerable<long> Accounts(AcmeKeys keys) =>
        world.Entities.Advertisers.SelectMany(one => new[] { keys.Account + one.Number, keys.Mail(world, one) });

    async Task ActionTypesAsync()
    {
        foreach (var (type, counts) in new[] { ("purchase", "purchase"), ("signup", "lead"), ("install", "none") })
            await connection.ExecuteAsync(
                """
                insert into dim_action_type (action_type_id, action_type, category, is_conversion, counts_as)
                select max(action_type_id) + 1, @type, 'conversion', true, @counts from dim_action_type
                having not exists (select 1 from dim_action_type where action_type = @type)
                """, new { type, counts }, transaction);
    }

    // PostgreSQL has no statistics of rows that no other transaction has seen.
    Task AnalyzeAsync() => warehouse.Dialect.IsPostgres
        ? connection.ExecuteAsync("analyze log_impression; analyze log_click; analyze log_conversion; analyze dim_campaign", transaction: transaction)
        : Task.CompletedTask;

    async Task LedgerAsync(AcmeKeys keys, CancellationToken cancel)
    {
        var accounts = string.Join(", ", Accounts(keys));
        var clients = string.Join(", ", world.Entities.Advertisers.Select(one => -(keys.Client + one.Number)));
        foreach (var family in SliceFamily.All.Where(family => AcmeTables.Facts.Contains(family.Fact)))
            await RunAsync(
                LedgerSql.Rewrite(
                    warehouse.Dialect, family.Fact, family.Table, family.Slice, family.Own is "" ? "" : $" and {family.Own}", family.Sums, family.Account,
                    family.Fact is "revenue" ? clients : accounts),
                new { fact = family.Fact, first = Calendar.Key(AcmeParameters.First), last = Calendar.Key(AcmeParameters.Last) }, cancel);
    }

    async Task<LoadResult> LoggedAsync()
    {
        var spend = await connection.ExecuteScalarAsync<decimal?>(
            "select cast(sum(spend) as numeric(18,6)) from load_slice where fact = 'core' and load_id = @loadId", new { loadId }, transaction);
        var rows = world.Parameters.Rows;
        var result = new LoadResult(loadId, false, rows, rows, 0, 0, 0, 0, AcmeParameters.Days, 0, spend);
        var rowSet = string.Create(CultureInfo.InvariantCulture, $"acme:{world.Parameters.ToJson()}");
        await LoadLog.WriteAsync(connection, transaction, request, result, Level.Ad, LoadLog.Precedence(Level.Ad, request.SourceKind), rowSet);
        return result;
    }

    Task RunAsync(string sql, object parameters, CancellationToken cancel) =>
        connection.ExecuteAsync(new CommandDefinition(sql, parameters, transaction, commandTimeout: 0, cancellationToken: cancel));
}
