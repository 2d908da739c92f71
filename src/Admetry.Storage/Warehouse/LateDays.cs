using System.Data.Common;
using System.Globalization;
using Dapper;

namespace Admetry.Storage.Warehouse;

/// <summary>Days that were loaded before they were over: what stands of them is a part, and the rest comes late.</summary>
/// <param name="Campaigns">Campaigns' days that are a part; by platform, account and campaign as its platform knows it.</param>
/// <param name="Accounts">Accounts' days of which no row is younger than their end: a campaign without a row on them may still have spent.</param>
public sealed record LateDays(
    IReadOnlySet<(string Platform, string Account, string Campaign, DateOnly Day)> Campaigns, IReadOnlySet<(string Platform, string Account, DateOnly Day)> Accounts)
{
    /// <summary>How long after a day's end platforms go on counting it.</summary>
    public static readonly TimeSpan Settled = TimeSpan.FromHours(3);

    // A day ends last in the zone furthest to the west, twelve hours behind UTC.
    const int LongestDayHours = 36;

    /// <summary>Reads them from an open warehouse; a day ends at midnight of its account's zone, of UTC where that is unknown.</summary>
    /// <exception cref="DbException">The warehouse is unreachable.</exception>
    public static async Task<LateDays> ReadAsync(WarehouseDatabase warehouse, DateRange days, CancellationToken cancel)
    {
        await using var connection = await warehouse.Source.OpenConnectionAsync(cancel);
        var rows = (await connection.QueryAsync<Row>(new CommandDefinition(
            """
            with campaign_day as (
              select f.account_id, f.campaign_id, f.date_id, min(extract(epoch from f.loaded_at)) as first, max(extract(epoch from f.loaded_at)) as last
              from fact_core_metrics f where f.date_id between @first and @last group by f.account_id, f.campaign_id, f.date_id),
            early as (
              select k.account_id, k.date_id, max(k.last) as last from campaign_day k join dim_date d on d.date_id = k.date_id
              group by k.account_id, k.date_id, d.date having min(k.first) < extract(epoch from d.date) + @longest)
            select p.platform_code as Platform, a.external_account_id as Account, c.external_campaign_id as Campaign, a.timezone as Zone, cast(d.date as varchar) as Day,
              cast(k.first as double precision) as First, cast(e.last as double precision) as Last
            from early e
            join campaign_day k on k.account_id = e.account_id and k.date_id = e.date_id
            join dim_date d on d.date_id = e.date_id
            join dim_campaign c on c.campaign_id = k.campaign_id
            join dim_account a on a.account_id = e.account_id
            join dim_platform p on p.platform_id = a.platform_id
            """,
            new { first = Calendar.Key(days.First), last = Calendar.Key(days.Last), longest = (LongestDayHours * 3_600) + (int)Settled.TotalSeconds }, cancellationToken: cancel))).ToList();
        return new(
            rows.Where(row => row.First < row.End).Select(row => (row.Platform, row.Account, row.Campaign, row.Date)).ToHashSet(),
            rows.Where(row => row.Last < row.End).Select(row => (row.Platform, row.Account, row.Date)).ToHashSet());
    }

    sealed record Row
    {
        public string Platform { get; init; } = "";
        public string Account { get; init; } = "";
        public string Campaign { get; init; } = "";
        public string? Zone { get; init; }
        public string Day { get; init; } = "";

        /// <summary>When the campaign's first row of the day was loaded, in seconds since 1970.</summary>
        public double First { get; init; }

        /// <summary>When the account's last row of the day was.</summary>
        public double Last { get; init; }

        public DateOnly Date => DateOnly.ParseExact(Day, "yyyy-MM-dd", CultureInfo.InvariantCulture);

        /// <summary>When the day is settled, in seconds since 1970.</summary>
        public double End
        {
            get
            {
                var midnight = Date.AddDays(1).ToDateTime(TimeOnly.MinValue, DateTimeKind.Unspecified);
                var zone = Zone is { Length: > 0 } name && TimeZoneInfo.TryFindSystemTimeZoneById(name, out var known) ? known : TimeZoneInfo.Utc;
                return (midnight - zone.GetUtcOffset(midnight) - DateTime.UnixEpoch + Settled).TotalSeconds;
            }
        }
    }
}
