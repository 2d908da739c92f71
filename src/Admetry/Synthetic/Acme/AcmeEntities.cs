namespace Admetry.Synthetic.Acme;

/// <summary>A company that buys advertising: the client.</summary>
/// <param name="Number">From 1, as in its code.</param>
/// <param name="Size">Its budget beside the others'; lognormal.</param>
/// <param name="Joined">First day as a client.</param>
/// <param name="Left">Last day as a client; the last day of data for those who stay.</param>
/// <param name="FeeDelta">What its contract adds to the buy-side fee, as a share.</param>
/// <param name="TermsDays">Days from invoice to due date.</param>
public sealed record AcmeAdvertiser(
    int Number, string Name, AcmeIndustry Industry, string Manager, double Size, DateOnly Joined, DateOnly Left, double FeeDelta, int TermsDays);

/// <summary>A campaign with how it was set up; what it delivered is in the rows.</summary>
/// <param name="Number">From 1, as in its code.</param>
/// <param name="Start">First day of the flight.</param>
/// <param name="End">Last day of the flight as booked; it may lie behind the data.</param>
/// <param name="PausedOn">The day from which it stands still; null for most.</param>
/// <param name="Size">Its budget beside the others'.</param>
/// <param name="Cities">Where it shows, 1,024 places as often as each city's share.</param>
/// <param name="Lines">Its insertion-order lines, one for each way of buying, with the share of its auctions.</param>
/// <param name="Delivery">What it delivers of its budget, were its flight over: .95 to 1 for most.</param>
/// <param name="Cause">Why it delivers less than .85; none for most.</param>
/// <param name="Curve">How it spreads its money: 1 evenly; more is early.</param>
/// <param name="Move">The change of its budget in flight; null for most.</param>
/// <param name="Exponent">How its clicks follow its spend of a day: they grow as spend to the power of this, which is less than 1.</param>
public sealed record AcmeCampaign(
    int Number, AcmeAdvertiser Advertiser, string Name, Objective Objective, BillingModel Billing, AcmeFormat Format, DateOnly Start, DateOnly End,
    DateOnly? PausedOn, double Size, AcmeCity[] Cities, IReadOnlyList<AcmeLine> Lines, double Delivery, UnderDelivery Cause, double Curve, BudgetMove? Move, double Exponent)
{
    /// <summary>Days booked.</summary>
    public int BookedDays => End.DayNumber - Start.DayNumber + 1;

    /// <summary>The last day it delivers on, within the data.</summary>
    public DateOnly LastDelivery
    {
        get
        {
            var last = PausedOn is { } paused ? paused.AddDays(-1) : End;
            return last < AcmeParameters.Last ? last : AcmeParameters.Last;
        }
    }

    /// <summary>Its creatives, two to six of one format.</summary>
    public IReadOnlyList<AcmeCreative> Creatives { get; internal set; } = [];
}

/// <summary>A budget that is raised or cut while its flight runs.</summary>
/// <param name="From">The first day that is planned with the new budget, and delivers by it.</param>
/// <param name="Factor">What a day spends from then on beside what it would have spent: above 1 raised, below 1 cut.</param>
public sealed record BudgetMove(DateOnly From, double Factor);

/// <summary>Why a campaign cannot spend its budget.</summary>
public enum UnderDelivery : byte { None, BidTooLow, NarrowTargeting, CreativeRejected }

/// <summary>A line of an insertion order: what the warehouse calls an ad set.</summary>
/// <param name="Number">From 1, as in its code.</param>
/// <param name="Share">Of its campaign's auctions; a campaign's lines sum to 1.</param>
public sealed record AcmeLine(int Number, AuctionType Auction, double Share);

/// <summary>A creative; its ad has the same number.</summary>
/// <param name="Quality">The natural logarithm of how much better it is clicked than the average.</param>
/// <param name="HalfLife">Days after which half of its freshness is gone.</param>
/// <param name="Seconds">Of a video; null otherwise.</param>
public sealed record AcmeCreative(
    int Number, int Campaign, string Name, string Type, int Width, int Height, int SizeKb, int? Seconds, string Title, string CallToAction,
    string ClickUrl, double Quality, double HalfLife)
{
    /// <summary>The chance that it is among the good ones: a logistic function of what can be seen of it (<see cref="CreativeScore"/>).</summary>
    public double Score { get; internal init; }

    /// <summary>It is among the good ones; null where an A/B test set how good it is.</summary>
    public bool? IsGood { get; internal init; }
}

/// <summary>A publisher, the largest first.</summary>
/// <param name="FeeDelta">What its contract adds to the sell-side fee, as a share.</param>
/// <param name="PaidWhenPaid">It is paid no sooner than the advertisers have paid.</param>
public sealed record AcmePublisher(
    int Number, string Name, string Domain, string Category, PublisherTier Tier, double FeeDelta, int TermsDays, bool PaidWhenPaid);

/// <summary>A place for ads at a publisher.</summary>
/// <param name="Surface"><c>web</c>, <c>app</c> or <c>ctv</c>.</param>
/// <param name="Visible">How much better than average its impressions are seen, as a factor.</param>
/// <param name="Clicked">How much better than average its impressions are clicked, as a factor.</param>
public sealed record AcmePlacement(
    int Number, int Publisher, string Surface, string Position, string Name, string Device, string AdSize, string Fold, double Visible, double Clicked);

/// <summary>Everyone and everything that ACME Corp deals with.</summary>
public sealed record AcmeEntities(
    IReadOnlyList<AcmeAdvertiser> Advertisers, IReadOnlyList<AcmeCampaign> Campaigns, IReadOnlyList<AcmePublisher> Publishers,
    IReadOnlyList<AcmePlacement> Placements, IReadOnlyList<CreativeTest> Tests)
{
    /// <summary>What each campaign wants to spend on each day.</summary>
    internal AcmeDemand Demand { get; private init; } = null!;

    /// <summary>Draws all of them; the same parameters give the same.</summary>
    public static AcmeEntities Create(AcmeParameters parameters)
    {
        var names = new AcmeNames(parameters.Seed);
        var advertisers = AdvertiserDraw.All(parameters, names);
        var campaigns = CampaignDraw.All(parameters, advertisers);
        var demand = AcmeDemand.Create(parameters, campaigns);
        var tests = CreativeTest.Choose(campaigns, demand);
        CreativeDraw.Fill(parameters, campaigns, tests);
        var publishers = PublisherDraw.All(parameters, names);
        return new(advertisers, campaigns, publishers, PublisherDraw.Placements(parameters, publishers), tests) { Demand = demand };
    }
}
