using Admetry.App.Reports;
using Admetry.Finance;
using Admetry.Metrics;
using Admetry.Synthetic.Acme;
using Admetry.Tests.Fixtures;
using Admetry.Tests.Warehouse;
using Xunit;

namespace Admetry.Tests.Reports;

/// <summary>What the finance page shows, for the owner and for those who see one client.</summary>
[Trait("needs", "server")]
public sealed class FinanceReportTests(PostgresServer postgres)
{
    static readonly Books Books = FinanceWorld.Made.ToBooks();

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, InlineData("duckdb"), InlineData("postgres")]
    public async Task The_owner_sees_both_sides_of_the_books_and_all_that_was_planted(string engine)
    {
        await using var store = await FinanceWorld.CreateAsync(engine, postgres, Cancel);

        var report = (await FinanceReport.ReadAsync(store.Warehouse, Principal.Everything("test"), null, AgeingBasis.DueDate, Cancel))!;

        Assert.Equal(FinanceWorld.Made.Payments.Max(payment => payment.PaidDate), report.AsOf);
        Assert.Equal("USD", report.Currency);
        Assert.Equal(OpenItems.Balance(Books, BookSide.Receivable, report.AsOf), report.Receivable.Parties.Sum(party => party.Buckets.Open));
        Assert.Equal(OpenItems.Balance(Books, BookSide.Payable, report.AsOf), report.Payable!.Buckets.Open);
        Assert.All(report.Payable.Parties, party => Assert.StartsWith("Publisher ", party.Party.Name, StringComparison.Ordinal));
        Assert.Equal(report.Receivable.DaysOutstanding - report.Payable.DaysOutstanding, report.CashConversionGap);
        Assert.Equal((24, 13), (report.Months.Count, report.Forecast!.Weeks.Count));
        Assert.Equal(report.Receivable.Buckets.Open - report.Payable.Buckets.Open, report.Months[^1].Net);
        Assert.Equal(
            FinanceWorld.Made.Truth.GroupBy(error => error.Kind).ToDictionary(errors => errors.Key, errors => errors.Count()),
            report.Findings.GroupBy(line => line.Finding.Kind).ToDictionary(lines => lines.Key, lines => lines.Count()));
        Assert.All(report.Findings, line => Assert.Equal($"ADV-{line.Finding.PartyId:0000}", line.Party.Code));
    }

    [Theory, InlineData("duckdb"), InlineData("postgres")]
    public async Task Quarters_are_the_catalogues_own_numbers(string engine)
    {
        await using var store = await FinanceWorld.CreateAsync(engine, postgres, Cancel);

        var report = (await FinanceReport.ReadAsync(store.Warehouse, Principal.Everything("test"), new(2024, 12, 31), AgeingBasis.InvoiceDate, Cancel))!;

        var gross = FinanceWorld.Delivery.GroupBy(row => $"{row.Month.Year}-Q{(row.Month.Month + 2) / 3}").ToDictionary(rows => rows.Key, rows => rows.Sum(row => row.GrossMicros) / 1_000_000m);
        Assert.Equal(gross.OrderBy(quarter => quarter.Key).Select(quarter => ((string, decimal?))(quarter.Key, quarter.Value)), report.Quarters.Select(line => (line.Quarter, line.GrossBilled)));
        var (last, year) = (report.Quarters[^1], report.Quarters[^5]);
        Assert.Equal((double)((last.GrossBilled - year.GrossBilled) / year.GrossBilled)!, last.GrossOnYear!.Value, 1e-12);
        Assert.InRange(last.Margin!.Value, 0.3199, 0.3201);
        Assert.InRange(last.BuySideTakeRate!.Value, 0.1999, 0.2001);
        Assert.InRange(last.SellSideTakeRate!.Value, 0.1499, 0.1501);
        Assert.Equal(FinanceWorld.Delivery.Where(row => row.Month >= new DateOnly(2024, 10, 1)).Select(row => FinanceWorld.Made.Orders.First(order => order.CampaignId == row.CampaignId).ClientId).Distinct().Count(), last.ActiveAdvertisers);
    }

    [Fact]
    public async Task Who_sees_one_client_sees_no_payables_and_nobody_elses_errors()
    {
        await using var store = await FinanceWorld.CreateAsync("duckdb", postgres, Cancel);
        var client = FinanceWorld.Made.Truth[0].PartyId;

        var report = (await FinanceReport.ReadAsync(store.Warehouse, new("test", [$"ADV-{client:0000}"]), AcmeFinance.Until, AgeingBasis.DueDate, Cancel))!;

        Assert.Null(report.Payable);
        Assert.Null(report.CashConversionGap);
        Assert.Null(report.Forecast);
        Assert.Empty(report.Months);
        Assert.NotEmpty(report.Findings);
        Assert.All(report.Findings, line => Assert.Equal(client, line.Finding.PartyId));
        Assert.Equal(report.Receivable.Buckets.Open, report.Receivable.Parties.Sum(party => party.Buckets.Open));
        Assert.All(report.Receivable.Parties, party => Assert.Equal($"ADV-{client:0000}", party.Party.Code));
        Assert.All(report.Quarters, line => Assert.InRange(line.ActiveAdvertisers, 0, 1));
        Assert.Null(await FinanceReport.ReadAsync(store.Warehouse, new("test", []), null, AgeingBasis.DueDate, Cancel));
    }

    [Fact]
    public async Task Before_the_first_month_there_is_nothing_to_tell()
    {
        await using var store = await FinanceWorld.CreateAsync("duckdb", postgres, Cancel);

        var report = (await FinanceReport.ReadAsync(store.Warehouse, Principal.Everything("test"), new(2019, 6, 30), AgeingBasis.DueDate, Cancel))!;

        Assert.Equal((0, 0), (report.Receivable.Buckets.Open, report.Payable!.Buckets.Open));
        Assert.Empty(report.Findings);
        Assert.Empty(report.Quarters);
        Assert.Null(report.CashConversionGap);
    }
}
