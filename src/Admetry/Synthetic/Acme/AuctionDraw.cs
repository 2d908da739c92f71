using Admetry.Statistics;

namespace Admetry.Synthetic.Acme;

/// <summary>Draws auction rows: when, where and for whom, what was bid, who won and at what price.</summary>
/// <remarks>A row is a function of the seed, its number and its cell. Prices are rounded before they are compared.</remarks>
sealed class AuctionDraw(AcmeWorld world, CounterRandom random)
{
    // Which of a row's numbers decides what.
    const int Hour = 0, Second = 1, Line = 2, Creative = 3, Device = 4, Publisher = 5, Placement = 6, City = 7, Value = 8, SecondPrice = 10;

    const double ValueSpread = 0.35;
    const double MarketSpread = 0.45;
    const double OpenMarket = 0.08;
    const double DealMarket = -0.40;
    const double DealPremium = 1.15;
    const double FixedDeal = 0.73;
    const double DirectPremium = 1.2;
    const double FloorShare = 0.4;
    const double Increment = 10; // a cent
    const double Concentration = 0.003;
    static readonly double Steepness = Math.Log(1 + (1 / Concentration));

    static readonly double[] TierPrice = [1.3, 1.0, .78, .55];
    static readonly double[] DevicePrice = [1, 1, 1.06, 1, .95, .92];
    static readonly Distribution[] Devices = [.. AcmeVocabulary.Formats.Select(format => new Distribution([.. format.Devices.Select(pair => pair.Share)]))];
    static readonly Distribution[] HoursOf = [.. Enumerable.Range(0, 6).Select(device => new Distribution(AcmeCalendar.Hours((DeviceType)device)))];
    static readonly double[][] HourPrice = [.. Enumerable.Range(0, 6).Select(device => Enumerable.Range(0, 24).Select(hour => .88 + (.12 * 24 * HoursOf[device].Share(hour))).ToArray())];

    readonly CellState cell = new();
    readonly OutcomeDraw outcome = new(world);

    /// <summary>What was to be expected of the rows drawn so far, without the chance in clicks and conversions.</summary>
    public Expectation Expected => outcome.Expected;

    public void Enter(AcmeCampaign campaign, DateOnly day, PlantedEvent? planted, double response) => cell.Enter(campaign, day, planted, response);

    /// <summary>Draws row <paramref name="number"/> into place <paramref name="i"/>, with what follows from it.</summary>
    public void Draw(AuctionBatch batch, int i, long number)
    {
        var place = random.At(number);
        var campaign = cell.Campaign;
        var format = campaign.Format;
        var device = format.Devices[Devices[(int)format.Format].At(place.Uniform(Device))].Device;
        var (hour, shown) = Clock(place.Uniform(Hour), HoursOf[(int)device]);
        var city = campaign.Cities[(int)(place.Uniform(City) * campaign.Cities.Length)];
        var line = campaign.Lines[cell.Lines.At(place.Uniform(Line))];
        var creative = (int)(place.Uniform(Creative) * cell.Creatives);
        var publisher = world.Entities.Publishers[PublisherOf(place.Uniform(Publisher), world.Entities.Publishers.Count)];
        var placement = world.Entities.Placements[PlacementOf(publisher, device, place.Uniform(Placement), world.Parameters.Size.PlacementsEach)];

        batch.Campaign[i] = campaign.Number;
        batch.Line[i] = line.Number;
        batch.Creative[i] = campaign.Creatives[creative].Number;
        batch.Publisher[i] = publisher.Number;
        batch.Placement[i] = placement.Number;
        batch.DateId[i] = cell.DateId;
        batch.At[i] = cell.Midnight + (shown * 3_600_000_000L) + (long)(place.Uniform(Second) * 3_600_000_000);
        batch.Device[i] = (byte)device;
        batch.City[i] = (byte)city.Number;
        batch.Auction[i] = (byte)line.Auction;
        var price = cell.Price * city.Country.PriceIndex * DevicePrice[(int)device] * TierPrice[(int)publisher.Tier];
        Bid(batch, i, place, line, price, HourPrice[(int)device][hour]);
        outcome.Draw(batch, i, place, new(cell, publisher, placement, device, city, creative, line));
    }

    // The hour of the auction, and the one the log's clock shows.
    (int Hour, int Shown) Clock(double u, Distribution hours)
    {
        if (cell.Clock is ClockState.Right)
            return hours.At(u) is var hour ? (hour, hour) : default;

        const int FirstOfEvening = 24 - PlantedEvent.ShiftHours;
        var byDay = hours.UpTo(FirstOfEvening);
        var true24 = cell.Clock switch
        {
            ClockState.Begins => hours.At(u * byDay),
            ClockState.Ends when u > 1 / (2 - byDay) => hours.At(byDay + ((u * (2 - byDay)) - 1)),
            ClockState.Ends => hours.At(u * (2 - byDay)),
            _ => hours.At(u),
        };
        var isLate = cell.Clock is not ClockState.Ends || u > 1 / (2 - byDay);
        return (true24, isLate ? (true24 + PlantedEvent.ShiftHours) % 24 : true24);
    }

    void Bid(AuctionBatch batch, int i, PlaceRandom place, AcmeLine line, double price, double hourPrice)
    {
        if (line.Auction is AuctionType.Direct)
        {
            batch.Floor[i] = batch.Bid[i] = batch.MinToWin[i] = batch.Win[i] = Thousandths(price * DirectPremium);
            return;
        }

        var (value, market) = place.Normals(Value);
        var isDeal = line.Auction is AuctionType.Pmp;
        var level = isDeal ? price * DealPremium : price;
        var bid = Thousandths(level * Math.Exp(ValueSpread * value) * cell.BidFactor);
        int floor, least;
        if (isDeal && line.Number % 2 == 0)
            floor = least = Thousandths(level * FixedDeal);
        else
        {
            floor = Thousandths(price * FloorShare);
            least = Math.Max(floor, Thousandths(level * hourPrice * Math.Exp((MarketSpread * market) + (isDeal ? DealMarket : OpenMarket))));
        }

        batch.Floor[i] = floor;
        batch.Bid[i] = bid;
        batch.MinToWin[i] = least;
        batch.Win[i] = bid < least ? AuctionBatch.None
            : isDeal && line.Number % 2 == 0 ? floor
            : cell.IsSecondPriced && place.Uniform(SecondPrice) < AcmeCalendar.SecondPriceShare ? Math.Min(bid, least + (int)Increment)
            : bid;
    }

    // The largest fifth carries nearly three quarters.
    static int PublisherOf(double u, int publishers) => Math.Min(publishers - 1, (int)(publishers * Concentration * (Math.Exp(Steepness * u) - 1)));

    static int PlacementOf(AcmePublisher publisher, DeviceType device, double u, int each) => ((publisher.Number - 1) * each) + device switch
    {
        DeviceType.Ctv => 2,
        DeviceType.Desktop => u < .28 && each > 3 ? 3 : u < .45 && each > 5 ? 5 : 0,
        _ => u < .32 ? 0 : u < .55 && each > 4 ? 4 : 1,
    };

    static int Thousandths(double price) => Math.Max(1, (int)Math.Round(price));
}
