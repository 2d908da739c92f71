using Admetry.Statistics;

namespace Admetry.Synthetic.Acme;

/// <summary>Where an auction row stands.</summary>
readonly record struct Circumstance(
    CellState Cell, AcmePublisher Publisher, AcmePlacement Placement, DeviceType Device, AcmeCity City, int Creative, AcmeLine Line);

/// <summary>Sums of what was to be expected.</summary>
sealed class Expectation
{
    public long Rows { get; set; }
    public double Media { get; set; }
    public double Gross { get; set; }
    public double Clicks { get; set; }
    public double Conversions { get; set; }
    public double Completed { get; set; }
}

/// <summary>Draws what becomes of an auction that was won: money, quality, audience, clicks and conversions.</summary>
sealed class OutcomeDraw(AcmeWorld world)
{
    // Which of a row's numbers decides what.
    const int IsMeasurable = 11, IsViewable = 12, IsInvalid = 13, IsBlocked = 14, Start = 15, Quartile = 16, AgeOf = 17, GenderOf = 18, InterestOf = 19, UserOf = 20, ClickCount = 21;

    const double MeasurableShare = .97;
    const double BlockedShare = .01;
    const double StartShare = .97;
    const double MostViewable = .995;
    const double GivtClicks = 3;
    const double SivtClicks = 8;

    static readonly double[] TierViewable = [1.06, 1.0, .90, 1.14];
    static readonly double[] TierSivt = [.6, 1, 3, 3];
    static readonly double[] DeviceClicks = [1, 1, .85, 1, 1.12, .95];
    static readonly Distribution Ages = new(.12, .02, .14, .23, .20, .14, .09, .06);
    static readonly Distribution Genders = new(.11, .43, .46);
    static readonly Distribution InterestsOf = new([.12, .11, .09, .08, .08, .09, .08, .06, .08, .07, .05, .05, .04]);

    readonly ClickDraw clicks = new(world);

    public Expectation Expected { get; } = new();

    public void Draw(AuctionBatch batch, int i, PlaceRandom place, Circumstance where)
    {
        Expected.Rows++;
        batch.User[i] = 1 + (int)(world.Users * Math.Pow(place.Uniform(UserOf), 1.5));
        (batch.Flags[i], batch.Gross[i], batch.Payout[i], batch.ClickMean[i]) = (0, 0, 0, 0);
        (batch.Age[i], batch.Gender[i], batch.Interest[i]) = (0, 0, 0);
        if (batch.Win[i] == AuctionBatch.None)
            return;

        var flags = Quality(place, where);
        batch.Flags[i] = (short)flags;
        batch.Age[i] = (byte)Ages.At(place.Uniform(AgeOf));
        batch.Gender[i] = (byte)Genders.At(place.Uniform(GenderOf));
        batch.Interest[i] = (byte)InterestsOf.At(place.Uniform(InterestOf));
        Pay(batch, i, flags, where);

        var mean = MeanClicks(flags, where) * world.Parameters.Weight;
        batch.ClickMean[i] = (float)mean;
        Expected.Clicks += mean;
        Expected.Conversions += clicks.MeanConversions(mean, flags, where);
        clicks.Draw(batch, i, place, ClickCount, mean, flags, where);
    }

    static int Quality(PlaceRandom place, Circumstance where)
    {
        var format = where.Cell.Campaign.Format;
        var tier = (int)where.Publisher.Tier;
        var invalid = place.Uniform(IsInvalid);
        var flags = invalid < format.GivtShare ? AuctionBatch.Givt
            : invalid < format.GivtShare + (format.SivtShare * TierSivt[tier]) + where.Cell.Bots ? AuctionBatch.Sivt : 0;
        if (place.Uniform(IsBlocked) < BlockedShare)
            return flags | AuctionBatch.Blocked;

        if (place.Uniform(IsMeasurable) < MeasurableShare)
        {
            flags |= AuctionBatch.Measurable;
            if (place.Uniform(IsViewable) < Math.Min(MostViewable, format.Viewable * where.Placement.Visible * TierViewable[tier]))
                flags |= AuctionBatch.Viewable;
        }

        return format.Quartiles is [] ? flags : flags | (Watched(place, format) << AuctionBatch.VideoShift);
    }

    static int Watched(PlaceRandom place, AcmeFormat format)
    {
        if (place.Uniform(Start) >= StartShare)
            return 0;

        var (left, reached) = (place.Uniform(Quartile), 1);
        foreach (var share in format.Quartiles)
            reached += left < share ? 1 : 0;
        return reached;
    }

    // What rules filter out is neither billed nor paid; what is found later becomes a credit note.
    void Pay(AuctionBatch batch, int i, int flags, Circumstance where)
    {
        var media = (long)batch.Win[i] * world.Parameters.Weight;
        Expected.Media += media;
        if ((flags & (AuctionBatch.Givt | AuctionBatch.Blocked)) != 0)
            return;

        var gross = AcmeFees.Gross(media, where.Cell.BuySide[(int)where.Line.Auction]);
        Expected.Gross += gross;
        batch.Payout[i] = AcmeFees.Payout(media, AcmeFees.SellSide(where.Line.Auction, where.Publisher, where.Cell.Day));
        var completed = flags >> AuctionBatch.VideoShift == 5;
        Expected.Completed += completed ? world.Parameters.Weight : 0;
        batch.Gross[i] = where.Cell.Campaign.Billing switch
        {
            BillingModel.Cpm => gross,
            BillingModel.Cpcv => completed ? world.RateOf(where.Cell.Campaign) * world.Parameters.Weight : 0,
            _ => 0,
        };
    }

    static double MeanClicks(int flags, Circumstance where)
    {
        if (where.Cell.ClicksAreLost || (flags & AuctionBatch.Blocked) != 0 || (flags & (AuctionBatch.Viewable | AuctionBatch.Givt | AuctionBatch.Sivt)) == 0)
            return 0;

        var invalid = (flags & AuctionBatch.Sivt) != 0 ? SivtClicks : (flags & AuctionBatch.Givt) != 0 ? GivtClicks : 1;
        return where.Cell.Campaign.Format.Ctr * where.Cell.ClickFactor[where.Creative] * DeviceClicks[(int)where.Device]
            * where.Placement.Clicked * where.City.Country.ClickFactor * invalid;
    }
}
