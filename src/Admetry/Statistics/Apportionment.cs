using System.Numerics;

namespace Admetry.Statistics;

/// <summary>Splits an amount so that nothing is lost or made: the parts sum to the whole to its last digit.</summary>
public static class Apportionment
{
    const int CentDigits = 2;

    /// <summary>
    /// Splits <paramref name="whole"/> in proportion to <paramref name="weights"/>, by largest remainder: each part is
    /// its quota rounded towards zero, and the cents left over go to the parts that lost most, of equals to the
    /// heavier, of those to the earlier.
    /// </summary>
    /// <remarks>A whole with digits below the cent is split in units of its last digit.</remarks>
    /// <returns>One part for each weight, none of the other sign than the whole.</returns>
    /// <exception cref="ArgumentException">A weight is negative, or none is above zero.</exception>
    public static IReadOnlyList<decimal> Split(decimal whole, IReadOnlyList<long> weights)
    {
        var total = BigInteger.Zero;
        foreach (var weight in weights)
            total += weight >= 0 ? weight
                : throw new ArgumentException($"A weight is {weight}; none may be negative.", nameof(weights));
        if (total.IsZero)
            throw new ArgumentException("No weight is above zero, so there is nothing to split by.", nameof(weights));

        whole /= 1.0000000000000000000000000000m; // 12.500000 is 12.5: what a column pads with are no digits
        var digits = Math.Max(CentDigits, (int)whole.Scale);
        var unit = new decimal(1, 0, 0, false, (byte)digits);
        var units = new BigInteger(Math.Abs(whole) / unit);
        var parts = new BigInteger[weights.Count];
        var lost = new BigInteger[weights.Count];
        for (var i = 0; i < parts.Length; i++)
            parts[i] = BigInteger.DivRem(units * weights[i], total, out lost[i]);

        var left = (int)(units - parts.Aggregate(BigInteger.Zero, BigInteger.Add));
        var first = Enumerable.Range(0, parts.Length).OrderByDescending(i => lost[i]).ThenByDescending(i =>
            weights[i]).ThenBy(i => i);
        foreach (var i in first.Take(left))
            parts[i]++;

        return [.. parts.Select(part => (decimal)part * unit * Math.Sign(whole))];
    }
}
