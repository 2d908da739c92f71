using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;

namespace Admetry.DuckDb;

/// <summary>One or more statements with their parameters, written <c>@name</c> or <c>$name</c>.</summary>
/// <remarks>
/// A command with one statement keeps it prepared from its second run on, or from <see cref="Prepare"/>. Statements in
/// one command are not one transaction. A query's rows stream: memory holds a few chunks of 2,048 rows, not the result.
/// </remarks>
public sealed class DuckDbCommand : DbCommand
{
    readonly DuckDbParameterCollection parameters = new();
    string text = "";
    DuckDbConnection? connection;
    PreparedStatement? prepared;
    Interruption? running;
    bool hasRun;

    public DuckDbCommand()
    {
    }

    public DuckDbCommand(string commandText, DuckDbConnection connection) =>
        (CommandText, Connection) = (commandText, connection);

    [AllowNull]
    public override string CommandText
    {
        get => text;
        set
        {
            Unprepare();
            (text, hasRun) = (value ?? "", false);
        }
    }

    /// <summary>Seconds the engine may work without giving rows; 0, the default, for no limit.</summary>
    public override int CommandTimeout { get; set; }

    public override CommandType CommandType
    {
        get => CommandType.Text;
        set
        {
            if (value != CommandType.Text)
                throw new NotSupportedException("The engine has no stored procedures: commands are text.");
        }
    }

    public override bool DesignTimeVisible { get; set; }

    public override UpdateRowSource UpdatedRowSource { get; set; }

    public new DuckDbConnection? Connection
    {
        get => connection;
        set
        {
            if (connection != value)
                Unprepare();
            connection = value;
        }
    }

    public new DuckDbParameterCollection Parameters => parameters;

    protected override DbConnection? DbConnection
    {
        get => connection;
        set => Connection = (DuckDbConnection?)value;
    }

    protected override DbParameterCollection DbParameterCollection => parameters;

    // A connection has one transaction, which every statement on it belongs to.
    protected override DbTransaction? DbTransaction { get; set; }

    protected override DbParameter CreateDbParameter() => new DuckDbParameter();

    /// <summary>Stops the engine within a second where it works for this command; call it from another thread.</summary>
    public override void Cancel() => Volatile.Read(ref running)?.Cancel();

    /// <summary>Plans the statement now. A command with several statements is planned as it runs.</summary>
    public override void Prepare()
    {
        if (prepared is not null)
            return;
        Open().RequireIdle();
        using var run = new StatementRun(Open(), ParameterSyntax.Rewrite(text), parameters);
        Keep(run);
    }

    public new DuckDbDataReader ExecuteReader() => Run(CommandBehavior.Default, CancellationToken.None);

    public override int ExecuteNonQuery() => CountOf(Run(CommandBehavior.Default, CancellationToken.None));

    public override object? ExecuteScalar() => ScalarOf(Run(CommandBehavior.Default, CancellationToken.None));

    public override async Task<int> ExecuteNonQueryAsync(CancellationToken cancellationToken) =>
        await OffThread(() => CountOf(Run(CommandBehavior.Default, cancellationToken)), cancellationToken);

    public override async Task<object?> ExecuteScalarAsync(CancellationToken cancellationToken) =>
        await OffThread(() => ScalarOf(Run(CommandBehavior.Default, cancellationToken)), cancellationToken);

    protected override DbDataReader ExecuteDbDataReader(CommandBehavior behavior) => Run(behavior, CancellationToken.None);

    protected override async Task<DbDataReader> ExecuteDbDataReaderAsync(
        CommandBehavior behavior, CancellationToken cancellationToken) =>
        await OffThread(() => Run(behavior, cancellationToken), cancellationToken);

    // The engine has no asynchronous calls. Whoever can cancel must not be blocked by one; others lose nothing.
    static Task<T> OffThread<T>(Func<T> work, CancellationToken cancel)
    {
        if (cancel.CanBeCanceled)
            return Task.Run(work, cancel);
        return Task.FromResult(work());
    }

    DuckDbDataReader Run(CommandBehavior behavior, CancellationToken cancel)
    {
        var open = Open();
        open.RequireIdle();
        var interruption = new Interruption(open.Handle, TimeSpan.FromSeconds(CommandTimeout));
        Volatile.Write(ref running, interruption);
        var reader = new DuckDbDataReader(open, behavior, interruption);
        reader.Start(Statements, cancel);
        return reader;
    }

    StatementRun Statements()
    {
        if (prepared is not null)
            return new(Open(), prepared, parameters);

        var run = new StatementRun(Open(), ParameterSyntax.Rewrite(text), parameters);
        try
        {
            if (hasRun)
                Keep(run);
            hasRun = true;
            return run;
        }
        catch
        {
            run.Dispose();
            throw;
        }
    }

    void Keep(StatementRun run)
    {
        prepared = run.TakeOnly();
        if (prepared is not null)
            Open().Track(this);
    }

    /// <summary>Forgets the prepared statement: the connection closes, or the text changes.</summary>
    internal void Unprepare()
    {
        if (prepared is null)
            return;
        prepared.Dispose();
        prepared = null;
        connection?.Untrack(this);
    }

    DuckDbConnection Open() =>
        connection ?? throw new InvalidOperationException("The command has no connection.");

    static int CountOf(DuckDbDataReader reader)
    {
        using (reader)
            do
                reader.Drain();
            while (reader.NextResult());
        return reader.RecordsAffected;
    }

    static object? ScalarOf(DuckDbDataReader reader)
    {
        using (reader)
        {
            var value = reader.Read() ? reader.GetValue(0) : null;
            reader.FinishSingle();
            return value;
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            Unprepare();
        base.Dispose(disposing);
    }
}
