namespace Admetry.Storage.Warehouse;

/// <summary>What must hold in the log of an ad exchange and between it and the facts: each claim a query that finds nothing.</summary>
/// <param name="Sql">One text a violation, in a column <c>found</c>.</param>
sealed record AdTechCheck(string Id, string Claim, string Sql)
{
    // Millionths of the currency; the same text that the facts were derived with.
    const string Media = "cast(win_price * 1000 as bigint) * impressions";

    /// <summary>In the order of their numbers; they hold in a log without rows too.</summary>
    public static IReadOnlyList<AdTechCheck> All { get; } =
    [
        new("A1", "A click comes after its impression, by half an hour at most",
            $"select {Click} as found from log_click k join log_impression i on i.impression_id = k.impression_id where {Seconds("k.ts", "i.ts")} not between 0.000001 and 1800"),
        new("A2", "Only a won impression is clicked",
            $"select {Click} as found from log_click k left join log_impression i on i.impression_id = k.impression_id where i.won is null or not i.won"),
        new("A3", "A conversion comes after what it is credited to: thirty days at most after a click, one after a view",
            $"""
            select {Conversion} as found from log_conversion v where v.touch_ts is not null
              and {Seconds("v.ts", "v.touch_ts")} not between 0.000001 and case when v.click_id is null then 86400 else 2592000 end
            """),
        new("A4", "A click is of its impression’s campaign, line, creative, publisher, device, country and audience",
            $"""
            select {Click} as found from log_click k join log_impression i on i.impression_id = k.impression_id join dim_geo g on g.geo_id = i.geo_id
            where k.campaign_id <> i.campaign_id or k.adset_id <> i.adset_id or k.creative_id <> i.creative_id or k.publisher_id <> i.publisher_id
              or k.placement_id <> i.placement_id or k.device_type <> i.device_type or k.country_id <> g.country_id or k.age_id <> i.age_id or k.gender_id <> i.gender_id
            """),
        new("A5", "A creative and a line are of the campaign that shows them",
            """
            select 'campaign ' || cast(i.campaign_id as varchar) || ', creative ' || cast(i.creative_id as varchar) || ', line ' || cast(i.adset_id as varchar) as found
            from (select distinct campaign_id, creative_id, adset_id from log_impression) i
            left join dim_creative r on r.creative_id = i.creative_id and r.campaign_id = i.campaign_id
            left join dim_adset s on s.adset_id = i.adset_id and s.campaign_id = i.campaign_id
            where r.creative_id is null or s.adset_id is null
            """),
        new("A6", "An auction is of a day of its campaign’s flight, and at a time of that day",
            $"""
            select 'campaign ' || cast(i.campaign_id as varchar) || ' on ' || cast(i.date_id as varchar) as found
            from (select campaign_id, date_id, min(extract(epoch from ts)) as first_ts, max(extract(epoch from ts)) as last_ts from log_impression group by campaign_id, date_id) i
            join dim_campaign c on c.campaign_id = i.campaign_id join dim_date d on d.date_id = i.date_id
            where i.date_id not between {SliceShape.Key("c.start_date")} and {SliceShape.Key("c.end_date")}
              or i.first_ts < extract(epoch from d.date) or i.last_ts >= extract(epoch from d.date) + 86400
            """),
        new("A7", "An auction is won by a bid that reaches the least, and only then has a price",
            $"select {Impression} as found from log_impression i where i.won <> (i.win_price is not null) or i.won <> (i.bid_price >= i.min_to_win)"),
        new("A8", "A price lies between the floor and the bid",
            $"select {Impression} as found from log_impression i where i.won and (i.win_price < i.floor_price or i.win_price > i.bid_price)"),
        new("A9", "No campaign spends more than its budget, as it stands on each day",
            $"""
            select 'campaign ' || cast(f.campaign_id as varchar) as found from {Spent} f join {Budgets} b on b.campaign_id = f.campaign_id and f.date_id < b.next_id
            group by f.campaign_id, b.first_id, b.total having sum(f.spend) > b.total
            """),
        new("A10", "No campaign spends more than 1.2 times its daily budget on a day",
            $"""
            select 'campaign ' || cast(f.campaign_id as varchar) || ' on ' || cast(f.date_id as varchar) as found
            from {Spent} f join {Budgets} b on b.campaign_id = f.campaign_id and f.date_id >= b.first_id and f.date_id < b.next_id
            where f.spend > 1.2 * b.daily
            """),
        new("A11", "Viewable ≤ measurable ≤ served, and each quartile of a video at most the one before",
            """
            select 'campaign ' || cast(campaign_id as varchar) || ' on ' || cast(date_id as varchar) as found from fact_core_metrics
            where viewable_impressions > measurable_impressions or measurable_impressions > impressions or video_plays > impressions or video_p25_watched > video_plays
              or video_p50_watched > video_p25_watched or video_p75_watched > video_p50_watched or video_p100_watched > video_p75_watched
            """),
        new("A12", "The core fact is the sum of the log, for each campaign and day: impressions, clicks, conversions and money to the millionth", CoreIsLog),
        new("A13", "Each breakdown sums to the core fact, for each campaign and day", string.Join(" union all ", Breakdowns.Select(BreakdownIsCore))),
        new("A14", "Gross is fees and payout, to the millionth, and no payout is above media cost",
            $"""
            select 'campaign ' || cast(campaign_id as varchar) || ' on ' || cast(date_id as varchar) as found from fact_core_metrics
            where load_id in ({Loads}) and (gross_billed <> (gross_billed - spend) + (spend - publisher_payout) + publisher_payout or publisher_payout > spend)
            """),
        new("A17", "Attribution windows contain each other",
            """
            select 'campaign ' || cast(campaign_id as varchar) || ' on ' || cast(date_id as varchar) as found from (
              select campaign_id, date_id, action_type_id, sum(case attribution_window when '1d_click' then action_count else 0 end) as one,
                sum(case attribution_window when '7d_click' then action_count else 0 end) as seven, sum(case attribution_window when '28d_click' then action_count else 0 end) as most
              from fact_action_metrics group by campaign_id, date_id, action_type_id) windows
            where one > seven or seven > most
            """),
        new("A18", "Every id of the log is there once, and every key stands in its dimension", string.Join(" union all ", Ids)),
        new("A19", "The log has as many auctions as its load says",
            $"""
            select 'load ' || cast(l.load_id as varchar) || ': ' || cast(l.input_rows as varchar) || ' said' as found from load_log l
            where l.load_id in ({Loads}) and l.input_rows <> (select count(*) from log_impression i where i.load_id = l.load_id)
            """),
        new("A21", "Nothing happens after the end of the data",
            $"""
            select 'load ' || cast(l.load_id as varchar) as found from load_log l
            where l.load_id in ({Loads}) and greatest((select max(date_id) from log_conversion), (select max(date_id) from log_click)) > {SliceShape.Key("l.last_day")}
            """),
        new("A22", "A conversion is credited to a click and its impression, to an impression alone, or to nothing that is known",
            $"""
            select {Conversion} as found from log_conversion v left join log_click k on k.click_id = v.click_id left join log_impression i on i.impression_id = v.impression_id
            where (v.click_id is not null and (k.impression_id is null or k.impression_id <> v.impression_id or k.campaign_id <> v.campaign_id))
              or (v.impression_id is not null and (i.campaign_id is null or i.campaign_id <> v.campaign_id))
              or v.attribution_model <> case when v.click_id is not null then 'last_click' when v.impression_id is not null then 'view_through' else 'organic' end
            """),
        new("A23", "Every row of the log, every touch and every budget is of a load that stands",
            string.Join(" union all ", new[] { "log_impression", "log_click", "log_conversion", "fact_touchpoint", "fact_budget" }.Select(table =>
                $"select '{table}: load ' || cast(f.load_id as varchar) as found from (select distinct load_id from {table}) f left join load_log l on l.load_id = f.load_id and l.state = 'active' where l.load_id is null"))),
    ];

