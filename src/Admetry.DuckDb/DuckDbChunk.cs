namespace Admetry.DuckDb;

/// <summary>Up to 2,048 rows of a result, column by column, where the engine keeps them: nothing is copied or boxed.</summary>
/// <remarks>
/// Spans hold until the reader's next chunk. Cells are as the engine stores them: DATE as <see cref="int"/> days and
/// TIMESTAMP as <see cref="long"/> microseconds from 1970, DECIMAL as a whole number of the size that
/// <see cref="DecimalScale"/>'s column has, HUGEINT as <see cref="Int128"/>. What stands in a NULL cell means nothing.
/// </remarks>
public readonly ref struct DuckDbChunk
{
    readonly ResultColumn[] columns;

    internal DuckDbChunk(ResultColumn[] columns, int rows) => (this.columns, Rows) = (columns, rows);

    public int Rows { get; }

    /// <summary>A column's cells.</summary>
    /// <exception cref="InvalidCastException">The column's cells have another size.</exception>
    public ReadOnlySpan<T> Values<T>(int column) where T : unmanaged => columns[column].Cells<T>(Rows);

    /// <summary>64 rows to a word, from the lowest bit, set where there is a value; empty where every row has one.</summary>
    public ReadOnlySpan<ulong> Validity(int column) => columns[column].Validity(Rows);

    public bool IsNull(int column, int row) => columns[column].IsNull(row);

    /// <summary>The bytes of a VARCHAR (UTF-8) or BLOB cell.</summary>
    public ReadOnlySpan<byte> Bytes(int column, int row) => columns[column].RawBytes(row);

    /// <summary>The cell of any column that the driver reads, as <typeparamref name="T"/>.</summary>
    public T Value<T>(int column, int row) => columns[column].Value<T>(row);

    /// <summary>Digits behind the point of a DECIMAL column; 0 for others.</summary>
    public int DecimalScale(int column) => columns[column].Type.Scale;
}
