using static Admetry.Connectors.Exports.Families.Field;

namespace Admetry.Connectors.Exports.Families;

/// <summary>English names of columns; of words for one field the earlier is preferred.</summary>
static class EnglishWords
{
    public static (string Dialect, Field Field, string Words)[] All { get; } =
    [
        ("", Days, "Date range|Reporting period|Time period"), ("", Day, "Day|Date"), ("", Week, "Week"), ("", Month, "Month"), ("", Hour, "Hour of day|Hour of the day|Hour"),
        ("", AccountId, "Account ID|Customer ID|Ad account ID"), ("", AccountName, "Account name|Account"),
        ("", Currency, "Currency|Account currency"), ("", Field.TimeZone, "Time zone|Account timezone"),
        ("", CampaignId, "Campaign ID"), ("", CampaignName, "Campaign name|Campaign"),
        ("", CampaignStatus, "Campaign status|Campaign state|Campaign delivery"),
        ("", AdSetId, "Ad set ID|Ad group ID"), ("", AdSetName, "Ad set name|Ad group name|Ad group|Ad set"),
        ("", AdId, "Ad ID"), ("", AdName, "Ad name|Ad"),
        ("", CreativeId, "Creative ID"), ("", CreativeName, "Creative name|Creative"), ("", Objective, "Objective|Campaign objective"),
        ("", Device, "Device|Device type"), ("", Country, "Country|Country/Territory|Country/Territory (User location)|Country code"),
        ("", Age, "Age|Age range"), ("", Gender, "Gender"),
        ("", Spend, "Spend|Amount spent"), ("", Impressions, "Impressions"), ("", Clicks, "Clicks"), ("", Reach, "Reach"),
        ("", Conversions, "Conversions"), ("", ConversionValue, "Conversion value|Conversions value|Total conversion value"),
        ("", Rate, "CTR|CPC|CPM|CPA|ROAS|Frequency|Conversion rate"),
        ("", Field.Attribute, "Campaign type|Campaign subtype|Campaign start date|Campaign end date|Start date|End date|Budget|Bid strategy|Labels"
            + "|Ad group status|Ad status|Keyword status|Status|Status reasons|Primary status|Primary status reasons|Ad state|Ad group state"),

        (Lexicon.Google, Spend, "Cost|Cost (Converted currency)"), (Lexicon.Google, Impressions, "Impr."),
        (Lexicon.Google, Currency, "Currency code"), (Lexicon.Google, ConversionValue, "Conv. value|Total conv. value"),
        (Lexicon.Google, Keyword, "Search keyword|Keyword"), (Lexicon.Google, SearchTerm, "Search term"),
        (Lexicon.Google, Field.MatchType, "Search keyword match type|Search term match type|Match type|Keyword match type"),
        (Lexicon.Google, Network, "Network (with search partners)|Network"),
        (Lexicon.Google, AdName, "Ad name|Ad|Headline 1|Headline|Short headline|Responsive Search Ad Headline 1"),
        (Lexicon.Google, VideoPlays, "TrueView views|Views|Video views"),
        (Lexicon.Google, MeasurableImpressions, "Active View measurable impr.|Measurable impr."),
        (Lexicon.Google, ViewableImpressions, "Active View viewable impressions|Viewable impr."),
        (Lexicon.Google, Rate, "Avg. CPC|Avg. CPM|Avg. cost|Interaction rate|Conv. rate|Cost / conv.|Conv. value / cost|Value / conv.|Avg. CPV"
            + "|Search impr. share|Search top IS|Search abs. top IS|View rate|Impr. (Top) %|Impr. (Abs. Top) %"),
        (Lexicon.Google, Field.Attribute, "Budget name|Budget type|Bid strategy type|Optimization score|Default max. CPC|Max. CPC|Quality Score"
            + "|Target CPA|Target ROAS|Final URL|Campaign state reason|Ad type|Ad strength|Ad group type|Ad group default max. CPC"
            + "|Added/Excluded|Ad policy|Policy details|Tracking template|Interactions|Interaction types|All conv.|All conv. value|Labels on Campaign"),

        (Lexicon.Meta, FirstDay, "Reporting starts|Reporting start"), (Lexicon.Meta, LastDay, "Reporting ends|Reporting end"),
        (Lexicon.Meta, Spend, "Amount spent|Spent"), (Lexicon.Meta, Clicks, "Clicks (all)|Clicks"),
        (Lexicon.Meta, LinkClicks, "Link clicks|Inline link clicks"), (Lexicon.Meta, LandingPageViews, "Landing page views|Website landing page views"),
        (Lexicon.Meta, Results, "Results"), (Lexicon.Meta, ResultIndicator, "Result indicator|Result type"),
        (Lexicon.Meta, AttributionSetting, "Attribution setting"),
        (Lexicon.Meta, Purchases, "Purchases|Website purchases|Meta purchases"),
        (Lexicon.Meta, PurchaseValue, "Purchases conversion value|Purchase conversion value|Website purchases conversion value"
            + "|Purchase value|Purchases value"),
        (Lexicon.Meta, Leads, "Leads|Website leads|On-Facebook leads|Meta leads|Leads (Form)"),
        (Lexicon.Meta, AddToCart, "Adds to cart|Website adds to cart|Adds to Cart"),
        (Lexicon.Meta, VideoPlays, "Video plays"), (Lexicon.Meta, VideoViews3Seconds, "3-second video plays|3-second video views"),
        (Lexicon.Meta, VideoP25Watched, "Video plays at 25%|Video watches at 25%"),
        (Lexicon.Meta, VideoP50Watched, "Video plays at 50%|Video watches at 50%"),
        (Lexicon.Meta, VideoP75Watched, "Video plays at 75%|Video watches at 75%"),
        (Lexicon.Meta, VideoP100Watched, "Video plays at 100%|Video watches at 100%"),
        (Lexicon.Meta, ThruPlays, "ThruPlays|ThruPlay actions"),
        (Lexicon.Meta, PublisherPlatform, "Platform|Publisher platform"), (Lexicon.Meta, Placement, "Placement|Platform position"),
        (Lexicon.Meta, DevicePlatform, "Device platform|Impression device"),
        (Lexicon.Meta, Rate, "Cost per result|Cost per results|CPC (cost per link click)|CPM (cost per 1,000 impressions)|CPC (all)|CTR (all)"
            + "|CTR (link click-through rate)|Purchase ROAS (return on ad spend)|Result rate|Video average play time"),
        (Lexicon.Meta, Field.Attribute, "Starts|Ends|Delivery|Ad set delivery|Ad delivery|Delivery status|Delivery level|Campaign budget|Campaign budget type"
            + "|Ad set budget|Ad set budget type|Ad set bid|Ad set bid type|Bid|Bid type|Last significant edit|Quality ranking"
            + "|Engagement rate ranking|Conversion rate ranking|Unique link clicks|Video plays at 95%|Video watches at 95%"
            + "|Post engagements|Post reactions|Post comments|Post shares|Page engagement|Date last edited|Date created|Buying type"),
    ];
}
