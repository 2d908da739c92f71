namespace Admetry.Finance;

/// <summary>Finds errors in the books as they were known on a day.</summary>
public static class FinanceErrors
{
    /// <summary>Days after which what is overdue will not come by itself.</summary>
    public const int LongOverdue = 90;

    /// <summary>Days within which the same payment again is taken for a duplicate.</summary>
    public const int DuplicateWithin = 30;

    const int FewestUnpaid = 2;

    /// <param name="lines">Of the documents; those of documents issued later are passed over.</param>
    /// <returns>By kind, then by party, document and payment.</returns>
    public static IReadOnlyList<FinanceFinding> Find(Books books, IEnumerable<FinanceLine> lines, DateOnly asOf)
    {
        var overdue = OpenItems.AsOf(books, BookSide.Receivable, asOf)
            .Where(item => item.Open > 0 && Ageing.Age(item.Document, asOf, AgeingBasis.DueDate) > LongOverdue)
            .ToLookup(item => HasPayment(books, item, asOf));
        var insolvent = Insolvent(books, overdue[false], asOf).ToList();
        return
        [
            .. Duplicates(books, asOf)
                .Concat(ShortPays(overdue[true], asOf))
                .Concat(insolvent)
                .Concat(Cents(books, lines, asOf))
                .OrderBy(found => found.Kind).ThenBy(found => found.PartyId).ThenBy(found => found.DocumentId).ThenBy(found => found.PaymentId),
        ];
    }

    static bool HasPayment(Books books, OpenItem item, DateOnly asOf) =>
        books.Settling(item.Document.DocumentId, asOf).Any(allocation => allocation.PaymentId != 0);

    static IEnumerable<FinanceFinding> Duplicates(Books books, DateOnly asOf)
    {
        var known = books.Payments.Where(payment => payment.PaidDate <= asOf).ToList();
        var paid = known.GroupBy(payment => (payment.Side, payment.PartyId, payment.Reference))
            .ToDictionary(group => group.Key, group => group.Sum(payment => payment.Amount));
        var documents = books.Documents.ToDictionary(document => document.Number);
        return
            from same in known.GroupBy(payment => (payment.Side, payment.PartyId, payment.Reference, payment.Amount))
            let inOrder = same.OrderBy(payment => payment.PaidDate).ThenBy(payment => payment.PaymentId).ToList()
            from pair in inOrder.Zip(inOrder.Skip(1))
            let days = pair.Second.PaidDate.DayNumber - pair.First.PaidDate.DayNumber
            let document = documents.GetValueOrDefault(same.Key.Reference)
            let together = paid[(same.Key.Side, same.Key.PartyId, same.Key.Reference)]
            where days <= DuplicateWithin && (document is null || together - Asked(books, document, asOf) >= same.Key.Amount)
            select new FinanceFinding(
                FinanceErrorKind.DuplicatedPayment, same.Key.Side, same.Key.PartyId, document?.DocumentId ?? 0, pair.Second.PaymentId, same.Key.Amount,
                FormattableString.Invariant($"{same.Key.Amount:N2} for {same.Key.Reference} on {pair.First.PaidDate:yyyy-MM-dd} and again on {pair.Second.PaidDate:yyyy-MM-dd}; together {together:N2} was paid for it."));
    }

    static decimal Asked(Books books, FinanceDocument document, DateOnly asOf) => document.Total
        - books.Settling(document.DocumentId, asOf).Where(allocation => allocation.CreditId != 0).Sum(allocation => allocation.Amount);

    static IEnumerable<FinanceFinding> ShortPays(IEnumerable<OpenItem> overdue, DateOnly asOf) =>
        from item in overdue
        select new FinanceFinding(
            FinanceErrorKind.ShortPay, BookSide.Receivable, item.Document.PartyId, item.Document.DocumentId, 0, item.Open,
            FormattableString.Invariant($"{item.Document.Number}: {item.Open:N2} of {item.Document.Total:N2} is open {Ageing.Age(item.Document, asOf, AgeingBasis.DueDate)} days after it was due, the rest was paid."));

    static IEnumerable<FinanceFinding> Insolvent(Books books, IEnumerable<OpenItem> unpaid, DateOnly asOf) =>
        from party in unpaid.GroupBy(item => item.Document.PartyId)
        let firstDue = party.Min(item => item.Document.DueDate)
        let last = books.Payments
            .Where(payment => payment.Direction is PaymentDirection.In && payment.ClientId == party.Key && payment.PaidDate <= asOf)
            .Select(payment => payment.PaidDate).DefaultIfEmpty(DateOnly.MinValue).Max()
        where party.Count() >= FewestUnpaid && last <= firstDue
        let owed = OpenItems.AsOf(books, BookSide.Receivable, asOf).Where(item => item.Document.PartyId == party.Key).Sum(item => item.Open)
        select new FinanceFinding(
            FinanceErrorKind.InsolventClient, BookSide.Receivable, party.Key, 0, 0, owed,
            FormattableString.Invariant($"{party.Count()} invoices are more than {LongOverdue} days overdue without any payment, the first since {firstDue:yyyy-MM-dd}; {owed:N2} is open, and nothing came since {(last == DateOnly.MinValue ? "the beginning" : last.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture))}."));

    static IEnumerable<FinanceFinding> Cents(Books books, IEnumerable<FinanceLine> lines, DateOnly asOf)
    {
        var issued = books.Documents.Where(document => document.IssueDate <= asOf).ToDictionary(document => document.DocumentId);
        return
            from line in lines
            let right = decimal.Round(line.Exact, 2, MidpointRounding.ToEven)
            where right != line.Amount && issued.ContainsKey(line.DocumentId)
            let document = issued[line.DocumentId]
            select new FinanceFinding(
                FinanceErrorKind.LineOffByCents, document.Side, document.PartyId, document.DocumentId, 0, line.Amount - right,
                FormattableString.Invariant($"{document.Number}, line {line.LineId}: {line.Amount:N2} stands for {line.Exact:0.000000}, which is {right:N2}."));
    }
}
