using System.Data.Common;
using System.Globalization;
using Dapper;

namespace Admetry.Storage.Warehouse;

/// <summary>Makes roll-ups, and keeps them equal to their sources inside the transactions that change those.</summary>
public static class RollUpTables
{
    /// <summary>Sums everything anew, in a transaction of its own: for whoever has changed rows beside the loads of this program.</summary>
    /// <exception cref="DbException">The warehouse is unreachable.</exception>
    public static async Task RefreshAsync(WarehouseDatabase warehouse, CancellationToken cancel)
    {
        await using var connection = await warehouse.Source.OpenConnectionAsync(cancel);
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        await LoadLock.TakeAsync(connection, transaction, warehouse.Dialect);
        await RefreshAsync(connection, transaction, warehouse.Dialect, cancel);
        await warehouse.CommitAsync(transaction, cancel);
    }

    /// <summary>Makes the roll-ups that a warehouse lacks, or has by another definition, and takes away those that are no more, in one transaction.</summary>
    internal static async Task EnsureAsync(DbConnection connection, SqlDialect dialect, CancellationToken cancel)
    {
        var wanted = RollUps.On(dialect).ToDictionary(one => one.Table, Definition);
        if (await AreAsync(connection, null, wanted))
            return;

        await using var transaction = await connection.BeginTransactionAsync(cancel);
        await LoadLock.TakeAsync(connection, transaction, dialect);
        if (await AreAsync(connection, transaction, wanted))
            return; // another process was quicker

        foreach (var table in await connection.QueryAsync<string>("select table_name from roll_up", transaction: transaction))
            await connection.ExecuteAsync($"drop table if exists {table}", transaction: transaction);
        await connection.ExecuteAsync("delete from roll_up", transaction: transaction);
        foreach (var one in RollUps.On(dialect))
        {
            await RunAsync(connection, transaction, wanted[one.Table], cancel);
            if (dialect.IsPostgres)
                await connection.ExecuteAsync($"create index {one.Table}_day on {one.Table} (date_id{(one.Owner is null ? "" : $", {one.Owner}")})", transaction: transaction);
            await connection.ExecuteAsync("insert into roll_up values (@Table, @definition)", new { one.Table, definition = wanted[one.Table] }, transaction);
        }

        await transaction.CommitAsync(cancel);
    }

    /// <summary>Sums anew what some owners have in the steps that <paramref name="days"/> touch.</summary>
    /// <param name="sources">The tables of which rows have changed.</param>
    /// <param name="owners">Keys of accounts; for revenue, of clients.</param>
    /// <param name="written">The measures that the rows written may have values of, where these are the only rows that are new; null: any.</param>
    internal static async Task RefreshAsync(
        DbConnection connection, DbTransaction transaction, SqlDialect dialect, IReadOnlySet<string> sources, IReadOnlyCollection<long> owners, DateRange days, CancellationToken cancel,
        IReadOnlySet<string>? written = null)
    {
        foreach (var source in RollUps.On(dialect).Where(one => one.Owner is not null && sources.Contains(one.Source) && owners.Count > 0).GroupBy(one => one.Source))
        {
            var widest = source.MaxBy(one => one.Step)!;
            var places = Touched(widest, owners, days);
            var reported = written is null ? await ReportedAsync(connection, transaction, widest, places, cancel)
                : widest.Reported(await connection.ExecuteScalarAsync<long?>($"select bit_or(f.reported) from {widest.Table} f where {places}", transaction: transaction) ?? 0, written);
            foreach (var one in source)
            {
                var touched = Touched(one, owners, days);
                await RunAsync(connection, transaction, $"delete from {one.Table} as f where {touched}", cancel);
                await RunAsync(connection, transaction, $"insert into {one.Table} ({one.Names}) {one.Select(touched, reported)}", cancel);
            }
        }
    }

    static string Touched(RollUp one, IReadOnlyCollection<long> owners, DateRange days) => string.Create(CultureInfo.InvariantCulture,
        $"f.{one.Owner} in ({string.Join(", ", owners)}) and f.date_id between {First(one, days.First)} and {Last(one, days.Last)}");

    /// <summary>The sums that any of the rows touched has a value of. A file reports few of all measures: looking for them first costs less than summing up what nobody reports.</summary>
    static async Task<HashSet<string>> ReportedAsync(DbConnection connection, DbTransaction transaction, RollUp one, string touched, CancellationToken cancel)
    {
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandTimeout = 0;
        command.CommandText = $"select {string.Join(", ", one.Sums.Select(sum => $"count({sum.Sql})"))} from {one.Source} f where {touched}";
        await using var reader = await command.ExecuteReaderAsync(cancel);
        await reader.ReadAsync(cancel);
        return [.. one.Sums.Where((_, i) => reader.GetInt64(i) > 0).Select(sum => sum.Name)];
    }

    /// <summary>Sums everything anew.</summary>
    internal static async Task RefreshAsync(DbConnection connection, DbTransaction? transaction, SqlDialect dialect, CancellationToken cancel)
    {
        foreach (var one in RollUps.On(dialect))
        {
            await RunAsync(connection, transaction, $"delete from {one.Table}", cancel);
            await RunAsync(connection, transaction, $"insert into {one.Table} ({one.Names}) {one.Sorted("true")}", cancel);
        }
    }

    /// <summary>One text, in a column <c>found</c>, for each row that a roll-up has and its source does not give, or the other way round.</summary>
    internal static string Differences(RollUp one)
    {
        var expected = $"select {one.Names} from ({one.Select("true")}) s";
        var present = $"select {one.Names} from {one.Table}";
        var owner = one.Owner ?? one.Keys[0];
        return $"""
            select '{one.Table}: ' || side || ', {owner} ' || cast({owner} as varchar) || ', {(one.Step is RollUpStep.Day ? "day" : "month of")} ' || cast(date_id as varchar) as found from (
              select 'too much' as side, a.* from ({present} except all {expected}) a
              union all
              select 'missing' as side, b.* from ({expected} except all {present}) b) differences
            """;
    }

    static string Definition(RollUp one) => $"create table {one.Table} as {one.Sorted("true")}";

    static async Task<bool> AreAsync(DbConnection connection, DbTransaction? transaction, Dictionary<string, string> wanted)
    {
        var present = (await connection.QueryAsync<(string Table, string Definition)>("select table_name, definition from roll_up", transaction: transaction))
            .ToDictionary(row => row.Table, row => row.Definition);
        return present.Count == wanted.Count && wanted.All(pair => present.TryGetValue(pair.Key, out var definition) && definition == pair.Value);
    }

    static int First(RollUp one, DateOnly day) => Calendar.Key(one.Step is RollUpStep.Day ? day : new(day.Year, day.Month, 1));

    static int Last(RollUp one, DateOnly day) => Calendar.Key(one.Step is RollUpStep.Day ? day : new(day.Year, day.Month, DateTime.DaysInMonth(day.Year, day.Month)));

    static Task RunAsync(DbConnection connection, DbTransaction? transaction, string sql, CancellationToken cancel) =>
        connection.ExecuteAsync(new CommandDefinition(sql, transaction: transaction, commandTimeout: 0, cancellationToken: cancel));
}
