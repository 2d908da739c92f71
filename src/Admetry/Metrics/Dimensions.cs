namespace Admetry.Metrics;

/// <summary>Every dimension there is. Key 0 of the warehouse's dimensions shows as Unknown, unknown or nothing.</summary>
public static class Dimensions
{
    public static Dimension Date { get; } = new("date", "Date", "The account's day, such as 2024-01-31.", TimePart.Date);
    public static Dimension Week { get; } = new("week", "Week", "ISO 8601 week, Monday first, such as 2024-W05.", TimePart.Week);
    public static Dimension Month { get; } = new("month", "Month", "Calendar month, such as 2024-01.", TimePart.Month);
    public static Dimension Quarter { get; } = new("quarter", "Quarter", "Calendar quarter, such as 2024-Q4.", TimePart.Quarter);
    public static Dimension Year { get; } = new("year", "Year", "Calendar year, such as 2024.", TimePart.Year);
    public static Dimension DayOfWeek { get; } =
        new("day_of_week", "Day of week", "1 is Monday and 7 is Sunday.", TimePart.DayOfWeek);

    /// <summary>The keys of period rows; only <see cref="Grain.Period"/> shows them.</summary>
    public static Dimension FirstDay { get; } = new("first_day", "First day", "The first day of a period row.", TimePart.FirstDay);
    public static Dimension LastDay { get; } = new("last_day", "Last day", "The last day of a period row.", TimePart.LastDay);

    public static Dimension Platform { get; } = new("platform", "Platform", "Where advertising runs, by its code, such as google_ads.");
    public static Dimension Channel { get; } =
        new("channel", "Channel", "search, social, display, video, ctv, email, affiliate, organic, direct or unknown.");
    public static Dimension Client { get; } = new("client", "Client", "The client's code, such as C101.");
    public static Dimension ClientName { get; } = new("client_name", "Client name", "The client by name; equal names stay apart.");
    public static Dimension Account { get; } = new("account", "Account", "The platform's account, by name; equal names stay apart.");
    public static Dimension AccountId { get; } = new("account_id", "Account id", "The account's id at its platform.");
    public static Dimension Campaign { get; } = new("campaign", "Campaign", "The campaign by name; equal names stay apart.");
    public static Dimension CampaignId { get; } = new("campaign_id", "Campaign id", "The campaign's id at its platform.");
    public static Dimension CampaignStatus { get; } = new("campaign_status", "Status", "The campaign's status when it was last loaded: ACTIVE, PAUSED, COMPLETED, DELETED, or a word of the platform's that is none of them.");
    public static Dimension Objective { get; } = new("objective", "Objective", "What the campaign was set up for.");
    public static Dimension BillingModel { get; } = new("billing_model", "Billing model", "What the advertiser pays for: CPM, CPC, CPA or CPCV.");
    public static Dimension AdSet { get; } = new("ad_set", "Ad set", "The ad set, ad group or line by name; equal names stay apart.");
    public static Dimension AdSetId { get; } = new("ad_set_id", "Ad set id", "The ad set's id at its platform.");
    public static Dimension Ad { get; } = new("ad", "Ad", "The ad by name; equal names stay apart.");
    public static Dimension AdId { get; } = new("ad_id", "Ad id", "The ad's id at its platform.");
    public static Dimension Creative { get; } = new("creative", "Creative", "The creative by name; equal names stay apart.");
    public static Dimension CreativeId { get; } = new("creative_id", "Creative id", "The creative's id at its platform.");
    public static Dimension Format { get; } = new("format", "Format", "The kind of creative: banner, native, video, carousel or text.");
    public static Dimension Publisher { get; } = new("publisher", "Publisher", "Who owns the place where the ad was shown, by name; equal names stay apart.");
    public static Dimension PublisherCategory { get; } = new("publisher_category", "Publisher category", "What the publisher writes about, by the IAB content taxonomy.");
    public static Dimension PublisherTier { get; } = new("publisher_tier", "Publisher tier", "A, B or C by quality, or MFA: made for advertising.");
    public static Dimension DealType { get; } = new("deal_type", "Deal type", "How the impression was bought: open auction, private marketplace (PMP) or direct.");
    public static Dimension Hour { get; } = new("hour", "Hour", "The hour of the account's day, 00 to 23.");
    public static Dimension Interest { get; } = new("interest", "Interest", "What the audience is interested in, as the exchange knows it.");
    public static Dimension Placement { get; } =
        new("placement", "Placement", "The publisher's surface, such as facebook, instagram or web.");
    public static Dimension Position { get; } = new("position", "Position", "The place on that surface, such as feed or stories.");
    public static Dimension Country { get; } = new("country", "Country", "ISO 3166 code of two letters.");
    public static Dimension Device { get; } = new("device", "Device", "The kind of device, as the platform names it.");
    public static Dimension Age { get; } = new("age", "Age", "Age group, such as 25-34.");
    public static Dimension Gender { get; } = new("gender", "Gender", "male, female or unknown.");
    public static Dimension Keyword { get; } = new("keyword", "Keyword", "The keyword that was bid on.");
    public static Dimension SearchTerm { get; } = new("search_term", "Search term", "What was searched for.");
    public static Dimension MatchType { get; } = new("match_type", "Match type", "How the keyword or the search term was matched.");
    public static Dimension ActionType { get; } = new("action_type", "Action type", "What was done after the ad, such as purchase.");
    public static Dimension AttributionWindow { get; } =
        new("attribution_window", "Attribution window", "1d_click, 7d_click, 28d_click, 1d_view, 7d_view or default; they contain each other.");
    public static Dimension ReportedChannel { get; } =
        new("reported_channel", "Reported channel", "The channel of client revenue in the words of the client's books, such as facebook.");
    public static Dimension Currency { get; } = new("currency", "Currency", "The account's currency, ISO 4217.");

    /// <summary>All that can be asked for, in the order people read them.</summary>
    public static IReadOnlyList<Dimension> All { get; } =
    [
        Date, Week, Month, Quarter, Year, DayOfWeek, Platform, Channel, Client, ClientName, Account, AccountId, Campaign, CampaignId,
        CampaignStatus, Objective, BillingModel, AdSet, AdSetId, Ad, AdId, Creative, CreativeId, Format, Publisher, PublisherCategory, PublisherTier,
        DealType, Placement, Position, Country, Device, Hour, Age, Gender, Interest,
        Keyword, SearchTerm, MatchType, ActionType, AttributionWindow, ReportedChannel,
        Currency,
    ];

    /// <returns>Null when there is no dimension of that name.</returns>
    public static Dimension? Find(string name) =>
        All.FirstOrDefault(dimension => dimension.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
}
