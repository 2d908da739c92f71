namespace Admetry.Storage.Warehouse;

/// <summary>A dimension table beside a fact <c>f</c>, by its key: one row each, so no fact row is multiplied or lost.</summary>
/// <param name="Needs">The join it stands on, written before it.</param>
sealed record Join(string Sql, Join? Needs = null)
{
    public static Join Date { get; } = new("left join dim_date d on d.date_id = f.date_id");
    public static Join Account { get; } = new("left join dim_account a on a.account_id = f.account_id");
    public static Join Platform { get; } = new("left join dim_platform p on p.platform_id = a.platform_id", Account);
    public static Join AccountClient { get; } = new("left join dim_client cl on cl.client_id = a.client_id", Account);
    public static Join Client { get; } = new("left join dim_client cl on cl.client_id = f.client_id");
    public static Join Campaign { get; } = new("left join dim_campaign ca on ca.campaign_id = f.campaign_id");
    public static Join AdSet { get; } = new("left join dim_adset se on se.adset_id = f.adset_id");
    public static Join Ad { get; } = new("left join dim_ad ad on ad.ad_id = f.ad_id");
    public static Join Creative { get; } = new("left join dim_creative cr on cr.creative_id = f.creative_id");
    public static Join Publisher { get; } = new("left join dim_publisher pu on pu.publisher_id = f.publisher_id");
    public static Join Placement { get; } = new("left join dim_placement pl on pl.placement_id = f.placement_id");
    public static Join Country { get; } = new("left join dim_country co on co.country_id = f.country_id");
    public static Join Age { get; } = new("left join dim_age ag on ag.age_id = f.age_id");
    public static Join Gender { get; } = new("left join dim_gender ge on ge.gender_id = f.gender_id");
    public static Join ActionType { get; } = new("left join dim_action_type ty on ty.action_type_id = f.action_type_id");

    /// <summary>Each once, and what it needs before it.</summary>
    public static IEnumerable<string> InOrder(IEnumerable<Join> joins) =>
        joins.SelectMany(join => join.Needs is null ? [join] : new[] { join.Needs, join }).Distinct().Select(join => join.Sql);
}

/// <summary>How a fact says a dimension.</summary>
/// <param name="Key">What rows are grouped by.</param>
/// <param name="KeyJoins">What <paramref name="Key"/> needs.</param>
/// <param name="Text">What filters compare, and people read.</param>
/// <param name="TextJoins">What <paramref name="Text"/> needs.</param>
/// <param name="Show">Where the text of a key is looked up after summing; null where the key is the text.</param>
sealed record DimensionColumn(string Key, Join[] KeyJoins, string Text, Join[] TextJoins, Show? Show = null)
{
    public static DimensionColumn Plain(string text, params Join[] joins) => new(text, joins, text, joins);
}

/// <summary>A dimension table that turns keys into text.</summary>
sealed record Show(string Table, string Key, string Text);
