using System.Numerics;
using Admetry.DuckDb.Native;

namespace Admetry.DuckDb;

public sealed unsafe partial class DuckDbColumnWriter
{
    public void Write(int value) => Write((long)value);

    public void Write(uint value) => Write((long)value);

    public void Write(long value)
    {
        if (type.Id == NativeType.BigInt)
            *Cell<long>() = value;
        else if (type.Id == NativeType.Integer && value is >= int.MinValue and <= int.MaxValue)
            *Cell<int>() = (int)value;
        else if (type.Id == NativeType.SmallInt && value is >= short.MinValue and <= short.MaxValue)
            *Cell<short>() = (short)value;
        else
            Write((Int128)value);
    }

    public void Write(ulong value) => Write((Int128)value);

    public void Write(UInt128 value)
    {
        if (type.Id == NativeType.UHugeInt)
            *Cell<NativeHugeInt>() = NativeHugeInt.From(value);
        else
            Write(value <= (UInt128)Int128.MaxValue ? (Int128)value : throw Overflow(value));
    }

    public void Write(BigInteger value)
    {
        if (value.Sign >= 0 && value <= (BigInteger)UInt128.MaxValue)
            Write((UInt128)value);
        else
            Write(value >= (BigInteger)Int128.MinValue && value.Sign < 0 ? (Int128)value : throw Overflow(value));
    }

    public void Write(Int128 value)
    {
        switch (type.Id)
        {
            case NativeType.TinyInt: *Cell<sbyte>() = (sbyte)Within(value, sbyte.MinValue, sbyte.MaxValue); break;
            case NativeType.SmallInt: *Cell<short>() = (short)Within(value, short.MinValue, short.MaxValue); break;
            case NativeType.Integer: *Cell<int>() = (int)Within(value, int.MinValue, int.MaxValue); break;
            case NativeType.BigInt: *Cell<long>() = (long)Within(value, long.MinValue, long.MaxValue); break;
            case NativeType.UTinyInt: *Cell<byte>() = (byte)Within(value, 0, byte.MaxValue); break;
            case NativeType.USmallInt: *Cell<ushort>() = (ushort)Within(value, 0, ushort.MaxValue); break;
            case NativeType.UInteger: *Cell<uint>() = (uint)Within(value, 0, uint.MaxValue); break;
            case NativeType.UBigInt: *Cell<ulong>() = (ulong)Within(value, 0, ulong.MaxValue); break;
            case NativeType.HugeInt: *Cell<NativeHugeInt>() = NativeHugeInt.From(value); break;
            case NativeType.UHugeInt:
                *Cell<NativeHugeInt>() = NativeHugeInt.From(Within(value, 0, Int128.MaxValue)); break;
            case NativeType.Double: *Cell<double>() = (double)value; break;
            case NativeType.Float: *Cell<float>() = (float)value; break;
            case NativeType.Decimal: WriteUnscaled(Scaled(value, value, type.Scale)); break;
            default: throw Mismatch("number");
        }
    }

    public void Write(double value)
    {
        if (type.Id == NativeType.Double)
            *Cell<double>() = value;
        else if (type.Id == NativeType.Float)
            *Cell<float>() = (float)value;
        else
            throw Mismatch(nameof(Double));
    }

    public void Write(decimal value)
    {
        if (type.Id != NativeType.Decimal)
            throw Mismatch(nameof(Decimal));

        if (type.Storage == NativeType.BigInt && value.Scale <= type.Scale && TryScaled(value, type.Scale - value.Scale, out var small)
            && small < (long)DecimalDigits.PowersOfTen[type.Width] && small > -(long)DecimalDigits.PowersOfTen[type.Width])
        {
            *Cell<long>() = small;
            return;
        }

        var unscaled = ParameterValue.Unscaled(value);
        WriteUnscaled(value.Scale <= type.Scale
            ? Scaled(value, unscaled, type.Scale - value.Scale)
            : Rounded(unscaled, value.Scale - type.Scale));
    }

    /// <inheritdoc cref="WriteUnscaled(Int128)"/>
    public void WriteUnscaled(long digits)
    {
        if (digits < type.Limit && digits > -type.Limit)
            *Cell<long>() = digits;
        else
            WriteUnscaled((Int128)digits);
    }

    /// <summary>Writes a DECIMAL by its digits without the point: 123 into DECIMAL(9,2) is 1.23.</summary>
    public void WriteUnscaled(Int128 digits)
    {
        if (type.Id != NativeType.Decimal)
            throw Mismatch("unscaled number");
        var limit = DecimalDigits.PowersOfTen[type.Width];
        if (digits <= -limit || digits >= limit)
            throw Overflow(digits);

        switch (type.Storage)
        {
            case NativeType.SmallInt: *Cell<short>() = (short)digits; break;
            case NativeType.Integer: *Cell<int>() = (int)digits; break;
            case NativeType.BigInt: *Cell<long>() = (long)digits; break;
            default: *Cell<NativeHugeInt>() = NativeHugeInt.From(digits); break;
        }
    }

    /// <summary>Nearly every amount: its digits and zeros fit into 64 bits.</summary>
    static bool TryScaled(decimal value, int zeros, out long digits)
    {
        Span<int> parts = stackalloc int[4];
        decimal.GetBits(value, parts);
        digits = default;
        if (parts[2] != 0 || zeros > 18)
            return false;

        var over = Math.BigMul((ulong)(uint)parts[1] << 32 | (uint)parts[0], (ulong)DecimalDigits.PowersOfTen[zeros], out var low);
        digits = parts[3] < 0 ? -(long)low : (long)low;
        return over == 0 && low <= long.MaxValue;
    }

    Int128 Scaled(object value, Int128 unscaled, int zeros)
    {
        var power = DecimalDigits.PowersOfTen[zeros];
        var most = Int128.MaxValue / power;
        return unscaled <= most && unscaled >= -most ? unscaled * power : throw Overflow(value);
    }

    static Int128 Rounded(Int128 unscaled, int digits)
    {
        var power = DecimalDigits.PowersOfTen[digits];
        var (whole, rest) = (unscaled / power, unscaled % power);
        return rest * 2 >= power ? whole + 1 : rest * 2 <= -power ? whole - 1 : whole;
    }

    Int128 Within(Int128 value, Int128 least, Int128 most) =>
        value >= least && value <= most ? value : throw Overflow(value);
}
