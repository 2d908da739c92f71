using System.Text.RegularExpressions;
using Admetry.Metrics;

namespace Admetry.Storage.Warehouse;

/// <summary>The roll-ups of a warehouse, as data; docs/decisions/0011 says by how much each is smaller than its source.</summary>
/// <remarks>A line here makes the table, keeps it up with every load, lets queries use it and has it verified.</remarks>
static partial class RollUps
{
    const string Account = "account_id";

    static readonly string[] Tree = [Account, "campaign_id", "adset_id", "ad_id", "creative_id", "currency"];

    static readonly string[] Campaign = [Account, "campaign_id", "currency"];

    /// <summary>Of each source and step the smallest first: the first that covers a question answers it.</summary>
    public static IReadOnlyList<RollUp> All { get; } =
    [
        Of("rollup_core_day", "fact_core_metrics", RollUpStep.Day, [Account, "currency"]),
        Of("rollup_core_month", "fact_core_metrics", RollUpStep.Month, Tree) with { IsOnBoth = false }, // docs/decisions/0011: there it costs a load more than it spares questions
        Of("rollup_country_month", "fact_country_metrics", RollUpStep.Month, [.. Campaign, "country_id"]),
        Of("rollup_age_gender_month", "fact_age_gender_metrics", RollUpStep.Month, [.. Campaign, "age_id", "gender_id"]),
        Of("rollup_breakdown_month", "fact_breakdown_metrics", RollUpStep.Month, [.. Campaign, "breakdown", "value_1", "value_2"]),
        Of("rollup_action_month", "fact_action_metrics", RollUpStep.Month, [.. Campaign, "action_type_id", "attribution_window"]),
        Of("rollup_deal_day", "fact_inventory_metrics", RollUpStep.Day, [.. Campaign, "deal_type", "device"]),
        Of("rollup_deal_month", "fact_inventory_metrics", RollUpStep.Month, [.. Campaign, "deal_type", "device"]),
        Of("rollup_revenue_month", "fact_revenue", RollUpStep.Month, ["client_id", "currency", "channel_reported"]),
        new("rollup_auction_day", "log_impression", RollUpStep.Day, null, ["campaign_id", "auction_type", "geo_id"],
            [new("bids", "f.impressions", "bigint"), new("wins", "case when f.won then f.impressions else 0 end", "bigint")]),
    ];

    /// <summary>Those of an engine.</summary>
    public static IReadOnlyList<RollUp> On(SqlDialect dialect) => dialect.IsPostgres ? OnBoth : All;

    /// <summary>Those that every engine has.</summary>
    public static IReadOnlyList<RollUp> OnBoth { get; } = [.. All.Where(one => one.IsOnBoth)];

    /// <summary>Every measure that the source's facts give as a column and that adds up.</summary>
    static RollUp Of(string table, string source, RollUpStep step, string[] keys) => new(table, source, step, keys[0], keys,
    [
        .. from fact in Facts.All
           where fact.Table == source
           from measure in fact.Measures
           where measure.Key != Measure.Reach && Column().IsMatch(measure.Value.Sql)
           group measure by measure.Value.Sql into column
           let type = column.First().Key.Kind is MeasureKind.Count ? "bigint" : "numeric(38, 6)"
           select new RollUpSum(column.Key[2..], column.Key, type),
    ]);

    [GeneratedRegex(@"^f\.\w+$")]
    private static partial Regex Column();
}
