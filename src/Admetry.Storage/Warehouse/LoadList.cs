using Dapper;

namespace Admetry.Storage.Warehouse;

/// <summary>A load as people look at it.</summary>
/// <param name="State"><c>active</c> or <c>forgotten</c>.</param>
/// <param name="LoadedAt">UTC.</param>
/// <param name="FirstDay">Null for a file without days, such as a list of clients.</param>
/// <param name="SpendBefore">Spend of the accounts and days it touched, before; in the account's currency.</param>
public sealed record LoadLine(
    long LoadId, long LandingOrder, string Part, string FileName, string Family, string PlatformCode, string State, DateTime LoadedAt,
    DateTime? FirstDay, DateTime? LastDay, long InputRows, long AcceptedRows, long QuarantinedRows, long DuplicateRows, long FilteredRows,
    long ShadowedRows, decimal? SpendBefore, decimal? SpendAfter, string Notes);

/// <summary>A quarantined row.</summary>
/// <param name="Line">Counted from 1, in the file as received.</param>
/// <param name="Raw">The row's text, at most 8 Ki characters.</param>
public sealed record QuarantineLine(long LoadId, string FileName, int Line, string RuleId, string Reason, string Raw);

/// <summary>Lists what came in and what was turned away.</summary>
public static class LoadList
{
    /// <returns>Every load, the newest last.</returns>
    public static async Task<IReadOnlyList<LoadLine>> ReadAsync(WarehouseDatabase warehouse, CancellationToken cancel)
    {
        await using var connection = await warehouse.Source.OpenConnectionAsync(cancel);
        return [.. await connection.QueryAsync<LoadLine>(new CommandDefinition(
            """
            select load_id as LoadId, landing_order as LandingOrder, part as Part, file_name as FileName, family as Family,
              platform_code as PlatformCode, state as State, cast(loaded_at at time zone 'UTC' as timestamp) as LoadedAt,
              cast(first_day as timestamp) as FirstDay, cast(last_day as timestamp) as LastDay, input_rows as InputRows,
              accepted_rows as AcceptedRows, quarantined_rows as QuarantinedRows, duplicate_rows as DuplicateRows,
              filtered_rows as FilteredRows, shadowed_rows as ShadowedRows, spend_before as SpendBefore, spend_after as SpendAfter, notes as Notes
            from load_log order by load_id
            """, cancellationToken: cancel))];
    }

    /// <returns>How many parts stand, and how many parts have nothing but forgotten loads.</returns>
    public static async Task<(long Active, long Forgotten)> CountAsync(WarehouseDatabase warehouse, CancellationToken cancel)
    {
        await using var connection = await warehouse.Source.OpenConnectionAsync(cancel);
        return await connection.QuerySingleAsync<(long, long)>(new CommandDefinition(
            """
            select count(*) filter (where stands), count(*) filter (where not stands)
            from (select landing_order, part, bool_or(state = 'active') as stands from load_log group by landing_order, part) parts
            """, cancellationToken: cancel));
    }

    /// <returns>The quarantined rows of standing loads, in order of load and line.</returns>
    public static async Task<IReadOnlyList<QuarantineLine>> QuarantineAsync(WarehouseDatabase warehouse, long? loadId, int? limit, CancellationToken cancel)
    {
        await using var connection = await warehouse.Source.OpenConnectionAsync(cancel);
        return [.. await connection.QueryAsync<QuarantineLine>(new CommandDefinition(
            $"""
            select q.load_id as LoadId, q.file_name as FileName, q.line as Line, q.rule_id as RuleId, q.reason as Reason, q.raw as Raw
            from quarantine q join load_log l on l.load_id = q.load_id and l.state = 'active'
            {(loadId is null ? "" : "where q.load_id = @loadId")}
            order by q.load_id, q.line {(limit is null ? "" : "limit @limit")}
            """, new { loadId, limit }, cancellationToken: cancel))];
    }
}
