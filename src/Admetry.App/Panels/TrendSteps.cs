using System.Globalization;
using Admetry.App.Components;
using Admetry.Metrics;

namespace Admetry.App.Panels;

/// <summary>The points along a trend: days, or whole weeks or months where there are too many days.</summary>
/// <param name="Days">From the first step's first day to the last step's last.</param>
/// <param name="Firsts">Each step's first day.</param>
public sealed record TrendSteps(Grain Grain, DateRange Days, IReadOnlyList<DateOnly> Firsts)
{
    const int MostDays = 92;
    const int MostDaysInWeeks = 730;

    public static TrendSteps Of(DateRange days) => days.Days switch
    {
        <= MostDays => Whole(Grain.Day, days)!,
        <= MostDaysInWeeks => Whole(Grain.Week, days)!,
        _ => Whole(Grain.Month, days)!,
    };

    /// <summary>The same steps of the days compared with, the first beside the first; null where nothing is compared.</summary>
    public TrendSteps? Before(Comparison comparison)
    {
        if (comparison.Against(Days) is not { } days)
            return null;

        if (comparison is ChosenDays)
            return Whole(Grain, days);

        return Grain is Grain.Month
            ? Moved(comparison is YearBefore ? -12 : -Firsts.Count)
            : new(Grain, days, [.. Firsts.Select(first => first.AddDays(days.First.DayNumber - Days.First.DayNumber))]);
    }

    /// <summary>What a step is called, with the year only where the steps span several.</summary>
    public string Label(int step)
    {
        var pattern = (Grain, Days.First.Year == Days.Last.Year) switch
        {
            (Grain.Month, _) => "MMM yyyy",
            (_, true) => "d MMM",
            _ => "d MMM yyyy",
        };
        return Firsts[step].ToString(pattern, CultureInfo.InvariantCulture);
    }

    /// <summary>All days of a step.</summary>
    public DateRange DaysOf(int step) => new(Firsts[step], After(Grain, Firsts[step]).AddDays(-1));

    /// <summary>The days of every step, as an address holds them.</summary>
    public IReadOnlyList<string> Spans => [.. Firsts.Select((_, step) => DaysOf(step).ToString())];

    public string LabelTitle => Grain switch { Grain.Day => "Day", Grain.Week => "Week from", _ => "Month" };

    public string Adjective => Grain switch { Grain.Day => "Daily", Grain.Week => "Weekly", _ => "Monthly" };

    /// <summary>A metric's values step by step; null where a step has no row.</summary>
    public IReadOnlyList<MetricValue> Values(MetricTable table, Metric metric) => Values(table.Rows, table.Keys, metric);

    /// <summary>The same of some of a table's rows, at most one for each step.</summary>
    public IReadOnlyList<MetricValue> Values(IEnumerable<MetricRow> rows, IReadOnlyList<Dimension> keys, Metric metric)
    {
        var time = keys.Index().First(key => key.Item.IsTime).Index;
        var byKey = rows.ToDictionary(row => row.Key(time), row => row[metric]);
        return [.. Firsts.Select(first => byKey.GetValueOrDefault(TimeKeys.Format(Part(Grain), first)))];
    }

    TrendSteps Moved(int months)
    {
        var firsts = Firsts.Select(first => first.AddMonths(months)).ToArray();
        return new(Grain, new(firsts[0], firsts[^1].AddMonths(1).AddDays(-1)), firsts);
    }

    /// <returns>Null where no whole step fits.</returns>
    static TrendSteps? Whole(Grain grain, DateRange days)
    {
        var first = TimeKeys.First(Part(grain), days.First);
        if (first < days.First)
            first = After(grain, first);
        List<DateOnly> firsts = [];
        for (; After(grain, first).AddDays(-1) <= days.Last; first = After(grain, first))
            firsts.Add(first);
        return firsts is [] ? null : new(grain, new(firsts[0], first.AddDays(-1)), firsts);
    }

    static TimePart Part(Grain grain) => grain switch
    {
        Grain.Day => TimePart.Date,
        Grain.Week => TimePart.Week,
        _ => TimePart.Month,
    };

    static DateOnly After(Grain grain, DateOnly first) => grain switch
    {
        Grain.Day => first.AddDays(1),
        Grain.Week => first.AddDays(7),
        _ => first.AddMonths(1),
    };
}
