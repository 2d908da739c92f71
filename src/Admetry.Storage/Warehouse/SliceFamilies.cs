namespace Admetry.Storage.Warehouse;

/// <summary>Every family of slices a warehouse can hold, for those who look at all of it: verify, checksums, forget.</summary>
/// <param name="Account">The account's key over alias f; revenue has none, and stands under its client's negative key.</param>
/// <param name="Key">The columns that are unique in the table; empty where rows may repeat.</param>
sealed record SliceFamily(
    string Fact, string Table, (string First, string Last) Slice, string Own, SliceSums Sums, string Account, IReadOnlyList<string> Key)
{
    static readonly string[] Tree = ["date_id", "account_id", "campaign_id", "adset_id", "ad_id", "creative_id"];

    public static IReadOnlyList<SliceFamily> All { get; } = [.. Delivery(), .. Others()];

    /// <summary>The tables that carry a load's rows.</summary>
    public static IReadOnlyList<string> Tables { get; } = [.. All.Select(family => family.Table).Distinct()];

    static IEnumerable<SliceFamily> Delivery()
    {
        string[] kinds = ["placement", "age_gender", "country", "device", "keyword", "search_term", "other"];
        foreach (var shape in kinds.SelectMany(kind => new[] { SliceShape.Named(kind, false), SliceShape.Named(kind, true) }).Prepend(SliceShape.Named("", true)).Prepend(SliceShape.Named("", false)))
            yield return new(shape.Name, shape.Table, shape.SliceOf, shape.Own, DeliverySql.Sums(shape), "f.account_id", shape.Keys);
    }

    static IEnumerable<SliceFamily> Others() =>
    [
        new("action", "fact_action_metrics", Day, "", SliceSums.Actions, "f.account_id", [.. Tree, "action_type_id", "attribution_window"]),
        .. EngagementShape.All.Select(shape => new SliceFamily(shape.Name, shape.Table, shape.SliceOf, "", SliceSums.Engagement, "f.account_id", shape.Unique)),
        new("revenue", "fact_revenue", Day, "", SliceSums.Revenue, "-f.client_id", []),
    ];

    static (string, string) Day => ("f.date_id", "f.date_id");
}
