using Admetry.Statistics;

namespace Admetry.Synthetic.Acme;

/// <summary>Draws the journey of each person: which channels touched them, and whether that brought an order.</summary>
/// <remarks>
/// Introducers come first, closers last, whatever they do: a model that credits the last touch is wrong by as much. Each touch works or not
/// by its own chance, which fades with time; an order comes if any works, so that its true causes are known.
/// </remarks>
public sealed class JourneyDraw
{
    // Which of a person's numbers decides what; touches are on streams of their own behind them.
    const int AdvertiserOf = 0, StartOf = 1, Length = 2, HeldOut = 3, HeldOutChannel = 4, ByItself = 5, OrderDelay = 6, AmountOf = 7, TouchStreams = 16, StreamsEach = 8;

    const double MeanFurther = 2.4;
    const double MeanGapDays = 3;
    const double MeanDelayHours = 20;
    const double ValueSpread = .7;
    const long DayMicros = 86_400_000_000;
    const long Cent = 10_000;

    static readonly long Midnight = (AcmeParameters.First.DayNumber - DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber) * DayMicros;
    static readonly long EndOfData = Midnight + (AcmeParameters.DayCount * DayMicros);

    readonly AcmeWorld world;
    readonly CounterRandom random;
    readonly double[] daysUpTo;
    readonly double[] advertisersUpTo;
    readonly ILookup<(int Advertiser, AdFormat Format), AcmeCampaign> campaigns;

    public JourneyDraw(AcmeWorld world)
    {
        this.world = world;
        random = new(unchecked(world.Parameters.Seed * 31 + 10));
        daysUpTo = UpTo(AcmeParameters.Days.First.To(AcmeParameters.Last).Select(AcmeCalendar.Demand));
        advertisersUpTo = UpTo(world.Entities.Advertisers.Select(one => Math.Sqrt(one.Size)));
        campaigns = world.Entities.Campaigns.ToLookup(campaign => (campaign.Advertiser.Number, campaign.Format.Format));
    }

    /// <summary>Draws the journey of person number <paramref name="user"/>, counted from 1.</summary>
    public void Draw(Journey journey, long user)
    {
        var place = random.At(user);
        journey.User = user;
        journey.Advertiser = 1 + Index(advertisersUpTo, place.Uniform(AdvertiserOf));
        var heldOut = place.Uniform(HeldOut) < JourneyChannel.HoldoutShare * JourneyChannel.All.Count
            ? (int)(place.Uniform(HeldOutChannel) * JourneyChannel.All.Count) : AuctionBatch.None;
        Touch(journey, place, heldOut);
        Order(journey, place);
    }

    void Touch(Journey journey, PlaceRandom place, int heldOut)
    {
        var wanted = Math.Min(Journey.MostTouches, 1 + (int)(Math.Log(place.Uniform(Length)) / Math.Log(MeanFurther / (1 + MeanFurther))));
        var day = Index(daysUpTo, place.Uniform(StartOf));
        var at = Midnight + (day * DayMicros) + (long)(place.Uniform(TouchStreams) * DayMicros);
        int? role = null;
        journey.Count = 0;
        for (var i = 0; i < wanted && at < EndOfData; i++)
        {
            var stream = TouchStreams + ((i + 1) * StreamsEach);
            role = JourneyChannel.RoleAfter(role, place.Uniform(stream));
            var channel = JourneyChannel.Of(role.Value, place.Uniform(stream + 1));
            journey.Channel[i] = channel;
            journey.At[i] = at;
            journey.Campaign[i] = CampaignOf(journey.Advertiser, JourneyChannel.All[channel].Format, at, place.Uniform(stream + 2));
            journey.IsHeldOut[i] = channel == heldOut;
            journey.Count++;
            at += (long)(-MeanGapDays * Math.Log(place.Uniform(stream + 3)) * DayMicros) + 1;
        }
    }

    void Order(Journey journey, PlaceRandom place)
    {
        var last = journey.At[journey.Count - 1];
        var ordered = place.Uniform(ByItself) < JourneyChannel.BaseRate;
        for (var i = 0; i < journey.Count; i++)
        {
            var effect = JourneyChannel.All[journey.Channel[i]].Effect * Math.Pow(.5, (last - journey.At[i]) / (JourneyChannel.HalfLife * DayMicros));
            journey.Worked[i] = !journey.IsHeldOut[i] && place.Uniform(TouchStreams + ((i + 1) * StreamsEach) + 4) < effect;
            ordered |= journey.Worked[i];
        }

        var at = last + 1 + (long)(-MeanDelayHours / 24 * Math.Log(place.Uniform(OrderDelay)) * DayMicros);
        var value = world.Entities.Advertisers[journey.Advertiser - 1].Industry.OrderValue;
        (journey.OrderedAt, journey.Amount) = ordered && at < EndOfData
            ? (at, Math.Max(1, (long)(value * Math.Exp(ValueSpread * place.Normal(AmountOf)) * 100)) * Cent)
            : (AuctionBatch.None, 0);
    }

    int CampaignOf(int advertiser, AdFormat? format, long at, double u)
    {
        if (format is not { } shown)
            return 0;

        var day = AcmeParameters.First.AddDays((int)((at - Midnight) / DayMicros));
        var running = campaigns[(advertiser, shown)].Where(campaign => campaign.Start <= day && day <= campaign.LastDelivery).ToList();
        return running is [] ? 0 : running[(int)(u * running.Count)].Number;
    }

    static double[] UpTo(IEnumerable<double> shares)
    {
        var upTo = shares.ToArray();
        for (var i = 1; i < upTo.Length; i++)
            upTo[i] += upTo[i - 1];
        return upTo;
    }

    static int Index(double[] upTo, double u)
    {
        var found = Array.BinarySearch(upTo, u * upTo[^1]);
        return Math.Min(upTo.Length - 1, found < 0 ? ~found : found + 1);
    }
}
