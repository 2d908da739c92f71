namespace Admetry.Synthetic.Acme;

/// <summary>What finance must know of a campaign: whom it bills, for what, and when it is due.</summary>
/// <param name="CampaignCode">Such as <c>CMP-000001</c>; it names the documents.</param>
/// <param name="TermsDays">Days from an invoice to its due date.</param>
/// <param name="BillingModel">CPM, CPC, CPCV or CPA.</param>
/// <param name="Rate">Major units, as booked; null: what was delivered tells.</param>
/// <param name="Cap">The most that is billed, major units; null: no limit.</param>
public sealed record AcmeOrder(
    long CampaignId, string CampaignCode, long ClientId, long AccountId, int TermsDays, string BillingModel, decimal? Rate, decimal? Cap,
    IReadOnlyList<AcmeOrderLine> Lines);

/// <summary>A line of an insertion order.</summary>
public sealed record AcmeOrderLine(long AdsetId, DateOnly FirstDay, DateOnly LastDay);

/// <summary>What finance must know of a publisher.</summary>
/// <param name="PublisherCode">Such as <c>PUB-0001</c>; it names the documents.</param>
/// <param name="PaidWhenPaid">It is paid only as far as the clients have paid for its delivery.</param>
public sealed record AcmePayee(long PublisherId, string PublisherCode, int TermsDays, bool PaidWhenPaid);
