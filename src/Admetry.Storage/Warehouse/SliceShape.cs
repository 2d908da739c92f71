namespace Admetry.Storage.Warehouse;

/// <summary>A family of slices that one table holds: which staged rows it takes, and which of the table's rows are its own.</summary>
/// <param name="Name">What the ledger calls it: <c>core</c>, <c>country</c>, <c>device</c>, <c>period</c>, <c>period:age_gender</c> …</param>
/// <param name="Extra">The table's key columns beyond day and ad tree, with the staged expression of each.</param>
/// <param name="Own">Which of the table's rows are this family's, over alias f; empty means all.</param>
/// <param name="Takes">Which staged rows it takes, over alias s.</param>
sealed record SliceShape(
    string Name, string Table, bool IsPeriod, IReadOnlyList<(string Column, string Value)> Extra, IReadOnlyList<string> Measures,
    string Own, string Takes)
{
    static readonly string[] Tree = ["account_id", "campaign_id", "adset_id", "ad_id", "creative_id"];

    static readonly (string, string)[] Values = [("breakdown", "p.breakdown"), ("value_1", "p.value_1"), ("value_2", "p.value_2")];

    public IReadOnlyList<string> Days => IsPeriod ? ["first_day", "last_day"] : ["date_id"];

    /// <summary>The slice of a fact row as two day keys, over alias f.</summary>
    public (string First, string Last) SliceOf => IsPeriod ? (Key("f.first_day"), Key("f.last_day")) : ("f.date_id", "f.date_id");

    public IReadOnlyList<string> Keys => [.. Days, .. Tree, .. Extra.Select(pair => pair.Column)];

    public bool HasLoadedAt => Table is "fact_core_metrics" or "fact_period_metrics";

    public string AndOwn => Own is "" ? "" : $" and {Own}";

    /// <summary>The shapes that a staged part fills.</summary>
    public static IEnumerable<SliceShape> Of(StagedRows staged)
    {
        foreach (var isPeriod in new[] { false, true })
        {
            if (isPeriod ? !staged.HasPeriods : !staged.HasDays)
                continue;

            yield return Among(staged, Core(isPeriod, CoreSource(staged.Breakdowns)));
            foreach (var (name, breakdown) in staged.Breakdowns.Order().SelectMany(Kinds).Distinct())
                yield return Among(staged, Split(isPeriod, name, breakdown));
        }
    }

    /// <summary>The shape of a family whatever is staged: <c>""</c> is the core.</summary>
    public static SliceShape Named(string kind, bool isPeriod) =>
        kind is "" ? Core(isPeriod, Breakdown.None) : Split(isPeriod, kind, [Breakdown.None]);

    // Nearly every part has days alone. A condition that all rows meet would make PostgreSQL expect a few of them.
    static SliceShape Among(StagedRows staged, SliceShape shape) => !(staged.HasDays && staged.HasPeriods) ? shape
        : shape with { Takes = $"{shape.Takes} and s.first_id {(shape.IsPeriod ? "<>" : "=")} s.last_id" };

    // A file with nothing but a breakdown fills the core too, from one breakdown: two would repeat the same money.
    static Breakdown CoreSource(IReadOnlySet<Breakdown> breakdowns) =>
        breakdowns.Contains(Breakdown.None) ? Breakdown.None : breakdowns.Min();

    static IEnumerable<(string Name, Breakdown[] From)> Kinds(Breakdown breakdown) => breakdown switch
    {
        Breakdown.None => [],
        Breakdown.DeviceCountry => [Device, Country],
        Breakdown.Device => [Device],
        Breakdown.Country => [Country],
        Breakdown.Placement => [("placement", [breakdown])],
        Breakdown.AgeGender => [("age_gender", [breakdown])],
        Breakdown.Keyword => [("keyword", [breakdown])],
        Breakdown.SearchTerm => [("search_term", [breakdown])],
        _ => [("other", [breakdown])],
    };

    static readonly (string, Breakdown[]) Device = ("device", [Breakdown.Device, Breakdown.DeviceCountry]);

    static readonly (string, Breakdown[]) Country = ("country", [Breakdown.Country, Breakdown.DeviceCountry]);

    static SliceShape Core(bool isPeriod, Breakdown source) => isPeriod
        ? new("period", "fact_period_metrics", true, [("breakdown", "''"), ("value_1", "''"), ("value_2", "''")], StageSchema.Measures,
            "f.breakdown = ''", Staged(source))
        : new("core", "fact_core_metrics", false, [], StageSchema.Measures, "", Staged(source));

    static SliceShape Split(bool isPeriod, string name, Breakdown[] from) => (isPeriod, name) switch
    {
        (true, _) => new($"period:{name}", "fact_period_metrics", true, Columns(name), StageSchema.Measures, $"f.breakdown = '{name}'", Staged(from)),
        (_, "placement") => Daily(name, [("placement_id", "p.placement_id")], from),
        (_, "age_gender") => Daily(name, [("age_id", "p.age_id"), ("gender_id", "p.gender_id")], from),
        (_, "country") => Daily(name, [("country_id", "p.country_id")], from),
        _ => new(name, "fact_breakdown_metrics", false, Columns(name), StageSchema.BreakdownMeasures, $"f.breakdown = '{name}'", Staged(from)),
    };

    static SliceShape Daily(string name, (string, string)[] extra, Breakdown[] from) =>
        new(name, $"fact_{name}_metrics", false, extra, StageSchema.BreakdownMeasures, "", Staged(from));

    // Device and country split off a joint row keep the first or the second of its values.
    static (string, string)[] Columns(string name) => name switch
    {
        "device" => [("breakdown", "'device'"), ("value_1", "p.value_1"), ("value_2", "''")],
        "country" => [("breakdown", "'country'"), ("value_1", "case when p.breakdown = 'device_country' then p.value_2 else p.value_1 end"), ("value_2", "''")],
        _ => Values,
    };

    static string Staged(params Breakdown[] from) => $"s.breakdown in ({string.Join(", ", from.Select(breakdown => (int)breakdown))})";

    public static string Key(string day) =>
        $"cast(extract(year from {day}) * 10000 + extract(month from {day}) * 100 + extract(day from {day}) as integer)";
}
