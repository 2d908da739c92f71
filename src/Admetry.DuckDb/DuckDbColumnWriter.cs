using System.Text;
using System.Text.Unicode;
using Admetry.DuckDb.Native;

namespace Admetry.DuckDb;

/// <summary>Writes one column of an appender: one value for each row, of a CLR type that fits the column's.</summary>
/// <remarks>
/// Whole numbers are checked against the column's range. A decimal with more digits behind the point than the column is
/// rounded half away from zero, as the engine's and PostgreSQL's casts do. Values that do not fit throw
/// <see cref="OverflowException"/>, other types <see cref="InvalidCastException"/>, both with the column.
/// </remarks>
public sealed unsafe partial class DuckDbColumnWriter
{
    readonly DuckDbAppender appender;
    readonly ColumnType type;
    readonly Dictionary<string, int> words = new(StringComparer.Ordinal);
    nint vector;
    byte* data;
    ulong* validity;
    int? place;

    internal DuckDbColumnWriter(DuckDbAppender appender, string name, ColumnType type)
    {
        (this.appender, this.type, Name) = (appender, type, name);
        for (var i = 0; i < type.Words.Length; i++)
            words[type.Words[i]] = i;
    }

    /// <summary>The column's name.</summary>
    public string Name { get; }

    /// <summary>How many rows of the chunk this column has.</summary>
    internal int Written { get; private set; }

    /// <summary>The column's type in SQL.</summary>
    public string DataTypeName => type.SqlName;

    internal void Load(nint chunkVector)
    {
        vector = chunkVector;
        data = DuckDbLibrary.Data(chunkVector);
        validity = null;
        Written = 0;
        elementCount = 0;
    }

    public void WriteNull()
    {
        var row = Next();
        OpenValidity();
        validity[row >> 6] &= ~(1UL << (row & 63));
    }

    /// <summary>Makes the rows before <paramref name="end"/> that were ended without a value NULL.</summary>
    internal void FillNulls(int end)
    {
        if (Written >= end)
            return;

        OpenValidity();
        for (var row = Written; row < end; row++)
        {
            if ((row & 63) == 0 && end - row >= 64)
            {
                validity[row >> 6] = 0;
                row += 63;
            }
            else
                validity[row >> 6] &= ~(1UL << (row & 63));
        }

        Written = end;
    }

    void OpenValidity()
    {
        if (validity != null)
            return;
        DuckDbLibrary.EnsureValidityWritable(vector);
        validity = DuckDbLibrary.Validity(vector);
    }

    public void Write(bool value)
    {
        if (type.Id != NativeType.Boolean)
            throw Mismatch(nameof(Boolean));
        *Cell<byte>() = value ? (byte)1 : (byte)0;
    }

    public void Write(string value)
    {
        if (type.Id == NativeType.Enum)
        {
            WriteWord(value);
            return;
        }

        if (type.Id != NativeType.Varchar)
            throw Mismatch(nameof(String));
        var most = Encoding.UTF8.GetMaxByteCount(value.Length);
        Span<byte> bytes = most <= 512 ? stackalloc byte[512] : new byte[most];
        WriteBytes(bytes[..Encoding.UTF8.GetBytes(value, bytes)]);
    }

    /// <summary>Writes the bytes of a BLOB, or of a VARCHAR in UTF-8.</summary>
    /// <exception cref="ArgumentException">The column is VARCHAR and the bytes are not UTF-8.</exception>
    public void Write(ReadOnlySpan<byte> value)
    {
        if (type.Id is not (NativeType.Varchar or NativeType.Blob))
            throw Mismatch("bytes");
        if (type.Id == NativeType.Varchar && !Utf8.IsValid(value))
            throw new ArgumentException($"The text for column \"{Name}\" is not UTF-8.", nameof(value));
        WriteBytes(value);
    }

    void WriteBytes(ReadOnlySpan<byte> value)
    {
        if (value.Length <= NativeString.InlineLength)
        {
            NativeString.Inline(Cell<NativeString>(), value);
            return;
        }

        fixed (byte* bytes = value)
            DuckDbLibrary.AssignString(vector, (ulong)Next(), bytes, (ulong)value.Length);
    }

    void WriteWord(string word)
    {
        if (!words.TryGetValue(word, out var index))
            throw new InvalidCastException($"\"{word}\" is no value of the ENUM of column \"{Name}\".");
        if (type.Storage == NativeType.UTinyInt)
            *Cell<byte>() = (byte)index;
        else if (type.Storage == NativeType.USmallInt)
            *Cell<ushort>() = (ushort)index;
        else
            *Cell<uint>() = (uint)index;
    }

    /// <summary>Copies cells as the engine stores them (see <see cref="DuckDbChunk"/>), for as many rows.</summary>
    public void WriteCells<T>(ReadOnlySpan<T> cells) where T : unmanaged
    {
        if (sizeof(T) != type.CellSize)
            throw new InvalidCastException(
                $"A cell of column \"{Name}\" ({type.SqlName}) has {type.CellSize} bytes, {typeof(T).Name} has {sizeof(T)}.");
        FillNulls(appender.Row);
        if (Written != appender.Row || cells.Length > appender.FreeRows)
            throw new InvalidOperationException($"Column \"{Name}\" takes {appender.FreeRows} more rows in this chunk.");
        cells.CopyTo(new Span<T>((T*)data + Written, cells.Length));
        Written += cells.Length;
    }

    T* Cell<T>() where T : unmanaged => (T*)data + Next();

    int Next()
    {
        var row = place ?? appender.Row;
        if (Written < row)
            FillNulls(row);
        return Written == row
            ? Written++
            : throw new InvalidOperationException($"Column \"{Name}\" has its value for this row already: end the row first.");
    }

    InvalidCastException Mismatch(string given) => new($"Column \"{Name}\" is {type.SqlName}, which takes no {given}.");

    OverflowException Overflow(object value) => new($"{value} does not fit into column \"{Name}\", which is {type.SqlName}.");
}
