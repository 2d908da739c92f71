using Admetry.App.Components;
using Admetry.Metrics;

namespace Admetry.App.Panels;

/// <summary>Several counts of the same people or plays, one bar each, with the share that is left of the first.</summary>
public static class StepsChart
{
    /// <returns>Null where the first step is nothing.</returns>
    public static ChartModel? Of(StepsPanel panel, MetricTable table)
    {
        var known = table.Rows is [var row] ? panel.Metrics.Where(metric => !row[metric].IsNull).Select(metric => (Metric: metric, Value: row[metric])).ToList() : [];
        if (known is not [{ Value: var first }, _, ..] || first.AsDouble is not > 0)
            return null;

        string Share(MetricValue value) => NumberFormat.Percent(value.AsDouble!.Value / first.AsDouble!.Value);
        var (last, worst) = (known[^1], known.Zip(known.Skip(1), (from, to) => (to.Metric, Lost: from.Value.AsDouble - to.Value.AsDouble)).MaxBy(step => step.Lost));
        return new(
            $"{Share(last.Value)} of {known[0].Metric.Title.InText()} reach {last.Metric.Title.InText()}",
            $"{panel.Title} · most are lost before {worst.Metric.Title.InText()}",
            string.Join(", ", known.Select(step => $"{step.Metric.Title} {NumberFormat.Full(step.Value, step.Metric.Unit)} ({Share(step.Value)})")) + ".",
            "Step",
            new(ChartKind.Bars, [.. known.Select(step => step.Metric.Title)],
                [new(panel.Title, SeriesRole.Current, [.. known.Select(step => step.Value.AsDouble)], [.. known.Select(step => $"{NumberFormat.Full(step.Value, step.Metric.Unit)} ({Share(step.Value)})")])],
                known[0].Metric.Unit));
    }
}
