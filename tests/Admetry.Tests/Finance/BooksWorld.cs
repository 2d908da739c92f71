using Admetry.Finance;
using Admetry.Statistics;

namespace Admetry.Tests.Finance;

/// <summary>Small books, written out or drawn from a seed.</summary>
static class BooksWorld
{
    public static FinanceDocument Document(long id, DocumentKind kind, long party, DateOnly issued, int terms, decimal total, bool isSequential = false)
    {
        var isReceivable = kind is DocumentKind.Invoice or DocumentKind.CreditNote;
        return new()
        {
            DocumentId = id,
            Number = $"D-{id}",
            Kind = kind,
            ClientId = isReceivable ? party : 0,
            PublisherId = isReceivable ? 0 : party,
            Period = new DateOnly(issued.Year, issued.Month, 1).AddMonths(-1),
            IssueDate = issued,
            DueDate = issued.AddDays(terms),
            Currency = "USD",
            Total = total,
            IsSequential = isSequential,
        };
    }

    public static FinanceDocument Invoice(long id, DateOnly issued, int terms, decimal total, long party = 1) =>
        Document(id, DocumentKind.Invoice, party, issued, terms, total);

    public static FinanceDocument Statement(long id, DateOnly issued, int terms, decimal total, long party = 7, bool isSequential = false) =>
        Document(id, DocumentKind.Statement, party, issued, terms, total, isSequential);

    public static Payment In(long id, DateOnly day, decimal amount, long party = 1, string reference = "") =>
        new(id, PaymentDirection.In, party, 0, day, amount, reference);

    public static Payment Out(long id, DateOnly day, decimal amount, long party = 7, string reference = "") =>
        new(id, PaymentDirection.Out, 0, party, day, amount, reference);

    public static Allocation Paid(long id, Payment payment, long document, decimal? amount = null, DateOnly? day = null) =>
        new(id, payment.PaymentId, 0, document, amount ?? payment.Amount, day ?? payment.PaidDate);

    public static Allocation Credited(long id, FinanceDocument credit, long document, decimal? amount = null) =>
        new(id, 0, credit.DocumentId, document, amount ?? credit.Total, credit.IssueDate);

    /// <summary>Two years of both sides: paid early, late, in part, too much or never, some credited.</summary>
    public static Books Random(int seed)
    {
        var random = new CounterRandom(seed);
        var (documents, payments, allocations) = (new List<FinanceDocument>(), new List<Payment>(), new List<Allocation>());
        for (var i = 1; i <= 120; i++)
        {
            var isReceivable = random.Uniform(i, 0) < 0.5;
            var issued = new DateOnly(2023, 1, 1).AddDays((int)random.Between(0, 700, i, 1));
            var total = decimal.Round((decimal)random.Between(1, 5000, i, 2), 2);
            var party = 1 + (long)(random.Uniform(i, 3) * 6);
            documents.Add(Document(i, isReceivable ? DocumentKind.Invoice : DocumentKind.Statement, party, issued, random.Pick([30, 45, 60, 90], i, 4), total));
            var open = total;
            if (random.Uniform(i, 5) < 0.2)
            {
                var credit = Document(1000 + i, isReceivable ? DocumentKind.CreditNote : DocumentKind.Clawback, party, issued.AddDays(31), 0, decimal.Round(total / 10, 2) + 0.01m);
                documents.Add(credit);
                allocations.Add(Credited(1000 + i, credit, i, credit.Total - 0.01m));
                open -= credit.Total - 0.01m;
            }

            for (var part = 0; part < (int)random.Between(0, 3, i, 6); part++)
            {
                var amount = decimal.Round(open * (decimal)random.Between(0.3, 1, i, 7 + part), 2);
                var day = issued.AddDays((int)random.Between(1, 150, i, 10 + part));
                var payment = isReceivable ? In((10 * i) + part, day, amount + 1, party) : Out((10 * i) + part, day, amount + 1, party);
                payments.Add(payment);
                allocations.Add(Paid((10_000 * (part + 1)) + i, payment, i, amount, day.AddDays((int)random.Between(0, 9, i, 13))));
                open -= amount;
            }
        }

        return new(documents, payments, allocations);
    }

    /// <summary>What the books held on a day: nothing dated later.</summary>
    public static Books Until(Books books, DateOnly day) => new(
        books.Documents.Where(document => document.IssueDate <= day),
        books.Payments.Where(payment => payment.PaidDate <= day),
        books.Allocations.Where(allocation =>
            allocation.AllocatedDate <= day && books.Source(allocation) <= day && books.Document(allocation.DocumentId).IssueDate <= day));
}
