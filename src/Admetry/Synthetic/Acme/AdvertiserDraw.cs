using Admetry.Statistics;

namespace Admetry.Synthetic.Acme;

/// <summary>Draws the advertisers: few large and many small ones, who come and go.</summary>
static class AdvertiserDraw
{
    const double SizeSpread = 1.2;
    const double Founders = 0.6;
    const double YearlyChurn = 0.18;
    const int ShortestStay = 240;

    static readonly (int Days, double Share)[] Terms = [(30, .25), (45, .25), (60, .35), (90, .15)];

    public static IReadOnlyList<AcmeAdvertiser> All(AcmeParameters parameters, AcmeNames names)
    {
        var random = new CounterRandom(unchecked(parameters.Seed * 31 + 1));
        return [.. Enumerable.Range(1, parameters.Size.Advertisers).Select(number => One(number, random.At(number), names))];
    }

    /// <summary>Days from an invoice to its due date, as a number between 0 and 1 falls on them.</summary>
    public static int TermsDays(double u) => Terms[Choice.Of(u, Terms, terms => terms.Share)].Days;

    static AcmeAdvertiser One(int number, PlaceRandom random, AcmeNames names)
    {
        var joined = random.Uniform(0) < Founders ? 0 : (int)(random.Uniform(1) * (AcmeParameters.DayCount - ShortestStay));
        var stay = Math.Max(ShortestStay, (int)(-Math.Log(random.Uniform(2)) / YearlyChurn * 365));
        var left = Math.Min(AcmeParameters.DayCount - 1, joined + stay);
        var industries = AcmeVocabulary.Industries;
        return new(
            number, names.Company(), industries[Choice.Of(random.Uniform(3), industries, industry => industry.Share)], names.Manager(random.Uniform(4)),
            Math.Exp(SizeSpread * Math.Clamp(random.Normal(5), -2.2, 2.2)), AcmeParameters.First.AddDays(joined), AcmeParameters.First.AddDays(left),
            (random.Uniform(7) - 0.5) * 0.06, TermsDays(random.Uniform(8)));
    }
}
