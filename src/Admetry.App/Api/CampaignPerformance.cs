using System.Globalization;
using Admetry.Metrics;
using Admetry.Storage.Warehouse;

namespace Admetry.App.Api;

/// <summary>A campaign, its ads, its days and their sums. Ids are text, since they do not fit a double.</summary>
/// <param name="Metrics">One for each day with delivery, earliest first.</param>
public sealed record CampaignPerformance(
    CampaignAnswer Campaign, IReadOnlyList<AdAnswer> Ads, IReadOnlyList<DayAnswer> Metrics, SummaryAnswer Summary)
{
    internal static readonly IReadOnlyList<Metric> Asked =
    [
        DeliveryMetrics.Impressions, DeliveryMetrics.Clicks, ConversionMetrics.Conversions, CostMetrics.Spend, DeliveryMetrics.Ctr, CostMetrics.Cpc,
    ];

    /// <summary>The query for the days of one campaign, with their total.</summary>
    internal static MetricQuery Query(CampaignRecord campaign, DateRange days, Principal principal) => new()
    {
        Principal = principal,
        Days = days,
        Metrics = Asked,
        Grain = Grain.Day,
        Totals = true,
        Where =
        [
            new(Dimensions.Platform, campaign.Platform),
            new(Dimensions.AccountId, campaign.AccountId),
            campaign.ExternalId is "" ? new(Dimensions.Campaign, campaign.Name) : new(Dimensions.CampaignId, campaign.ExternalId),
        ],
    };

    internal static CampaignPerformance Of(CampaignRecord campaign, IReadOnlyList<AdRecord> ads, MetricTable table) => new(
        CampaignAnswer.Of(campaign),
        [.. ads.Select(ad => AdAnswer.Of(ad, campaign))],
        [.. table.Rows.Select(row => DayAnswer.Of(row, campaign))],
        SummaryAnswer.Of(table.Total));
}

/// <summary>What the platform said of the campaign. Budgets in its account's currency; null is what it does not say.</summary>
public sealed record CampaignAnswer(
    string Id, string ExternalId, string Name, string Platform, string Client, string AccountId, string AccountName, string? Objective,
    string? Status, string? StartDate, string? EndDate, decimal? BudgetTotal, decimal? BudgetDaily, string? BillingModel, string Currency)
{
    internal static CampaignAnswer Of(CampaignRecord campaign) => new(
        Text(campaign.Key), campaign.ExternalId, campaign.Name, campaign.Platform, campaign.Client, campaign.AccountId, campaign.AccountName,
        campaign.Objective, campaign.Status, campaign.StartDate, campaign.EndDate, campaign.BudgetTotal, campaign.BudgetDaily,
        campaign.BillingModel, campaign.Currency);

    internal static string Text(long key) => key.ToString(CultureInfo.InvariantCulture);
}

/// <summary>An ad of the campaign.</summary>
public sealed record AdAnswer(
    string Id, string CampaignId, string ExternalId, string Name, string? Status, string AdSetId, string AdSetName, string? CreativeId)
{
    internal static AdAnswer Of(AdRecord ad, CampaignRecord campaign) => new(
        CampaignAnswer.Text(ad.Key), CampaignAnswer.Text(campaign.Key), ad.ExternalId, ad.Name, ad.Status,
        CampaignAnswer.Text(ad.AdSetKey), ad.AdSetName, ad.CreativeKey == 0 ? null : CampaignAnswer.Text(ad.CreativeKey));
}

/// <summary>One day of the campaign, in its account's zone and currency. Null is what was not reported.</summary>
public sealed record DayAnswer(
    string CampaignId, string Date, MetricValue Impressions, MetricValue Clicks, MetricValue Conversions, MetricValue Spend)
{
    internal static DayAnswer Of(MetricRow row, CampaignRecord campaign) => new(
        CampaignAnswer.Text(campaign.Key), row.Key(Dimensions.Date), row[DeliveryMetrics.Impressions], row[DeliveryMetrics.Clicks],
        row[ConversionMetrics.Conversions], row[CostMetrics.Spend]);
}

/// <summary>The sums of the days; clicks for each impression and spend for each click are 0 where there is nothing to divide by.</summary>
public sealed record SummaryAnswer(
    MetricValue TotalImpressions, MetricValue TotalClicks, MetricValue TotalConversions, MetricValue TotalSpend,
    MetricValue AvgCtr, MetricValue AvgCpc)
{
    internal static SummaryAnswer Of(MetricRow? total) => new(
        Number(total, DeliveryMetrics.Impressions), Number(total, DeliveryMetrics.Clicks), Number(total, ConversionMetrics.Conversions),
        Number(total, CostMetrics.Spend), Number(total, DeliveryMetrics.Ctr), Number(total, CostMetrics.Cpc));

    static MetricValue Number(MetricRow? total, Metric metric) =>
        total?[metric] is { IsNull: false } value ? value : MetricValue.Count(0);
}
