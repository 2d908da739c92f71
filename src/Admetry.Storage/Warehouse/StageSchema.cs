namespace Admetry.Storage.Warehouse;

/// <summary>The temporary tables one load fills before its transaction touches a fact. They vanish with the connection.</summary>
static class StageSchema
{
    /// <summary>The measures of the core fact, in the order in which staged rows carry them.</summary>
    public static List<string> Measures { get; } =
    [
        "spend", "impressions", "clicks", "reach", "link_clicks", "landing_page_views", "conversions", "conversion_value", "purchases",
        "purchase_value", "leads", "add_to_cart", "video_plays", "video_p25_watched", "video_p50_watched", "video_p75_watched",
        "video_p100_watched", "measurable_impressions", "viewable_impressions", "invalid_impressions",
    ];

    /// <summary>Those of them that the breakdown facts carry.</summary>
    public static IReadOnlyList<string> BreakdownMeasures { get; } =
        ["spend", "impressions", "clicks", "reach", "conversions", "conversion_value", "purchases", "purchase_value", "leads"];

    public static IReadOnlyList<string> EngagementMeasures { get; } =
    [
        "emails_sent", "delivered", "opens", "clicks", "hard_bounces", "soft_bounces", "unsubscribes", "complaints", "pageviews",
        "web_sessions", "engaged", "bounces", "duration_seconds",
    ];

    static readonly string[] Decimals =
        ["spend", "conversions", "conversion_value", "purchases", "purchase_value", "leads", "add_to_cart", "duration_seconds"];

    /// <summary>Every table with its columns. <see cref="DeliveryStage"/> adds further ones to its own.</summary>
    public static IReadOnlyList<(string Table, string Columns)> Tables { get; } =
    [
        (DeliveryStage.Table, "line integer, first_id integer, entity integer, identity bigint, content bigint"),
        ("stg_action", "line integer, first_id integer, last_id integer, entity integer, action integer, attribution_window varchar, action_count numeric(18,6), action_value numeric(18,6)"),
        ("stg_engagement", $"line integer, first_id integer, last_id integer, entity integer, identity bigint, content bigint, {Columns(EngagementMeasures)}"),
        ("stg_revenue", "line integer, date_id integer, client_code varchar, channel_reported varchar, order_id varchar, amount numeric(18,6), currency varchar, is_new_customer boolean, identity bigint, content bigint"),
        ("stg_entity", "entity integer, place integer, account_id bigint, campaign_id bigint, adset_id bigint, ad_id bigint, creative_id bigint, currency varchar, reported bigint"),
        ("stg_split", "split integer, placement_id bigint, age_id bigint, gender_id bigint, country_id bigint, breakdown varchar, value_1 varchar, value_2 varchar"),
        ("stg_action_type", "action integer, action_type_id bigint"),
        ("stg_dropped", "line integer"),
        ("stg_scope", "account_id bigint, first_id integer, last_id integer, campaign_id bigint"),
        ("stg_quarantine", "line integer, rule_id varchar, reason varchar, raw varchar"),
    ];

    /// <summary>
    /// What PostgreSQL looks up by. Its statistics of the facts are those of the last vacuum, so it may take a load's rows for a handful
    /// and look each of a million up in turn: with these a wrong guess costs little. DuckDB always hashes.
    /// </summary>
    public static IReadOnlyList<string> PostgresIndexes { get; } =
    [
        "create index on stg_entity (entity)",
        "create index on stg_scope (campaign_id, first_id, last_id, account_id)",
    ];

    static readonly bool[] Amounts = [.. Measures.Select(name => Decimals.Contains(name))];

    /// <summary>Whether the measure of that place is an amount or else a count.</summary>
    public static bool IsAmount(int measure) => Amounts[measure];

    static string Columns(IEnumerable<string> measures) =>
        string.Join(", ", measures.Select(name => $"{name} {TypeOf(name)}"));

    public static string TypeOf(string measure) => Decimals.Contains(measure) ? "numeric(18,6)" : "bigint";
}
