using System.Numerics;
using Admetry.DuckDb.Native;

namespace Admetry.DuckDb;

sealed unsafe partial class ResultColumn
{
    static readonly Dictionary<Type, Func<ResultColumn, long, object>> Readers = new()
    {
        [typeof(object)] = (column, row) => column.Value(row),
        [typeof(string)] = (column, row) => column.String(row),
        [typeof(byte[])] = (column, row) => column.Bytes(row),
        [typeof(bool)] = (column, row) => column.Boolean(row),
        [typeof(sbyte)] = (column, row) => column.SByte(row),
        [typeof(short)] = (column, row) => column.Int16(row),
        [typeof(int)] = (column, row) => column.Int32(row),
        [typeof(long)] = (column, row) => column.Int64(row),
        [typeof(byte)] = (column, row) => column.Byte(row),
        [typeof(ushort)] = (column, row) => column.UInt16(row),
        [typeof(uint)] = (column, row) => column.UInt32(row),
        [typeof(ulong)] = (column, row) => column.UInt64(row),
        [typeof(Int128)] = (column, row) => column.Int128(row),
        [typeof(UInt128)] = (column, row) => column.UInt128(row),
        [typeof(BigInteger)] = (column, row) => column.BigInteger(row),
        [typeof(float)] = (column, row) => column.Single(row),
        [typeof(double)] = (column, row) => column.Double(row),
        [typeof(decimal)] = (column, row) => column.Decimal(row),
        [typeof(DateOnly)] = (column, row) => column.DateOnly(row),
        [typeof(TimeOnly)] = (column, row) => column.TimeOnly(row),
        [typeof(TimeSpan)] = (column, row) => column.TimeSpan(row),
        [typeof(DateTime)] = (column, row) => column.DateTime(row),
        [typeof(DateTimeOffset)] = (column, row) => column.DateTimeOffset(row),
        [typeof(Guid)] = (column, row) => column.Guid(row),
    };

    object Value(long row, Type wanted)
    {
        wanted = Nullable.GetUnderlyingType(wanted) ?? wanted;
        if (Readers.TryGetValue(wanted, out var read))
            return read(this, row);
        if (wanted.IsEnum)
            return EnumMember(row, wanted);
        if (wanted.IsArray && element is not null && type.IsListOfScalars)
            return List(row, wanted.GetElementType()!);
        throw Mismatch(wanted.Name);
    }

    // An enum is stored as its name or as its number.
    object EnumMember(long row, Type wanted) =>
        type.Id is NativeType.Varchar or NativeType.Enum
            ? System.Enum.TryParse(wanted, String(row), ignoreCase: true, out var member)
                ? member
                : throw new InvalidCastException($"\"{String(row)}\" in column \"{name}\" is no {wanted.Name}.")
            : System.Enum.ToObject(wanted, Int64(row));

    /// <summary>A list as an array of its elements' type, of their nullable type where one of them is NULL.</summary>
    Array List(long row)
    {
        if (!type.IsListOfScalars)
            throw Unreadable();

        var (first, count) = Slice(row);
        var item = element!.Type.ClrType;
        for (var i = first; i < first + count; i++)
            if (item.IsValueType && element!.IsNull(i))
                return List(row, typeof(Nullable<>).MakeGenericType(item));
        return List(row, item);
    }

    Array List(long row, Type item)
    {
        var (first, count) = Slice(row);
        var items = Array.CreateInstance(item, count);
        for (var i = 0; i < count; i++)
            if (!element!.IsNull(first + i))
                items.SetValue(element.Value(first + i, item), i);
            else if (item.IsValueType && Nullable.GetUnderlyingType(item) is null)
                throw new InvalidCastException($"A list in column \"{name}\" holds NULL: read it as {item.Name}?[].");
        return items;
    }

    (long First, int Count) Slice(long row)
    {
        if (type.Id == NativeType.Array)
            return (row * type.ArraySize, type.ArraySize);
        var entry = Cell<NativeListEntry>(row);
        return ((long)entry.Offset, checked((int)entry.Length));
    }
}
