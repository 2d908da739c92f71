using System.Globalization;
using System.Numerics;
using Admetry.DuckDb.Native;

namespace Admetry.DuckDb;

sealed unsafe partial class ResultColumn
{
    static readonly Int128 LargestDecimal = (System.Int128.One << 96) - 1;

    public bool Boolean(long row) =>
        type.Id == NativeType.Boolean ? Cell<byte>(row) != 0 : throw Mismatch(nameof(Boolean));

    public long Int64(long row) => type.Id switch
    {
        NativeType.BigInt => Cell<long>(row),
        NativeType.Integer => Cell<int>(row),
        _ => (long)InRange(row, long.MinValue, long.MaxValue, nameof(Int64)),
    };

    public int Int32(long row) => type.Id == NativeType.Integer
        ? Cell<int>(row)
        : (int)InRange(row, int.MinValue, int.MaxValue, nameof(Int32));

    public short Int16(long row) => (short)InRange(row, short.MinValue, short.MaxValue, nameof(Int16));

    public sbyte SByte(long row) => (sbyte)InRange(row, sbyte.MinValue, sbyte.MaxValue, nameof(SByte));

    public byte Byte(long row) => (byte)InRange(row, byte.MinValue, byte.MaxValue, nameof(Byte));

    public ushort UInt16(long row) => (ushort)InRange(row, ushort.MinValue, ushort.MaxValue, nameof(UInt16));

    public uint UInt32(long row) => (uint)InRange(row, uint.MinValue, uint.MaxValue, nameof(UInt32));

    public ulong UInt64(long row) => (ulong)InRange(row, ulong.MinValue, ulong.MaxValue, nameof(UInt64));

    public Int128 Int128(long row) => Whole(row, nameof(Int128));

    public BigInteger BigInteger(long row) =>
        type.Id == NativeType.UHugeInt ? Cell<NativeHugeInt>(row).Unsigned : Whole(row, nameof(BigInteger));

    public UInt128 UInt128(long row)
    {
        if (type.Id == NativeType.UHugeInt)
            return Cell<NativeHugeInt>(row).Unsigned;
        var value = Whole(row, nameof(UInt128));
        return value >= 0 ? (UInt128)value : throw Overflow(value, nameof(UInt128));
    }

    public double Double(long row) => type.Id switch
    {
        NativeType.Double => Cell<double>(row),
        NativeType.Float => Cell<float>(row),
        NativeType.Decimal => double.Parse(Digits(row), CultureInfo.InvariantCulture),
        NativeType.UHugeInt => (double)Cell<NativeHugeInt>(row).Unsigned,
        _ => (double)Whole(row, nameof(Double)),
    };

    public float Single(long row) =>
        type.Id == NativeType.Float ? Cell<float>(row) : (float)Double(row);

    /// <exception cref="OverflowException">The value needs more than 96 bits.</exception>
    public decimal Decimal(long row)
    {
        if (type.Id != NativeType.Decimal)
            return type.Id is NativeType.Float or NativeType.Double
                ? throw Mismatch(nameof(Decimal))
                : Decimal(Whole(row, nameof(Decimal)), 0);

        return type.Storage switch
        {
            NativeType.SmallInt => Decimal((long)Cell<short>(row), type.Scale),
            NativeType.Integer => Decimal((long)Cell<int>(row), type.Scale),
            NativeType.BigInt => Decimal(Cell<long>(row), type.Scale),
            _ => Wide(Cell<NativeHugeInt>(row).Signed),
        };
    }

    // Sums are as wide as the engine has it and seldom large.
    decimal Wide(Int128 unscaled) =>
        type.Scale <= 28 && (long)unscaled == unscaled ? Decimal((long)unscaled, type.Scale) : Decimal(unscaled, type.Scale);

    static decimal Decimal(long unscaled, byte scale)
    {
        var size = unscaled < 0 ? 0UL - (ulong)unscaled : (ulong)unscaled;
        return new((int)(uint)size, (int)(uint)(size >> 32), 0, unscaled < 0, scale);
    }

    decimal Decimal(Int128 unscaled, byte scale)
    {
        if (scale > 28 || unscaled < -LargestDecimal || unscaled > LargestDecimal)
            return Shortened(unscaled, scale);

        var size = (UInt128)(unscaled < 0 ? -unscaled : unscaled);
        return new((int)(uint)size, (int)(uint)(size >> 32), (int)(uint)(size >> 64), unscaled < 0, scale);
    }

    // Zeros at the end may be dropped without changing the value; anything else would be a loss.
    decimal Shortened(Int128 unscaled, byte scale)
    {
        var (rest, digits) = (unscaled, scale);
        while (digits > 0 && rest % 10 == 0)
            (rest, digits) = (rest / 10, (byte)(digits - 1));
        if (digits > 28 || rest < -LargestDecimal || rest > LargestDecimal)
            throw new OverflowException(
                $"{Digits(unscaled, scale)} in column \"{name}\" ({type.SqlName}) has more digits than System.Decimal's 96 "
                + $"bits hold: write cast({name} as DECIMAL(28,{Math.Min(scale, (byte)10)})) or cast({name} as DOUBLE).");
        return Decimal(rest, digits);
    }

    string Digits(long row) => Digits(Unscaled(row), type.Scale);

    static string Digits(Int128 unscaled, byte scale) =>
        string.Create(CultureInfo.InvariantCulture, $"{unscaled}e-{scale}");

    Int128 Unscaled(long row) => type.Storage switch
    {
        NativeType.SmallInt => Cell<short>(row),
        NativeType.Integer => Cell<int>(row),
        NativeType.BigInt => Cell<long>(row),
        _ => Cell<NativeHugeInt>(row).Signed,
    };

    Int128 InRange(long row, Int128 least, Int128 most, string wanted)
    {
        var value = Whole(row, wanted);
        return value >= least && value <= most ? value : throw Overflow(value, wanted);
    }

    Int128 Whole(long row, string wanted) => type.Id switch
    {
        NativeType.TinyInt => Cell<sbyte>(row),
        NativeType.SmallInt => Cell<short>(row),
        NativeType.Integer => Cell<int>(row),
        NativeType.BigInt => Cell<long>(row),
        NativeType.UTinyInt => Cell<byte>(row),
        NativeType.USmallInt => Cell<ushort>(row),
        NativeType.UInteger => Cell<uint>(row),
        NativeType.UBigInt => Cell<ulong>(row),
        NativeType.HugeInt => Cell<NativeHugeInt>(row).Signed,
        NativeType.UHugeInt => Cell<NativeHugeInt>(row).Unsigned is var value && value <= (UInt128)System.Int128.MaxValue
            ? (Int128)value
            : throw Overflow(value, wanted),
        NativeType.Decimal when type.Scale == 0 => Unscaled(row),
        _ => throw Mismatch(wanted),
    };
}
