using Admetry.App.Components;
using Admetry.Metrics;

namespace Admetry.App.Panels;

/// <summary>The period in one sentence: how much, how it changed, and who made most of the change.</summary>
static class Headline
{
    const double MostOfIt = 0.5;

    /// <param name="subject">The metric that the breakdown holds; only where it is the first tile's is anyone named.</param>
    /// <param name="breakdown">The metric by <paramref name="by"/>, compared over the same days; null to name nobody.</param>
    public static string Of(
        IReadOnlyList<TileModel> tiles, Metric? subject, MetricTable? breakdown, Dimension by, DateRange days, Func<string, string> nameOf)
    {
        if (tiles is not [var first, ..])
            return $"Nothing was reported for {NumberFormat.Days(days)}.";

        var (metric, amount) = (first.Metric, NumberFormat.Compact(first.Value, first.Metric.Unit, first.Currency));
        var noun = metric.Title.InText();
        var when = days.IsOneDay ? $"on {NumberFormat.Day(days.First)}" : $"in {days.Days} days";
        var text = first.Delta switch
        {
            null => $"{amount} {noun} {when}",
            { Direction: DeltaDirection.Flat } => $"{amount} {noun} {when}, as much as before",
            { Direction: DeltaDirection.New } => $"{amount} {noun} {when}, with none before",
            { Direction: DeltaDirection.Gone } => $"No {noun} {when}, after {first.Delta.Before} before",
            { } delta => $"{amount} {noun} {when}, {Size(delta)} {(delta.Direction is DeltaDirection.Up ? "more" : "less")} than before",
        };
        return text + (metric == subject && breakdown is not null ? Driver(first, breakdown, metric, by, nameOf) : "") + ".";
    }

    static string Size(Delta delta) => (delta.Percent ?? delta.Absolute).TrimStart('+', '\u2212');

    static string Driver(TileModel first, MetricTable breakdown, Metric metric, Dimension by, Func<string, string> nameOf)
    {
        if (first.Delta is not { Direction: DeltaDirection.Up or DeltaDirection.Down } || breakdown.Rows.Count < 2)
            return "";

        var changes = breakdown.Rows
            .Select(row => (Key: row.Key(by), Change: (row[metric].AsDecimal ?? 0) - (row.Previous(metric).AsDecimal ?? 0)))
            .ToList();
        var whole = changes.Sum(one => one.Change);
        var largest = changes.MaxBy(one => one.Change * Math.Sign(whole));
        if (whole == 0 || (double)(largest.Change / whole) < MostOfIt)
            return "";

        var size = NumberFormat.Change(MetricValue.Exact(largest.Change), metric.Unit, breakdown.Currency);
        return $", mostly {nameOf(largest.Key)} ({size})";
    }
}
