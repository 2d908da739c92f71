using Admetry.Synthetic.Acme;

namespace Admetry.Storage.Warehouse.Synthetic;

/// <summary>Writes batches of auction rows into the log tables, in the columns' order, and adds up what each campaign spent a day.</summary>
/// <param name="media">Media cost of each cell of the plan, in micros: what is written is added.</param>
sealed class LogWriter(BulkWriters bulk, AcmeWorld world, AcmeKeys keys, long loadId, long[] media)
{
    const int Price = 3;
    const int Micros = 6;

    static readonly string[] Types = ["", "purchase", "signup", "install"];

    readonly int weight = world.Parameters.Weight;

    public void Write(AuctionBatch batch)
    {
        var to = bulk["log_impression"];
        for (var i = 0; i < batch.Count; i++)
            Auction(to, batch, i);
        to = bulk["log_click"];
        for (var click = 0; click < batch.Clicks.Count; click++)
            Click(to, batch, click);
        to = bulk["log_conversion"];
        for (var conversion = 0; conversion < batch.Conversions.Count; conversion++)
            Conversion(to, batch, conversion);
    }

    void Auction(BulkWriter to, AuctionBatch batch, int i)
    {
        var won = batch.Win[i] != AuctionBatch.None;
        if (won)
            media[batch.Cell[i]] += (long)batch.Win[i] * weight;
        to.Long(ImpressionId(batch, i));
        to.Timestamp(batch.At[i]);
        to.Integer(batch.DateId[i]);
        Where(to, batch, i, isOrganic: false);
        to.Short(batch.Device[i]);
        to.Long(keys.Geo[batch.City[i]]);
        to.Short(batch.Auction[i]);
        to.Decimal(Scaled(batch.Floor[i], Price));
        to.Decimal(Scaled(batch.Bid[i], Price));
        if (won)
            to.Decimal(Scaled(batch.Win[i], Price));
        else
            to.Nulls(1);
        to.Decimal(Scaled(batch.MinToWin[i], Price));
        to.Boolean(won);
        to.Integer(weight);
        to.Long(batch.Gross[i]);
        to.Long(batch.Payout[i]);
        to.Short(batch.Flags[i]);
        to.Long(batch.Age[i]);
        to.Long(batch.Gender[i]);
        to.Short(batch.Interest[i]);
        to.Long(batch.User[i]);
        to.Long(loadId);
        to.EndRow();
    }

    void Click(BulkWriter to, AuctionBatch batch, int click)
    {
        var (clicks, i) = (batch.Clicks, batch.Clicks.Row[click]);
        to.Long(IdOf(batch, i, clicks.Number[click]));
        to.Long(ImpressionId(batch, i));
        to.Timestamp(clicks.At[click]);
        to.Integer(DateId(clicks.At[click]));
        Where(to, batch, i, isOrganic: false);
        Audience(to, batch, i, isOrganic: false);
        if (clicks.Cost[click] == AuctionBatch.None)
            to.Nulls(1);
        else
            to.Decimal(Scaled(clicks.Cost[click], Micros));
        to.Short(clicks.Pages[click]);
        to.Integer(clicks.Dwell[click]);
        to.Short(clicks.Stage[click]);
        to.Boolean(clicks.Stage[click] == 0);
        to.Long(loadId);
        to.EndRow();
    }

    void Conversion(BulkWriter to, AuctionBatch batch, int conversion)
    {
        var (conversions, i) = (batch.Conversions, batch.Conversions.Row[conversion]);
        var (click, isOrganic) = (conversions.Click[conversion], conversions.Organic[conversion]);
        to.Long(IdOf(batch, i, conversions.Number[conversion]));
        if (isOrganic)
            to.Nulls(3);
        else
        {
            to.Long(click == AuctionBatch.None ? null : (long?)IdOf(batch, i, batch.Clicks.Number[click]));
            to.Long(ImpressionId(batch, i));
            to.Timestamp(click == AuctionBatch.None ? batch.At[i] : batch.Clicks.At[click]);
        }

        to.Timestamp(conversions.At[conversion]);
        to.Integer(DateId(conversions.At[conversion]));
        Where(to, batch, i, isOrganic);
        Audience(to, batch, i, isOrganic);
        to.Text(Types[conversions.Type[conversion]]);
        to.Decimal(Scaled(conversions.Value[conversion] / 10_000, 2));
        to.Text(isOrganic ? "organic" : click == AuctionBatch.None ? "view_through" : "last_click");
        to.Long(conversions.Gross[conversion]);
        to.Long(loadId);
        to.EndRow();
    }

    // What nobody can trace back is known by its campaign alone.
    void Where(BulkWriter to, AuctionBatch batch, int i, bool isOrganic)
    {
        to.Long(keys.Campaign + batch.Campaign[i]);
        to.Long(isOrganic ? 0 : keys.AdSet + batch.Line[i]);
        to.Long(isOrganic ? 0 : keys.Creative + batch.Creative[i]);
        to.Long(isOrganic ? 0 : keys.Publisher + batch.Publisher[i]);
        to.Long(isOrganic ? 0 : keys.Placement + batch.Placement[i]);
    }

    void Audience(BulkWriter to, AuctionBatch batch, int i, bool isOrganic)
    {
        to.Short(isOrganic ? (short)0 : batch.Device[i]);
        to.Long(isOrganic ? 0 : keys.CountryOfGeo[batch.City[i]]);
        to.Long(isOrganic ? 0 : batch.Age[i]);
        to.Long(isOrganic ? 0 : batch.Gender[i]);
    }

    static long ImpressionId(AuctionBatch batch, int i) => batch.First + i + 1;

    // Clicks and conversions of an impression share a range of ids that it alone has.
    static long IdOf(AuctionBatch batch, int i, int number) => (ImpressionId(batch, i) * 2 * ClickColumns.MostOfARow) + number;

    static int DateId(long micros) => Calendar.Key(DateOnly.FromDateTime(DateTime.UnixEpoch.AddTicks(micros * TimeSpan.TicksPerMicrosecond)));

    static decimal Scaled(long digits, byte scale) => new((int)digits, (int)(digits >> 32), 0, false, scale);
}
