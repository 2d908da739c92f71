using System.Data.Common;
using Dapper;

namespace Admetry.Storage.Warehouse;

/// <summary>Reads and writes <c>load_log</c>, which alone says what is loaded.</summary>
static class LoadLog
{
    public static Task<long> NextIdAsync(DbConnection connection, DbTransaction transaction) =>
        connection.ExecuteScalarAsync<long>("select coalesce(max(load_id), 0) + 1 from load_log", transaction: transaction);

    /// <summary>The load of exactly this payload with these hints, if it stands.</summary>
    public static Task<LoadResult?> FindActiveAsync(DbConnection connection, DbTransaction transaction, string loadKey) =>
        ReadAsync(connection, transaction, "l.load_key = @loadKey", new { loadKey });

    /// <summary>A load of the same rows under another name or order, all of whose slices are still its own.</summary>
    public static Task<LoadResult?> FindEqualAsync(DbConnection connection, DbTransaction transaction, LoadRequest request, string rowSet) =>
        ReadAsync(connection, transaction,
            """
            l.row_set = @rowSet and l.family = @Family and l.quarantined_rows = 0 and l.slices > 0
            and l.slices = (select count(*) from load_slice s where s.load_id = l.load_id)
            """,
            new { rowSet, request.Family });

    /// <summary>A fingerprint of the rows that does not see their order.</summary>
    public static async Task<string> RowSetAsync(DbConnection connection, DbTransaction transaction, StagedRows staged)
    {
        var sets = new List<string>();
        foreach (var table in new[] { "stg_delivery", "stg_engagement", "stg_revenue" }.Where(table => staged.Tally(table).Heads > 0))
            sets.Add(staged.Tally(table).Fingerprint is { } known ? $"{table[4..]}:{known}" : await connection.ExecuteScalarAsync<string>(
                $"select '{table[4..]}:' || cast(count(*) as varchar) || ':' || cast(cast(sum(cast(content as numeric(38,0))) as numeric(38,0)) as varchar) from {table}",
                transaction: transaction) ?? "");

        return sets.Count == 0 ? "" : string.Join(' ', sets);
    }

    public static Task WriteAsync(
        DbConnection connection, DbTransaction transaction, LoadRequest request, LoadResult result, Level level, int precedence, string rowSet) =>
        connection.ExecuteAsync(
            """
            insert into load_log
            select @LoadId, @LoadKey, @ManifestSha256, @Part, @LandingOrder, @FileName, @Family, @SourceKind, @PlatformCode, 'active',
              @version, @Fence, cast(@at as timestamptz), @level, @precedence, @IsComplete, cast(@first as date), cast(@last as date),
              @InputRows, @AcceptedRows, @QuarantinedRows, @DuplicateRows, @FilteredRows, @ShadowedRows, @rowSet,
              (select count(*) from load_slice where load_id = @LoadId), @SpendBefore, @SpendAfter, @ControlTotal, @notes
            """,
            new
            {
                result.LoadId, request.LoadKey, request.ManifestSha256, request.Part, request.LandingOrder, request.FileName, request.Family,
                request.SourceKind, request.PlatformCode, version = LoadRequest.TransformVersion, request.Fence,
                at = request.LoadedAt.UtcDateTime, level = (int)level, precedence, request.IsComplete,
                first = result.Days?.First.ToString("yyyy-MM-dd", null), last = result.Days?.Last.ToString("yyyy-MM-dd", null),
                result.InputRows, result.AcceptedRows, result.QuarantinedRows, result.DuplicateRows, result.FilteredRows, result.ShadowedRows,
                rowSet, result.SpendBefore, result.SpendAfter, request.ControlTotal, notes = string.Join('\n', request.Notes),
            },
            transaction);

    /// <summary>The finer level owns a day; of equal levels the API does; whatever adds up owns it before what does not.</summary>
    /// <param name="isPart">The rows are keywords or search terms, which platforms give only some of: they never stand for their campaigns.</param>
    public static int Precedence(Level level, string sourceKind, bool isPart = false) => 2 * (int)level + (sourceKind is "api" ? 1 : 0) - (isPart ? 100 : 0);

    static async Task<LoadResult?> ReadAsync(DbConnection connection, DbTransaction transaction, string where, object parameters)
    {
        var row = await connection.QueryFirstOrDefaultAsync<Row>(
            $"""
            select load_id as LoadId, input_rows as InputRows, accepted_rows as AcceptedRows, quarantined_rows as QuarantinedRows,
              duplicate_rows as DuplicateRows, filtered_rows as FilteredRows, shadowed_rows as ShadowedRows,
              cast(first_day as varchar) as First, cast(last_day as varchar) as Last, spend_after as Spend
            from load_log l where l.state = 'active' and {where} order by load_id desc limit 1
            """,
            parameters, transaction);
        return row is null ? null : new(
            row.LoadId, true, row.InputRows, row.AcceptedRows, row.QuarantinedRows, row.DuplicateRows, row.FilteredRows, row.ShadowedRows,
            DateRange.TryParse($"{row.First}..{row.Last}", out var days) ? days : null, row.Spend, row.Spend);
    }

    sealed class Row
    {
        public long LoadId { get; init; }
        public long InputRows { get; init; }
        public long AcceptedRows { get; init; }
        public long QuarantinedRows { get; init; }
        public long DuplicateRows { get; init; }
        public long FilteredRows { get; init; }
        public long ShadowedRows { get; init; }
        public string? First { get; init; }
        public string? Last { get; init; }
        public decimal? Spend { get; init; }
    }
}
