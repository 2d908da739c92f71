namespace Admetry.Synthetic.Acme;

/// <summary>Chooses one of a few by exact shares, millions of times.</summary>
sealed class Distribution
{
    const int Guides = 256;

    readonly double[] upTo;
    readonly byte[] guide = new byte[Guides];

    public Distribution(params IReadOnlyList<double> shares)
    {
        upTo = new double[shares.Count];
        var (total, reached) = (shares.Sum(), 0.0);
        for (var i = 0; i < upTo.Length; i++)
            upTo[i] = (reached += shares[i]) / total;
        upTo[^1] = double.PositiveInfinity;
        for (var g = 0; g < Guides; g++)
            guide[g] = (byte)Array.FindIndex(upTo, end => end > (double)g / Guides);
    }

    /// <summary>The index that a number between 0 and 1 falls on.</summary>
    public int At(double u)
    {
        var i = guide[(int)(u * Guides)];
        while (u >= upTo[i])
            i++;
        return i;
    }

    /// <summary>How often an index below <paramref name="end"/> comes up.</summary>
    public double UpTo(int end) => end == 0 ? 0 : Math.Min(1, upTo[end - 1]);

    /// <summary>How often an index comes up.</summary>
    public double Share(int index) => Math.Min(1, upTo[index]) - (index == 0 ? 0 : upTo[index - 1]);
}
