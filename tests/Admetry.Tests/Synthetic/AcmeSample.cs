using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.InteropServices;
using Admetry.Synthetic.Acme;

namespace Admetry.Tests.Synthetic;

/// <summary>A million auctions of ACME Corp, drawn once and kept as sums only.</summary>
public sealed class AcmeSample
{
    const int BatchRows = 16_384;

    static readonly ConcurrentDictionary<int, Lazy<AcmeSample>> Drawn = [];

    /// <summary>The seeds that what holds of every company is tried on; ACME_SEEDS names others, such as <c>1,2,3</c>.</summary>
    public static IReadOnlyList<int> Seeds { get; } = Environment.GetEnvironmentVariable("ACME_SEEDS") is { Length: > 0 } asked
        ? [.. asked.Split(',').Select(seed => int.Parse(seed, CultureInfo.InvariantCulture))]
        : [42, 7, 1234, 90210];

    AcmeSample(int seed)
    {
        World = AcmeWorld.Create(new(seed, 1_000_000, 1_000));
        Publishers = new long[World.Entities.Publishers.Count];
        Media = new long[World.Plan.Cells];
        Cells = new(World);
        CreativeRows = new (long, long, double)[World.Entities.Campaigns.Sum(campaign => campaign.Creatives.Count) + 1];
        var batch = new AuctionBatch(BatchRows);
        for (var first = 0L; first < World.Parameters.Rows; first += BatchRows)
        {
            World.Fill(batch, first, (int)Math.Min(BatchRows, World.Parameters.Rows - first));
            Take(batch);
            Cells.Take(batch);
        }
    }

    /// <summary>Drawn when it is first asked for, then kept.</summary>
    public static AcmeSample Of(int seed) => Drawn.GetOrAdd(seed, one => new(() => new(one))).Value;

    public AcmeWorld World { get; }

    /// <summary>By format.</summary>
    public FormatSums[] Formats { get; } = [.. AcmeVocabulary.Formats.Select(_ => new FormatSums())];

    /// <summary>Auctions and wins, by way of buying; without campaigns that bid too little on purpose.</summary>
    public (long Rows, long Won)[] Auctions { get; } = new (long, long)[4];

    /// <summary>Impressions of each publisher, in rows.</summary>
    public long[] Publishers { get; }

    /// <summary>Auctions by device and hour.</summary>
    public long[,] Hours { get; } = new long[6, 24];

    /// <summary>What every campaign did day by day.</summary>
    public AcmeCells Cells { get; }

    /// <summary>Media cost of each cell of the plan, in micros.</summary>
    public long[] Media { get; }

    /// <summary>Wins, the sum of clicks and the sum of their squares, by creative.</summary>
    public (long Rows, long Clicks, double Squares)[] CreativeRows { get; }

    /// <summary>Gross, media and payout of campaigns paid by the mille, by advertiser, way of buying and year: what a contract comes to.</summary>
    public Dictionary<(int Advertiser, AuctionType Auction, int Year), (double Gross, double Media, double Payout)> Money { get; } = [];

    /// <summary>Wins in open auctions by year from 2020, and how many of them cost less than was bid.</summary>
    public (long Wins, long Cheaper)[] OpenWins { get; } = new (long, long)[5];

    /// <summary>Conversions of clicks after less than a day, a week, and in all.</summary>
    public (long Day, long Week, long All) Lags { get; private set; }

    /// <summary>Logarithms of what open auctions in the United States were won at beside their format’s price, by month from January 2020.</summary>
    public (double Sum, long Count)[] OpenPrices { get; } = new (double, long)[60];

    public long Conversions { get; private set; }

    void Take(AuctionBatch batch)
    {
        var clicks = new int[batch.Count];
        for (var click = 0; click < batch.Clicks.Count; click++)
            clicks[batch.Clicks.Row[click]]++;
        for (var i = 0; i < batch.Count; i++)
            Take(batch, i, clicks[i]);
        for (var i = 0; i < batch.Conversions.Count; i++)
            TakeConversion(batch, i);
    }

