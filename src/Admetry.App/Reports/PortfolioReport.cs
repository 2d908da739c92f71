using Admetry.App.Panels;
using Admetry.Finance;
using Admetry.Metrics;
using Admetry.Pacing;
using Admetry.Storage.Warehouse;

namespace Admetry.App.Reports;

/// <summary>All clients at once, who needs looking at first. Every number is the catalogue's, the books' or the pacing page's.</summary>
/// <param name="AsOf">The day that pacing and receivables are told for.</param>
/// <param name="Metrics">Those asked of the catalogue, spend first.</param>
/// <param name="HasBooks">Whether there are receivables to speak of.</param>
/// <param name="HasFlights">Whether any flight runs.</param>
/// <param name="Asked">What the catalogue was asked.</param>
/// <param name="Remarks">What the filters do not reach, and why money stands in several currencies.</param>
public sealed record PortfolioReport(
    DateOnly AsOf, IReadOnlyList<PortfolioLine> Lines, IReadOnlyList<Metric> Metrics, bool HasBooks, bool HasFlights, MetricQuery Asked,
    IReadOnlyList<string> Remarks)
{
    static readonly Metric[] Wanted = [CostMetrics.Spend, FinanceMetrics.GrossBilled, FinanceMetrics.NetRevenue, FinanceMetrics.Margin];

    /// <param name="clients">Whom the principal may see, by code and name.</param>
    /// <exception cref="QueryRefusedException">The filters ask for what no fact can answer together.</exception>
    /// <exception cref="System.Data.Common.DbException">The warehouse is unreachable.</exception>
    public static async Task<PortfolioReport> ReadAsync(
        WarehouseDatabase warehouse, MetricReader metrics, PageQuestion page, IReadOnlyList<NamedCode> clients, CancellationToken cancel)
    {
        var asOf = page.Covered.Last;
        var (totals, courses, isMixed) = await MoneyAsync(metrics, page, cancel);
        var books = await new FinanceReader(warehouse).ReadAsync(page.Principal, cancel);
        var receivable = books.LastDay is null ? null : FinanceReport.Side(books, BookSide.Receivable, asOf, AgeingBasis.DueDate);
        var pacing = await PacingReport.ReadAsync(warehouse, page.Principal, asOf, PacingCurve.Season, cancel);
        var running = pacing.Lines.Where(line => line.End is null).ToLookup(line => line.Flight.Client);
        var open = receivable?.Parties.ToDictionary(party => party.Party.Code, party => party.Buckets) ?? [];

        List<PortfolioLine> lines = [];
        foreach (var client in clients.Where(client => IsKept(client.Code, page.State.Filters)))
        {
            var rows = totals.Rows.Where(row => row.Key(Dimensions.Client) == client.Code).Select(row => (MetricRow?)row).ToList();
            var isKnown = rows is not [] || running.Contains(client.Code) || open.GetValueOrDefault(client.Code) is { Open: not 0 };
            foreach (var row in rows is [] && isKnown ? [null] : rows)
            {
                var currency = isMixed && row is { } own ? own.Key(Dimensions.Currency) : totals.Currency;
                var course = courses.Rows.Where(step => step.Key(Dimensions.Client) == client.Code && (!isMixed || step.Key(Dimensions.Currency) == currency));
                // The books have one currency; beside money in another they would be read as that.
                var buckets = books.Books.Currency == currency || row is null ? open.GetValueOrDefault(client.Code) : null;
                lines.Add(PortfolioLine.Of(client, currency, row, [.. page.Steps.Values(course, courses.Keys, CostMetrics.Spend).Select(value => value.AsDouble)],
                    buckets, [.. running[client.Code].Where(flight => flight.Flight.Currency == currency || row is null)]));
            }
        }

        return new(asOf, Ordered(lines), totals.Metrics, receivable is not null, running.Count > 0, totals.Query, [.. Remarked(page, isMixed, receivable is not null || running.Count > 0)]);
    }

    /// <summary>In one currency the largest sum in question comes first; in several, whom most can be said of.</summary>
    static IReadOnlyList<PortfolioLine> Ordered(List<PortfolioLine> lines)
    {
        var isComparable = lines.Select(line => line.Currency).Distinct().Count() < 2;
        return
        [
            .. lines.OrderByDescending(line => isComparable ? line.Reasons.Select(reason => reason.Amount).DefaultIfEmpty(-1).Max() : line.Reasons.Count)
                .ThenByDescending(line => line.Reasons.Count).ThenByDescending(line => line.Spend.AsDecimal ?? 0).ThenBy(line => line.Client.Name, StringComparer.Ordinal),
        ];
    }

    static async Task<(MetricTable Totals, MetricTable Courses, bool IsMixed)> MoneyAsync(MetricReader metrics, PageQuestion page, CancellationToken cancel)
    {
        var asked = page.Ask(page.Covered, Wanted) with { By = [Dimensions.Client], Comparison = page.Comparison, Second = page.Second };
        if (MetricSql.Reasons(asked) is not [])
            asked = asked with { Metrics = [CostMetrics.Spend] }; // the books know fewer dimensions than delivery
        try
        {
            return await BothAsync(asked, isMixed: false);
        }
        catch (QueryRefusedException) when (page.State.Currency is null)
        {
            // Several currencies and no rates: each client in its own.
            return await BothAsync(asked with { By = [Dimensions.Client, Dimensions.Currency], Currency = null }, isMixed: true);
        }

        async Task<(MetricTable, MetricTable, bool)> BothAsync(MetricQuery query, bool isMixed)
        {
            var totals = metrics.ReadAsync(query, cancel);
            var courses = metrics.ReadAsync(query with { Metrics = [CostMetrics.Spend], Days = page.Steps.Days, Grain = page.Steps.Grain, Comparison = Comparison.None, Second = Comparison.None }, cancel);
            return (await totals, await courses, isMixed);
        }
    }

    static bool IsKept(string code, IEnumerable<Filter> filters) => filters.Where(filter => filter.Dimension == Dimensions.Client).All(filter => filter.Kind switch
    {
        FilterKind.In => filter.Values.Contains(code, StringComparer.Ordinal),
        FilterKind.NotIn => !filter.Values.Contains(code, StringComparer.Ordinal),
        _ => filter.Values.Any(value => code.Contains(value, StringComparison.OrdinalIgnoreCase)),
    });

    static IEnumerable<string> Remarked(PageQuestion page, bool isMixed, bool hasMore)
    {
        if (isMixed)
            yield return "Each client’s money is in its own currency: there are no rates to add it up.";
        if (hasMore && page.State.Filters.Any(filter => filter.Dimension != Dimensions.Client))
            yield return "Pacing and receivables are of whole clients: only filters on the client reach them.";
    }
}
