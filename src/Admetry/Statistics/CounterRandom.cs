namespace Admetry.Statistics;

/// <summary>
/// Numbers that look random and are a function of a seed, a place and a stream: the same on every machine, in any
/// order.
/// </summary>
/// <remarks>A 32-bit mix on 64-bit integers, simple enough to be written in SQL with the same result.</remarks>
/// <param name="Seed">Two seeds give unrelated numbers.</param>
public readonly record struct CounterRandom(int Seed)
{
    const ulong Mask = 0xFFFFFFFF;

    /// <summary>Between 0 and 1, neither included.</summary>
    /// <param name="place">Which row; only its lowest 32 bits count.</param>
    /// <param name="stream">Which of the row's numbers.</param>
    public double Uniform(long place, int stream) =>
        (Hash((Hash(((ulong)place ^ (uint)Seed) & Mask) + ((ulong)(uint)stream * 2654435769)) & Mask) + 0.5) / 4294967296.0;

    /// <summary>From <paramref name="low"/> to <paramref name="high"/>, evenly.</summary>
    public double Between(double low, double high, long place, int stream) => low + ((high - low) * Uniform(place, stream));

    /// <summary>One of <paramref name="choices"/>, each as likely.</summary>
    public T Pick<T>(IReadOnlyList<T> choices, long place, int stream) =>
        choices[(int)(Uniform(place, stream) * choices.Count)];

    static ulong Hash(ulong x)
    {
        var mixed = Mix(Mix(x & Mask));
        return mixed ^ (mixed >> 16);
    }

    static ulong Mix(ulong x) => ((x ^ (x >> 16)) * 73244475) & Mask;
}
