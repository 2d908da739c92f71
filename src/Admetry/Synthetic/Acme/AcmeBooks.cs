using Admetry.Finance;

namespace Admetry.Synthetic.Acme;

/// <summary>The finance of ACME Corp, with what is wrong in it on purpose.</summary>
/// <param name="Truth">What was planted, for a scorer: the product never reads it.</param>
public sealed record AcmeBooks(
    IReadOnlyList<InsertionOrder> Orders, IReadOnlyList<IoLine> OrderLines, IReadOnlyList<FinanceDocument> Documents,
    IReadOnlyList<FinanceLine> Lines, IReadOnlyList<Payment> Payments, IReadOnlyList<Allocation> Allocations,
    IReadOnlyList<PlantedError> Truth)
{
    /// <exception cref="ArgumentException">They do not fit together.</exception>
    public Books ToBooks() => new(Documents, Payments, Allocations);
}

/// <summary>One error that was put into the books.</summary>
/// <param name="PartyId">The client.</param>
/// <param name="DocumentId">0 for a client that stopped paying.</param>
/// <param name="PaymentId">Of a payment made twice, the second; 0 otherwise.</param>
public sealed record PlantedError(FinanceErrorKind Kind, long PartyId, long DocumentId, long PaymentId);
