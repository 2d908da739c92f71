using System.Data.Common;
using Dapper;

namespace Admetry.Storage.Warehouse;

/// <summary>Levels of the ad tree as <c>member_origin</c> numbers them.</summary>
enum MemberLevel : short { Campaign = 1, AdSet = 2, Ad = 3, Creative = 4 }

/// <summary>Writes new and changed members of the ad tree, set-wise: a first load may bring a hundred thousand ads.</summary>
/// <param name="loadId">The origin of all that is written.</param>
sealed class MemberWriter(StagedRows staged, DbTransaction transaction, long loadId)
{
    const string Columns = "member_key bigint, parent bigint, id varchar, name varchar, status varchar, objective varchar, creative bigint, is_new boolean";

    public async Task WriteAsync(NamedMembers campaigns, NamedMembers adSets, NamedMembers creatives, NamedMembers ads, CancellationToken cancel)
    {
        await UpsertAsync(MemberLevel.Campaign, campaigns,
            "insert into dim_campaign (campaign_id, account_id, external_campaign_id, campaign_name, campaign_status, objective) select member_key, parent, id, name, status, objective from stg_member where is_new",
            "update dim_campaign set external_campaign_id = m.id, campaign_name = m.name, campaign_status = m.status, objective = m.objective from stg_member m where campaign_id = m.member_key and not m.is_new", cancel);
        await UpsertAsync(MemberLevel.AdSet, adSets,
            "insert into dim_adset (adset_id, campaign_id, external_adset_id, adset_name) select member_key, parent, id, name from stg_member where is_new",
            "update dim_adset set external_adset_id = m.id, adset_name = m.name from stg_member m where adset_id = m.member_key and not m.is_new", cancel);
        await UpsertAsync(MemberLevel.Creative, creatives,
            "insert into dim_creative (creative_id, campaign_id, external_creative_id, creative_name) select member_key, parent, id, name from stg_member where is_new",
            "update dim_creative set external_creative_id = m.id, creative_name = m.name from stg_member m where creative_id = m.member_key and not m.is_new", cancel);
        await UpsertAsync(MemberLevel.Ad, ads,
            "insert into dim_ad (ad_id, adset_id, creative_id, external_ad_id, ad_name) select member_key, parent, creative, id, name from stg_member where is_new",
            "update dim_ad set external_ad_id = m.id, ad_name = m.name, creative_id = m.creative from stg_member m where ad_id = m.member_key and not m.is_new", cancel);
    }

    async Task UpsertAsync(MemberLevel level, NamedMembers members, string insert, string update, CancellationToken cancel)
    {
        if (members.Changed.Count == 0)
            return;

        var connection = staged.Connection;
        await connection.ExecuteAsync($"drop table if exists stg_member; create temporary table stg_member ({Columns})", transaction: transaction);
        var to = staged.Bulk("stg_member");
        foreach (var member in members.Changed)
        {
            to.Long(member.Key);
            to.Long(member.Parent);
            to.Text(member.Id);
            to.Text(member.Name);
            to.TextOrNull(member.Status);
            to.TextOrNull(member.Objective);
            to.Long(member.Creative);
            to.Boolean(member.IsNew);
            to.EndRow();
        }

        await staged.FinishAsync(cancel);
        await connection.ExecuteAsync(insert, transaction: transaction);
        if (members.Changed.Any(member => !member.IsNew))
            await connection.ExecuteAsync(update, transaction: transaction);
        await connection.ExecuteAsync("insert into member_origin select @level, member_key, @loadId from stg_member; drop table stg_member", new { level = (short)level, loadId }, transaction);
    }
}
