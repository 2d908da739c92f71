using System.Data.Common;
using Dapper;

namespace Admetry.Storage.Warehouse;

/// <summary>The keys of an entity, ordered as the facts' keys are.</summary>
readonly record struct EntityKeys(long Account, long Campaign, long AdSet, long Ad, long Creative) : IComparable<EntityKeys>
{
    public int CompareTo(EntityKeys other) => (Account, Campaign, AdSet, Ad, Creative).CompareTo((other.Account, other.Campaign, other.AdSet, other.Ad, other.Creative));
}

/// <summary>Turns the names of a staged part into keys of the dimensions, inside the load's transaction.</summary>
/// <param name="loadId">Noted as the origin of what the load makes or changes.</param>
/// <param name="isReplay">An old file is read again: what newer ones said of names and states stays.</param>
sealed class EntityResolver(StagedRows staged, DbTransaction transaction, long loadId, bool isReplay)
{
    const string NotSet = "(not set)";

    DbConnection Connection => staged.Connection;

    /// <summary>Upserts accounts and the ad tree, and fills <c>stg_entity</c>.</summary>
    /// <returns>The accounts touched.</returns>
    /// <exception cref="WarehouseException">A file's currency is not the one its account has.</exception>
    public async Task<IReadOnlyList<long>> ResolveAsync(CancellationToken cancel)
    {
        var accounts = await new AccountResolver(staged, transaction).ResolveAsync(isReplay);
        if (staged.Numbers.Entities.Count == 0)
            return [.. accounts.Values.Select(account => account.Key).Distinct()];

        var scope = string.Join(", ", accounts.Values.Select(account => account.Key).Distinct());
        var campaigns = await NamedMembers.ReadAsync(Connection, transaction, isReplay, "dim_campaign", "campaign_id",
            $"select campaign_id as Key, account_id as Parent, external_campaign_id as Id, campaign_name as Name, campaign_status as Status, objective as Objective from dim_campaign where account_id in ({scope}) and campaign_id <> 0");
        var adSets = await NamedMembers.ReadAsync(Connection, transaction, isReplay, "dim_adset", "adset_id",
            $"select a.adset_id as Key, a.campaign_id as Parent, a.external_adset_id as Id, a.adset_name as Name from dim_adset a join dim_campaign c on c.campaign_id = a.campaign_id where c.account_id in ({scope}) and a.adset_id <> 0");
        var creatives = await NamedMembers.ReadAsync(Connection, transaction, isReplay, "dim_creative", "creative_id",
            $"select r.creative_id as Key, r.campaign_id as Parent, r.external_creative_id as Id, r.creative_name as Name from dim_creative r join dim_campaign c on c.campaign_id = r.campaign_id where c.account_id in ({scope}) and r.creative_id <> 0");
        var ads = await NamedMembers.ReadAsync(Connection, transaction, isReplay, "dim_ad", "ad_id",
            $"select d.ad_id as Key, d.adset_id as Parent, d.external_ad_id as Id, d.ad_name as Name, d.creative_id as Creative from dim_ad d join dim_adset a on a.adset_id = d.adset_id join dim_campaign c on c.campaign_id = a.campaign_id where c.account_id in ({scope}) and d.ad_id <> 0");

        var leaves = new List<(EntityKeys Keys, int Number, string Currency, long Reported)>(staged.Numbers.Entities.Count);
        foreach (var (path, number) in staged.Numbers.Entities)
        {
            var account = accounts[path.Account];
            var campaign = Campaign(campaigns, account.Key, path, number);
            var adSet = path.Level < Level.AdSet ? 0 : adSets.Find(campaign, path.AdSetId, Named(path.AdSetId, path.AdSetName)).Key;
            var creative = path.CreativeId is "" && path.CreativeName is "" ? 0 : creatives.Find(campaign, path.CreativeId, path.CreativeName).Key;
            var ad = path.Level < Level.Ad ? 0 : Ad(ads, adSet, creative, path);
            leaves.Add((new(account.Key, campaign, adSet, ad, creative), number, account.Currency, staged.Numbers.ReportedBy(path.Account)));
        }

        leaves.Sort((one, other) => one.Keys.CompareTo(other.Keys));
        Stage(leaves);
        await staged.FinishAsync(cancel);
        await staged.AnalyzeAsync("stg_entity", transaction);
        await new MemberWriter(staged, transaction, loadId).WriteAsync(campaigns, adSets, creatives, ads, cancel);
        return [.. accounts.Values.Select(account => account.Key).Distinct()];
    }

    /// <summary>Writes the entities in the order of their keys, which is the facts' order within a day, and numbers the places.</summary>
    void Stage(List<(EntityKeys Keys, int Number, string Currency, long Reported)> leaves)
    {
        var to = staged.Bulk("stg_entity");
        var campaigns = new long[leaves.Count];
        staged.HasDistinctKeys = true;
        for (var place = 0; place < leaves.Count; place++)
        {
            var (keys, number, currency, reported) = leaves[place];
            staged.HasDistinctKeys &= place == 0 || keys != leaves[place - 1].Keys;
            campaigns[number] = keys.Campaign;
            to.Integer(number);
            to.Integer(place);
            to.Long(keys.Account);
            to.Long(keys.Campaign);
            to.Long(keys.AdSet);
            to.Long(keys.Ad);
            to.Long(keys.Creative);
            to.Text(currency);
            to.Long(reported);
            to.EndRow();
        }

        staged.Campaigns = campaigns;
    }

    long Campaign(NamedMembers campaigns, long account, EntityPath path, int number)
    {
        if (path.Level is Level.Account)
            return 0;

        var campaign = campaigns.Find(account, path.CampaignId, Named(path.CampaignId, path.CampaignName));
        if (!isReplay && staged.Numbers.Campaigns.TryGetValue(number, out var said)
            && ((said.Status ?? campaign.Status) != campaign.Status || (said.Objective ?? campaign.Objective) != campaign.Objective))
        {
            campaign.Status = said.Status ?? campaign.Status;
            campaign.Objective = said.Objective ?? campaign.Objective;
            campaigns.Touch(campaign);
        }

        return campaign.Key;
    }

    long Ad(NamedMembers ads, long adSet, long creative, EntityPath path)
    {
        var ad = ads.Find(adSet, path.AdId, Named(path.AdId, path.AdName));
        if (creative != 0 && ad.Creative != creative && !(isReplay && ad.Creative != 0))
        {
            ad.Creative = creative;
            ads.Touch(ad);
        }

        return ad.Key;
    }

    static string Named(string id, string name) => id is "" && name is "" ? NotSet : name;
}
