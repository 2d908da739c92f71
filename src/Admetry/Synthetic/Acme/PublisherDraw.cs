using System.Globalization;
using Admetry.Statistics;

namespace Admetry.Synthetic.Acme;

/// <summary>Draws publishers, the largest first, and their placements.</summary>
static class PublisherDraw
{
    // Of the inventory about 15 % is made for advertising: none of it among the largest.
    static readonly PublisherTier[] Head = [PublisherTier.A, PublisherTier.B, PublisherTier.A, PublisherTier.B, PublisherTier.B, PublisherTier.A, PublisherTier.C, PublisherTier.B];
    static readonly (PublisherTier Tier, double Share)[] Tail = [(PublisherTier.A, .17), (PublisherTier.B, .37), (PublisherTier.C, .21), (PublisherTier.Mfa, .25)];
    static readonly (int Days, double Share)[] Terms = [(45, .3), (60, .4), (75, .15), (90, .15)];

    // The first three are enough for every device and format.
    static readonly (string Surface, string Position, string Device, string Size, string Fold, double Visible, double Clicked)[] Places =
    [
        ("web", "in_article", "desktop", "300x250", "above", 1.08, 1.05),
        ("app", "in_feed", "mobile", "320x50", "above", 1.04, 1.1),
        ("ctv", "pre_roll", "ctv", "1920x1080", "full", 1.0, 1.0),
        ("web", "footer", "desktop", "728x90", "below", 0.82, 0.8),
        ("app", "interstitial", "mobile", "320x480", "full", 1.1, 1.0),
        ("web", "sidebar", "desktop", "160x600", "above", 0.92, 0.85),
    ];

    public static IReadOnlyList<AcmePublisher> All(AcmeParameters parameters, AcmeNames names)
    {
        var random = new CounterRandom(unchecked(parameters.Seed * 31 + 4));
        return [.. Enumerable.Range(1, parameters.Size.Publishers).Select(number => One(number, random.At(number), names))];
    }

    public static IReadOnlyList<AcmePlacement> Placements(AcmeParameters parameters, IReadOnlyList<AcmePublisher> publishers) =>
    [
        .. from publisher in publishers
           from i in Enumerable.Range(0, parameters.Size.PlacementsEach)
           let place = Places[i]
           select new AcmePlacement(
               ((publisher.Number - 1) * parameters.Size.PlacementsEach) + i + 1, publisher.Number, place.Surface, place.Position,
               string.Create(CultureInfo.InvariantCulture, $"{publisher.Domain} {place.Surface} {place.Position}"), place.Device, place.Size, place.Fold,
               place.Visible, place.Clicked),
    ];

    static AcmePublisher One(int number, PlaceRandom random, AcmeNames names)
    {
        var category = AcmeVocabulary.Categories[(int)(random.Uniform(0) * AcmeVocabulary.Categories.Count)];
        var (name, domain) = names.Publisher(category);
        return new(
            number, name, domain, category, number <= Head.Length ? Head[number - 1] : Tail[Choice.Of(random.Uniform(1), Tail, choice => choice.Share)].Tier,
            (random.Uniform(2) - 0.5) * 0.06, Terms[Choice.Of(random.Uniform(3), Terms, choice => choice.Share)].Days, random.Uniform(4) < 0.4);
    }
}
