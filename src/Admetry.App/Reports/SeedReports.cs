using Admetry.Metrics;
using Admetry.Storage.Warehouse;

namespace Admetry.App.Reports;

/// <summary>
/// The five CSV reports of the marketing pipeline: file names, column names and their order are a contract.
/// </summary>
/// <remarks>
/// Every number is an answer of the catalogue; attributed revenue alone is split from such answers. An empty cell is
/// "not reported" or "over nothing", never zero. Clicks count those on ads and in e-mails. Days are the account's.
/// Money has the exact digits of the warehouse.
/// </remarks>
public static class SeedReports
{
    /// <summary>Clicks on ads and in e-mails: what the pipeline calls clicks on every platform.</summary>
    internal static Weighted Clicks { get; } = new("total_clicks", "Total clicks", Unit.Count, Better.Higher,
        [new(1, DeliveryMetrics.Clicks), new(1, EmailMetrics.EmailClicks)]) { Definition = "Clicks on ads and in e-mails." };

    /// <summary>Writes the five files; each takes its place whole, over an older one of the same name.</summary>
    /// <param name="question">Who asks, of which days, and the currency of all money; null days: all there are.</param>
    /// <returns>The files' paths.</returns>
    /// <exception cref="QueryRefusedException">Money is in several currencies, and none is named or rates are
    /// missing.</exception>
    public static async Task<IReadOnlyList<string>> WriteAsync(MetricReader reader, ReportQuestion question,
        string directory, CancellationToken cancel)
    {
        Directory.CreateDirectory(directory);
        (string Name, ReportTable Table)[] reports =
        [
            ("daily_client_spend_report.csv", await DailyClientSpendAsync(reader, question, cancel)),
            ("total_clicks_by_platform_report.csv", await ClicksByPlatformAsync(reader, question, cancel)),
            ("ctr_trends_report.csv", await CtrTrendsAsync(reader, question, cancel)),
            ("campaign_summary_report.csv", await CampaignSummaryAsync(reader, question, cancel)),
            ("cross_channel_lift_report.csv", await LiftReport.ReadAsync(reader, question, cancel)),
        ];
        foreach (var (name, table) in reports)
            await table.WriteAsync(Path.Combine(directory, name), cancel);
        return [.. reports.Select(report => Path.Combine(directory, report.Name))];
    }

    /// <summary>date, client_id, spend_usd; the last is named after the currency the money is in.</summary>
    public static async Task<ReportTable> DailyClientSpendAsync(MetricReader reader, ReportQuestion question,
        CancellationToken cancel)
    {
        var table = await reader.ReadAsync(question.Of([CostMetrics.Spend], Dimensions.Date, Dimensions.Client), cancel);
        var spend = table.Currency is { Length: > 0 } currency ? $"spend_{currency.ToLowerInvariant()}" : "spend_usd";
        return new(["date", "client_id", spend],
            [.. table.Rows.Where(row => !row[0].IsNull).Select(row => new[] { row.Key(0), row.Key(1), $"{row[0]}" })]);
    }

    /// <summary>platform, clicks; only of platforms that report clicks.</summary>
    public static async Task<ReportTable> ClicksByPlatformAsync(MetricReader reader, ReportQuestion question,
        CancellationToken cancel)
    {
        var table = await reader.ReadAsync(question.Of([Clicks], Dimensions.Platform), cancel);
        return new(["platform", "clicks"],
            [.. table.Rows.Where(row => !row[0].IsNull).Select(row => new[] { row.Key(0), $"{row[0]}" })]);
    }

    /// <summary>
    /// date, total_clicks, total_impressions, daily_ctr in per cent; clicks only of platforms that report impressions.
    /// </summary>
    public static async Task<ReportTable> CtrTrendsAsync(MetricReader reader, ReportQuestion question, CancellationToken cancel)
    {
        string[] header = ["date", "total_clicks", "total_impressions", "daily_ctr"];
        var platforms = await reader.ReadAsync(question.Of([DeliveryMetrics.Impressions], Dimensions.Platform), cancel);
        string[] counted = [.. platforms.Rows.Where(row => row[0].AsDecimal > 0).Select(row => row.Key(0))];
        if (counted is [])
            return new(header, []);

        var query = question.Of([DeliveryMetrics.Clicks, DeliveryMetrics.Impressions, DeliveryMetrics.Ctr], Dimensions.Date)
            with { Where = [new(Dimensions.Platform, counted)] };
        var table = await reader.ReadAsync(query, cancel);
        return new(header, [.. table.Rows.Where(row => row[1].AsDecimal > 0)
            .Select(row => new[] { row.Key(0), $"{row[0]}", $"{row[1]}", ReportTable.Number(row[2].AsDecimal * 100) })]);
    }

    /// <summary>client_id, campaign_id, total_spend, total_clicks, total_impressions.</summary>
    /// <remarks>The id is the platform's; a campaign known by its name alone shows the name.</remarks>
    public static async Task<ReportTable> CampaignSummaryAsync(MetricReader reader, ReportQuestion question,
        CancellationToken cancel)
    {
        var query = question.Of([CostMetrics.Spend, Clicks, DeliveryMetrics.Impressions], Dimensions.Client,
            Dimensions.CampaignId, Dimensions.Campaign);
        var table = await reader.ReadAsync(query, cancel);
        var rows =
            from row in table.Rows
            where !row[0].IsNull || !row[1].IsNull || !row[2].IsNull
            let campaign = row.Key(1) is "" ? row.Key(2) : row.Key(1)
            orderby row.Key(0), campaign
            select new[] { row.Key(0), campaign, $"{row[0]}", $"{row[1]}", $"{row[2]}" };
        return new(["client_id", "campaign_id", "total_spend", "total_clicks", "total_impressions"], [.. rows]);
    }
}
