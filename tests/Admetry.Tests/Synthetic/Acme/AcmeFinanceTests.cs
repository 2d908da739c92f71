using Admetry.Finance;
using Admetry.Synthetic.Acme;
using Xunit;

namespace Admetry.Tests.Synthetic.Acme;

/// <summary>The books of ACME Corp reconcile with its delivery, and are wrong only where they were made so.</summary>
public sealed class AcmeFinanceTests
{
    static readonly Lazy<AcmeBooks> FortyTwo = new(() => DeliveryWorld.Books(42));

    [Fact]
    public void Invoices_with_what_rounding_left_over_are_the_gross_to_the_micro()
    {
        var (orders, payees) = (DeliveryWorld.Orders(42), DeliveryWorld.Payees(42));
        var delivery = DeliveryWorld.Delivery(42, orders, payees).ToList();
        var books = FortyTwo.Value;
        var documents = books.Documents.ToDictionary(document => document.DocumentId);

        Assert.Equal(
            delivery.GroupBy(row => (row.CampaignId, row.Month)).ToDictionary(rows => rows.Key, rows => rows.Sum(row => row.GrossMicros) / 1_000_000m),
            books.Lines.Where(line => documents[line.DocumentId].Kind is DocumentKind.Invoice)
                .GroupBy(line => (line.CampaignId, documents[line.DocumentId].Period)).ToDictionary(lines => lines.Key, lines => lines.Sum(line => line.Exact)));
        Assert.Equal(
            delivery.GroupBy(row => (row.PublisherId, row.Month)).ToDictionary(rows => rows.Key, rows => rows.Sum(row => row.PayoutMicros) / 1_000_000m),
            books.Lines.Where(line => documents[line.DocumentId].Kind is DocumentKind.Statement)
                .GroupBy(line => (line.PublisherId, documents[line.DocumentId].Period)).ToDictionary(lines => lines.Key, lines => lines.Sum(line => line.Exact)));
    }

    [Fact]
    public void Every_document_is_the_sum_of_its_lines_and_no_line_is_off_by_more_than_half_a_cent_but_the_planted_ones()
    {
        var books = FortyTwo.Value;

        Assert.Equal(
            books.Documents.ToDictionary(document => document.DocumentId, document => document.Total),
            books.Lines.GroupBy(line => line.DocumentId).ToDictionary(lines => lines.Key, lines => lines.Sum(line => line.Amount)));
        Assert.Equal(
            books.Truth.Where(error => error.Kind is FinanceErrorKind.LineOffByCents).Select(error => error.DocumentId).Order(),
            books.Lines.Where(line => Math.Abs(line.ResidualMicros) > 5000).Select(line => line.DocumentId).Order());
    }

    [Theory]
    [InlineData(1), InlineData(42)]
    public void What_is_open_is_never_below_zero_on_any_month_end(int seed)
    {
        var books = DeliveryWorld.Books(seed).ToBooks();

        for (var day = new DateOnly(2020, 1, 31); day < AcmeFinance.Until; day = day.AddDays(1).AddMonths(1).AddDays(-1))
            foreach (var side in Enum.GetValues<BookSide>())
                Assert.DoesNotContain(OpenItems.AsOf(books, side, day), item => item.Open < 0);
    }

    [Theory]
    [InlineData(1), InlineData(2), InlineData(3), InlineData(42)]
    public void All_planted_errors_are_found_and_no_others(int seed)
    {
        var books = DeliveryWorld.Books(seed);

        var found = FinanceErrors.Find(books.ToBooks(), books.Lines, AcmeFinance.Until);

        Assert.Equal([5, 3, 2, 4], Enum.GetValues<FinanceErrorKind>().Select(kind => books.Truth.Count(error => error.Kind == kind)));
        Assert.Equal(
            books.Truth.OrderBy(error => error.Kind).ThenBy(error => error.PartyId).ThenBy(error => error.DocumentId),
            found.Select(finding => new PlantedError(finding.Kind, finding.PartyId, finding.DocumentId, finding.PaymentId)));
    }

