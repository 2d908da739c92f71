using Admetry.Synthetic.Acme;
using Xunit;

namespace Admetry.Tests.Synthetic;

/// <summary>Regular customers buy as the two models say whose parameters they were drawn with.</summary>
public sealed class AcmeCustomerTests
{
    public static TheoryData<int> Seeds => [.. AcmeSample.Seeds];

    /// <summary>What a customer is expected to order again within so many days, by the formula of Fader, Hardie and Lee for BG/NBD.</summary>
    [Theory, MemberData(nameof(Seeds))]
    public void Customers_order_again_as_often_as_the_model_expects(int seed)
    {
        var customers = All(seed);
        foreach (var days in new[] { 60, 180, 365, 730 })
        {
            var again = customers.Where(customer => customer.Orders[0].At + days <= AcmeParameters.DayCount)
                .Select(customer => (double)customer.Orders.Skip(1).Count(order => order.At <= customer.Orders[0].At + days)).ToList();
            var (mean, error) = MeanAndError(again);

            Assert.InRange(Expected(days), mean - (3.5 * error), mean + (3.5 * error));
            Assert.InRange(mean / Expected(days), .95, 1.05);
        }
    }

    [Theory, MemberData(nameof(Seeds))]
    public void Who_stays_for_good_is_as_rare_as_the_model_says(int seed)
    {
        var customers = All(seed);
        var (rate, rateError) = MeanAndError([.. customers.Select(customer => customer.Rate)]);
        var (dropout, dropoutError) = MeanAndError([.. customers.Select(customer => customer.Dropout)]);

        Assert.InRange(CustomerDraw.R / CustomerDraw.Alpha, rate - (3.5 * rateError), rate + (3.5 * rateError));
        Assert.InRange(CustomerDraw.A / (CustomerDraw.A + CustomerDraw.B), dropout - (3.5 * dropoutError), dropout + (3.5 * dropoutError));
    }

    /// <summary>The mean amount is p × γ ÷ (q − 1), and does not depend on how often somebody buys (Gamma-Gamma).</summary>
    [Theory, MemberData(nameof(Seeds))]
    public void Amounts_are_those_of_the_model_whoever_buys_often(int seed)
    {
        var customers = All(seed);
        var expected = CustomerDraw.P * CustomerDraw.GammaScale / (CustomerDraw.Q - 1);
        var (mean, error) = MeanAndError([.. customers.Select(customer => customer.Orders.Average(order => order.Amount * 0.000001))]);
        var rare = MeanAndError([.. customers.Where(customer => customer.Orders.Count == 1).Select(customer => customer.Orders[0].Amount * 0.000001)]);
        var often = MeanAndError([.. customers.Where(customer => customer.Orders.Count >= 4).Select(customer => customer.Orders.Average(order => order.Amount * 0.000001))]);

        Assert.InRange(expected, mean - (3.5 * error), mean + (3.5 * error));
        Assert.InRange(mean / expected, .95, 1.05);
        Assert.True(Math.Abs(rare.Mean - often.Mean) < 3.5 * Math.Sqrt((rare.Error * rare.Error) + (often.Error * often.Error)));
    }

    static List<Customer> All(int seed)
    {
        var draw = new CustomerDraw(AcmeWorld.Create(new(seed, 6_000_000, 1_000)));
        return [.. Enumerable.Range(1, draw.Count).Select(draw.Draw)];
    }

    static double Expected(double days)
    {
        var (r, alpha, a, b) = (CustomerDraw.R, CustomerDraw.Alpha, CustomerDraw.A, CustomerDraw.B);
        return (a + b - 1) / (a - 1) * (1 - (Math.Pow(alpha / (alpha + days), r) * Hypergeometric(r, b, a + b - 1, days / (alpha + days))));
    }

    /// <summary>Gauss’s function 2F1, by its series: the last argument is below 1.</summary>
    static double Hypergeometric(double a, double b, double c, double z)
    {
        var (sum, term) = (1.0, 1.0);
        for (var n = 0; Math.Abs(term) > 1e-12 * sum; n++)
            sum += term *= (a + n) * (b + n) / ((c + n) * (n + 1)) * z;
        return sum;
    }

    static (double Mean, double Error) MeanAndError(List<double> values)
    {
        var mean = values.Average();
        return (mean, Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / (values.Count - 1.0) / values.Count));
    }
}
