namespace Admetry.Finance;

/// <summary>How long money is outstanding, in days, on a day.</summary>
/// <remarks>Receivable: days sales outstanding (DSO). Payable: days payable outstanding (DPO). Null where nothing was billed.</remarks>
public static class WorkingCapital
{
    /// <summary>The days of billing that an outstanding balance is compared with.</summary>
    public const int Window = 90;

    /// <summary>Invoices less credit notes, or statements less clawbacks, issued after <paramref name="after"/> up to <paramref name="until"/>.</summary>
    public static decimal Billed(Books books, BookSide side, DateOnly after, DateOnly until) => books.Documents
        .Where(document => document.Side == side && document.IssueDate > after && document.IssueDate <= until)
        .Sum(document => document.IsCharge ? document.Total : -document.Total);

    /// <summary>Open balance ÷ billed in the last 90 days × 90.</summary>
    public static double? DaysOutstanding(Books books, BookSide side, DateOnly asOf) =>
        Billed(books, side, asOf.AddDays(-Window), asOf) is > 0 and var billed
            ? (double)(OpenItems.Balance(books, side, asOf) / billed * Window)
            : null;

    /// <summary>
    /// DSO or DPO by counting back: the balance is used up by the latest month's billing, then the month before; each month used up
    /// counts its days, the last one in part.
    /// </summary>
    /// <returns>Null where the balance is more than was ever billed, or nothing was.</returns>
    public static double? CountBack(Books books, BookSide side, DateOnly asOf)
    {
        var earliest = books.Documents.Where(document => document.Side == side).Select(document => document.IssueDate).DefaultIfEmpty(DateOnly.MaxValue).Min();
        var left = OpenItems.Balance(books, side, asOf);
        var days = 0.0;
        for (var last = asOf; last >= earliest;)
        {
            var before = new DateOnly(last.Year, last.Month, 1).AddDays(-1);
            var billed = Billed(books, side, before, last);
            var length = last.DayNumber - before.DayNumber;
            if (left <= billed)
                return billed == 0 ? days : days + ((double)(left / billed) * length);

            (left, days, last) = (left - billed, days + length, before);
        }

        return null;
    }

    /// <summary>DSO − DPO: above zero, we finance publishers. Null where either is.</summary>
    public static double? CashConversionGap(Books books, DateOnly asOf) =>
        DaysOutstanding(books, BookSide.Receivable, asOf) - DaysOutstanding(books, BookSide.Payable, asOf);

    /// <summary>
    /// Collection effectiveness: of what could be collected between two days, how much was:
    /// (open at the begin + billed − open at the end) ÷ (open at the begin + billed − of that not due at the end).
    /// </summary>
    /// <param name="begin">The day whose closing balance opens the period.</param>
    /// <returns>0 to 1; null where nothing was due.</returns>
    public static double? CollectionEffectiveness(Books books, DateOnly begin, DateOnly end)
    {
        var owed = OpenItems.Balance(books, BookSide.Receivable, begin) + Billed(books, BookSide.Receivable, begin, end);
        var ageing = Ageing.Of(books, BookSide.Receivable, end);
        return owed == ageing.Current ? null : (double)((owed - ageing.Open) / (owed - ageing.Current));
    }
}
