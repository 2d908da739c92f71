using Admetry.Finance;
using Xunit;
using static Admetry.Tests.Finance.BooksWorld;

namespace Admetry.Tests.Finance;

/// <summary>Ageing tells how old what is open is, on any day.</summary>
public sealed class AgeingTests
{
    static readonly DateOnly Today = new(2024, 6, 30);

    [Theory]
    [InlineData(0, 1), InlineData(-5, 1), InlineData(1, 2), InlineData(30, 2), InlineData(31, 3), InlineData(60, 3)]
    [InlineData(61, 4), InlineData(90, 4), InlineData(91, 5), InlineData(400, 5)]
    public void An_invoice_lies_in_the_bucket_of_its_days_past_due(int days, int bucket)
    {
        var books = new Books([Invoice(1, Today.AddDays(-days - 30), 30, 100)], [], []);

        var aged = Ageing.Of(books, BookSide.Receivable, Today);

        decimal[] buckets = [aged.Current, aged.Days1To30, aged.Days31To60, aged.Days61To90, aged.Days91AndMore];
        Assert.Equal(bucket, 1 + Array.IndexOf(buckets, 100m));
        Assert.Equal(100m, aged.Open);
        Assert.Equal(bucket == 1 ? 0 : 100m, aged.Overdue);
    }

    [Fact]
    public void By_invoice_date_the_age_counts_from_issue()
    {
        var books = new Books([Invoice(1, Today.AddDays(-35), 60, 100), Invoice(2, Today, 60, 7)], [], []);

        Assert.Equal(new(107, 0, 0, 0, 0), Ageing.Of(books, BookSide.Receivable, Today));
        Assert.Equal(new(7, 0, 100, 0, 0), Ageing.Of(books, BookSide.Receivable, Today, AgeingBasis.InvoiceDate));
    }

    [Fact]
    public void The_allowance_is_1_3_10_25_and_50_per_cent() =>
        Assert.Equal(10m + 6m + 30m + 100m + 250m, new AgeingBuckets(1000, 200, 300, 400, 500).Allowance);

    [Theory]
    [InlineData(50.5, 0.50), InlineData(51.5, 0.52)] // 0.505 and 0.515
    public void The_allowance_is_rounded_half_to_even(decimal current, decimal allowance) =>
        Assert.Equal(allowance, new AgeingBuckets(current, 0, 0, 0, 0).Allowance);

    [Fact]
    public void Parties_come_by_what_they_owe()
    {
        var books = new Books([Invoice(1, Today, 30, 10, party: 1), Invoice(2, Today, 30, 40, party: 2), Invoice(3, Today, 30, 10, party: 3), Statement(4, Today, 30, 99)], [], []);

        Assert.Equal([(2, 40m), (1, 10m), (3, 10m)], Ageing.ByParty(books, BookSide.Receivable, Today).Select(party => (party.PartyId, party.Buckets.Open)));
        Assert.Equal([(7, 99m)], Ageing.ByParty(books, BookSide.Payable, Today).Select(party => (party.PartyId, party.Buckets.Open)));
    }

    [Theory]
    [InlineData(1), InlineData(2), InlineData(3)]
    public void Buckets_and_parties_sum_to_the_open_balance_to_the_cent_on_any_day(int seed)
    {
        var books = BooksWorld.Random(seed);
        for (var day = new DateOnly(2023, 1, 1); day < new DateOnly(2025, 6, 1); day = day.AddDays(13))
            foreach (var side in Enum.GetValues<BookSide>())
                foreach (var basis in Enum.GetValues<AgeingBasis>())
                {
                    var open = OpenItems.Balance(books, side, day);
                    Assert.Equal(open, Ageing.Of(books, side, day, basis).Open);
                    Assert.Equal(open, Ageing.ByParty(books, side, day, basis).Sum(party => party.Buckets.Open));
                }
    }

    [Theory]
    [InlineData(4), InlineData(5), InlineData(6)]
    public void Later_documents_payments_credits_and_allocations_never_change_an_earlier_day(int seed)
    {
        var books = BooksWorld.Random(seed);
        for (var day = new DateOnly(2023, 1, 1); day < new DateOnly(2025, 6, 1); day = day.AddDays(29))
        {
            var then = Until(books, day);
            foreach (var side in Enum.GetValues<BookSide>())
            {
                Assert.Equal(OpenItems.AsOf(then, side, day), OpenItems.AsOf(books, side, day));
                Assert.Equal(OpenItems.UnappliedCash(then, side, day), OpenItems.UnappliedCash(books, side, day));
                Assert.Equal(OpenItems.UnappliedCredit(then, side, day), OpenItems.UnappliedCredit(books, side, day));
                Assert.Equal(WorkingCapital.DaysOutstanding(then, side, day), WorkingCapital.DaysOutstanding(books, side, day));
            }

            Assert.Equal(FinanceErrors.Find(then, [], day), FinanceErrors.Find(books, [], day));
            Assert.Equal(CashForecast.Of(then, day).Weeks, CashForecast.Of(books, day).Weeks);
        }
    }

    [Theory]
    [InlineData(7), InlineData(8)]
    public void Invoiced_less_paid_less_credited_is_open_less_what_is_not_applied(int seed)
    {
        var books = BooksWorld.Random(seed);
        var day = new DateOnly(2026, 1, 1); // after the last allocation
        foreach (var side in Enum.GetValues<BookSide>())
        {
            var documents = books.Documents.Where(document => document.Side == side).Sum(document => document.IsCharge ? document.Total : -document.Total);
            var paid = books.Payments.Where(payment => payment.Side == side).Sum(payment => payment.Amount);
            Assert.Equal(
                documents - paid,
                OpenItems.Balance(books, side, day) - OpenItems.UnappliedCash(books, side, day) - OpenItems.UnappliedCredit(books, side, day));
        }
    }
}
