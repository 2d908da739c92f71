namespace Admetry.Finance;

/// <summary>From which day the age of an open item counts.</summary>
public enum AgeingBasis
{
    /// <summary>Days past due; current is what is not due yet.</summary>
    DueDate,

    /// <summary>Days since the document was issued; current is what was issued on the day itself.</summary>
    InvoiceDate,
}

/// <summary>How old what is open is, on one day, in major units of the books' currency.</summary>
/// <remarks>The buckets sum to the open balance to the cent, since each open item lies in one of them.</remarks>
/// <param name="Current">Age zero or less.</param>
public sealed record AgeingBuckets(decimal Current, decimal Days1To30, decimal Days31To60, decimal Days61To90, decimal Days91AndMore)
{
    static readonly AgeingBuckets Nothing = new(0, 0, 0, 0, 0);

    public decimal Open => Current + Days1To30 + Days31To60 + Days61To90 + Days91AndMore;

    /// <summary>Everything older than current.</summary>
    public decimal Overdue => Open - Current;

    /// <summary>What of it is expected never to be paid: 1, 3, 10, 25 and 50 per cent of the buckets, to the cent, half to even.</summary>
    public decimal Allowance => decimal.Round(
        (Current * 0.01m) + (Days1To30 * 0.03m) + (Days31To60 * 0.10m) + (Days61To90 * 0.25m) + (Days91AndMore * 0.50m), 2, MidpointRounding.ToEven);

    internal static AgeingBuckets Of(IEnumerable<(int Age, decimal Open)> items) => items.Aggregate(Nothing, (sum, item) => item.Age switch
    {
        <= 0 => sum with { Current = sum.Current + item.Open },
        <= 30 => sum with { Days1To30 = sum.Days1To30 + item.Open },
        <= 60 => sum with { Days31To60 = sum.Days31To60 + item.Open },
        <= 90 => sum with { Days61To90 = sum.Days61To90 + item.Open },
        _ => sum with { Days91AndMore = sum.Days91AndMore + item.Open },
    });
}

/// <summary>The ageing of one client's or one publisher's open items.</summary>
public sealed record PartyAgeing(long PartyId, AgeingBuckets Buckets);

/// <summary>Ages what is open on any day, past days included: what is dated later is not looked at.</summary>
public static class Ageing
{
    public static AgeingBuckets Of(Books books, BookSide side, DateOnly asOf, AgeingBasis basis = AgeingBasis.DueDate) =>
        AgeingBuckets.Of(OpenItems.AsOf(books, side, asOf).Select(item => (Age(item.Document, asOf, basis), item.Open)));

    /// <returns>Parties with something open, most open first, of equals the lower id.</returns>
    public static IReadOnlyList<PartyAgeing> ByParty(Books books, BookSide side, DateOnly asOf, AgeingBasis basis = AgeingBasis.DueDate) =>
    [
        .. OpenItems.AsOf(books, side, asOf)
            .GroupBy(item => item.Document.PartyId, item => (Age(item.Document, asOf, basis), item.Open))
            .Select(party => new PartyAgeing(party.Key, AgeingBuckets.Of(party)))
            .OrderByDescending(party => party.Buckets.Open).ThenBy(party => party.PartyId),
    ];

    /// <summary>Whole days since the document was due or issued; below zero before.</summary>
    public static int Age(FinanceDocument document, DateOnly asOf, AgeingBasis basis) =>
        asOf.DayNumber - (basis is AgeingBasis.DueDate ? document.DueDate : document.IssueDate).DayNumber;
}
