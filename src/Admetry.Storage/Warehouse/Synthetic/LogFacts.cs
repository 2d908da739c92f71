namespace Admetry.Storage.Warehouse.Synthetic;

/// <summary>A measure of a fact as each log table gives it; null where a table has none of it.</summary>
/// <param name="IsMicros">The expressions are millionths of the account's currency.</param>
sealed record LogMeasure(string Column, string? Impression, string? Click = null, string? Conversion = null, bool IsMicros = false);

/// <summary>Derives the daily facts from the log, inside the engine: every sum is exact.</summary>
static class LogFacts
{
    /// <summary>Media cost of an auction in micros: win price × impressions / 1000.</summary>
    public const string Media = "cast(win_price * 1000 as bigint) * impressions";

    // Verification is paid for each measured impression: five cents a mille.
    const int VerificationMicros = 50;

    static readonly LogMeasure[] Common =
    [
        new("spend", $"case when won then {Media} else 0 end", IsMicros: true),
        new("impressions", "case when won then impressions else 0 end"),
        new("clicks", null, "1"),
        new("conversions", null, null, "1"),
        new("conversion_value", null, null, "cast(conversion_value * 1000000 as bigint)", IsMicros: true),
        new("purchases", null, null, "case when conversion_type = 'purchase' then 1 else 0 end"),
        new("purchase_value", null, null, "case when conversion_type = 'purchase' then cast(conversion_value * 1000000 as bigint) else 0 end", IsMicros: true),
        new("leads", null, null, "case when conversion_type = 'signup' then 1 else 0 end"),
    ];

    static readonly LogMeasure[] Core =
    [
        .. Common,
        Watched("video_plays", 1), Watched("video_p25_watched", 2), Watched("video_p50_watched", 3), Watched("video_p75_watched", 4), Watched("video_p100_watched", 5),
        Flagged("measurable_impressions", 1), Flagged("viewable_impressions", 2), Flagged("invalid_impressions", 12), Flagged("blocked_impressions", 16),
        new("bids", "impressions"),
        new("gross_billed", "gross_micros", "cast(coalesce(click_cost, 0) * 1000000 as bigint)", "gross_micros", IsMicros: true),
        new("publisher_payout", "payout_micros", IsMicros: true),
        new("third_party_cost", $"case when (flags & 1) <> 0 then impressions * {VerificationMicros} else 0 end", IsMicros: true),
    ];

    static readonly LogMeasure[] Inventory = [.. Core.Where(measure => measure.Column is not ("purchases" or "purchase_value" or "leads"))];

    const string Hour = "lpad(cast(mod(cast(floor(extract(epoch from l.ts) / 3600) as bigint), 24) as varchar), 2, '0')";

    const string Interest = "(select n.interest from log_impression i join dim_interest n on n.interest_id = i.interest_id where i.impression_id = l.impression_id)";

    // A line buys in one way only.
    const string Deals = "join (select adset_id, case min(auction_type) when 1 then 'open' when 2 then 'PMP' else 'direct' end as deal from log_impression group by adset_id) y on y.adset_id = s.adset_id";

    const string Device = "case device_type when 2 then 'desktop' when 3 then 'ctv' when 4 then 'mobile' when 5 then 'tablet' else 'unknown' end";

    /// <summary>One statement for each fact. The breakdowns stand at the line, since only few rows would share a creative too.</summary>
    /// <remarks>Parameters: <c>loadId</c>, <c>at</c>, <c>adBase</c> and <c>creativeBase</c>, by which the ad of a creative is found.</remarks>
    public static IReadOnlyList<string> Inserts =>
    [
        Insert("fact_core_metrics", Core, [("creative_id", "creative_id", "creative_id")], [], true),
        Insert("fact_country_metrics", Common, [("country_id", "(select g.country_id from dim_geo g where g.geo_id = l.geo_id)", "country_id")], [], false),
        Insert("fact_age_gender_metrics", Common, [("age_id", "age_id", "age_id"), ("gender_id", "gender_id", "gender_id")], [], false),
        Insert("fact_placement_metrics", Common, [("placement_id", "placement_id", "placement_id")], [], false),
        Insert("fact_breakdown_metrics", Common, [("value_1", Device, Device)], [("breakdown", "'device'"), ("value_2", "''")], false),
        Insert("fact_breakdown_metrics", Common, [("value_1", Hour, Hour), ("value_2", Device, Device)], [("breakdown", "'hour'")], false),
        Insert("fact_breakdown_metrics", Common,
            [("value_1", "(select n.interest from dim_interest n where n.interest_id = l.interest_id)", $"coalesce({Interest}, 'unknown')")], [("breakdown", "'interest'"), ("value_2", "''")], false),
        Insert("fact_inventory_metrics", Inventory, [("publisher_id", "publisher_id", "publisher_id"), ("device", Device, Device)],
            [("deal_type", "min(coalesce(y.deal, 'unknown'))")], false, $"left {Deals}"),
        Actions,
        Visits,
        Orders,
    ];

