namespace Admetry.Statistics;

/// <summary>Numbers of the gamma and beta distributions, from as many streams of a place as it takes.</summary>
/// <param name="place">Where the numbers come from.</param>
/// <param name="stream">The first stream; each call moves on to those behind the ones it took.</param>
public sealed class Gamma(PlaceRandom place, int stream)
{
    const double Third = 1.0 / 3;

    /// <summary>The next stream that was not taken.</summary>
    public int Stream { get; private set; } = stream;

    /// <summary>The next number between 0 and 1, neither included.</summary>
    public double Uniform() => place.Uniform(Stream++);

    /// <summary>Of the gamma distribution: its mean is <paramref name="shape"/> ÷ <paramref name="rate"/>.</summary>
    /// <remarks>Marsaglia and Tsang’s way of trying again; a shape below one is drawn from one above it.</remarks>
    public double Next(double shape, double rate)
    {
        if (shape < 1)
            return Math.Pow(Uniform(), 1 / shape) * Next(shape + 1, rate);

        var (d, c) = (shape - Third, 1 / Math.Sqrt(9 * (shape - Third)));
        while (true)
        {
            var normal = place.Normal(Stream);
            Stream += 2;
            var cube = Math.Pow(1 + (c * normal), 3);
            if (cube > 0 && Math.Log(Uniform()) < (normal * normal / 2) + d - (d * cube) + (d * Math.Log(cube)))
                return d * cube / rate;
        }
    }

    /// <summary>Of the beta distribution: its mean is <paramref name="a"/> ÷ (<paramref name="a"/> + <paramref name="b"/>).</summary>
    public double Beta(double a, double b)
    {
        var (one, other) = (Next(a, 1), Next(b, 1));
        return one / (one + other);
    }
}
