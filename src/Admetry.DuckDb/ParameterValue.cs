using System.Buffers.Binary;
using System.Collections;
using System.Data;
using System.Numerics;
using System.Text;
using Admetry.DuckDb.Native;

namespace Admetry.DuckDb;

/// <summary>Makes the engine's values of CLR values, exactly or not at all.</summary>
static unsafe class ParameterValue
{
    static readonly int FirstDay = DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber;

    /// <summary>A value that the caller destroys.</summary>
    /// <exception cref="NotSupportedException">The engine has no type for the value.</exception>
    public static nint Create(DuckDbParameter parameter) => parameter.Value switch
    {
        Enum member when parameter.DbType == DbType.String => Text(member.ToString()),
        var value => Create(value) is var made and not 0
            ? made
            : throw new NotSupportedException($"Parameter {parameter.ParameterName} is a {value!.GetType()}, which the "
                + "engine has no type for."),
    };

    static nint Create(object? value) => value switch
    {
        null or DBNull => DuckDbLibrary.CreateNull(),
        string text => Text(text),
        Enum member => Create(Convert.ChangeType(member, Enum.GetUnderlyingType(member.GetType()), null)),
        bool flag => DuckDbLibrary.CreateBoolean(flag),
        long number => DuckDbLibrary.CreateInt64(number),
        int number => DuckDbLibrary.CreateInt32(number),
        short number => DuckDbLibrary.CreateInt16(number),
        sbyte number => DuckDbLibrary.CreateInt8(number),
        byte number => DuckDbLibrary.CreateUInt8(number),
        ushort number => DuckDbLibrary.CreateUInt16(number),
        uint number => DuckDbLibrary.CreateUInt32(number),
        ulong number => DuckDbLibrary.CreateUInt64(number),
        Int128 number => DuckDbLibrary.CreateHugeInt(NativeHugeInt.From(number)),
        UInt128 number => DuckDbLibrary.CreateUHugeInt(NativeHugeInt.From(number)),
        BigInteger number => Big(number),
        double number => DuckDbLibrary.CreateDouble(number),
        float number => DuckDbLibrary.CreateFloat(number),
        decimal number => Decimal(number),
        DateOnly day => DuckDbLibrary.CreateDate(day.DayNumber - FirstDay),
        DateTime { Kind: DateTimeKind.Utc } moment => DuckDbLibrary.CreateTimestampTz(Microseconds(moment)),
        DateTime moment => DuckDbLibrary.CreateTimestamp(Microseconds(moment)),
        DateTimeOffset moment => DuckDbLibrary.CreateTimestampTz(Microseconds(moment.UtcDateTime)),
        TimeOnly time => DuckDbLibrary.CreateTime(time.Ticks / TimeSpan.TicksPerMicrosecond),
        TimeSpan span => DuckDbLibrary.CreateInterval(new(0, 0, span.Ticks / TimeSpan.TicksPerMicrosecond)),
        Guid guid => Uuid(guid),
        char letter => Text(letter.ToString()),
        byte[] bytes => Blob(bytes),
        IEnumerable items => List(items),
        _ => 0,
    };

    static nint Text(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        fixed (byte* start = bytes)
            return DuckDbLibrary.CreateVarchar(start, (ulong)bytes.Length);
    }

    static nint Blob(byte[] bytes)
    {
        fixed (byte* start = bytes)
            return DuckDbLibrary.CreateBlob(start, (ulong)bytes.Length);
    }

    static long Microseconds(DateTime moment) =>
        (long)Math.Floor((moment.Ticks - DateTime.UnixEpoch.Ticks) / (decimal)TimeSpan.TicksPerMicrosecond);

    static nint Big(BigInteger number) =>
        number >= (BigInteger)Int128.MinValue && number <= (BigInteger)Int128.MaxValue
            ? DuckDbLibrary.CreateHugeInt(NativeHugeInt.From((Int128)number))
            : number.Sign > 0 && number <= (BigInteger)UInt128.MaxValue
                ? DuckDbLibrary.CreateUHugeInt(NativeHugeInt.From((UInt128)number))
                : throw new OverflowException($"{number} does not fit into HUGEINT.");

    // The value's own digits make the type, so that nothing is rounded: 1.10 is DECIMAL(3,2).
    static nint Decimal(decimal number)
    {
        var unscaled = Unscaled(number);
        var digits = Math.Max(DecimalDigits.Count(unscaled), number.Scale);
        return DuckDbLibrary.CreateDecimal(new((byte)digits, number.Scale, NativeHugeInt.From(unscaled)));
    }

    internal static Int128 Unscaled(decimal number)
    {
        Span<int> parts = stackalloc int[4];
        decimal.GetBits(number, parts);
        var size = new UInt128((uint)parts[2], (ulong)(uint)parts[1] << 32 | (uint)parts[0]);
        return parts[3] < 0 ? -(Int128)size : (Int128)size;
    }

    static nint Uuid(Guid guid)
    {
        Span<byte> bytes = stackalloc byte[16];
        guid.TryWriteBytes(bytes, bigEndian: true, out _);
        return DuckDbLibrary.CreateUuid(new(BinaryPrimitives.ReadUInt64BigEndian(bytes[8..]),
            BinaryPrimitives.ReadUInt64BigEndian(bytes)));
    }

    static nint List(IEnumerable items)
    {
        object?[] elements = [.. items.Cast<object?>()];
        var values = new nint[Math.Max(elements.Length, 1)]; // the engine refuses a null pointer, even for no elements
        var type = ElementType.For(items, elements);
        try
        {
            for (var i = 0; i < elements.Length; i++)
                if ((values[i] = Create(elements[i])) == 0)
                    return 0;
            fixed (nint* first = values)
                return DuckDbLibrary.CreateList(type, first, (ulong)elements.Length);
        }
        finally
        {
            DuckDbLibrary.DestroyLogicalType(ref type);
            for (var i = 0; i < values.Length; i++)
                if (values[i] != 0)
                    DuckDbLibrary.DestroyValue(ref values[i]);
        }
    }
}
