using System.Globalization;

namespace Admetry.Bench;

/// <summary>Parsed delivery rows of one account as an export of ads by day gives them: ads in blocks, days within each.</summary>
static class SampleRows
{
    const int AdsPerSet = 4;
    const int SetsPerCampaign = 5;

    public static DateOnly First { get; } = new(2023, 1, 1);

    /// <param name="salt">Other numbers for the same keys.</param>
    public static DeliveryRow[] Make(string account, int ads, int days, int salt)
    {
        var owner = new AdAccount(Platform.Google, account, "Bench", "C1", "USD");
        var rows = new DeliveryRow[ads * days];
        for (var ad = 0; ad < ads; ad++)
        {
            var (set, campaign) = (ad / AdsPerSet, ad / AdsPerSet / SetsPerCampaign);
            var names = new[]
            {
                Text($"10{campaign:D6}"), Text($"Campaign {campaign} brand search"), Text($"20{set:D6}"), Text($"Ad group {set}"),
                Text($"30{ad:D6}"), Text($"Ad {ad} text"),
            };
            for (var day = 0; day < days; day++)
                rows[ad * days + day] = Row(owner, names, ad * days + day + 2, First.AddDays(day), salt);
        }

        return rows;
    }

    static DeliveryRow Row(AdAccount owner, string[] names, int line, DateOnly day, int salt)
    {
        var noise = (uint)(line * 2_654_435_761L + salt * 97L);
        long impressions = noise % 10_000, clicks = impressions / 40;
        return new()
        {
            Line = line,
            Account = owner,
            First = day,
            Last = day,
            Level = Level.Ad,
            CampaignId = names[0],
            CampaignName = names[1],
            AdSetId = names[2],
            AdSetName = names[3],
            AdId = names[4],
            AdName = names[5],
            Measures = new()
            {
                Spend = (noise >> 8) % 500_000 / 100m,
                Impressions = impressions,
                Clicks = clicks,
                Conversions = clicks / 10,
                ConversionValue = clicks * 3.5m,
            },
        };
    }

    static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
