namespace Admetry.Finance;

/// <summary>What a client booked: one campaign, its price and how much of it may be billed.</summary>
/// <param name="Number">What people call it, such as <c>IO-CMP-000001</c>; unique.</param>
/// <param name="TermsDays">Days from an invoice to its due date.</param>
/// <param name="Cap">The most that is ever billed for it, major units; null: no limit.</param>
public sealed record InsertionOrder(
    long IoId, string Number, long ClientId, long AccountId, long CampaignId, int TermsDays, string Currency, decimal? Cap);

/// <summary>One line of an insertion order: what the warehouse calls an ad set.</summary>
/// <param name="BillingModel">CPM, CPC, CPCV or CPA: what the rate is paid for.</param>
/// <param name="Rate">Major units for a thousand impressions, a click, a completed view or a conversion.</param>
/// <param name="Units">How many of them are booked.</param>
public sealed record IoLine(
    long IoLineId, long IoId, long AdsetId, string BillingModel, decimal Rate, long Units, DateOnly FirstDay, DateOnly LastDay);
