using Admetry.App.Components;
using Admetry.App.Panels;
using Admetry.App.Reports;
using Admetry.Finance;
using Admetry.Metrics;

namespace Admetry.App.Pages;

/// <summary>The charts of the finance page, each with its finding.</summary>
static class FinanceCharts
{
    static readonly string[] Ages = ["Not due", "1–30 days", "31–60 days", "61–90 days", "91 days and more"];

    /// <summary>From what clients are billed to what stays, as bars that hang where the one before ends.</summary>
    /// <returns>Null where nothing was billed.</returns>
    public static ChartModel? Margin(MetricTable table)
    {
        if (table.Rows is not [var row] || row[FinanceMetrics.GrossBilled].AsDecimal is not { } gross || gross == 0)
            return null;

        decimal Of(Metric metric) => row[metric].AsDecimal ?? 0;
        (string Name, decimal From, decimal To)[] steps =
        [
            ("Gross billed", 0, gross),
            ("Sell-side fee", gross - Of(FinanceMetrics.BuySideFee), gross - Of(FinanceMetrics.BuySideFee) - Of(FinanceMetrics.SellSideFee)),
            ("Buy-side fee", gross, gross - Of(FinanceMetrics.BuySideFee)),
            ("Publisher payout", Of(FinanceMetrics.PublisherPayout), 0),
            ("Net revenue", 0, gross - Of(FinanceMetrics.PublisherPayout)),
            ("Third-party cost", gross - Of(FinanceMetrics.PublisherPayout), gross - Of(FinanceMetrics.PublisherPayout) - Of(FinanceMetrics.ThirdPartyCost)),
            ("Contribution", 0, Of(FinanceMetrics.Contribution)),
        ];
        (string Name, decimal From, decimal To)[] ordered = [steps[0], steps[2], steps[1], steps[3], steps[4], steps[5], steps[6]];
        string Text(decimal amount) => Money(amount, table.Currency);
        return new(
            $"{NumberFormat.Percent(row[FinanceMetrics.Margin].AsDouble ?? 0)} of what is billed stays as net revenue",
            $"From gross billed to contribution{(table.Currency is { Length: > 0 } currency ? $", {currency}" : "")} · {NumberFormat.Days(table.Query.Days)}",
            string.Join(", ", ordered.Select(step => $"{step.Name} {Text(Math.Abs(step.To - step.From))}")) + ".",
            "Step",
            new(ChartKind.Waterfall, [.. ordered.Select(step => step.Name)],
            [
                new("", SeriesRole.Base, [.. ordered.Select(double? (step) => (double)Math.Min(step.From, step.To))], [.. ordered.Select(_ => "")]),
                new("Amount", SeriesRole.Current, [.. ordered.Select(double? (step) => (double)Math.Abs(step.To - step.From))], [.. ordered.Select(step => Text(Math.Abs(step.To - step.From)))]),
            ], Unit.Money, table.Currency));
    }

    public static ChartModel TakeRates(IReadOnlyList<QuarterLine> quarters)
    {
        ChartSeries Line(string name, Func<QuarterLine, double?> value) => new(name, SeriesRole.Part,
            [.. quarters.Select(value)], [.. quarters.Select(quarter => value(quarter) is { } rate ? NumberFormat.Percent(rate) : "")]);
        var (first, last) = (quarters[0], quarters[^1]);
        return new(
            $"The total take rate is {Share(last.Margin)} in {last.Quarter}, after {Share(first.Margin)} in {first.Quarter}",
            "Shares of gross billed (buy side, total) and of media cost (sell side), by quarter",
            string.Join(", ", quarters.Select(quarter => $"{quarter.Quarter}: {Share(quarter.Margin)}")) + ".",
            "Quarter",
            new(ChartKind.Lines, [.. quarters.Select(quarter => quarter.Quarter)],
                [Line("Total", quarter => quarter.Margin), Line("Buy side", quarter => quarter.BuySideTakeRate), Line("Sell side", quarter => quarter.SellSideTakeRate)], Unit.Share));
    }

    public static ChartModel Quarters(IReadOnlyList<QuarterLine> quarters, string? currency)
    {
        ChartSeries Line(string name, Func<QuarterLine, decimal?> value) => new(name, SeriesRole.Part,
            [.. quarters.Select(quarter => (double?)value(quarter))], [.. quarters.Select(quarter => value(quarter) is { } amount ? Money(amount, currency) : "")]);
        var last = quarters[^1];
        return new(
            $"{Money(last.GrossBilled ?? 0, currency)} billed in {last.Quarter}{(last.GrossOnYear is { } change ? $", {NumberFormat.Relative(change)} on the year before" : "")}",
            $"Gross billed and net revenue by quarter{(currency is { Length: > 0 } ? $", {currency}" : "")}",
            string.Join(", ", quarters.Select(quarter => $"{quarter.Quarter}: {Money(quarter.GrossBilled ?? 0, currency)}")) + ".",
            "Quarter",
            new(ChartKind.Lines, [.. quarters.Select(quarter => quarter.Quarter)], [Line("Gross billed", quarter => quarter.GrossBilled), Line("Net revenue", quarter => quarter.NetRevenue)], Unit.Money, currency));
    }

