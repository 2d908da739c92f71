using System.Data.Common;
using Admetry.DuckDb;
using Admetry.Metrics;
using Dapper;
using Npgsql;

namespace Admetry.Storage.Warehouse;

/// <summary>What a DuckDB warehouse may use of the machine. Null leaves the engine's own choice.</summary>
/// <param name="MemoryLimit">Such as <c>1GB</c>; the process needs about half as much again.</param>
/// <param name="TempDirectory">Where large sorts spill.</param>
public sealed record WarehouseLimits(string? MemoryLimit = null, int? Threads = null, string? TempDirectory = null);

/// <summary>An open warehouse: where connections come from, and which dialect they speak.</summary>
public sealed class WarehouseDatabase : IAsyncDisposable
{
    WarehouseDatabase(DbDataSource source, SqlDialect dialect) => (Source, Dialect) = (source, dialect);

    public DbDataSource Source { get; private set; }

    public SqlDialect Dialect { get; }

    /// <summary>Held while a load commits: within one process loads wait for each other instead of failing.</summary>
    internal SemaphoreSlim Writing { get; } = new(1);

    internal DataVersion Version { get; } = new();

    internal KnownCurrencies Currencies { get; } = new();

    internal KnownAnswers Answers { get; } = new();

    readonly KnownReadings readings = new();

    /// <summary>What the data is known by now: two equal versions, one read before a question and one after it, and nothing was committed between.</summary>
    /// <returns>Null while this process commits.</returns>
    internal async ValueTask<long?> VersionAsync(CancellationToken cancel)
    {
        if (!Dialect.IsPostgres)
            return Version.Settled;

        await using var connection = await Source.OpenConnectionAsync(cancel);
        return await connection.ExecuteScalarAsync<long>(new CommandDefinition("select version from data_version", cancellationToken: cancel));
    }

    /// <summary>What was read for the same <paramref name="question"/> and <paramref name="principal"/> before, where no data has changed since; else reads it.</summary>
    /// <param name="question">All that the reading depends on beside the data and the principal.</param>
    /// <param name="read">Gives a value that nobody changes: it is given to others as well.</param>
    public async Task<T> RememberAsync<T>(Principal principal, string question, Func<Task<T>> read, CancellationToken cancel) where T : class?
    {
        var key = (typeof(T), question, principal.Clients is { } clients ? string.Join('\n', clients) : null);
        if (await VersionAsync(cancel) is not { } now)
            return await read();
        if (readings.Find(key, now) is T known)
            return known;

        var value = await read();
        if (value is not null && await VersionAsync(cancel) == now)
            readings.Keep(key, now, value);
        return value;
    }

    /// <summary>Which range totals there are at version <paramref name="now"/>; the caller looks whether it still stands when the answer is there.</summary>
    internal async ValueTask<RangeTotals> RangeTotalsAsync(long now, CancellationToken cancel)
    {
        if (readings.Find(typeof(RangeTotals), now) is RangeTotals known)
            return known;

        var read = await RangeTotals.ReadAsync(Source, cancel);
        if (await VersionAsync(cancel) != now)
            return RangeTotals.Anywhere;
        readings.Keep(typeof(RangeTotals), now, read);
        return read;
    }

    /// <summary>Commits a change of data; what readers remember of the data before, in this process or another, is no longer believed.</summary>
    public async Task CommitAsync(DbTransaction transaction, CancellationToken cancel)
    {
        Version.Begin();
        try
        {
            if (Dialect.IsPostgres)
                await transaction.Connection!.ExecuteAsync($"update data_version {NewVersion}", transaction: transaction);
            await transaction.CommitAsync(cancel);
        }
        finally
        {
            Version.End();
        }
    }

    /// <summary>Opens or makes the DuckDB file and brings its schema up to date.</summary>
    /// <exception cref="WarehouseException">Another process holds the file, it is damaged, or a newer program wrote it.</exception>
    public static async Task<WarehouseDatabase> OpenDuckDbAsync(string file, WarehouseLimits limits, CancellationToken cancel)
    {
        if (Path.GetDirectoryName(file) is { Length: > 0 } folder)
            Directory.CreateDirectory(folder);
        var settings = new DbConnectionStringBuilder { ["Data Source"] = file, ["Progress"] = false };
        if (limits.MemoryLimit is { } memory)
            settings["memory_limit"] = memory;
        if (limits.Threads is { } threads)
            settings["threads"] = threads;
        if (limits.TempDirectory is { } temp)
            settings["temp_directory"] = temp;

        var source = new DuckDbDataSource(settings.ConnectionString);
        try
        {
            return await OpenAsync(source, SqlDialect.DuckDb, cancel);
        }
        catch (DuckDbException error)
        {
            await source.DisposeAsync();
            throw DuckDbFile.Explain(file, error);
        }
        catch
        {
            await source.DisposeAsync();
            throw;
        }
    }

