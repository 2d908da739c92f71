using Admetry.Finance;
using Xunit;
using static Admetry.Tests.Finance.BooksWorld;

namespace Admetry.Tests.Finance;

/// <summary>How long money is out, worked by hand.</summary>
public sealed class WorkingCapitalTests
{
    static readonly DateOnly Today = new(2024, 3, 31);

    // 300 in January (200 of it paid), 200 in February, 400 in March; statements of 240 and 160, nothing paid.
    static readonly Payment Part = In(1, new(2024, 3, 10), 200);

    static readonly Books Company = new(
        [
            Invoice(1, new(2024, 1, 2), 30, 300), Invoice(2, new(2024, 2, 1), 30, 200), Invoice(3, new(2024, 3, 1), 60, 400),
            Statement(4, new(2024, 2, 1), 45, 160), Statement(5, new(2024, 3, 1), 45, 240),
        ],
        [Part], [Paid(1, Part, 1)]);

    [Fact]
    public void Days_outstanding_are_open_over_billed_in_ninety_days()
    {
        Assert.Equal(700.0 / 900 * 90, WorkingCapital.DaysOutstanding(Company, BookSide.Receivable, Today)!.Value, 1e-9);
        Assert.Equal(90.0, WorkingCapital.DaysOutstanding(Company, BookSide.Payable, Today)!.Value, 1e-9);
        Assert.Equal(-20.0, WorkingCapital.CashConversionGap(Company, Today)!.Value, 1e-9);
    }

    [Fact]
    public void The_ninety_first_day_back_is_not_counted()
    {
        Assert.Equal(900, WorkingCapital.Billed(Company, BookSide.Receivable, Today.AddDays(-90), Today));
        Assert.Equal(600, WorkingCapital.Billed(Company, BookSide.Receivable, new(2024, 1, 2), Today));
    }

    [Fact]
    public void A_credit_note_lessens_what_was_billed()
    {
        var note = Document(9, DocumentKind.CreditNote, 1, new(2024, 3, 2), 0, 50);
        var books = new Books([.. Company.Documents, note], Company.Payments, Company.Allocations);

        Assert.Equal(850, WorkingCapital.Billed(books, BookSide.Receivable, Today.AddDays(-90), Today));
    }

    [Fact]
    public void Without_billing_there_are_no_days()
    {
        Assert.Null(WorkingCapital.DaysOutstanding(Company, BookSide.Receivable, new(2024, 1, 1)));
        Assert.Null(WorkingCapital.CashConversionGap(Company, new(2024, 1, 31)));
        Assert.Null(WorkingCapital.CountBack(new([], [], []), BookSide.Receivable, Today));
    }

    [Fact]
    public void Counting_back_uses_up_the_latest_months_first()
    {
        // 700 open: all of March (400, 31 days) and of February (200, 29 days), a third of January (100 of 300, 31 days).
        Assert.Equal(31 + 29 + (31 / 3.0), WorkingCapital.CountBack(Company, BookSide.Receivable, Today)!.Value, 1e-9);
        Assert.Equal(31 + 29, WorkingCapital.CountBack(Company, BookSide.Payable, Today)!.Value, 1e-9);
        // Half of a month counts the days that have passed of it.
        Assert.Equal(10, WorkingCapital.CountBack(new([Invoice(1, new(2024, 3, 1), 30, 10)], [], []), BookSide.Receivable, new(2024, 3, 10))!.Value, 1e-9);
    }

    [Fact]
    public void Counting_back_is_zero_when_nothing_is_open_and_unknown_when_more_is_open_than_was_billed()
    {
        var payment = In(1, Today, 10);
        Assert.Equal(0, WorkingCapital.CountBack(new([Invoice(1, new(2024, 1, 5), 30, 10)], [payment], [Paid(1, payment, 1)]), BookSide.Receivable, Today));
        var note = Document(2, DocumentKind.CreditNote, 1, new(2024, 3, 1), 0, 4);
        Assert.Null(WorkingCapital.CountBack(new([Invoice(1, new(2024, 2, 5), 30, 10), note], [], []), BookSide.Receivable, Today));
    }

    [Fact]
    public void Collection_effectiveness_is_collected_over_collectable()
    {
        // January ended with 300 open; 600 billed since; 700 open at the end, 400 of it not due.
        Assert.Equal((300 + 600 - 700) / (300.0 + 600 - 400), WorkingCapital.CollectionEffectiveness(Company, new(2024, 1, 31), Today)!.Value, 1e-9);
        Assert.Null(WorkingCapital.CollectionEffectiveness(Company, new(2023, 12, 1), new(2024, 1, 31)));
        Assert.Null(WorkingCapital.CollectionEffectiveness(new([], [], []), new(2023, 12, 1), Today));
    }

    [Fact]
    public void The_net_position_is_told_at_each_months_end()
    {
        var months = NetPosition.ByMonth(Company, new(new(2024, 1, 15), new(2024, 3, 20)));

        Assert.Equal([new(new(2024, 1, 31), 300, 0), new(new(2024, 2, 29), 500, 160), new(new(2024, 3, 20), 700, 400)], months);
        Assert.Equal([300, 340, 300], months.Select(month => month.Net));
    }

    [Fact]
    public void Lateness_is_the_mean_of_a_partys_payments_and_of_all_where_it_never_paid()
    {
        var (early, late, other) = (In(1, new(2024, 1, 29), 100), In(2, new(2024, 2, 11), 200), In(3, new(2024, 3, 12), 200, party: 2));
        var books = new Books(
            [Invoice(1, new(2024, 1, 2), 30, 300), Invoice(2, new(2024, 2, 1), 30, 200, party: 2), Invoice(3, new(2024, 3, 1), 30, 50, party: 3)],
            [early, late, other], [Paid(1, early, 1), Paid(2, late, 1), Paid(3, other, 2)]);

        var lateness = Lateness.Of(books, BookSide.Receivable, Today);

        Assert.Equal(3.5, lateness.Mean(1)); // 3 days early, 10 days late
        Assert.Equal(10, lateness.Mean(2)); // due on 2 March of a leap year
        Assert.Equal(17 / 3.0, lateness.Mean(3), 1e-9);
        Assert.Equal(new DateOnly(2024, 3, 31).AddDays(6), lateness.Expected(books.Document(3)));
        Assert.Equal(0, Lateness.Of(books, BookSide.Payable, Today).Overall);
        Assert.Equal(-3, Lateness.Of(books, BookSide.Receivable, new(2024, 2, 1)).Mean(1));
    }
}