    public static ChartModel Ageing(FinanceReport report)
    {
        ChartSeries Bars(string name, AgeingBuckets buckets) => new(name, SeriesRole.Part,
            [.. Values(buckets).Select(double? (value) => (double)value)], [.. Values(buckets).Select(value => Money(value, report.Currency))]);
        List<ChartSeries> series = [Bars("Receivable", report.Receivable.Buckets)];
        if (report.Payable is { } payable)
            series.Add(Bars("Payable", payable.Buckets));
        var open = report.Receivable.Buckets;
        return new(
            $"{Money(open.Overdue, report.Currency)} of {Money(open.Open, report.Currency)} receivable is {(report.Basis is AgeingBasis.DueDate ? "overdue" : "older than its invoice’s day")}",
            $"Open items by age{(report.Currency is { Length: > 0 } currency ? $", {currency}" : "")} · as of {NumberFormat.Day(report.AsOf)} · {(report.Basis is AgeingBasis.DueDate ? "days past due" : "days since the invoice")}",
            string.Join(", ", Ages.Zip(series[0].Texts, (age, text) => $"{age} {text}")) + ".",
            "Age",
            new(ChartKind.Bars, Ages, series, Unit.Money, report.Currency));
    }

    public static ChartModel Months(FinanceReport report)
    {
        ChartSeries Line(string name, Func<NetPosition, decimal> value) => new(name, SeriesRole.Part,
            [.. report.Months.Select(double? (month) => (double)value(month))], [.. report.Months.Select(month => Money(value(month), report.Currency))]);
        var last = report.Months[^1];
        return new(
            last.Net >= 0 ? $"Clients owe us {Money(last.Net, report.Currency)} more than we owe publishers" : $"We owe publishers {Money(-last.Net, report.Currency)} more than clients owe us",
            $"Open at each month’s end{(report.Currency is { Length: > 0 } currency ? $", {currency}" : "")}",
            string.Join(", ", report.Months.Select(month => $"{Month(month.Day)}: {Money(month.Net, report.Currency)}")) + ".",
            "Month",
            new(ChartKind.Lines, [.. report.Months.Select(month => Month(month.Day))], [Line("Receivable", month => month.Receivable), Line("Payable", month => month.Payable), Line("Net", month => month.Net)], Unit.Money, report.Currency));
    }

    public static ChartModel Cash(FinanceReport report, CashForecast forecast)
    {
        ChartSeries Columns(string name, SeriesRole role, Func<CashWeek, decimal> value) => new(name, role,
            [.. forecast.Weeks.Select(double? (week) => (double)value(week))], [.. forecast.Weeks.Select(week => Money(value(week), report.Currency))]);
        var lowest = forecast.Weeks.MinBy(week => week.Cumulative)!;
        return new(
            lowest.Cumulative < 0 ? $"Cash falls by {Money(-lowest.Cumulative, report.Currency)} until week {lowest.Number}, {NumberFormat.Day(lowest.Days.Last)}" : "More comes in than goes out in each of the thirteen weeks",
            $"Expected in and out by week, line: both added up{(report.Currency is { Length: > 0 } currency ? $", {currency}" : "")} · from open items, due date + each party’s mean lateness",
            string.Join(", ", forecast.Weeks.Select(week => $"week {week.Number}: {Money(week.Net, report.Currency)}")) + ".",
            "Week from",
            new(ChartKind.Columns, [.. forecast.Weeks.Select(week => NumberFormat.Day(week.Days.First))],
                [Columns("In", SeriesRole.Part, week => week.Inflow), Columns("Out", SeriesRole.Part, week => -week.Outflow), Columns("Added up", SeriesRole.Current, week => week.Cumulative)], Unit.Money, report.Currency));
    }

    public static string Money(decimal amount, string? currency) => NumberFormat.Full(MetricValue.Exact(amount), Unit.Money, currency);

    internal static decimal[] Values(AgeingBuckets buckets) => [buckets.Current, buckets.Days1To30, buckets.Days31To60, buckets.Days61To90, buckets.Days91AndMore];

    static string Share(double? rate) => rate is { } value ? NumberFormat.Percent(value) : NumberFormat.Nothing;

    static string Month(DateOnly day) => day.ToString("MMM yyyy", System.Globalization.CultureInfo.InvariantCulture);
}