    /// <summary>Opens a PostgreSQL database and brings the schema named in it up to date.</summary>
    /// <param name="schema">Where the tables live; made if missing.</param>
    /// <exception cref="WarehouseException">The server does not answer, or a newer program wrote the schema.</exception>
    public static async Task<WarehouseDatabase> OpenPostgresAsync(string connectionString, string schema, CancellationToken cancel)
    {
        var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(connectionString) { SearchPath = schema });
        try
        {
            await using (var connection = await source.OpenConnectionAsync(cancel))
                await connection.ExecuteAsync($"create schema if not exists {Quoted(schema)}");
            return await OpenAsync(source, SqlDialect.Postgres, cancel);
        }
        catch (NpgsqlException error)
        {
            await source.DisposeAsync();
            throw new WarehouseException($"PostgreSQL does not answer: {error.Message}", "Check that the server runs and that the connection of the warehouse in admetry.yaml is right.", error);
        }
        catch
        {
            await source.DisposeAsync();
            throw;
        }
    }

    /// <summary>DuckDB: closes, puts the file <paramref name="spare"/> in the place of <paramref name="file"/> and opens that.</summary>
    public async Task ReplaceFileAsync(string spare, string file, WarehouseLimits limits, CancellationToken cancel)
    {
        Version.Begin();
        try
        {
            await Source.DisposeAsync();
            DuckDbRepair.Replace(spare, file);
            Source = (await OpenDuckDbAsync(file, limits, cancel)).Source;
        }
        finally
        {
            Version.End();
        }
    }

    /// <summary>PostgreSQL: removes a schema with all that is in it, and the truth beside it.</summary>
    public async Task DropSchemaAsync(string schema, CancellationToken cancel)
    {
        await using var connection = await Source.OpenConnectionAsync(cancel);
        await connection.ExecuteAsync(new CommandDefinition($"drop schema if exists {Quoted(schema)}, {Quoted(TruthOf(schema))} cascade", cancellationToken: cancel));
    }

    /// <summary>PostgreSQL: puts the schema <paramref name="spare"/> in the place of <paramref name="schema"/>, in one transaction.</summary>
    public async Task SwapSchemaAsync(string spare, string schema, CancellationToken cancel)
    {
        await using var connection = await Source.OpenConnectionAsync(cancel);
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        await connection.ExecuteAsync(
            $"drop schema if exists {Quoted(schema)}, {Quoted(TruthOf(schema))} cascade; alter schema {Quoted(spare)} rename to {Quoted(schema)}", transaction: transaction);
        if (await connection.ExecuteScalarAsync<bool>("select exists (select 1 from pg_namespace where nspname = @name)", new { name = TruthOf(spare) }, transaction))
            await connection.ExecuteAsync($"alter schema {Quoted(TruthOf(spare))} rename to {Quoted(TruthOf(schema))}", transaction: transaction);
        await connection.ExecuteAsync($"update {Quoted(schema)}.data_version {NewVersion}", transaction: transaction);
        await transaction.CommitAsync(cancel);
    }

    /// <summary>PostgreSQL: renames a schema that this program cannot use.</summary>
    /// <returns>What the user is told.</returns>
    public static async Task<string> SetSchemaAsideAsync(string connectionString, string schema, TimeProvider clock, CancellationToken cancel)
    {
        var aside = $"{schema}_outdated_{clock.GetUtcNow():yyyyMMddHHmmss}";
        await using var source = NpgsqlDataSource.Create(connectionString);
        await using var connection = await source.OpenConnectionAsync(cancel);
        await connection.ExecuteAsync(new CommandDefinition($"alter schema {Quoted(schema)} rename to {Quoted(aside)}", cancellationToken: cancel));
        return $"The schema {schema} was outdated and is set aside as {aside}; what it held comes back from landing.";
    }

    public async ValueTask DisposeAsync()
    {
        await Source.DisposeAsync();
        Writing.Dispose();
    }

    /// <summary>PostgreSQL: where what was planted in a schema's generated data stands, for scorers.</summary>
    internal static string TruthOf(string schema) => $"{schema}_truth";

    // A number that no other transaction of the server has, also in a schema that takes another's place.
    const string NewVersion = "set version = cast(cast(pg_current_xact_id() as text) as bigint)";

    static string Quoted(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    static async Task<WarehouseDatabase> OpenAsync(DbDataSource source, SqlDialect dialect, CancellationToken cancel)
    {
        await using var connection = await source.OpenConnectionAsync(cancel);
        await Migrator.MigrateAsync(connection, dialect, cancel);
        if (!await connection.ExecuteScalarAsync<bool>("select exists (select 1 from dim_date where date_id <> 0)"))
        {
            await Calendar.EnsureAsync(connection, null, Calendar.Usual);
            await Platforms.WriteAsync(connection);
        }

        await RollUpTables.EnsureAsync(connection, dialect, cancel);
        return new(source, dialect);
    }
}
