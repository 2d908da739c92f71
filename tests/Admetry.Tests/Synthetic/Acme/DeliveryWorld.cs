using Admetry.Statistics;
using Admetry.Synthetic.Acme;

namespace Admetry.Tests.Synthetic.Acme;

/// <summary>Five years of delivery by month, drawn without any log rows.</summary>
static class DeliveryWorld
{
    static readonly (int Days, double Until)[] ClientTerms = [(30, .25), (45, .5), (60, .85), (90, 1)];
    static readonly (int Days, double Until)[] PublisherTerms = [(45, .3), (60, .7), (75, .85), (90, 1)];
    static readonly string[] Models = ["CPM", "CPM", "CPM", "CPC", "CPC", "CPA", "CPCV"];

    public static IReadOnlyList<AcmeOrder> Orders(int seed, int clients = 60, int campaigns = 480)
    {
        var random = new CounterRandom(seed);
        return
        [
            .. Enumerable.Range(1, campaigns).Select(id =>
            {
                var client = 1 + (long)(random.Uniform(id, 1) * clients);
                var first = new DateOnly(2020, 1, 1).AddDays((int)(random.Uniform(id, 2) * 1820));
                return new AcmeOrder(
                    id, $"CMP-{id:000000}", client, client, Terms(ClientTerms, random.Uniform(client, 3)), random.Pick(Models, id, 4), null, null,
                    [.. Enumerable.Range(0, 1 + (id % 3)).Select(line => new AcmeOrderLine((id * 10) + line, first, first.AddDays(14 + (int)(random.Uniform(id, 5) * 166))))]);
            }),
        ];
    }

    public static IReadOnlyList<AcmePayee> Payees(int seed, int publishers = 60)
    {
        var random = new CounterRandom(seed + 1);
        return [.. Enumerable.Range(1, publishers).Select(id =>
            new AcmePayee(id, $"PUB-{id:0000}", Terms(PublisherTerms, random.Uniform(id, 1)), random.Uniform(id, 2) < .4))];
    }

    public static IEnumerable<MonthlyDelivery> Delivery(int seed, IReadOnlyList<AcmeOrder> orders, IReadOnlyList<AcmePayee> payees)
    {
        var random = new CounterRandom(seed + 2);
        for (var month = new DateOnly(2020, 1, 1); month.Year < 2025; month = month.AddMonths(1))
            foreach (var order in orders)
                foreach (var line in order.Lines.Where(line => line.FirstDay < month.AddMonths(1) && line.LastDay >= month))
                    foreach (var slot in Enumerable.Range(0, 6))
                    {
                        var place = (line.AdsetId * 100_000) + (month.DayNumber * 7) + slot;
                        var publisher = payees[(int)(payees.Count * Math.Pow(random.Uniform(place, 1), 5))];
                        var size = Math.Exp(1.2 * Math.Sqrt(-2 * Math.Log(random.Uniform(order.ClientId, 4))) * Math.Cos(2 * Math.PI * random.Uniform(order.ClientId, 5)));
                        var gross = (long)(random.Uniform(place, 2) * size * 250_000_000) + 12_345;
                        var impressions = gross / 5000;
                        yield return new(
                            order.CampaignId, line.AdsetId, publisher.PublisherId, month, gross, gross * 68 / 100, gross * 80 / 100, gross / 160,
                            random.Uniform(place, 3) < .1 ? gross / 20 : 0, impressions, impressions / 500, impressions / 2, impressions / 20_000);
                    }
    }

    public static AcmeBooks Books(int seed)
    {
        var (orders, payees) = (Orders(seed), Payees(seed));
        return AcmeFinance.Close(seed, orders, payees, Delivery(seed, orders, payees));
    }

    static int Terms((int Days, double Until)[] terms, double u) => terms.First(choice => u < choice.Until).Days;
}
