using Admetry.App.Components;
using Admetry.Metrics;

namespace Admetry.App.Panels;

/// <summary>The numbers on top: the first six that have data.</summary>
static class Tiles
{
    const int Most = 6;

    /// <param name="candidates">In the order people ask for them.</param>
    /// <param name="totals">One row over everything, with what it is compared with.</param>
    /// <param name="course">The same metrics step by step; null where there are no steps.</param>
    public static IReadOnlyList<TileModel> Of(IReadOnlyList<Metric> candidates, MetricTable totals, MetricTable? course, TrendSteps steps) =>
        totals.Rows is not [var row]
            ? []
            : [.. candidates.Where(metric => !row[metric].IsNull || !row.Previous(metric).IsNull || !row.Second(metric).IsNull).Take(Most).Select(metric => new TileModel(
                metric, row[metric],
                totals.ComparedWith is null ? null : Delta.Between(row[metric], row.Previous(metric), metric, totals.Currency),
                course is null ? [] : [.. steps.Values(course, metric).Select(value => value.AsDouble)],
                totals.Currency)
            {
                Second = totals.ComparedSecond is null ? null : Delta.Between(row[metric], row.Second(metric), metric, totals.Currency),
            })];
}
