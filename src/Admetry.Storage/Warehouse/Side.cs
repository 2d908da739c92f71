using Admetry.Metrics;

namespace Admetry.Storage.Warehouse;

/// <summary>The days of an answer, or the days it is compared with, whose keys are moved to meet the answer's.</summary>
/// <param name="Prefix">Of the names of its days in the SQL.</param>
/// <param name="Suffix">Of its sums.</param>
/// <param name="Shown">The answer's own days; equal to <paramref name="Days"/> for the answer itself.</param>
sealed record Side(string Prefix, string Suffix, DateRange Days, DateRange Shown)
{
    public static IReadOnlyList<Side> Of(MetricQuery query)
    {
        var now = new Side("", "", query.Days, query.Days);
        return query.Comparison.Against(query.Days) is not { } before ? [now]
            : query.Second.Against(query.Days) is not { } second ? [now, Before(query, "before", before)]
            : [now, Before(query, "before", before), Before(query, "second", second)];
    }

    static Side Before(MetricQuery query, string name, DateRange days) => new($"{name}_", $"_{name}", days, query.Days);

    /// <summary>The SQL of a part of time, the first day of a period moved by as many periods as lie between the ranges' beginnings.</summary>
    public string Key(TimePart part) => part switch
    {
        TimePart.Date => Moved("d.date", Shown.First.DayNumber - Days.First.DayNumber),
        TimePart.Week => Moved("d.date - (d.day_of_week - 1)",
            TimeKeys.First(part, Shown.First).DayNumber - TimeKeys.First(part, Days.First).DayNumber),
        TimePart.Month => Months("d.month_start", part),
        TimePart.Quarter => Months("d.quarter_start", part),
        TimePart.Year => Moved("d.year", Shown.First.Year - Days.First.Year),
        TimePart.DayOfWeek => "d.day_of_week",
        TimePart.FirstDay => "f.first_day",
        _ => "f.last_day",
    };

    static string Moved(string sql, int by) => by == 0 ? sql : by > 0 ? $"{sql} + {by}" : $"{sql} - {-by}";

    string Months(string sql, TimePart part)
    {
        var (from, to) = (TimeKeys.First(part, Days.First), TimeKeys.First(part, Shown.First));
        var months = ((to.Year - from.Year) * 12) + to.Month - from.Month;
        return months == 0 ? sql : $"cast({sql} + interval '{months} months' as date)";
    }
}
