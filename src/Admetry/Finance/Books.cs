namespace Admetry.Finance;

/// <summary>Documents, payments and what settles what, of one currency: everything that is computed here starts from them.</summary>
/// <remarks>Nothing is ever changed in place: later days only add, so that any past day can be told again.</remarks>
public sealed class Books
{
    readonly Dictionary<long, FinanceDocument> documents;
    readonly Dictionary<long, Payment> payments;
    readonly ILookup<long, Allocation> settling;

    /// <exception cref="ArgumentException">
    /// Documents are of several currencies, an id stands twice, or an allocation names what is not in the books.
    /// </exception>
    public Books(IEnumerable<FinanceDocument> documents, IEnumerable<Payment> payments, IEnumerable<Allocation> allocations)
    {
        (Documents, Payments, Allocations) = ([.. documents], [.. payments], [.. allocations]);
        this.documents = Documents.ToDictionary(document => document.DocumentId);
        this.payments = Payments.ToDictionary(payment => payment.PaymentId);
        settling = Allocations.ToLookup(allocation => allocation.DocumentId);
        string[] currencies = [.. Documents.Select(document => document.Currency).Distinct().Order(StringComparer.Ordinal)];
        if (currencies.Length > 1)
            throw new ArgumentException($"The documents are in {string.Join(" and ", currencies)}; books hold one currency.", nameof(documents));
        foreach (var allocation in Allocations)
            Refuse(allocation);

        Currency = currencies is [var only] ? only : null;
    }

    public IReadOnlyList<FinanceDocument> Documents { get; }

    public IReadOnlyList<Payment> Payments { get; }

    public IReadOnlyList<Allocation> Allocations { get; }

    /// <summary>ISO 4217; null where there is no document.</summary>
    public string? Currency { get; }

    /// <exception cref="KeyNotFoundException">No document has that id.</exception>
    public FinanceDocument Document(long documentId) => documents[documentId];

    /// <exception cref="KeyNotFoundException">No payment has that id.</exception>
    public Payment Payment(long paymentId) => payments[paymentId];

    /// <summary>What settles a document, as far as it was known on a day: source and allocation both stand in the books by then.</summary>
    public IEnumerable<Allocation> Settling(long documentId, DateOnly asOf) =>
        settling[documentId].Where(allocation => allocation.AllocatedDate <= asOf && Source(allocation) <= asOf);

    /// <summary>The day of the payment or of the credit that is applied.</summary>
    public DateOnly Source(Allocation allocation) =>
        allocation.PaymentId != 0 ? Payment(allocation.PaymentId).PaidDate : Document(allocation.CreditId).IssueDate;

    void Refuse(Allocation allocation)
    {
        if (!documents.TryGetValue(allocation.DocumentId, out var settled) || !settled.IsCharge)
            throw new ArgumentException($"Allocation {allocation.AllocationId} settles document {allocation.DocumentId}, which is no invoice or statement of these books.");
        var isKnown = (allocation.PaymentId, allocation.CreditId) switch
        {
            (not 0, 0) => payments.TryGetValue(allocation.PaymentId, out var payment) && payment.PartyId == settled.PartyId && payment.Side == settled.Side,
            (0, not 0) => documents.TryGetValue(allocation.CreditId, out var credit) && !credit.IsCharge && credit.PartyId == settled.PartyId && credit.Side == settled.Side,
            _ => false,
        };
        if (!isKnown)
            throw new ArgumentException($"Allocation {allocation.AllocationId} applies neither a payment nor a credit of the party of document {allocation.DocumentId}.");
    }
}
