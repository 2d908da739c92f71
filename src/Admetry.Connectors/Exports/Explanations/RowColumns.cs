using System.Globalization;

namespace Admetry.Connectors.Exports.Explanations;

/// <summary>Rows as text, column by column, under their canonical names.</summary>
static class RowColumns
{
    static readonly (string Name, Func<DeliveryRow, object?> Of)[] Delivery =
    [
        ("line", row => row.Line), ("first_day", row => row.First), ("last_day", row => row.Last == row.First ? null : row.Last),
        ("account", row => Named(row.Account.ExternalId, row.Account.Name)), ("client", row => row.Account.ClientCode), ("currency", row => row.Account.Currency),
        ("campaign", row => Named(row.CampaignId, row.CampaignName)), ("ad_set", row => Named(row.AdSetId, row.AdSetName)),
        ("ad", row => Named(row.AdId, row.AdName)), ("breakdown", row => row.Breakdown is Breakdown.None ? null : row.Breakdown),
        ("value_1", row => row.Value1), ("value_2", row => row.Value2),
    ];

    static readonly (string Name, bool IsMoney, Func<Measures, decimal?> Of)[] Counted =
    [
        ("spend", true, row => row.Spend), ("impressions", false, row => row.Impressions), ("clicks", false, row => row.Clicks),
        ("link_clicks", false, row => row.LinkClicks), ("conversions", false, row => row.Conversions),
        ("conversion_value", true, row => row.ConversionValue), ("purchases", false, row => row.Purchases),
        ("purchase_value", true, row => row.PurchaseValue), ("leads", false, row => row.Leads), ("add_to_cart", false, row => row.AddToCart),
        ("landing_page_views", false, row => row.LandingPageViews), ("video_plays", false, row => row.VideoPlays),
    ];

    static readonly (string Name, Func<EngagementRow, object?> Of)[] Engagement =
    [
        ("line", row => row.Line), ("first_day", row => row.Day), ("last_day", row => row.Through), ("account", row => Named(row.Account.ExternalId, row.Account.Name)),
        ("client", row => row.Account.ClientCode), ("campaign", row => Named(row.CampaignId, row.CampaignName)),
    ];

    static readonly (string Name, Func<EngagementRow, decimal?> Of)[] Engaged =
    [
        ("emails_sent", row => row.EmailsSent), ("delivered", row => row.Delivered), ("opens", row => row.Opens), ("clicks", row => row.Clicks),
        ("hard_bounces", row => row.HardBounces), ("soft_bounces", row => row.SoftBounces), ("unsubscribes", row => row.Unsubscribes),
        ("complaints", row => row.Complaints), ("pageviews", row => row.Pageviews), ("web_sessions", row => row.WebSessions),
        ("engaged", row => row.Engaged), ("bounces", row => row.Bounces),
    ];

    /// <summary>The cells of a row with their names; a cell without a value is null.</summary>
    public static IEnumerable<(string Name, string? Text)> Cells(ReadItem item) => item switch
    {
        DeliveryItem { Row: var row } =>
            [.. Delivery.Select(column => (column.Name, Text(column.Of(row)))), .. Counted.Select(column => (column.Name, Text(column.Of(row.Measures))))],
        EngagementItem { Row: var row } =>
            [.. Engagement.Select(column => (column.Name, Text(column.Of(row)))), .. Engaged.Select(column => (column.Name, Text(column.Of(row))))],
        RevenueItem { Row: var row } =>
        [
            ("line", Text(row.Line)), ("day", Text(row.Day)), ("client", Text(row.ClientCode)), ("channel", Text(row.ChannelReported)),
            ("order_id", Text(row.OrderId)), ("amount", Text(row.Amount)), ("currency", Text(row.Currency)),
        ],
        ClientItem { Row: var row } =>
        [
            ("line", Text(row.Line)), ("client", Text(row.ClientCode)), ("name", Text(row.Name)), ("industry", Text(row.Industry)),
            ("account_manager", Text(row.AccountManager)), ("signup_date", Text(row.SignupDate)), ("currency", Text(row.Currency)),
        ],
        _ => [],
    };

    /// <summary>What the row adds to each measure, with the currency of money.</summary>
    public static IEnumerable<(string Name, string Currency, decimal Value)> Amounts(ReadItem item) => item switch
    {
        DeliveryItem { Row: var row } => from column in Counted
                                         let value = column.Of(row.Measures)
                                         where value is not null
                                         select (column.Name, column.IsMoney ? row.Account.Currency : "", value.Value),
        EngagementItem { Row: var row } => from column in Engaged
                                           let value = column.Of(row)
                                           where value is not null
                                           select (column.Name, "", value.Value),
        RevenueItem { Row: var row } => [("amount", row.Currency, row.Amount)],
        _ => [],
    };

    /// <summary>From the row's first to its last day; null for a client.</summary>
    public static DateRange? Days(ReadItem item) => item switch
    {
        DeliveryItem { Row: var row } => new(row.First, row.Last),
        EngagementItem { Row: var row } => new(row.Day, row.Last),
        RevenueItem { Row: var row } => DateRange.Day(row.Day),
        _ => null,
    };

    static string Named(string id, string? name) => string.IsNullOrEmpty(name) ? id : id is "" ? name : $"{name} ({id})";

    static string? Text(object? value) => value switch
    {
        null or "" => null,
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        decimal number => number.ToString("0.######", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture),
    };
}
