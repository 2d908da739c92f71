namespace Admetry.Finance;

/// <summary>Paid when paid: what a publisher earned is payable only as far as the clients paid for it.</summary>
public static class SequentialLiability
{
    /// <summary>payout × min(1, received ÷ invoiced), to the cent, half to even.</summary>
    /// <param name="invoiced">What clients were asked for, less credits. Where it is zero or less there is no one to wait for: all is payable.</param>
    /// <param name="received">What they paid so far; above <paramref name="invoiced"/> releases no more than the payout.</param>
    public static decimal Payable(decimal payout, decimal invoiced, decimal received) => invoiced <= 0 || received >= invoiced
        ? payout
        : decimal.Round(payout * Math.Max(0, received) / invoiced, 2, MidpointRounding.ToEven);

    /// <summary>What of a statement is payable on a day: line by line, by the invoices of the line's campaign in the statement's month.</summary>
    /// <param name="lines">Of the statement and of the invoices that fund it; others are passed over.</param>
    public static decimal PayableOf(FinanceDocument statement, Books books, IEnumerable<FinanceLine> lines, DateOnly asOf)
    {
        if (!statement.IsSequential)
            return statement.Total;

        var known = lines.ToList();
        var funding = Funding(statement, books, known);
        return known.Where(line => line.DocumentId == statement.DocumentId)
            .Sum(line => Payable(line.Amount, Invoiced(books, funding[line.CampaignId], asOf), Received(books, funding[line.CampaignId], asOf)));
    }

    static ILookup<long, FinanceDocument> Funding(FinanceDocument statement, Books books, IEnumerable<FinanceLine> lines)
    {
        var invoices = books.Documents
            .Where(document => document.Kind is DocumentKind.Invoice && document.Period == statement.Period)
            .ToDictionary(document => document.DocumentId);
        return lines.Where(line => invoices.ContainsKey(line.DocumentId))
            .Select(line => (line.CampaignId, line.DocumentId)).Distinct()
            .ToLookup(line => line.CampaignId, line => invoices[line.DocumentId]);
    }

    static decimal Invoiced(Books books, IEnumerable<FinanceDocument> invoices, DateOnly asOf) => invoices.Sum(invoice =>
        invoice.Total - books.Settling(invoice.DocumentId, asOf).Where(allocation => allocation.CreditId != 0).Sum(allocation => allocation.Amount));

    static decimal Received(Books books, IEnumerable<FinanceDocument> invoices, DateOnly asOf) => invoices.Sum(invoice =>
        books.Settling(invoice.DocumentId, asOf).Where(allocation => allocation.PaymentId != 0).Sum(allocation => allocation.Amount));
}
