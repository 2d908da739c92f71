namespace Admetry.DuckDb;

public sealed partial class DuckDbDataReader
{
    public override object this[int ordinal] => GetValue(ordinal);

    public override object this[string name] => GetValue(GetOrdinal(name));

    public override bool IsDBNull(int ordinal) => At(ordinal).IsNull(row);

    /// <summary>The value in the type of <see cref="GetFieldType"/>, or DBNull. HUGEINT beyond Int64 is a BigInteger.</summary>
    /// <exception cref="InvalidCastException">The driver does not read the type; the message says what to write.</exception>
    public override object GetValue(int ordinal)
    {
        var column = At(ordinal);
        return column.IsNull(row) ? DBNull.Value : column.Value(row);
    }

    /// <summary>The value as <typeparamref name="T"/>; a nullable <typeparamref name="T"/> takes NULL as null.</summary>
    public override T GetFieldValue<T>(int ordinal)
    {
        var column = At(ordinal);
        if (!column.IsNull(row))
            return column.Value<T>(row);
        if (typeof(T) == typeof(object) || typeof(T) == typeof(DBNull))
            return (T)(object)DBNull.Value;
        return Nullable.GetUnderlyingType(typeof(T)) is null ? throw Missing(column) : default!;
    }

    public override bool GetBoolean(int ordinal) => Present(ordinal).Boolean(row);

    public override byte GetByte(int ordinal) => Present(ordinal).Byte(row);

    public override short GetInt16(int ordinal) => Present(ordinal).Int16(row);

    public override int GetInt32(int ordinal) => Present(ordinal).Int32(row);

    public override long GetInt64(int ordinal) => Present(ordinal).Int64(row);

    public override float GetFloat(int ordinal) => Present(ordinal).Single(row);

    public override double GetDouble(int ordinal) => Present(ordinal).Double(row);

    public override decimal GetDecimal(int ordinal) => Present(ordinal).Decimal(row);

    public override string GetString(int ordinal) => Present(ordinal).String(row);

    public override DateTime GetDateTime(int ordinal) => Present(ordinal).DateTime(row);

    public override Guid GetGuid(int ordinal) => Present(ordinal).Guid(row);

    public override char GetChar(int ordinal) => GetString(ordinal) is [var only]
        ? only
        : throw new InvalidCastException($"The text in column \"{GetName(ordinal)}\" is not one character.");

    public override int GetValues(object[] values)
    {
        var count = Math.Min(values.Length, FieldCount);
        for (var i = 0; i < count; i++)
            values[i] = GetValue(i);
        return count;
    }

    public override long GetBytes(int ordinal, long dataOffset, byte[]? buffer, int bufferOffset, int length) =>
        Copy(Present(ordinal).RawBytes(row), dataOffset, buffer, bufferOffset, length);

    public override long GetChars(int ordinal, long dataOffset, char[]? buffer, int bufferOffset, int length) =>
        Copy<char>(GetString(ordinal), dataOffset, buffer, bufferOffset, length);

    static long Copy<T>(ReadOnlySpan<T> source, long from, T[]? buffer, int to, int length)
    {
        if (buffer is null)
            return source.Length;
        var part = source[(int)Math.Min(from, source.Length)..];
        part = part[..Math.Min(part.Length, length)];
        part.CopyTo(buffer.AsSpan(to));
        return part.Length;
    }

    ResultColumn At(int ordinal) => (uint)row < (uint)rows
        ? columns[ordinal]
        : throw new InvalidOperationException("The reader is not on a row: call Read first.");

    ResultColumn Present(int ordinal)
    {
        var column = At(ordinal);
        return column.IsNull(row) ? throw Missing(column) : column;
    }

    static InvalidCastException Missing(ResultColumn column) =>
        new($"Column \"{column.Name}\" is NULL in this row: ask IsDBNull first, or read a nullable type.");
}
