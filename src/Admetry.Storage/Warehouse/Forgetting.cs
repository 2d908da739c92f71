using System.Data.Common;
using Dapper;

namespace Admetry.Storage.Warehouse;

/// <summary>One load as the log has it, enough to read its part again.</summary>
public sealed record LoggedLoad(long LoadId, long LandingOrder, string Part, string FileName, string State);

/// <summary>Takes a load back out of the warehouse. The caller replays the others over its slices, in the same transaction.</summary>
/// <remarks>
/// A load may have had a say in slices of which nothing is left to it: it removed campaigns, or a later one took all. So its slices
/// are found from its own rows, emptied, and told anew from every load that stands.
/// </remarks>
public static class Forgetting
{
    const string Columns = "load_id as LoadId, landing_order as LandingOrder, part as Part, file_name as FileName, state as State";

    /// <returns>Null when no load has that id.</returns>
    public static Task<LoggedLoad?> FindAsync(DbConnection connection, long loadId) =>
        connection.QuerySingleOrDefaultAsync<LoggedLoad>($"select {Columns} from load_log where load_id = @loadId", new { loadId });

    /// <summary>Takes the load lock and makes <c>stg_slice</c>.</summary>
    public static async Task BeginAsync(WarehouseDatabase warehouse, DbConnection connection, DbTransaction transaction)
    {
        await LoadLock.TakeAsync(connection, transaction, warehouse.Dialect);
        await connection.ExecuteAsync(
            """
            drop table if exists stg_slice;
            create temporary table stg_slice (account_id bigint, first_id integer, last_id integer);
            """, transaction: transaction);
    }

    /// <summary>Notes in <c>stg_slice</c> where the load had a say: <paramref name="staged"/> holds its rows.</summary>
    public static async Task FindSlicesAsync(StagedRows staged, DbTransaction transaction, LoggedLoad load, CancellationToken cancel)
    {
        await new EntityResolver(staged, transaction, load.LoadId, isReplay: true).ResolveAsync(cancel);
        await staged.Connection.ExecuteAsync(
            """
            insert into stg_slice
            select distinct k.account_id, s.first_id, s.last_id from stg_delivery s join stg_entity k on k.entity = s.entity
            union select k.account_id, s.first_id, s.last_id from stg_engagement s join stg_entity k on k.entity = s.entity
            union select -c.client_id, s.date_id, s.date_id from stg_revenue s join dim_client c on c.client_code = s.client_code
            union select account_id, first_id, last_id from load_slice where load_id = @LoadId
            union select k.account_id, d.date_id, d.date_id
            from load_log l
            join dim_date d on d.date between l.first_day and l.last_day
            cross join (select distinct account_id from stg_entity) k
            where l.load_id = @LoadId and l.complete
            """, load, transaction);
    }

    /// <summary>Empties the slices in <c>stg_slice</c> and strikes the load out.</summary>
    /// <returns>The loads to replay over those slices, in the order in which they came.</returns>
    public static async Task<IReadOnlyList<LoggedLoad>> ClearAsync(DbConnection connection, DbTransaction transaction, long loadId)
    {
        foreach (var family in SliceFamily.All)
            await connection.ExecuteAsync(
                $"""
                delete from {family.Table} as f where exists (
                  select 1 from stg_slice o where o.account_id = {family.Account} and o.first_id = {family.Slice.First} and o.last_id = {family.Slice.Last})
                """, transaction: transaction);
        await connection.ExecuteAsync(
            """
            delete from load_slice as s where exists (
              select 1 from stg_slice o where o.account_id = s.account_id and o.first_id = s.first_id and o.last_id = s.last_id)
            """, transaction: transaction);
        await connection.ExecuteAsync("update load_log set state = 'forgotten' where load_id = @loadId", new { loadId }, transaction);

        return [.. await connection.QueryAsync<LoggedLoad>(
            $"""
            select {Columns} from load_log l
            where state = 'active' and exists (
              select 1 from load_log f where f.load_id = @loadId and f.first_day <= l.last_day and l.first_day <= f.last_day)
            order by load_id
            """, new { loadId }, transaction)];
    }

    /// <summary>Sums the roll-ups of the slices in <c>stg_slice</c> anew, once every load that stands has been replayed over them.</summary>
    public static async Task RefreshAsync(DbConnection connection, DbTransaction transaction, SqlDialect dialect, CancellationToken cancel)
    {
        var slices = (await connection.QueryAsync<(long Owner, int First, int Last)>(
            "select account_id, min(first_id), max(last_id) from stg_slice group by account_id", transaction: transaction)).ToList();
        foreach (var side in slices.GroupBy(slice => slice.Owner < 0))
        {
            var days = new DateRange(Calendar.Day(side.Min(slice => slice.First)), Calendar.Day(side.Max(slice => slice.Last)));
            var sources = RollUps.All.Select(one => one.Source).Where(source => side.Key == source is "fact_revenue").ToHashSet(StringComparer.Ordinal);
            await RollUpTables.RefreshAsync(connection, transaction, dialect, sources, [.. side.Select(slice => Math.Abs(slice.Owner))], days, cancel);
        }
    }

    /// <summary>Whether rows that stay belong to campaigns, ads or creatives that the load made, named or gave an id: then only a rebuild knows what they are called without it.</summary>
    public static async Task<bool> LeavesNamesAsync(DbConnection connection, DbTransaction transaction, long loadId)
    {
        foreach (var (table, level, key) in Named)
            if (await connection.ExecuteScalarAsync<bool>(
                $"select exists (select 1 from {table} f join member_origin o on o.member_key = f.{key} and o.level = {(short)level} where o.load_id = @loadId)",
                new { loadId }, transaction))
                return true;
        return false;
    }

    static IEnumerable<(string Table, MemberLevel Level, string Key)> Named =>
        from table in SliceFamily.All.Select(family => family.Table).Where(table => table is not "fact_revenue").Distinct()
        from level in table is "fact_engagement_metrics" or "fact_period_engagement" ? [MemberLevel.Campaign] : Enum.GetValues<MemberLevel>()
        select (table, level, level switch
        {
            MemberLevel.Campaign => "campaign_id",
            MemberLevel.AdSet => "adset_id",
            MemberLevel.Ad => "ad_id",
            _ => "creative_id",
        });
}
