using System.Runtime.CompilerServices;

namespace Admetry.Storage.Warehouse;

/// <summary>Amounts as whole millionths, which is what the warehouse's numeric(18,6) holds and what hashes and writes fast.</summary>
static class Millionths
{
    /// <summary>How .NET keeps a decimal: flags with sign and scale, then the digits' upper 32 bits and lower 64. The layout is COM's DECIMAL and fixed.</summary>
    readonly record struct Parts(int Flags, uint High, ulong Low);

    static ReadOnlySpan<int> Powers => [1_000_000, 100_000, 10_000, 1_000, 100, 10, 1];

    /// <summary>The exact millionths of nearly every amount: up to 64 bits of digits, at most six of them behind the point.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryExact(decimal amount, out long millionths)
    {
        var parts = Unsafe.BitCast<decimal, Parts>(amount);
        var scale = parts.Flags >> 16 & 0xFF;
        if (parts.High != 0 || scale > 6)
        {
            millionths = 0;
            return false;
        }

        var over = Math.BigMul(parts.Low, (ulong)Powers[scale], out var low);
        millionths = parts.Flags < 0 ? -(long)low : (long)low;
        return over == 0 && low <= long.MaxValue;
    }

    /// <summary>Rounded half away from zero, as both engines round.</summary>
    /// <exception cref="OverflowException">The amount is more than a numeric(18,6) holds: a million million or above.</exception>
    public static long Of(decimal amount)
    {
        const long limit = 1_000_000_000_000_000_000;
        if (TryExact(amount, out var exact) && exact is > -limit and < limit)
            return exact;

        var rounded = Math.Round(amount, 6, MidpointRounding.AwayFromZero);
        return rounded is > -1_000_000_000_000m and < 1_000_000_000_000m
            ? (long)(rounded * 1_000_000m)
            : throw new OverflowException($"{amount} is no amount the warehouse can hold: it ends below a million million.");
    }
}
