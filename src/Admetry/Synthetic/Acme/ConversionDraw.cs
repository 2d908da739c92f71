using Admetry.Statistics;

namespace Admetry.Synthetic.Acme;

/// <summary>Draws what a conversion is, when it happens and what it is worth. What would happen after the data's end is not known.</summary>
sealed class ConversionDraw(AcmeWorld world, long endOfData)
{
    // Of the streams that a click or a view has for its conversion.
    const int TypeOf = 0, LagKind = 1, Lag = 2, ValueOf = 3, IsOrganic = 5;

    const double OrganicShare = .04;
    const double HourMicros = 3_600_000_000;
    const long DayMicros = 86_400_000_000;
    const double ClickWindowHours = 30 * 24;
    const double ViewWindowHours = 24;
    const double ValueSpread = .7;
    const long Cent = 10_000;

    static readonly (double Hours, double Share)[] Lags = [(4, .6), (48, .3), (216, .1)];
    static readonly double[] Purchases = [.70, .80, 1];

    public void OfClick(AuctionBatch batch, int i, int click, PlaceRandom place, int stream, Circumstance where)
    {
        var mean = Lags[Choice.Of(place.Uniform(stream + LagKind), Lags, lag => lag.Share)].Hours;
        var at = batch.Clicks.At[click] + After(place.Uniform(stream + Lag), mean, ClickWindowHours);
        Add(batch, i, click, batch.Clicks.Number[click], at, place, stream, where);
    }

    public void OfView(AuctionBatch batch, int i, PlaceRandom place, int stream, int number, Circumstance where) =>
        Add(batch, i, AuctionBatch.None, ClickColumns.MostOfARow + number, batch.At[i] + After(place.Uniform(stream + Lag), Lags[0].Hours, ViewWindowHours), place, stream, where);

    void Add(AuctionBatch batch, int i, int click, int number, long at, PlaceRandom place, int stream, Circumstance where)
    {
        if (at >= endOfData)
            return;
        var happens = where.Cell.Event is { } planted && IsDuring(planted, at) ? planted.Kind : (EventKind?)null;
        if (happens is EventKind.PixelBreak or EventKind.TrackingOutage)
            return;

        var type = Type(place.Uniform(stream + TypeOf), where.Cell.Campaign.Objective);
        var isOrganic = place.Uniform(stream + IsOrganic) < OrganicShare;
        var conversions = batch.Conversions;
        var added = conversions.Add();
        conversions.Row[added] = i;
        conversions.Click[added] = click;
        conversions.Number[added] = number;
        conversions.At[added] = at;
        conversions.Type[added] = (byte)type;
        conversions.Organic[added] = isOrganic;
        conversions.Value[added] = type is ConversionType.Purchase
            ? Math.Max(1, (long)(where.Cell.Campaign.Advertiser.Industry.OrderValue * Math.Exp(ValueSpread * place.Normal(stream + ValueOf)) * 100)) * Cent * (happens is EventKind.CurrencySlip ? PlantedEvent.SlipFactor : 1)
            : 0;
        conversions.Gross[added] = where.Cell.Campaign.Billing is BillingModel.Cpa && !isOrganic ? world.RateOf(where.Cell.Campaign) : 0;
    }

    static bool IsDuring(PlantedEvent planted, long at)
    {
        var day = DateOnly.FromDateTime(DateTime.UnixEpoch).AddDays((int)(at / DayMicros));
        return day >= planted.First && day <= planted.Last;
    }

    static ConversionType Type(double u, Objective objective) => u < Purchases[(int)objective] ? ConversionType.Purchase
        : objective is Objective.Awareness ? ConversionType.Signup : ConversionType.Install;

    // An exponential lag cut off at the window's end, at least a microsecond.
    static long After(double u, double mean, double window) =>
        1 + (long)(-mean * Math.Log(1 - (u * (1 - Math.Exp(-window / mean)))) * (HourMicros - 1));
}
