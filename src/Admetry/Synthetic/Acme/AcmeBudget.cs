using Admetry.Pacing;

namespace Admetry.Synthetic.Acme;

/// <summary>What a campaign may spend, in US dollars; worked out from what it did spend, so that none spends more at any size.</summary>
/// <param name="Campaign">Its number.</param>
/// <param name="From">The first day that is planned with it: that of the flight, or of a change in flight.</param>
/// <param name="Total">For the whole flight, as it stands from that day on.</param>
public sealed record AcmeBudget(int Campaign, DateOnly From, decimal Total, decimal Daily)
{
    const decimal Micro = 0.000001m;
    const decimal DailyRoom = 1.1m;
    const decimal MostOfADay = 1.2m;
    const decimal Cent = 0.01m;

    /// <param name="media">Media cost of each cell of the plan, in micros.</param>
    /// <returns>For each campaign, in the order of their numbers, its budgets one after the other: one for most.</returns>
    public static IReadOnlyList<IReadOnlyList<AcmeBudget>> Solve(AcmeEntities entities, AcmePlan plan, IReadOnlyList<long> media)
    {
        // Of the days before a change, and of those from it on.
        var spent = new (decimal Before, decimal After)[entities.Campaigns.Count];
        var most = new (decimal Before, decimal After)[entities.Campaigns.Count];
        for (var cell = 0; cell < plan.Cells; cell++)
        {
            var (campaign, amount) = (entities.Campaigns[plan.Campaign(cell) - 1], media[cell] * Micro);
            ref var sum = ref spent[campaign.Number - 1];
            ref var day = ref most[campaign.Number - 1];
            if (AcmeParameters.First.AddDays(plan.Day(cell)) < campaign.Move?.From)
                (sum.Before, day.Before) = (sum.Before + amount, Math.Max(day.Before, amount));
            else
                (sum.After, day.After) = (sum.After + amount, Math.Max(day.After, amount));
        }

        return [.. entities.Campaigns.Select((campaign, i) => Of(campaign, spent[i], most[i]))];
    }

    // A flight that is cut short by a pause or by the end of data has delivered as much less as the days that are missing weigh.
    static AcmeBudget[] Of(AcmeCampaign campaign, (decimal Before, decimal After) spent, (decimal Before, decimal After) mostOfADay)
    {
        var whole = Weight(campaign, campaign.End);
        var total = Math.Max(Cent, Ceiling((spent.Before + spent.After) / ((decimal)campaign.Delivery * Math.Min(1, Weight(campaign, campaign.LastDelivery) / whole))));
        if (campaign.Move is not { } move || move.From > campaign.LastDelivery)
            return [new(campaign.Number, campaign.Start, total, DailyOf(campaign, total, Math.Max(mostOfADay.Before, mostOfADay.After)))];

        // What the flight would have had, had every day gone on as the first ones; never less than those took.
        var before = Math.Max(Math.Max(Cent, Ceiling(spent.Before)), Ceiling(total * Weight(campaign with { Move = null }, campaign.End) / whole));
        return
        [
            new(campaign.Number, campaign.Start, before, DailyOf(campaign, before, mostOfADay.Before)),
            new(campaign.Number, move.From, total, DailyOf(campaign, total, mostOfADay.After)),
        ];
    }

    static decimal DailyOf(AcmeCampaign campaign, decimal total, decimal mostOfADay) =>
        Math.Max(Ceiling(total / campaign.BookedDays * DailyRoom), Ceiling(mostOfADay / MostOfADay));

    static decimal Weight(AcmeCampaign campaign, DateOnly last) => campaign.Start.To(last)
        .Sum(day => PlannedCurve.Season(day) * (day >= campaign.Move?.From ? (decimal)campaign.Move.Factor : 1));

    static decimal Ceiling(decimal amount) => Math.Ceiling(amount * 100) / 100;
}
