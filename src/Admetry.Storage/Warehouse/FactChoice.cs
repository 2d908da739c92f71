using Admetry.Metrics;

namespace Admetry.Storage.Warehouse;

/// <summary>Chooses the fact that answers for a measure, or says why none can.</summary>
static class FactChoice
{
    public static Fact? Of(MetricQuery query, Measure measure) => Facts.Find(measure, Needed(query, measure));

    /// <returns>Where the text of a key is looked up; null where the key is its own text.</returns>
    public static Show? ShowOf(MetricQuery query, Dimension key) =>
        key.IsTime ? null : Of(query, Leaf.Of(query.Metrics[0]).First().Measure)!.Columns[key].Show;

    /// <returns>A sentence for each metric that no fact carries with the dimensions of <paramref name="query"/>.</returns>
    public static IReadOnlyList<string> Reasons(MetricQuery query) =>
    [
        .. from metric in query.Metrics
           from measure in Leaf.Of(metric).Select(leaf => leaf.Measure).Distinct()
           let fact = Of(query, measure)
           where fact is null || (query.Grain is Grain.Period && fact.Period is null)
           select fact is null
               ? NoFact(query, metric, measure)
               : $"{measure.Name} is never reported for a period as a whole, only by day.",
    ];

    static string NoFact(MetricQuery query, Metric metric, Measure measure)
    {
        var needed = Needed(query, measure);
        var name = metric.Name == measure.Name ? metric.Name : $"{metric.Name} needs {measure.Name}, which";
        var missing = needed.Where(dimension => !Facts.IsOf(measure, dimension)).ToList();
        if (missing is [])
            return $"{name} is reported by {string.Join(", by ", needed.Where(IsBreakdown))}, "
                + "but never by them together: ask for one at a time.";

        var has = Dimensions.All.Where(dimension => Facts.IsOf(measure, dimension));
        return $"{name} is not reported by {string.Join(" or ", missing)}; it has {string.Join(", ", has)}.";
    }

    static bool IsBreakdown(Dimension dimension) => !Facts.Core.Columns.ContainsKey(dimension);

    /// <summary>Parts of time every fact has; what an action was is no dimension of delivery, so only actions are filtered by it.</summary>
    static IReadOnlyList<Dimension> Needed(MetricQuery query, Measure measure) =>
    [
        .. query.By
            .Concat(query.Where.Select(filter => filter.Dimension).Where(dimension => measure.IsNested || !IsOfAction(dimension)))
            .Where(dimension => !dimension.IsTime)
            .Distinct(),
    ];

    static bool IsOfAction(Dimension dimension) => dimension == Dimensions.ActionType || dimension == Dimensions.AttributionWindow;
}
