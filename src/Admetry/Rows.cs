namespace Admetry;

/// <summary>How far down the account's tree a row reaches. The finest complete source owns an account's day.</summary>
public enum Level : byte { Account = 0, Campaign = 1, AdSet = 2, Ad = 3 }

/// <summary>The dimension that splits a delivery row beyond its ad: rows of one breakdown repeat the same money as rows of another.</summary>
/// <remarks>
/// <c>Value1</c> and <c>Value2</c> of the row hold: Placement (publisher platform, position), AgeGender (age group, gender), Country
/// (ISO 3166 alpha-2, or the name as written), Device, Keyword (text, match type), SearchTerm (text, match type), Other (column name,
/// value). DeviceCountry (device, country) fills both the device and the country breakdown.
/// </remarks>
public enum Breakdown : byte { None, Placement, AgeGender, Country, Device, Keyword, SearchTerm, DeviceCountry, Other }

/// <summary>An action of one type in one attribution window, such as 5 <c>purchase</c> in <c>7d_click</c> worth 500.00.</summary>
/// <param name="Window">1d_click, 7d_click, 28d_click, 1d_view, 7d_view or default.</param>
/// <param name="Value">In the account's currency; 0 where the source gives none.</param>
public readonly record struct ActionCount(string ActionType, string Window, decimal Count, decimal Value);

/// <summary>What a source says of one entity over one stretch of days: a day, or the period of a range total.</summary>
/// <remarks>
/// Days are the account's. An id is text as received; <c>""</c> means the source does not name it, and an entity known by name alone
/// has an empty id and a name. <see cref="Segment"/> keeps every further text column that tells rows apart, so that two rows with
/// equal keys really are one thing said twice.
/// </remarks>
public sealed record DeliveryRow
{
    /// <summary>The line of the file, or the number of the element, counted from 1.</summary>
    public required int Line { get; init; }
    public required AdAccount Account { get; init; }
    public required DateOnly First { get; init; }
    public required DateOnly Last { get; init; }
    public required Level Level { get; init; }
    public string CampaignId { get; init; } = "";
    public string CampaignName { get; init; } = "";

    /// <summary>In the source's own word; the warehouse keeps <see cref="CampaignStates"/>'s. Null: not said.</summary>
    public string? CampaignStatus { get; init; }
    public string? Objective { get; init; }
    public string AdSetId { get; init; } = "";
    public string AdSetName { get; init; } = "";
    public string AdId { get; init; } = "";
    public string AdName { get; init; } = "";
    public string CreativeId { get; init; } = "";
    public string CreativeName { get; init; } = "";
    public Breakdown Breakdown { get; init; }
    public string Value1 { get; init; } = "";
    public string Value2 { get; init; } = "";
    public string Segment { get; init; } = "";
    public Measures Measures { get; init; } = Measures.None;
    public IReadOnlyList<ActionCount> Actions { get; init; } = [];
}

/// <summary>E-mail sends or web visits of one account and campaign, on one day or over a range of days. Counts only; null means not reported.</summary>
public sealed record EngagementRow
{
    public required int Line { get; init; }
    public required AdAccount Account { get; init; }
    public required DateOnly Day { get; init; }

    /// <summary>Of a range total, its last day; null: the row is of one day.</summary>
    public DateOnly? Through { get; init; }

    /// <summary>The last of its days.</summary>
    public DateOnly Last => Through ?? Day;
    public string CampaignId { get; init; } = "";
    public string CampaignName { get; init; } = "";
    public string Segment { get; init; } = "";
    public long? EmailsSent { get; init; }
    public long? Delivered { get; init; }
    public long? Opens { get; init; }
    public long? Clicks { get; init; }
    public long? HardBounces { get; init; }
    public long? SoftBounces { get; init; }
    public long? Unsubscribes { get; init; }
    public long? Complaints { get; init; }
    public long? Pageviews { get; init; }
    public long? WebSessions { get; init; }
    public long? Engaged { get; init; }
    public long? Bounces { get; init; }

    /// <summary>Seconds of all sessions together.</summary>
    public decimal? DurationSeconds { get; init; }
}

/// <summary>Revenue of one order, or of one client, day and channel, in <see cref="Currency"/>, major units.</summary>
public sealed record RevenueRow
{
    public required int Line { get; init; }
    public required string ClientCode { get; init; }
    public required DateOnly Day { get; init; }

    /// <summary>The channel as the source names it, such as <c>google_ads</c>, <c>facebook</c>, <c>email</c> or <c>organic</c>; may be empty.</summary>
    public string ChannelReported { get; init; } = "";
    public string OrderId { get; init; } = "";
    public string Segment { get; init; } = "";
    public required decimal Amount { get; init; }
    public string Currency { get; init; } = "";
    public bool? IsNewCustomer { get; init; }
}

/// <summary>What is known of a client. Null: the source does not say.</summary>
public sealed record ClientRow
{
    public required int Line { get; init; }
    public required string ClientCode { get; init; }
    public string? Name { get; init; }
    public string? Industry { get; init; }
    public string? AccountManager { get; init; }
    public DateOnly? SignupDate { get; init; }
    public string? Currency { get; init; }
}
