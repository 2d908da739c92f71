using static Admetry.Connectors.Exports.Families.Field;

namespace Admetry.Connectors.Exports.Families;

/// <summary>Reports downloaded from social platforms beside Meta.</summary>
static class SocialFamilies
{
    public static IReadOnlyList<Family> All { get; } =
    [
        // What others call a campaign is here a group of campaigns, and a campaign is what others call an ad set.
        new()
        {
            Name = "linkedin_campaign_manager",
            Title = "LinkedIn Campaign Manager reports of campaigns and ads",
            Grade = Grade.Recalled,
            Source = "quirks known from real files, columns from memory",
            Platform = Platform.LinkedIn,
            Needs = [new("total spent|spend", 3)],
            Signs = [new("start date (in utc)", 5), new("campaign group name|campaign group id|campaign group", 4),
                new("average ctr", 1)],
            Marks = ["performance report (in utc)", "report start"],
            Never = ["cost", "amount spent", "cost in local currency"],
            Dialect = "",
            Columns = WordList.Of(
                (Day, "date (in utc)|day (in utc)"), (FirstDay, "start date (in utc)"), (LastDay, "end date (in utc)"),
                (AccountName, "account name"), (AccountId, "account id"), (Currency, "currency"),
                (CampaignName, "campaign group name|campaign group"), (CampaignId, "campaign group id"),
                (CampaignStatus, "campaign group status"),
                (AdSetName, "campaign name|campaign"), (AdSetId, "campaign id"),
                (AdName, "ad name|creative name|ad headline"), (AdId, "ad id|creative id"),
                (Objective, "campaign objective|objective"), (Spend, "total spent|spend"), (Impressions, "impressions"),
                (Clicks, "clicks"),
                (Reach, "reach"), (Conversions, "conversions"), (ConversionValue, "total conversion value|conversion value"),
                (Leads, "leads"), (LinkClicks, "clicks to landing page"), (VideoPlays, "video starts|video plays|video views"),
                (VideoP25Watched, "video views at 25%|video completions at 25%"), (VideoP50Watched, "video views at 50%"),
                (VideoP75Watched, "video views at 75%"), (VideoP100Watched, "video completions"),
                (Rate, "average ctr|average cpm|average cpc|engagement rate|cost per conversion|average engagement"
                    + "|cost per lead|conversion rate|average frequency"),
                (Field.Attribute, "campaign status|campaign type|campaign start date|campaign end date|cost type"
                    + "|total budget|daily budget|bid amount|total engagements"
                    + "|total social actions|reactions|comments|shares|follows|other clicks|viral impressions"
                        + "|viral clicks|click event follows"
                    + "|post-click conversions|view-through conversions|leads (work email)|lead forms opened"
                        + "|campaign group start date|campaign group end date"
                    + "|campaign group total budget|ad status|creative status|creative direct sponsored content name"
                        + "|click url|ad introduction text")),
            FirstDayIsDay = true,
            Threshold = 7,
            TotalWords = ["total", "totals", "grand total"],
        },
        new()
        {
            Name = "tiktok_ads_manager",
            Title = "TikTok Ads Manager reports",
            Grade = Grade.Recalled,
            Source = "quirks known from real files, columns from memory",
            Platform = Platform.TikTok,
            Signs =
            [
                new("clicks (destination)|cpc (destination)|ctr (destination)", 5),
                new("2-second video views|6-second video views|cost per 1,000 people reached", 2),
                new("by day|by hour|stat time", 3), new("ad group name"), new("cost", 1),
            ],
            Required = [[Spend], [Impressions, Clicks]],
            Never = ["amount spent", "time period"],
            Dialect = "",
            Columns = WordList.Of(
                (Day, "by day|stat time|stat time (day)|date|by hour"), (AccountName, "account name|advertiser name"),
                (AccountId, "account id|advertiser id"),
                (Currency, "currency"), (CampaignName, "campaign name"), (CampaignId, "campaign id"),
                (AdSetName, "ad group name"), (AdSetId, "ad group id"),
                (AdName, "ad name"), (AdId, "ad id"), (Country, "country/region|country"), (Age, "age"), (Gender, "gender"),
                (Placement, "placement"),
                (Spend, "cost|spend|total cost"), (Impressions, "impressions|impression"),
                (Clicks, "clicks (destination)|clicks (all)|clicks"), (Reach, "reach"),
                (Conversions, "conversions|conversion|total conversions"), (PurchaseValue, "total purchase value|purchase value"),
                (VideoPlays, "video views"), (VideoP25Watched, "video views at 25%|25% video views"),
                (VideoP50Watched, "video views at 50%|50% video views"),
                (VideoP75Watched, "video views at 75%|75% video views"),
                (VideoP100Watched, "video views at 100%|100% video views"),
                (Rate, "cpc (destination)|ctr (destination)|cpm|cpa|cvr|cpc (all)|ctr (all)|cost per conversion"
                    + "|conversion rate (cvr, clicks)|frequency|result rate"
                    + "|cost per result|conversion rate|cost per 1,000 people reached|average play time per video view"
                        + "|average play time per person"),
                (Field.Attribute, "2-second video views|6-second video views|results|result|secondary goal result"
                    + "|campaign budget|ad group budget|bid|primary status|status"
                    + "|real-time conversions|real-time results|likes|comments|shares|follows|profile visits|paid likes"
                        + "|paid comments|paid shares|paid follows")),
            TotalsPoints = 5,
            Threshold = 5,
            TotalLabels = ["total of "],
            RowTotals = ["results", "result"],
        },
        new()
        {
            Name = "x_ads",
            Title = "X (Twitter) Ads Manager reports",
            Grade = Grade.Recalled,
            Source = "quirks known from real files, columns from memory",
            Platform = Platform.X,
            Needs = [new("time period", 5), new("spend")],
            Signs =
            [
                new("funding source name|funding source id|funding source"), new("results type|result type", 2),
                new("tweet id|post id|tweet engagements|post engagements|campaign objective|ad group id|ad group name", 2),
            ],
            Never = ["swipe ups", "swipe-ups", "ad squad name", "ad squad id", "paid impressions", "ecpm", "taps", "displays", "pin clicks", "impr."],
            Dialect = "",
            Columns = WordList.Of(
                (Days, "time period"), (AccountName, "account name"), (AccountId, "account id"), (Currency, "currency"),
                (CampaignName, "campaign name"), (CampaignId, "campaign id"), (Objective, "campaign objective|objective"),
                (AdSetName, "ad group name"), (AdSetId, "ad group id"), (AdName, "ad name|tweet text|post text"),
                (AdId, "ad id|tweet id|post id"),
                (Device, "device|platform"), (Country, "country|location"), (Age, "age"), (Gender, "gender"),
                (Spend, "spend"), (Impressions, "impressions"), (Clicks, "clicks"), (LinkClicks, "link clicks"),
                (Reach, "total audience reach|reach"),
                (Conversions, "conversions|total conversions"), (Purchases, "purchases"),
                (PurchaseValue, "purchases - sale amount|purchase sale amount"),
                (VideoPlays, "video starts|video views"), (VideoP25Watched, "video played 25%"),
                (VideoP50Watched, "video played 50%"),
                (VideoP75Watched, "video played 75%"), (VideoP100Watched, "video completions|video played 100%"),
                (Rate, "result rate|cost per result|engagement rate|link click rate|cpm|cpc|cpe|cost per link click|ctr"
                    + "|average frequency"),
                (Segment, "funding source name|funding source id"),
                (Field.Attribute, "results|results type|result type|engagements|tweet engagements|post engagements"
                    + "|retweets|reposts|likes|replies|follows|card engagements"
                    + "|campaign status|campaign start|campaign end|media views|funding source|total budget|daily budget")),
            Threshold = 10,
            TotalWords = ["total", "totals"],
        },
        new()
        {
            Name = "pinterest_ads_manager",
            Title = "Pinterest Ads Manager reports",
            Grade = Grade.Recalled,
            Source = "memory of the report's columns",
            Platform = Platform.Pinterest,
            Needs = [new("spend in account currency|pin clicks|paid pin clicks|pin clicks (paid)", 6),
                new("spend in account currency|spend")],
            Dialect = "",
            Columns = WordList.Of(
                (Day, "date|day"), (AccountName, "advertiser name|account name"),
                (AccountId, "advertiser id|ad account id|account id"),
                (CampaignName, "campaign name"), (CampaignId, "campaign id"), (AdSetName, "ad group name"),
                (AdSetId, "ad group id"),
                (AdName, "promoted pin name|ad name"), (AdId, "promoted pin id|ad id|pin promotion id"), (Age, "age"),
                (Gender, "gender"), (Device, "app type|device"),
                (Spend, "spend in account currency|spend"), (Impressions, "paid impressions|impressions (paid)|impressions"),
                (Clicks, "paid pin clicks|pin clicks (paid)|pin clicks"),
                (LinkClicks, "paid outbound clicks|outbound clicks (paid)|outbound clicks"),
                (Reach, "reach|paid reach"), (Conversions, "total conversions|conversions"),
                (ConversionValue, "total conversions value|total conversion value|conversion value"),
                (Segment, "targeting type|targeting value|interest|keyword"),
                (Rate, "cpc|cpm|ctr|ecpc|ecpm|ectr|cost per result|frequency|roas|outbound ctr|engagement rate|cpa"),
                (Field.Attribute, "saves|engagements|earned impressions|earned pin clicks|results|status|campaign status"
                    + "|campaign objective|daily budget|lifetime budget")),
            TotalWords = ["total", "totals"],
        },
        new()
        {
            Name = "snapchat_ads_manager",
            Title = "Snapchat Ads Manager reports",
            Grade = Grade.Recalled,
            Source = "memory of the report's columns",
            Platform = Platform.Snapchat,
            Needs = [new("swipe ups|swipe-ups|swipe up percent|ad squad name|ad squad id|paid ecpm|paid frequency"
                + "|story opens", 6), new("amount spent|spend")],
            Never = ["swipes"],
            Dialect = "",
            Columns = WordList.Of(
                (Day, "date|day"), (FirstDay, "start date|start time"), (LastDay, "end date|end time"),
                (AccountName, "ad account name|account name"),
                (AccountId, "ad account id|account id"), (Currency, "currency"), (CampaignName, "campaign name"),
                (CampaignId, "campaign id"),
                (AdSetName, "ad set name|ad squad name"), (AdSetId, "ad set id|ad squad id"), (AdName, "ad name"),
                (AdId, "ad id"),
                (Spend, "amount spent|spend"), (Impressions, "paid impressions|impressions"),
                (Clicks, "swipe ups|swipe-ups|clicks"), (Reach, "paid reach|reach"),
                (Purchases, "purchases"), (PurchaseValue, "purchases value|purchase value"),
                (VideoPlays, "video views|2 second video views"),
                (VideoP25Watched, "video views at 25%"), (VideoP50Watched, "video views at 50%"),
                (VideoP75Watched, "video views at 75%"),
                (VideoP100Watched, "video completions|video views at 100%"),
                (Rate, "ecpm|ecpsu|paid ecpm|swipe up percent|paid ecpsu|frequency|paid frequency|ecpc|cost per result"),
                (Field.Attribute, "result|results|story opens|saves|shares|status|delivery status|objective|budget")),
            TotalWords = ["total", "totals"],
        },
        new()
        {
            Name = "reddit_ads_manager",
            Title = "Reddit Ads reports",
            Grade = Grade.Recalled,
            Source = "memory of the report's columns",
            Platform = Platform.Reddit,
            Needs = [new("ecpm", 6), new("amount spent|spend")],
            Never = ["swipe ups", "paid impressions", "displays", "spend in account currency", "account id"],
            Dialect = "",
            Columns = WordList.Of(
                (Day, "date|day"), (AccountName, "account name"), (CampaignName, "campaign name"),
                (CampaignId, "campaign id"), (AdSetName, "ad group name"),
                (AdSetId, "ad group id"), (AdName, "ad name"), (AdId, "ad id"), (Country, "country"), (Region, "region"),
                (Segment, "community|interest|placement"),
                (Spend, "amount spent|spend"), (Impressions, "impressions"), (Clicks, "clicks"), (Reach, "reach"),
                (Purchases, "purchase (total conversions)|purchases"), (PurchaseValue, "purchase total value|purchase value"),
                (Conversions, "conversions|total conversions"), (VideoPlays, "video starts|video views"),
                (Rate, "ecpm|cpc|ctr|cpm|cost per conversion|frequency"),
                (Field.Attribute, "campaign status|ad group status|ad status|upvotes|downvotes|comments|comment upvotes"
                    + "|comment downvotes")),
            TotalWords = ["total", "totals"],
        },
    ];
}
