using Admetry.Finance;

namespace Admetry.Synthetic.Acme;

/// <summary>The payments and allocations of books in the making, numbered as they come; nothing is dated after their last day.</summary>
sealed class Movements(DateOnly until)
{
    public DateOnly Until => until;

    public List<Payment> Payments { get; } = [];

    public List<Allocation> Allocations { get; } = [];

    /// <summary>Pays for a document; what is not settled by it stays unapplied.</summary>
    /// <returns>Null where the day lies behind the end of the books.</returns>
    public Payment? Pay(FinanceDocument document, DateOnly day, decimal amount, decimal settled)
    {
        if (day > until || amount <= 0)
            return null;

        var payment = new Payment(
            Payments.Count + 1, document.Side is BookSide.Receivable ? PaymentDirection.In : PaymentDirection.Out, document.ClientId, document.PublisherId,
            day, amount, document.Number);
        Payments.Add(payment);
        if (settled > 0)
            Allocations.Add(new(Allocations.Count + 1, payment.PaymentId, 0, document.DocumentId, settled, day));
        return payment;
    }

    /// <summary>Holds a credit note or clawback against a document.</summary>
    public void Credit(FinanceDocument credit, FinanceDocument document, decimal amount, DateOnly day) =>
        Allocations.Add(new(Allocations.Count + 1, 0, credit.DocumentId, document.DocumentId, amount, day));
}
