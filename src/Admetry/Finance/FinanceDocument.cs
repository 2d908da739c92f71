namespace Admetry.Finance;

/// <summary>What a document of the books does.</summary>
public enum DocumentKind
{
    /// <summary>Asks a client for a month's delivery.</summary>
    Invoice,

    /// <summary>Takes back what a client was invoiced.</summary>
    CreditNote,

    /// <summary>Tells a publisher what a month's delivery earned them: we owe it.</summary>
    Statement,

    /// <summary>Takes back what a publisher was told they earned.</summary>
    Clawback,
}

/// <summary>Which side of the books: what clients owe us, or what we owe publishers.</summary>
public enum BookSide { Receivable, Payable }

/// <summary>One document of the books: one party and one calendar month of delivery, in one currency.</summary>
/// <remarks>Amounts are in major units with whole cents and above zero whatever the kind; the kind says which way they count.</remarks>
public sealed record FinanceDocument
{
    public required long DocumentId { get; init; }

    /// <summary>What people call it, such as <c>INV-2024-03-CMP-000001</c>; unique.</summary>
    public required string Number { get; init; }

    public required DocumentKind Kind { get; init; }

    /// <summary>Of invoices and credit notes; 0 otherwise.</summary>
    public long ClientId { get; init; }

    /// <summary>Of statements and clawbacks; 0 otherwise.</summary>
    public long PublisherId { get; init; }

    /// <summary>The first day of the month of delivery.</summary>
    public required DateOnly Period { get; init; }

    public required DateOnly IssueDate { get; init; }

    /// <summary>The last day on which payment is in time.</summary>
    public required DateOnly DueDate { get; init; }

    public required string Currency { get; init; }

    /// <summary>The sum of its lines.</summary>
    public required decimal Total { get; init; }

    /// <summary>Whether a statement is paid only as far as the clients paid for it (paid when paid).</summary>
    public bool IsSequential { get; init; }

    public BookSide Side => Kind is DocumentKind.Invoice or DocumentKind.CreditNote ? BookSide.Receivable : BookSide.Payable;

    /// <summary>Whether it makes a debt; otherwise it takes one back.</summary>
    public bool IsCharge => Kind is DocumentKind.Invoice or DocumentKind.Statement;

    /// <summary>The client or the publisher.</summary>
    public long PartyId => Side is BookSide.Receivable ? ClientId : PublisherId;
}

/// <summary>One line of a document: a line of an insertion order, or a publisher's earnings from a campaign, in its month.</summary>
/// <param name="IoLineId">0 on the publishers' side.</param>
/// <param name="CampaignId">0 where a publisher's campaigns stand in one line.</param>
/// <param name="PublisherId">0 on the clients' side.</param>
/// <param name="Quantity">What the rate is paid for: impressions, clicks, completed views or conversions.</param>
/// <param name="Rate">Major units for one unit of the quantity, for a thousand where it counts impressions.</param>
/// <param name="Amount">Whole cents.</param>
/// <param name="ResidualMicros">The exact amount less <paramref name="Amount"/>, in millionths: what rounding left over.</param>
public sealed record FinanceLine(
    long LineId, long DocumentId, long IoLineId, long CampaignId, long PublisherId, long Quantity, decimal Rate, decimal Amount, long ResidualMicros)
{
    /// <summary>What was delivered, before it was rounded to cents.</summary>
    public decimal Exact => Amount + (ResidualMicros / 1_000_000m);
}