    const string Click = "'click ' || cast(k.click_id as varchar)";
    const string Impression = "'impression ' || cast(i.impression_id as varchar)";
    const string Conversion = "'conversion ' || cast(v.conversion_id as varchar)";
    const string Spent = "(select campaign_id, date_id, sum(spend) as spend from fact_core_metrics group by campaign_id, date_id)";

    // Each budget with the day of the next one; the first holds for what came before it too.
    const string Budgets =
        $"""
        (select campaign_id, total, daily, case when row_number() over (partition by campaign_id order by first_day) = 1 then 0 else {FirstId} end as first_id,
          coalesce(lead({FirstId}) over (partition by campaign_id order by first_day), 99999999) as next_id from fact_budget)
        """;

    const string FirstId = "cast(extract(year from first_day) * 10000 + extract(month from first_day) * 100 + extract(day from first_day) as integer)";
    const string Loads = "select load_id from load_log where family = 'acme' and state = 'active'";

    static IEnumerable<(string Table, string Own)> Breakdowns =>
        [("fact_country_metrics", "true"), ("fact_age_gender_metrics", "true"), ("fact_placement_metrics", "true"), .. new[] { "device", "hour", "interest" }.Select(name => ("fact_breakdown_metrics", $"breakdown = '{name}'")), ("fact_inventory_metrics", "true")];

