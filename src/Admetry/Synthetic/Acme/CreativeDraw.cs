using System.Globalization;
using Admetry.Statistics;

namespace Admetry.Synthetic.Acme;

/// <summary>Draws two to six creatives for each campaign.</summary>
static class CreativeDraw
{
    const double GoodQuality = 0.22;
    const double QualitySpread = 0.12;

    static readonly string[] Calls = ["Shop now", "Learn more", "Sign up", "Get offer", "Watch more", "Book now", "Download"];
    static readonly string[] Titles = ["Made for mornings", "The new standard", "Save this week", "Meet the collection", "Your plan, your way", "Ready in minutes", "Only what matters", "Come back for more"];
    static readonly int[] Lengths = [6, 10, 15, 15, 20, 30, 30];

    public static void Fill(AcmeParameters parameters, IReadOnlyList<AcmeCampaign> campaigns, IReadOnlyList<CreativeTest> tests)
    {
        var random = new CounterRandom(unchecked(parameters.Seed * 31 + 3));
        var inTest = tests.ToDictionary(test => test.Campaign);
        var number = 0;
        foreach (var campaign in campaigns)
        {
            var count = inTest.ContainsKey(campaign.Number) ? 2 : 2 + (int)(random.Uniform(campaign.Number, 40) * 5);
            var creatives = new List<AcmeCreative>(count);
            for (var i = 0; i < count; i++)
                creatives.Add(One(++number, i, campaign, random.At(100_000 + number)));
            if (inTest.TryGetValue(campaign.Number, out var test))
                creatives[1] = creatives[1] with { Quality = creatives[0].Quality + Math.Log(test.Factor), HalfLife = creatives[0].HalfLife, IsGood = null };
            campaign.Creatives = creatives;
        }
    }

    static AcmeCreative One(int number, int index, AcmeCampaign campaign, PlaceRandom random)
    {
        var format = campaign.Format;
        var (width, height) = format.Sizes[(int)(random.Uniform(0) * format.Sizes.Count)];
        var seconds = format.Quartiles is [] ? (int?)null : Lengths[(int)(random.Uniform(1) * Lengths.Length)];
        var kb = seconds is { } length ? 900 + (int)(length * (60 + (120 * random.Uniform(2)))) : 40 + (int)(110 * random.Uniform(2));
        var title = Titles[(int)(random.Uniform(3) * Titles.Length)];
        var creative = new AcmeCreative(
            number, campaign.Number, string.Create(CultureInfo.InvariantCulture, $"{title} {width}x{height} {(char)('A' + index)}"), format.CreativeType,
            width, height, kb, seconds, title, Calls[(int)(random.Uniform(4) * Calls.Length)],
            string.Create(CultureInfo.InvariantCulture, $"https://advertiser-{campaign.Advertiser.Number:0000}.example/landing/{number}"),
            0, 10 + (30 * random.Uniform(7)));
        var score = CreativeScore.Of(creative);
        var isGood = random.Uniform(8) < score;
        return creative with { Score = score, IsGood = isGood, Quality = (isGood ? GoodQuality : -GoodQuality) + (QualitySpread * random.Normal(5)) };
    }
}
