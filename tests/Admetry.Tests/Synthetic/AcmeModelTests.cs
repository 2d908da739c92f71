using Admetry.Synthetic.Acme;
using Xunit;

namespace Admetry.Tests.Synthetic;

/// <summary>Responses to spend and good creatives are in what was delivered, where simple fits find them.</summary>
public sealed class AcmeModelTests
{
    const int Largest = 40;

    public static TheoryData<int> Seeds => [.. AcmeSample.Seeds];

    /// <summary>Clicks by spend in logarithms, day by day, with price and age held still. Spend is moved by chance in the auctions as clicks are, so bids stand in for it.</summary>
    [Theory, MemberData(nameof(Seeds))]
    public void Clicks_follow_spend_to_the_planted_power(int seed)
    {
        var sample = AcmeSample.Of(seed);
        var planted = sample.World.Events.Select(happens => happens.Campaign).ToHashSet();
        var fits = sample.World.Entities.Campaigns
            .Where(campaign => campaign.Format.Format is not AdFormat.Ctv && campaign.Cause is not UnderDelivery.CreativeRejected && !planted.Contains(campaign.Number))
            .OrderByDescending(campaign => sample.Cells.Days[campaign.Number - 1].Where(cell => cell.Clicks > 0).Sum(cell => Math.Min(cell.Clicks, 200)))
            .Take(Largest).Select(campaign => (campaign.Exponent, Fit: Slope(campaign, sample.Cells.Days[campaign.Number - 1]))).ToList();

        var inside = fits.Count(fit => Math.Abs(fit.Fit.Slope - fit.Exponent) <= 2.6 * fit.Fit.Error);
        var weight = fits.Sum(fit => 1 / (fit.Fit.Error * fit.Fit.Error));
        var bias = fits.Sum(fit => (fit.Fit.Slope - fit.Exponent) / (fit.Fit.Error * fit.Fit.Error)) / weight;

        Assert.True(inside >= .9 * fits.Count, $"{inside} of {fits.Count} intervals hold the planted exponent");
        Assert.InRange(bias, -.05 - (3 / Math.Sqrt(weight)), .05 + (3 / Math.Sqrt(weight)));
        Assert.All(sample.World.Entities.Campaigns, campaign => Assert.InRange(campaign.Exponent, .5, .9));
    }

    /// <summary>The curve that stands in the truth gives what its campaigns brought, all together.</summary>
    [Theory, MemberData(nameof(Seeds))]
    public void The_planted_curves_give_the_clicks_that_came(int seed)
    {
        var sample = AcmeSample.Of(seed);
        var large = sample.World.Entities.Campaigns.Where(campaign => campaign.Cause is UnderDelivery.None && sample.Cells.Days[campaign.Number - 1].Sum(cell => cell.Clicks) > 1_000).ToList();
        var ratios = large.Select(campaign =>
        {
            var (curve, days) = (sample.World.ResponseOf(campaign), sample.Cells.Days[campaign.Number - 1].Where(cell => cell.Wins > 0).ToList());
            return days.Sum(cell => cell.Clicks) / days.Sum(cell => curve.At(cell.Media));
        }).Order().ToList();

        Assert.True(large.Count > 50);
        Assert.InRange(ratios[ratios.Count / 2], .85, 1.25); // creatives were fresher, and prices other, than in the middle of the flight
    }

    [Theory, MemberData(nameof(Seeds))]
    public void Good_creatives_look_good_and_are_clicked_more(int seed)
    {
        var sample = AcmeSample.Of(seed);
        var scored = sample.World.Entities.Campaigns.SelectMany(campaign => campaign.Creatives).Where(creative => creative.IsGood is not null).ToList();
        var truth = Area(scored, creative => creative.Score);
        var error = Math.Sqrt(.08 / Math.Min(scored.Count(creative => creative.IsGood is true), scored.Count(creative => creative.IsGood is false)));

        // As well as the score can tell at all: each pair of creatives, each with its own chances.
        Assert.InRange(truth - Possible(scored), -3 * error, 3 * error);
        Assert.InRange(truth, .65, .85);

        var weights = Fit(Observations(sample));
        Assert.All(CreativeScore.Features.Zip(weights), pair => Assert.Equal(Math.Sign(pair.First.Weight), Math.Sign(pair.Second)));
        var fitted = Area(scored, creative => CreativeScore.Features.Zip(weights).Sum(pair => pair.First.Has(creative) ? pair.Second : 0));
        Assert.True(fitted >= .9 * truth, $"{fitted:0.000} of {truth:0.000}");
    }

