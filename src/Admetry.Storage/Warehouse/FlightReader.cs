using System.Data.Common;
using System.Globalization;
using Admetry.Metrics;
using Admetry.Pacing;
using Dapper;

namespace Admetry.Storage.Warehouse;

/// <summary>A campaign with the days and the budget it was booked for.</summary>
/// <param name="Key">The warehouse's own number.</param>
/// <param name="CampaignId">At its platform, like <paramref name="AccountId"/>.</param>
/// <param name="Kind">Of its creatives, such as video; "" where none says.</param>
/// <param name="Creatives">How many it has.</param>
public sealed record FlightRecord(
    long Key, string Platform, string AccountId, string CampaignId, string Name, string Client, string? Status, string Currency, string Kind, int Creatives, Flight Flight);

/// <summary>Reads flights from an open warehouse. What they spent comes from <see cref="MetricReader"/>.</summary>
/// <param name="curve">How their budgets are planned over the days.</param>
public sealed class FlightReader(WarehouseDatabase warehouse, PacingCurve curve)
{
    /// <summary>Campaigns with a first day, a last day and a budget that touch <paramref name="days"/>, in the order of their keys.</summary>
    /// <remarks>Several budgets of a campaign follow each other: each later one is a change from its first day on.</remarks>
    /// <exception cref="DbException">The warehouse is unreachable.</exception>
    public async Task<IReadOnlyList<FlightRecord>> ReadAsync(DateRange days, Principal principal, CancellationToken cancel)
    {
        await using var connection = await warehouse.Source.OpenConnectionAsync(cancel);
        var rows = await connection.QueryAsync<Row>(new CommandDefinition(
            """
            select c.campaign_id as Key, p.platform_code as Platform, a.external_account_id as AccountId, c.external_campaign_id as CampaignId,
              c.campaign_name as Name, cl.client_code as Client, c.campaign_status as Status, a.currency as Currency,
              cast(c.start_date as varchar) as First, cast(c.end_date as varchar) as Last, c.budget_total as Total, c.budget_daily as Daily,
              cast(b.first_day as varchar) as BudgetFirst, b.total as BudgetTotal, b.daily as BudgetDaily,
              coalesce(r.kind, '') as Kind, coalesce(r.creatives, 0) as Creatives
            from dim_campaign c
            join dim_account a on a.account_id = c.account_id
            join dim_platform p on p.platform_id = a.platform_id
            join dim_client cl on cl.client_id = a.client_id
            left join fact_budget b on b.campaign_id = c.campaign_id and b.total is not null
            left join (select campaign_id, min(creative_type) as kind, count(*) as creatives from dim_creative group by campaign_id) r on r.campaign_id = c.campaign_id
            where c.campaign_id <> 0 and c.start_date <= @last and c.end_date >= @first and c.start_date <= c.end_date and coalesce(b.total, c.budget_total) > 0
            order by c.campaign_id, b.first_day
            """, new { first = days.First, last = days.Last }, cancellationToken: cancel));
        return
        [
            .. from campaign in rows.GroupBy(row => row.Key)
               let row = campaign.First()
               where principal.Clients is null || principal.Clients.Contains(row.Client, StringComparer.Ordinal)
               select new FlightRecord(
                   row.Key, row.Platform, row.AccountId, row.CampaignId, row.Name, row.Client, row.Status, row.Currency, row.Kind, (int)row.Creatives, Flight(row, [.. campaign.Skip(1)])),
        ];
    }

    Flight Flight(Row row, IReadOnlyList<Row> later) => new(
        new(Day(row.First), Day(row.Last)), row.BudgetTotal ?? row.Total!.Value, PlannedCurve.Weights(curve, new(Day(row.First), Day(row.Last))))
    {
        DailyCap = row.BudgetDaily ?? row.Daily,
        Changes = [.. later.Select(change => new BudgetChange(Day(change.BudgetFirst!), change.BudgetTotal!.Value) { DailyCap = change.BudgetDaily })],
    };

    static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    sealed record Row
    {
        public long Key { get; init; }
        public string Platform { get; init; } = "";
        public string AccountId { get; init; } = "";
        public string CampaignId { get; init; } = "";
        public string Name { get; init; } = "";
        public string Client { get; init; } = "";
        public string? Status { get; init; }
        public string Currency { get; init; } = "";
        public string First { get; init; } = "";
        public string Last { get; init; } = "";
        public decimal? Total { get; init; }
        public decimal? Daily { get; init; }
        public string? BudgetFirst { get; init; }
        public decimal? BudgetTotal { get; init; }
        public decimal? BudgetDaily { get; init; }
        public string Kind { get; init; } = "";
        public long Creatives { get; init; }
    }
}
