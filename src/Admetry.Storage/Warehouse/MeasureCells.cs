using System.Runtime.CompilerServices;

namespace Admetry.Storage.Warehouse;

/// <summary>The measures of one row as whole numbers, in the order of <see cref="StageSchema.Measures"/>: counts, and amounts in millionths.</summary>
/// <remarks>Read once for each row: hashing it and writing it then touch no decimal. A cell of a measure the row does not report means nothing.</remarks>
[InlineArray(Count)]
struct MeasureCells
{
    public const int Count = 20;

    long first;

    /// <param name="reported">One bit for each measure that the row reports, in the same order.</param>
    /// <exception cref="OverflowException">An amount of a million million or above.</exception>
    public static void Read(Measures measures, ref MeasureCells cells, out long reported)
    {
        reported = 0;
        Amount(0, measures.Spend, ref cells, ref reported);
        Whole(1, measures.Impressions, ref cells, ref reported);
        Whole(2, measures.Clicks, ref cells, ref reported);
        Whole(3, measures.Reach, ref cells, ref reported);
        Whole(4, measures.LinkClicks, ref cells, ref reported);
        Whole(5, measures.LandingPageViews, ref cells, ref reported);
        Amount(6, measures.Conversions, ref cells, ref reported);
        Amount(7, measures.ConversionValue, ref cells, ref reported);
        Amount(8, measures.Purchases, ref cells, ref reported);
        Amount(9, measures.PurchaseValue, ref cells, ref reported);
        Amount(10, measures.Leads, ref cells, ref reported);
        Amount(11, measures.AddToCart, ref cells, ref reported);
        Whole(12, measures.VideoPlays, ref cells, ref reported);
        Whole(13, measures.VideoP25Watched, ref cells, ref reported);
        Whole(14, measures.VideoP50Watched, ref cells, ref reported);
        Whole(15, measures.VideoP75Watched, ref cells, ref reported);
        Whole(16, measures.VideoP100Watched, ref cells, ref reported);
        Whole(17, measures.MeasurableImpressions, ref cells, ref reported);
        Whole(18, measures.ViewableImpressions, ref cells, ref reported);
        Whole(19, measures.InvalidImpressions, ref cells, ref reported);
    }

    /// <summary>Adds what the row reports: which measures, then their values.</summary>
    public readonly void AddTo(ref StableHash hash, long reported)
    {
        hash.Add(reported);
        for (var left = (ulong)reported; left != 0; left &= left - 1)
            hash.Add(this[System.Numerics.BitOperations.TrailingZeroCount(left)]);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void Whole(int place, long? value, ref MeasureCells cells, ref long reported)
    {
        if (value is not { } count)
            return;

        cells[place] = count;
        reported |= 1L << place;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void Amount(int place, decimal? value, ref MeasureCells cells, ref long reported)
    {
        if (value is not { } amount)
            return;

        cells[place] = Millionths.Of(amount);
        reported |= 1L << place;
    }
}
