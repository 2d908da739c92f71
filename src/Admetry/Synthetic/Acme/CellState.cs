namespace Admetry.Synthetic.Acme;

/// <summary>A clock that runs ahead shows the evening of a day on the next one.</summary>
enum ClockState : byte
{
    Right,

    /// <summary>The first day: its evening is on the next, and it has none of a day before.</summary>
    Begins,

    /// <summary>The evening of the day before comes first.</summary>
    Ahead,

    /// <summary>The clock is right again, and the evening of the day before is there too.</summary>
    Ends,
}

/// <summary>What all auctions of one campaign on one day have in common, worked out once.</summary>
sealed class CellState
{
    const double BidTooLow = 0.62;
    const double Shock = 2.5;
    const double Burst = 0.25;
    const double FreshAtFirst = 0.45;
    const double RetargetingClicks = 2.5;

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

    /// <summary>What goes wrong with the campaign at some time; null for most.</summary>
    public PlantedEvent? Event { get; private set; }

    /// <summary>What the clock of the log shows of this day.</summary>
    public ClockState Clock { get; private set; }

    /// <param name="planted">What goes wrong with the campaign, on whatever days.</param>
    /// <param name="response">Clicks for each impression beside those at the campaign's average spend: fewer where it spends more.</param>
    public void Enter(AcmeCampaign campaign, DateOnly day, PlantedEvent? planted, double response)
    {
        if (!ReferenceEquals(campaign, Campaign))
        {
            Campaign = campaign;
            Lines = new([.. campaign.Lines.Select(line => line.Share)]);
        }

        Event = planted;
        var happens = planted is { } some && day >= some.First && day <= some.Last ? some.Kind : (EventKind?)null;
        Clock = planted is not { Kind: EventKind.TimezoneShift } shift ? ClockState.Right
            : day == shift.First ? ClockState.Begins : day == shift.Last.AddDays(1) ? ClockState.Ends : happens is null ? ClockState.Right : ClockState.Ahead;
        Day = day;
        DateId = (day.Year * 10_000) + (day.Month * 100) + day.Day;
        Midnight = (day.DayNumber - DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber) * 86_400_000_000L;
        IsSecondPriced = day < AcmeCalendar.FirstPriceFrom;
        Price = campaign.Format.BasePrice * 1_000 * campaign.Advertiser.Industry.Price * AcmeCalendar.Price(day) * (happens is EventKind.PriceShock ? Shock : 1);
        BidFactor = (1 - AcmeCalendar.Shade(day)) * (campaign.Cause is UnderDelivery.BidTooLow ? BidTooLow : 1);
        for (var auction = AuctionType.Open; auction <= AuctionType.Direct; auction++)
            BuySide[(int)auction] = AcmeFees.BuySide(auction, campaign.Advertiser, day);

        Bots = happens is EventKind.BotBurst ? Burst : 0;
        ClicksAreLost = happens is EventKind.TrackingOutage;
        EnterCreatives(campaign, day, response);
        var converts = happens is EventKind.PixelBreak or EventKind.TrackingOutage ? 0 : campaign.Advertiser.Industry.Cvr;
        Cvr = .060 * converts * CvrFactor[(int)campaign.Objective];
        ViewCvr = .00006 * converts * CvrFactor[(int)campaign.Objective];
    }

    /// <summary>How many conversions follow on an impression beside the average objective.</summary>
    public static double Conversion(Objective objective) => CvrFactor[(int)objective] * Clicked(objective);

    static double Clicked(Objective objective) => objective is Objective.Retargeting ? RetargetingClicks : 1;

    // A fresh creative is clicked more; half of that is gone after its half-life.
    void EnterCreatives(AcmeCampaign campaign, DateOnly day, double response)
    {
        var age = day.DayNumber - campaign.Start.DayNumber;
        var clicked = campaign.Advertiser.Industry.Ctr * Clicked(campaign.Objective) * response;
        Creatives = campaign.Cause is UnderDelivery.CreativeRejected ? 1 : campaign.Creatives.Count;
        for (var i = 0; i < Creatives; i++)
            ClickFactor[i] = clicked * Math.Exp(campaign.Creatives[i].Quality) * (1 - FreshAtFirst + (2 * FreshAtFirst * Math.Pow(.5, age / campaign.Creatives[i].HalfLife)));
    }
}
