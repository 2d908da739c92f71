namespace Admetry.Synthetic.Acme;

/// <summary>What all auctions of one campaign on one day have in common, worked out once.</summary>
sealed class CellState
{
    const double BidTooLow = 0.62;
    const double Shock = 2.5;
    const double Burst = 0.25;
    const double FreshAtFirst = 0.45;

    static readonly double[] CvrFactor = [.4, 1, 1.8];

    public AcmeCampaign Campaign { get; private set; } = null!;
    public int DateId { get; private set; }

    /// <summary>Midnight, microseconds since 1970.</summary>
    public long Midnight { get; private set; }
    public DateOnly Day { get; private set; }
    public bool IsSecondPriced { get; private set; }

    /// <summary>CPM of an average impression of the campaign today, in thousandths of a dollar.</summary>
    public double Price { get; private set; }

    /// <summary>What is left of a value after shading, and after a bid that is too low.</summary>
    public double BidFactor { get; private set; }
    public Distribution Lines { get; private set; } = null!;

    /// <summary>By auction type.</summary>
    public int[] BuySide { get; } = new int[4];

    /// <summary>By creative: clicks beside the format's average.</summary>
    public double[] ClickFactor { get; } = new double[8];
    public int Creatives { get; private set; }

    /// <summary>Added to the share of sophisticated invalid traffic.</summary>
    public double Bots { get; private set; }
    public bool ClicksAreLost { get; private set; }

    /// <summary>Conversions for each click of an average visitor.</summary>
    public double Cvr { get; private set; }
    public double ViewCvr { get; private set; }

    public void Enter(AcmeCampaign campaign, DateOnly day, EventKind? happens)
    {
        if (!ReferenceEquals(campaign, Campaign))
        {
            Campaign = campaign;
            Lines = new([.. campaign.Lines.Select(line => line.Share)]);
        }

        Day = day;
        DateId = (day.Year * 10_000) + (day.Month * 100) + day.Day;
        Midnight = (day.DayNumber - DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber) * 86_400_000_000L;
        IsSecondPriced = day.Year == 2020;
        Price = campaign.Format.BasePrice * 1_000 * campaign.Advertiser.Industry.Price * AcmeCalendar.Price(day) * (happens is EventKind.PriceShock ? Shock : 1);
        BidFactor = (1 - AcmeCalendar.Shade(day)) * (campaign.Cause is UnderDelivery.BidTooLow ? BidTooLow : 1);
        for (var auction = AuctionType.Open; auction <= AuctionType.Direct; auction++)
            BuySide[(int)auction] = AcmeFees.BuySide(auction, campaign.Advertiser, day);

        Bots = happens is EventKind.BotBurst ? Burst : 0;
        ClicksAreLost = happens is EventKind.TrackingOutage;
        EnterCreatives(campaign, day);
        var converts = happens is EventKind.PixelBreak or EventKind.TrackingOutage ? 0 : campaign.Advertiser.Industry.Cvr;
        Cvr = .060 * converts * CvrFactor[(int)campaign.Objective];
        ViewCvr = .00006 * converts * CvrFactor[(int)campaign.Objective];
    }

    // A fresh creative is clicked more; half of that is gone after its half-life.
    void EnterCreatives(AcmeCampaign campaign, DateOnly day)
    {
        var age = day.DayNumber - campaign.Start.DayNumber;
        var clicked = campaign.Advertiser.Industry.Ctr * (campaign.Objective is Objective.Retargeting ? 2.5 : 1);
        Creatives = campaign.Cause is UnderDelivery.CreativeRejected ? 1 : campaign.Creatives.Count;
        for (var i = 0; i < Creatives; i++)
            ClickFactor[i] = clicked * Math.Exp(campaign.Creatives[i].Quality) * (1 - FreshAtFirst + (2 * FreshAtFirst * Math.Pow(.5, age / campaign.Creatives[i].HalfLife)));
    }
}
