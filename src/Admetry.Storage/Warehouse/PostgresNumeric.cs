using System.Buffers.Binary;

namespace Admetry.Storage.Warehouse;

/// <summary>A decimal as PostgreSQL sends it: how many groups, the first one's place, sign, digits shown behind the point, then groups
/// of four digits.</summary>
static class PostgresNumeric
{
    const int HeadSize = 8;
    const short Negative = 0x4000;

    // 29 digits, and up to 3 zeros that bring those behind the point to whole groups.
    const int MaxGroups = 8;

    /// <summary>The most bytes a decimal takes.</summary>
    public const int MaxSize = HeadSize + MaxGroups * sizeof(short);

    /// <returns>How many bytes were written.</returns>
    public static int Write(decimal value, Span<byte> to)
    {
        Span<int> parts = stackalloc int[4];
        decimal.GetBits(value, parts);
        Span<short> groups = stackalloc short[MaxGroups];
        var behind = (value.Scale + 3) / 4;
        var count = Groups(parts, behind * 4 - value.Scale, groups);

        // Groups are found from the last to the first; zeros at the end are not sent.
        var last = 0;
        while (last < count && groups[last] == 0)
            last++;

        BinaryPrimitives.WriteInt16BigEndian(to, (short)(count - last));
        BinaryPrimitives.WriteInt16BigEndian(to[2..], (short)(count == last ? 0 : count - behind - 1));
        BinaryPrimitives.WriteInt16BigEndian(to[4..], parts[3] < 0 && count > last ? Negative : (short)0);
        BinaryPrimitives.WriteInt16BigEndian(to[6..], value.Scale);
        var at = HeadSize;
        for (var i = count - 1; i >= last; i--, at += sizeof(short))
            BinaryPrimitives.WriteInt16BigEndian(to[at..], groups[i]);
        return at;
    }

    /// <summary>Splits the digits, followed by some zeros, into groups of four, the last first.</summary>
    static int Groups(ReadOnlySpan<int> parts, int zeros, Span<short> groups)
    {
        var power = (uint)(zeros switch { 0 => 1, 1 => 10, 2 => 100, _ => 1_000 });
        var count = 0;
        var over = Math.BigMul((ulong)(uint)parts[1] << 32 | (uint)parts[0], (ulong)power, out var low);
        if (parts[2] != 0 || over != 0)
        {
            var wide = new UInt128((uint)parts[2], (ulong)(uint)parts[1] << 32 | (uint)parts[0]) * power;
            for (; wide > ulong.MaxValue; wide /= 10_000)
                groups[count++] = (short)(ulong)(wide % 10_000);
            low = (ulong)wide;
        }

        for (; low != 0; low /= 10_000)
            groups[count++] = (short)(low % 10_000);
        return count;
    }
}
