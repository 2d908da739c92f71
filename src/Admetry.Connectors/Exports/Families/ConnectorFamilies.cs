using static Admetry.Connectors.Exports.Families.Field;

namespace Admetry.Connectors.Exports.Families;

/// <summary>Flat tables as data pipelines store the answers of the platforms' interfaces: one table a level, ids rather than
/// names.</summary>
/// <remarks>A column of the pipeline's own, such as the moment of its last run, says nothing of delivery.</remarks>
static class ConnectorFamilies
{
    const string Sample = "real tables of public pipeline packages";

    const string OfPipeline = "_fivetran_synced|_fivetran_deleted";

    static Family Google { get; } = new()
    {
        Name = "google_ads_table",
        Title = "Google Ads tables of a data pipeline",
        Grade = Grade.Seen,
        Source = Sample,
        Platform = Platform.Google,
        Needs = WordList.Signs("cost micros", "date"),
        Signs = WordList.Signs("customer id", "ad network type"),
        Columns = Words(
            (Day, "date"), (AccountId, "customer_id"), (CampaignId, "campaign_id"), (AdSetId, "ad_group_id"), (AdId, "ad_id"),
            (Spend, "cost_micros@micros"), (Impressions, "impressions"), (Clicks, "clicks"), (Conversions, "conversions"),
            (ConversionValue, "conversions_value"), (MeasurableImpressions, "active_view_measurable_impressions"),
            (ViewableImpressions, "active_view_impressions"), (Device, "device"), (Network, "ad_network_type"),
            (SearchTerm, "search_term"), (Field.MatchType, "search_term_match_type|keyword_match_type"),
            (Keyword, "ad_group_criterion_criterion_id|keyword_id"),
            (Segment, "_fivetran_id|keyword_ad_group_criterion"),
            (Field.Attribute, "interactions|interaction_event_types|view_through_conversions|base_campaign|base_ad_group"
                + "|campaign_base_campaign"
                + "|ad_group_base_ad_group|ad_group|active_view_measurable_cost_micros|status|info_text"),
            (Rate, "active_view_measurability|active_view_viewability")),
    };