    void Take(AuctionBatch batch, int i, int clicks)
    {
        var (campaign, won) = (World.Entities.Campaigns[batch.Campaign[i] - 1], batch.Win[i] != AuctionBatch.None);
        if (campaign.Cause is not UnderDelivery.BidTooLow)
        {
            ref var auction = ref Auctions[batch.Auction[i]];
            auction = (auction.Rows + 1, auction.Won + (won ? 1 : 0));
        }

        Hours[batch.Device[i], (int)(batch.At[i] / 3_600_000_000L % 24)]++;
        if (!won)
            return;

        Publishers[batch.Publisher[i] - 1]++;
        var media = (long)batch.Win[i] * World.Parameters.Weight;
        Media[batch.Cell[i]] += media;
        var isHome = AcmeGeography.Cities[batch.City[i] - 1].Country.Code is "US";
        Formats[(int)campaign.Format.Format].Take(batch, i, clicks, isHome);
        ref var creative = ref CreativeRows[batch.Creative[i]];
        creative = (creative.Rows + 1, creative.Clicks + clicks, creative.Squares + ((double)clicks * clicks));
        if (campaign.Billing is BillingModel.Cpm && batch.Gross[i] > 0)
        {
            ref var money = ref CollectionsMarshal.GetValueRefOrAddDefault(Money, (campaign.Advertiser.Number, (AuctionType)batch.Auction[i], batch.DateId[i] / 10_000), out _);
            money = (money.Gross + batch.Gross[i], money.Media + media, money.Payout + batch.Payout[i]);
        }

        if (batch.Auction[i] == (byte)AuctionType.Open)
        {
            ref var open = ref OpenWins[(batch.DateId[i] / 10_000) - 2020];
            open = (open.Wins + 1, open.Cheaper + (batch.Win[i] < batch.Bid[i] ? 1 : 0));
        }

        if (isHome && batch.Auction[i] == (byte)AuctionType.Open && campaign.Cause is not UnderDelivery.BidTooLow)
        {
            ref var price = ref OpenPrices[(((batch.DateId[i] / 10_000) - 2020) * 12) + (batch.DateId[i] / 100 % 100) - 1];
            price = (price.Sum + Math.Log(batch.Win[i] / (campaign.Advertiser.Industry.Price * campaign.Format.BasePrice)), price.Count + 1);
        }
    }

    void TakeConversion(AuctionBatch batch, int i)
    {
        Conversions++;
        if (batch.Conversions.Click[i] == AuctionBatch.None)
            return;

        var days = (batch.Conversions.At[i] - batch.Clicks.At[batch.Conversions.Click[i]]) / 86_400_000_000.0;
        Lags = (Lags.Day + (days <= 1 ? 1 : 0), Lags.Week + (days <= 7 ? 1 : 0), Lags.All + 1);
    }
}

/// <summary>Sums over the impressions of one format, in rows.</summary>
public sealed class FormatSums
{
    public long Rows { get; private set; }
    public long Clicks { get; private set; }
    public double ClickMean { get; private set; }
    public long Measurable { get; private set; }
    public long Viewable { get; private set; }
    public long Invalid { get; private set; }
    public long Started { get; private set; }
    public long Completed { get; private set; }
    public double Price { get; private set; }

    /// <summary>Powers of the logarithm of the price, in the United States.</summary>
    public double[] Powers { get; } = new double[4];

    public double Skew
    {
        get
        {
            var (n, mean) = (Powers[0], Powers[1] / Powers[0]);
            var variance = (Powers[2] / n) - (mean * mean);
            return ((Powers[3] / n) - (3 * mean * variance) - (mean * mean * mean)) / Math.Pow(variance, 1.5);
        }
    }

    internal void Take(AuctionBatch batch, int i, int clicks, bool isHome)
    {
        var flags = batch.Flags[i];
        Rows++;
        Clicks += clicks;
        ClickMean += batch.ClickMean[i];
        Measurable += flags & 1;
        Viewable += (flags >> 1) & 1;
        Invalid += (flags & (AuctionBatch.Givt | AuctionBatch.Sivt)) != 0 ? 1 : 0;
        Started += flags >> AuctionBatch.VideoShift > 0 ? 1 : 0;
        Completed += flags >> AuctionBatch.VideoShift == 5 ? 1 : 0;
        Price += batch.Win[i] / 1000.0;
        if (isHome)
            for (var (power, term) = (0, 1.0); power < Powers.Length; power++, term *= Math.Log(batch.Win[i]))
                Powers[power] += term;
    }
}
