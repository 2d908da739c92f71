using Admetry.Finance;
using Admetry.Statistics;

namespace Admetry.Synthetic.Acme;

/// <summary>What ACME pays publishers: on the day or a little off it; where paid when paid, as far as the clients' money has come.</summary>
/// <remarks>What a client still owes 120 days after its invoice was due is clawed back from the publishers who wait for it.</remarks>
sealed class PublisherPayments(CounterRandom random, ClosedMonths closed, Movements movements)
{
    const int When = 31, HowLong = 32, OffDays = 5;
    const double OnTheDay = .7, Late = .2;
    const int ClawbackAfter = 120, RunDays = 14;

    readonly Dictionary<(long Campaign, DateOnly Month), Closed> funding =
        closed.Invoices.ToDictionary(invoice => (invoice.CampaignId, invoice.Document.Period));
    readonly Dictionary<long, List<(DateOnly Day, decimal Paid, decimal Credited)>> settled = [];

    /// <summary>Clawbacks, in the order in which they were made.</summary>
    public List<(FinanceDocument Document, IReadOnlyList<FinanceLine> Lines)> Clawbacks { get; } = [];

    public void Settle()
    {
        foreach (var invoice in movements.Allocations.GroupBy(allocation => allocation.DocumentId))
            settled[invoice.Key] = [.. invoice.Select(allocation => (allocation.AllocatedDate,
                allocation.PaymentId != 0 ? allocation.Amount : 0, allocation.PaymentId == 0 ? allocation.Amount : 0))];
        foreach (var statement in closed.Statements)
            if (statement.Document.IsSequential)
                PayWhenPaid(statement);
            else
                movements.Pay(statement.Document, Day(statement.Document), statement.Document.Total, statement.Document.Total);
    }

    DateOnly Day(FinanceDocument document)
    {
        var days = 1 + (int)(random.Uniform(document.DocumentId, HowLong) * OffDays);
        return document.DueDate.AddDays(random.Uniform(document.DocumentId, When) switch
        {
            < OnTheDay => 0,
            < OnTheDay + Late => days,
            _ => -days,
        });
    }

    /// <summary>Pays what is payable on the due date, then every two weeks what has become payable since, until nothing is left.</summary>
    void PayWhenPaid(Closed statement)
    {
        var (document, open, paid) = (statement.Document, statement.Document.Total, 0m);
        var forfeited = new Dictionary<long, decimal>(); // what stays payable of lines that were clawed back
        for (var day = Day(document); day <= movements.Until && open > 0; day = day.AddDays(RunDays))
        {
            var lost = statement.Lines.Where(line => !forfeited.ContainsKey(line.LineId) && IsLost(line, document, day)).ToList();
            foreach (var line in lost)
                forfeited[line.LineId] = Payable(line, document, day);
            var payable = statement.Lines.Sum(line => forfeited.TryGetValue(line.LineId, out var final) ? final : Payable(line, document, day)) - paid;
            movements.Pay(document, day, payable, payable);
            open -= payable + Claw(document, day, lost, forfeited);
            paid += payable;
        }
    }

    decimal Claw(FinanceDocument statement, DateOnly day, List<FinanceLine> lost, Dictionary<long, decimal> forfeited)
    {
        if (lost is [])
            return 0;

        var id = closed.NextDocumentId();
        List<FinanceLine> lines =
        [
            .. lost.Select(line => line with
            {
                LineId = closed.NextLineId(), DocumentId = id, Quantity = 0, Rate = 0, Amount = line.Amount - forfeited[line.LineId], ResidualMicros = 0,
            }),
        ];
        var clawback = statement with
        {
            DocumentId = id,
            Number = FormattableString.Invariant($"{statement.Number.Replace("PS", "CB", StringComparison.Ordinal)}-{day:yyyyMMdd}"),
            Kind = DocumentKind.Clawback,
            IssueDate = day,
            DueDate = day,
            Total = lines.Sum(line => line.Amount),
            IsSequential = false,
        };
        Clawbacks.Add((clawback, lines));
        movements.Credit(clawback, statement, clawback.Total, day);
        return clawback.Total;
    }

    bool IsLost(FinanceLine line, FinanceDocument document, DateOnly day) =>
        funding.TryGetValue((line.CampaignId, document.Period), out var invoice)
        && invoice.Document.DueDate.AddDays(ClawbackAfter) < day && Payable(line, document, day) < line.Amount;

    decimal Payable(FinanceLine line, FinanceDocument document, DateOnly day)
    {
        if (!funding.TryGetValue((line.CampaignId, document.Period), out var invoice))
            return line.Amount;

        var known = settled.GetValueOrDefault(invoice.Document.DocumentId, []).Where(part => part.Day <= day).ToList();
        return SequentialLiability.Payable(line.Amount, invoice.Document.Total - known.Sum(part => part.Credited), known.Sum(part => part.Paid));
    }
}
