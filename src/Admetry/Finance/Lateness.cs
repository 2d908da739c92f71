namespace Admetry.Finance;

/// <summary>How late each party's payments settle what is due, learnt from the days up to one day.</summary>
/// <remarks>In days after the due date, below zero for early; each settling payment counts once, whatever its amount.</remarks>
public sealed class Lateness
{
    readonly Dictionary<long, double> means;

    Lateness(Dictionary<long, double> means, double overall) => (this.means, Overall) = (means, overall);

    /// <summary>Of all parties together; zero before anyone paid.</summary>
    public double Overall { get; }

    /// <param name="side">Receivable: how late clients pay us. Payable: how late we pay publishers.</param>
    public static Lateness Of(Books books, BookSide side, DateOnly asOf)
    {
        var days = (
            from document in books.Documents
            where document.IsCharge && document.Side == side
            from allocation in books.Settling(document.DocumentId, asOf)
            where allocation.PaymentId != 0
            select (document.PartyId, Days: (double)(books.Source(allocation).DayNumber - document.DueDate.DayNumber))).ToList();
        return new(
            days.GroupBy(paid => paid.PartyId, paid => paid.Days).ToDictionary(party => party.Key, party => party.Average()),
            days is [] ? 0 : days.Average(paid => paid.Days));
    }

    /// <summary>A party's mean; of one that never paid, the mean of all.</summary>
    public double Mean(long partyId) => means.GetValueOrDefault(partyId, Overall);

    /// <summary>The day on which a document is expected to be paid.</summary>
    public DateOnly Expected(FinanceDocument document) =>
        document.DueDate.AddDays((int)Math.Round(Mean(document.PartyId), MidpointRounding.AwayFromZero));
}
