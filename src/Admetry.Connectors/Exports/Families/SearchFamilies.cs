using static Admetry.Connectors.Exports.Families.Field;

namespace Admetry.Connectors.Exports.Families;

/// <summary>Reports downloaded from search, retail and display platforms beside Google.</summary>
static class SearchFamilies
{
    static readonly (Field, string)[] MicrosoftWords =
    [
        (Day, "gregorian date|gregoriandate|timeperiod|day|date"), (Week, "week"), (Month, "month"),
        (Hour, "hour of day|hourofday"),
        (AccountName, "account name|accountname|account"), (AccountId, "account id|accountid|account number|accountnumber"),
        (Currency, "currency code|currencycode|currency"), (CampaignName, "campaign name|campaignname|campaign"),
        (CampaignId, "campaign id|campaignid"),
        (CampaignStatus, "campaign status|campaignstatus"), (AdSetName, "ad group|ad group name|adgroupname"),
        (AdSetId, "ad group id|adgroupid"),
        (AdId, "ad id|adid"), (AdName, "ad title|adtitle|title part 1|titlepart1"), (Keyword, "keyword"),
        (SearchTerm, "search term|search query|searchquery"),
        (Field.MatchType, "delivered match type|deliveredmatchtype|bid match type|bidmatchtype|match type"),
        (Device, "device type|devicetype|device"),
        (Network, "network"), (Country, "country/region|country"), (Age, "age group|agegroup"), (Gender, "gender"),
        (Segment, "device os|deviceos|top vs. other|topvsother|language|keyword id|keywordid"),
        (Spend, "spend|ausgaben|depenses|gasto|gastos|spesa"), (Impressions, "impressions|impr."), (Clicks, "clicks"),
        (Conversions, "conversions|conversionsqualified|conversions qualified|conv."),
        (ConversionValue, "revenue|conversion value|conv. value"),
        (Rate, "ctr|average cpc|averagecpc|avg. cpc|average cpm|averagecpm|average position|averageposition|cpa"
            + "|cost per conversion|costperconversion"
            + "|conversion rate|conversionrate|return on ad spend|returnonadspend|quality score|qualityscore|impr. share"
                + "|revenue per conversion"),
        (Field.Attribute, "campaign type|campaigntype|ad status|adstatus|ad group status|adgroupstatus|account status"
            + "|accountstatus|assists|all conversions"
            + "|allconversions|all revenue|allrevenue|budget|bid strategy type|delivery|labels|status"),
    ];

    static Family Microsoft { get; } = new()
    {
        Name = "microsoft_ads",
        Title = "Microsoft Advertising reports with header block and footer",
        Grade = Grade.Seen,
        Source = "a report quoted in public, and the platform's reporting guide",
        Platform = Platform.Microsoft,
        Columns = WordList.Of(MicrosoftWords),
        Dialect = "",
        Required = [[Spend, Impressions, Clicks]],
        Marks = ["report name:", "last completed available", "potential incomplete data", "microsoft corporation",
            "microsoft advertising"],
        Never = ["cost"],
        Threshold = 4,
        TotalLabels = ["overall total", "total -", "total:"],
        TotalWords = ["total", "grand total"],
    };

