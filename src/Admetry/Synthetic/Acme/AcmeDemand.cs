using Admetry.Statistics;

namespace Admetry.Synthetic.Acme;

/// <summary>How much money each campaign wants to spend on each day, beside the others, in no unit.</summary>
/// <remarks>
/// A campaign spends its money over its flight as the calendar says; how much it has is fitted, so that all campaigns together come near
/// what the calendar says of the company.
/// </remarks>
sealed class AcmeDemand
{
    const int Fittings = 40;
    const double MostFitted = 5;
    const double Spread = 0.15;
    const double RejectedShare = 0.15;

    readonly List<(int Campaign, double Want)>[] money;
    readonly CounterRandom random;

    AcmeDemand(AcmeParameters parameters, IReadOnlyList<AcmeCampaign> campaigns)
    {
        (random, money) = (new(unchecked(parameters.Seed * 31 + 6)), Wanted(campaigns));
        var factor = Fit(campaigns.Count, money);
        var (sums, counts) = (new double[campaigns.Count], new int[campaigns.Count]);
        foreach (var day in money)
            for (var i = 0; i < day.Count; i++)
            {
                var (campaign, want) = day[i];
                day[i] = (campaign, want * factor[campaign - 1]);
                sums[campaign - 1] += day[i].Want;
                counts[campaign - 1]++;
            }

        Daily = [.. sums.Zip(counts, (sum, count) => count == 0 ? 0 : sum / count)];
    }

    /// <summary>By campaign: the mean of its days.</summary>
    public IReadOnlyList<double> Daily { get; }

    public static AcmeDemand Create(AcmeParameters parameters, IReadOnlyList<AcmeCampaign> campaigns) => new(parameters, campaigns);

    /// <summary>The campaigns that want to spend on a day, counted from 0.</summary>
    public IReadOnlyList<(int Campaign, double Want)> Of(int day) => money[day];

    /// <summary>By how much chance changes a campaign's day; 1 on average.</summary>
    public double Noise(int campaign, int day) =>
        Math.Exp((Spread * random.At(((long)campaign << 11) + day).Normal(0)) - (Spread * Spread / 2));

    /// <summary>About how many impressions a campaign's mean day has beside the others'.</summary>
    public double Impressions(AcmeCampaign campaign) =>
        Daily[campaign.Number - 1] / (campaign.Format.BasePrice * campaign.Advertiser.Industry.Price * campaign.Cities.Average(city => city.Country.PriceIndex));

    static int Index(DateOnly day) => day.DayNumber - AcmeParameters.First.DayNumber;

    static List<(int Campaign, double Want)>[] Wanted(IReadOnlyList<AcmeCampaign> campaigns)
    {
        var money = new List<(int, double)>[AcmeParameters.DayCount];
        for (var day = 0; day < money.Length; day++)
            money[day] = [];
        foreach (var campaign in campaigns)
        {
            var first = Index(campaign.Start) + (campaign.Cause is UnderDelivery.CreativeRejected ? (int)(campaign.BookedDays * RejectedShare) : 0);
            for (var day = first; day <= Index(campaign.LastDelivery); day++)
            {
                var date = AcmeParameters.First.AddDays(day);
                var elapsed = (double)(day - Index(campaign.Start)) / campaign.BookedDays;
                var weekend = date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? campaign.Advertiser.Industry.Weekend : 1;
                var moved = date >= campaign.Move?.From ? campaign.Move.Factor : 1;
                money[day].Add((campaign.Number, moved * campaign.Size * AcmeCalendar.Demand(date) * weekend * Math.Pow(1.05 - elapsed, campaign.Curve - 1)));
            }
        }

        return money;
    }

    // By how much more each campaign has, found by turns: who runs while the company lacks money gets more of it.
    static double[] Fit(int campaigns, List<(int Campaign, double Want)>[] money)
    {
        var target = AcmeParameters.First.To(AcmeParameters.Last).Select(AcmeCalendar.Demand).ToArray();
        var factor = Enumerable.Repeat(1.0, campaigns).ToArray();
        for (var turn = 0; turn < Fittings; turn++)
        {
            var totals = money.Select(day => day.Sum(cell => cell.Want * factor[cell.Campaign - 1])).ToArray();
            var scale = totals.Sum() / target.Sum();
            var (lacking, whole) = (new double[factor.Length], new double[factor.Length]);
            for (var day = 0; day < money.Length; day++)
                foreach (var (campaign, want) in money[day])
                {
                    lacking[campaign - 1] += want * target[day] * scale / totals[day];
                    whole[campaign - 1] += want;
                }

            for (var i = 0; i < factor.Length; i++)
                factor[i] = whole[i] == 0 ? 1 : Math.Clamp(factor[i] * lacking[i] / whole[i], 1 / MostFitted, MostFitted);
        }

        return factor;
    }
}
