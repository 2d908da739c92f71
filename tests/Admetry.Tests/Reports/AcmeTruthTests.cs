using System.Globalization;
using System.Text;
using Admetry.App.Pipeline;
using Admetry.App.Reports;
using Admetry.Connectors.Exports;
using Admetry.Finance;
using Admetry.Metrics;
using Admetry.Pacing;
using Admetry.Storage.Warehouse;
using Admetry.Synthetic.Acme;
using Admetry.Tests.Fixtures;
using Xunit;

namespace Admetry.Tests.Reports;

/// <summary>What was planted in ACME Corp's books and flights, and what the pages' reports find of it.</summary>
[Trait("needs", "server")]
public sealed class AcmeTruthTests(PostgresServer postgres)
{
    static readonly Principal Owner = Principal.Everything("test");
    static readonly PacingCauseKind[] Reasons = [PacingCauseKind.BidTooLow, PacingCauseKind.NarrowTargeting, PacingCauseKind.CreativeRejected];

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, InlineData(42), InlineData(7), InlineData(1234)]
    public async Task Planted_errors_and_causes_are_found_and_money_comes_as_in_life(int seed)
    {
        await using var store = await GenerateAsync("duckdb", new(seed, 400_000, 1_000));

        var report = (await FinanceReport.ReadAsync(store.Warehouse, Owner, null, AgeingBasis.DueDate, Cancel))!;
        var planted = await store.RowsAsync("select kind, client_id, document_id, payment_id from truth.finance_error");

        Assert.Equal(14, planted.Count);
        Assert.Equal(
            planted.Order(StringComparer.Ordinal),
            report.Findings.Select(line => string.Create(CultureInfo.InvariantCulture, $"{line.Finding.Kind}|{line.Finding.PartyId}|{line.Finding.DocumentId}|{line.Finding.PaymentId}")).Order(StringComparer.Ordinal));
        Assert.InRange(report.Habits.LateShare!.Value, .50, .60);
        Assert.InRange(report.Habits.ExactShare!.Value, .70, .76);
        Assert.Equal(20, report.Quarters.Count);
        Assert.All(report.Quarters, quarter => Assert.Null(quarter.PublishedGross)); // what was invoiced is what the facts say
        Assert.All(await store.VerifyAsync(), check => Assert.Empty(check.Violations));

        // A window of ninety days holds two or three of the monthly invoices: the mean of many days says more than one.
        var books = (await new FinanceReader(store.Warehouse).ReadAsync(Owner, Cancel)).Books;
        var days = Enumerable.Range(0, 73).Select(step => new DateOnly(2021, 1, 1).AddDays(step * 20)).ToList();
        Assert.InRange(days.Average(day => WorkingCapital.DaysOutstanding(books, BookSide.Receivable, day)!.Value), 50, 75);
        Assert.InRange(days.Average(day => WorkingCapital.DaysOutstanding(books, BookSide.Payable, day)!.Value), 55, 85);
        await PacingAsync(store);
    }

    [Fact]
    public async Task Both_engines_close_the_same_books()
    {
        await using var file = await GenerateAsync("duckdb", new(7, 20_000, 1_000));
        await using var server = await GenerateAsync("postgres", new(7, 20_000, 1_000));

        var (one, other) = (await new FinanceReader(file.Warehouse).ReadAsync(Owner, Cancel), await new FinanceReader(server.Warehouse).ReadAsync(Owner, Cancel));

        Assert.NotEmpty(one.Books.Allocations);
        Assert.Equal(one.Books.Documents, other.Books.Documents);
        Assert.Equal(one.Lines, other.Lines);
        Assert.Equal(one.Books.Payments, other.Books.Payments);
        Assert.Equal(one.Books.Allocations, other.Books.Allocations);
        Assert.Equal(one.Orders, other.Orders);
        Assert.Equal(one.OrderLines, other.OrderLines);
        var day = new DateOnly(2023, 6, 30);
        Assert.Equal(Told(await PacingReport.ReadAsync(file.Warehouse, Owner, day, PacingCurve.Season, Cancel)), Told(await PacingReport.ReadAsync(server.Warehouse, Owner, day, PacingCurve.Season, Cancel)));

        static IEnumerable<string> Told(PacingReport report) => report.Lines.Select(line => string.Create(
            CultureInfo.InvariantCulture, $"{line.Flight.CampaignId} {line.Reading.Spend:0.######} {line.Reading.Index:0.000000} {line.Cause?.Kind} {line.Cause?.Evidence}"));
    }

    /// <summary>Of a quarter of the flights, at two fifths of each: most causes are named, and few where there is none.</summary>
    static async Task PacingAsync(TestStore store)
    {
        var truth = (await store.RowsAsync("select campaign_id, cause from truth.pacing_cause")).Select(row => row.Split('|'))
            .ToDictionary(row => long.Parse(row[0], CultureInfo.InvariantCulture), row => row[1]);
        var flights = await new FlightReader(store.Warehouse, PacingCurve.Season).ReadAsync(AcmeParameters.Days, Owner, Cancel);
        var (planted, named, healthy, accused) = (0, 0, 0, 0);
        foreach (var flight in flights.Where((flight, i) => Reasons.Any(reason => truth[flight.Key] == Word(reason)) || i % 8 == 0))
        {
            var day = flight.Flight.Days.First.AddDays((int)(flight.Flight.Days.Days * 0.4) - 1);
            if (day > AcmeParameters.Last)
                continue;

            var line = (await PacingReport.ReadAsync(store.Warehouse, Owner, day, PacingCurve.Season, Cancel)).Lines.Single(line => line.Flight.Key == flight.Key);
            var isPlanted = Reasons.Any(reason => truth[flight.Key] == Word(reason));
            planted += isPlanted ? 1 : 0;
            named += isPlanted && line.Cause is { } cause && Word(cause.Kind) == truth[flight.Key] ? 1 : 0;
            healthy += isPlanted ? 0 : 1;
            accused += !isPlanted && line.Cause is { } wrong && Reasons.Contains(wrong.Kind) ? 1 : 0;
        }

        // Two of three are named in the long run; of some thirty planted ones that is so within two standard deviations.
        Assert.True(planted >= 20 && named >= (planted * 0.65) - (2 * Math.Sqrt(planted * 0.65 * 0.35)), $"{named} of {planted} causes are named.");
        Assert.True(healthy >= 40 && accused <= healthy * 0.08, $"{accused} of {healthy} flights have a cause named that they do not have.");
    }

    static string Word(PacingCauseKind kind) => kind.ToString().ToLowerInvariant();

    async Task<TestStore> GenerateAsync(string engine, AcmeParameters parameters)
    {
        var store = await TestStore.CreateAsync(engine, postgres, Cancel);
        await using var payload = new MemoryStream(Encoding.UTF8.GetBytes(parameters.ToJson()));
        var (manifest, _) = await store.Landing.ReceiveAsync(payload, "acme.json", "generated", new Dictionary<string, string>(), null, Cancel);
        Assert.IsType<PartLoaded>(await store.Loader.LoadAsync(manifest, store.Landing.Open(manifest).Single(), ReadingHints.None, null, Cancel));
        return store;
    }
}