    [Theory]
    [InlineData(1), InlineData(2), InlineData(42)]
    public void Clients_and_publishers_are_as_quick_as_in_life(int seed)
    {
        var books = DeliveryWorld.Books(seed).ToBooks();
        var habits = PaymentHabits.AsOf(books, AcmeFinance.Until);

        Assert.InRange(habits.LateShare!.Value, .50, .60);
        Assert.InRange(habits.ExactShare!.Value, .70, .76);
        // Invoices come once a month, so that a window of ninety days holds two or three of them: the mean of many days says more than one.
        var days = Enumerable.Range(0, 146).Select(step => new DateOnly(2021, 1, 1).AddDays(step * 10)).ToList();
        Assert.InRange(days.Average(day => WorkingCapital.DaysOutstanding(books, BookSide.Receivable, day)!.Value), 50, 75);
        Assert.InRange(days.Average(day => WorkingCapital.DaysOutstanding(books, BookSide.Payable, day)!.Value), 55, 85);
    }

    [Fact]
    public void In_the_spring_of_2020_clients_paid_later()
    {
        var books = FortyTwo.Value.ToBooks();
        double Late(DateRange due) => PaymentHabits.AsOf(
            new(books.Documents.Where(document => document.Side is BookSide.Receivable && (!document.IsCharge || due.Contains(document.DueDate))), books.Payments,
                books.Allocations.Where(allocation => books.Document(allocation.DocumentId) is { Side: BookSide.Receivable } settled && due.Contains(settled.DueDate))),
            AcmeFinance.Until).LateShare!.Value;

        Assert.InRange(Late(new(new(2020, 4, 1), new(2020, 6, 30))), .7, 1);
        Assert.InRange(Late(new(new(2021, 4, 1), new(2021, 6, 30))), .4, .65);
    }

    [Fact]
    public void Publishers_who_wait_are_paid_what_is_payable_and_no_more()
    {
        var made = FortyTwo.Value;
        var books = made.ToBooks();
        foreach (var day in new DateOnly[] { new(2021, 3, 31), new(2022, 10, 15), new(2024, 12, 31) })
            foreach (var statement in made.Documents.Where(document => document.IsSequential && document.Kind is DocumentKind.Statement && document.IssueDate <= day).TakeLast(40))
            {
                var paid = books.Settling(statement.DocumentId, day).Where(allocation => allocation.PaymentId != 0).Sum(allocation => allocation.Amount);
                Assert.InRange(paid, 0, SequentialLiability.PayableOf(statement, books, made.Lines, day));
            }

        Assert.Contains(made.Documents, document => document.Kind is DocumentKind.Clawback);
        Assert.Contains(made.Documents, document => document.Kind is DocumentKind.CreditNote);
    }

    [Fact]
    public void A_cap_is_the_most_that_is_billed()
    {
        var order = new AcmeOrder(1, "CMP-000001", 1, 1, 30, "CPM", 5, 1.50m, [new(10, new(2024, 1, 1), new(2024, 2, 29))]);
        AcmePayee payee = new(1, "PUB-0001", 45, false);
        MonthlyDelivery[] delivery = [Row(new(2024, 1, 1), 1_004_999), Row(new(2024, 2, 1), 1_000_000), Row(new(2024, 3, 1), 1_000_000)];

        var books = AcmeFinance.Close(42, [order], [payee], delivery);

        Assert.Equal([1.00m, 0.50m], books.Documents.Where(document => document.Kind is DocumentKind.Invoice).Select(document => document.Total));
        Assert.Equal(3, books.Documents.Count(document => document.Kind is DocumentKind.Statement));
        Assert.Equal([new IoLine(10, 1, 10, "CPM", 5, 3000, new(2024, 1, 1), new(2024, 2, 29))], books.OrderLines);
        Assert.Equal([new InsertionOrder(1, "IO-CMP-000001", 1, 1, 1, 30, "USD", 1.50m)], books.Orders);
        Assert.Equal(["INV-202401-CMP-000001", "INV-202402-CMP-000001"], books.Documents.Where(document => document.Kind is DocumentKind.Invoice).Select(document => document.Number));
    }

