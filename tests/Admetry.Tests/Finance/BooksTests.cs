using Admetry.Finance;
using Xunit;
using static Admetry.Tests.Finance.BooksWorld;

namespace Admetry.Tests.Finance;

/// <summary>Books that do not fit together are refused at the door.</summary>
public sealed class BooksTests
{
    static readonly DateOnly Day = new(2024, 3, 1);
    static readonly FinanceDocument Ours = Invoice(1, Day, 30, 100);
    static readonly FinanceDocument Theirs = Statement(2, Day, 45, 60);
    static readonly FinanceDocument Note = Document(3, DocumentKind.CreditNote, 1, Day.AddDays(31), 0, 10);
    static readonly FinanceDocument Back = Document(4, DocumentKind.Clawback, 7, Day.AddDays(31), 0, 5);

    [Fact]
    public void A_payment_counts_from_the_later_of_its_day_and_the_day_it_was_applied()
    {
        var payment = In(1, Day.AddDays(20), 60);
        var books = new Books([Ours], [payment], [Paid(1, payment, 1, day: Day.AddDays(25))]);

        Assert.Equal(100, OpenItems.Balance(books, BookSide.Receivable, Day.AddDays(24)));
        Assert.Equal(60, OpenItems.UnappliedCash(books, BookSide.Receivable, Day.AddDays(24)));
        Assert.Equal(40, OpenItems.Balance(books, BookSide.Receivable, Day.AddDays(25)));
        Assert.Equal(0, OpenItems.UnappliedCash(books, BookSide.Receivable, Day.AddDays(25)));

        var early = new Books([Ours], [payment], [Paid(1, payment, 1, day: Day)]);
        Assert.Equal(100, OpenItems.Balance(early, BookSide.Receivable, Day.AddDays(19)));
    }

    [Fact]
    public void A_credit_note_settles_from_its_own_day_and_what_is_left_of_it_stays()
    {
        var books = new Books([Ours, Note], [], [Credited(1, Note, 1, 9)]);

        Assert.Equal(100, OpenItems.Balance(books, BookSide.Receivable, Note.IssueDate.AddDays(-1)));
        Assert.Equal(91, OpenItems.Balance(books, BookSide.Receivable, Note.IssueDate));
        Assert.Equal(1, OpenItems.UnappliedCredit(books, BookSide.Receivable, Note.IssueDate));
        Assert.Equal(0, OpenItems.UnappliedCredit(books, BookSide.Payable, Note.IssueDate));
    }

    [Fact]
    public void What_is_settled_is_no_open_item_and_what_is_overpaid_is_one_below_zero()
    {
        var payment = In(1, Day, 101);
        Assert.Empty(OpenItems.AsOf(new([Ours], [payment], [Paid(1, payment, 1, 100)]), BookSide.Receivable, Day));
        Assert.Equal(-1, Assert.Single(OpenItems.AsOf(new([Ours], [payment], [Paid(1, payment, 1)]), BookSide.Receivable, Day)).Open);
    }

    [Fact]
    public void Books_hold_one_currency()
    {
        Assert.Equal("USD", new Books([Ours], [], []).Currency);
        Assert.Null(new Books([], [], []).Currency);
        Assert.Contains("EUR and USD", Assert.Throws<ArgumentException>(() => new Books([Ours, Theirs with { Currency = "EUR" }], [], [])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Ids_stand_once()
    {
        Assert.Throws<ArgumentException>(() => new Books([Ours, Ours], [], []));
        Assert.Throws<ArgumentException>(() => new Books([], [In(1, Day, 1), In(1, Day, 2)], []));
    }

    [Fact]
    public void An_allocation_settles_a_charge_of_the_books()
    {
        var payment = In(1, Day, 10);
        Assert.Throws<ArgumentException>(() => new Books([Ours], [payment], [Paid(1, payment, 9)]));
        Assert.Throws<ArgumentException>(() => new Books([Ours, Note], [payment], [Paid(1, payment, Note.DocumentId)]));
    }

    [Fact]
    public void An_allocation_applies_one_payment_or_one_credit_of_the_same_party()
    {
        Refused(new(1, 0, 0, 1, 10, Day)); // nothing
        Refused(new(1, 1, 3, 1, 10, Day)); // both
        Refused(new(1, 99, 0, 1, 10, Day)); // an unknown payment
        Refused(new(1, 2, 0, 1, 10, Day)); // another client's payment
        Refused(new(1, 3, 0, 1, 10, Day)); // money that went out
        Refused(new(1, 0, 99, 1, 10, Day)); // an unknown credit
        Refused(new(1, 0, 1, 1, 10, Day)); // an invoice as a credit
        Refused(new(1, 0, 5, 1, 10, Day)); // another client's credit
        Refused(new(1, 0, 6, 1, 10, Day)); // a clawback of a publisher of the same number
        Assert.Equal(2, new Books([Ours, Theirs, Note, Back], [], [Credited(1, Note, 1), Credited(2, Back, 2)]).Allocations.Count);
    }

    static void Refused(Allocation allocation) => Assert.Throws<ArgumentException>(() => new Books(
        [Ours, Theirs, Note, Back, Note with { DocumentId = 5, ClientId = 8 }, Back with { DocumentId = 6, PublisherId = 1 }],
        [In(1, Day, 10), In(2, Day, 10, party: 8), Out(3, Day, 10, party: 1)], [allocation]));
}
