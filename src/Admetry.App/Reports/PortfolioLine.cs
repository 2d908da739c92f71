using Admetry.App.Components;
using Admetry.Finance;
using Admetry.Metrics;
using Admetry.Pacing;
using Admetry.Storage.Warehouse;

namespace Admetry.App.Reports;

/// <summary>Why a client should be looked at.</summary>
/// <param name="Amount">The money it is about, in the line's currency; what a fact says, never a score.</param>
/// <param name="Text">What is the matter, with its number.</param>
/// <param name="Meaning">To the definition of what the number is.</param>
public sealed record AttentionReason(decimal Amount, string Text, MenuItem Meaning);

/// <summary>One client, or one of its currencies, on the page of all clients.</summary>
/// <param name="Currency">Of its money; null or <c>""</c> where no source says.</param>
/// <param name="Spend">Null without any, like the values below.</param>
/// <param name="Margin">Net revenue ÷ gross billed; null for a house without books.</param>
/// <param name="Course">Spend step by step, the points of the page's trends.</param>
/// <param name="Receivable">What is open, by age; null without books.</param>
/// <param name="Flights">That run on the day.</param>
/// <param name="Reasons">The largest amount first; empty where nothing is the matter.</param>
public sealed record PortfolioLine(
    NamedCode Client, string? Currency, MetricValue Spend, Delta? Change, Delta? SecondChange, MetricValue Gross, MetricValue Margin, Delta? MarginChange,
    IReadOnlyList<double?> Course, AgeingBuckets? Receivable, IReadOnlyList<PacingLine> Flights, IReadOnlyList<AttentionReason> Reasons)
{
    const double Fall = 0.10;

    /// <summary>Spent by the flights that run; zero without any.</summary>
    public decimal Spent => Flights.Sum(flight => flight.Reading.Spend);

    /// <summary>Planned to date for the flights that run.</summary>
    public decimal Planned => Flights.Sum(flight => flight.Reading.Ideal);

    /// <summary>Booked for the flights that run.</summary>
    public decimal Budget => Flights.Sum(flight => flight.Reading.Budget);

    public int Behind => Flights.Count(flight => flight.Reading.Band is PacingBand.Under or PacingBand.SevereUnder);

    public int Ahead => Flights.Count(flight => flight.Reading.Band is PacingBand.Over or PacingBand.SevereOver);

    /// <param name="row">Of the catalogue's answer by client; null where it holds nothing of this one.</param>
    internal static PortfolioLine Of(
        NamedCode client, string? currency, MetricRow? row, IReadOnlyList<double?> course, AgeingBuckets? receivable, IReadOnlyList<PacingLine> flights)
    {
        var (spend, before) = (Value(row, CostMetrics.Spend), Before(row, CostMetrics.Spend));
        var (margin, marginBefore) = (Value(row, FinanceMetrics.Margin), Before(row, FinanceMetrics.Margin));
        var isCompared = row?.Table.ComparedWith is not null;
        var reasons = Receivables(receivable, currency).Concat(Pacing(flights, currency));
        if (isCompared)
            reasons = reasons.Concat(Falls(CostMetrics.Spend, spend, before, currency)).Concat(Falls(FinanceMetrics.NetRevenue, Value(row, FinanceMetrics.NetRevenue), Before(row, FinanceMetrics.NetRevenue), currency));
        return new(
            client, currency, spend, isCompared ? Delta.Between(spend, before, CostMetrics.Spend, currency) : null,
            row?.Table.ComparedSecond is null ? null : Delta.Between(spend, row.Value.Second(CostMetrics.Spend), CostMetrics.Spend, currency),
            Value(row, FinanceMetrics.GrossBilled), margin, isCompared ? Delta.Between(margin, marginBefore, FinanceMetrics.Margin, currency) : null,
            course, receivable, flights, [.. reasons.OrderByDescending(reason => reason.Amount)]);
    }

    static IEnumerable<AttentionReason> Receivables(AgeingBuckets? buckets, string? currency)
    {
        if (buckets is { } open && open.Overdue - open.Days1To30 is > 0 and var late)
            yield return new(late, $"{Money(late, currency)} overdue for more than 30 days", MenuItem.Meaning(FinanceFigures.Overdue));
    }

    static IEnumerable<AttentionReason> Pacing(IReadOnlyList<PacingLine> flights, string? currency)
    {
        var behind = flights.Where(flight => flight.Reading.Band is PacingBand.SevereUnder).ToList();
        var ahead = flights.Where(flight => flight.Reading.Band is PacingBand.SevereOver).ToList();
        if (behind is not [])
            yield return new(behind.Sum(flight => flight.AtRisk ?? 0), $"{Count(behind.Count)} severely behind plan, {Money(behind.Sum(flight => flight.AtRisk ?? 0), currency)} at risk", MenuItem.Meaning(FinanceFigures.AtRisk));
        if (ahead is not [])
            yield return new(ahead.Sum(flight => flight.AtRisk ?? 0), $"{Count(ahead.Count)} severely ahead of plan, {Money(ahead.Sum(flight => flight.AtRisk ?? 0), currency)} over", MenuItem.Meaning(FinanceFigures.AtRisk));
    }

    static IEnumerable<AttentionReason> Falls(Metric metric, MetricValue now, MetricValue before, string? currency)
    {
        if (before.AsDecimal is not > 0 || (now.AsDecimal ?? 0) is var left && (double)(1 - (left / before.AsDecimal.Value)) < Fall)
            yield break;

        var lost = before.AsDecimal!.Value - (now.AsDecimal ?? 0);
        yield return new(lost, left == 0 ? $"no {metric.Title.InText()}, after {Money(before.AsDecimal.Value, currency)} before"
            : left < 0 ? $"{metric.Title.InText()} at {Money(left, currency)}, after {Money(before.AsDecimal.Value, currency)} before"
            : $"{metric.Title.InText()} down {Money(lost, currency)} ({NumberFormat.Relative(-(double)(lost / before.AsDecimal.Value))})", MenuItem.Meaning(metric));
    }

    static MetricValue Value(MetricRow? row, Metric metric) => row is { } one && one.Table.Metrics.Contains(metric) ? one[metric] : MetricValue.Null;

    static MetricValue Before(MetricRow? row, Metric metric) => row is { } one && one.Table.Metrics.Contains(metric) ? one.Previous(metric) : MetricValue.Null;

    static string Count(int flights) => flights == 1 ? "1 flight" : $"{flights} flights";

    static string Money(decimal amount, string? currency) => NumberFormat.Compact(MetricValue.Exact(amount), Unit.Money, currency);
}
