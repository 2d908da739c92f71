using Admetry.Finance;
using Admetry.Metrics;
using Xunit;

namespace Admetry.Tests.Finance;

/// <summary>The quarterly report compares what the catalogue says.</summary>
public sealed class QuarterlyReportTests
{
    [Fact]
    public void Growth_is_against_the_quarter_before_and_the_same_quarter_of_the_year_before()
    {
        var lines = QuarterlyReport.Of(
            Quarters(("2024-Q1", 150, 48), ("2023-Q1", 100, 32), ("2023-Q4", 120, 30)),
            Clients(("2023-Q1", "A", 100), ("2023-Q4", "A", 70), ("2023-Q4", "B", 50), ("2024-Q1", "A", 150), ("2024-Q1", "B", 0)),
            new Dictionary<string, decimal> { ["2023-Q1"] = 100, ["2023-Q4"] = 119 });

        Assert.Equal(["2023-Q1", "2023-Q4", "2024-Q1"], lines.Select(line => line.Quarter));
        Assert.Equal([(1, 100m), (2, 60m), (1, 150m)], lines.Select(line => (line.ActiveAdvertisers, line.GrossPerAdvertiser!.Value)));
        Assert.Equal([null, null, 0.25], lines.Select(line => line.GrossOnQuarter));
        Assert.Equal([null, null, 0.5], lines.Select(line => line.GrossOnYear));
        Assert.Equal([null, null, 0.6], lines.Select(line => line.NetRevenueOnQuarter));
        Assert.Equal([null, null, 0.5], lines.Select(line => line.NetRevenueOnYear));
        Assert.Equal([null, 119m, null], lines.Select(line => line.PublishedGross));
        Assert.Equal((0.2, 0.15, 0.32), (lines[0].BuySideTakeRate!.Value, lines[0].SellSideTakeRate!.Value, lines[0].Margin!.Value));
    }

    [Fact]
    public void What_was_published_is_what_the_closed_months_were_invoiced_at()
    {
        var books = new Books(
            [Document(1, DocumentKind.Invoice, new(2023, 10, 1)), Document(2, DocumentKind.Invoice, new(2023, 12, 1)), Document(3, DocumentKind.CreditNote, new(2023, 12, 1)), Document(4, DocumentKind.Invoice, new(2024, 1, 1))], [], []);
        FinanceLine[] lines = [Line(1, 70.25m, 1_500), Line(2, 49.75m, -500), Line(3, 5, 0), Line(4, 150, 0)];

        Assert.Equal(new Dictionary<string, decimal> { ["2023-Q4"] = 120.001m }, QuarterlyReport.Published(books, lines, new(2024, 3, 30)));
        Assert.Equal(["2023-Q4", "2024-Q1"], QuarterlyReport.Published(books, lines, new(2024, 3, 31)).Keys.Order());
        Assert.Empty(QuarterlyReport.Published(books, lines, new(2023, 12, 30)));

        var now = QuarterlyReport.Of(Quarters(("2023-Q4", 120, 30), ("2024-Q1", 165, 48)), Clients(), QuarterlyReport.Published(books, lines, new(2024, 3, 31)));
        Assert.Equal([null, 150m], now.Select(line => line.PublishedGross));

        static FinanceDocument Document(long id, DocumentKind kind, DateOnly period) => new()
        {
            DocumentId = id, Number = $"D{id}", Kind = kind, ClientId = 1, Period = period, IssueDate = period.AddMonths(1), DueDate = period.AddMonths(2), Currency = "USD", Total = 1,
        };

        static FinanceLine Line(long document, decimal amount, long residual) => new(document, document, 1, 1, 0, 1, 1, amount, residual);
    }

    [Fact]
    public void Without_a_base_or_a_value_there_is_no_growth_and_no_mean()
    {
        var lines = QuarterlyReport.Of(Quarters(("2023-Q4", 0, -1), ("2024-Q1", 10, 2), ("2024-Q2", null, null)), Clients(("2024-Q2", "A", 5)), new Dictionary<string, decimal>());

        Assert.All(lines, line => Assert.Equal((null, null, null, null), (line.GrossOnQuarter, line.GrossOnYear, line.NetRevenueOnQuarter, line.NetRevenueOnYear)));
        Assert.Equal([0, 0, 1], lines.Select(line => line.ActiveAdvertisers));
        Assert.All(lines, line => Assert.Null(line.GrossPerAdvertiser));
        Assert.Equal([0m, 10m, null], lines.Select(line => line.GrossBilled));
    }

    static MetricTable Quarters(params (string Quarter, decimal? Gross, decimal? Net)[] rows)
    {
        var keys = new Segments<string>();
        MetricColumn[] columns = [new(ValueKind.Exact), new(ValueKind.Exact), new(ValueKind.Number), new(ValueKind.Number), new(ValueKind.Number)];
        foreach (var (quarter, gross, net) in rows)
        {
            keys.Add(quarter);
            columns[0].Add(gross ?? 0, gross is null);
            columns[1].Add(net ?? 0, net is null);
            columns[2].Add(0.2, false);
            columns[3].Add(0.15, false);
            columns[4].Add(net is null ? 0 : (double)net / 100, net is null);
        }

        return new(Query(QuarterlyReport.Metrics, []), "USD", rows.Length, [keys], columns, []);
    }

    static MetricTable Clients(params (string Quarter, string Client, decimal Gross)[] rows)
    {
        var (quarters, clients, gross) = (new Segments<string>(), new Segments<string>(), new MetricColumn(ValueKind.Exact));
        foreach (var row in rows)
        {
            quarters.Add(row.Quarter);
            clients.Add(row.Client);
            gross.Add(row.Gross, false);
        }

        return new(Query([FinanceMetrics.GrossBilled], [Dimensions.Client]), "USD", rows.Length, [quarters, clients], [gross], []);
    }

    static MetricQuery Query(IReadOnlyList<Metric> metrics, IReadOnlyList<Dimension> by) => new()
    {
        Principal = Principal.Everything("test"),
        Days = new(new(2023, 1, 1), new(2024, 6, 30)),
        Metrics = metrics,
        Grain = Grain.Quarter,
        By = by,
    };
}
