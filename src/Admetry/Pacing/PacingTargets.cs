using Admetry.Metrics;

namespace Admetry.Pacing;

/// <summary>What to spend so that the budget is used up on the last day.</summary>
public static class PacingTargets
{
    /// <summary>
    /// The target of each day: what was left of the budget before it × its weight ÷ the weights from it on. Days after
    /// <paramref name="asOf"/> expect that each day before them meets its own target.
    /// </summary>
    /// <remarks>
    /// Never below zero: an overspent budget asks for nothing more. Days that are not reported whole are expected to have met their target
    /// too, or to have spent what is known if that is more: that they come late asks the days after them for nothing.
    /// </remarks>
    public static IReadOnlyDictionary<DateOnly, decimal> ByDay(Flight flight, IReadOnlyCollection<DailySpend> spend, DateOnly asOf)
    {
        var (reported, known) = (PacingReading.Reported(flight, spend, asOf), PacingReading.Known(flight, spend, asOf));
        var targets = new Dictionary<DateOnly, decimal>();
        var spent = 0m;
        foreach (var day in flight.EachDay())
        {
            var weights = flight.WeightAfter(day.AddDays(-1));
            var left = Math.Max(0, flight.BudgetOn(day < asOf ? day : asOf) - spent);
            targets[day] = weights == 0 ? 0 : left * flight.Weight(day) / weights;
            spent += reported.TryGetValue(day, out var whole) ? whole : Math.Max(known.GetValueOrDefault(day), targets[day]);
        }

        return targets;
    }

    /// <summary>The daily targets summed by ISO week or calendar month, by the period's first day.</summary>
    public static IReadOnlyDictionary<DateOnly, decimal> ByPeriod(Flight flight, IReadOnlyCollection<DailySpend> spend, DateOnly asOf, TimePart period) =>
        ByDay(flight, spend, asOf)
            .GroupBy(day => TimeKeys.First(period, day.Key), day => day.Value)
            .ToDictionary(days => days.Key, days => days.Sum());

    /// <summary>What is left of the budget for each day after <paramref name="asOf"/>, the same for all; null where no day is left.</summary>
    /// <remarks>What is left after the days that are still to be reported have met their targets.</remarks>
    public static decimal? RequiredDailyRate(Flight flight, IReadOnlyCollection<DailySpend> spend, DateOnly asOf)
    {
        var left = flight.EachDay().Count(day => day > asOf);
        if (left == 0)
            return null;

        var (reported, known, targets) = (PacingReading.Reported(flight, spend, asOf), PacingReading.Known(flight, spend, asOf), ByDay(flight, spend, asOf));
        var late = flight.EachDay().Where(day => day <= asOf && !reported.ContainsKey(day)).Sum(day => Math.Max(known.GetValueOrDefault(day), targets[day]));
        return Math.Max(0, flight.BudgetOn(asOf) - reported.Values.Sum() - late) / left;
    }
}
