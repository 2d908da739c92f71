using Admetry.Finance;
using Admetry.Statistics;

namespace Admetry.Synthetic.Acme;

/// <summary>The books of ACME Corp: every month closed into invoices, statements and credit notes, and how they were paid.</summary>
/// <remarks>A function of the seed and the delivery. The books of a month are dated the first day of the next one.</remarks>
public static class AcmeFinance
{
    const string Currency = "USD";
    static readonly decimal Cent = 0.01m;

    /// <summary>The last day of the books: a month after the last day of delivery, so that all of it is invoiced.</summary>
    public static DateOnly Until { get; } = new(2025, 1, 31);

    /// <param name="delivery">In order of months; within a month in any order.</param>
    /// <exception cref="ArgumentException">Months are out of order, or a campaign or publisher of the delivery is unknown.</exception>
    public static AcmeBooks Close(int seed, IReadOnlyList<AcmeOrder> orders, IReadOnlyList<AcmePayee> payees, IEnumerable<MonthlyDelivery> delivery)
    {
        var closed = new ClosedMonths(orders, payees, Currency);
        foreach (var (month, rows) in Months(delivery))
            closed.Close(month, rows);

        var random = new CounterRandom(unchecked((seed * 31) + 9));
        var planted = PlantedErrors.Choose(random, closed.Invoices, Until);
        var offByCent = Spoil(random, closed.Invoices, planted);
        var movements = new Movements(Until);
        var clients = new ClientPayments(random, planted, closed, movements);
        clients.Settle();
        var publishers = new PublisherPayments(random, closed, movements);
        publishers.Settle();

        var documents = closed.Invoices.Concat(closed.Statements).Select(made => (made.Document, made.Lines)).Concat(clients.Credits).Concat(publishers.Clawbacks).ToList();
        return new(
            [.. orders.Select(Order)], [.. orders.SelectMany(order => order.Lines.Select(line => OrderLine(order, line, closed.Delivered(line.AdsetId))))],
            [.. documents.Select(made => made.Document).OrderBy(document => document.DocumentId)],
            [.. documents.SelectMany(made => made.Lines).OrderBy(line => line.LineId)],
            movements.Payments, movements.Allocations, [.. clients.Truth, .. offByCent]);
    }

    static IEnumerable<(DateOnly Month, List<MonthlyDelivery> Rows)> Months(IEnumerable<MonthlyDelivery> delivery)
    {
        var rows = new List<MonthlyDelivery>();
        foreach (var row in delivery)
        {
            if (rows is [var first, ..] && first.Month != row.Month)
            {
                if (row.Month < first.Month)
                    throw new ArgumentException($"The delivery of {row.Month:yyyy-MM} comes after that of {first.Month:yyyy-MM}.", nameof(delivery));
                yield return (first.Month, rows);
                rows = [];
            }

            rows.Add(row);
        }

        if (rows is [var last, ..])
            yield return (last.Month, rows);
    }

    /// <summary>Writes some invoices a cent too high or too low; their lines still sum to them.</summary>
    static List<PlantedError> Spoil(CounterRandom random, List<Closed> invoices, PlantedErrors planted)
    {
        var spoilt = new List<PlantedError>();
        foreach (var (place, invoice) in invoices.Index().Where(invoice => planted.OffByCent.Contains(invoice.Item.Document.DocumentId)).ToList())
        {
            var cent = random.Uniform(invoice.Document.DocumentId, 41) < .5 ? Cent : -Cent;
            var line = invoice.Lines[0] with { Amount = invoice.Lines[0].Amount + cent, ResidualMicros = invoice.Lines[0].ResidualMicros - (long)(cent * 1_000_000) };
            invoices[place] = invoice with
            {
                Document = invoice.Document with { Total = invoice.Document.Total + cent },
                Lines = [line, .. invoice.Lines.Skip(1)],
            };
            spoilt.Add(new(FinanceErrorKind.LineOffByCents, invoice.Document.ClientId, invoice.Document.DocumentId, 0));
        }

        return spoilt;
    }

    static InsertionOrder Order(AcmeOrder order) => new(
        order.CampaignId, $"IO-{order.CampaignCode}", order.ClientId, order.AccountId, order.CampaignId, order.TermsDays, Currency, order.Cap);

    /// <summary>Where no rate was agreed, it is what the delivery cost; units are those delivered, up to the next thousand.</summary>
    static IoLine OrderLine(AcmeOrder order, AcmeOrderLine line, (long Gross, long Quantity) delivered)
    {
        var units = order.BillingModel is "CPM" ? 1000 : 1;
        var rate = order.Rate ?? (delivered.Quantity == 0 ? 0 : decimal.Round(delivered.Gross * units / (delivered.Quantity * 1_000_000m), 2, MidpointRounding.ToEven));
        return new(line.AdsetId, order.CampaignId, line.AdsetId, order.BillingModel, rate, (delivered.Quantity + 999) / 1000 * 1000, line.FirstDay, line.LastDay);
    }
}
