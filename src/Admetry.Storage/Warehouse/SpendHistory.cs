using System.Globalization;
using Dapper;

namespace Admetry.Storage.Warehouse;

/// <summary>Holds the spend of a load against the days around it: amounts in cents or millionths show, and so does a re-export that lost rows.</summary>
public static class SpendHistory
{
    const int DaysAround = 90;
    const int EnoughDays = 7;
    const decimal Far = 20;
    const decimal Shrunken = 0.8m;

    /// <returns>A sentence for each account whose daily spend is twenty times that of the days around it or more, or a twentieth or less, and
    /// one where what stood before has shrunk by more than a fifth; empty for most loads.</returns>
    public static async Task<IReadOnlyList<string>> FindingsAsync(WarehouseDatabase warehouse, LoadResult load, CancellationToken cancel)
    {
        if (load.IsUnchanged || load.Days is not { } days)
            return [];

        var found = new List<string>();
        if (load is { SpendBefore: > 0 and var before, SpendAfter: var after } && (after ?? 0) < before * Shrunken)
            found.Add(Text($"The spend of these days fell from {before:N2} to {after ?? 0:N2}: look whether the export is whole. 'admetry forget {load.LoadId}' brings back what stood."));
        await using var connection = await warehouse.Source.OpenConnectionAsync(cancel);
        var rows = await connection.QueryAsync<(string Account, decimal Ours, decimal Around)>(new CommandDefinition(
            """
            with ours as (
              select account_id, sum(spend) / count(distinct first_id) as daily
              from load_slice where fact = 'core' and load_id = @LoadId group by account_id),
            around as (
              select s.account_id, sum(s.spend) / count(distinct s.first_id) as daily
              from load_slice s join ours o on o.account_id = s.account_id
              where s.fact = 'core' and s.load_id <> @LoadId and s.first_id between @first and @last
              group by s.account_id having count(distinct s.first_id) >= @enough)
            select coalesce(nullif(a.account_name, ''), a.external_account_id), cast(o.daily as numeric(18, 6)), cast(r.daily as numeric(18, 6))
            from ours o join around r on r.account_id = o.account_id join dim_account a on a.account_id = o.account_id
            where o.daily > 0 and r.daily > 0 order by a.account_id
            """,
            new { load.LoadId, first = Calendar.Key(days.First.AddDays(-DaysAround)), last = Calendar.Key(days.Last.AddDays(DaysAround)), enough = EnoughDays },
            cancellationToken: cancel));
        found.AddRange(from row in rows
                       where row.Ours >= row.Around * Far || row.Ours * Far <= row.Around
                       select Text($"{(row.Account is "" ? "The account" : row.Account)} spends {row.Ours:N2} a day in this file and {row.Around:N2} a day around it: is its unit right? 'admetry forget {load.LoadId}' undoes it."));
        return found;
    }

    static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