    [Theory]
    [InlineData("CPM", 1000, 10.0), InlineData("CPC", 10, 1.0), InlineData("CPCV", 500, 0.02), InlineData("CPA", 0, 0.0)]
    public void A_line_counts_what_its_rate_is_paid_for(string model, long quantity, decimal rate)
    {
        var books = AcmeFinance.Close(
            42, [new(1, "CMP-000001", 1, 1, 30, model, null, null, [new(10, new(2024, 1, 1), new(2024, 1, 31))])], [new(1, "PUB-0001", 45, true)],
            [Row(new(2024, 1, 1), 10_000_000)]);

        var line = books.Lines[0];
        Assert.Equal((quantity, rate, 10m), (line.Quantity, line.Rate, line.Amount));
        Assert.Equal(rate, books.OrderLines[0].Rate);
    }

    [Fact]
    public void Lines_are_rounded_half_to_even_and_what_is_nothing_makes_no_document()
    {
        var order = new AcmeOrder(1, "CMP-000001", 1, 1, 30, "CPM", null, null, [new(10, new(2024, 1, 1), new(2024, 6, 30))]);
        long[] gross = [1_005_000, 1_015_000, 4_999, 0];

        var books = AcmeFinance.Close(42, [order], [new(1, "PUB-0001", 45, false)], gross.Select((micros, month) => Row(new(2024, 1 + month, 1), micros)));

        var invoices = books.Documents.Where(document => document.Kind is DocumentKind.Invoice).ToList();
        Assert.Equal([1.00m, 1.02m], invoices.Select(document => document.Total));
        Assert.Equal([5_000, -5_000], books.Lines.Where(line => line.IoLineId == 10).Select(line => line.ResidualMicros));
    }

    [Fact]
    public void Delivery_that_does_not_fit_is_refused()
    {
        var order = new AcmeOrder(1, "CMP-000001", 1, 1, 30, "CPM", null, null, []);
        AcmePayee payee = new(1, "PUB-0001", 45, false);

        Refused([order], [payee], Row(new(2024, 2, 1), 1), Row(new(2024, 1, 1), 1));
        Refused([], [payee], Row(new(2024, 2, 1), 1));
        Refused([order], [], Row(new(2024, 2, 1), 1));
        Refused([order with { BillingModel = "FREE" }], [payee], Row(new(2024, 2, 1), 1));
        Assert.Empty(AcmeFinance.Close(42, [order], [payee], []).Documents);

        static void Refused(AcmeOrder[] orders, AcmePayee[] payees, params MonthlyDelivery[] delivery) =>
            Assert.Throws<ArgumentException>(() => AcmeFinance.Close(42, orders, payees, delivery));
    }

    [Fact]
    public void The_same_seed_makes_the_same_books_and_another_seed_others()
    {
        var (orders, payees) = (DeliveryWorld.Orders(5), DeliveryWorld.Payees(5));
        var delivery = DeliveryWorld.Delivery(5, orders, payees).ToList();

        var (once, again, other) = (Close(7), Close(7), Close(8));

        Assert.Equal(once.Documents, again.Documents);
        Assert.Equal(once.Payments, again.Payments);
        Assert.Equal(once.Allocations, again.Allocations);
        Assert.NotEqual(once.Payments, other.Payments);

        AcmeBooks Close(int seed) => AcmeFinance.Close(seed, orders, payees, delivery);
    }

    static MonthlyDelivery Row(DateOnly month, long gross) => new(1, 10, 1, month, gross, gross * 2 / 3, gross * 4 / 5, 0, 0, 1000, 10, 500, 0);
}
