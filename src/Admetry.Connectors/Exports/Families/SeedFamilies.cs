namespace Admetry.Connectors.Exports.Families;

/// <summary>The six raw sources of the marketing pipeline specification. Rows appended later are increments.</summary>
static class SeedFamilies
{
    const string Specification = "the marketing pipeline's specification";

    public static Family GoogleAds { get; } = new()
    {
        Name = "seed_google_ads",
        Title = "a pipeline's Google Ads rows",
        Grade = Grade.Seen,
        Source = Specification,
        Platform = Platform.Google,
        Columns = Words(
            ("campaign id", Field.CampaignId), ("client id", Field.Client), ("date", Field.Day), ("clicks", Field.Clicks),
            ("impressions", Field.Impressions), ("cost usd", Field.Spend), ("device type", Field.Device), ("geo", Field.Country)),
        Signs = All("campaign id", "client id", "date", "cost usd"),
        Threshold = 12,
        Currency = "USD",
        RowsCarryBreakdowns = true,
        ClientIsAccount = true,
    };

    /// <summary>Has reach and no impressions; names the client's column otherwise than its sisters.</summary>
    public static Family FacebookAds { get; } = new()
    {
        Name = "seed_facebook_ads",
        Title = "a pipeline's Facebook rows",
        Grade = Grade.Seen,
        Source = Specification,
        Platform = Platform.Meta,
        Columns = Words(
            ("fb campaign id", Field.CampaignId), ("client", Field.Client), ("date", Field.Day), ("clicks", Field.Clicks),
            ("reach", Field.Reach), ("impressions", Field.Impressions), ("spend", Field.Spend), ("platform", Field.PublisherPlatform),
            ("geo", Field.Country)),
        Signs = All("fb campaign id", "client", "date", "spend"),
        Threshold = 12,
        Currency = "USD",
        RowsCarryBreakdowns = true,
        ClientIsAccount = true,
        LowerCaseBreakdowns = true,
    };

    public static Family EmailCampaigns { get; } = new()
    {
        Name = "seed_email_campaigns",
        Title = "a pipeline's e-mail campaigns",
        Grade = Grade.Seen,
        Source = Specification,
        Platform = Platform.Email,
        Target = Target.Engagement,
        Columns = Words(
            ("email id", Field.CampaignId), ("client id", Field.Client), ("date", Field.Day), ("emails sent", Field.EmailsSent),
            ("open rate", Field.OpenRate), ("click rate", Field.ClickRate), ("subject line", Field.CampaignName)),
        Signs = All("email id", "client id", "date", "emails sent"),
        Threshold = 12,
        ClientIsAccount = true,
    };

    public static Family WebTraffic { get; } = new()
    {
        Name = "seed_web_traffic",
        Title = "a pipeline's web traffic",
        Grade = Grade.Seen,
        Source = Specification,
        Platform = Platform.Web,
        Target = Target.Engagement,
        Columns = Words(
            ("client id", Field.Client), ("date", Field.Day), ("pageviews", Field.Pageviews), ("sessions", Field.WebSessions),
            ("bounce rate", Field.BounceRate), ("avg session duration", Field.AverageDuration)),
        Signs = All("client id", "date", "pageviews", "sessions"),
        Threshold = 12,
        ClientIsAccount = true,
    };

    public static Family Clients { get; } = new()
    {
        Name = "seed_clients",
        Title = "a pipeline's clients",
        Grade = Grade.Seen,
        Source = Specification,
        Target = Target.Clients,
        Columns = Words(
            ("client id", Field.Client), ("name", Field.ClientName), ("industry", Field.Industry),
            ("account manager", Field.AccountManager), ("signup date", Field.SignupDate)),
        Signs = [.. All("client id", "name", "industry", "account manager", "signup date")],
        Required = [[Field.Client], [Field.ClientName]],
        Threshold = 12,
        LaterRowsWin = true,
    };

    public static Family Revenue { get; } = new()
    {
        Name = "seed_revenue",
        Title = "a pipeline's revenue",
        Grade = Grade.Seen,
        Source = Specification,
        Target = Target.Revenue,
        Columns = Words(
            ("client id", Field.Client), ("date", Field.Day), ("channel", Field.Channel), ("attributed revenue", Field.Amount)),
        Signs = All("client id", "date", "channel", "attributed revenue"),
        Threshold = 12,
        Currency = "USD",
    };

    public static IReadOnlyList<Family> All() => [GoogleAds, FacebookAds, EmailCampaigns, WebTraffic, Clients, Revenue];

    static Sign[] All(params string[] columns) => WordList.Signs(columns);

    static Dictionary<string, Word> Words(params (string Column, Field Field)[] words) =>
        WordList.Of([.. words.Select(word => (word.Field, word.Column))]);
}
