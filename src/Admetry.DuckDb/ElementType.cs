using System.Collections;
using System.Numerics;
using Admetry.DuckDb.Native;

namespace Admetry.DuckDb;

/// <summary>The type that a list's elements share when a list is sent as a parameter.</summary>
static class ElementType
{
    /// <summary>A logical type that the caller destroys: from the first element, or else from what the list declares.</summary>
    public static nint For(IEnumerable list, object?[] elements)
    {
        var first = elements.FirstOrDefault(element => element is not (null or DBNull));
        var type = first?.GetType() ?? Declared(list.GetType());
        if (type.IsEnum)
            type = Enum.GetUnderlyingType(type);
        return type == typeof(decimal)
            ? CommonDecimal(elements.OfType<decimal>())
            : DuckDbLibrary.CreateLogicalType(Id(type, first));
    }

    static Type Declared(Type list)
    {
        var item = list.GetInterfaces().Append(list)
            .FirstOrDefault(face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IEnumerable<>))
            ?.GetGenericArguments()[0];
        return item is null ? typeof(object) : Nullable.GetUnderlyingType(item) ?? item;
    }

    static NativeType Id(Type type, object? first) => type switch
    {
        _ when type == typeof(string) || type == typeof(char) => NativeType.Varchar,
        _ when type == typeof(bool) => NativeType.Boolean,
        _ when type == typeof(long) => NativeType.BigInt,
        _ when type == typeof(int) => NativeType.Integer,
        _ when type == typeof(short) => NativeType.SmallInt,
        _ when type == typeof(sbyte) => NativeType.TinyInt,
        _ when type == typeof(byte) => NativeType.UTinyInt,
        _ when type == typeof(ushort) => NativeType.USmallInt,
        _ when type == typeof(uint) => NativeType.UInteger,
        _ when type == typeof(ulong) => NativeType.UBigInt,
        _ when type == typeof(Int128) || type == typeof(BigInteger) => NativeType.HugeInt,
        _ when type == typeof(UInt128) => NativeType.UHugeInt,
        _ when type == typeof(double) => NativeType.Double,
        _ when type == typeof(float) => NativeType.Float,
        _ when type == typeof(DateOnly) => NativeType.Date,
        _ when type == typeof(DateTime) =>
            first is DateTime { Kind: DateTimeKind.Utc } ? NativeType.TimestampTz : NativeType.Timestamp,
        _ when type == typeof(DateTimeOffset) => NativeType.TimestampTz,
        _ when type == typeof(TimeOnly) => NativeType.Time,
        _ when type == typeof(TimeSpan) => NativeType.Interval,
        _ when type == typeof(Guid) => NativeType.Uuid,
        _ when type == typeof(byte[]) => NativeType.Blob,
        _ when type == typeof(object) => NativeType.SqlNull,
        _ => throw new NotSupportedException($"A list of {type} cannot be sent: the engine has no type for its elements."),
    };

    // Wide enough for every element: the most digits before the point, and the most behind it.
    static nint CommonDecimal(IEnumerable<decimal> numbers)
    {
        var (whole, scale) = (1, 0);
        foreach (var number in numbers)
        {
            whole = Math.Max(whole, DecimalDigits.Count(ParameterValue.Unscaled(number)) - number.Scale);
            scale = Math.Max(scale, number.Scale);
        }

        return whole + scale <= DecimalDigits.Most
            ? DuckDbLibrary.CreateDecimalType((byte)(whole + scale), (byte)scale)
            : throw new OverflowException($"No DECIMAL has {whole} digits before the point and {scale} behind it.");
    }
}
