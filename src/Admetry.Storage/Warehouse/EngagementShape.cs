namespace Admetry.Storage.Warehouse;

/// <summary>Where visits and sends go: those of a day into one table, those of a range of days into another.</summary>
/// <param name="Name">What the ledger calls it.</param>
/// <param name="Keys">The table's days, with the staged expression of each.</param>
/// <param name="SliceOf">The slice of a fact row as two day keys, over alias f.</param>
sealed record EngagementShape(string Name, string Table, bool IsPeriod, IReadOnlyList<(string Column, string Value)> Keys, (string First, string Last) SliceOf)
{
    public static IReadOnlyList<EngagementShape> All { get; } =
    [
        new("engagement", "fact_engagement_metrics", false, [("date_id", "s.first_id")], ("f.date_id", "f.date_id")),
        new("period_engagement", "fact_period_engagement", true,
            [("first_day", DeliverySql.Day("s.first_id")), ("last_day", DeliverySql.Day("s.last_id"))],
            (SliceShape.Key("f.first_day"), SliceShape.Key("f.last_day"))),
    ];

    /// <summary>What is unique in the table.</summary>
    public IReadOnlyList<string> Unique => [.. Keys.Select(key => key.Column), "account_id", "campaign_id"];

    /// <summary>Clears the campaigns' days, or ranges, that are staged.</summary>
    /// <remarks>
    /// Rows of campaigns and rows without one say the same visits in two ways, so they never stand together on an account's day: the
    /// newer way takes the place of the older.
    /// </remarks>
    public string Delete(bool isReplay) =>
        $"""
        delete from {Table} using (
          select distinct {string.Join(", ", Keys.Select(key => $"{key.Value} as {key.Column}"))}, k.account_id, k.campaign_id from {Staged(isReplay)}) t
        where {string.Join(" and ", Unique.SkipLast(1).Select(column => $"{Table}.{column} = t.{column}"))}
          and ({Table}.campaign_id = t.campaign_id or {Table}.campaign_id = 0 or t.campaign_id = 0)
        """;

    public string Insert(bool isReplay)
    {
        string[] keys = [.. Keys.Select(key => key.Value), "k.account_id", "k.campaign_id"];
        return $"""
            insert into {Table} ({string.Join(", ", Unique)}, {string.Join(", ", StageSchema.EngagementMeasures)}, load_id)
            select {string.Join(", ", keys)}, {string.Join(", ", StageSchema.EngagementMeasures.Select(name => $"sum(s.{name})"))}, @loadId
            from {Staged(isReplay)}
            group by {string.Join(", ", keys)}
            """;
    }

    string Staged(bool isReplay) =>
        $"stg_engagement s join stg_entity k on k.entity = s.entity where s.first_id {(IsPeriod ? "<>" : "=")} s.last_id"
        + (isReplay ? " and exists (select 1 from stg_slice o where o.account_id = k.account_id and o.first_id = s.first_id and o.last_id = s.last_id)" : "");
}
