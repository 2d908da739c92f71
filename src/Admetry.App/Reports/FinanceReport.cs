using Admetry.Finance;
using Admetry.Metrics;
using Admetry.Storage.Warehouse;

namespace Admetry.App.Reports;

/// <summary>What one client or publisher owes or is owed, by age.</summary>
public sealed record PartyLine(NamedCode Party, AgeingBuckets Buckets);

/// <summary>One side of the books on a day, in major units.</summary>
/// <param name="Parties">Most open first.</param>
/// <param name="UnappliedCash">Paid, and not held against anything.</param>
/// <param name="UnappliedCredit">Credited or clawed back, and not held against anything.</param>
/// <param name="DaysOutstanding">DSO or DPO over the last 90 days; null where nothing was billed in them.</param>
/// <param name="CountBack">The same by counting back months; null where the balance is older than all billing.</param>
public sealed record FinanceSide(
    AgeingBuckets Buckets, IReadOnlyList<PartyLine> Parties, decimal UnappliedCash, decimal UnappliedCredit, double? DaysOutstanding, double? CountBack);

/// <summary>A finding with the party's name.</summary>
public sealed record FindingLine(NamedCode Party, FinanceFinding Finding);

/// <summary>Everything the finance page shows: both sides of the books on a day, cash, errors, and the quarters.</summary>
/// <param name="AsOf">The day it is told for; what is dated later is not looked at.</param>
/// <param name="Payable">Null for those who may see only some clients, like all that follows from it.</param>
/// <param name="CashConversionGap">DSO − DPO in days: above zero, we finance publishers.</param>
/// <param name="CollectionEffectiveness">Of the last 90 days, 0 to 1.</param>
/// <param name="Months">Open on both sides at each month's end of the last two years.</param>
public sealed record FinanceReport(
    DateOnly AsOf, AgeingBasis Basis, string? Currency, FinanceSide Receivable, FinanceSide? Payable, double? CashConversionGap,
    double? CollectionEffectiveness, PaymentHabits Habits, IReadOnlyList<NetPosition> Months, CashForecast? Forecast,
    IReadOnlyList<FindingLine> Findings, IReadOnlyList<QuarterLine> Quarters)
{
    const int MonthsBack = 23;

    /// <param name="asOf">Null: the last day of the books.</param>
    /// <returns>Null where <paramref name="principal"/> sees no books.</returns>
    /// <exception cref="QueryRefusedException">The money of the quarters has no one currency.</exception>
    public static Task<FinanceReport?> ReadAsync(
        WarehouseDatabase warehouse, Principal principal, DateOnly? asOf, AgeingBasis basis, CancellationToken cancel) =>
        warehouse.RememberAsync(principal, FormattableString.Invariant($"{asOf:yyyy-MM-dd} {basis}"), async () =>
        {
            var books = await new FinanceReader(warehouse).ReadAsync(principal, cancel);
            if (books.LastDay is not { } last)
                return null;

            var day = asOf ?? last;
            var report = Of(books, day, basis, seesPayables: principal.Clients is null);
            return report with { Quarters = await QuartersAsync(new(warehouse), principal, books, day, cancel) };
        }, cancel);

    /// <summary>All but the quarters, which come from the catalogue.</summary>
    public static FinanceReport Of(FinanceBooks books, DateOnly asOf, AgeingBasis basis, bool seesPayables)
    {
        var all = books.Books;
        var first = new DateOnly(asOf.Year, asOf.Month, 1).AddMonths(-MonthsBack);
        return new(
            asOf, basis, all.Currency, Side(books, BookSide.Receivable, asOf, basis), seesPayables ? Side(books, BookSide.Payable, asOf, basis) : null,
            seesPayables ? WorkingCapital.CashConversionGap(all, asOf) : null,
            WorkingCapital.CollectionEffectiveness(all, asOf.AddDays(-WorkingCapital.Window), asOf), PaymentHabits.AsOf(all, asOf),
            seesPayables ? NetPosition.ByMonth(all, new(first, asOf)) : [], seesPayables ? CashForecast.Of(all, asOf) : null,
            [.. FinanceErrors.Find(all, books.Lines, asOf).Select(finding => new FindingLine(Party(books, finding.Side, finding.PartyId), finding))], []);
    }

    /// <summary>One side of the books alone.</summary>
    public static FinanceSide Side(FinanceBooks books, BookSide side, DateOnly asOf, AgeingBasis basis) => new(
        Ageing.Of(books.Books, side, asOf, basis),
        [.. Ageing.ByParty(books.Books, side, asOf, basis).Select(party => new PartyLine(Party(books, side, party.PartyId), party.Buckets))],
        OpenItems.UnappliedCash(books.Books, side, asOf), OpenItems.UnappliedCredit(books.Books, side, asOf),
        WorkingCapital.DaysOutstanding(books.Books, side, asOf), WorkingCapital.CountBack(books.Books, side, asOf));

    static NamedCode Party(FinanceBooks books, BookSide side, long party) =>
        (side is BookSide.Receivable ? books.Clients : books.Publishers).GetValueOrDefault(party) ?? new("", "Unknown");

    /// <summary>Of the clients in the books, since their first delivery: every number is an answer of the catalogue.</summary>
    static async Task<IReadOnlyList<QuarterLine>> QuartersAsync(
        MetricReader metrics, Principal principal, FinanceBooks books, DateOnly asOf, CancellationToken cancel)
    {
        var first = books.Books.Documents.Select(document => document.Period).DefaultIfEmpty(asOf).Min();
        if (first > asOf || books.Clients.Count == 0)
            return [];

        var query = new MetricQuery
        {
            Principal = principal, Days = new(first, asOf), Metrics = QuarterlyReport.Metrics, Grain = Grain.Quarter, Currency = books.Books.Currency,
            Where = [new(Dimensions.Client, [.. books.Clients.Values.Select(client => client.Code).Order(StringComparer.Ordinal)])],
        };
        return QuarterlyReport.Of(
            await metrics.ReadAsync(query, cancel),
            await metrics.ReadAsync(query with { Metrics = [FinanceMetrics.GrossBilled], By = [Dimensions.Client] }, cancel),
            QuarterlyReport.Published(books.Books, books.Lines, asOf));
    }
}
