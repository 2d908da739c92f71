using Admetry.Statistics;

namespace Admetry.Synthetic.Acme;

/// <summary>Draws what an advertiser's weekly newsletter came to.</summary>
/// <remarks>
/// From <see cref="PrefetchFrom"/> on a mail program opens much of it by itself, to hide who reads: the open rate jumps and means less, while clicks
/// stay what they were.
/// </remarks>
public sealed class NewsletterDraw(AcmeWorld world)
{
    /// <summary>Opens for each delivered message before, and from the day on.</summary>
    public const double OpenRate = .21, PrefetchedOpenRate = .35;

    /// <summary>Clicks for each delivered message.</summary>
    public const double ClickRate = .028;

    const double HardBounces = .004, SoftBounces = .006, Unsubscribes = .0025, Complaints = .0002;
    const double Readers = 6_000, Growth = 1.12;
    const double Spread = .08;
    const int Sent = 0, Opened = 1, Clicked = 3, Left = 5;

    readonly CounterRandom random = new(unchecked(world.Parameters.Seed * 31 + 14));

    /// <summary>Mail programs began to fetch what is in a message before anybody reads it.</summary>
    public static DateOnly PrefetchFrom { get; } = new(2021, 9, 20);

    /// <summary>Every Tuesday that the advertiser is a client.</summary>
    public IEnumerable<Newsletter> Of(AcmeAdvertiser advertiser)
    {
        var first = advertiser.Joined.AddDays(((int)DayOfWeek.Tuesday - (int)advertiser.Joined.DayOfWeek + 7) % 7);
        for (var day = first; day <= advertiser.Left; day = day.AddDays(7))
            yield return One(advertiser, day, random.At(((long)advertiser.Number << 12) + (day.DayNumber - AcmeParameters.First.DayNumber)));
    }

    static Newsletter One(AcmeAdvertiser advertiser, DateOnly day, PlaceRandom place)
    {
        var years = (day.DayNumber - AcmeParameters.First.DayNumber) / 365.25;
        var sent = (long)(Readers * Math.Sqrt(advertiser.Size) * Math.Pow(Growth, years) * (.95 + (.1 * place.Uniform(Sent))));
        var (hard, soft) = ((long)(sent * HardBounces), (long)(sent * SoftBounces));
        var delivered = sent - hard - soft;
        var rate = day < PrefetchFrom ? OpenRate : PrefetchedOpenRate;
        return new(
            day, sent, delivered, (long)(delivered * rate * Noise(place, Opened)), (long)(delivered * ClickRate * Noise(place, Clicked)), hard, soft,
            (long)(delivered * Unsubscribes * Noise(place, Left)), (long)(delivered * Complaints));
    }

    static double Noise(PlaceRandom place, int stream) => Math.Exp((Spread * place.Normal(stream)) - (Spread * Spread / 2));
}

/// <summary>What came of one newsletter.</summary>
public sealed record Newsletter(
    DateOnly Day, long Sent, long Delivered, long Opens, long Clicks, long HardBounces, long SoftBounces, long Unsubscribes, long Complaints);
