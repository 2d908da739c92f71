using Admetry.App.Components;
using Admetry.Metrics;

namespace Admetry.App.Panels;

/// <summary>The course of one metric for each of the largest members of a dimension: at most five lines, each with its own colour.</summary>
static class SeriesChart
{
    const int Most = 5;

    /// <returns>Null where there is nothing to show.</returns>
    public static async Task<(ChartModel Chart, MetricQuery Asked)?> ReadAsync(SeriesPanel panel, PageQuestion page, PageAnswers answers)
    {
        var ranking = await answers.ReadAsync(Ranking(panel, page));
        var keys = ranking.Rows.Where(row => row[0].AsDouble is > 0).Select(row => row.Key(0)).ToList();
        if (keys.Count < 2)
            return null; // one line alone is the page's own trend

        var asked = page.Ask(page.Steps.Days, panel.Metric) with
        {
            By = [panel.By], Grain = page.Steps.Grain, Where = [.. page.State.Filters, new(panel.By, FilterKind.In, keys)],
        };
        var answer = await answers.ReadAsync(asked);
        return answer.Rows is [] ? null : (Of(panel, page, answer, keys), asked);
    }

    /// <summary>Asks which members are the largest.</summary>
    public static MetricQuery Ranking(SeriesPanel panel, PageQuestion page) => page.Ask(page.Covered, panel.Weight) with
    {
        By = [panel.By], OrderBy = [new(panel.Weight.Name, Descending: true)], Limit = Most,
    };

    static ChartModel Of(SeriesPanel panel, PageQuestion page, MetricTable answer, List<string> keys)
    {
        var (metric, steps) = (panel.Metric, page.Steps);
        var byKey = answer.Rows.ToLookup(row => row.Key(panel.By));
        var labels = Enumerable.Range(0, steps.Firsts.Count).Select(steps.Label).ToArray();
        var series = keys.Select(key =>
        {
            var values = steps.Values(byKey[key], answer.Keys, metric);
            return new ChartSeries(page.NameOf(panel.By, key), SeriesRole.Part, [.. values.Select(value => value.AsDouble)],
                [.. values.Select(value => value.IsNull ? "" : NumberFormat.Full(value, metric.Unit, answer.Currency))]);
        }).ToList();
        var noun = panel.By.Title.InText();
        var unit = metric.Unit is Unit.Money && answer.Currency is { Length: > 0 } currency ? $", {currency}" : "";
        return new(
            Finding(panel, series, answer.Currency),
            $"{steps.Adjective} {metric.Title.InText()} by {noun}{unit}{(keys.Count == Most ? $" · the five with most {panel.Weight.Title.InText()}" : "")}",
            string.Join(" ", series.Select(one => Summary(one))),
            steps.LabelTitle,
            new(ChartKind.Lines, labels, series, metric.Unit, answer.Currency) { Days = steps.Spans, Notes = page.Notes.Along(steps) })
        {
            Menus = [.. steps.Firsts.Select((_, i) => StepMenu.Of(page, answer.Query, steps, i))],
        };
    }

    /// <summary>Who stands highest at the end.</summary>
    static string Finding(SeriesPanel panel, List<ChartSeries> series, string? currency)
    {
        var lasts = series.Select(one => (one.Name, Last: one.Values.LastOrDefault(value => value is not null))).Where(one => one.Last is not null).ToList();
        if (lasts is [])
            return $"No {panel.Metric.Title.InText()} on these days";

        var highest = lasts.MaxBy(one => one.Last);
        return $"{highest.Name} ends highest, at {NumberFormat.Compact(MetricValue.Number(highest.Last!.Value), panel.Metric.Unit, currency)} {panel.Metric.Title.InText()}";
    }

    static string Summary(ChartSeries series)
    {
        var known = series.Texts.Where(text => text is not "").ToList();
        return known is [] ? $"{series.Name}: no data." : $"{series.Name}: first {known[0]}, last {known[^1]}.";
    }
}
