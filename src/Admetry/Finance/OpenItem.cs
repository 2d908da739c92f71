namespace Admetry.Finance;

/// <summary>An invoice or statement, and how much of it is not settled.</summary>
/// <param name="Open">Major units, never zero; below zero where more was applied than it asked for.</param>
public sealed record OpenItem(FinanceDocument Document, decimal Open);

/// <summary>What is open on a day, as the books knew it on that day.</summary>
/// <remarks>Documents, payments, credits and allocations dated later do not exist yet; those of the day itself do.</remarks>
public static class OpenItems
{
    /// <returns>In the order of the books.</returns>
    public static IReadOnlyList<OpenItem> AsOf(Books books, BookSide side, DateOnly asOf) =>
    [
        .. from document in books.Documents
           where document.IsCharge && document.Side == side && document.IssueDate <= asOf
           let open = document.Total - books.Settling(document.DocumentId, asOf).Sum(allocation => allocation.Amount)
           where open != 0
           select new OpenItem(document, open),
    ];

    /// <summary>What clients owe us or we owe publishers on a day: the sum of the open items.</summary>
    public static decimal Balance(Books books, BookSide side, DateOnly asOf) => AsOf(books, side, asOf).Sum(item => item.Open);

    /// <summary>Money that came or went by a day and settles nothing yet: paid too much, twice, or in advance.</summary>
    public static decimal UnappliedCash(Books books, BookSide side, DateOnly asOf) =>
        books.Payments.Where(payment => payment.Side == side && payment.PaidDate <= asOf).Sum(payment => payment.Amount)
        - Applied(books, side, asOf, allocation => allocation.PaymentId != 0);

    /// <summary>Credit notes or clawbacks issued by a day that settle nothing yet.</summary>
    public static decimal UnappliedCredit(Books books, BookSide side, DateOnly asOf) =>
        books.Documents.Where(document => !document.IsCharge && document.Side == side && document.IssueDate <= asOf).Sum(document => document.Total)
        - Applied(books, side, asOf, allocation => allocation.CreditId != 0);

    static decimal Applied(Books books, BookSide side, DateOnly asOf, Func<Allocation, bool> isMeant) => (
        from allocation in books.Allocations
        let settled = books.Document(allocation.DocumentId)
        where settled.Side == side && settled.IssueDate <= asOf && isMeant(allocation)
        where allocation.AllocatedDate <= asOf && books.Source(allocation) <= asOf
        select allocation.Amount).Sum();
}
