namespace Admetry.Synthetic.Acme;

/// <summary>One person's way towards an order, column by column. It is filled again and again.</summary>
public sealed class Journey
{
    /// <summary>No journey has more touches.</summary>
    public const int MostTouches = 24;

    public long User { get; internal set; }

    /// <summary>The advertiser's number.</summary>
    public int Advertiser { get; internal set; }

    public int Count { get; internal set; }

    /// <summary>Into <see cref="JourneyChannel.All"/>.</summary>
    public int[] Channel { get; } = new int[MostTouches];

    /// <summary>Microseconds since 1970, UTC; in order.</summary>
    public long[] At { get; } = new long[MostTouches];

    /// <summary>The campaign's number; 0 outside the exchange, or where the advertiser had none of that format then.</summary>
    public int[] Campaign { get; } = new int[MostTouches];

    /// <summary>The touch was withheld, for measurement: it was due, and did not happen.</summary>
    public bool[] IsHeldOut { get; } = new bool[MostTouches];

    /// <summary>The touch brought the order, alone or with others: the truth.</summary>
    public bool[] Worked { get; } = new bool[MostTouches];

    /// <summary>When the order was made; <see cref="AuctionBatch.None"/> without one.</summary>
    public long OrderedAt { get; internal set; }

    /// <summary>In micros, whole cents.</summary>
    public long Amount { get; internal set; }
}
