using System.Globalization;
using Admetry.App.Components;
using Admetry.App.Panels;
using Admetry.App.Reports;
using Admetry.Metrics;

namespace Admetry.App.Pages;

/// <summary>What the page of all clients says of its report.</summary>
static class PortfolioFigures
{
    /// <summary>The overview of one client, with everything else kept.</summary>
    public static string Link(ViewState state, PortfolioLine line) => state.Kept.Only(Dimensions.Client, line.Client.Code).At("/");

    public static string Headline(PortfolioReport report)
    {
        var (all, first) = (report.Lines.DistinctBy(line => line.Client.Code).Count(), report.Lines[0]);
        var waiting = report.Lines.Where(line => line.Reasons is not []).DistinctBy(line => line.Client.Code).Count();
        var clients = all == 1 ? "1 client" : string.Create(CultureInfo.InvariantCulture, $"{all} clients");
        return waiting == 0
            ? $"None of {clients} needs looking at: nothing long overdue, no flight far off its plan, no spend that fell by a tenth."
            : $"{waiting} of {clients} {(waiting == 1 ? "needs" : "need")} looking at, {first.Client.Name} first: {first.Reasons[0].Text}.";
    }

    public static string Pacing(PortfolioLine line)
    {
        var off = line.Behind + line.Ahead;
        var share = NumberFormat.Percent(Of(line, line.Spent));
        return $"{share} spent, {NumberFormat.Percent(Of(line, line.Planned))} planned · {(off == 0 ? "on track" : $"{line.Behind} behind, {line.Ahead} ahead")} of {line.Flights.Count}";
    }

    /// <summary>A share of what is booked.</summary>
    public static double Of(PortfolioLine line, decimal amount) => line.Budget > 0 ? (double)(amount / line.Budget) : 0;

    /// <summary>Clients by spend and margin, as large as what they are billed.</summary>
    /// <returns>Null for fewer than three with a margin, or money in several currencies.</returns>
    public static ChartModel? Scatter(PortfolioReport report, Func<PortfolioLine, IReadOnlyList<MenuItem>> menuOf)
    {
        var known = report.Lines.Where(line => line.Spend.AsDouble is > 0 && !line.Margin.IsNull).ToList();
        if (known.Select(line => line.Currency).Distinct().Count() != 1)
            return null;

        ScatterPanel panel = new("spend-margin", CostMetrics.Spend, FinanceMetrics.Margin, Dimensions.Client, FinanceMetrics.GrossBilled);
        return ScatterChart.Of(panel, known[0].Currency, [.. known.OrderByDescending(line => line.Spend.AsDouble).Take(ScatterChart.Most).Select(line => new ScatterPoint(line.Client.Name, line.Spend, line.Margin, line.Gross, menuOf(line)))]);
    }
}
