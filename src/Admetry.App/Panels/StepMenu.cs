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
        var named = only with { Metrics = [.. asked.Metrics.Select(metric => metric.Name)], Sort = null, AllRows = false };
        var itself = asked with { Days = days, Grain = Grain.None };
        return
        [
            new($"Zoom in to {NumberFormat.Days(days)}", only.At(page.Path)),
            .. PageQuestion.BreakDowns(named, page.Finer(null)),
            new("See rows", (named with { By = Dimensions.Platform }).At(PageCatalogue.Rows.Path)),
            .. page.Pin($"days={days}"),
            MenuItem.Meaning(asked.Metrics[0]),
            .. QueryLink.Copies(itself, only.At(page.Path)),
        ];
    }
}
