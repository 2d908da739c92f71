using Admetry.Pacing;

namespace Admetry.Synthetic.Acme;

/// <summary>What a campaign may spend, in US dollars; worked out from what it did spend, so that none spends more at any size.</summary>
/// <param name="Campaign">Its number.</param>
public sealed record AcmeBudget(int Campaign, decimal Total, decimal Daily)
{
    const decimal Micro = 0.000001m;
    const decimal DailyRoom = 1.1m;
    const decimal MostOfADay = 1.2m;
    const decimal Cent = 0.01m;

    /// <param name="media">Media cost of each cell of the plan, in micros.</param>
    /// <returns>One for each campaign, in the order of their numbers.</returns>
    public static IReadOnlyList<AcmeBudget> Solve(AcmeEntities entities, AcmePlan plan, IReadOnlyList<long> media)
    {
        var (spent, most) = (new long[entities.Campaigns.Count], new long[entities.Campaigns.Count]);
        for (var cell = 0; cell < plan.Cells; cell++)
        {
            var campaign = plan.Campaign(cell) - 1;
            spent[campaign] += media[cell];
            most[campaign] = Math.Max(most[campaign], media[cell]);
        }

        return [.. entities.Campaigns.Select((campaign, i) => Of(campaign, spent[i] * Micro, most[i] * Micro))];
    }

    // A flight that is cut short by a pause or by the end of data has delivered as much less as the days that are missing weigh.
    static AcmeBudget Of(AcmeCampaign campaign, decimal spent, decimal mostOfADay)
    {
        var elapsed = Weight(campaign.Start, campaign.LastDelivery) / Weight(campaign.Start, campaign.End);
        var total = Math.Max(Cent, Ceiling(spent / ((decimal)campaign.Delivery * Math.Min(1, elapsed))));
        return new(campaign.Number, total, Math.Max(Ceiling(total / campaign.BookedDays * DailyRoom), Ceiling(mostOfADay / MostOfADay)));
    }

    static decimal Weight(DateOnly first, DateOnly last) => Enumerable.Range(0, last.DayNumber - first.DayNumber + 1).Select(first.AddDays).Sum(PlannedCurve.Season);

    static decimal Ceiling(decimal amount) => Math.Ceiling(amount * 100) / 100;
}
