using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Admetry.Connectors.Exports.Tables;

/// <summary>Where the unquoted cells of delimited text end: at the delimiter, CR or LF.</summary>
/// <remarks>
/// Cells are short, so looking for each end anew costs more than the looking. Sixty-four characters are looked at together, and their
/// ends kept as bits until all of them were asked for.
/// </remarks>
struct CellEnds(char delimiter)
{
    const int Block = 64;

    int from = -Block;
    ulong ends;

    /// <summary>The first end at or behind <paramref name="at"/>; -1 when <paramref name="text"/> has none.</summary>
    /// <param name="text">The same text as before, unless <see cref="Forget"/> was called.</param>
    public int Next(ReadOnlySpan<char> text, int at)
    {
        while (true)
        {
            if ((uint)(at - from) < Block)
            {
                var left = ends >> (at - from);
                if (left != 0)
                    return at + BitOperations.TrailingZeroCount(left);
                at = from + Block;
            }

            if (at >= text.Length)
                return -1;
            ends = EndsOf(text[at..]);
            from = at;
        }
    }

    /// <summary>The text has changed.</summary>
    public void Forget() => from = int.MinValue / 2;

    readonly ulong EndsOf(ReadOnlySpan<char> text)
    {
        var found = 0UL;
        if (Vector256.IsHardwareAccelerated && text.Length >= Block)
        {
            ref var first = ref MemoryMarshal.GetReference(MemoryMarshal.Cast<char, ushort>(text));
            var (cell, line, back) = (Vector256.Create((ushort)delimiter), Vector256.Create((ushort)'\n'), Vector256.Create((ushort)'\r'));
            for (nuint i = 0; i < Block; i += 16)
            {
                var signs = Vector256.LoadUnsafe(ref first, i);
                var isEnd = Vector256.Equals(signs, cell) | Vector256.Equals(signs, line) | Vector256.Equals(signs, back);
                found |= (ulong)isEnd.ExtractMostSignificantBits() << (int)i;
            }
            return found;
        }

        for (var i = 0; i < Math.Min(text.Length, Block); i++)
            if (text[i] == delimiter || text[i] is '\n' or '\r')
                found |= 1UL << i;
        return found;
    }
}
