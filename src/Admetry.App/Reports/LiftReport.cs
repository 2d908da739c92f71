using Admetry.Metrics;
using Admetry.Storage.Warehouse;

namespace Admetry.App.Reports;

/// <summary>What each platform cost and what revenue it is credited with.</summary>
/// <remarks>
/// A touchpoint is one campaign on one day with a click, an e-mail sent or a web session (web visits are one campaign).
/// Rows of device and country are no touchpoints of their own, so a finer export does not make a platform look busier.
/// The last row holds revenue that nothing earned.
/// </remarks>
public static class LiftReport
{
    /// <summary>The platform of the last row.</summary>
    public const string Unattributed = "unattributed";

    static readonly string[] Header =
    [
        "platform", "total_attributed_revenue", "total_spend", "total_clicks", "total_impressions", "total_touchpoints",
        "revenue_per_touchpoint", "attributed_roi",
    ];

    /// <exception cref="QueryRefusedException">Money is in several currencies, and none is named or rates are
    /// missing.</exception>
    public static async Task<ReportTable> ReadAsync(MetricReader reader, ReportQuestion question, CancellationToken cancel)
    {
        var credited = await AttributedRevenue.ReadAsync(reader, question, cancel);
        var delivered = await reader.ReadAsync(
            question.Of([CostMetrics.Spend, SeedReports.Clicks, DeliveryMetrics.Impressions], Dimensions.Platform), cancel);
        var totals = delivered.Rows.ToDictionary(row => row.Key(0));
        var revenue = credited.Shares.Where(share => share.Row is not null).ToLookup(share => share.Row!.Platform,
            share => share.Amount);
        var touchpoints = credited.Rows.CountBy(row => row.Platform).ToDictionary();
        var lost = credited.Shares.Where(share => share.Row is null).Sum(share => share.Amount);

        var platforms = totals.Keys.Concat(touchpoints.Keys).Distinct().Order(StringComparer.Ordinal);
        List<IReadOnlyList<string>> rows =
        [
            .. platforms.Select(platform => Row(platform, revenue[platform].Sum(), touchpoints.GetValueOrDefault(platform),
                totals.TryGetValue(platform, out var row) ? row : null)),
            [Unattributed, ReportTable.Number(lost), "", "", "", "", "", ""],
        ];
        return new(Header, rows);
    }

    // Without spend there is nothing to return on: ROI is empty and not zero.
    static IReadOnlyList<string> Row(string platform, decimal revenue, int touchpoints, MetricRow? totals)
    {
        var spend = totals?[0].AsDecimal;
        return
        [
            platform, ReportTable.Number(revenue), $"{totals?[0]}", $"{totals?[1]}", $"{totals?[2]}", $"{touchpoints}",
            ReportTable.Number(touchpoints > 0 ? revenue / touchpoints : null),
            ReportTable.Number(spend > 0 ? (revenue - spend) / spend * 100 : null),
        ];
    }
}
