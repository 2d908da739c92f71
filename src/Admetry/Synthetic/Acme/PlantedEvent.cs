using Admetry.Statistics;

namespace Admetry.Synthetic.Acme;

/// <summary>What goes wrong in a planted event.</summary>
public enum EventKind : byte { TrackingOutage, SpendSpike, PriceShock, BotBurst, PixelBreak }

/// <summary>Something that goes wrong with a campaign for a few days, for detectors to find.</summary>
/// <param name="Campaign">The campaign's number.</param>
public sealed record PlantedEvent(EventKind Kind, int Campaign, DateOnly First, DateOnly Last)
{
    static readonly (EventKind Kind, int Count, int Days)[] Kinds =
    [
        (EventKind.TrackingOutage, 6, 3), (EventKind.SpendSpike, 5, 1), (EventKind.PriceShock, 4, 3), (EventKind.BotBurst, 5, 2), (EventKind.PixelBreak, 4, 5),
    ];

    /// <summary>Twenty-four events in the middle of long flights of larger campaigns, no campaign twice, none on a holiday.</summary>
    internal static IReadOnlyList<PlantedEvent> Choose(AcmeParameters parameters, AcmeEntities entities)
    {
        var random = new CounterRandom(unchecked(parameters.Seed * 31 + 5));
        var tested = entities.Tests.Select(test => test.Campaign).ToHashSet();
        var candidates = new Queue<AcmeCampaign>(entities.Campaigns
            .Where(campaign => Length(campaign) >= 45 && campaign.Cause is UnderDelivery.None && campaign.Format.Format is not AdFormat.Ctv && !tested.Contains(campaign.Number))
            .OrderByDescending(campaign => campaign.Size * Length(campaign) / campaign.Format.BasePrice).ThenBy(campaign => campaign.Number));
        var events = new List<PlantedEvent>();
        foreach (var (kind, count, days) in Kinds)
            for (var i = 0; i < count && candidates.TryDequeue(out var campaign); i++)
                events.Add(One(kind, days, campaign, random.At(events.Count)));
        return events;
    }

    static PlantedEvent One(EventKind kind, int mostDays, AcmeCampaign campaign, PlaceRandom random)
    {
        var first = campaign.Start.AddDays((int)(Length(campaign) * (.35 + (.4 * random.Uniform(0)))));
        var friday = AcmeCalendar.BlackFriday(first.Year);
        if (Math.Abs(first.DayNumber - friday.DayNumber) < 8)
            first = friday.AddDays(-12) >= campaign.Start ? friday.AddDays(-12) : friday.AddDays(9);
        var last = first.AddDays(kind is EventKind.SpendSpike ? 0 : (int)(random.Uniform(1) * mostDays));
        return new(kind, campaign.Number, first, last < campaign.LastDelivery ? last : campaign.LastDelivery);
    }

    static int Length(AcmeCampaign campaign) => campaign.LastDelivery.DayNumber - campaign.Start.DayNumber + 1;
}
