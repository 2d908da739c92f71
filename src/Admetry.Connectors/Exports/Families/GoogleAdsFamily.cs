namespace Admetry.Connectors.Exports.Families;

/// <summary>Reports downloaded from Google Ads, at any level, with or without days.</summary>
/// <remarks>A title, a range of dates, the header, rows, and several totals rows of which the first covers the rows.</remarks>
static class GoogleAdsFamily
{
    public static Family Reports { get; } = new()
    {
        Name = "google_ads_ui",
        Title = "Google Ads reports, CSV or Excel",
        Grade = Grade.Seen,
        Source = "real exports in public repositories",
        Platform = Platform.Google,
        Languages = Lexicon.Tongues,
        Dialect = Lexicon.Google,
        Required =
        [
            [Field.Spend, Field.Impressions, Field.Clicks],
            [
                Field.CampaignName, Field.CampaignId, Field.AdSetName, Field.AdName, Field.AdId, Field.Keyword, Field.SearchTerm,
                Field.AccountName, Field.AccountId, Field.Day,
            ],
        ],
        PreamblePoints = 2,
        TotalsPoints = 2,
        Never = ["taps", "displays", "swipe ups", "clicks (destination)", "cpc (destination)", "7 day total sales",
            "14 day total sales", "engaged sessions", "gregorian date", "gregoriandate", "timeperiod", "spend", "start date (in utc)",
            "date (in utc)", "day (in utc)", "ausgaben", "depenses", "gasto", "gastos", "spesa"],
        Threshold = 4,
        TotalLabels = ["total:", "total :", "gesamt:", "gesamt :", "gesamtwert:", "totale:", "totale :", "totaal:", "totaal :",
            "合計:", "合計 :", "lacznie:", "razem:", "suma:", "всего:", "итого:", "toplam:", "totalt:", "i alt:",
            "总计:", "总计：", "總計:", "總計：", "총계:", "합계:"],
        TotalWords = ["total", "totals", "grand total", "gesamt", "totale", "totaal", "合計", "lacznie", "razem", "suma", "всего", "итого", "toplam", "totalt", "i alt",
            "总计", "總計", "합계", "총계"],
        AccountTotals = ["account", "konto", "compte", "cuenta", "conta", "アカウント", "аккаунт", "hesap", "akun", "帐号", "账号", "帳戶", "계정"],
        RowTotals =
        [
            "campaigns", "ad groups", "ads", "keywords", "search terms", "ads & assets", "ads and assets", "assets",
            "kampagnen", "anzeigengruppen", "anzeigen", "suchbegriffe", "campagnes", "groupes d'annonces", "annonces", "mots cles",
            "termes de recherche", "campanas", "grupos de anuncios", "anuncios", "palabras clave", "terminos de busqueda", "campagne",
            "gruppi di annunci", "annunci", "parole chiave", "termini di ricerca", "campanhas", "palavras-chave", "termos de pesquisa",
            "advertentiegroepen", "advertenties", "zoekwoorden", "zoektermen", "キャンペーン", "広告グループ",
            "広告", "検索キーワード", "検索語句", "kampanie", "grupy reklam", "reklamy", "slowa kluczowe", "wyszukiwane hasla", "кампании",
            "группы объявлений", "объявления", "ключевые слова", "поисковые запросы", "kampanyalar", "reklam gruplari", "reklamlar",
            "anahtar kelimeler", "arama terimleri", "kampanye", "grup iklan", "iklan", "kata kunci", "istilah penelusuran",
            "kampanjer", "annonsgrupper", "annonser", "sokord", "soktermer", "kampagner", "annoncegrupper", "annoncer", "sogeord", "sogetermer",
            "annonsegrupper", "sokeord", "soketermer", "广告系列", "广告组", "广告", "关键字", "搜索字词", "廣告活動", "廣告群組", "廣告", "關鍵字", "搜尋字詞",
            "캠페인", "광고그룹", "광고", "키워드", "검색어",
        ],
    };
}
