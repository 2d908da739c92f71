using System.Globalization;
using Admetry.Statistics;

namespace Admetry.Synthetic.Acme;

/// <summary>Draws the campaigns of the advertisers, with their lines.</summary>
static class CampaignDraw
{
    const int ShortestDays = 14;
    const int LongestDays = 180;
    const double PausedShare = 0.05;
    const double MovedShare = 0.14;
    const double RaisedShare = 0.6;
    const int ShortestMoved = 40;
    const double LeastExponent = 0.5;
    const double ExponentRange = 0.4;
    const double PriceOfSize = 0.9; // who buys television has more to spend

    static readonly (Objective Objective, double Share)[] Objectives =
        [(Objective.Awareness, .35), (Objective.Performance, .45), (Objective.Retargeting, .20)];

    static readonly (BillingModel Model, double Share)[] Billing =
        [(BillingModel.Cpm, .60), (BillingModel.Cpc, .25), (BillingModel.Cpa, .10), (BillingModel.Cpcv, .05)];

    static readonly (double Share, (AuctionType Auction, double Share)[] Lines)[] Purchases =
    [
        (.19, [(AuctionType.Open, 1)]),
        (.40, [(AuctionType.Open, .63), (AuctionType.Pmp, .37)]),
        (.29, [(AuctionType.Open, .48), (AuctionType.Pmp, .26), (AuctionType.Direct, .26)]),
        (.12, [(AuctionType.Pmp, .5), (AuctionType.Direct, .5)]),
    ];

    static readonly (UnderDelivery Cause, double Share)[] Causes =
        [(UnderDelivery.BidTooLow, .4), (UnderDelivery.NarrowTargeting, .4), (UnderDelivery.CreativeRejected, .2)];

    static readonly string[] Themes = ["Launch", "Always On", "Brand Lift", "New Season", "Reach", "Loyalty", "Clearance", "Product Focus", "Local", "Holiday"];

    public static IReadOnlyList<AcmeCampaign> All(AcmeParameters parameters, IReadOnlyList<AcmeAdvertiser> advertisers)
    {
        var random = new CounterRandom(unchecked(parameters.Seed * 31 + 2));
        var owners = Owners(advertisers, parameters.Size.Campaigns);
        var campaigns = new List<AcmeCampaign>(owners.Count);
        var ranks = Ranks([.. owners.Select((_, i) => random.Uniform(i + 1, 6))]);
        var lines = 0;
        for (var i = 0; i < owners.Count; i++)
        {
            var campaign = Moved(One(i + 1, owners[i], random.At(i + 1), lines, ranks[i]), random.At(i + 1));
            campaigns.Add(campaign);
            lines += campaign.Lines.Count;
        }

        return campaigns;
    }

    // Every advertiser has one; the others go to large ones and to those who stay long.
    static List<AcmeAdvertiser> Owners(IReadOnlyList<AcmeAdvertiser> advertisers, int campaigns)
    {
        var weights = advertisers.Select(one => (long)(1_000 * Math.Sqrt(one.Size) * (one.Left.DayNumber - one.Joined.DayNumber))).ToList();
        var more = Apportionment.Split((campaigns - advertisers.Count) / 100m, weights);
        return [.. advertisers.SelectMany((one, i) => Enumerable.Repeat(one, 1 + (int)(more[i] * 100)))];
    }

    static AcmeCampaign One(int number, AcmeAdvertiser owner, PlaceRandom random, int linesBefore, double rank)
    {
        var days = ShortestDays + (int)(random.Uniform(0) * (LongestDays - ShortestDays + 1));
        var (start, end) = Flight(owner, days, random.Uniform(1));
        var objective = Objectives[Choice.Of(random.Uniform(2), Objectives, choice => choice.Share)].Objective;
        var format = AcmeVocabulary.Formats[Choice.Of(random.Uniform(3), AcmeVocabulary.Formats, choice => choice.Share)];
        var billing = Billed(random.Uniform(4), format);
        var lines = Purchases[Choice.Of(random.Uniform(5), Purchases, choice => choice.Share)].Lines
            .Select((line, i) => new AcmeLine(linesBefore + i + 1, line.Auction, line.Share)).ToList();
        var (delivery, cause) = Delivered(random, rank);
        var narrow = cause is UnderDelivery.NarrowTargeting;
        var cities = AcmeGeography.Market(random.Uniform(9));
        return new(
            number, owner, Named(number, objective, format, start, random.Uniform(10)), objective, billing, format, start, end,
            random.Uniform(11) < PausedShare ? start.AddDays((int)((end.DayNumber - start.DayNumber + 1) * (0.3 + (0.4 * random.Uniform(12))))) : null,
            owner.Size * Math.Exp(Math.Clamp(random.Normal(13), -2.2, 2.2)) * Math.Pow(format.BasePrice, PriceOfSize),
            narrow ? [.. Enumerable.Repeat(cities[(int)(random.Uniform(15) * cities.Length)], cities.Length)] : cities,
            lines, delivery, cause, Curve(cause, random.Uniform(16)), null, LeastExponent + (ExponentRange * random.Uniform(20)));
    }

