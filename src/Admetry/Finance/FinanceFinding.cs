namespace Admetry.Finance;

/// <summary>What may be wrong in the books.</summary>
public enum FinanceErrorKind
{
    /// <summary>The same party paid the same amount for the same document again, and the document was not that large.</summary>
    DuplicatedPayment,

    /// <summary>An invoice was paid in part, and the rest is long overdue.</summary>
    ShortPay,

    /// <summary>A client stopped paying: several invoices are long overdue and nothing came since.</summary>
    InsolventClient,

    /// <summary>A line is not what was delivered, rounded to the cent.</summary>
    LineOffByCents,
}

/// <summary>One thing found, with what speaks for it.</summary>
/// <param name="PartyId">The client or publisher.</param>
/// <param name="DocumentId">0 where no one document is meant, or the payment's reference names none.</param>
/// <param name="PaymentId">0 where no payment is meant.</param>
/// <param name="Amount">What it is about, in major units: paid too much, paid too little, owed, or the line's error.</param>
/// <param name="Evidence">One sentence with the numbers.</param>
public sealed record FinanceFinding(
    FinanceErrorKind Kind, BookSide Side, long PartyId, long DocumentId, long PaymentId, decimal Amount, string Evidence);
