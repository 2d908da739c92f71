using System.Runtime.CompilerServices;
using Admetry.DuckDb.Native;

namespace Admetry.DuckDb;

/// <summary>One column of a result, over the vector of the chunk being read. Getters take the row within the chunk.</summary>
/// <remarks>A NULL cell holds no value: ask <see cref="IsNull"/> first, getters do not.</remarks>
sealed unsafe partial class ResultColumn(string name, ColumnType type)
{
    readonly ResultColumn? element = type.Element is { } inner ? new(name, inner) : null;
    nint vector;
    byte* data;
    ulong* validity;

    public string Name => name;

    public ColumnType Type => type;

    /// <summary>Points at another chunk's vector, which must outlive the reads.</summary>
    public void Load(nint chunkVector)
    {
        vector = chunkVector;
        data = DuckDbLibrary.Data(chunkVector);
        validity = DuckDbLibrary.Validity(chunkVector);
        element?.Load(type.Id == NativeType.List
            ? DuckDbLibrary.ListChild(chunkVector)
            : DuckDbLibrary.ArrayChild(chunkVector));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool IsNull(long row) => validity != null && (validity[row >> 6] >> (int)(row & 63) & 1) == 0;

    /// <summary>The mask of so many rows, a bit set where there is a value; empty where all have one.</summary>
    public ReadOnlySpan<ulong> Validity(int rows) => validity == null ? [] : new(validity, (rows + 63) / 64);

    /// <summary>The cells as they lie in memory.</summary>
    public ReadOnlySpan<T> Cells<T>(int rows) where T : unmanaged
    {
        if (sizeof(T) != type.CellSize)
            throw new InvalidCastException(
                $"A cell of column \"{name}\" ({type.SqlName}) has {type.CellSize} bytes, {typeof(T).Name} has {sizeof(T)}.");
        return new(data, rows);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    T Cell<T>(long row) where T : unmanaged => ((T*)data)[row];

    InvalidCastException Mismatch(string wanted) =>
        type.ClrType == typeof(object)
            ? Unreadable()
            : new($"Column \"{name}\" is {type.SqlName}: it reads as {type.ClrType.Name}, not as {wanted}.");

    InvalidCastException Unreadable() =>
        new($"Column \"{name}\" has the type {type.SqlName}, which the driver does not read: write {type.Remedy(name)}.");

    OverflowException Overflow(object value, string wanted) =>
        new($"{value} in column \"{name}\" ({type.SqlName}) does not fit into {wanted}.");
}
