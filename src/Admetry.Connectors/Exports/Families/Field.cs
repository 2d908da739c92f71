namespace Admetry.Connectors.Exports.Families;

/// <summary>What a column can mean. The lower snake case of the name is its canonical name in mappings and messages.</summary>
public enum Field : byte
{
    /// <summary>No meaning known: text keeps rows apart, numbers are ignored.</summary>
    Unknown,

    /// <summary>A quotient, such as CTR or CPC: never loaded, recomputed from sums.</summary>
    Rate,

    /// <summary>A property that says nothing of delivery, such as a budget or a bid strategy: not loaded, and does not tell rows apart.</summary>
    Attribute,

    // When
    Day, FirstDay, LastDay, Days, Week, Month,

    // Whose and what
    AccountId, AccountName, Client, Currency, TimeZone,
    CampaignId, CampaignName, CampaignStatus, Objective, AdSetId, AdSetName, AdId, AdName, CreativeId, CreativeName,

    // Split by what
    Device, Country, Age, Gender, PublisherPlatform, Placement, DevicePlatform, Keyword, MatchType, SearchTerm, Network,
        Region, Hour,

    /// <summary>Text that keeps rows apart and has no place of its own.</summary>
    Segment,

    // How an action is counted
    AttributionSetting, ResultIndicator,

    // Delivery
    Spend, Impressions, Clicks, LinkClicks, Reach, LandingPageViews, Conversions, ConversionValue, Purchases, PurchaseValue, Leads,
    AddToCart, VideoPlays, VideoP25Watched, VideoP50Watched, VideoP75Watched, VideoP100Watched, MeasurableImpressions,
    ViewableImpressions, InvalidImpressions, Results, VideoViews3Seconds, ThruPlays,

    // Engagement
    EmailsSent, Delivered, Opens, OpenRate, EmailClicks, ClickRate, HardBounces, SoftBounces, Unsubscribes, Complaints, Pageviews,
    WebSessions, Engaged, Bounces, BounceRate, DurationSeconds, AverageDuration,

    // Revenue and clients
    Amount, Refunded, OrderStatus, Channel, OrderId, IsNewCustomer, ClientName, Industry, AccountManager, SignupDate,
}

/// <summary>How the cells of a field are read.</summary>
public enum FieldKind : byte { Ignored, Text, Id, Date, DateRange, Count, Quantity, Share, Duration, Flag }

/// <summary>Facts about fields.</summary>
public static class Fields
{
    public static int Number { get; } = Enum.GetValues<Field>().Length;

    static readonly string[] Names = [.. Enum.GetNames<Field>().Select(Snake)];

    /// <summary>The canonical name: <c>campaign_name</c>, <c>video_p25_watched</c>.</summary>
    public static string Name(this Field field) => Names[(int)field];

    public static FieldKind Kind(this Field field) => field switch
    {
        Field.Rate or Field.Attribute => FieldKind.Ignored,
        Field.Day or Field.FirstDay or Field.LastDay or Field.SignupDate => FieldKind.Date,
        Field.Days or Field.Week or Field.Month => FieldKind.DateRange,
        Field.AccountId or Field.CampaignId or Field.AdSetId or Field.AdId or Field.CreativeId => FieldKind.Id,
        Field.Spend or Field.Conversions or Field.ConversionValue or Field.Purchases or Field.PurchaseValue or Field.Leads
            or Field.AddToCart or Field.Results or Field.Amount or Field.Refunded or Field.DurationSeconds => FieldKind.Quantity,
        Field.OpenRate or Field.ClickRate or Field.BounceRate => FieldKind.Share,
        Field.AverageDuration => FieldKind.Duration,
        Field.IsNewCustomer => FieldKind.Flag,
        >= Field.Spend and < Field.Amount => FieldKind.Count,
        _ => FieldKind.Text,
    };

    /// <summary>Money, which needs a currency.</summary>
    public static bool IsMoney(this Field field) =>
        field is Field.Spend or Field.ConversionValue or Field.PurchaseValue or Field.Amount
        or Field.Refunded;

    public static bool IsNumber(this Field field) => field.Kind() is FieldKind.Count or FieldKind.Quantity or FieldKind.Share;

    public static bool IsDelivery(this Field field) => field is >= Field.Spend and <= Field.ThruPlays;

    public static bool IsEngagement(this Field field) => field is >= Field.EmailsSent and <= Field.AverageDuration;

    static string Snake(string name) => string.Concat(name.Select((c, i) =>
        char.IsUpper(c) && i > 0 ? $"_{char.ToLowerInvariant(c)}" : $"{char.ToLowerInvariant(c)}"));
}
