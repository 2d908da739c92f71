namespace Admetry.Synthetic.Acme;

/// <summary>What a line of an insertion order delivered at a publisher in a calendar month: what its books are made of.</summary>
/// <remarks>Money is in millionths of the account's currency. Invalid traffic found at once (GIVT) is in none of the counts and not in the gross. Clicks and conversions count in the month in which they came.</remarks>
/// <param name="AdsetId">The line of the insertion order.</param>
/// <param name="Month">Its first day.</param>
/// <param name="GrossMicros">What the client is billed for.</param>
/// <param name="PayoutMicros">What the publisher earned.</param>
/// <param name="MediaMicros">What the media cost.</param>
/// <param name="GivtMicros">What the media of invalid traffic cost that was found at once; nobody is billed for it.</param>
/// <param name="SivtGrossMicros">Gross of invalid traffic that is found in the month after: billed, then credited.</param>
public sealed record MonthlyDelivery(
    long CampaignId, long AdsetId, long PublisherId, DateOnly Month, long GrossMicros, long PayoutMicros, long MediaMicros, long GivtMicros,
    long SivtGrossMicros, long Impressions, long Clicks, long CompletedViews, long Conversions);
