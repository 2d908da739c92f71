using Admetry.Finance;
using Xunit;
using static Admetry.Tests.Finance.BooksWorld;

namespace Admetry.Tests.Finance;

/// <summary>Paid when paid.</summary>
public sealed class SequentialLiabilityTests
{
    static readonly DateOnly Issued = new(2024, 3, 1);

    [Theory]
    [InlineData(68, 100, 0, 0), InlineData(68, 100, 50, 34), InlineData(68, 100, 100, 68), InlineData(68, 100, 120, 68)]
    [InlineData(68, 0, 0, 68), InlineData(68, 100, -5, 0), InlineData(0.05, 100, 50, 0.02), InlineData(0.07, 100, 50, 0.04)]
    public void What_is_payable_follows_what_was_received(decimal payout, decimal invoiced, decimal received, decimal payable) =>
        Assert.Equal(payable, SequentialLiability.Payable(payout, invoiced, received));

    [Fact]
    public void A_statement_waits_for_the_invoices_of_its_own_campaigns_and_month()
    {
        var (half, whole) = (In(1, Issued.AddDays(40), 45), In(2, Issued.AddDays(50), 200, party: 2));
        var note = Document(6, DocumentKind.CreditNote, 1, Issued.AddDays(31), 0, 10);
        var books = new Books(
            [
                Invoice(1, Issued, 30, 100), Invoice(2, Issued, 30, 200, party: 2), note,
                Invoice(3, Issued.AddMonths(1), 30, 500), // another month's
                Statement(4, Issued, 45, 90, isSequential: true), Statement(5, Issued, 45, 50, party: 8),
            ],
            [half, whole], [Paid(1, half, 1), Paid(2, whole, 2), Credited(3, note, 1)]);
        FinanceLine[] lines =
        [
            Line(1, 1, campaign: 11, 100), Line(2, 2, campaign: 12, 200), Line(3, 3, campaign: 11, 500),
            Line(4, 4, campaign: 11, 60), Line(5, 4, campaign: 12, 30), Line(6, 5, campaign: 11, 50),
        ];

        Assert.Equal(0, Payable(4, 30));
        Assert.Equal(30, Payable(4, 40)); // 45 of the 90 that are left after the credit: half of 60
        Assert.Equal(60, Payable(4, 50)); // and all of campaign 12
        Assert.Equal(50, Payable(5, 0)); // not sequential

        decimal Payable(long statement, int days) => SequentialLiability.PayableOf(books.Document(statement), books, lines, Issued.AddDays(days));
    }

    static FinanceLine Line(long id, long document, long campaign, decimal amount) => new(id, document, 0, campaign, 0, 1, 1, amount, 0);
}
