using Admetry.Finance;
using Xunit;
using static Admetry.Tests.Finance.BooksWorld;

namespace Admetry.Tests.Finance;

/// <summary>When and how exactly clients pay.</summary>
public sealed class PaymentHabitsTests
{
    static readonly DateOnly Day = new(2024, 1, 1);

    [Fact]
    public void The_first_payment_of_an_invoice_tells_and_credits_are_taken_off()
    {
        var due = Day.AddDays(30);
        var note = Document(9, DocumentKind.CreditNote, 1, due.AddDays(-1), 0, 10);
        var later = Document(10, DocumentKind.CreditNote, 1, due.AddDays(5), 0, 10);
        Payment[] payments = [In(1, due.AddDays(3), 90), In(2, due, 100), In(3, due.AddDays(-2), 60), In(4, due.AddDays(9), 30), In(5, due.AddDays(1), 120)];
        var books = new Books(
            [Invoice(1, Day, 30, 100), Invoice(2, Day, 30, 100), Invoice(3, Day, 30, 100), Invoice(4, Day, 30, 100), Invoice(5, Day, 30, 7), note, later, Statement(6, Day, 30, 5)],
            payments,
            [Paid(1, payments[0], 1), Credited(2, note, 1), Paid(3, payments[1], 2), Paid(4, payments[2], 3), Paid(5, payments[3], 3), Credited(6, later, 3), Paid(7, payments[4], 4, 100)]);

        var habits = PaymentHabits.AsOf(books, due.AddDays(30));

        Assert.Equal(new PaymentHabits(Invoices: 4, Late: 2, OnTheDay: 1, Exact: 2, Over: 1), habits);
        Assert.Equal((1, 1), (habits.Early, habits.Under));
        Assert.Equal((0.5, 0.5), (habits.LateShare, habits.ExactShare));
        Assert.Equal(new PaymentHabits(2, 0, 1, 1, 0), PaymentHabits.AsOf(books, due));
    }

    [Fact]
    public void Before_anyone_paid_there_are_no_shares()
    {
        Assert.Null(PaymentHabits.AsOf(new([Invoice(1, Day, 30, 100)], [], []), Day).LateShare);
        Assert.Null(PaymentHabits.AsOf(new([], [], []), Day).ExactShare);
    }
}
