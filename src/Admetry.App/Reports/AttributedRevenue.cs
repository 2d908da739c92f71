using System.Globalization;
using Admetry.Attribution;
using Admetry.Metrics;
using Admetry.Storage.Warehouse;

namespace Admetry.App.Reports;

/// <summary>Client revenue split over the campaign days that may have earned it.</summary>
/// <param name="Shares">They sum to the client revenue of the catalogue, to the cent.</param>
/// <param name="Rows">Every campaign day that clicks, e-mails or visits speak of, whether it earned a share or not.</param>
public sealed record AttributedRevenue(IReadOnlyList<RevenueShare> Shares, IReadOnlyList<CreditedRow> Rows)
{
    /// <exception cref="QueryRefusedException">Revenue is in several currencies, and none is named or rates are
    /// missing.</exception>
    public static async Task<AttributedRevenue> ReadAsync(MetricReader reader, ReportQuestion question,
        CancellationToken cancel)
    {
        var revenue = await reader.ReadAsync(
            question.Of([RevenueMetrics.ClientRevenue], Dimensions.Client, Dimensions.Date, Dimensions.ReportedChannel),
                cancel);
        var activity = await reader.ReadAsync(
            question.Of([SeedReports.Clicks, EngagementMetrics.TotalInteractions],
                Dimensions.Client, Dimensions.Date, Dimensions.Platform, Dimensions.CampaignId, Dimensions.Campaign), cancel);
        List<CreditedRow> rows =
        [
            .. activity.Rows
                .Select(row =>
                    new CreditedRow(row.Key(0), Day(row.Key(1)), row.Key(2), row.Key(3) is "" ? row.Key(4) : row.Key(3),
                    Count(row[0]), Count(row[1])))
                .Where(row => row.Interactions > 0 || row.Clicks > 0),
        ];
        var earned = revenue.Rows.Where(row => !row[0].IsNull)
            .Select(row => new ChannelRevenue(row.Key(0), Day(row.Key(1)), row.Key(2), row[0].AsDecimal!.Value));
        return new(RevenueSplit.Split(earned, rows), rows);
    }

    static long Count(MetricValue value) => (long)(value.AsDecimal ?? 0);

    static DateOnly Day(string key) => DateOnly.ParseExact(key, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
