using Admetry.Finance;
using Admetry.Statistics;

namespace Admetry.Synthetic.Acme;

/// <summary>What clients do with their invoices: they pay early, late, exactly, too much, in part, twice, or no more.</summary>
/// <remarks>Invalid traffic found a month later is credited: to its own invoice while that is open, else to the campaign's next one.</remarks>
sealed class ClientPayments(CounterRandom random, PlantedErrors planted, ClosedMonths closed, Movements movements)
{
    const int FewestDays = 3;
    const int DuplicateWithin = 6, DuplicateDays = 21;

    /// <summary>Credit notes, in the order in which they were made.</summary>
    public List<(FinanceDocument Document, IReadOnlyList<FinanceLine> Lines)> Credits { get; } = [];

    public List<PlantedError> Truth { get; } = [];

    public void Settle()
    {
        foreach (var campaign in closed.Invoices.GroupBy(invoice => invoice.CampaignId))
        {
            var waiting = new Queue<(FinanceDocument Credit, decimal Left)>();
            foreach (var invoice in campaign)
                Settle(invoice, waiting);
        }

        Truth.AddRange(planted.Insolvent.Keys.Select(client => new PlantedError(FinanceErrorKind.InsolventClient, client, 0, 0)));
    }

    void Settle(Closed invoice, Queue<(FinanceDocument Credit, decimal Left)> waiting)
    {
        var (document, open) = (invoice.Document, invoice.Document.Total);
        for (var count = waiting.Count; count > 0; count--)
            open = Apply(waiting.Dequeue(), document, open, document.IssueDate, waiting);

        var habit = Habit(document);
        var day = Day(document, habit);
        if (Note(invoice) is { } note)
        {
            if (day is null || note.IssueDate < day)
                open = Apply((note, note.Total), document, open, note.IssueDate, waiting);
            else
                waiting.Enqueue((note, note.Total));
        }

        if (day is { } paid && open > 0)
            Pay(document, habit, paid, open);
    }

    decimal Apply((FinanceDocument Credit, decimal Left) credit, FinanceDocument document, decimal open, DateOnly day, Queue<(FinanceDocument, decimal)> waiting)
    {
        var amount = Math.Min(credit.Left, open);
        if (amount > 0)
            movements.Credit(credit.Credit, document, amount, day);
        if (amount < credit.Left)
            waiting.Enqueue((credit.Credit, credit.Left - amount));
        return open - amount;
    }

    PayingHabit Habit(FinanceDocument document)
    {
        var habit = PayingHabit.Of(random, document.DocumentId, document.DueDate);
        return planted.Duplicated.Contains(document.DocumentId) ? habit with { Share = 1, RestDays = null }
            : planted.ShortPaid.Contains(document.DocumentId) ? habit with { Share = random.Between(.8, .92, document.DocumentId, DuplicateDays + 1), RestDays = null }
            : habit;
    }

    /// <summary>When an invoice is paid first; null for a client that has stopped paying.</summary>
    DateOnly? Day(FinanceDocument document, PayingHabit habit)
    {
        var day = document.DueDate.AddDays(habit.Days);
        var soonest = document.IssueDate.AddDays(FewestDays);
        day = day < soonest ? soonest : day;
        if (!planted.Insolvent.TryGetValue(document.ClientId, out var stop))
            return day;

        return document.DueDate >= stop ? null : day < stop ? day : stop.AddDays(-1);
    }

    FinanceDocument? Note(Closed invoice)
    {
        var issued = invoice.Document.IssueDate.AddMonths(1);
        if (invoice.Invalid == 0 || issued > movements.Until)
            return null;

        var note = invoice.Document with
        {
            DocumentId = closed.NextDocumentId(),
            Number = invoice.Document.Number.Replace("INV", "CN", StringComparison.Ordinal),
            Kind = DocumentKind.CreditNote,
            IssueDate = issued,
            DueDate = issued,
            Total = invoice.Invalid,
        };
        Credits.Add((note, [new(closed.NextLineId(), note.DocumentId, 0, invoice.CampaignId, 0, 0, 0, note.Total, 0)]));
        return note;
    }

    void Pay(FinanceDocument document, PayingHabit habit, DateOnly day, decimal open)
    {
        var amount = Math.Max(0.01m, decimal.Round(open * (decimal)habit.Share, 2, MidpointRounding.ToEven));
        movements.Pay(document, day, amount, Math.Min(amount, open));
        if (habit.RestDays is { } later && amount < open)
            movements.Pay(document, Rest(document, day.AddDays(later)), open - amount, open - amount);
        if (planted.ShortPaid.Contains(document.DocumentId))
            Truth.Add(new(FinanceErrorKind.ShortPay, document.ClientId, document.DocumentId, 0));
        if (planted.Duplicated.Contains(document.DocumentId))
        {
            var again = movements.Pay(document, day.AddDays((int)(random.Uniform(document.DocumentId, DuplicateDays) * (DuplicateWithin + 1))), amount, 0);
            Truth.Add(new(FinanceErrorKind.DuplicatedPayment, document.ClientId, document.DocumentId, again!.PaymentId));
        }
    }

    DateOnly Rest(FinanceDocument document, DateOnly day) =>
        planted.Insolvent.TryGetValue(document.ClientId, out var stop) && day >= stop ? stop.AddDays(-1) : day;
}
