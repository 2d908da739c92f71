using Admetry.Metrics;

namespace Admetry.App.Components;

/// <summary>The quarters or years that hold data, latest first.</summary>
public static class CalendarChoices
{
    const int Most = 24;

    /// <returns>At most 24; empty where <paramref name="known"/> is null.</returns>
    public static IReadOnlyList<Period> Of(Grain grain, DateRange? known)
    {
        List<Period> choices = [];
        for (var day = known?.Last; known is { } days && day >= days.First && choices.Count < Most;)
        {
            var whole = Period.Whole(grain, day.Value);
            choices.Add(new CalendarPeriod(grain, whole.First));
            day = whole.First.AddDays(-1);
        }

        return choices;
    }
}
