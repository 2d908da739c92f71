using Admetry.Metrics;

namespace Admetry.Storage.Warehouse;

/// <summary>The columns of dimensions that several facts share.</summary>
/// <remarks>An entity is grouped by its key and named after summing, so two campaigns of one name stay two rows.</remarks>
static class DimensionColumns
{
    static readonly string Channel = Reported();

    public static Dictionary<Dimension, DimensionColumn> Account { get; } = new()
    {
        [Dimensions.Platform] = new(
            "a.platform_id", [Join.Account], "p.platform_code", [Join.Platform], new("dim_platform", "platform_id", "platform_code")),
        [Dimensions.Channel] = DimensionColumn.Plain("p.channel", Join.Platform),
        [Dimensions.Client] = new(
            "a.client_id", [Join.Account], "cl.client_code", [Join.AccountClient], new("dim_client", "client_id", "client_code")),
        [Dimensions.ClientName] = new(
            "a.client_id", [Join.Account], "cl.client_name", [Join.AccountClient], new("dim_client", "client_id", "client_name")),
        [Dimensions.Account] = Entity("account", "account_name", "a", Join.Account),
        [Dimensions.AccountId] = Entity("account", "external_account_id", "a", Join.Account),
        [Dimensions.Currency] = DimensionColumn.Plain("a.currency", Join.Account),
        [Dimensions.Campaign] = Entity("campaign", "campaign_name", "ca", Join.Campaign),
        [Dimensions.CampaignId] = Entity("campaign", "external_campaign_id", "ca", Join.Campaign),
        [Dimensions.CampaignStatus] = DimensionColumn.Plain("ca.campaign_status", Join.Campaign),
        [Dimensions.Objective] = DimensionColumn.Plain("ca.objective", Join.Campaign),
        [Dimensions.BillingModel] = DimensionColumn.Plain("ca.billing_model", Join.Campaign),
    };

    public static Dictionary<Dimension, DimensionColumn> Delivery { get; } = new(Account)
    {
        [Dimensions.Currency] = DimensionColumn.Plain("f.currency"),
        [Dimensions.AdSet] = Entity("adset", "adset_name", "se", Join.AdSet),
        [Dimensions.AdSetId] = Entity("adset", "external_adset_id", "se", Join.AdSet),
        [Dimensions.Ad] = Entity("ad", "ad_name", "ad", Join.Ad),
        [Dimensions.AdId] = Entity("ad", "external_ad_id", "ad", Join.Ad),
        [Dimensions.Creative] = Entity("creative", "creative_name", "cr", Join.Creative),
        [Dimensions.CreativeId] = Entity("creative", "external_creative_id", "cr", Join.Creative),
        [Dimensions.Format] = DimensionColumn.Plain("cr.creative_type", Join.Creative),
    };

    public static Dictionary<Dimension, DimensionColumn> Revenue { get; } = new()
    {
        [Dimensions.Channel] = DimensionColumn.Plain(Channel),
        [Dimensions.ReportedChannel] = DimensionColumn.Plain("f.channel_reported"),
        [Dimensions.Client] = new("f.client_id", [], "cl.client_code", [Join.Client], new("dim_client", "client_id", "client_code")),
        [Dimensions.ClientName] = new("f.client_id", [], "cl.client_name", [Join.Client], new("dim_client", "client_id", "client_name")),
        [Dimensions.Currency] = DimensionColumn.Plain("f.currency"),
    };

    static DimensionColumn Entity(string name, string text, string alias, Join join) =>
        new($"f.{name}_id", [], $"{alias}.{text}", [join], new($"dim_{name}", $"{name}_id", text));

    /// <summary>Books name a channel by its platform, in the platform's words or the world's.</summary>
    static string Reported()
    {
        (string Name, string Channel)[] worldly =
        [
            ("google", "search"), ("bing", "search"), ("microsoft", "search"), ("facebook", "social"), ("instagram", "social"),
            ("meta", "social"), ("linkedin", "social"), ("tiktok", "social"), ("twitter", "social"), ("pinterest", "social"),
            ("snapchat", "social"), ("reddit", "social"), ("amazon", "search"),
        ];
        var named = Platform.All.Select(platform => (Name: platform.Code, platform.Channel))
            .Concat(Platform.All.Select(platform => (Name: platform.Channel, platform.Channel)))
            .Concat(worldly)
            .Distinct()
            .GroupBy(pair => pair.Channel, pair => $"'{pair.Name}'");
        var arms = named.Select(group => $"when f.channel_reported in ({string.Join(", ", group)}) then '{group.Key}'");
        return $"case {string.Join(" ", arms)} else 'unknown' end";
    }
}
