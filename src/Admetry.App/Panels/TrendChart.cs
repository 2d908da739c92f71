using Admetry.App.Components;
using Admetry.Metrics;

namespace Admetry.App.Panels;

/// <summary>The course of one metric beside the course it is compared with.</summary>
static class TrendChart
{
    /// <param name="before">The answer for the days compared with; null where nothing is compared.</param>
    /// <param name="second">The same for the second comparison.</param>
    public static ChartModel Of(
        Metric metric, PageQuestion page, MetricTable now, MetricTable? before, MetricTable? second = null)
    {
        var (steps, earlier, partial) = (page.Steps, page.Earlier, page.Partial);
        var values = steps.Values(now, metric);
        var tail = partial is { } day && steps.Grain is Grain.Day ? steps.Firsts.ToList().IndexOf(day) : -1;
        List<ChartSeries> series = [Line(metric.Title, SeriesRole.Current, Until(values, tail), now.Currency, metric)];
        if (earlier is not null && before is not null)
            series.Add(Compared(metric, steps, earlier, before, SeriesRole.Comparison));
        if (page.EarlierSecond is { } also && second is not null)
            series.Add(Compared(metric, steps, also, second, SeriesRole.Second));
        if (tail >= 0)
            series.Add(Tail(metric, values, tail, now.Currency));

        var labels = Enumerable.Range(0, steps.Firsts.Count).Select(steps.Label).ToArray();
        return new(
            Title(metric, labels, Until(values, tail), now.Currency, steps),
            Subtitle(metric, steps, now.Currency, before is null ? null : earlier, second is null ? null : page.EarlierSecond, tail >= 0),
            Summary(metric, labels, Until(values, tail), now.Currency),
            steps.LabelTitle,
            new(ChartKind.Lines, labels, series, metric.Unit, now.Currency) { Days = steps.Spans, Notes = page.Notes.Along(steps) })
        {
            Menus = [.. steps.Firsts.Select((_, i) => StepMenu.Of(page, now.Query, steps, i))],
        };
    }

    static string Subtitle(Metric metric, TrendSteps steps, string? currency, TrendSteps? earlier, TrendSteps? second, bool hasTail)
    {
        var unit = metric.Unit is Unit.Money && currency is { Length: > 0 } ? $", {currency}" : "";
        var whole = steps.Grain is Grain.Day ? "" : $" · whole {steps.Grain.ToString().ToLowerInvariant()}s only";
        var dashed = earlier is null ? "" : $" · dashed: {NumberFormat.Days(earlier.Days)}";
        var fine = second is null ? "" : $" · fine dashes: {NumberFormat.Days(second.Days)}";
        return $"{steps.Adjective} {metric.Title.InText()}{unit}{whole}{dashed}{fine}{(hasTail ? " · dotted: today so far" : "")}";
    }

    static ChartSeries Compared(Metric metric, TrendSteps steps, TrendSteps earlier, MetricTable before, SeriesRole role)
    {
        var values = earlier.Values(before, metric);
        MetricValue At(int step) => step < values.Count ? values[step] : MetricValue.Null;
        string Text(int step) =>
            At(step).IsNull ? "" : $"{NumberFormat.Full(At(step), metric.Unit, before.Currency)} ({earlier.Label(step)})";
        return new(NumberFormat.Days(earlier.Days), role,
            [.. steps.Firsts.Select((_, i) => At(i).AsDouble)],
            [.. steps.Firsts.Select((_, i) => Text(i))]);
    }

    static ChartSeries Line(string name, SeriesRole role, IReadOnlyList<MetricValue> values, string? currency, Metric metric) => new(
        name, role, [.. values.Select(value => value.AsDouble)],
        [.. values.Select(value => value.IsNull ? "" : NumberFormat.Full(value, metric.Unit, currency))]);

    static MetricValue[] Until(IReadOnlyList<MetricValue> values, int tail) =>
        [.. values.Select((value, i) => tail >= 0 && i >= tail ? MetricValue.Null : value)];

    /// <summary>The tail starts at the last complete day, so that the line does not break.</summary>
    static ChartSeries Tail(Metric metric, IReadOnlyList<MetricValue> values, int tail, string? currency) => new(
        $"{metric.Title} today, so far", SeriesRole.Partial,
        [.. values.Select((value, i) => i == tail || i == tail - 1 ? value.AsDouble : null)],
        [.. values.Select((value, i) => i == tail && !value.IsNull ? NumberFormat.Full(value, metric.Unit, currency) : "")]);

    static string Title(Metric metric, string[] labels, MetricValue[] values, string? currency, TrendSteps steps)
    {
        if (Peak(values) is not { } peak)
            return $"No {metric.Title.InText()} in this period";

        var unit = steps.Grain switch { Grain.Day => "on", Grain.Week => "in the week from", _ => "in" };
        return $"{metric.Title} peaked at {NumberFormat.Compact(values[peak], metric.Unit, currency)} {unit} {labels[peak]}";
    }

    static string Summary(Metric metric, string[] labels, MetricValue[] values, string? currency)
    {
        if (Peak(values) is not { } peak)
            return $"There is no {metric.Title.InText()} in this period.";

        var known = Enumerable.Range(0, values.Length).Where(i => !values[i].IsNull).ToArray();
        var low = known.MinBy(i => values[i].AsDouble);
        string At(int i) => $"{NumberFormat.Full(values[i], metric.Unit, currency)} ({labels[i]})";
        return $"{metric.Title}: highest {At(peak)}, lowest {At(low)}, first {At(known[0])}, last {At(known[^1])}; " +
            $"{known.Length} of {values.Length} points have data.";
    }

    static int? Peak(MetricValue[] values)
    {
        var known = Enumerable.Range(0, values.Length).Where(i => !values[i].IsNull).ToArray();
        return known is [] ? null : known.MaxBy(i => values[i].AsDouble);
    }
}
