using System.Collections;
using System.Data;
using System.Data.Common;
using Admetry.DuckDb.Native;

namespace Admetry.DuckDb;

/// <summary>Reads a command's results as they stream from the engine, row by row or chunk by chunk.</summary>
/// <remarks>Closing it runs the command's remaining statements. It occupies its connection until then.</remarks>
public sealed partial class DuckDbDataReader : DbDataReader, IDbColumnSchemaGenerator
{
    readonly DuckDbConnection connection;
    readonly CommandBehavior behavior;
    readonly Interruption interruption;
    StatementRun? statements;
    NativeResult result;
    ResultColumn[] columns = [];
    nint chunk;
    int rows;
    int row = -1;
    long changed = -1;
    Func<bool>? fetch;
    bool hasResult, hasRows, isExhausted, isClosed;

    internal DuckDbDataReader(DuckDbConnection connection, CommandBehavior behavior, Interruption interruption)
    {
        this.connection = connection;
        this.behavior = behavior;
        this.interruption = interruption;
        connection.Occupy(this);
    }

    public override bool HasRows => columns.Length > 0 && hasRows;

    public override bool IsClosed => isClosed;

    /// <summary>Rows inserted, updated or deleted so far; -1 where no statement did.</summary>
    public override int RecordsAffected => (int)Math.Min(changed, int.MaxValue);

    public override int Depth => 0;

    internal void Start(Func<StatementRun> prepare, CancellationToken cancel) =>
        Guard(() =>
        {
            statements = prepare();
            return Advance();
        }, cancel);

    public override bool Read() => ++row < rows || ReadChunk(CancellationToken.None);

    public override Task<bool> ReadAsync(CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
            return Task.FromCanceled<bool>(cancellationToken);
        if (++row < rows)
            return Task.FromResult(true);
        return cancellationToken.CanBeCanceled
            ? Task.Run(() => ReadChunk(cancellationToken), cancellationToken)
            : Task.FromResult(ReadChunk(CancellationToken.None));
    }

    bool ReadChunk(CancellationToken cancel)
    {
        row = 0;
        return Fetch(cancel);
    }

    /// <summary>Moves to the next rows as a whole. Use it instead of <see cref="Read"/>, not between.</summary>
    public bool NextChunk(CancellationToken cancel)
    {
        var isFirst = row < 0;
        var found = isFirst ? rows > 0 : Fetch(cancel);
        row = rows;
        return found;
    }

    public bool NextChunk() => NextChunk(CancellationToken.None);

    /// <summary>The rows that <see cref="NextChunk()"/> moved to.</summary>
    public DuckDbChunk Chunk => new(columns, rows);

    public override bool NextResult() => NextResult(CancellationToken.None);

    public override Task<bool> NextResultAsync(CancellationToken cancellationToken) =>
        cancellationToken.CanBeCanceled
            ? Task.Run(() => NextResult(cancellationToken), cancellationToken)
            : Task.FromResult(NextResult(CancellationToken.None));

    bool NextResult(CancellationToken cancel)
    {
        ObjectDisposedException.ThrowIf(isClosed, this);
        FreeResult();
        return Guard(Advance, cancel);
    }

    bool Fetch(CancellationToken cancel)
    {
        ObjectDisposedException.ThrowIf(isClosed, this);
        return !isExhausted && Guard(fetch ??= FetchChunk, cancel);
    }

    /// <summary>Calls the engine so that it can be stopped; where it fails, the reader is at its end.</summary>
    bool Guard(Func<bool> work, CancellationToken cancel)
    {
        try
        {
            interruption.Begin(cancel);
            try
            {
                return work();
            }
            finally
            {
                interruption.End();
            }
        }
        catch (DuckDbException error)
        {
            Abandon();
            if (interruption.Explain(error) is var reason && reason != error)
                throw reason;
            throw;
        }
        catch
        {
            Abandon();
            throw;
        }
    }

    /// <summary>Runs statements up to the next one that returns rows.</summary>
    bool Advance()
    {
        while (statements!.TryRun(interruption, out result))
        {
            hasResult = true;
            var returns = DuckDbLibrary.ReturnType(result);
            if (returns == NativeReturnType.ChangedRows)
                changed = Math.Max(changed, 0) + (long)DuckDbLibrary.RowsChanged(ref result);
            if (returns == NativeReturnType.QueryResult)
            {
                Describe();
                hasRows = FetchChunk();
                return true;
            }

            FreeResult();
        }

        return false;
    }

    void Describe()
    {
        if (DuckDbLibrary.ResultStatementType(result) is NativeStatementType.Insert or NativeStatementType.Update
            or NativeStatementType.Delete)
            changed = Math.Max(changed, 0) + (long)DuckDbLibrary.RowCount(ref result);

        columns = new ResultColumn[DuckDbLibrary.ColumnCount(ref result)];
        for (var i = 0; i < columns.Length; i++)
            columns[i] = new(DuckDbLibrary.Text(DuckDbLibrary.ColumnName(ref result, (ulong)i))!,
                ColumnType.Take(DuckDbLibrary.ColumnLogicalType(ref result, (ulong)i)));
    }

    bool FetchChunk()
    {
        FreeChunk();
        chunk = DuckDbLibrary.FetchChunk(result);
        rows = chunk == 0 ? 0 : (int)DuckDbLibrary.ChunkSize(chunk);
        if (rows == 0)
        {
            isExhausted = true;
            return DuckDbLibrary.ResultError(ref result) == 0 ? false : throw DuckDbException.From(ref result);
        }

        for (var i = 0; i < columns.Length; i++)
            columns[i].Load(DuckDbLibrary.Vector(chunk, (ulong)i));
        return true;
    }

    /// <summary>Lets a query run to its end without looking at its rows.</summary>
    internal void Drain()
    {
        while (hasResult && Fetch(CancellationToken.None))
            row = 0;
    }

    /// <summary>Sees a result of one row to its end, which is cheaper than to break it off.</summary>
    internal void FinishSingle()
    {
        if (rows == 1)
            Fetch(CancellationToken.None);
    }

    public override void Close()
    {
        if (isClosed)
            return;
        while (statements is { IsFinished: false })
            NextResult();
        Abandon();
    }

    /// <summary>Frees everything at once; statements not run yet are given up.</summary>
    internal void Abandon()
    {
        if (isClosed)
            return;
        isClosed = true;
        FreeResult();
        statements?.Dispose();
        interruption.Dispose();
        connection.Vacate();
        if (behavior.HasFlag(CommandBehavior.CloseConnection))
            connection.Close();
    }

    void FreeResult()
    {
        FreeChunk();
        if (hasResult)
            DuckDbLibrary.DestroyResult(ref result);
        if (hasResult && !isExhausted && columns.Length > 0)
            connection.EndStream();
        columns = [];
        row = -1;
        hasResult = isExhausted = hasRows = false;
    }

    void FreeChunk()
    {
        if (chunk != 0)
            DuckDbLibrary.DestroyDataChunk(ref chunk);
        rows = 0;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            Close();
        base.Dispose(disposing);
    }

    public override IEnumerator GetEnumerator() => new DbEnumerator(this);
}
