using Admetry.App.Components;
using Admetry.App.Panels;
using Admetry.App.Reports;
using Admetry.Metrics;
using Admetry.Pacing;

namespace Admetry.App.Pages;

/// <summary>What the pacing page shows of one flight.</summary>
static class PacingFigures
{
    public static string Word(PacingBand? band) => band switch
    {
        PacingBand.SevereUnder => "Severely under",
        PacingBand.Under => "Under",
        PacingBand.OnTrack => "On track",
        PacingBand.Over => "Over",
        PacingBand.SevereOver => "Severely over",
        _ => "Not begun",
    };

    public static DeltaTone Tone(PacingBand? band) => band switch
    {
        PacingBand.OnTrack => DeltaTone.Good,
        null => DeltaTone.Neutral,
        _ => DeltaTone.Bad,
    };

    /// <summary>Spend added up day by day, beside the plan.</summary>
    public static ChartModel Course(PacingLine line)
    {
        var flight = line.Flight.Flight;
        var plan = PacingPlan.ByDay(flight);
        var spent = line.Spend.ToDictionary(day => day.Day, day => day.Spend);
        var days = flight.EachDay().ToList();
        decimal ideal = 0, sum = 0;
        List<double?> planned = [], reached = [];
        List<string> plannedTexts = [], reachedTexts = [];
        foreach (var day in days)
        {
            planned.Add((double)(ideal += plan.GetValueOrDefault(day)));
            plannedTexts.Add(FinanceCharts.Money(ideal, line.Flight.Currency));
            var isReported = spent.GetValueOrDefault(day) is not null;
            sum += spent.GetValueOrDefault(day) ?? 0;
            reached.Add(isReported ? (double)sum : null);
            reachedTexts.Add(isReported ? FinanceCharts.Money(sum, line.Flight.Currency) : "");
        }

        var share = line.Reading.BudgetSpent is { } part ? NumberFormat.Percent(part) : NumberFormat.Nothing;
        return new(
            $"{share} of the budget is spent after {NumberFormat.Percent(line.Reading.TimeElapsed)} of the time",
            $"Spend to date, {line.Flight.Currency} · dashed: plan",
            $"Spent {FinanceCharts.Money(line.Reading.Spend, line.Flight.Currency)} of {FinanceCharts.Money(line.Reading.Budget, line.Flight.Currency)}; planned to date {FinanceCharts.Money(line.Reading.Ideal, line.Flight.Currency)}.",
            "Day",
            new(ChartKind.Lines, [.. days.Select(NumberFormat.Day)],
                [new("Spend to date", SeriesRole.Current, reached, reachedTexts), new("Plan", SeriesRole.Comparison, planned, plannedTexts)], Unit.Money, line.Flight.Currency));
    }

    /// <summary>What was spent on each reported day beside what was planned for it.</summary>
    public static IReadOnlyList<CalendarDay> Calendar(PacingLine line)
    {
        var plan = PacingPlan.ByDay(line.Flight.Flight);
        return [.. line.Spend.Select(day => (day.Day, Spend: day.IsPartial ? null : day.Spend, Planned: plan.GetValueOrDefault(day.Day))).Select(day => new CalendarDay(
            day.Day, day.Spend is { } spent && day.Planned > 0 ? (double)(spent / day.Planned) : null,
            day.Spend is { } amount ? $"{FinanceCharts.Money(amount, line.Flight.Currency)} of {FinanceCharts.Money(day.Planned, line.Flight.Currency)}" : "not reported whole"))];
    }

    /// <summary>When the budget was changed, from what to what; empty for most flights.</summary>
    public static IReadOnlyList<string> Changes(PacingLine line, DateOnly asOf)
    {
        var flight = line.Flight.Flight;
        return
        [
            .. flight.Changes.Where(change => change.From <= asOf && change.Budget != flight.BudgetOn(change.From.AddDays(-1))).OrderBy(change => change.From).Select(change =>
                $"Budget {(change.Budget > flight.BudgetOn(change.From.AddDays(-1)) ? "raised" : "cut")} on {NumberFormat.Day(change.From)} from {FinanceCharts.Money(flight.BudgetOn(change.From.AddDays(-1)), line.Flight.Currency)} to {FinanceCharts.Money(change.Budget, line.Flight.Currency)}."),
        ];
    }

    /// <summary>Which days are not reported whole, so that the index leaves them out; null where all are.</summary>
    public static string? Incomplete(PacingLine line) => string.Join(" ", new[]
    {
        line.Reading.Partial is [_, ..] partial ? $"Reported in part: {Listed(partial)}." : null,
        line.Reading.Unreported is [_, ..] unreported ? $"Not reported yet: {Listed(unreported)}." : null,
    }.OfType<string>()) is { Length: > 0 } text ? text : null;

    const int MostListed = 4;

    static string Listed(IReadOnlyList<DateOnly> days) => days.Count <= MostListed
        ? string.Join(", ", days.Select(NumberFormat.Day))
        : $"{days.Count} days, the last {NumberFormat.Day(days[^1])}";

    /// <summary>On how many days too little or too much was spent.</summary>
    public static string Finding(IReadOnlyList<CalendarDay> calendar)
    {
        var known = calendar.Where(day => day.Ratio is not null).ToList();
        return $"Under 80 % of the day’s plan on {known.Count(day => day.Ratio < Near)} of {known.Count} days, over 125 % on {known.Count(day => day.Ratio > 1 / Near)}";
    }

    const double Near = 0.8;

    /// <summary>What was spent, and what to spend, by day, week and month.</summary>
    public static IReadOnlyList<TableRow> Targets(PacingLine line, DateOnly asOf)
    {
        var flight = line.Flight.Flight;
        var byDay = PacingTargets.ByDay(flight, line.Spend, asOf);
        decimal Spent(DateRange days) => line.Spend.Where(day => days.Contains(day.Day) && day.Day <= asOf).Sum(day => day.Spend ?? 0);
        decimal Target(DateRange days) => byDay.Where(day => days.Contains(day.Key)).Sum(day => day.Value);
        var at = asOf < flight.Days.First ? flight.Days.First : asOf > flight.Days.Last ? flight.Days.Last : asOf;
        var (week, month) = (TimeKeys.First(TimePart.Week, at), TimeKeys.First(TimePart.Month, at));
        return
        [
            Row("Day", DateRange.Day(at)), Row("Week", new(week, week.AddDays(6))), Row("Month", new(month, month.AddMonths(1).AddDays(-1))), Row("Flight", flight.Days),
        ];

        TableRow Row(string name, DateRange days) => new(
        [
            new(name, Note: NumberFormat.Days(days)), new(FinanceCharts.Money(Spent(days), line.Flight.Currency)), new(FinanceCharts.Money(name is "Flight" ? line.Reading.Budget : Target(days), line.Flight.Currency)),
        ]);
    }
}
