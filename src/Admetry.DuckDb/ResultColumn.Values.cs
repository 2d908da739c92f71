using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Text;
using Admetry.DuckDb.Native;

namespace Admetry.DuckDb;

sealed unsafe partial class ResultColumn
{
    /// <summary>A text's or blob's bytes, valid as long as the chunk.</summary>
    public ReadOnlySpan<byte> RawBytes(long row) =>
        type.Id is NativeType.Varchar or NativeType.Blob
            ? NativeString.Bytes((NativeString*)data + row)
            : throw Mismatch("bytes");

    public string String(long row) => type.Id switch
    {
        NativeType.Varchar => Encoding.UTF8.GetString(NativeString.Bytes((NativeString*)data + row)),
        NativeType.Enum => type.Words[type.Storage switch
        {
            NativeType.UTinyInt => Cell<byte>(row),
            NativeType.USmallInt => Cell<ushort>(row),
            _ => (int)Cell<uint>(row),
        }],
        _ => throw Mismatch(nameof(String)),
    };

    public byte[] Bytes(long row) =>
        type.Id == NativeType.Blob ? RawBytes(row).ToArray() : throw Mismatch("Byte[]");

    /// <summary>A UUID, which the engine keeps as a signed number with its first bit turned, so that it sorts as text.</summary>
    public Guid Guid(long row)
    {
        if (type.Id != NativeType.Uuid)
            throw Mismatch(nameof(Guid));

        var cell = Cell<NativeHugeInt>(row);
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, cell.Upper ^ 1UL << 63);
        BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], cell.Lower);
        return new(bytes, bigEndian: true);
    }

    public object Value(long row) => type.Id switch
    {
        NativeType.Boolean => Boolean(row),
        NativeType.TinyInt => Cell<sbyte>(row),
        NativeType.SmallInt => Cell<short>(row),
        NativeType.Integer => Cell<int>(row),
        NativeType.BigInt => Cell<long>(row),
        NativeType.UTinyInt => Cell<byte>(row),
        NativeType.USmallInt => Cell<ushort>(row),
        NativeType.UInteger => Cell<uint>(row),
        NativeType.UBigInt => Cell<ulong>(row),
        NativeType.HugeInt when FitsInt64(Cell<NativeHugeInt>(row).Signed) => (long)Cell<NativeHugeInt>(row).Lower,
        NativeType.HugeInt => BigInteger(row),
        NativeType.UHugeInt => BigInteger(row),
        NativeType.Float => Cell<float>(row),
        NativeType.Double => Cell<double>(row),
        NativeType.Decimal => Decimal(row),
        NativeType.Date => DateOnly(row),
        NativeType.Time => TimeOnly(row),
        NativeType.Varchar or NativeType.Enum => String(row),
        NativeType.Blob => Bytes(row),
        NativeType.Uuid => Guid(row),
        NativeType.List or NativeType.Array => List(row),
        NativeType.Timestamp or NativeType.TimestampSeconds or NativeType.TimestampMilliseconds
            or NativeType.TimestampNanoseconds or NativeType.TimestampTz => DateTime(row),
        _ => throw Unreadable(),
    };

    static bool FitsInt64(Int128 value) => value >= long.MinValue && value <= long.MaxValue;

    /// <summary>The value as <typeparamref name="T"/>, without boxing for the types of the first part.</summary>
    public T Value<T>(long row)
    {
        if (typeof(T) == typeof(long)) return To<long, T>(Int64(row));
        if (typeof(T) == typeof(int)) return To<int, T>(Int32(row));
        if (typeof(T) == typeof(double)) return To<double, T>(Double(row));
        if (typeof(T) == typeof(decimal)) return To<decimal, T>(Decimal(row));
        if (typeof(T) == typeof(bool)) return To<bool, T>(Boolean(row));
        if (typeof(T) == typeof(DateOnly)) return To<DateOnly, T>(DateOnly(row));
        if (typeof(T) == typeof(DateTime)) return To<DateTime, T>(DateTime(row));
        if (typeof(T) == typeof(DateTimeOffset)) return To<DateTimeOffset, T>(DateTimeOffset(row));
        if (typeof(T) == typeof(TimeOnly)) return To<TimeOnly, T>(TimeOnly(row));
        if (typeof(T) == typeof(TimeSpan)) return To<TimeSpan, T>(TimeSpan(row));
        if (typeof(T) == typeof(Guid)) return To<Guid, T>(Guid(row));
        if (typeof(T) == typeof(short)) return To<short, T>(Int16(row));
        if (typeof(T) == typeof(sbyte)) return To<sbyte, T>(SByte(row));
        if (typeof(T) == typeof(byte)) return To<byte, T>(Byte(row));
        if (typeof(T) == typeof(ushort)) return To<ushort, T>(UInt16(row));
        if (typeof(T) == typeof(uint)) return To<uint, T>(UInt32(row));
        if (typeof(T) == typeof(ulong)) return To<ulong, T>(UInt64(row));
        if (typeof(T) == typeof(float)) return To<float, T>(Single(row));
        if (typeof(T) == typeof(Int128)) return To<Int128, T>(Int128(row));
        if (typeof(T) == typeof(UInt128)) return To<UInt128, T>(UInt128(row));
        if (typeof(T) == typeof(BigInteger)) return To<BigInteger, T>(BigInteger(row));
        return (T)Value(row, typeof(T));
    }

    static TTarget To<TSource, TTarget>(TSource value) => Unsafe.As<TSource, TTarget>(ref value);
}
