using System.Globalization;

namespace Admetry.Synthetic.Acme;

/// <summary>The last half-year of ACME Corp as twelve platforms would tell them: each campaign by one of them, in that platform's layout, units and words.</summary>
/// <remarks>What they tell sums to the warehouse's facts of the same campaigns and days, rounded once to the platform's unit.</remarks>
public static class PlatformExports
{
    const int Cents = 2, Micros = 6;

    static readonly CultureInfo French = new(CultureInfo.InvariantCulture.Name, false)
    {
        NumberFormat = { NumberDecimalSeparator = ",", NumberGroupSeparator = "\u202F" },
    };

    /// <summary>The first day that the files tell; the last one is the end of the data.</summary>
    public static DateOnly First { get; } = new(2024, 7, 1);

    static IReadOnlyList<PlatformLayout> Layouts { get; } =
    [
        new(Platform.Google, "google_ads.json", Micros,
        [
            ("customer_id", row => row.AccountId), ("date", row => row.Day), ("campaign_id", row => row.CampaignId), ("ad_network_type", _ => "CONTENT"),
            ("cost_micros", row => row.SpendMicros), ("impressions", row => row.Impressions), ("clicks", row => row.Clicks), ("conversions", row => row.Conversions),
            ("conversions_value", row => row.Value),
        ]) { Separator = null },
        new(Platform.Meta, "meta_ads.csv", Cents,
        [
            ("Jour", row => row.Day), ("Nom de la campagne", row => row.Campaign.Name), ("Montant dépensé (USD)", row => row.Spend), ("Impressions", row => row.Impressions),
            ("Clics (tous)", row => row.Clicks),
        ]) { Separator = ';', Culture = French, IsMarked = true, TellsConversions = false },
        new(Platform.Microsoft, "microsoft_ads.csv", Cents,
        [
            ("GregorianDate", row => row.Day), ("AccountName", row => row.Campaign.Advertiser.Name), ("AccountNumber", row => $"F{row.AccountId}"),
            ("CampaignName", row => row.Campaign.Name), ("CampaignId", row => row.CampaignId), ("Impressions", row => row.Impressions), ("Clicks", row => row.Clicks),
            ("Spend", row => row.Spend), ("Conversions", row => row.Conversions), ("Revenue", row => row.Value), ("CurrencyCode", _ => "USD"),
        ])
        {
            DayFormat = "M/d/yyyy", IsMarked = true,
            Above = rows => ["Report Name: Campaign performance", $"Report Time: {First:M/d/yyyy},{AcmeParameters.Last:M/d/yyyy}", "Time Zone: (GMT) UTC", $"Rows: {rows.Count}", ""],
            Below = _ => ["", "©2025 Microsoft Corporation. All rights reserved."],
        },
        new(Platform.LinkedIn, "linkedin_ads.json", Micros,
        [
            ("day", row => row.Day), ("campaign_group_id", row => row.CampaignId), ("campaign_id", row => row.AdSetId), ("cost_in_local_currency", row => row.Spend),
            ("impressions", row => row.Impressions), ("clicks", row => row.Clicks), ("external_website_conversions", row => row.Conversions),
            ("conversion_value_in_local_currency", row => row.Value),
        ]) { Separator = null },
        new(Platform.TikTok, "tiktok_ads.csv", Cents,
        [
            ("Campaign name", row => row.Campaign.Name), ("Campaign ID", row => row.CampaignId), ("By Day", row => row.Day), ("Cost", row => row.Spend),
            ("Impressions", row => row.Impressions), ("Clicks (destination)", row => row.Clicks), ("Conversions", row => row.Conversions), ("Total purchase value", row => row.Value),
            ("Currency", _ => "USD"),
        ])
        {
            Below = rows => [FormattableString.Invariant($"Total of {rows.Count} results,-,-,{rows.Sum(row => row.Spend)},{rows.Sum(row => row.Impressions)},{rows.Sum(row => row.Clicks)},-,-,-")],
            TellsConversions = true,
        },
        new(Platform.X, "x_ads.csv", Micros,
        [
            ("date", row => row.Day), ("account_id", row => row.AccountId), ("campaign_id", row => row.CampaignId), ("billed_charge_local_micro", row => row.SpendMicros),
            ("impressions", row => row.Impressions), ("clicks", row => row.Clicks),
        ]) { TellsConversions = false },
        new(Platform.Pinterest, "pinterest_ads.json", Micros,
        [
            ("date", row => row.Day), ("advertiser_id", row => row.AccountId), ("campaign_id", row => row.CampaignId), ("campaign_name", row => row.Campaign.Name),
            ("spend_in_micro_dollar", row => row.SpendMicros), ("impression_1", row => row.Impressions), ("clickthrough_1", row => row.Clicks),
            ("total_conversions", row => row.Conversions), ("total_conversions_value_in_micro_dollar", row => row.ValueMicros),
        ]) { Separator = null },
        new(Platform.Snapchat, "snapchat_ads.json", Micros,
        [
            ("date", row => row.Day), ("ad_account_id", row => row.AccountId), ("campaign_id", row => row.CampaignId), ("campaign_name", row => row.Campaign.Name),
            ("spend", row => row.SpendMicros), ("impressions", row => row.Impressions), ("swipes", row => row.Clicks),
        ]) { Separator = null, TellsConversions = false },
        new(Platform.Amazon, "amazon_ads.csv", Cents,
        [
            ("date", row => row.Day), ("campaign_id", row => row.CampaignId), ("campaign_bidding_strategy", _ => "optimizeForConversions"),
            ("campaign_budget_currency_code", _ => "USD"), ("cost", row => row.Spend), ("impressions", row => row.Impressions), ("clicks", row => row.Clicks),
            ("purchases_30_d", row => row.Conversions), ("sales_30_d", row => row.Value),
        ]),
        new(Platform.Reddit, "reddit_ads.csv", Micros,
        [
            ("date", row => row.Day), ("account_id", row => row.AccountId), ("campaign_id", row => row.CampaignId), ("spend", row => row.SpendMicros),
            ("impressions", row => row.Impressions), ("clicks", row => row.Clicks), ("comments_page_views", _ => 0),
        ]) { TellsConversions = false },
        new(Platform.Apple, "apple_search_ads.json", 4,
        [
            ("date", row => row.Day), ("organization_id", row => row.AccountId), ("campaign_id", row => row.CampaignId), ("local_spend_amount", row => row.Spend),
            ("local_spend_currency", _ => "USD"), ("impressions", row => row.Impressions), ("taps", row => row.Clicks),
        ]) { Separator = null, TellsConversions = false },
        new(Platform.Criteo, "criteo.csv", Cents,
        [
            ("Day", row => row.Day), ("AdvertiserId", row => row.AccountId), ("Advertiser", row => row.Campaign.Advertiser.Name), ("Currency", _ => "USD"),
            ("Campaign", row => row.Campaign.Name), ("CampaignId", row => row.CampaignId), ("AdvertiserCost", row => row.Spend), ("Displays", row => row.Impressions),
            ("Clicks", row => row.Clicks), ("Sales", row => row.Conversions), ("Revenue", row => row.Value),
        ]),
    ];

    /// <summary>Twelve files, or fewer where fewer campaigns ran; the same parameters give the same bytes.</summary>
    public static IReadOnlyList<PlatformFile> Create(AcmeParameters parameters)
    {
        var world = AcmeWorld.Create(parameters);
        var campaigns = PlatformDays.Of(world, First).GroupBy(day => day.Campaign).Index().ToLookup(campaign => campaign.Index % Layouts.Count, campaign => campaign.Item);
        return [.. Layouts.Index().Where(layout => campaigns.Contains(layout.Index)).Select(layout => layout.Item.Write(world.Entities, [.. campaigns[layout.Index].SelectMany(days => days)]))];
    }
}
