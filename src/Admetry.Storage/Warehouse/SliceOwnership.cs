using System.Data.Common;
using Dapper;

namespace Admetry.Storage.Warehouse;

/// <summary>Decides which slices a load takes over, which it leaves to another source, and clears those it takes.</summary>
/// <remarks>
/// Exports of campaigns, of ads and pulls of an API may describe the same money. A campaign's day has one owner: the finest level, the
/// API before an export, then the newest. An account-level total and its campaigns never stand together: the campaigns stay if they
/// reach the total, else the total does. A load that proved to hold the whole account also removes what it does not mention.
/// </remarks>
sealed class SliceOwnership(
    StagedRows staged, DbTransaction transaction, SliceShape shape, string accounts, (int First, int Last) days, int precedence,
    bool keepsFirst)
{
    const string Cent = "0.01";

    string FactSlice => $"{shape.SliceOf.First} between @First and @Last and {shape.SliceOf.Last} between @First and @Last";

    string Ledger => $"from load_slice s left join load_log l on l.load_id = s.load_id where s.fact = '{shape.Name}' and s.account_id in ({accounts}) and s.first_id >= @First and s.last_id <= @Last";

    /// <summary>Rows of the fact that were deleted so far.</summary>
    public long Removed { get; private set; }

    /// <summary>How many rows the fact has of these accounts and days: where none, a load need not ask who owns what.</summary>
    public Task<long> StandingRowsAsync() => staged.Connection.ExecuteScalarAsync<long>(
        $"select cast(coalesce(sum(s.row_count), 0) as bigint) {Ledger}", new { days.First, days.Last }, transaction);

    /// <summary>Fills <c>stg_scope</c> with the campaign days this load owns from now on, and deletes what stood there.</summary>
    /// <returns>Input rows that stand back, and whether any campaign day does, so that <c>stg_scope</c> narrows what is inserted.</returns>
    public async Task<(long Shadowed, bool IsScoped)> DecideAsync(bool isComplete, bool isReplay)
    {
        if (!isReplay && await ReplacesAllAsync(isComplete))
        {
            await DeleteAsync("true");
            return (0, false);
        }

        await RunAsync("delete from stg_scope");
        await RunAsync(
            $"""
            insert into stg_scope
            select distinct k.account_id, s.first_id, s.last_id, k.campaign_id
            from stg_delivery s join stg_entity k on k.entity = s.entity where {shape.Takes}
            """);
        if (isReplay)
            await RunAsync("delete from stg_scope t where not exists (select 1 from stg_slice o where o.account_id = t.account_id and o.first_id = t.first_id and o.last_id = t.last_id)");

        await staged.AnalyzeAsync("stg_scope", transaction);
        var wanted = await ScopesAsync();
        await StandBackAsync();
        await SettleTotalsAsync(isComplete);
        await ClearAsync(isComplete, isReplay);
        if (!isReplay && await ScopesAsync() == wanted)
            return (0, false);

        return (await staged.Connection.ExecuteScalarAsync<long>(
            $"""
            select count(distinct s.line) from stg_delivery s join stg_entity k on k.entity = s.entity
            where {shape.Takes} and not exists (select 1 from stg_scope t where t.account_id = k.account_id
              and t.first_id = s.first_id and t.last_id = s.last_id and t.campaign_id = k.campaign_id)
            """,
            transaction: transaction), true);
    }

    /// <summary>Whether nothing that stands may stay, so that its accounts and days can be cleared without asking row by row.</summary>
    async Task<bool> ReplacesAllAsync(bool isComplete)
    {
        if (shape.IsPeriod || staged.Level is Level.Account || await HasBetterAsync())
            return false;

        return isComplete || (await CoversAsync() && !await HasTotalsAsync());
    }

    /// <summary>Whether each campaign of the accounts has rows on each day. Files with gaps are decided campaign by campaign.</summary>
    async Task<bool> CoversAsync() => CampaignDays.Count(staged) is { } known
        && known == (Calendar.Day(days.Last).DayNumber - Calendar.Day(days.First).DayNumber + 1) * await staged.Connection.ExecuteScalarAsync<long>(
            $"select count(*) from dim_campaign where account_id in ({accounts}) and campaign_id <> 0", transaction: transaction);

    Task<bool> HasBetterAsync() => BoolAsync($"select exists (select 1 {Ledger} and l.precedence {Better} {precedence})");

    Task<bool> HasTotalsAsync() => BoolAsync(
        $"select exists (select 1 from {shape.Table} f where f.account_id in ({accounts}) and {FactSlice}{shape.AndOwn} and f.campaign_id = 0)");

    Task<long> ScopesAsync() => staged.Connection.ExecuteScalarAsync<long>("select count(*) from stg_scope", transaction: transaction);

    string Better => keepsFirst ? ">=" : ">";

    // A campaign's day that a finer or better source owns stays with it.
    async Task StandBackAsync()
    {
        if (!await HasBetterAsync())
            return;

        await RunAsync(
            $"""
            delete from stg_scope t where exists (
              select 1 from {shape.Table} f join load_log l on l.load_id = f.load_id
              where f.account_id = t.account_id and f.campaign_id = t.campaign_id and {shape.SliceOf.First} = t.first_id
                and {shape.SliceOf.Last} = t.last_id and l.precedence {Better} {precedence}{shape.AndOwn})
            """);
    }

    Task<bool> BoolAsync(string sql) => staged.Connection.ExecuteScalarAsync<bool>(sql, new { days.First, days.Last }, transaction);

    async Task SettleTotalsAsync(bool isComplete)
    {
        // Most accounts are given in totals alone, or in campaigns alone.
        if (staged.Level is not Level.Account && !await HasTotalsAsync())
            return;

        if (staged.Level is Level.Account)
        {
            // The total yields where the campaigns reach it; elsewhere the campaigns are incomplete and go.
            await RunAsync(
                $"""
                delete from stg_scope t where exists (
                  select 1 from ({Standing("f.campaign_id <> 0")}) w
                  where w.account_id = t.account_id and w.first_id = t.first_id and w.last_id = t.last_id
                    and (w.is_complete or w.spend >= ({Incoming("t")}) - {Cent}))
                """);
            await DeleteAsync("f.campaign_id <> 0 and exists (select 1 from stg_scope t where t.account_id = f.account_id and t.first_id = {0} and t.last_id = {1})");
        }
        else if (!isComplete)
        {
            await RunAsync(
                $"""
                delete from stg_scope t where exists (
                  select 1 from ({Standing("f.campaign_id = 0")}) w
                  where w.account_id = t.account_id and w.first_id = t.first_id and w.last_id = t.last_id
                    and w.spend > ({Incoming("t")}) + {Cent})
                """);
        }

        if (staged.Level is not Level.Account)
            await DeleteAsync("f.campaign_id = 0 and exists (select 1 from stg_scope t where t.account_id = f.account_id and t.first_id = {0} and t.last_id = {1})");
    }

    async Task ClearAsync(bool isComplete, bool isReplay)
    {
        await DeleteAsync(
            "exists (select 1 from stg_scope t where t.account_id = f.account_id and t.campaign_id = f.campaign_id and t.first_id = {0} and t.last_id = {1})");
        if (!isComplete)
            return;

        // Of range totals only the very same range is replaced; of days, each day of the file's range.
        var days = isReplay ? "exists (select 1 from stg_slice t where t.account_id = f.account_id and t.first_id = {0} and t.last_id = {1})"
            : shape.IsPeriod ? "exists (select 1 from stg_scope t where t.account_id = f.account_id and t.first_id = {0} and t.last_id = {1})"
            : "true";
        await DeleteAsync($"f.load_id in (select load_id from load_log where precedence <= {precedence}) and {days}");
    }

    // The condition speaks of f, and of the slice's two days as {0} and {1}.
    async Task DeleteAsync(string condition)
    {
        var where = string.Format(null, condition, shape.SliceOf.First, shape.SliceOf.Last);
        Removed += await RunAsync($"delete from {shape.Table} as f where f.account_id in ({accounts}) and {FactSlice}{shape.AndOwn} and {where}");
        if (shape.Name is "core")
            await RunAsync($"delete from fact_action_metrics as f where f.account_id in ({accounts}) and {FactSlice} and {where}");
    }

    string Standing(string which) =>
        $"""
        select f.account_id, {shape.SliceOf.First} as first_id, {shape.SliceOf.Last} as last_id, coalesce(sum(f.spend), 0) as spend,
          bool_or(l.complete) as is_complete
        from {shape.Table} f join load_log l on l.load_id = f.load_id
        where f.account_id in ({accounts}) and {FactSlice}{shape.AndOwn} and {which}
        group by f.account_id, {shape.SliceOf.First}, {shape.SliceOf.Last}
        """;

    string Incoming(string slice) =>
        $"select coalesce(sum(s.spend), 0) from stg_delivery s join stg_entity k on k.entity = s.entity where {shape.Takes} and k.account_id = {slice}.account_id and s.first_id = {slice}.first_id and s.last_id = {slice}.last_id";

    Task<int> RunAsync(string sql) => staged.Connection.ExecuteAsync(sql, new { days.First, days.Last }, transaction);
}
