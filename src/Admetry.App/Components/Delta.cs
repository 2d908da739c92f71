using Admetry.Metrics;

namespace Admetry.App.Components;

/// <summary>A change from one period to another, in words fit to show: direction, size, share and what it was before.</summary>
/// <param name="Direction">Which way it went; flat within half a per cent.</param>
/// <param name="Tone">Whether that is good news, by the metric's own direction.</param>
/// <param name="Absolute">With its sign, in the metric's unit; a share's in points.</param>
/// <param name="Percent">With its sign; null for shares, over nothing, and where fewer than 30 things were counted before.</param>
/// <param name="Before">What it was; an en dash where nothing was reported.</param>
public sealed record Delta(DeltaDirection Direction, DeltaTone Tone, string Absolute, string? Percent, string Before)
{
    const double Noise = 0.005;
    const double SmallBase = 30;

    /// <returns>Null where neither period has a value.</returns>
    public static Delta? Between(MetricValue now, MetricValue before, Metric metric, string? currency)
    {
        if (now.IsNull && before.IsNull)
            return null;

        var prior = NumberFormat.Compact(before, metric.Unit, currency);
        if (before.AsDouble is null or 0)
            return now.AsDouble is null or 0
                ? new(DeltaDirection.Flat, DeltaTone.Neutral, "no change", null, prior)
                : new(DeltaDirection.New, DeltaTone.Neutral, "new", null, prior);
        if (now.IsNull)
            return new(DeltaDirection.Gone, DeltaTone.Neutral, "none now", null, prior);

        var change = now.Less(before);
        var relative = change.AsDouble!.Value / Math.Abs(before.AsDouble.Value);
        var direction = Math.Abs(relative) < Noise ? DeltaDirection.Flat
            : relative > 0 ? DeltaDirection.Up
            : DeltaDirection.Down;
        return new(direction, ToneOf(direction, metric.Better), NumberFormat.Change(change, metric.Unit, currency, before),
            HidesPercent(metric, before) ? null : NumberFormat.Relative(relative), prior);
    }

    public string Arrow => Direction switch
    {
        DeltaDirection.Up or DeltaDirection.New => "▲",
        DeltaDirection.Down or DeltaDirection.Gone => "▼",
        _ => "●",
    };

    /// <summary>The whole change as one phrase, for those who hear it.</summary>
    public string Spoken => Direction switch
    {
        DeltaDirection.Up => $"up {Absolute}{Share}, from {Before}",
        DeltaDirection.Down => $"down {Absolute}{Share}, from {Before}",
        DeltaDirection.New => "new in this period",
        DeltaDirection.Gone => $"none now, {Before} before",
        _ => $"about the same as before, {Before}",
    };

    string Share => Percent is null ? "" : $", {Percent}";

    static bool HidesPercent(Metric metric, MetricValue before) =>
        metric.Unit is Unit.Share || (metric.Unit is Unit.Count or Unit.Quantity && Math.Abs(before.AsDouble!.Value) < SmallBase);

    static DeltaTone ToneOf(DeltaDirection direction, Better better) => (direction, better) switch
    {
        (DeltaDirection.Up, Better.Higher) or (DeltaDirection.Down, Better.Lower) => DeltaTone.Good,
        (DeltaDirection.Down, Better.Higher) or (DeltaDirection.Up, Better.Lower) => DeltaTone.Bad,
        _ => DeltaTone.Neutral,
    };
}

/// <summary>Which way a number went.</summary>
public enum DeltaDirection { Flat, Up, Down, New, Gone }

/// <summary>What a change means for the business.</summary>
public enum DeltaTone { Neutral, Good, Bad }
