using Admetry.Finance;
using Admetry.Statistics;

namespace Admetry.Synthetic.Acme;

/// <summary>Chooses where the books are wrong on purpose: so far back that each error can be known by the end.</summary>
/// <param name="Insolvent">Clients, with the due date from which on they pay nothing.</param>
sealed record PlantedErrors(
    IReadOnlySet<long> Duplicated, IReadOnlySet<long> ShortPaid, IReadOnlySet<long> OffByCent, IReadOnlyDictionary<long, DateOnly> Insolvent)
{
    const int DuplicatedCount = 5, ShortPaidCount = 3, OffByCentCount = 4, InsolventCount = 2;
    const int FewestPaid = 2, KnownUnpaid = 3, SettledAfter = 100;
    const decimal SmallestTotal = 5;
    const int Rank = 11;

    /// <param name="invoices">All of them; where there are too few, fewer errors are planted.</param>
    public static PlantedErrors Choose(CounterRandom random, IReadOnlyList<Closed> invoices, DateOnly until)
    {
        var insolvent = Clients(random, invoices, until);
        var known = until.AddDays(-FinanceErrors.LongOverdue - SettledAfter);
        long[] chosen =
        [
            .. invoices.Where(invoice => invoice.Document.DueDate <= known && invoice.Document.Total >= SmallestTotal
                    && invoice.Invalid * 2 < invoice.Document.Total && !insolvent.ContainsKey(invoice.Document.ClientId))
                .Select(invoice => invoice.Document.DocumentId).OrderBy(id => random.Uniform(id, Rank)).Take(DuplicatedCount + ShortPaidCount + OffByCentCount),
        ];
        return new(
            chosen.Take(DuplicatedCount).ToHashSet(), chosen.Skip(DuplicatedCount).Take(ShortPaidCount).ToHashSet(),
            chosen.Skip(DuplicatedCount + ShortPaidCount).ToHashSet(), insolvent);
    }

    /// <summary>Of the smaller half of clients, some with invoices enough: they stop paying the last ones that are long overdue at the end.</summary>
    static Dictionary<long, DateOnly> Clients(CounterRandom random, IReadOnlyList<Closed> invoices, DateOnly until)
    {
        var known = until.AddDays(-FinanceErrors.LongOverdue - 1);
        var clients = invoices.GroupBy(invoice => invoice.Document.ClientId)
            .OrderBy(client => client.Sum(invoice => invoice.Document.Total)).ThenBy(client => client.Key).ToList();
        return clients.Take((clients.Count + 1) / 2)
            .Select(client => (client.Key, Due: client.Select(invoice => invoice.Document.DueDate).Where(due => due <= known).Order().ToList()))
            .Where(client => client.Due.Count >= FewestPaid + KnownUnpaid)
            .OrderBy(client => random.Uniform(client.Key, Rank + 1)).Take(InsolventCount)
            .ToDictionary(client => client.Key, client => client.Due[^KnownUnpaid]);
    }
}
