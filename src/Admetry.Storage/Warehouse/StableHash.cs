using System.Runtime.CompilerServices;

namespace Admetry.Storage.Warehouse;

/// <summary>A 64-bit fingerprint of a row, the same on every machine and run. Equal rows give equal hashes; the reverse is checked.</summary>
struct StableHash()
{
    const ulong Prime = 0x9E3779B97F4A7C15;

    ulong state = 0x2545F4914F6CDD1D;

    static ReadOnlySpan<int> Powers => [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000];

    public readonly long Value => (long)Mix(state);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(long value) => state = Mix(state ^ (ulong)value) * Prime;

    public void Add(long? value) => Add(value ?? long.MinValue + 7);

    /// <summary>Adds a value if there is one; the caller adds which values there are.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void AddIfAny(long? value)
    {
        if (value is { } number)
            Add(number);
    }

    /// <inheritdoc cref="AddIfAny(long?)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void AddIfAny(decimal? value)
    {
        if (value is not null)
            Add(value);
    }

    /// <summary>Equal amounts give equal hashes however many trailing zeros they carry.</summary>
    public void Add(decimal? value)
    {
        if (value is not { } amount)
        {
            Add(long.MinValue + 11);
            return;
        }

        if (TryMicros(amount, out var small))
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

    /// <summary>Nearly every amount: up to 64 bits of digits, at most six of them behind the point.</summary>
    static bool TryMicros(decimal amount, out long micros)
    {
        Span<int> parts = stackalloc int[4];
        decimal.GetBits(amount, parts);
        micros = default;
        if (parts[2] != 0 || amount.Scale > 6)
            return false;

        var size = Math.BigMul((ulong)(uint)parts[1] << 32 | (uint)parts[0], (ulong)Powers[6 - amount.Scale], out var low);
        micros = parts[3] < 0 ? -(long)low : (long)low;
        return size == 0 && low <= long.MaxValue;
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
