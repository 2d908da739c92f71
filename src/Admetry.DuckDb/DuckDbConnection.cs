using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Admetry.DuckDb.Native;

namespace Admetry.DuckDb;

/// <summary>A connection: one thread and one open reader at a time. Open many; they share one database.</summary>
/// <remarks>Only <see cref="QueryProgress"/> and <see cref="DuckDbCommand.Cancel"/> may be called from another thread.</remarks>
public sealed partial class DuckDbConnection : DbConnection
{
    readonly DuckDbDataSource? source;
    readonly HashSet<DuckDbCommand> prepared = [];
    readonly HashSet<DuckDbAppender> appenders = [];
    DuckDbConnectionStringBuilder settings;
    SharedDatabase? database;
    ConnectionHandle? handle;
    DuckDbDataReader? reader;

    public DuckDbConnection() : this("")
    {
    }

    /// <summary>A connection that opens its own database, or shares the file's where it is open already.</summary>
    /// <param name="connectionString">See <see cref="DuckDbConnectionStringBuilder"/>.</param>
    public DuckDbConnection(string connectionString) => settings = new(connectionString);

    internal DuckDbConnection(DuckDbDataSource source)
    {
        this.source = source;
        settings = new(source.ConnectionString);
    }

    [AllowNull]
    public override string ConnectionString
    {
        get => settings.ConnectionString;
        set => settings = source is null && handle is null
            ? new(value ?? "")
            : throw new InvalidOperationException("The connection string is fixed once the connection is open.");
    }

    public override string Database => DataSource is DuckDbConnectionStringBuilder.InMemory
        ? "memory"
        : Path.GetFileNameWithoutExtension(DataSource);

    public override string DataSource => settings.DataSource;

    /// <summary>The engine's version, as in <c>v1.5.5</c>.</summary>
    public override string ServerVersion => DuckDbLibrary.Text(DuckDbLibrary.LibraryVersion())!;

    public override ConnectionState State => handle is null ? ConnectionState.Closed : ConnectionState.Open;

    /// <summary>How far the running query is. Call it from another thread. Unknown where <c>Progress=false</c>.</summary>
    public DuckDbProgress QueryProgress
    {
        get
        {
            var progress = DuckDbLibrary.QueryProgress(Handle);
            return new(progress.Percentage < 0 ? null : progress.Percentage / 100,
                (long)progress.RowsDone, (long)progress.RowsTotal);
        }
    }

    internal ConnectionHandle Handle =>
        handle ?? throw new InvalidOperationException("The connection is closed: open it first.");

    internal DuckDbTransaction? Transaction { get; set; }

    public override void Open()
    {
        if (handle is not null)
            throw new InvalidOperationException("The connection is open already.");

        database = source?.Hold() ?? SharedDatabase.Acquire(settings);
        try
        {
            if (DuckDbLibrary.Connect(database.Handle, out handle) != 0)
                throw new DuckDbException("The engine gave no connection.", DuckDbErrorType.Connection);
            if (!database.IsLocked && settings.Progress)
                Execute("set enable_progress_bar = true; set enable_progress_bar_print = false");
        }
        catch
        {
            Disconnect();
            throw;
        }

        OnStateChange(new(ConnectionState.Closed, ConnectionState.Open));
    }

    // Whatever still points into the connection keeps the engine's database alive, so it goes first.
    public override void Close()
    {
        reader?.Abandon();
        if (handle is null)
            return;
        foreach (var command in prepared.ToArray())
            command.Unprepare();
        foreach (var appender in appenders.ToArray())
            appender.Dispose();
        Transaction?.Forget();
        Disconnect();
        OnStateChange(new(ConnectionState.Open, ConnectionState.Closed));
    }

    void Disconnect()
    {
        handle?.Dispose();
        handle = null;
        database?.Release();
        database = null;
    }

    public override void ChangeDatabase(string databaseName)
    {
        RequireIdle();
        Execute($"use \"{databaseName.Replace("\"", "\"\"", StringComparison.Ordinal)}\"");
    }

    /// <summary>Begins to append rows to a table, which may be a temporary one.</summary>
    /// <param name="table">Its name as it is, without quotes.</param>
    /// <param name="schema">Its schema; null to look it up as SQL does.</param>
    /// <exception cref="DuckDbException">There is no such table.</exception>
    public DuckDbAppender CreateAppender(string table, string? schema = null)
    {
        RequireIdle();
        return new(this, schema, table);
    }

    public new DuckDbCommand CreateCommand() => new() { Connection = this };

    protected override DbCommand CreateDbCommand() => CreateCommand();

    public new DuckDbTransaction BeginTransaction() => (DuckDbTransaction)BeginDbTransaction(IsolationLevel.Unspecified);

    protected override DbTransaction BeginDbTransaction(IsolationLevel isolationLevel)
    {
        if (isolationLevel is IsolationLevel.Serializable or IsolationLevel.Chaos)
            throw new NotSupportedException($"The engine has snapshot isolation only, not {isolationLevel}.");
        if (Transaction is not null)
            throw new InvalidOperationException("A transaction is open on this connection: the engine has no nested ones.");
        RequireIdle();
        return Transaction = new(this);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            Close();
        base.Dispose(disposing);
    }

    /// <summary>Runs statements that return nothing.</summary>
    internal void Execute(string sql) => NativeQuery.Run(Handle, sql);

    /// <summary>
    /// Ends the transaction of a result that was not read to its end: the engine keeps it until the next statement.
    /// </summary>
    internal void EndStream()
    {
        // In a failed transaction this one fails as well, and has still ended the stream.
        _ = DuckDbLibrary.Query(Handle, "select 1", out var nothing);
        DuckDbLibrary.DestroyResult(ref nothing);
    }

    /// <summary>A result streams from its connection: another statement would cut it off.</summary>
    internal void RequireIdle()
    {
        RequireNoReader();
        foreach (var appender in appenders)
            appender.Settle();
    }

    internal void RequireNoReader()
    {
        if (reader is not null)
            throw new InvalidOperationException(
                "A reader is open on this connection: dispose it first, or use a second connection.");
    }

    internal void AbandonReader() => reader?.Abandon();

    internal void Occupy(DuckDbDataReader opened) => reader = opened;

    internal void Vacate() => reader = null;

    internal void Track(DuckDbCommand command) => prepared.Add(command);

    internal void Untrack(DuckDbCommand command) => prepared.Remove(command);

    internal void Track(DuckDbAppender appender) => appenders.Add(appender);

    internal void Untrack(DuckDbAppender appender) => appenders.Remove(appender);
}
