using Admetry.Statistics;

namespace Admetry.Synthetic.Acme;

/// <summary>Draws regular customers of the advertisers: they come once, buy again at a rate of their own, and one day stop without a word.</summary>
/// <remarks>
/// Time until the next order is exponential; rates are gamma distributed over people. After each order but the first a customer is gone for good
/// with a chance of their own, which is beta distributed (BG/NBD). Amounts are gamma distributed about a customer's own mean, which does not depend on
/// how often they buy (Gamma-Gamma). The parameters are the truth that values of customers are held against.
/// </remarks>
public sealed class CustomerDraw(AcmeWorld world)
{
    /// <summary>Shape of the rates.</summary>
    public const double R = 0.8;

    /// <summary>Days by which rates are divided: the mean rate is <see cref="R"/> ÷ this a day.</summary>
    public const double Alpha = 55;

    /// <summary>With <see cref="B"/>, the chance to be gone after an order: its mean is A ÷ (A + B).</summary>
    public const double A = 1.3;

    public const double B = 3.9;

    /// <summary>Shape of amounts about a customer's mean.</summary>
    public const double P = 6;

    /// <summary>Shape of the inverse of customers' means.</summary>
    public const double Q = 4.2;

    /// <summary>US dollars: amounts are P × this ÷ (Q − 1) on average.</summary>
    public const double GammaScale = 24;

    const int FewestCustomers = 1_000, MostCustomers = 200_000, RowsOfACustomer = 200, MostOrders = 400;
    const int AdvertiserOf = 0, FirstDay = 1, Streams = 4;
    const long MicrosOfCent = 10_000;

    readonly CounterRandom random = new(unchecked(world.Parameters.Seed * 31 + 13));
    readonly double[] advertisersUpTo = [.. UpTo(world.Entities.Advertisers)];

    /// <summary>How many there are.</summary>
    public int Count { get; } = (int)Math.Clamp(world.Parameters.Rows / RowsOfACustomer, FewestCustomers, MostCustomers);

    /// <summary>What customer number <paramref name="number"/> does, counted from 1.</summary>
    public Customer Draw(int number)
    {
        var place = random.At(number);
        var draw = new Gamma(place, Streams);
        var (rate, dropout, inverse) = (draw.Next(R, Alpha), draw.Beta(A, B), draw.Next(Q, GammaScale));
        var at = (int)(place.Uniform(FirstDay) * AcmeParameters.DayCount) + draw.Uniform();
        var orders = new List<CustomerOrder>();
        while (at < AcmeParameters.DayCount && orders.Count < MostOrders)
        {
            var cents = Math.Max(1, (long)Math.Round(draw.Next(P, inverse) * 100));
            orders.Add(new(at, cents * MicrosOfCent));
            if (orders.Count > 1 && draw.Uniform() < dropout)
                break;
            at -= Math.Log(draw.Uniform()) / rate;
        }

        var found = Array.BinarySearch(advertisersUpTo, place.Uniform(AdvertiserOf) * advertisersUpTo[^1]);
        return new(number, 1 + Math.Min(advertisersUpTo.Length - 1, found < 0 ? ~found : found + 1), rate, dropout, P / inverse, orders);
    }

    static IEnumerable<double> UpTo(IReadOnlyList<AcmeAdvertiser> advertisers)
    {
        var reached = 0.0;
        foreach (var one in advertisers)
            yield return reached += Math.Sqrt(one.Size);
    }
}

/// <summary>A regular customer, with what nobody can see of them.</summary>
/// <param name="Advertiser">The number of the advertiser they buy from.</param>
/// <param name="Rate">Orders a day while they are one.</param>
/// <param name="Dropout">The chance that they are gone after an order other than their first.</param>
/// <param name="MeanAmount">Of their orders, in US dollars.</param>
/// <param name="Orders">Within the data, in order.</param>
public sealed record Customer(int Number, int Advertiser, double Rate, double Dropout, double MeanAmount, IReadOnlyList<CustomerOrder> Orders);

/// <summary>An order of a regular customer.</summary>
/// <param name="At">Days from the first midnight of the data.</param>
/// <param name="Amount">In micros, whole cents.</param>
public readonly record struct CustomerOrder(double At, long Amount);