    /// <summary>What each conversion counts for in each window that it happened within: windows contain each other.</summary>
    const string Actions =
        """
        insert into fact_action_metrics (date_id, account_id, campaign_id, adset_id, ad_id, creative_id, action_type_id,
          attribution_window, action_count, action_value, currency, load_id)
        select v.date_id, c.account_id, v.campaign_id, v.adset_id, v.creative_id - @creativeBase + @adBase, v.creative_id, t.action_type_id,
          w.name, count(*), sum(v.conversion_value), 'USD', @loadId
        from log_conversion v
        join dim_campaign c on c.campaign_id = v.campaign_id
        join dim_action_type t on t.action_type = v.conversion_type
        join (values ('1d_click', true, 1), ('7d_click', true, 7), ('28d_click', true, 28), ('30d_click', true, 30), ('1d_view', false, 1), ('7d_view', false, 7))
          as w (name, is_click, days) on w.is_click = (v.click_id is not null)
        where v.touch_ts is not null and extract(epoch from v.ts) - extract(epoch from v.touch_ts) <= w.days * 86400
        group by v.date_id, c.account_id, v.campaign_id, v.adset_id, v.creative_id, t.action_type_id, w.name
        order by v.date_id, c.account_id, v.campaign_id, v.adset_id, v.creative_id, t.action_type_id, w.name
        """;

    /// <summary>Every click is a visit of the advertiser's site.</summary>
    const string Visits =
        """
        insert into fact_engagement_metrics (date_id, account_id, campaign_id, pageviews, web_sessions, engaged, bounces, duration_seconds, load_id)
        select k.date_id, c.account_id, k.campaign_id, sum(k.pages), count(*), sum(case when k.bounced then 0 else 1 end),
          sum(case when k.bounced then 1 else 0 end), sum(k.dwell_seconds), @loadId
        from log_click k
        join dim_campaign c on c.campaign_id = k.campaign_id
        group by k.date_id, c.account_id, k.campaign_id
        order by k.date_id, c.account_id, k.campaign_id
        """;

    /// <summary>Every purchase is an order in the client's books, which know it came by the exchange if anybody does.</summary>
    const string Orders =
        """
        insert into fact_revenue (client_id, date_id, channel_reported, order_id, user_no, amount, currency, is_new_customer, load_id)
        select a.client_id, v.date_id, case when v.attribution_model = 'organic' then 'organic' else 'acme' end,
          'CNV-' || lpad(cast(v.conversion_id as varchar), 14, '0'), null, v.conversion_value, 'USD', null, @loadId
        from log_conversion v
        join dim_campaign c on c.campaign_id = v.campaign_id
        join dim_account a on a.account_id = c.account_id
        where v.conversion_type = 'purchase'
        """;

    static LogMeasure Watched(string column, int reached) => new(column, $"case when (flags >> 5) >= {reached} then impressions else 0 end");

    static LogMeasure Flagged(string column, int bits) => new(column, $"case when won and (flags & {bits}) <> 0 then impressions else 0 end");

    static string Insert(
        string table, LogMeasure[] measures, (string Column, string Impression, string Other)[] keys, (string Column, string Value)[] constants, bool isCore, string beside = "")
    {
        string[] tree = ["date_id", "campaign_id", "adset_id"];
        var names = tree.Concat(keys.Select(key => key.Column)).ToList();
        var creative = isCore ? "s.creative_id" : "0";
        var ad = isCore ? "case when s.creative_id = 0 then 0 else s.creative_id - @creativeBase + @adBase end" : "0";
        var columns = (string[])[.. keys.Where(key => key.Column is not "creative_id").Select(key => key.Column), .. constants.Select(pair => pair.Column)];
        var values = (string[])[.. keys.Where(key => key.Column is not "creative_id").Select(key => $"s.{key.Column}"), .. constants.Select(pair => pair.Value)];
        return $"""
            insert into {table} ({string.Join(", ", (string[])["date_id", "account_id", "campaign_id", "adset_id", "ad_id", "creative_id", .. columns, .. measures.Select(measure => measure.Column)])},
              currency, load_id{(isCore ? ", loaded_at" : "")})
            select {string.Join(", ", (string[])["s.date_id", "c.account_id", "s.campaign_id", "s.adset_id", ad, creative, .. values, .. measures.Select(Final)])},
              'USD', @loadId{(isCore ? ", cast(@at as timestamptz)" : "")}
            from (
              {Part("log_impression", keys.Select(key => key.Impression), measures, measure => measure.Impression, isCore || table is "fact_inventory_metrics" ? "" : " where won")}
              union all
              {Part("log_click", keys.Select(key => key.Other), measures, measure => measure.Click, "")}
              union all
              {Part("log_conversion", keys.Select(key => key.Other), measures, measure => measure.Conversion, "")}
            ) s ({string.Join(", ", names.Concat(measures.Select(measure => measure.Column)))})
            join dim_campaign c on c.campaign_id = s.campaign_id {beside}
            group by c.account_id, {string.Join(", ", names.Select(name => $"s.{name}"))}
            order by s.date_id, c.account_id, {string.Join(", ", names.Skip(1).Select(name => $"s.{name}"))}
            """;
    }

    static string Part(string table, IEnumerable<string> keys, LogMeasure[] measures, Func<LogMeasure, string?> expression, string where)
    {
        var all = (string[])["date_id", "campaign_id", "adset_id", .. keys];
        return $"""
            select {string.Join(", ", all.Concat(measures.Select(measure => expression(measure) is { } sum ? $"cast(sum({sum}) as bigint)" : "cast(0 as bigint)")))}
              from {table} l{where} group by {string.Join(", ", Enumerable.Range(1, all.Length))}
            """;
    }

    static string Final(LogMeasure measure) => measure.IsMicros
        ? $"cast(sum(s.{measure.Column}) as bigint) * 0.000001"
        : $"cast(sum(s.{measure.Column}) as bigint)";
}
