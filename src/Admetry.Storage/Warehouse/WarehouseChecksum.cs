using Dapper;

namespace Admetry.Storage.Warehouse;

/// <summary>A fingerprint of everything a warehouse says, over external ids, names and measures, never over surrogate keys.</summary>
/// <remarks>Two warehouses of one engine that were loaded from the same landing have equal lines, whatever order their keys were given in.</remarks>
public static class WarehouseChecksum
{
    /// <returns>One line for each fact, log and table of the books with rows: its name, how many rows, and their order-free checksum.</returns>
    public static async Task<IReadOnlyList<string>> ReadAsync(WarehouseDatabase warehouse, CancellationToken cancel)
    {
        await using var connection = await warehouse.Source.OpenConnectionAsync(cancel);
        var lines = new List<string>();
        foreach (var family in SliceFamily.All)
        {
            var isRevenue = family.Fact is "revenue";
            string[] keys = isRevenue
                ? ["c.client_code", "f.date_id", "f.currency"]
                : [family.Slice.First, family.Slice.Last, "a.platform_id", "a.external_account_id", "c.external_campaign_id", "c.campaign_name"];
            var joins = isRevenue
                ? "join dim_client c on c.client_id = f.client_id"
                : "join dim_account a on a.account_id = f.account_id join dim_campaign c on c.campaign_id = f.campaign_id";
            if (family.Key.Contains("ad_id"))
            {
                keys = [.. keys, "s.external_adset_id", "s.adset_name", "d.external_ad_id", "d.ad_name"];
                joins += " join dim_adset s on s.adset_id = f.adset_id join dim_ad d on d.ad_id = f.ad_id";
            }

            var (rows, sum) = await connection.QuerySingleAsync<(long, string?)>(
                $"select count(*), cast({warehouse.Dialect.SumOfHashes([.. keys, .. Split(family), .. family.Sums.Hashed])} as varchar) from {family.Table} f {joins}{SplitJoins(family)}{(family.Own is "" ? "" : $" where {family.Own}")}");
            if (rows > 0)
                lines.Add($"{family.Fact} {rows} {sum}");
        }

        foreach (var (table, columns, joins) in Logs.Select(log => (log.Table, log.Columns, "")).Concat(FinanceTables.Hashed))
        {
            var (rows, sum) = await connection.QuerySingleAsync<(long, string?)>(
                $"select count(*), cast({warehouse.Dialect.SumOfHashes(columns)} as varchar) from {table} f {joins}");
            if (rows > 0)
                lines.Add($"{table} {rows} {sum}");
        }

        return lines;
    }

    /// <summary>What a log says of its own, without keys of dimensions.</summary>
    static readonly (string Table, string[] Columns)[] Logs =
    [
        ("log_impression",
        [
            "impression_id", "ts", "date_id", "device_type", "auction_type", "floor_price", "bid_price", "win_price", "min_to_win", "won", "impressions",
            "gross_micros", "payout_micros", "flags", "age_id", "gender_id", "interest_id", "user_no",
        ]),
        ("log_click", ["click_id", "impression_id", "ts", "date_id", "device_type", "click_cost", "pages", "dwell_seconds", "stage"]),
        ("log_conversion", ["conversion_id", "click_id", "impression_id", "touch_ts", "ts", "conversion_type", "conversion_value", "attribution_model", "gross_micros"]),
        ("fact_touchpoint", ["user_no", "ts", "platform_id", "touch_type", "cost", "stage", "holdout", "channel"]),
    ];

    static string[] Split(SliceFamily family) => family.Fact switch
    {
        "placement" => ["p.publisher_platform", "p.platform_position"],
        "age_gender" => ["g.age_group", "h.gender"],
        "country" => ["n.country_code"],
        "action" => ["t.action_type"],
        _ when family.Key.Contains("value_1") => ["f.value_1", "f.value_2"],
        _ => [],
    };

    static string SplitJoins(SliceFamily family) => family.Fact switch
    {
        "placement" => " join dim_placement p on p.placement_id = f.placement_id",
        "age_gender" => " join dim_age g on g.age_id = f.age_id join dim_gender h on h.gender_id = f.gender_id",
        "country" => " join dim_country n on n.country_id = f.country_id",
        "action" => " join dim_action_type t on t.action_type_id = f.action_type_id",
        _ => "",
    };
}