    static IEnumerable<string> Ids =>
    [
        .. from pair in new[] { ("log_impression", "impression_id"), ("log_click", "click_id"), ("log_conversion", "conversion_id") }
           select $"select '{pair.Item1}: ' || cast(count(*) - count(distinct {pair.Item2}) as varchar) || ' ids twice' as found from {pair.Item1} having count(*) <> count(distinct {pair.Item2})",
        .. from key in new[] { ("campaign_id", "dim_campaign"), ("adset_id", "dim_adset"), ("creative_id", "dim_creative"), ("publisher_id", "dim_publisher"), ("placement_id", "dim_placement"), ("geo_id", "dim_geo"), ("age_id", "dim_age"), ("gender_id", "dim_gender"), ("interest_id", "dim_interest") }
           select $"select 'log_impression: {key.Item1} ' || cast(f.{key.Item1} as varchar) as found from (select distinct {key.Item1} from log_impression) f left join {key.Item2} d on d.{key.Item1} = f.{key.Item1} where d.{key.Item1} is null",
    ];

    static string CoreIsLog =>
        $"""
        select 'campaign ' || cast(campaign_id as varchar) || ' on ' || cast(date_id as varchar) as found from (
          select campaign_id, date_id, sum(case when won then impressions else 0 end) as impressions, 0 as clicks, 0 as conversions,
            sum(case when won then {Media} else 0 end) as media, sum(gross_micros) as gross, sum(payout_micros) as payout from log_impression group by campaign_id, date_id
          union all select campaign_id, date_id, 0, count(*), 0, 0, sum(cast(coalesce(click_cost, 0) * 1000000 as bigint)), 0 from log_click group by campaign_id, date_id
          union all select campaign_id, date_id, 0, 0, count(*), 0, sum(gross_micros), 0 from log_conversion group by campaign_id, date_id
          union all select campaign_id, date_id, -sum(impressions), -sum(clicks), -sum(cast(conversions as bigint)), -sum(cast(spend * 1000000 as bigint)),
            -sum(cast(gross_billed * 1000000 as bigint)), -sum(cast(publisher_payout * 1000000 as bigint))
          from fact_core_metrics where load_id in ({Loads}) group by campaign_id, date_id) both_sides
        group by campaign_id, date_id
        having sum(impressions) <> 0 or sum(clicks) <> 0 or sum(conversions) <> 0 or sum(media) <> 0 or sum(gross) <> 0 or sum(payout) <> 0
        """;

    static string BreakdownIsCore((string Table, string Own) breakdown) =>
        $"""
        select '{breakdown.Table}: campaign ' || cast(campaign_id as varchar) || ' on ' || cast(date_id as varchar) as found from (
          select campaign_id, date_id, spend, impressions, clicks, conversions, conversion_value from fact_core_metrics where load_id in ({Loads})
          union all
          select campaign_id, date_id, -spend, -impressions, -clicks, -conversions, -conversion_value from {breakdown.Table} where load_id in ({Loads}) and {breakdown.Own}) both_sides
        group by campaign_id, date_id
        having sum(spend) <> 0 or sum(impressions) <> 0 or sum(clicks) <> 0 or sum(conversions) <> 0 or sum(conversion_value) <> 0
        """;

    static string Seconds(string later, string earlier) => $"extract(epoch from {later}) - extract(epoch from {earlier})";
}
