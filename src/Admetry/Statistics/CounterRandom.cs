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
    public double Uniform(long place, int stream) => At(place).Uniform(stream);

    /// <summary>All numbers of one place, for those who need many of them.</summary>
    /// <param name="place">Only its lowest 32 bits count.</param>
    public PlaceRandom At(long place) => new(Hash(((ulong)place ^ (uint)Seed) & Mask));

    /// <summary>From <paramref name="low"/> to <paramref name="high"/>, evenly.</summary>
    public double Between(double low, double high, long place, int stream) => low + ((high - low) * Uniform(place, stream));

    /// <summary>One of <paramref name="choices"/>, each as likely.</summary>
    public T Pick<T>(IReadOnlyList<T> choices, long place, int stream) =>
        choices[(int)(Uniform(place, stream) * choices.Count)];

    internal static ulong Hash(ulong x)
    {
        var mixed = Mix(Mix(x & Mask));
        return mixed ^ (mixed >> 16);
    }

    static ulong Mix(ulong x) => ((x ^ (x >> 16)) * 73244475) & Mask;
}

/// <summary>The numbers of one place of a <see cref="CounterRandom"/>, stream by stream.</summary>
public readonly record struct PlaceRandom
{
    readonly ulong hashed;

    internal PlaceRandom(ulong hashed) => this.hashed = hashed;

    /// <summary>Between 0 and 1, neither included.</summary>
    public double Uniform(int stream) =>
        (CounterRandom.Hash((hashed + ((ulong)(uint)stream * 2654435769)) & 0xFFFFFFFF) + 0.5) / 4294967296.0;

    /// <summary>Two independent numbers of the standard normal distribution (Box–Muller), of two streams.</summary>
    public (double First, double Second) Normals(int stream)
    {
        var length = Math.Sqrt(-2 * Math.Log(Uniform(stream)));
        var (sine, cosine) = Math.SinCos(2 * Math.PI * Uniform(stream + 1));
        return (length * cosine, length * sine);
    }

    /// <summary>Of the standard normal distribution; takes two streams.</summary>
    public double Normal(int stream) => Normals(stream).First;

    /// <summary>How many events happen where <paramref name="mean"/> are expected (Poisson).</summary>
    /// <remarks>By inversion of one number; from 60 on the normal approximation, which takes the next two streams.</remarks>
    public int Poisson(double mean, int stream)
    {
        if (mean >= 60)
            return Math.Max(0, (int)Math.Round(mean + (Math.Sqrt(mean) * Normal(stream + 1))));

        var (left, chance, count) = (Uniform(stream), Math.Exp(-mean), 0);
        while (left > chance && count < 200)
        {
            left -= chance;
            chance *= mean / ++count;
        }

        return count;
    }
}
