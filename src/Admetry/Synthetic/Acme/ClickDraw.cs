using Admetry.Statistics;

namespace Admetry.Synthetic.Acme;

/// <summary>Draws the clicks of an impression, the visit each leads to, and the conversions of clicks and views.</summary>
sealed class ClickDraw(AcmeWorld world)
{
    // A click's numbers are on streams of their own, behind those of its row; views and organic conversions behind the clicks.
    const int ClickStreams = 64, StreamsEach = 16, ViewCount = 40, ViewStreams = 64 + (ClickColumns.MostOfARow * StreamsEach);
    const int Delay = 0, CostOf = 1, Visit = 2, PagesOf = 6, DwellOf = 7, Convert = 9;

    const long SecondMicros = 1_000_000;
    const double MeanDelay = 12;

    static readonly double[] TierCvr = [1.1, 1, .9, .2];
    static readonly long EndOfData = (AcmeParameters.Last.DayNumber + 1 - DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber) * 86_400_000_000L;

    readonly ConversionDraw conversions = new(world, EndOfData);

    /// <summary>How many conversions follow of so many clicks, and of the views.</summary>
    public double MeanConversions(double clicks, int flags, Circumstance where) =>
        (clicks * Cvr(where)) + (IsSeen(flags) ? world.Parameters.Weight * where.Cell.ViewCvr : 0);

    public void Draw(AuctionBatch batch, int i, PlaceRandom place, int stream, double mean, int flags, Circumstance where)
    {
        var count = mean == 0 ? 0 : Math.Min(ClickColumns.MostOfARow, place.Poisson(mean, stream));
        for (var number = 0; number < count; number++)
            Click(batch, i, place, ClickStreams + (number * StreamsEach), number, where);

        if (!IsSeen(flags) || where.Cell.ViewCvr == 0)
            return;
        var views = place.Poisson(world.Parameters.Weight * where.Cell.ViewCvr, ViewCount);
        for (var number = 0; number < views; number++)
            conversions.OfView(batch, i, place, ViewStreams + (number * StreamsEach), number, where);
    }

    void Click(AuctionBatch batch, int i, PlaceRandom place, int stream, int number, Circumstance where)
    {
        var at = batch.At[i] + SecondMicros + (long)(-MeanDelay * Math.Log(place.Uniform(stream + Delay)) * SecondMicros);
        if (at >= EndOfData)
            return;

        var clicks = batch.Clicks;
        var click = clicks.Add();
        clicks.Row[click] = i;
        clicks.Number[click] = number;
        clicks.At[click] = at;
        clicks.Cost[click] = where.Cell.Campaign.Billing is BillingModel.Cpc && (batch.Flags[i] & AuctionBatch.Givt) == 0
            ? (long)(world.RateOf(where.Cell.Campaign) * (.9 + (.2 * place.Uniform(stream + CostOf))))
            : AuctionBatch.None;

        var stage = VisitFunnel.Walk(place, stream + Visit, where.Device, where.Publisher.Tier, where.Cell.Day, Cvr(where));
        clicks.Stage[click] = (byte)stage;
        clicks.Pages[click] = (short)(stage == 0 ? 1 : 1 + stage + (int)(-1.6 * Math.Log(place.Uniform(stream + PagesOf))));
        clicks.Dwell[click] = (int)(Math.Exp(.8 * place.Normal(stream + DwellOf)) * (stage == 0 ? 9 : 45 + (30 * stage)));
        if (stage == VisitFunnel.Purchase)
            conversions.OfClick(batch, i, click, place, stream + Convert, where);
    }

    static bool IsSeen(int flags) => (flags & AuctionBatch.Viewable) != 0 && (flags & (AuctionBatch.Givt | AuctionBatch.Sivt)) == 0;

    static double Cvr(Circumstance where) => where.Cell.Cvr * TierCvr[(int)where.Publisher.Tier] * VisitFunnel.DeviceFactor(where.Device);
}