    public static IReadOnlyList<Family> All { get; } =
    [
        Microsoft,
        Microsoft with
        {
            Name = "microsoft_ads_plain",
            Title = "Microsoft Advertising reports without header block, columns as the interface names them",
            Needs = [new("timeperiod|gregoriandate|gregorian date", 5), new("spend")],
            Marks = [],
        },
        Microsoft with
        {
            Name = "microsoft_ads_grid",
            Title = "Microsoft Advertising pages downloaded as they are shown",
            Grade = Grade.Recalled,
            Source = "memory of the page's columns",
            Needs = [new("spend"), new("impr.", 5)],
            Marks = [],
        },
        new()
        {
            Name = "amazon_ads",
            Title = "Amazon Ads sponsored products, brands and display reports",
            Grade = Grade.Seen,
            Source = "column lists of real reports in public repositories",
            Platform = Platform.Amazon,
            Needs =
            [
                new("7 day total sales|14 day total sales|30 day total sales|1 day total sales|7 day total orders (#)"
                    + "|14 day total orders (#)|30 day total orders (#)", 6),
                new("spend"),
            ],
            Columns = WordList.Of(
                (Day, "date"), (FirstDay, "start date"), (LastDay, "end date"), (Currency, "currency"),
                (AccountName, "account name|advertiser name"),
                (CampaignName, "campaign name"), (CampaignId, "campaign id"), (AdSetName, "ad group name"),
                (AdSetId, "ad group id"),
                (AdName, "advertised asin"), (SearchTerm, "customer search term"), (Keyword, "targeting"),
                (Field.MatchType, "match type"),
                (Country, "country"),
                (Segment, "portfolio name|advertised sku|placement|retailer|bidding strategy|purchased asin"),
                (Spend, "spend"), (Impressions, "impressions"), (Clicks, "clicks"),
                (Conversions, "7 day total orders (#)|14 day total orders (#)|30 day total orders (#)"),
                (ConversionValue, "7 day total sales|14 day total sales|30 day total sales"),
                (Rate, "click-thru rate (ctr)|cost per click (cpc)|total advertising cost of sales (acos)"
                    + "|total return on advertising spend (roas)"
                    + "|7 day conversion rate|14 day conversion rate|cost per 1,000 viewable impressions (vcpm)"),
                (Field.Attribute, "7 day total units (#)|14 day total units (#)|7 day advertised sku units (#)"
                    + "|7 day other sku units (#)|7 day advertised sku sales"
                    + "|7 day other sku sales|status|budget|campaign status|program type|targeting type")),
        },
        new()
        {
            Name = "apple_search_ads",
            Title = "Apple Search Ads reports",
            Grade = Grade.Recalled,
            Source = "memory of the report's columns",
            Platform = Platform.Apple,
            Needs = [new("taps", 5), new("spend|local spend")],
            Never = ["local spend amount"],
            Dialect = "",
            Columns = WordList.Of(
                (Day, "date|day"), (AccountName, "campaign group|campaign group name|organization name"),
                (AccountId, "campaign group id|org id"),
                (CampaignName, "campaign name|campaign"), (CampaignId, "campaign id"), (AdSetName, "ad group name|ad group"),
                (AdSetId, "ad group id"),
                (AdName, "ad name"), (AdId, "ad id"), (Keyword, "keyword"), (SearchTerm, "search term"),
                (Field.MatchType, "match type|search match source"),
                (Country, "country or region|countries or regions|storefront"), (Spend, "spend|local spend"),
                (Impressions, "impressions"),
                (Clicks, "taps"), (Conversions,
                    "installs (total)|total installs|installs|installs (tap-through)|conversions|downloads"),
                (Segment, "keyword id|app name|adam id"),
                (Rate, "ttr|cr|avg cpa|avg cpt|avg cpm|avg cpa (total)|avg cpa (tap-through)|tap-through rate"),
                (Field.Attribute, "new downloads|redownloads|new downloads (total)|redownloads (total)"
                    + "|installs (view-through)|lat on installs|lat off installs|bid|status")),
            TotalWords = ["total", "totals", "grand total"],
        },
        new()
        {
            Name = "criteo",
            Title = "Criteo campaign statistics",
            Grade = Grade.Recalled,
            Source = "quirks known from real files, columns from memory",
            Platform = Platform.Criteo,
            Needs = [new("displays", 5), new("clicks"), new("advertisercost|advertiser cost|cost")],
            Dialect = "",
            Columns = WordList.Of(
                (Day, "day|date"), (Hour, "hour"), (Week, "week"), (Month, "month"),
                (AccountName, "advertiser|advertiser name|advertisername"),
                (AccountId, "advertiser id|advertiserid"), (Currency, "currency"),
                (CampaignName, "campaign|campaign name|campaignname"),
                (CampaignId, "campaign id|campaignid"), (AdSetName, "ad set|adset|adsetname|ad set name"),
                (AdSetId, "ad set id|adsetid"),
                (AdName, "ad|ad name|adname"), (AdId, "ad id|adid"), (Device, "device"),
                (Segment, "os|category|categoryid|channel"),
                (Spend, "advertisercost|advertiser cost|cost"), (Impressions, "displays"), (Clicks, "clicks"),
                (Conversions, "sales|salesallpc30d|salespc30d|sales all pc 30d|post click sales"),
                (ConversionValue, "revenue|revenuegeneratedallpc30d|revenuegeneratedpc30d|sales revenue|post click revenue"),
                (Rate, "ctr|cpc|ecpm|cpm|cr|cpo|cos|cvr|aov|roas|avgcart|win rate")),
            TotalWords = ["total", "totals"],
        },
    ];
}
