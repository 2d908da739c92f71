namespace Admetry.Storage.Warehouse;

/// <summary>What the ledger sums of a slice.</summary>
/// <param name="Hashed">The columns its checksum covers: measures and external texts, never surrogate keys.</param>
sealed record SliceSums(string Spend, string Impressions, string Clicks, IReadOnlyList<string> Hashed)
{
    const string NoAmount = "cast(null as numeric(38,6))";
    const string NoCount = "cast(null as numeric(38,0))";

    public static SliceSums Actions { get; } = new(NoAmount, NoCount, NoCount, ["f.attribution_window", "f.action_count", "f.action_value"]);

    public static SliceSums Engagement { get; } = new(
        NoAmount, "cast(sum(f.emails_sent) as numeric(38,0))", "cast(sum(f.clicks) as numeric(38,0))",
        [.. StageSchema.EngagementMeasures.Select(name => $"f.{name}")]);

    public static SliceSums Revenue { get; } = new("sum(f.amount)", NoCount, NoCount, ["f.channel_reported", "f.order_id", "f.amount"]);
}

/// <summary>The ledger of slices: written after each change, and compared with the facts by 'verify'.</summary>
static class LedgerSql
{
    /// <summary>Forgets what the ledger said of these accounts and days, and says what stands there now.</summary>
    /// <param name="alone">The rows of the table there, where they are known without reading it again.</param>
    public static string Rewrite(
        SqlDialect dialect, string fact, string table, (string First, string Last) slice, string own, SliceSums sums, string account, string accounts,
        string? alone = null) =>
        $"""
        delete from load_slice where fact = @fact and account_id in ({accounts}) and first_id >= @first and last_id <= @last;
        insert into load_slice
        {(alone is not null
            ? Select(dialect, fact, $"({alone})", slice, sums, account, "true")
            : Select(dialect, fact, table, slice, sums, account, $"{account} in ({accounts}) and {slice.First} >= @first and {slice.Last} <= @last{own}"))};
        """;

    /// <summary>One row for each slice and load, as the facts have it.</summary>
    public static string Select(
        SqlDialect dialect, string fact, string table, (string First, string Last) slice, SliceSums sums, string account, string where) =>
        $"""
        select '{fact}', {account}, {slice.First}, {slice.Last}, f.load_id, count(*), {sums.Spend}, {sums.Impressions}, {sums.Clicks},
          {dialect.SumOfHashes(sums.Hashed)}
        from {table} f
        where {where}
        group by {account}, {slice.First}, {slice.Last}, f.load_id
        """;
}
