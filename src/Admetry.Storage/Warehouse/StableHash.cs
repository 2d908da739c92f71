using System.Runtime.CompilerServices;

namespace Admetry.Storage.Warehouse;

/// <summary>A 64-bit fingerprint of a row, the same on every machine and run. Equal rows give equal hashes; the reverse is checked.</summary>
struct StableHash()
{
    const ulong Prime = 0x9E3779B97F4A7C15;

    ulong state = 0x2545F4914F6CDD1D;

    public readonly long Value => (long)Mix(state);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(long value) => state = Mix(state ^ (ulong)value) * Prime;

    public void Add(long? value) => Add(value ?? long.MinValue + 7);

    /// <summary>Equal amounts give equal hashes however many trailing zeros they carry.</summary>
    public void Add(decimal? value)
    {
        if (value is not { } amount)
        {
            Add(long.MinValue + 11);
            return;
        }

        if (Millionths.TryExact(amount, out var small))
        {
            Add(small);
            return;
        }

        var micros = amount * 1_000_000m;
        if (micros is >= long.MinValue and <= long.MaxValue && decimal.IsInteger(micros))
            Add((long)micros);
        else
            Add((amount / 1.000000000000000000000000000000m).ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    public void Add(string text)
    {
        foreach (var character in text)
            state = (state ^ character) * Prime;
        Add(text.Length);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static ulong Mix(ulong value)
    {
        value ^= value >> 32;
        value *= 0xD6E8FEB86659FD93;
        return value ^ (value >> 32);
    }
}
