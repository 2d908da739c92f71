using static Admetry.Connectors.Exports.Families.Field;

namespace Admetry.Connectors.Exports.Families;

/// <summary>Reports of visits and of unpaid search.</summary>
static class WebFamilies
{
    // What Search Console calls its columns, in the languages of the lexicon.
    const string Clicked = "clicks|klicks|clics|clic|cliques|klikken|クリック数|klikniecia|клики|tıklamalar|klik|klick|klikk|点击次数|點擊|點擊次數|클릭수|클릭";
    const string Shown = "impressions|impressionen|impresiones|impressioni|impressoes|vertoningen|表示回数|wyswietlenia|показы|gosterimler|tayangan|exponeringar|eksponeringer|visninger|visningar|展示|展示次数|曝光|曝光次數|노출|노출수";
    const string Placed = "position|posicion|posizione|posicao|positie|掲載順位|pozycja|позиция|konum|posisi|posisjon|排名|평균 게재순위|게재순위";
    const string ClickRate = "ctr|to|点击率|點閱率|클릭률";

    public static IReadOnlyList<Family> All { get; } =
    [
        new()
        {
            Name = "google_analytics_4",
            Title = "Google Analytics 4 reports and explorations",
            Grade = Grade.Recalled,
            Source = "quirks known from real files, columns from memory",
            Platform = Platform.GoogleAnalytics,
            Target = Target.Engagement,
            Required = [[WebSessions, Pageviews, Engaged]],
            Signs =
            [
                new("engaged sessions", 4), new("event count", 2),
                new("page path and screen class|page title and screen class|page path", 3),
                new("landing page|landing page + query string", 2),
                new("session default channel group|session primary channel group (default channel group)"
                    + "|first user default channel group|default channel group", 4),
                new("session source / medium|session source|session medium|session campaign|session manual campaign name",
                    4), new("active users|total users|new users", 1),
                new("average engagement time per session|engaged sessions per active user"
                    + "|average engagement time per active user", 3), new("date", 1), new("key events", 2),
            ],
            Marks = ["# start date", "# end date"],
            Never = ["pages / session", "% new sessions", "client id"],
            Columns = WordList.Of(
                (Day, "date"), (CampaignName, "session campaign|session manual campaign name|campaign"),
                (CampaignId, "session campaign id|session google ads campaign id"),
                (WebSessions, "sessions"), (Engaged, "engaged sessions"), (Pageviews, "views|screen page views|screenpageviews"),
                (BounceRate, "bounce rate"), (DurationSeconds, "user engagement"), (AverageDuration, "average session duration"),
                (Rate, "engagement rate|average engagement time per session|average engagement time per active user"
                    + "|average engagement time|events per session"
                    + "|engaged sessions per active user|engaged sessions per user|views per active user"
                        + "|views per session|views per user|session key event rate|user key event rate"),
                (Field.Attribute, "nth day|users|active users|total users|new users|returning users|event count"
                    + "|key events|conversions|total revenue|purchase revenue|transactions")),
            Threshold = 5,
            TotalWords = ["grand total", "total", "totals"],
            BlankEntityIsTotal = true, // a visit without a page or campaign reads "(not set)"
        },
        new()
        {
            Name = "universal_analytics",
            Languages = "English, German",
            Title = "Universal Analytics reports",
            Grade = Grade.Seen,
            Source = "real exports in public repositories",
            Platform = Platform.GoogleAnalytics,
            Target = Target.Engagement,
            Required = [[WebSessions, Pageviews]],
            Signs =
            [
                new("day index", 5), new("% new sessions", 4), new("pages / session|seiten/sitzung", 4),
                new("avg. session duration|durchschn. sitzungsdauer", 4),
                new("unique pageviews", 3), new("goal completions|ecommerce conversion rate|goal conversion rate", 2),
                new("bounce rate|absprungrate", 1),
            ],
            Never = ["engaged sessions", "client id"],
            Columns = WordList.Of(
                (Day, "day index|date|datum|tagesindex"), (CampaignName, "campaign|kampagne"),
                (WebSessions, "sessions|sitzungen"), (Pageviews, "pageviews|seitenaufrufe"),
                (BounceRate, "bounce rate|absprungrate"), (AverageDuration, "avg. session duration|durchschn. sitzungsdauer"),
                (Rate, "pages / session|seiten/sitzung|% new sessions|% neue sitzungen|% exit|avg. time on page"
                    + "|ecommerce conversion rate|goal conversion rate|page value"),
                (Field.Attribute, "users|nutzer|new users|neue nutzer|unique pageviews|entrances|transactions|revenue"
                    + "|goal completions|goal value")),
            PreamblePoints = 2,
            Threshold = 5,
            TotalWords = ["total", "totals", "grand total"],
            BlankEntityIsTotal = true,
        },
        new()
        {
            Name = "search_console",
            Title = "Search Console performance: dates, queries, pages, countries and devices",
            Grade = Grade.Seen,
            Source = "real exports in public repositories",
            Platform = Platform.SearchConsole,
            Languages = Lexicon.Tongues,
            Needs = [new(Clicked, 1),
                new(Shown, 1), new(ClickRate, 2),
                new(Placed, 5)],
            Never = ["spend", "cost", "amount spent"],
            Columns = WordList.Of(
                (Day, "date|dates|datum|fecha|data|日付|дата|tarih|tanggal|dato|日期|날짜"),
                (SearchTerm, "top queries|query|queries|haufigste suchanfragen|principales consultas"
                    + "|requetes les plus frequentes|query principali|principais consultas|populairste zoekopdrachten|上位のクエリ|najczestsze zapytania|популярные запросы"
                    + "|en cok yapılan sorgular|kueri teratas|热门查询|排名靠前的查询|熱門查詢項目|인기 검색어"),
                (Country, "country|land|pays|pais|paese|国|kraj|страна|ülke|negara|国家/地区|國家/地區|국가"), (Device, "device|gerat|appareil|dispositivo|apparaat|デバイス|urzadzenie|устройство|cihaz|perangkat|enhet|enhed|设备|裝置|기기"),
                (Segment, "top pages|page|pages|beste seiten|die haufigsten seiten|paginas principales"
                    + "|pages les plus populaires|search appearance|上位のページ|najpopularniejsze strony|популярные страницы|halaman teratas|热门网页|排名靠前的网页|熱門網頁|인기 페이지"),
                (Clicks, Clicked), (Impressions, Shown), (Rate, $"{ClickRate}|{Placed}")),
            Threshold = 9,
        },
    ];
}
