namespace Admetry.Finance;

/// <summary>What is open on both sides at the end of a day, in major units.</summary>
/// <param name="Receivable">What clients owe us.</param>
/// <param name="Payable">What we owe publishers.</param>
public sealed record NetPosition(DateOnly Day, decimal Receivable, decimal Payable)
{
    /// <summary>Above zero, clients owe us more than we owe publishers.</summary>
    public decimal Net => Receivable - Payable;

    public static NetPosition AsOf(Books books, DateOnly day) =>
        new(day, OpenItems.Balance(books, BookSide.Receivable, day), OpenItems.Balance(books, BookSide.Payable, day));

    /// <summary>At the end of each month that <paramref name="days"/> touches; of the last one, at the range's last day.</summary>
    public static IReadOnlyList<NetPosition> ByMonth(Books books, DateRange days)
    {
        var found = new List<NetPosition>();
        for (var month = new DateOnly(days.First.Year, days.First.Month, 1); month <= days.Last; month = month.AddMonths(1))
            found.Add(AsOf(books, month.AddMonths(1).AddDays(-1) is var end && end < days.Last ? end : days.Last));
        return found;
    }
}