    static IReadOnlyList<Family> Tables { get; } =
    [
        Google with { Never = ["id"] },
        // A bare id is what the table is about: a campaign's where that has a resource name, else an ad group's.
        Google with
        {
            Name = "google_ads_campaign_table",
            Title = "Google Ads campaign tables of a data pipeline",
            Needs = WordList.Signs("cost micros", "date", "id", "base campaign"),
            Columns = With(Google.Columns, (CampaignId, "id")),
        },
        Google with
        {
            Name = "google_ads_ad_group_table",
            Title = "Google Ads ad group tables of a data pipeline",
            Needs = WordList.Signs("cost micros", "date", "id", "base ad group"),
            Columns = With(Google.Columns, (AdSetId, "id")),
        },
        new()
        {
            Name = "meta_ads_table",
            Title = "Meta ads tables of a data pipeline",
            Grade = Grade.Seen,
            Source = Sample,
            Platform = Platform.Meta,
            Needs = WordList.Signs("inline link clicks", "date", "spend"),
            Signs = WordList.Signs("account id"),
            Columns = Words(
                (Day, "date"), (AccountId, "account_id"), (AccountName, "account_name"), (CampaignId, "campaign_id"),
                (CampaignName, "campaign_name"),
                (AdSetId, "ad_set_id|adset_id"), (AdSetName, "adset_name"), (AdId, "ad_id"), (AdName, "ad_name"),
                (Spend, "spend"), (Impressions, "impressions"), (Clicks, "clicks"), (LinkClicks, "inline_link_clicks"),
                (Reach, "reach"),
                (Country, "country"), (Region, "region"), (Age, "age"), (Gender, "gender"), (Segment, "_fivetran_id"),
                (Rate, "frequency|cpc|cpm|ctr")),
        },
        new()
        {
            Name = "linkedin_ads_table",
            Title = "LinkedIn ads tables of a data pipeline",
            Grade = Grade.Seen,
            Source = Sample,
            Platform = Platform.LinkedIn,
            Needs = WordList.Signs("cost in local currency", "day|month|date"),
            // Local money, also beside the column in dollars: the account's currency is one.
            Columns = Words(
                (Day, "day|date"), (Month, "month"), (CampaignId, "campaign_group_id"), (AdSetId, "campaign_id"),
                (AdId, "creative_id"),
                (Spend, "cost_in_local_currency"), (Impressions, "impressions"), (Clicks, "clicks"),
                (LinkClicks, "landing_page_clicks"),
                (Reach, "approximate_unique_impressions"), (Conversions, "external_website_conversions"),
                (ConversionValue, "conversion_value_in_local_currency"), (Leads, "one_click_leads"), (VideoPlays, "video_starts"),
                (VideoP25Watched, "video_first_quartile_completions"), (VideoP50Watched, "video_midpoint_completions"),
                (VideoP75Watched, "video_third_quartile_completions"), (VideoP100Watched, "video_completions"),
                (Country, "member_country"), (Region, "member_region"), (Field.Attribute, "cost_in_usd")),
        },
        new()
        {
            Name = "pinterest_ads_table",
            Title = "Pinterest ads tables of a data pipeline",
            Grade = Grade.Seen,
            Source = Sample,
            Platform = Platform.Pinterest,
            Needs = WordList.Signs("spend in micro dollar", "date"),
            // The first of two impressions and clicks is the paid one; the second is what people passed on.
            Columns = Words(
                (Day, "date"), (AccountId, "advertiser_id|ad_account_id"), (CampaignId, "campaign_id"),
                (CampaignName, "campaign_name"),
                (CampaignStatus, "campaign_status"), (AdSetId, "ad_group_id"), (AdSetName, "ad_group_name"),
                (AdId, "pin_promotion_id|ad_id"),
                (Keyword, "keyword_id"), (Segment, "targeting_type|targeting_value"),
                (Spend, "spend_in_micro_dollar@micros"), (Impressions, "impression_1"), (Clicks, "clickthrough_1"),
                (LinkClicks, "outbound_click_1"), (Conversions, "total_conversions"),
                (ConversionValue, "total_conversions_value_in_micro_dollar@micros"),
                (Field.Attribute, "impression_2|clickthrough_2|total_conversions_quantity|total_view_checkout|ad_group_status")),
        },
        new()
        {
            Name = "tiktok_ads_table",
            Title = "TikTok ads tables of a data pipeline, by hour or day",
            Grade = Grade.Seen,
            Source = Sample,
            Platform = Platform.TikTok,
            Needs = WordList.Signs("stat time hour|stat time day", "spend"),
            Columns = Words(
                (Day, "stat_time_hour|stat_time_day"), (AccountId, "advertiser_id"), (CampaignId, "campaign_id"),
                (CampaignName, "campaign_name"),
                (AdSetId, "adgroup_id"), (AdSetName, "adgroup_name"), (AdId, "ad_id"), (AdName, "ad_name"),
                (Country, "country_code"),
                (Age, "age"), (Gender, "gender"), (Spend, "spend"), (Impressions, "impressions"), (Clicks, "clicks"),
                (Reach, "reach"),
                (Conversions, "conversion"), (PurchaseValue, "total_purchase_value"), (VideoPlays, "video_play_actions"),
                (VideoP25Watched, "video_views_p25|video_views_p_25"), (VideoP50Watched, "video_views_p50|video_views_p_50"),
                (VideoP75Watched, "video_views_p75|video_views_p_75"), (VideoP100Watched, "video_views_p100|video_views_p_100"),
                (Rate, "cpc|cpm|ctr|cost_per_conversion|conversion_rate|average_video_play|average_video_play_per_user"
                    + "|result_rate|profile_visits_rate"
                    + "|cost_per_result|real_time_conversion_rate|real_time_result_rate|cost_per_1000_reached|frequency"),
                (Field.Attribute, "total_sales_lead_value|result|real_time_result|real_time_conversion|secondary_goal_result"
                    + "|cost_per_secondary_goal_result|secondary_goal_result_rate|real_time_cost_per_result"
                        + "|real_time_cost_per_conversion")),
        },
        new()
        {
            Name = "amazon_ads_table",
            Title = "Amazon Ads tables of a data pipeline",
            Grade = Grade.Seen,
            Source = Sample,
            Platform = Platform.Amazon,
            Needs = WordList.Signs("campaign bidding strategy|campaign budget amount|campaign budget currency code", "cost",
                "date"),
            Columns = Words(
                (Day, "date"), (CampaignId, "campaign_id"), (AdSetId, "ad_group_id"), (AdId, "ad_id"),
                (Currency, "campaign_budget_currency_code"),
                (Keyword, "targeting|keyword_text"), (SearchTerm, "search_term"), (Field.MatchType, "match_type"),
                (Segment, "keyword_id|advertised_asin|advertised_sku"),
                (Spend, "cost"), (Impressions, "impressions"), (Clicks, "clicks"),
                (Conversions, "purchases_30_d|purchases_14_d|purchases_7_d"),
                (ConversionValue, "sales_30_d|sales_14_d|sales_7_d"),
                (Field.Attribute, "campaign_bidding_strategy|campaign_budget_amount|campaign_budget_type|keyword_bid"
                    + "|keyword_type|ad_keyword_status"
                    + "|campaign_applicable_budget_rule_id|campaign_applicable_budget_rule_name"
                        + "|campaign_rule_based_budget_amount")),
        },
        new()
        {
            Name = "apple_search_ads_table",
            Title = "Apple Search Ads tables of a data pipeline",
            Grade = Grade.Seen,
            Source = Sample,
            Platform = Platform.Apple,
            Needs = WordList.Signs("local spend amount", "taps", "date"),
            Columns = Words(
                (Day, "date"), (AccountId, "organization_id|org_id"), (CampaignId, "campaign_id"), (AdSetId, "ad_group_id"),
                (AdSetName, "ad_group_name"),
                (AdId, "ad_id"), (Keyword, "keyword|keyword_id"), (SearchTerm, "search_term_text"),
                (Field.MatchType, "match_type"),
                (Segment, "id|_fivetran_id|search_term_source"),
                (Spend, "local_spend_amount"), (Currency, "local_spend_currency"), (Impressions, "impressions"), (Clicks, "taps"),
                (Conversions, "conversions|tap_installs"),
                (Rate, "avg_cpa_amount|avg_cpt_amount|conversion_rate|tap_through_rate"),
                (Field.Attribute, "avg_cpa_currency|avg_cpt_currency|bid_amount_amount|bid_amount_currency"
                    + "|lat_off_installs|lat_on_installs|new_downloads"
                    + "|redownloads|tap_new_downloads|tap_redownloads|ad_group_deleted|deleted|keyword_display_status")),
        },
        new()
        {
            Name = "snapchat_ads_table",
            Title = "Snapchat ads tables of a data pipeline",
            Grade = Grade.Recalled,
            Source = "memory of the platform's interface",
            Platform = Platform.Snapchat,
            Needs = WordList.Signs("swipes", "spend", "date|date hour|start time"),
            Never = ["amount spent"],
            Columns = Words(
                (Day, "date_hour|date|start_time"), (AccountId, "ad_account_id"), (CampaignId, "campaign_id"),
                (CampaignName, "campaign_name"),
                (AdSetId, "ad_squad_id"), (AdSetName, "ad_squad_name"), (AdId, "ad_id"), (AdName, "ad_name"),
                (Spend, "spend@micros"), (Impressions, "impressions"), (Clicks, "swipes"), (Purchases, "conversion_purchases"),
                (PurchaseValue, "conversion_purchases_value@micros"), (VideoPlays, "video_views"),
                (VideoP25Watched, "quartile_1"),
                (VideoP50Watched, "quartile_2"), (VideoP75Watched, "quartile_3"), (VideoP100Watched, "view_completion")),
        },
        new()
        {
            Name = "reddit_ads_table",
            Title = "Reddit ads tables of a data pipeline",
            Grade = Grade.Recalled,
            Source = "memory of the platform's interface",
            Platform = Platform.Reddit,
            Needs = WordList.Signs("community|comment downvotes|comments page views|viewer comments|conversion roas",
                "spend", "date", "impressions"),
            // The tables have ids alone; a report with names counts whole money, not millionths.
            Never = ["campaign name", "campaign", "ad group name", "ad group", "ad name", "account name", "amount spent"],
            Columns = Words(
                (Day, "date"), (AccountId, "account_id"), (CampaignId, "campaign_id"), (AdSetId, "ad_group_id"), (AdId, "ad_id"),
                (Region, "region"), (Country, "country"), (Segment, "community"),
                (Spend, "spend@micros"), (Impressions, "impressions"), (Clicks, "clicks"), (VideoPlays, "video_started"),
                (VideoP25Watched, "video_watched_25_percent"), (VideoP50Watched, "video_watched_50_percent"),
                (VideoP75Watched, "video_watched_75_percent"), (VideoP100Watched, "video_watched_100_percent"),
                (Rate, "ecpm|ecpc|cpc|ctr|conversion_roas"),
                (Field.Attribute, "comment_downvotes|comment_upvotes|comments_page_views|viewer_comments"
                    + "|video_watched_3_seconds|video_watched_5_seconds")),
        },
        new()
        {
            Name = "x_ads_table",
            Title = "X ads tables of a data pipeline",
            Grade = Grade.Recalled,
            Source = "memory of the platform's interface",
            Platform = Platform.X,
            Needs = WordList.Signs("billed charge local micro", "date|day"),
            Columns = Words(
                (Day, "date|day"), (AccountId, "account_id"), (CampaignId, "campaign_id"), (AdSetId, "line_item_id"),
                (AdId, "promoted_tweet_id"),
                (Keyword, "keyword|segment"), (Segment, "placement"), (Spend, "billed_charge_local_micro@micros"),
                (Impressions, "impressions"),
                (Clicks, "clicks"), (LinkClicks, "url_clicks"), (VideoPlays, "video_total_views")),
        },
        new()
        {
            Name = "microsoft_ads_table",
            Title = "Microsoft ads tables of a data pipeline",
            Grade = Grade.Recalled,
            Source = "memory of the pipeline's table",
            Platform = Platform.Microsoft,
            Needs = WordList.Signs("device os|device type", "network|top vs other|bid match type|delivered match type",
                "spend", "date"),
            Never = ["impr.", "campaign name", "campaign", "campaignname", "campaignid", "ad group name", "ad group", "adgroupname", "account name"],
            Columns = Words(
                (Day, "date"), (AccountId, "account_id"), (CampaignId, "campaign_id"), (AdSetId, "ad_group_id"),
                (AdId, "ad_id"), (Currency, "currency_code"),
                (Keyword, "keyword|keyword_id"), (SearchTerm, "search_query"), (Device, "device_type"), (Network, "network"),
                (Segment, "device_os|top_vs_other|bid_match_type|delivered_match_type|language|ad_distribution"),
                (Spend, "spend"), (Impressions, "impressions"), (Clicks, "clicks"),
                (Conversions, "conversions_qualified|conversions"),
                (ConversionValue, "revenue"), (Field.Attribute, "all_conversions|all_revenue|all_conversions_qualified|assists")),
        },
    ];

    public static IReadOnlyList<Family> All { get; } = [.. Tables.Select(table => table with { NamesHaveNoSpaces = true })];

    static Dictionary<string, Word> With(IReadOnlyDictionary<string, Word> words, params (Field Field, string Words)[] further)
    {
        var all = new Dictionary<string, Word>(words);
        foreach (var (name, word) in WordList.Of(further))
            all[name] = word;
        return all;
    }

    static Dictionary<string, Word> Words(params (Field Field, string Words)[] words) =>
        WordList.Of([.. words, (Field.Attribute, OfPipeline)]);
}
