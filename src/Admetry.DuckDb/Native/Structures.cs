using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Admetry.DuckDb.Native;

/// <summary>A result: 48 bytes, passed by value or by reference as each function asks.</summary>
[StructLayout(LayoutKind.Sequential)]
struct NativeResult
{
    ulong columnCount, rowCount, rowsChanged;
    nint columns, error, data;
}

/// <summary>How far a query is: percentage from 0 to 100, or -1 where unknown.</summary>
[StructLayout(LayoutKind.Sequential)]
struct NativeProgress
{
    public double Percentage;
    public ulong RowsDone, RowsTotal;
}

/// <summary>128 bits: HUGEINT, UHUGEINT, UUID, or an unscaled DECIMAL of more than 18 digits.</summary>
[StructLayout(LayoutKind.Sequential)]
readonly struct NativeHugeInt(ulong lower, ulong upper)
{
    public readonly ulong Lower = lower;
    public readonly ulong Upper = upper;

    public Int128 Signed => new(Upper, Lower);

    public UInt128 Unsigned => new(Upper, Lower);

    public static NativeHugeInt From(Int128 value) => new((ulong)value, (ulong)(value >> 64));

    public static NativeHugeInt From(UInt128 value) => new((ulong)value, (ulong)(value >> 64));
}

/// <summary>A DECIMAL value for binding: digits, digits after the point, and the number without its point.</summary>
[StructLayout(LayoutKind.Sequential)]
readonly struct NativeDecimal(byte width, byte scale, NativeHugeInt unscaled)
{
    readonly byte width = width, scale = scale;
    readonly NativeHugeInt unscaled = unscaled;
}

/// <summary>An INTERVAL: months, days and microseconds, which the engine never mixes.</summary>
[StructLayout(LayoutKind.Sequential)]
readonly struct NativeInterval(int months, int days, long microseconds)
{
    readonly int months = months, days = days;
    readonly long microseconds = microseconds;
}

/// <summary>Where a row's list lies in the child vector.</summary>
[StructLayout(LayoutKind.Sequential)]
struct NativeListEntry
{
    public ulong Offset, Length;
}

/// <summary>A text or blob cell: 16 bytes, up to 12 of them the content, longer content behind a pointer.</summary>
[StructLayout(LayoutKind.Explicit, Size = 16)]
unsafe struct NativeString
{
    public const int InlineLength = 12;

    [FieldOffset(0)] uint length;
    [FieldOffset(4)] fixed byte inlined[InlineLength];
    [FieldOffset(8)] readonly byte* pointer;

    /// <summary>The bytes of the cell at <paramref name="cell"/>, valid as long as its chunk.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ReadOnlySpan<byte> Bytes(NativeString* cell) =>
        new(cell->length <= InlineLength ? cell->inlined : cell->pointer, (int)cell->length);

    /// <summary>Writes up to 12 bytes in place. The rest of the cell must be zero: the engine compares it whole.</summary>
    public static void Inline(NativeString* cell, ReadOnlySpan<byte> bytes)
    {
        *cell = default;
        cell->length = (uint)bytes.Length;
        bytes.CopyTo(new Span<byte>(cell->inlined, InlineLength));
    }
}
