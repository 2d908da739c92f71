using Admetry.Statistics;

namespace Admetry.Synthetic.Acme;

/// <summary>What goes wrong in a planted event.</summary>
public enum EventKind : byte
{
    /// <summary>No click and no conversion is counted.</summary>
    TrackingOutage,

    /// <summary>Four times the auctions.</summary>
    SpendSpike,

    /// <summary>Two and a half times the price.</summary>
    PriceShock,

    /// <summary>A quarter of the impressions more are robots’, who click.</summary>
    BotBurst,

    /// <summary>No conversion is counted.</summary>
    PixelBreak,

    /// <summary>Every auction stands twice, with all that followed from it.</summary>
    DuplicateLoad,

    /// <summary>Clocks run <see cref="PlantedEvent.ShiftHours"/> ahead: the first day misses its evening, which the day behind the last one has.</summary>
    TimezoneShift,

    /// <summary>Values of orders are reported in hundredths: a hundred times what they are. What media cost stays right, and so do the books.</summary>
    CurrencySlip,
}

/// <summary>Something that goes wrong with a campaign for a few days, for detectors to find.</summary>
/// <param name="Campaign">The campaign's number.</param>
public sealed record PlantedEvent(EventKind Kind, int Campaign, DateOnly First, DateOnly Last)
{
    /// <summary>By how much clocks run ahead in a <see cref="EventKind.TimezoneShift"/>.</summary>
    public const int ShiftHours = 7;

    /// <summary>By how much values are too high in a <see cref="EventKind.CurrencySlip"/>.</summary>
    public const int SlipFactor = 100;

    const int OfEachKind = 3;
    const int DaysOfHoliday = 8;

    // With how many days they last at least and at most. Those that show in conversions, which are few, have the campaigns with most of them.
    static readonly (EventKind Kind, int Least, int Most)[] Kinds =
    [
        (EventKind.PixelBreak, 4, 6), (EventKind.CurrencySlip, 4, 6), (EventKind.TimezoneShift, 5, 7), (EventKind.BotBurst, 2, 3), (EventKind.TrackingOutage, 2, 3),
        (EventKind.PriceShock, 2, 3), (EventKind.SpendSpike, 1, 1), (EventKind.DuplicateLoad, 1, 1),
    ];

    /// <summary>Twenty-four events in the middle of long flights of larger campaigns, no campaign twice, none on a holiday.</summary>
    internal static IReadOnlyList<PlantedEvent> Choose(AcmeParameters parameters, AcmeEntities entities)
    {
        var random = new CounterRandom(unchecked(parameters.Seed * 31 + 5));
        var tested = entities.Tests.Select(test => test.Campaign).ToHashSet();
        var candidates = entities.Campaigns
            .Where(campaign => Length(campaign) >= 45 && campaign.Cause is UnderDelivery.None && campaign.Format.Format is not AdFormat.Ctv && campaign.Move is null && !tested.Contains(campaign.Number))
            .OrderByDescending(entities.Demand.Impressions).ThenBy(campaign => campaign.Number).ToList();
        var events = new List<PlantedEvent>();
        foreach (var (kind, least, most) in Kinds)
            for (var i = 0; i < OfEachKind && candidates.Count > 0; i++)
            {
                var campaign = kind is EventKind.PixelBreak or EventKind.CurrencySlip ? candidates.MaxBy(one => entities.Demand.Impressions(one) * Conversions(one))! : candidates[0];
                candidates.Remove(campaign);
                events.Add(One(kind, least, most, campaign, random.At(events.Count)));
            }

        return events;
    }

    // Of an impression, beside the other campaigns'.
    static double Conversions(AcmeCampaign campaign) =>
        campaign.Format.Ctr * campaign.Advertiser.Industry.Ctr * campaign.Advertiser.Industry.Cvr * CellState.Conversion(campaign.Objective);

    static PlantedEvent One(EventKind kind, int leastDays, int mostDays, AcmeCampaign campaign, PlaceRandom random)
    {
        var first = campaign.Start.AddDays((int)(Length(campaign) * (.35 + (.4 * random.Uniform(0)))));
        var friday = AcmeCalendar.BlackFriday(first.Year);
        if (Math.Abs(first.DayNumber - friday.DayNumber) < DaysOfHoliday)
            first = friday.AddDays(-12) >= campaign.Start ? friday.AddDays(-12) : friday.AddDays(9);
        var last = first.AddDays(leastDays - 1 + (int)(random.Uniform(1) * (mostDays - leastDays + 1)));
        return new(kind, campaign.Number, first, last < campaign.LastDelivery ? last : campaign.LastDelivery);
    }

    static int Length(AcmeCampaign campaign) => campaign.LastDelivery.DayNumber - campaign.Start.DayNumber + 1;
}
