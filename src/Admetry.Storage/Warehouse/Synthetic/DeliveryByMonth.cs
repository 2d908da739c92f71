namespace Admetry.Storage.Warehouse.Synthetic;

/// <summary>What finance closes a month on: delivery for each campaign, line, publisher and month, exact in micros.</summary>
/// <remarks>Organic conversions have no line and are not billed. A publisher's payout leaves invalid and blocked impressions out.</remarks>
static class DeliveryByMonth
{
    /// <summary>
    /// Columns: campaign_id, adset_id, publisher_id, month_start (YYYYMMDD of its first day), gross_micros, payout_micros, media_micros,
    /// givt_micros (media of general invalid traffic), sivt_gross_micros (billed for sophisticated invalid traffic, to be credited a month
    /// later), impressions, clicks that are paid for, completed_views, conversions.
    /// </summary>
    public static string Select =>
        $"""
        select campaign_id, adset_id, publisher_id, month_start, cast(sum(gross) as bigint) as gross_micros, cast(sum(payout) as bigint) as payout_micros,
          cast(sum(media) as bigint) as media_micros, cast(sum(givt) as bigint) as givt_micros, cast(sum(sivt) as bigint) as sivt_gross_micros,
          cast(sum(impressions) as bigint) as impressions, cast(sum(clicks) as bigint) as clicks, cast(sum(completed) as bigint) as completed_views,
          cast(sum(conversions) as bigint) as conversions
        from (
          select campaign_id, adset_id, publisher_id, {Month} as month_start, sum(gross_micros) as gross, sum(payout_micros) as payout, sum({LogFacts.Media}) as media,
            sum(case when (flags & 4) <> 0 then {LogFacts.Media} else 0 end) as givt, sum(case when (flags & 8) <> 0 then gross_micros else 0 end) as sivt,
            sum(case when (flags & 20) = 0 then impressions else 0 end) as impressions, 0 as clicks, sum(case when (flags >> 5) = 5 and (flags & 20) = 0 then impressions else 0 end) as completed, 0 as conversions
          from log_impression where won group by 1, 2, 3, 4
          union all
          select campaign_id, adset_id, publisher_id, {Month}, sum(cast(coalesce(click_cost, 0) * 1000000 as bigint)), 0, 0, 0, 0, 0, count(click_cost), 0, 0
          from log_click group by 1, 2, 3, 4
          union all
          select campaign_id, adset_id, publisher_id, {Month}, sum(gross_micros), 0, 0, 0, 0, 0, 0, 0, count(*)
          from log_conversion where adset_id <> 0 group by 1, 2, 3, 4
        ) delivery
        group by campaign_id, adset_id, publisher_id, month_start
        order by month_start, campaign_id, adset_id, publisher_id
        """;

    // Without dividing: engines differ in what that gives of whole numbers.
    const string Month = "date_id - mod(date_id, 100) + 1";
}
