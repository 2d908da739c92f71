namespace Admetry.Finance;

/// <summary>One week of expected cash, in major units.</summary>
/// <param name="Number">1 is the seven days after the day of the forecast.</param>
/// <param name="Inflow">What clients are expected to pay.</param>
/// <param name="Outflow">What we are expected to pay publishers.</param>
/// <param name="Cumulative">Net of this week and all before it.</param>
public sealed record CashWeek(int Number, DateRange Days, decimal Inflow, decimal Outflow, decimal Cumulative)
{
    public decimal Net => Inflow - Outflow;
}

/// <summary>Thirteen weeks of cash from what is open on a day: each item is expected when it is due plus its party's mean lateness.</summary>
/// <param name="LaterInflow">Expected after the last week.</param>
/// <param name="LaterOutflow">Expected after the last week.</param>
public sealed record CashForecast(IReadOnlyList<CashWeek> Weeks, decimal LaterInflow, decimal LaterOutflow)
{
    /// <summary>A quarter's weeks.</summary>
    public const int Length = 13;

    const int DaysInWeek = 7;

    /// <remarks>What should have come by now is expected in the first week. Inflows and outflows with the later ones sum to the open balances.</remarks>
    public static CashForecast Of(Books books, DateOnly asOf)
    {
        var (inflow, outflow) = (ByWeek(books, BookSide.Receivable, asOf), ByWeek(books, BookSide.Payable, asOf));
        var weeks = new List<CashWeek>();
        var cumulative = 0m;
        for (var number = 1; number <= Length; number++)
        {
            cumulative += inflow[number - 1] - outflow[number - 1];
            var first = asOf.AddDays(((number - 1) * DaysInWeek) + 1);
            weeks.Add(new(number, new(first, first.AddDays(DaysInWeek - 1)), inflow[number - 1], outflow[number - 1], cumulative));
        }

        return new(weeks, inflow[Length], outflow[Length]);
    }

    /// <returns>An amount for each week, and last what comes later.</returns>
    static decimal[] ByWeek(Books books, BookSide side, DateOnly asOf)
    {
        var lateness = Lateness.Of(books, side, asOf);
        var weeks = new decimal[Length + 1];
        foreach (var item in OpenItems.AsOf(books, side, asOf))
        {
            var away = lateness.Expected(item.Document).DayNumber - asOf.DayNumber;
            weeks[Math.Clamp((away - 1) / DaysInWeek, 0, Length)] += item.Open;
        }

        return weeks;
    }
}
