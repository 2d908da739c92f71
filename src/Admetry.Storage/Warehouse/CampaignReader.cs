using System.Data.Common;
using Admetry.Metrics;
using Dapper;

namespace Admetry.Storage.Warehouse;

/// <summary>Finds campaigns and their ads. Their numbers come from <see cref="MetricReader"/>.</summary>
public sealed class CampaignReader(WarehouseDatabase warehouse)
{
    /// <param name="id">The warehouse's key, or the id at the platform.</param>
    /// <returns>The campaign of that key; else those of that id that <paramref name="principal"/> may see, one for each account.</returns>
    /// <exception cref="DbException">The warehouse is unreachable.</exception>
    public async Task<IReadOnlyList<CampaignRecord>> FindAsync(string id, Principal principal, CancellationToken cancel)
    {
        await using var connection = await warehouse.Source.OpenConnectionAsync(cancel);
        var rows = await connection.QueryAsync<CampaignRecord>(new CommandDefinition(
            """
            select c.campaign_id as Key, c.external_campaign_id as ExternalId, c.campaign_name as Name, c.objective as Objective,
              c.campaign_status as Status, cast(c.start_date as varchar) as StartDate, cast(c.end_date as varchar) as EndDate,
              c.budget_total as BudgetTotal, c.budget_daily as BudgetDaily, c.billing_model as BillingModel,
              p.platform_code as Platform, a.external_account_id as AccountId, a.account_name as AccountName,
              a.currency as Currency, cl.client_code as Client
            from dim_campaign c
            join dim_account a on a.account_id = c.account_id
            join dim_platform p on p.platform_id = a.platform_id
            join dim_client cl on cl.client_id = a.client_id
            where c.campaign_id <> 0 and (cast(c.campaign_id as varchar) = @id or (c.external_campaign_id = @id and @id <> ''))
            order by c.campaign_id
            """, new { id }, cancellationToken: cancel));
        var seen = rows.Where(row => principal.Clients is null || principal.Clients.Contains(row.Client, StringComparer.Ordinal)).ToList();
        return seen.Find(row => row.Key.ToString(null, null) == id) is { } exact ? [exact] : seen;
    }

    /// <exception cref="DbException">The warehouse is unreachable.</exception>
    public async Task<IReadOnlyList<AdRecord>> AdsAsync(CampaignRecord campaign, CancellationToken cancel)
    {
        await using var connection = await warehouse.Source.OpenConnectionAsync(cancel);
        return [.. await connection.QueryAsync<AdRecord>(new CommandDefinition(
            """
            select ad.ad_id as Key, ad.external_ad_id as ExternalId, ad.ad_name as Name, ad.ad_status as Status,
              s.adset_id as AdSetKey, s.adset_name as AdSetName, ad.creative_id as CreativeKey
            from dim_ad ad
            join dim_adset s on s.adset_id = ad.adset_id
            where s.campaign_id = @Key and ad.ad_id <> 0
            order by ad.ad_id
            """, new { campaign.Key }, cancellationToken: cancel))];
    }
}

/// <summary>A campaign as the warehouse knows it: what its platform said when it was last loaded.</summary>
/// <remarks>Budgets are in the account's currency, major units. Null is what the platform does not say.</remarks>
public sealed record CampaignRecord
{
    /// <summary>The warehouse's own number.</summary>
    public long Key { get; init; }

    /// <summary>The platform's id; "" for a campaign known by its name alone.</summary>
    public string ExternalId { get; init; } = "";

    public string Name { get; init; } = "";
    public string? Objective { get; init; }
    public string? Status { get; init; }

    /// <summary>ISO 8601.</summary>
    public string? StartDate { get; init; }

    /// <summary>ISO 8601.</summary>
    public string? EndDate { get; init; }

    public decimal? BudgetTotal { get; init; }
    public decimal? BudgetDaily { get; init; }
    public string? BillingModel { get; init; }
    public string Platform { get; init; } = "";
    public string AccountId { get; init; } = "";
    public string AccountName { get; init; } = "";
    public string Currency { get; init; } = "";
    public string Client { get; init; } = "";
}

/// <summary>An ad of a campaign. Keys are the warehouse's numbers; a creative's is 0 where none is known.</summary>
public sealed record AdRecord
{
    public long Key { get; init; }
    public string ExternalId { get; init; } = "";
    public string Name { get; init; } = "";
    public string? Status { get; init; }
    public long AdSetKey { get; init; }
    public string AdSetName { get; init; } = "";
    public long CreativeKey { get; init; }
}
