using Admetry.App.Components;
using Admetry.Metrics;

namespace Admetry.App.Panels;

/// <summary>What can be done with one point of a course: a day, a week or a month.</summary>
static class StepMenu
{
    public static IReadOnlyList<MenuItem> Of(PageQuestion page, MetricQuery asked, TrendSteps steps, int step)
    {
        var days = steps.DaysOf(step);
        var only = page.State with { Period = new ChosenPeriod(days) };
        var itself = asked with { Days = days, Grain = Grain.None };
        return
        [
            new($"Zoom in to {NumberFormat.Days(days)}", only.At(page.Path)),
            new("Break down by campaign", (only with { By = Dimensions.Campaign, Metrics = [.. asked.Metrics.Select(metric => metric.Name)] }).At("/explore")),
            new("This point as CSV", QueryLink.Of(itself, QueryLink.Csv), IsFile: true),
            new("The SQL behind it", QueryLink.Of(itself, QueryLink.Sql), IsFile: true),
            new($"What {asked.Metrics[0].Title.InText()} means", $"/definitions#{asked.Metrics[0].Name}"),
        ];
    }
}
