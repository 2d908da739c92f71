using Admetry.Finance;

namespace Admetry.Synthetic.Acme;

/// <summary>An invoice or statement as it was closed, with its lines.</summary>
/// <param name="CampaignId">0 for a statement.</param>
/// <param name="Invalid">Of an invoice, what is credited a month later; major units.</param>
sealed record Closed(FinanceDocument Document, IReadOnlyList<FinanceLine> Lines, long CampaignId, decimal Invalid);

/// <summary>Closes months: delivery becomes invoices and publishers' statements, each line rounded to the cent, half to even.</summary>
/// <remarks>Months come in order, and only one is held at a time.</remarks>
sealed class ClosedMonths(IReadOnlyList<AcmeOrder> orders, IReadOnlyList<AcmePayee> payees, string currency)
{
    const long Micros = 1_000_000;
    const long SmallLine = Micros; // what a campaign earns below it stands with others in one line

    readonly Dictionary<long, AcmeOrder> orderOf = orders.ToDictionary(order => order.CampaignId);
    readonly Dictionary<long, AcmePayee> payeeOf = payees.ToDictionary(payee => payee.PublisherId);
    readonly Dictionary<long, long> billed = [];
    readonly Dictionary<long, (long Gross, long Quantity)> delivered = [];
    long documentId;
    long lineId;

    public List<Closed> Invoices { get; } = [];

    public List<Closed> Statements { get; } = [];

    public long NextDocumentId() => ++documentId;

    public long NextLineId() => ++lineId;

    /// <summary>What a line delivered in all months: gross in millionths, and units of its billing model.</summary>
    public (long Gross, long Quantity) Delivered(long adsetId) => delivered.GetValueOrDefault(adsetId);

    /// <param name="delivery">Of one month.</param>
    /// <exception cref="ArgumentException">A campaign or publisher is unknown.</exception>
    public void Close(DateOnly month, IReadOnlyCollection<MonthlyDelivery> delivery)
    {
        foreach (var campaign in delivery.GroupBy(row => row.CampaignId).OrderBy(rows => rows.Key))
            Invoice(month, orderOf.GetValueOrDefault(campaign.Key) ?? throw new ArgumentException($"Campaign {campaign.Key} has no insertion order.", nameof(delivery)), campaign);
        foreach (var publisher in delivery.GroupBy(row => row.PublisherId).OrderBy(rows => rows.Key))
            State(month, payeeOf.GetValueOrDefault(publisher.Key) ?? throw new ArgumentException($"Publisher {publisher.Key} has no terms.", nameof(delivery)), publisher);
    }

    /// <summary>Units that the billing model counts.</summary>
    static long Quantity(string billingModel, MonthlyDelivery row) => billingModel switch
    {
        "CPM" => row.Impressions,
        "CPC" => row.Clicks,
        "CPCV" => row.CompletedViews,
        "CPA" => row.Conversions,
        _ => throw new ArgumentException($"{billingModel} is no billing model.", nameof(billingModel)),
    };

    void Invoice(DateOnly month, AcmeOrder order, IEnumerable<MonthlyDelivery> delivery)
    {
        var (id, lines, invalid) = (documentId + 1, new List<FinanceLine>(), 0L);
        foreach (var rows in delivery.GroupBy(row => row.AdsetId).OrderBy(rows => rows.Key))
        {
            var (gross, quantity) = (rows.Sum(row => row.GrossMicros), rows.Sum(row => Quantity(order.BillingModel, row)));
            var (before, units) = delivered.GetValueOrDefault(rows.Key);
            delivered[rows.Key] = (before + gross, units + quantity);
            var billable = Math.Min(gross, Left(order));
            billed[order.CampaignId] = billed.GetValueOrDefault(order.CampaignId) + billable;
            invalid += Math.Min(billable, rows.Sum(row => row.SivtGrossMicros));
            if (billable > 0)
                lines.Add(Line(id, rows.Key, order.CampaignId, 0, quantity, order.BillingModel is "CPM" ? 1000 : 1, billable));
        }

        if (lines.Sum(line => line.Amount) is > 0 and var total)
            Invoices.Add(new(
                Document(DocumentKind.Invoice, "INV", order.CampaignCode, month, order.TermsDays, total) with { ClientId = order.ClientId },
                lines, order.CampaignId, Math.Min(total, decimal.Round(invalid / (decimal)Micros, 2, MidpointRounding.ToEven))));
    }

    long Left(AcmeOrder order) =>
        order.Cap is { } cap ? Math.Max(0, (long)(cap * Micros) - billed.GetValueOrDefault(order.CampaignId)) : long.MaxValue;

    void State(DateOnly month, AcmePayee payee, IEnumerable<MonthlyDelivery> delivery)
    {
        var id = documentId + 1;
        var lines = (
            from row in delivery
            group row by row.CampaignId into campaign
            let payout = campaign.Sum(row => row.PayoutMicros)
            where payout > 0
            select (Campaign: payee.PaidWhenPaid && payout >= SmallLine ? campaign.Key : 0, Payout: payout, Impressions: campaign.Sum(row => row.Impressions)) into earned
            group earned by earned.Campaign into line
            orderby line.Key
            select Line(id, 0, line.Key, payee.PublisherId, line.Sum(earned => earned.Impressions), 1000, line.Sum(earned => earned.Payout))).ToList();
        if (lines.Sum(line => line.Amount) is > 0 and var total)
            Statements.Add(new(
                Document(DocumentKind.Statement, "PS", payee.PublisherCode, month, payee.TermsDays, total) with { PublisherId = payee.PublisherId, IsSequential = payee.PaidWhenPaid },
                lines, 0, 0));
    }

    FinanceLine Line(long document, long ioLine, long campaign, long publisher, long quantity, int units, long micros)
    {
        var exact = micros / (decimal)Micros;
        var amount = decimal.Round(exact, 2, MidpointRounding.ToEven);
        var rate = quantity == 0 ? 0 : decimal.Round(exact * units / quantity, 6, MidpointRounding.ToEven);
        return new(NextLineId(), document, ioLine, campaign, publisher, quantity, rate, amount, (long)((exact - amount) * Micros));
    }

    FinanceDocument Document(DocumentKind kind, string prefix, string code, DateOnly month, int terms, decimal total) => new()
    {
        DocumentId = NextDocumentId(),
        Number = FormattableString.Invariant($"{prefix}-{month:yyyyMM}-{code}"),
        Kind = kind,
        Period = month,
        IssueDate = month.AddMonths(1),
        DueDate = month.AddMonths(1).AddDays(terms),
        Currency = currency,
        Total = total,
    };
}
