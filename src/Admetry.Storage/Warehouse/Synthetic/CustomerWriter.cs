using System.Globalization;
using Admetry.Synthetic.Acme;

namespace Admetry.Storage.Warehouse.Synthetic;

/// <summary>Writes the orders of regular customers, who are numbered behind the people that ads were shown to.</summary>
sealed class CustomerWriter(BulkWriters bulk, AcmeWorld world, AcmeKeys keys, long loadId)
{
    const int Cents = 2;
    const int MicrosOfCent = 10_000;

    readonly CustomerDraw draw = new(world);

    /// <summary>The number that a customer's orders bear.</summary>
    public static long UserNo(AcmeWorld world, int number) => world.Users + number;

    public void Write(CancellationToken cancel)
    {
        var to = bulk["fact_revenue"];
        for (var number = 1; number <= draw.Count; number++)
        {
            var customer = draw.Draw(number);
            foreach (var (i, order) in customer.Orders.Index())
            {
                to.Long(keys.Client + customer.Advertiser);
                to.Integer(Calendar.Key(AcmeParameters.First.AddDays((int)order.At)));
                to.Text("direct");
                to.Text(string.Create(CultureInfo.InvariantCulture, $"SHP-{number:D8}-{i + 1}"));
                to.Long(UserNo(world, number));
                to.Decimal(new((int)(order.Amount / MicrosOfCent), 0, 0, false, Cents));
                to.Text("USD");
                to.Boolean(i == 0);
                to.Long(loadId);
                to.EndRow();
            }

            cancel.ThrowIfCancellationRequested();
        }
    }
}
