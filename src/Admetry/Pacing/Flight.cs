namespace Admetry.Pacing;

/// <summary>A budget to be spent over days, along a plan.</summary>
/// <remarks>Money is in one currency, major units. Days are of the account's own calendar.</remarks>
public sealed record Flight
{
    readonly IReadOnlyList<decimal> weights;

    /// <param name="weights">How much of the budget each day deserves, relative to the others; null: each the same.</param>
    /// <exception cref="ArgumentException">Weights do not fit the days, one is negative or none is above zero, or the budget is negative.</exception>
    public Flight(DateRange days, decimal budget, IReadOnlyList<decimal>? weights = null)
    {
        if (weights is not null && (weights.Count != days.Days || weights.Any(weight => weight < 0) || weights.All(weight => weight == 0)))
            throw new ArgumentException($"{days.Days} days need as many weights, none negative and one above zero.", nameof(weights));
        if (budget < 0)
            throw new ArgumentException($"A budget of {budget} cannot be spent.", nameof(budget));

        (Days, Budget, this.weights) = (days, budget, weights ?? [.. Enumerable.Repeat(1m, days.Days)]);
    }

    public DateRange Days { get; }

    /// <summary>At the beginning; see <see cref="Changes"/>.</summary>
    public decimal Budget { get; }

    /// <summary>The most that may be spent in a day (the static daily target); null: no such limit.</summary>
    public decimal? DailyCap { get; init; }

    /// <summary>New totals, each from a day on. The plan before that day stays what it was.</summary>
    public IReadOnlyList<BudgetChange> Changes { get; init; } = [];

    /// <summary>The most that may be spent on a day: that of the latest change which took effect by then and names one.</summary>
    public decimal? DailyCapOn(DateOnly day) =>
        Changes.Where(change => change.From <= day && change.DailyCap is not null).OrderBy(change => change.From).Select(change => change.DailyCap).LastOrDefault(DailyCap);

    /// <summary>A day's weight; zero outside of the flight.</summary>
    public decimal Weight(DateOnly day) => Days.Contains(day) ? weights[day.DayNumber - Days.First.DayNumber] : 0;

    /// <summary>The weights of the days after <paramref name="day"/>.</summary>
    public decimal WeightAfter(DateOnly day) => EachDay().Where(later => later > day).Sum(Weight);

    /// <summary>The whole budget as it stood on a day: the latest change that took effect by then.</summary>
    public decimal BudgetOn(DateOnly day) =>
        Changes.Where(change => change.From <= day).OrderBy(change => change.From).Select(change => change.Budget).LastOrDefault(Budget);

    public IEnumerable<DateOnly> EachDay() => Enumerable.Range(0, Days.Days).Select(Days.First.AddDays);
}

/// <summary>A new total budget of a flight.</summary>
/// <param name="From">The first day that is planned with it.</param>
/// <param name="Budget">For the whole flight, not for the rest of it.</param>
public sealed record BudgetChange(DateOnly From, decimal Budget)
{
    /// <summary>The most that may be spent in a day from then on; null: as before.</summary>
    public decimal? DailyCap { get; init; }
}

/// <summary>What was spent on a day.</summary>
/// <param name="Spend">Null: the platform has not reported the day yet, which is not zero.</param>
public sealed record DailySpend(DateOnly Day, decimal? Spend)
{
    /// <summary>More of the day is still to be reported: its spend is known to be at least this.</summary>
    public bool IsPartial { get; init; }
}