    // Whose flight is paused or does not go as planned has enough to tell already.
    static AcmeCampaign Moved(AcmeCampaign campaign, PlaceRandom random)
    {
        if (random.Uniform(17) >= MovedShare || campaign.Cause is not UnderDelivery.None || campaign.Curve > 1 || campaign.PausedOn is not null || campaign.BookedDays < ShortestMoved)
            return campaign;

        var from = campaign.Start.AddDays((int)(campaign.BookedDays * (.35 + (.3 * random.Uniform(18)))));
        var u = random.Uniform(19);
        return campaign with { Move = new(from, u < RaisedShare ? 1.3 + (.6 * u / RaisedShare) : .45 + (.3 * (u - RaisedShare) / (1 - RaisedShare))) };
    }

    static (DateOnly Start, DateOnly End) Flight(AcmeAdvertiser owner, int days, double u)
    {
        // Who is still a client may have a flight that runs on behind the data.
        var stays = owner.Left == AcmeParameters.Last;
        var room = owner.Left.DayNumber - owner.Joined.DayNumber + 1 - (stays ? ShortestDays : Math.Min(days, owner.Left.DayNumber - owner.Joined.DayNumber));
        // The company is older than its data: its first clients have flights that began before, of which only the rest is known.
        var before = owner.Joined == AcmeParameters.First ? days - ShortestDays : 0;
        var begin = owner.Joined.AddDays((int)(u * (room + before)) - before);
        var end = begin.AddDays(days - 1);
        var start = begin < owner.Joined ? owner.Joined : begin;
        return (start, !stays && end > owner.Left ? owner.Left : end);
    }

    static BillingModel Billed(double u, AcmeFormat format)
    {
        var model = Billing[Choice.Of(u, Billing, choice => choice.Share)].Model;
        var isVideo = format.Quartiles is not [];
        return (model, format.Format) switch
        {
            (BillingModel.Cpc or BillingModel.Cpa, AdFormat.Ctv) => BillingModel.Cpm, // nobody clicks a television
            (BillingModel.Cpcv, _) when !isVideo => BillingModel.Cpm,
            (BillingModel.Cpc, AdFormat.Video) => BillingModel.Cpcv,
            _ => model,
        };
    }

    // Where each stands among all, between 0 and 1: shares of them are exact, and who has which is drawn.
    static double[] Ranks(double[] drawn)
    {
        var ranks = new double[drawn.Length];
        foreach (var (place, i) in Enumerable.Range(0, drawn.Length).OrderBy(i => drawn[i]).Index())
            ranks[i] = (place + .5) / drawn.Length;
        return ranks;
    }

    static (double Delivery, UnderDelivery Cause) Delivered(PlaceRandom random, double rank) => rank switch
    {
        < .70 => (.95 + (.05 * random.Uniform(7)), UnderDelivery.None),
        < .92 => (.85 + (.10 * random.Uniform(7)), UnderDelivery.None),
        _ => (.60 + (.24 * random.Uniform(7)), Causes[Choice.Of(random.Uniform(8), Causes, choice => choice.Share)].Cause),
    };

    static double Curve(UnderDelivery cause, double u) => cause is UnderDelivery.None && u < .04 ? 2.2 : 1;

    static string Named(int number, Objective objective, AcmeFormat format, DateOnly start, double u) => string.Create(
        CultureInfo.InvariantCulture,
        $"{Themes[(int)(u * Themes.Length)]} {start.Year}-Q{(start.Month + 2) / 3} {objective} {format.Format} {number}");
}
