namespace Admetry.Pacing;

/// <summary>What an ended flight delivered of what was booked, and who pays for the difference. In money, impressions or any one unit.</summary>
public sealed record FlightEnd(decimal Delivered, decimal Booked)
{
    /// <summary>Delivered ÷ booked; null where nothing was booked.</summary>
    public double? Ratio => Booked > 0 ? (double)(Delivered / Booked) : null;

    /// <summary>Delivered, up to what was booked.</summary>
    public decimal Billable => Math.Min(Delivered, Booked);

    /// <summary>Delivered beyond what was booked: it is not billed, and costs us.</summary>
    public decimal Bonus => Delivered - Billable;

    /// <summary>Booked and not delivered.</summary>
    public decimal Shortfall => Booked - Billable;
}

/// <summary>A day on which more was spent than may be.</summary>
/// <param name="Allowed">What the day could have spent.</param>
public sealed record DayOverCap(DateOnly Day, decimal Spend, decimal Allowed);

/// <summary>Our own flights spend at most 1.2 × their daily budget on a day, and never more than the whole budget.</summary>
public static class SpendLimits
{
    static readonly decimal DayFactor = 1.2m;

    /// <returns>The days above 1.2 × the daily cap, and those that took the flight above its budget of that day; in order.</returns>
    public static IReadOnlyList<DayOverCap> Broken(Flight flight, IEnumerable<DailySpend> spend)
    {
        var found = new List<DayOverCap>();
        var before = 0m;
        foreach (var (day, amount) in PacingReading.Known(flight, spend, flight.Days.Last).OrderBy(day => day.Key))
        {
            var left = Math.Max(0, flight.BudgetOn(day) - before);
            var allowed = flight.DailyCapOn(day) is { } cap ? Math.Min(left, cap * DayFactor) : left;
            if (amount > allowed)
                found.Add(new(day, amount, allowed));
            before += amount;
        }

        return found;
    }
}
