namespace Admetry.Pacing;

/// <summary>What a flight should have spent: budget × weights so far ÷ all weights, told anew after each change of the budget.</summary>
public static class PacingPlan
{
    /// <summary>The ideal spend of each day of a flight; they sum to the budget as it stands at the end, where a day with weight follows its last change.</summary>
    /// <remarks>
    /// A change plans the rest of the new budget over the days from it on; days before it keep their ideal. A budget cut below what was
    /// ideal by then leaves nothing for the rest, and the day of the cut takes back what is too much.
    /// </remarks>
    public static IReadOnlyDictionary<DateOnly, decimal> ByDay(Flight flight)
    {
        var ideal = new Dictionary<DateOnly, decimal>();
        var (before, planned, total) = (0m, flight.Budget, flight.WeightAfter(flight.Days.First.AddDays(-1)));
        var (weight, sum) = (0m, 0m);
        foreach (var day in flight.EachDay())
        {
            if (flight.BudgetOn(day) is var budget && budget != planned)
                (before, planned, total, weight) = (Math.Min(sum, budget), budget, flight.WeightAfter(day.AddDays(-1)), 0);

            weight += flight.Weight(day);
            var soFar = total == 0 ? before : before + ((planned - before) * weight / total);
            ideal[day] = soFar - sum;
            sum = soFar;
        }

        return ideal;
    }

    /// <summary>The ideal spend up to a day, that day included; zero before the flight, the whole budget after it.</summary>
    public static decimal Ideal(Flight flight, DateOnly day) => ByDay(flight).Where(planned => planned.Key <= day).Sum(planned => planned.Value);
}
