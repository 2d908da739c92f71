namespace Admetry.Storage.Warehouse;

/// <summary>Inserts staged delivery into the facts, summed to each table's key.</summary>
static class DeliverySql
{
    static readonly (string Column, string Value)[] Tree =
    [
        ("account_id", "k.account_id"), ("campaign_id", "k.campaign_id"), ("adset_id", "k.adset_id"), ("ad_id", "k.ad_id"),
        ("creative_id", "k.creative_id"),
    ];

    // The key's order as one number: a day, then the place of the entity's keys among all. Sorting by six takes several times as long.
    const string ByKey = "s.first_id * cast(4294967296 as bigint) + k.place";

    /// <param name="isScoped">Only the campaign days in <c>stg_scope</c>; else everything staged.</param>
    /// <remarks>
    /// A measure that no account reports is left out: it is null in every row. PostgreSQL gets the rows in the order of the fact's key,
    /// whose index then grows at its end instead of everywhere.
    /// </remarks>
    public static string Insert(SliceShape shape, bool isScoped, StagedRows staged)
    {
        var isAlone = staged.IsOneRowAKey;
        (string, string)[] days = shape.IsPeriod ? [("first_day", Day("s.first_id")), ("last_day", Day("s.last_id"))] : [("date_id", "s.first_id")];
        (string Column, string Value)[] keys = [.. days, .. Tree, .. shape.Extra];
        var loadedAt = shape.HasLoadedAt ? (", loaded_at", ", cast(@at as timestamptz)") : ("", "");
        var (some, all) = staged.Numbers.ReportedByAccounts;
        var measures = shape.Measures.Where(measure => (some & Bit(measure)) != 0).ToList();
        var sums = measures.Select(measure => Value(measure, isAlone, (all & Bit(measure)) != 0));
        var group = string.Join(", ", keys.Select(key => key.Value).Where(value => !value.StartsWith('\'')));
        return $"""
            insert into {shape.Table} ({string.Join(", ", keys.Select(key => key.Column).Concat(measures))}, currency, load_id{loadedAt.Item1})
            select {string.Join(", ", keys.Select(key => key.Value).Concat(sums))}, {(isAlone ? "k.currency" : "min(k.currency)")}, @loadId{loadedAt.Item2}
            from stg_delivery s
            join stg_entity k on k.entity = s.entity
            {(isAlone ? "" : "left join stg_split p on p.split = s.split")}
            {Scope(isScoped)}
            where {shape.Takes}
            {(isAlone ? "" : $"group by {group}")}
            {(!staged.Dialect.IsPostgres ? "" : isAlone && !shape.IsPeriod ? $"order by {ByKey}" : $"order by {group}")}
            """;
    }

    /// <summary>What <see cref="Insert"/> puts into a table of days, as far as the ledger asks, where each staged row has keys of its own.</summary>
    public static string StagedAlone(SliceShape shape, StagedRows staged)
    {
        var (some, all) = staged.Numbers.ReportedByAccounts;
        var measures = shape.Measures.Select(name =>
            $"cast({((some & Bit(name)) == 0 ? "null" : Value(name, true, (all & Bit(name)) != 0))} as {StageSchema.TypeOf(name)}) as {name}");
        return $"""
            select k.account_id, s.first_id as date_id, cast(@loadId as bigint) as load_id, {string.Join(", ", measures)}
            from stg_delivery s join stg_entity k on k.entity = s.entity
            where {shape.Takes}
            """;
    }

    public static string InsertActions(bool isScoped) =>
        $"""
        insert into fact_action_metrics (date_id, account_id, campaign_id, adset_id, ad_id, creative_id, action_type_id,
          attribution_window, action_count, action_value, currency, load_id)
        select s.first_id, k.account_id, k.campaign_id, k.adset_id, k.ad_id, k.creative_id, a.action_type_id, s.attribution_window,
          sum(s.action_count), sum(s.action_value), min(k.currency), @loadId
        from stg_action s
        join stg_entity k on k.entity = s.entity
        join stg_action_type a on a.action = s.action
        {Scope(isScoped)}
        where s.first_id = s.last_id
        group by s.first_id, k.account_id, k.campaign_id, k.adset_id, k.ad_id, k.creative_id, a.action_type_id, s.attribution_window
        having sum(s.action_count) <> 0 or sum(s.action_value) <> 0
        """;

    /// <summary>What the ledger says of a delivery slice.</summary>
    public static SliceSums Sums(SliceShape shape) => new(
        "sum(f.spend)", "cast(sum(f.impressions) as numeric(38,0))", "cast(sum(f.clicks) as numeric(38,0))",
        [.. shape.Measures.Select(name => $"f.{name}")]);

    // People reached by two rows may be the same people: reach survives only where one row stands alone. Of the others a blank cell
    // is zero where the account's other rows report the measure, and stays null, "not reported", where none does.
    static string Value(string measure, bool isAlone, bool allReport)
    {
        if (measure is "reach")
            return isAlone ? "s.reach" : "case when count(*) = 1 then max(s.reach) end";

        var reported = isAlone ? "k.reported" : "min(k.reported)";
        return $"coalesce({(isAlone ? $"s.{measure}" : $"sum(s.{measure})")}, {(allReport ? "0" : $"case when ({reported} & {Bit(measure)}) <> 0 then 0 end")})";
    }

    static long Bit(string measure) => 1L << StageSchema.Measures.IndexOf(measure);

    static string Scope(bool isScoped) => !isScoped ? "" :
        "join stg_scope t on t.account_id = k.account_id and t.campaign_id = k.campaign_id and t.first_id = s.first_id and t.last_id = s.last_id";

    // Engines differ in what dividing integers gives, so the parts are cut off as text.
    public static string Day(string key) =>
        $"cast(substr(cast({key} as varchar), 1, 4) || '-' || substr(cast({key} as varchar), 5, 2) || '-' || substr(cast({key} as varchar), 7, 2) as date)";
}
