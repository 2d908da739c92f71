using Admetry.Metrics;

namespace Admetry.Finance;

/// <summary>The company's figures of one calendar quarter, in major units of the tables' currency. Null: nothing was reported, or there is no base.</summary>
/// <param name="Quarter">Such as <c>2024-Q4</c>.</param>
/// <param name="GrossBilled">What advertisers are billed for the quarter's delivery.</param>
/// <param name="NetRevenue">Gross billed less what publishers are paid.</param>
/// <param name="Margin">Net revenue as a share of gross billed: the total take rate.</param>
/// <param name="ActiveAdvertisers">Clients who were billed more than nothing.</param>
/// <param name="GrossPerAdvertiser">Gross billed ÷ active advertisers.</param>
public sealed record QuarterLine(
    string Quarter, decimal? GrossBilled, decimal? NetRevenue, double? BuySideTakeRate, double? SellSideTakeRate, double? Margin,
    int ActiveAdvertisers, decimal? GrossPerAdvertiser)
{
    /// <summary>Gross billed against the quarter before: 0.25 is a quarter more.</summary>
    public double? GrossOnQuarter { get; init; }

    /// <summary>Gross billed against the same quarter of the year before.</summary>
    public double? GrossOnYear { get; init; }

    /// <inheritdoc cref="GrossOnQuarter"/>
    public double? NetRevenueOnQuarter { get; init; }

    /// <inheritdoc cref="GrossOnYear"/>
    public double? NetRevenueOnYear { get; init; }

    /// <summary>What the quarter's gross billed was when its last month was invoiced, where it differs now; null where it stands.</summary>
    public decimal? PublishedGross { get; init; }
}

/// <summary>The quarterly report, from the catalogue's own numbers: nothing in it is computed a second way.</summary>
public static class QuarterlyReport
{
    static readonly decimal Unbilled = 0.0001m;

    /// <summary>What the table by quarter must hold.</summary>
    public static IReadOnlyList<Metric> Metrics { get; } =
    [
        FinanceMetrics.GrossBilled, FinanceMetrics.NetRevenue, FinanceMetrics.BuySideTakeRate, FinanceMetrics.SellSideTakeRate,
        FinanceMetrics.Margin,
    ];

    /// <param name="quarters">One row a quarter, with <see cref="Metrics"/>.</param>
    /// <param name="clients">One row a quarter and client, with gross billed.</param>
    /// <param name="published">Gross billed of quarters as it was published before, by quarter; it flags what was restated since.</param>
    /// <returns>In order of time; a quarter without delivery has no line.</returns>
    /// <exception cref="ArgumentException">A table lacks a key or a metric.</exception>
    public static IReadOnlyList<QuarterLine> Of(MetricTable quarters, MetricTable clients, IReadOnlyDictionary<string, decimal> published)
    {
        var active = clients.Rows.Where(row => row[FinanceMetrics.GrossBilled].AsDecimal > 0)
            .CountBy(row => row.Key(Dimensions.Quarter)).ToDictionary();
        var lines = quarters.Rows.Select(row => Line(row, active.GetValueOrDefault(row.Key(Dimensions.Quarter))))
            .ToDictionary(line => line.Quarter);
        return [.. lines.Values.OrderBy(line => line.Quarter, StringComparer.Ordinal).Select(line => Compared(line, lines, published))];
    }

    /// <summary>
    /// What each closed quarter's gross was when its months were invoiced: what is invoiced stays as it is, whatever happens to the facts it was made of.
    /// </summary>
    /// <param name="lines">Of the documents; others are passed over.</param>
    /// <param name="asOf">A quarter is closed when its last month is over.</param>
    public static IReadOnlyDictionary<string, decimal> Published(Books books, IReadOnlyList<FinanceLine> lines, DateOnly asOf)
    {
        var invoices = books.Documents.Where(document => document.Kind is DocumentKind.Invoice && document.IssueDate <= asOf).ToDictionary(document => document.DocumentId, document => document.Period);
        return lines.Where(line => invoices.ContainsKey(line.DocumentId))
            .GroupBy(line => TimeKeys.First(TimePart.Quarter, invoices[line.DocumentId]), line => line.Exact)
            .Where(quarter => quarter.Key.AddMonths(3) <= asOf.AddDays(1))
            .ToDictionary(quarter => TimeKeys.Format(TimePart.Quarter, quarter.Key), quarter => quarter.Sum());
    }

    static QuarterLine Line(MetricRow row, int active)
    {
        var gross = row[FinanceMetrics.GrossBilled].AsDecimal;
        return new(
            row.Key(Dimensions.Quarter), gross, row[FinanceMetrics.NetRevenue].AsDecimal, row[FinanceMetrics.BuySideTakeRate].AsDouble,
            row[FinanceMetrics.SellSideTakeRate].AsDouble, row[FinanceMetrics.Margin].AsDouble, active, active == 0 ? null : gross / active);
    }

    static QuarterLine Compared(QuarterLine line, Dictionary<string, QuarterLine> lines, IReadOnlyDictionary<string, decimal> published)
    {
        TimeKeys.TryParse(TimePart.Quarter, line.Quarter, out var first);
        var (quarter, year) = (Before(3), Before(12));
        return line with
        {
            GrossOnQuarter = Change(line.GrossBilled, quarter?.GrossBilled),
            GrossOnYear = Change(line.GrossBilled, year?.GrossBilled),
            NetRevenueOnQuarter = Change(line.NetRevenue, quarter?.NetRevenue),
            NetRevenueOnYear = Change(line.NetRevenue, year?.NetRevenue),
            PublishedGross = published.TryGetValue(line.Quarter, out var was) && IsRestated(was, line.GrossBilled ?? 0) ? was : null,
        };

        QuarterLine? Before(int months) => lines.GetValueOrDefault(TimeKeys.Format(TimePart.Quarter, first.AddMonths(-months)));
    }

    // For what is under a cent no invoice is written.
    static bool IsRestated(decimal was, decimal now) => Math.Abs(was - now) > Math.Abs(was) * Unbilled;

    // A base below zero has no meaningful growth.
    static double? Change(decimal? now, decimal? before) => before > 0 && now is { } value ? (double)((value - before.Value) / before.Value) : null;
}
