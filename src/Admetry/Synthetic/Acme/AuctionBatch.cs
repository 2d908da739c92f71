namespace Admetry.Synthetic.Acme;

/// <summary>A run of auction rows with their clicks and conversions, column by column. It is filled again and again.</summary>
/// <remarks>
/// Money is whole: prices in thousandths of a dollar for a thousand impressions, so that price × impressions is micros exactly; amounts
/// in millionths of a dollar. Times are microseconds since 1970, UTC. Entities are numbered from 1.
/// </remarks>
public sealed class AuctionBatch(int capacity)
{
    /// <summary>No value, where a column may have none.</summary>
    public const int None = -1;

    public const int Measurable = 1;
    public const int Viewable = 2;
    public const int Givt = 4;
    public const int Sivt = 8;
    public const int Blocked = 16;

    /// <summary>The video bits count 1 started, 2 to 5 a quartile reached.</summary>
    public const int VideoShift = 5;

    public int Capacity => capacity;
    public int Count { get; internal set; }

    /// <summary>The number of the first row, from 0.</summary>
    public long First { get; internal set; }

    /// <summary>Into <see cref="AcmePlan"/>: which campaign and day.</summary>
    public int[] Cell { get; } = new int[capacity];
    public int[] Campaign { get; } = new int[capacity];
    public int[] Line { get; } = new int[capacity];
    public int[] Creative { get; } = new int[capacity];
    public int[] Publisher { get; } = new int[capacity];
    public int[] Placement { get; } = new int[capacity];
    public int[] DateId { get; } = new int[capacity];
    public long[] At { get; } = new long[capacity];
    public byte[] Device { get; } = new byte[capacity];
    public byte[] City { get; } = new byte[capacity];
    public byte[] Auction { get; } = new byte[capacity];
    public int[] Floor { get; } = new int[capacity];
    public int[] Bid { get; } = new int[capacity];
    public int[] MinToWin { get; } = new int[capacity];

    /// <summary><see cref="None"/> where the auction was lost.</summary>
    public int[] Win { get; } = new int[capacity];
    public long[] Gross { get; } = new long[capacity];
    public long[] Payout { get; } = new long[capacity];
    public short[] Flags { get; } = new short[capacity];
    public byte[] Age { get; } = new byte[capacity];
    public byte[] Gender { get; } = new byte[capacity];
    public byte[] Interest { get; } = new byte[capacity];
    public int[] User { get; } = new int[capacity];

    /// <summary>How many clicks were to be expected of the row: what the clicks are held against.</summary>
    public float[] ClickMean { get; } = new float[capacity];

    public ClickColumns Clicks { get; } = new();

    public ConversionColumns Conversions { get; } = new();

    internal void Reset(long first, int count)
    {
        (First, Count) = (first, count);
        Clicks.Count = Conversions.Count = 0;
    }
}

/// <summary>The clicks of a batch, in the order of its rows.</summary>
public sealed class ClickColumns
{
    /// <summary>No impression has more: the ids of clicks leave room for so many.</summary>
    public const int MostOfARow = 2048;

    public int Count { get; internal set; }

    /// <summary>Its impression's place in the batch.</summary>
    public int[] Row { get; private set; } = new int[4096];

    /// <summary>Its number among the clicks of the impression, from 0.</summary>
    public int[] Number { get; private set; } = new int[4096];
    public long[] At { get; private set; } = new long[4096];

    /// <summary>In micros; <see cref="AuctionBatch.None"/> unless the campaign pays for clicks.</summary>
    public long[] Cost { get; private set; } = new long[4096];
    public short[] Pages { get; private set; } = new short[4096];
    public int[] Dwell { get; private set; } = new int[4096];

    /// <summary>The last stage of the visit: 0 landing page, 1 product, 2 cart, 3 checkout, 4 purchase.</summary>
    public byte[] Stage { get; private set; } = new byte[4096];

    internal int Add()
    {
        if (Count == Row.Length)
        {
            var size = Count * 2;
            (Row, Number, At, Cost) = (Grown(Row, size), Grown(Number, size), Grown(At, size), Grown(Cost, size));
            (Pages, Dwell, Stage) = (Grown(Pages, size), Grown(Dwell, size), Grown(Stage, size));
        }

        return Count++;
    }

    internal static T[] Grown<T>(T[] column, int size)
    {
        Array.Resize(ref column, size);
        return column;
    }
}

/// <summary>The conversions of a batch, in the order of its rows.</summary>
public sealed class ConversionColumns
{
    public int Count { get; internal set; }

    /// <summary>Its impression's place in the batch, also where nobody knows of it.</summary>
    public int[] Row { get; private set; } = new int[1024];

    /// <summary>Its click's place in the batch; <see cref="AuctionBatch.None"/> where it was only seen.</summary>
    public int[] Click { get; private set; } = new int[1024];

    /// <summary>Its number among the conversions of the impression: those of clicks first, then those of views.</summary>
    public int[] Number { get; private set; } = new int[1024];
    public long[] At { get; private set; } = new long[1024];
    public byte[] Type { get; private set; } = new byte[1024];

    /// <summary>In micros, whole cents; 0 for what has no value.</summary>
    public long[] Value { get; private set; } = new long[1024];

    /// <summary>What it is billed, in micros; 0 unless the campaign pays for conversions.</summary>
    public long[] Gross { get; private set; } = new long[1024];

    /// <summary>Nobody knows which click or impression led to it.</summary>
    public bool[] Organic { get; private set; } = new bool[1024];

    internal int Add()
    {
        if (Count == Row.Length)
        {
            var size = Count * 2;
            (Row, Click, Number, At) = (ClickColumns.Grown(Row, size), ClickColumns.Grown(Click, size), ClickColumns.Grown(Number, size), ClickColumns.Grown(At, size));
            (Type, Value, Gross, Organic) = (ClickColumns.Grown(Type, size), ClickColumns.Grown(Value, size), ClickColumns.Grown(Gross, size), ClickColumns.Grown(Organic, size));
        }

        return Count++;
    }
}
