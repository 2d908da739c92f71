using System.Globalization;

namespace Admetry.Bench;

/// <summary>The least a careful person would write to load the same rows: stage, drop duplicates, delete the slices, insert, commit.</summary>
/// <remarks>Names become keys by one dictionary of ad ids. No checks, no ledger, no log, no ownership: what ours does besides is the cost measured.</remarks>
static class HandLoad
{
    public static readonly string[] Measures =
    [
        "spend", "impressions", "clicks", "reach", "link_clicks", "landing_page_views", "conversions", "conversion_value", "purchases",
        "purchase_value", "leads", "add_to_cart", "video_plays", "video_p25_watched", "video_p50_watched", "video_p75_watched",
        "video_p100_watched", "measurable_impressions", "viewable_impressions", "invalid_impressions",
    ];

    static readonly HashSet<string> Decimals = ["spend", "conversions", "conversion_value", "purchases", "purchase_value", "leads", "add_to_cart"];

    static string Columns => string.Join(", ", Measures.Select(name => $"{name} {(Decimals.Contains(name) ? "numeric(18,6)" : "bigint")}"));

    static string Names => string.Join(", ", Measures);

    public static string Fact => $"""
        create table fact (date_id integer not null, account_id bigint not null, campaign_id bigint not null, adset_id bigint not null,
          ad_id bigint not null, creative_id bigint not null, {Columns}, blocked_impressions bigint, bids bigint,
          gross_billed numeric(18,6), publisher_payout numeric(18,6), third_party_cost numeric(18,6), currency varchar not null, load_id bigint not null,
          loaded_at timestamptz not null)
        """;

    public static string Stage => $"create temporary table stage (line integer, date_id integer, entity integer, {Columns})";

    public const string Entities = "create temporary table entity (entity integer, account_id bigint, campaign_id bigint, adset_id bigint, ad_id bigint)";

    /// <summary>The statements of the transaction, for the account and its days.</summary>
    public static string Merge(int account, int first, int last) => string.Create(CultureInfo.InvariantCulture, $"""
        delete from fact where account_id = {account} and date_id between {first} and {last};
        insert into fact (date_id, account_id, campaign_id, adset_id, ad_id, creative_id, {Names}, currency, load_id, loaded_at)
        select s.date_id, e.account_id, e.campaign_id, e.adset_id, e.ad_id, 0, {string.Join(", ", Measures.Select(name => $"s.{name}"))}, 'USD', 1, now()
        from (select *, row_number() over (partition by date_id, entity order by line desc) as place from stage) s
        join entity e on e.entity = s.entity
        where s.place = 1;
        """);

    public static int Day(DateOnly day) => day.Year * 10_000 + day.Month * 100 + day.Day;

    /// <summary>The number of a row's ad, made where it is new.</summary>
    public static int Number(Dictionary<string, int> ads, DeliveryRow row)
    {
        if (!ads.TryGetValue(row.AdId, out var number))
            ads.Add(row.AdId, number = ads.Count);
        return number;
    }

    public static long Key(string id) => long.Parse(id, CultureInfo.InvariantCulture);
}