    /// <summary>How often a creative was clicked beside its campaign’s others, and what it has beside them.</summary>
    static List<(double Weight, double Clicked, double[] Features)> Observations(AcmeSample sample)
    {
        var rows = new List<(double, double, double[])>();
        foreach (var campaign in sample.World.Entities.Campaigns)
        {
            var known = campaign.Creatives.Where(creative => creative.IsGood is not null && sample.CreativeRows[creative.Number] is { Rows: >= 20, Clicks: >= 20 }).ToList();
            if (known.Count < 2)
                continue;

            var clicked = known.ConvertAll(creative => Math.Log((double)sample.CreativeRows[creative.Number].Clicks / sample.CreativeRows[creative.Number].Rows));
            var features = known.ConvertAll(creative => CreativeScore.Features.Select(feature => feature.Has(creative) ? 1.0 : 0).ToArray());
            var means = CreativeScore.Features.Select((_, i) => features.Average(values => values[i])).ToArray();
            rows.AddRange(known.Select((creative, i) => (
                Math.Sqrt(sample.CreativeRows[creative.Number].Rows), clicked[i] - clicked.Average(), features[i].Zip(means, (value, mean) => value - mean).ToArray())));
        }

        return rows;
    }

    static double[] Fit(List<(double Weight, double Clicked, double[] Features)> rows) =>
        LeastSquares.Solve([.. rows.Select(row => row.Features)], [.. rows.Select(row => row.Clicked)], [.. rows.Select(row => row.Weight)]);

    /// <summary>How often a good creative has the higher value of two (the area under the curve).</summary>
    static double Area(IReadOnlyList<AcmeCreative> creatives, Func<AcmeCreative, double> value)
    {
        var (good, other) = (creatives.Where(creative => creative.IsGood is true).Select(value).ToList(), creatives.Where(creative => creative.IsGood is false).Select(value).ToList());
        return good.Sum(one => other.Sum(two => one > two ? 1 : one == two ? .5 : 0)) / ((double)good.Count * other.Count);
    }

    static double Possible(IReadOnlyList<AcmeCreative> creatives)
    {
        var (right, all) = (0.0, 0.0);
        foreach (var one in creatives)
            foreach (var two in creatives)
            {
                var chance = one.Score * (1 - two.Score);
                all += chance;
                right += chance * (one.Score > two.Score ? 1 : one.Score == two.Score ? .5 : 0);
            }

        return right / all;
    }

    static (double Slope, double Error) Slope(AcmeCampaign campaign, AcmeCell[] days)
    {
        var known = days.Index().Where(day => day.Item is { Clicks: > 0, Wins: >= 3 }).ToList();
        var weights = known.Select(day => 1 / ((1.0 / day.Item.Wins) + (1.0 / day.Item.Clicks))).ToArray();
        var controls = known.Select(day => new[] { 1, Math.Log(day.Item.Media / day.Item.Wins), (double)day.Index / days.Length, Math.Exp(-day.Index / 25.0) }).ToArray();
        var clicks = Left(controls, [.. known.Select(day => Math.Log(day.Item.Clicks))], weights);
        var spend = Left(controls, [.. known.Select(day => Math.Log(day.Item.Media))], weights);
        var bids = Left(controls, [.. known.Select(day => Math.Log(day.Item.Bids))], weights);
        var slope = Product(clicks, bids) / Product(spend, bids);
        var rest = clicks.Zip(spend, (one, two) => one - (slope * two)).ToArray();
        var variance = Product(rest, rest) / (known.Count - controls[0].Length - 1);
        return (slope, Math.Sqrt(variance * Product(bids, bids)) / Math.Abs(Product(spend, bids)));

        double Product(double[] one, double[] two) => one.Zip(two).Select((pair, i) => weights[i] * pair.First * pair.Second).Sum();
    }

    /// <summary>What the controls leave.</summary>
    static double[] Left(double[][] controls, double[] values, double[] weights)
    {
        var fit = LeastSquares.Solve(controls, values, weights);
        return [.. values.Select((value, i) => value - controls[i].Zip(fit, (control, weight) => control * weight).Sum())];
    }
}
