using System.Globalization;
using Admetry.Finance;
using Admetry.Metrics;
using Admetry.Storage.Warehouse;
using Admetry.Synthetic.Acme;
using Admetry.Tests.Fixtures;
using Xunit;

namespace Admetry.Tests.Warehouse;

/// <summary>The books written to a warehouse, read back, aged by its views and proved by its checks, on both engines.</summary>
[Trait("needs", "server")]
public sealed class FinanceStorageTests(PostgresServer postgres)
{
    static readonly string[] Tables = ["insertion_order", "io_line", "fin_document", "fin_line", "fin_payment", "fin_allocation"];

    static AcmeBooks Made => FinanceWorld.Made;

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, InlineData("duckdb"), InlineData("postgres")]
    public async Task What_is_written_is_read_again(string engine)
    {
        await using var store = await FilledAsync(engine);

        var read = await new FinanceReader(store.Warehouse).ReadAsync(Principal.Everything("test"), Cancel);

        Assert.Equal(Made.Documents, read.Books.Documents);
        Assert.Equal(Made.Payments, read.Books.Payments);
        Assert.Equal(Made.Allocations, read.Books.Allocations);
        Assert.Equal(Made.Lines, read.Lines);
        Assert.Equal(Made.Orders.OrderBy(order => order.IoId), read.Orders);
        Assert.Equal(Made.OrderLines.OrderBy(line => line.IoLineId), read.OrderLines);
        Assert.Equal(new NamedCode("ADV-0003", "Client 3"), read.Clients[3]);
        Assert.Equal(new NamedCode("PUB-0002", "Publisher 2"), read.Publishers[2]);
        Assert.Equal(Made.Payments.Max(payment => payment.PaidDate), read.LastDay);
    }

    [Theory, InlineData("duckdb"), InlineData("postgres")]
    public async Task Who_sees_one_client_sees_its_books_and_no_payables(string engine)
    {
        await using var store = await FilledAsync(engine);

        var read = await new FinanceReader(store.Warehouse).ReadAsync(new("test", ["ADV-0003"]), Cancel);

        Assert.Equal(Made.Documents.Where(document => document.ClientId == 3), read.Books.Documents);
        Assert.Equal(Made.Payments.Where(payment => payment.ClientId == 3), read.Books.Payments);
        Assert.All(read.Lines, line => Assert.Equal(3, read.Books.Document(line.DocumentId).ClientId));
        Assert.Equal(Made.Lines.Sum(line => read.Books.Documents.Any(document => document.DocumentId == line.DocumentId) ? line.Amount : 0), read.Lines.Sum(line => line.Amount));
        Assert.All(read.Orders, order => Assert.Equal(3, order.ClientId));
        Assert.Equal(Made.OrderLines.Count(line => read.Orders.Any(order => order.IoId == line.IoId)), read.OrderLines.Count);
        Assert.Equal([3], read.Clients.Keys);
        Assert.Empty(read.Publishers);
        Assert.Equal(0, OpenItems.Balance(read.Books, BookSide.Payable, AcmeFinance.Until));

        foreach (var nobody in new Principal[] { new("test", []), new("test", [""]), new("test", ["ADV-9999"]) })
        {
            var none = await new FinanceReader(store.Warehouse).ReadAsync(nobody, Cancel);
            Assert.Empty(none.Books.Documents);
            Assert.Empty(none.Books.Payments);
            Assert.Empty(none.Orders);
            Assert.Empty(none.Clients);
            Assert.Null(none.LastDay);
        }
    }

    [Theory, InlineData("duckdb"), InlineData("postgres")]
    public async Task The_views_age_as_the_mathematics_does(string engine)
    {
        await using var store = await FilledAsync(engine);
        var books = Made.ToBooks();
        var last = Made.Payments.Max(payment => payment.PaidDate);

        Assert.Equal(
            Ageing.ByParty(books, BookSide.Receivable, last).Select(party => Aged($"ADV-{party.PartyId:0000}", party.Buckets)).Order(StringComparer.Ordinal),
            await store.RowsAsync("select client_code, not_due, days_1_30, days_31_60, days_61_90, days_91_and_more, open_amount from v_ar_ageing order by client_code"));
        Assert.Equal(
            Ageing.ByParty(books, BookSide.Payable, last).Select(party => Aged($"PUB-{party.PartyId:0000}", party.Buckets)).Order(StringComparer.Ordinal),
            await store.RowsAsync("select publisher_code, not_due, days_1_30, days_31_60, days_61_90, days_91_and_more, open_amount from v_ap_ageing order by publisher_code"));
        Assert.Equal([last.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)], await store.RowsAsync("select distinct cast(as_of as varchar) from v_ar_ageing"));

        var cash = 0m;
        Assert.Equal(
            Made.Payments.GroupBy(payment => (payment.PaidDate.Year, payment.PaidDate.Month)).OrderBy(month => month.Key).Select(month =>
            {
                var (received, paid) = (Sum(month, PaymentDirection.In), Sum(month, PaymentDirection.Out));
                cash += received - paid;
                return string.Create(CultureInfo.InvariantCulture, $"{month.Key.Year}-{month.Key.Month:00}-01|{received:0.##}|{paid:0.##}|{received - paid:0.##}|{cash:0.##}");
            }),
            await store.RowsAsync("select cast(month_start as varchar), received, paid, net, cash from v_cash_position order by month_start"));
    }

    [Theory, InlineData("duckdb"), InlineData("postgres")]
    public async Task The_books_keep_what_they_claim_and_each_breach_is_named(string engine)
    {
        await using var store = await FilledAsync(engine);
        Assert.Equal(["A15", "A16", "A24"], (await ChecksAsync(store)).Select(check => check.Id));
        Assert.All(await ChecksAsync(store), check => Assert.Empty(check.Violations));

        await Breaks(store, "A15", "update fin_document set total = total + 0.01 where document_id = 1", "update fin_document set total = total - 0.01 where document_id = 1");
        await Breaks(store, "A15", "update fin_line set residual_micros = residual_micros + 1 where line_id = 1", "update fin_line set residual_micros = residual_micros - 1 where line_id = 1");
        await Breaks(store, "A15", "update fact_core_metrics set gross_billed = gross_billed + 0.000001 where campaign_id = 1", "update fact_core_metrics set gross_billed = gross_billed - 0.000001 where campaign_id = 1");
        await Breaks(store, "A16", "update fin_allocation set amount = amount + 100000 where allocation_id = 1", "update fin_allocation set amount = amount - 100000 where allocation_id = 1");
        await Breaks(store, "A24", "update fin_allocation set allocation_id = 2 where allocation_id = 1", "update fin_allocation set allocation_id = 1 where payment_id = (select min(payment_id) from fin_allocation where allocation_id = 2) and allocation_id = 2");
    }

    [Theory, InlineData("duckdb"), InlineData("postgres")]
    public async Task A_load_leaves_with_all_its_books(string engine)
    {
        await using var store = await FilledAsync(engine);
        await using var connection = await store.Warehouse.Source.OpenConnectionAsync(Cancel);
        await using var transaction = await connection.BeginTransactionAsync(Cancel);
        await FinanceWriter.ClearAsync(connection, transaction, FinanceWorld.Load, Cancel);
        await transaction.CommitAsync(Cancel);

        foreach (var table in Tables)
            Assert.Equal(0, await store.ScalarAsync<long>($"select count(*) from {table}"));
        Assert.Empty(await ChecksAsync(store));
        Assert.Empty(await store.RowsAsync("select * from v_ar_ageing"));
    }

    [Fact]
    public async Task A_document_of_a_kind_that_nobody_knows_is_refused()
    {
        await using var store = await FilledAsync("duckdb");
        await MetricWorld.RunAsync(store.Warehouse, "update fin_document set kind = 'letter' where document_id = 1", Cancel);

        await Assert.ThrowsAsync<FormatException>(() => new FinanceReader(store.Warehouse).ReadAsync(Principal.Everything("test"), Cancel));
    }

    static decimal Sum(IEnumerable<Payment> payments, PaymentDirection direction) =>
        payments.Where(payment => payment.Direction == direction).Sum(payment => payment.Amount);

    static string Aged(string code, AgeingBuckets aged) => string.Create(
        CultureInfo.InvariantCulture,
        $"{code}|{aged.Current:0.##}|{aged.Days1To30:0.##}|{aged.Days31To60:0.##}|{aged.Days61To90:0.##}|{aged.Days91AndMore:0.##}|{aged.Open:0.##}");

    static async Task<List<Check>> ChecksAsync(TestStore store) =>
        [.. (await store.VerifyAsync()).Where(check => check.Id is "A15" or "A16" or "A24")];

    static async Task Breaks(TestStore store, string id, string breach, string repair)
    {
        await MetricWorld.RunAsync(store.Warehouse, breach, Cancel);
        Assert.NotEmpty((await ChecksAsync(store)).Single(check => check.Id == id).Violations);
        await MetricWorld.RunAsync(store.Warehouse, repair, Cancel);
        Assert.Empty((await ChecksAsync(store)).Single(check => check.Id == id).Violations);
    }

    Task<TestStore> FilledAsync(string engine) => FinanceWorld.CreateAsync(engine, postgres, Cancel);
}
