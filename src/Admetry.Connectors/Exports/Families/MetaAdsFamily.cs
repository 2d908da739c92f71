namespace Admetry.Connectors.Exports.Families;

/// <summary>Reports downloaded from Meta Ads Manager, at any level, with or without days and breakdowns.</summary>
/// <remarks>The currency stands in the header; the totals row names no campaign and comes first or last.</remarks>
static class MetaAdsFamily
{
    public static Family AdsManager { get; } = new()
    {
        Name = "meta_ads_manager",
        Title = "Meta Ads Manager exports, all levels",
        Grade = Grade.Seen,
        Source = "real exports in public repositories",
        Platform = Platform.Meta,
        Languages = Lexicon.Tongues,
        Dialect = Lexicon.Meta,
        DialectPoints = new Dictionary<Field, int> { [Field.Spend] = 4, [Field.Attribute] = 1, [Field.Leads] = 1 },
        Required =
        [
            [Field.Spend, Field.Impressions, Field.Reach, Field.Results, Field.LinkClicks],
            [
                Field.CampaignName, Field.CampaignId, Field.AdSetName, Field.AdSetId, Field.AdName, Field.AdId, Field.AccountName,
                Field.AccountId, Field.FirstDay, Field.Day,
            ],
        ],
        Never = ["paid impressions", "swipe ups", "swipe-ups", "ad squad name", "ad squad id", "paid ecpm", "ecpm", "time period", "taps", "displays", "pin clicks",
            "spend in account currency", "start date (in utc)", "date (in utc)", "day (in utc)"],
        Threshold = 4,
        TotalWords = ["total", "totals", "grand total", "gesamt", "totale", "totaal", "合計", "lacznie", "razem", "suma", "итого", "всего", "toplam", "totalt", "i alt",
            "总计", "總計", "합계", "총계"],
        BlankEntityIsTotal = true,
        HasActions = true,
        LowerCaseBreakdowns = true,
    };
}
