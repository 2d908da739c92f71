using Admetry.DuckDb.Native;

namespace Admetry.DuckDb;

/// <summary>Appends rows to a table by filling the engine's own column vectors: millions of rows a second.</summary>
/// <remarks>
/// Each row writes every column once, in any order, then <see cref="EndRow"/>, or some of the columns, then
/// <see cref="EndSparseRow"/>. <see cref="Complete"/> hands over what
/// is left; without it, disposing drops the rows not handed over yet (up to about 200,000), so append within a
/// transaction where all or nothing must arrive. The rows belong to the connection's transaction. While one chunk of rows is filled,
/// the engine takes the one before on another thread; what it finds wrong there is thrown by a later row's end, or by <see cref="Complete"/>.
/// </remarks>
public sealed unsafe class DuckDbAppender : IDisposable
{
    static readonly int ChunkRows = (int)DuckDbLibrary.VectorSize();

    readonly DuckDbConnection connection;
    readonly DuckDbColumnWriter[] columns;
    nint appender;
    nint chunk;
    nint spare;
    Task pending = Task.CompletedTask;
    int row;

    internal DuckDbAppender(DuckDbConnection connection, string? schema, string table)
    {
        this.connection = connection;
        var names = ColumnNames(schema, table);
        if (DuckDbLibrary.CreateAppender(connection.Handle, null, schema, table, out appender) != 0)
        {
            var error = Error();
            _ = DuckDbLibrary.DestroyAppender(ref appender);
            throw error;
        }

        var types = new nint[DuckDbLibrary.AppenderColumnCount(appender)];
        columns = new DuckDbColumnWriter[types.Length];
        for (var i = 0; i < types.Length; i++)
            types[i] = DuckDbLibrary.AppenderColumnType(appender, (ulong)i);
        fixed (nint* first = types)
            (chunk, spare) = (DuckDbLibrary.CreateDataChunk(first, (ulong)types.Length), DuckDbLibrary.CreateDataChunk(first, (ulong)types.Length));
        for (var i = 0; i < types.Length; i++)
            columns[i] = new(this, names[i], ColumnType.Take(types[i]));
        Load();
        connection.Track(this);
    }

    /// <summary>The table's columns, in the table's order.</summary>
    public int ColumnCount => columns.Length;

    /// <summary>Rows taken so far, handed over or not.</summary>
    public long RowCount { get; private set; }

    /// <summary>Rows that the present chunk still takes: the most that a span written to a column may hold.</summary>
    public int FreeRows => ChunkRows - row;

    /// <summary>The row within the chunk that writers write to.</summary>
    internal int Row => row;

    /// <summary>The writer of a column, the same for all rows.</summary>
    public DuckDbColumnWriter Column(int ordinal) => columns[ordinal];

    /// <summary>The writer of the column of that name, in any letter case.</summary>
    /// <exception cref="ArgumentException">The table has no such column.</exception>
    public DuckDbColumnWriter Column(string name) =>
        Array.Find(columns, column => column.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
        ?? throw new ArgumentException($"The table has no column \"{name}\".", nameof(name));

    // The appender knows types only. Generated columns are not appended to, nor are they in the list.
    string[] ColumnNames(string? schema, string table)
    {
        var path = schema is null ? Quoted(table) : $"{Quoted(schema)}.{Quoted(table)}";
        using var command = new DuckDbCommand(
            $"select name from pragma_table_info('{path.Replace("'", "''", StringComparison.Ordinal)}')", connection);
        using var reader = command.ExecuteReader();
        var names = new List<string>();
        while (reader.Read())
            names.Add(reader.GetString(0));
        return [.. names];
    }

    static string Quoted(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    /// <summary>Ends the row.</summary>
    /// <exception cref="InvalidOperationException">A column was not written.</exception>
    public void EndRow() => EndRows(1);

    /// <summary>Ends the row; columns not written in it are NULL, whatever the table's defaults are. They cost nothing.</summary>
    public void EndSparseRow()
    {
        row++;
        RowCount++;
        if (row == ChunkRows)
            HandOver();
    }

    /// <summary>Ends as many rows as spans were written to every column.</summary>
    public void EndRows(int count)
    {
        var end = row + count;
        foreach (var column in columns)
            if (column.Written != end)
                throw new InvalidOperationException(
                    $"Column \"{column.Name}\" has {Math.Max(0, column.Written - row)} values for {count} rows: write NULL by WriteNull.");
        row = end;
        RowCount += count;
        if (row == ChunkRows)
            HandOver();
    }

    /// <summary>Writes what is left to the table. The appender takes more rows afterwards.</summary>
    /// <exception cref="DuckDbException">A row breaks a constraint; none of those not yet written is kept.</exception>
    public void Complete()
    {
        HandOver();
        pending.GetAwaiter().GetResult();
        connection.RequireIdle();
        if (DuckDbLibrary.FlushAppender(appender) != 0)
            throw Error();
    }

    void HandOver()
    {
        ObjectDisposedException.ThrowIf(appender == 0, this);
        if (row == 0)
            return;
        connection.RequireNoReader();
        foreach (var column in columns)
            column.FillNulls(row);
        DuckDbLibrary.SetChunkSize(chunk, (ulong)row);
        pending.GetAwaiter().GetResult();
        var full = chunk;
        (chunk, spare) = (spare, full);
        pending = Task.Run(() => Append(full));
        Load();
    }

    void Append(nint full)
    {
        if (DuckDbLibrary.AppendDataChunk(appender, full) != 0)
            throw Error();
        DuckDbLibrary.ResetDataChunk(full);
    }

    /// <summary>Waits until the engine has taken what was handed over, whatever it says to it: the connection is free then.</summary>
    internal void Settle()
    {
        if (!pending.IsCompleted)
            Task.WaitAny(pending);
    }

    void Load()
    {
        row = 0;
        for (var i = 0; i < columns.Length; i++)
            columns[i].Load(DuckDbLibrary.Vector(chunk, (ulong)i));
    }

    DuckDbException Error() => DuckDbException.FromText(DuckDbLibrary.Text(DuckDbLibrary.AppenderError(appender)));

    public void Dispose()
    {
        if (appender == 0)
            return;
        Settle();
        connection.Untrack(this);
        DuckDbLibrary.DestroyDataChunk(ref chunk);
        DuckDbLibrary.DestroyDataChunk(ref spare);
        _ = DuckDbLibrary.ClearAppender(appender);
        _ = DuckDbLibrary.DestroyAppender(ref appender);
    }
}
