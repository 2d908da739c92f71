namespace Admetry.Synthetic.Acme;

/// <summary>A file as one platform gives it out, with the sums that stand in it once its units and words are undone.</summary>
/// <param name="Name">Of the file.</param>
/// <param name="Spend">US dollars, rounded to the unit the platform counts in.</param>
/// <param name="Conversions">Null where the platform's layout does not tell them.</param>
/// <param name="Value">Of the conversions, like them.</param>
/// <param name="Campaigns">The numbers of the campaigns in it.</param>
public sealed record PlatformFile(
    string Name, Platform Platform, byte[] Content, int Rows, decimal Spend, long Impressions, long Clicks, long? Conversions, decimal? Value,
    IReadOnlyList<int> Campaigns);

/// <summary>A row to be written: a campaign's day in a platform's units.</summary>
/// <param name="Spend">US dollars, in the platform's smallest unit.</param>
/// <param name="Value">Like it.</param>
sealed record PlatformRow(AcmeCampaign Campaign, DateOnly Day, decimal Spend, long Impressions, long Clicks, long Conversions, decimal Value)
{
    const long FirstId = 23_850_000_000;
    const decimal Micros = 1_000_000;

    public long CampaignId => FirstId + Campaign.Number;

    public long AdSetId => FirstId * 2 + Campaign.Number;

    public long AccountId => 7_100_000 + Campaign.Advertiser.Number;

    public long SpendMicros => (long)(Spend * Micros);

    public long ValueMicros => (long)(Value * Micros);
}
