namespace Admetry.Finance;

/// <summary>How clients pay: of invoices with a payment, when the first one came and how it fits what was open then.</summary>
/// <param name="Invoices">Those with a payment by the day asked about.</param>
/// <param name="Late">First paid after the due date.</param>
/// <param name="OnTheDay">First paid on the due date.</param>
/// <param name="Exact">The payment is what was open, credits taken off.</param>
/// <param name="Over">The payment is more.</param>
public sealed record PaymentHabits(int Invoices, int Late, int OnTheDay, int Exact, int Over)
{
    public int Early => Invoices - Late - OnTheDay;

    /// <summary>The payment is less than what was open.</summary>
    public int Under => Invoices - Exact - Over;

    public double? LateShare => Of(Late);

    public double? ExactShare => Of(Exact);

    public static PaymentHabits AsOf(Books books, DateOnly asOf)
    {
        var firsts = (
            from invoice in books.Documents
            where invoice.Kind is DocumentKind.Invoice
            let settling = books.Settling(invoice.DocumentId, asOf).OrderBy(books.Source).ThenBy(allocation => allocation.AllocationId).ToList()
            let first = settling.Find(allocation => allocation.PaymentId != 0)
            where first is not null
            let day = books.Source(first)
            let credited = settling.Where(allocation => allocation.CreditId != 0 && books.Source(allocation) <= day).Sum(allocation => allocation.Amount)
            select (Days: day.DayNumber - invoice.DueDate.DayNumber, Excess: books.Payment(first.PaymentId).Amount - (invoice.Total - credited))).ToList();
        return new(
            firsts.Count, firsts.Count(first => first.Days > 0), firsts.Count(first => first.Days == 0),
            firsts.Count(first => first.Excess == 0), firsts.Count(first => first.Excess > 0));
    }

    double? Of(int some) => Invoices == 0 ? null : (double)some / Invoices;
}
