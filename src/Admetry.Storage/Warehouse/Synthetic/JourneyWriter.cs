using System.Globalization;
using Admetry.Synthetic.Acme;

namespace Admetry.Storage.Warehouse.Synthetic;

/// <summary>Writes every person's journey and its order, and counts what truly brought the orders.</summary>
sealed class JourneyWriter(BulkWriters bulk, AcmeWorld world, AcmeKeys keys, long loadId)
{
    const int Cents = 2;
    const int MicrosOfCent = 10_000;

    long touches;

    /// <summary>Orders by the channel that brought them; those that several brought are split evenly.</summary>
    public double[] Credit { get; } = new double[JourneyChannel.All.Count];

    /// <summary>Orders that no touch brought.</summary>
    public long ByThemselves { get; private set; }

    public void Write(CancellationToken cancel)
    {
        var (draw, journey) = (new JourneyDraw(world), new Journey());
        for (var user = 1L; user <= world.Users; user++)
        {
            draw.Draw(journey, user);
            Touches(bulk["fact_touchpoint"], journey);
            if (journey.OrderedAt != AuctionBatch.None)
                Order(bulk["fact_revenue"], journey);
            cancel.ThrowIfCancellationRequested();
        }
    }

    void Touches(BulkWriter to, Journey journey)
    {
        for (var i = 0; i < journey.Count; i++)
        {
            var channel = JourneyChannel.All[journey.Channel[i]];
            to.Long(++touches);
            to.Long(journey.User);
            to.Long(keys.Client + journey.Advertiser);
            to.Timestamp(journey.At[i]);
            to.Integer(channel.Platform.Id);
            to.Long(journey.Campaign[i] == 0 ? 0 : keys.Campaign + journey.Campaign[i]);
            to.Text(channel.TouchType);
            to.Decimal(journey.IsHeldOut[i] ? 0 : channel.Cost);
            to.Text(AcmeDimensions.Word(channel.Role));
            to.Boolean(journey.IsHeldOut[i]);
            to.Long(loadId);
            to.Text(channel.Name);
            to.EndRow();
        }
    }

    // The client's books know the last channel that brought the buyer.
    void Order(BulkWriter to, Journey journey)
    {
        var last = Enumerable.Range(0, journey.Count).Where(i => !journey.IsHeldOut[i]).DefaultIfEmpty(AuctionBatch.None).Last();
        to.Long(keys.Client + journey.Advertiser);
        to.Integer(Calendar.Key(DateOnly.FromDateTime(DateTime.UnixEpoch.AddTicks(journey.OrderedAt * TimeSpan.TicksPerMicrosecond))));
        to.Text(last == AuctionBatch.None ? "direct" : JourneyChannel.All[journey.Channel[last]].Platform.Code);
        to.Text(string.Create(CultureInfo.InvariantCulture, $"ORD-{journey.User:D10}"));
        to.Long(journey.User);
        to.Decimal(new((int)(journey.Amount / MicrosOfCent), 0, 0, false, Cents));
        to.Text("USD");
        to.Boolean(true);
        to.Long(loadId);
        to.EndRow();
        Credited(journey);
    }

    void Credited(Journey journey)
    {
        var worked = Enumerable.Range(0, journey.Count).Where(i => journey.Worked[i]).ToList();
        foreach (var i in worked)
            Credit[journey.Channel[i]] += 1.0 / worked.Count;
        ByThemselves += worked is [] ? 1 : 0;
    }
}
