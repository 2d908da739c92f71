using System.Globalization;
using Admetry.App.Components;
using Admetry.Finance;
using Admetry.Metrics;
using Admetry.Storage.Warehouse;
using Admetry.Tests.Fixtures;
using AngleSharp.Html.Dom;
using Xunit;

namespace Admetry.Tests.Pages;

/// <summary>What the finance and pacing pages show beside what the books and the facts say.</summary>
public sealed class BookPagesTests(AcmeServer acme)
{
    static readonly Principal Owner = Principal.Everything("test");

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("2022-06-30", AgeingBasis.DueDate), InlineData("2023-11-15", AgeingBasis.InvoiceDate), InlineData("2024-12-31", AgeingBasis.DueDate), InlineData("2024-12-31", AgeingBasis.InvoiceDate)]
    public async Task The_finance_page_shows_what_the_books_add_up_to(string day, AgeingBasis basis)
    {
        var asOf = DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        var books = (await new FinanceReader(await acme.WarehouseAsync()).ReadAsync(Owner, Cancel)).Books;
        var page = await acme.PageAsync($"/finance?asof={day}{(basis is AgeingBasis.InvoiceDate ? "&basis=invoice" : "")}");
        var (open, owed) = (Ageing.Of(books, BookSide.Receivable, asOf, basis), Ageing.Of(books, BookSide.Payable, asOf, basis));

        Assert.True(open.Open > 0 && owed.Open > 0);
        Assert.Equal(
            [
                Money(open.Open), Money(open.Overdue), Money(owed.Open), Days(WorkingCapital.DaysOutstanding(books, BookSide.Receivable, asOf)),
                Days(WorkingCapital.DaysOutstanding(books, BookSide.Payable, asOf)), Days(WorkingCapital.CashConversionGap(books, asOf)),
            ],
            page.QuerySelectorAll(".kpi .value").Select(value => value.GetAttribute("title") ?? value.TextContent));
        Assert.Equal(Buckets(open), Total(page, "debtors-title"));
        Assert.Equal(Buckets(owed), Total(page, "creditors-title"));
        foreach (var table in new[] { "debtors-title", "creditors-title" })
            AddsUp(page, table);
    }

    [Fact]
    public async Task Each_quarter_of_the_finance_page_is_what_the_api_answers_for_its_days()
    {
        var page = await acme.PageAsync("/finance?asof=2024-12-31");
        var shown = Rows(page, "quarters-title").ToDictionary(row => row[0], row => row[1]);
        var lines = (await acme.TextAsync("/api/v1/query.csv?m=gross_billed&grain=quarter&from=2020-01-01&to=2024-12-31")).TrimEnd().Split('\n').Skip(1).Select(line => line.Split(',')).ToList();

        Assert.Equal(lines.Select(line => line[0]).Order(StringComparer.Ordinal), shown.Keys.Order(StringComparer.Ordinal));
        Assert.All(lines, line => Assert.Equal(Money(decimal.Parse(line[1], CultureInfo.InvariantCulture)), shown[line[0]]));
    }

    [Fact]
    public async Task A_flight_has_spent_what_the_api_answers_for_its_campaign_and_days()
    {
        var asOf = new DateOnly(2024, 6, 30);
        var flights = await new FlightReader(await acme.WarehouseAsync(), Admetry.Pacing.PacingCurve.Season).ReadAsync(new(asOf.AddDays(-30), asOf), Owner, Cancel);
        var page = await acme.PageAsync("/pacing?asof=2024-06-30");
        var shown = page.QuerySelectorAll("section[aria-labelledby=flights-title] tbody tr")
            .ToDictionary(row => row.QuerySelector("a")!.GetAttribute("href")!.Split("flight=")[1], row => (Spent: row.Children[4].TextContent, Budget: row.Children[5].TextContent));

        Assert.Equal(flights.Count, shown.Count);
        foreach (var flight in flights)
        {
            var last = flight.Flight.Days.Last < asOf ? flight.Flight.Days.Last : asOf;
            var answer = await new MetricReader(await acme.WarehouseAsync()).ReadAsync(new()
            {
                Principal = Owner, Days = new(flight.Flight.Days.First, last), Metrics = [CostMetrics.Spend], Where = [new(Dimensions.CampaignId, flight.CampaignId)],
            }, Cancel);
            var spent = answer.Rows is [var row] ? row[0].AsDecimal ?? 0 : 0;

            Assert.Equal(Money(spent), shown[flight.Key.ToString(CultureInfo.InvariantCulture)].Spent);
        }
    }

    /// <summary>Each row's ages sum to what is open, and the rows sum to the total, to the cent.</summary>
    static void AddsUp(IHtmlDocument page, string table)
    {
        var rows = Rows(page, table).Select(row => row.Skip(1).Select(Amount).ToList()).ToList();

        Assert.All(rows, row => Assert.Equal(row[0], row.Skip(1).Sum()));
        for (var i = 0; i < 6; i++)
            Assert.Equal(rows[^1][i], rows.SkipLast(1).Sum(row => row[i]));
    }

    static string[][] Rows(IHtmlDocument page, string table) =>
        [.. page.QuerySelectorAll($"section[aria-labelledby={table}] tbody tr").Select(PagesTests.Cells)];

    static IEnumerable<string> Total(IHtmlDocument page, string table) => Rows(page, table)[^1].Skip(1);

    static IEnumerable<string> Buckets(AgeingBuckets buckets) =>
        new[] { buckets.Open, buckets.Current, buckets.Days1To30, buckets.Days31To60, buckets.Days61To90, buckets.Days91AndMore }
            .Select((value, i) => value == 0 && i > 0 ? NumberFormat.Nothing : Money(value));

    static decimal Amount(string text) => text == NumberFormat.Nothing ? 0 : decimal.Parse(text.Replace("$", "", StringComparison.Ordinal).Replace('\u2212', '-'), NumberStyles.Number, CultureInfo.InvariantCulture);

    static string Money(decimal amount) => amount.ToString("$#,##0.00;\u2212$#,##0.00", CultureInfo.InvariantCulture);

    static string Days(double? days) => days!.Value.ToString("0.#;\u22120.#", CultureInfo.InvariantCulture) + " d";
}
