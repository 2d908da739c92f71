namespace Admetry.Synthetic.Acme;

/// <summary>A planted A/B test: a campaign's second creative is clicked <see cref="Factor"/> times as often as its first, and it has no third.</summary>
/// <param name="Campaign">The campaign's number.</param>
/// <param name="Factor">1.2 for a true winner, 0.8 for a loser, 1 where there is nothing to find.</param>
public sealed record CreativeTest(int Campaign, double Factor)
{
    static readonly double[] Factors = [1.2, 1, 0.8, 1, 1.2, 1, 1.2, 1, 0.8, 1, 1.2, 1];

    /// <summary>In the twelve largest campaigns whose impressions are clicked at all.</summary>
    internal static IReadOnlyList<CreativeTest> Choose(IReadOnlyList<AcmeCampaign> campaigns, AcmeDemand demand) =>
    [
        .. campaigns.Where(campaign => campaign.Cause is UnderDelivery.None && campaign.Format.Format is (AdFormat.Banner or AdFormat.Native))
            .OrderByDescending(campaign => demand.Impressions(campaign) * (campaign.LastDelivery.DayNumber - campaign.Start.DayNumber + 1)).ThenBy(campaign => campaign.Number)
            .Take(Factors.Length).Select((campaign, i) => new CreativeTest(campaign.Number, Factors[i])),
    ];
}
