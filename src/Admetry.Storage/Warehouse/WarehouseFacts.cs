using System.Data.Common;
using System.Globalization;
using Admetry.Metrics;
using Dapper;

namespace Admetry.Storage.Warehouse;

/// <summary>What a warehouse holds for someone: the lists to choose from and the days to ask for. No numbers of the business.</summary>
/// <param name="Clients">By code, with what people call them; Unknown left out.</param>
/// <param name="Platforms">That have an account.</param>
/// <param name="Days">From the first to the last day with daily rows, of orders where nothing else has any; null without any.</param>
/// <param name="Periods">Range totals, latest first, at most 24: days that answer although no daily rows do.</param>
/// <param name="LoadedAt">When the last load was committed; null before the first.</param>
public sealed record WarehouseFacts(
    IReadOnlyList<NamedCode> Clients, IReadOnlyList<NamedCode> Platforms, DateRange? Days, IReadOnlyList<DateRange> Periods,
    DateTimeOffset? LoadedAt)
{
    const int MostPeriods = 24;

    /// <summary>Reads what <paramref name="principal"/> may know of, or remembers it where no data has changed since.</summary>
    /// <exception cref="DbException">The warehouse is unreachable.</exception>
    public static Task<WarehouseFacts> ReadAsync(WarehouseDatabase warehouse, Principal principal, CancellationToken cancel) =>
        warehouse.RememberAsync(principal, "", () => ReadAsync(warehouse.Source, principal, cancel), cancel);

    static async Task<WarehouseFacts> ReadAsync(DbDataSource warehouse, Principal principal, CancellationToken cancel)
    {
        await using var connection = await warehouse.OpenConnectionAsync(cancel);

        var clients = await ListAsync(connection, principal,
            """
            select client_code as Code, client_name as Name, client_code as Client
            from dim_client
            where client_id <> 0
            order by client_name, client_code
            """, cancel);
        var platforms = await ListAsync(connection, principal,
            """
            select distinct p.platform_code as Code, p.platform_name as Name, c.client_code as Client
            from dim_account a
            join dim_platform p on p.platform_id = a.platform_id
            join dim_client c on c.client_id = a.client_id
            where a.account_id <> 0
            order by p.platform_name, p.platform_code
            """, cancel);
        var loaded = await connection.ExecuteScalarAsync<double?>(
            new CommandDefinition("select cast(extract(epoch from max(loaded_at)) as double precision) from load_log", cancellationToken: cancel));
        return new(clients, platforms, await DaysAsync(connection, principal, cancel), await PeriodsAsync(connection, principal, cancel),
            loaded is { } seconds ? DateTimeOffset.UnixEpoch.AddSeconds(seconds) : null);
    }

    static async Task<IReadOnlyList<NamedCode>> ListAsync(
        DbConnection connection, Principal principal, string sql, CancellationToken cancel)
    {
        var rows = await connection.QueryAsync<(string Code, string Name, string Client)>(new CommandDefinition(sql, cancellationToken: cancel));
        return [.. rows.Where(row => Sees(principal, row.Client)).Select(row => new NamedCode(row.Code, row.Name)).Distinct()];
    }

    /// <summary>The fact's own minimum is quick; only who sees a part of it pays for the join.</summary>
    static async Task<DateRange?> DaysAsync(DbConnection connection, Principal principal, CancellationToken cancel)
    {
        var sql = string.Join(" union all ", new[] { "fact_core_metrics", "fact_engagement_metrics" }.Select(fact => principal.Clients is null
            ? $"select '' as Client, min(date_id) as First, max(date_id) as Last from {fact} where date_id > 0"
            : $"""
              select c.client_code as Client, min(f.date_id) as First, max(f.date_id) as Last from {fact} f
              join dim_account a on a.account_id = f.account_id join dim_client c on c.client_id = a.client_id
              where f.date_id > 0 group by c.client_code
              """));
        var ends = (await connection.QueryAsync<(string Client, int? First, int? Last)>(new CommandDefinition(sql, cancellationToken: cancel)))
            .Where(row => row.First is not null && Sees(principal, row.Client)).ToList();
        if (ends is [])
            ends = [.. (await connection.QueryAsync<(string Client, int? First, int? Last)>(new CommandDefinition(
                "select c.client_code as Client, min(f.date_id) as First, max(f.date_id) as Last from fact_revenue f join dim_client c on c.client_id = f.client_id where f.date_id > 0 group by c.client_code",
                cancellationToken: cancel))).Where(row => row.First is not null && Sees(principal, row.Client))];
        return ends is [] ? null : new(Calendar.Day(ends.Min(row => row.First!.Value)), Calendar.Day(ends.Max(row => row.Last!.Value)));
    }

    static async Task<IReadOnlyList<DateRange>> PeriodsAsync(DbConnection connection, Principal principal, CancellationToken cancel)
    {
        var rows = await connection.QueryAsync<(string First, string Last, string Client)>(new CommandDefinition(
            """
            select distinct cast(f.first_day as varchar) as First, cast(f.last_day as varchar) as Last, c.client_code as Client
            from (select first_day, last_day, account_id from fact_period_metrics union select first_day, last_day, account_id from fact_period_engagement) f
            join dim_account a on a.account_id = f.account_id
            join dim_client c on c.client_id = a.client_id
            """, cancellationToken: cancel));
        return [.. rows.Where(row => Sees(principal, row.Client)).Select(row => new DateRange(Day(row.First), Day(row.Last))).Distinct()
            .OrderByDescending(days => days.Last).ThenByDescending(days => days.First).Take(MostPeriods)];
    }

    static bool Sees(Principal principal, string client) =>
        principal.Clients is null || principal.Clients.Contains(client, StringComparer.Ordinal);

    static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}

/// <summary>A code that queries use, with the name that people read.</summary>
public sealed record NamedCode(string Code, string Name);
