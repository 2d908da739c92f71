using Admetry.Metrics;

namespace Admetry.Pacing;

/// <summary>What to spend so that the budget is used up on the last day.</summary>
public static class PacingTargets
{
    /// <summary>
    /// The target of each day: what was left of the budget before it × its weight ÷ the weights from it on. Days after
    /// <paramref name="asOf"/> expect that each day before them meets its own target.
    /// </summary>
    /// <remarks>Never below zero: an overspent budget asks for nothing more. Days not reported count as nothing spent.</remarks>
    public static IReadOnlyDictionary<DateOnly, decimal> ByDay(Flight flight, IEnumerable<DailySpend> spend, DateOnly asOf)
    {
        var reported = PacingReading.Reported(flight, spend, asOf);
        var targets = new Dictionary<DateOnly, decimal>();
        var spent = 0m;
        foreach (var day in flight.EachDay())
        {
            var weights = flight.WeightAfter(day.AddDays(-1));
            var left = Math.Max(0, flight.BudgetOn(day < asOf ? day : asOf) - spent);
            targets[day] = weights == 0 ? 0 : left * flight.Weight(day) / weights;
            spent += day <= asOf ? reported.GetValueOrDefault(day) : targets[day];
        }

        return targets;
    }

    /// <summary>The daily targets summed by ISO week or calendar month, by the period's first day.</summary>
    public static IReadOnlyDictionary<DateOnly, decimal> ByPeriod(Flight flight, IEnumerable<DailySpend> spend, DateOnly asOf, TimePart period) =>
        ByDay(flight, spend, asOf)
            .GroupBy(day => TimeKeys.First(period, day.Key), day => day.Value)
            .ToDictionary(days => days.Key, days => days.Sum());

    /// <summary>What is left of the budget for each day after <paramref name="asOf"/>, the same for all; null where no day is left.</summary>
    public static decimal? RequiredDailyRate(Flight flight, IEnumerable<DailySpend> spend, DateOnly asOf)
    {
        var left = flight.EachDay().Count(day => day > asOf);
        return left == 0 ? null : Math.Max(0, flight.BudgetOn(asOf) - PacingReading.Reported(flight, spend, asOf).Values.Sum()) / left;
    }
}
