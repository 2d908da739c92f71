using Admetry.Finance;
using Xunit;
using static Admetry.Tests.Finance.BooksWorld;

namespace Admetry.Tests.Finance;

/// <summary>Errors in the books are found, and what only looks like one is not.</summary>
public sealed class FinanceErrorsTests
{
    static readonly DateOnly Day = new(2024, 1, 1);
    static readonly DateOnly Later = new(2024, 12, 1);

    [Fact]
    public void The_same_payment_again_is_a_duplicate()
    {
        var (first, again) = (In(1, Day.AddDays(30), 100, reference: "D-1"), In(2, Day.AddDays(33), 100, reference: "D-1"));

        var found = Assert.Single(Find([Invoice(1, Day, 30, 100)], [first, again], [Paid(1, first, 1)]));

        Assert.Equal((FinanceErrorKind.DuplicatedPayment, BookSide.Receivable, 1L, 1L, 2L, 100m), (found.Kind, found.Side, found.PartyId, found.DocumentId, found.PaymentId, found.Amount));
        Assert.Equal("100.00 for D-1 on 2024-01-31 and again on 2024-02-03; together 200.00 was paid for it.", found.Evidence);
    }

    [Fact]
    public void What_was_credited_is_no_excuse_for_paying_twice()
    {
        var (first, again) = (In(1, Day.AddDays(40), 90, reference: "D-1"), In(2, Day.AddDays(41), 90, reference: "D-1"));
        var note = Document(2, DocumentKind.CreditNote, 1, Day.AddDays(31), 0, 10);

        Assert.Equal(2, Assert.Single(Find([Invoice(1, Day, 30, 100), note], [first, again], [Credited(1, note, 1), Paid(2, first, 1)])).PaymentId);
    }

    [Fact]
    public void A_duplicate_for_a_document_nobody_knows_is_one_too_and_so_is_money_that_went_out_twice()
    {
        Assert.Equal(0, Assert.Single(Find([], [In(1, Day, 100, reference: "?"), In(2, Day, 100, reference: "?")], [])).DocumentId);
        var found = Assert.Single(Find([Statement(5, Day, 45, 60)], [Out(1, Day, 60, reference: "D-5"), Out(2, Day, 60, reference: "D-5")], []));
        Assert.Equal((BookSide.Payable, 7L, 5L), (found.Side, found.PartyId, found.DocumentId));
    }

    [Fact]
    public void Halves_of_one_invoice_equal_invoices_and_payments_far_apart_are_no_duplicates()
    {
        Assert.Empty(Find([Invoice(1, Day, 30, 100)], [In(1, Day, 50, reference: "D-1"), In(2, Day, 50, reference: "D-1")], []));
        Assert.Empty(Find([], [In(1, Day, 100, reference: "D-1"), In(2, Day, 100, reference: "D-2")], []));
        Assert.Empty(Find([], [In(1, Day, 100, reference: "D-1"), In(2, Day.AddDays(31), 100, reference: "D-1")], []));
        Assert.Empty(Find([], [In(1, Day, 100, reference: "D-1"), In(2, Later.AddDays(1), 100, reference: "D-1")], []));
    }

    [Fact]
    public void A_rest_long_overdue_is_a_short_pay()
    {
        var payment = In(1, Day.AddDays(30), 90);
        var invoice = Invoice(1, Day, 30, 100);

        var found = Assert.Single(Find([invoice], [payment], [Paid(1, payment, 1)], invoice.DueDate.AddDays(91)));

        Assert.Equal((FinanceErrorKind.ShortPay, 1L, 10m), (found.Kind, found.DocumentId, found.Amount));
        Assert.Equal("D-1: 10.00 of 100.00 is open 91 days after it was due, the rest was paid.", found.Evidence);
        Assert.Empty(Find([invoice], [payment], [Paid(1, payment, 1)], invoice.DueDate.AddDays(90)));
    }

    [Fact]
    public void A_rest_that_a_credit_settles_or_that_is_paid_too_much_is_no_short_pay()
    {
        var (payment, note) = (In(1, Day.AddDays(30), 90), Document(2, DocumentKind.CreditNote, 1, Day.AddDays(31), 0, 10));
        Assert.Empty(Find([Invoice(1, Day, 30, 100), note], [payment], [Paid(1, payment, 1), Credited(2, note, 1)]));
        Assert.Empty(Find([Invoice(1, Day, 30, 80)], [payment], [Paid(1, payment, 1)]));
    }

    [Fact]
    public void A_client_with_several_invoices_unpaid_and_no_payment_since_is_insolvent()
    {
        var payment = In(1, Day.AddDays(30), 100);
        FinanceDocument[] documents = [Invoice(1, Day, 30, 100), Invoice(2, Day.AddMonths(1), 30, 40), Invoice(3, Day.AddMonths(2), 30, 50), Invoice(4, Later, 30, 5)];

        var found = Assert.Single(Find(documents, [payment], [Paid(1, payment, 1)]));

        Assert.Equal((FinanceErrorKind.InsolventClient, 1L, 95m), (found.Kind, found.PartyId, found.Amount));
        Assert.Contains("2 invoices are more than 90 days overdue without any payment, the first since 2024-03-02; 95.00 is open, and nothing came since 2024-01-31.", found.Evidence, StringComparison.Ordinal);
        Assert.Contains("nothing came since the beginning", Assert.Single(Find(documents, [], [])).Evidence, StringComparison.Ordinal);
    }

    [Fact]
    public void One_unpaid_invoice_or_payments_that_go_on_are_no_insolvency()
    {
        Assert.Empty(Find([Invoice(1, Day, 30, 100)], [], []));
        var payment = In(1, Later, 7);
        Assert.Empty(Find([Invoice(1, Day, 30, 100), Invoice(2, Day, 30, 100)], [payment], []));
    }

    [Fact]
    public void A_line_that_is_not_its_amount_rounded_half_to_even_is_off()
    {
        FinanceLine[] lines = [Line(1, 10.00m, 5000), Line(2, 10.01m, 4000), Line(3, 10.01m, -6000), Line(4, 10.02m, 12_000), Line(5, 10.01m, -5000)];

        var found = FinanceErrors.Find(new([Invoice(1, Day, 30, 50.05m)], [], []), [.. lines, Line(6, 1, 12_000) with { DocumentId = 9 }], Day);

        Assert.Equal([0.01m, -0.01m, 0.01m], found.Select(finding => finding.Amount)); // 10.005 is 10.00 and so is 10.004
        Assert.All(found, finding => Assert.Equal((FinanceErrorKind.LineOffByCents, 1L, 1L), (finding.Kind, finding.PartyId, finding.DocumentId)));
        Assert.Equal("D-1, line 3: 10.01 stands for 10.004000, which is 10.00.", found[0].Evidence);
    }

    static FinanceLine Line(long id, decimal amount, long residual) => new(id, 1, 1, 1, 0, 1000, 1, amount, residual);

    static IReadOnlyList<FinanceFinding> Find(FinanceDocument[] documents, Payment[] payments, Allocation[] allocations, DateOnly? asOf = null) =>
        FinanceErrors.Find(new(documents, payments, allocations), [], asOf ?? Later);
}
