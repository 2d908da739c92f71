namespace Admetry.Storage.Warehouse;

/// <summary>The measures of a delivery row in the order of <see cref="StageSchema.Measures"/>.</summary>
static class DeliveryColumns
{
    public static void Write(in Measures measures, BulkWriter to)
    {
        to.Decimal(measures.Spend);
        to.Long(measures.Impressions);
        to.Long(measures.Clicks);
        to.Long(measures.Reach);
        to.Long(measures.LinkClicks);
        to.Long(measures.LandingPageViews);
        to.Decimal(measures.Conversions);
        to.Decimal(measures.ConversionValue);
        to.Decimal(measures.Purchases);
        to.Decimal(measures.PurchaseValue);
        to.Decimal(measures.Leads);
        to.Decimal(measures.AddToCart);
        to.Long(measures.VideoPlays);
        to.Long(measures.VideoP25Watched);
        to.Long(measures.VideoP50Watched);
        to.Long(measures.VideoP75Watched);
        to.Long(measures.VideoP100Watched);
        to.Long(measures.MeasurableImpressions);
        to.Long(measures.ViewableImpressions);
        to.Long(measures.InvalidImpressions);
    }

    public static void Hash(in Measures measures, ref StableHash hash)
    {
        hash.Add(measures.Spend);
        hash.Add(measures.Impressions);
        hash.Add(measures.Clicks);
        hash.Add(measures.Reach);
        hash.Add(measures.LinkClicks);
        hash.Add(measures.LandingPageViews);
        hash.Add(measures.Conversions);
        hash.Add(measures.ConversionValue);
        hash.Add(measures.Purchases);
        hash.Add(measures.PurchaseValue);
        hash.Add(measures.Leads);
        hash.Add(measures.AddToCart);
        hash.Add(measures.VideoPlays);
        hash.Add(measures.VideoP25Watched);
        hash.Add(measures.VideoP50Watched);
        hash.Add(measures.VideoP75Watched);
        hash.Add(measures.VideoP100Watched);
        hash.Add(measures.MeasurableImpressions);
        hash.Add(measures.ViewableImpressions);
        hash.Add(measures.InvalidImpressions);
    }

    /// <summary>One bit for each measure that the row reports, in the same order.</summary>
    public static long Reported(in Measures measures)
    {
        var bits = 0L;
        bits |= measures.Spend is null ? 0 : 1L << 0;
        bits |= measures.Impressions is null ? 0 : 1L << 1;
        bits |= measures.Clicks is null ? 0 : 1L << 2;
        bits |= measures.Reach is null ? 0 : 1L << 3;
        bits |= measures.LinkClicks is null ? 0 : 1L << 4;
        bits |= measures.LandingPageViews is null ? 0 : 1L << 5;
        bits |= measures.Conversions is null ? 0 : 1L << 6;
        bits |= measures.ConversionValue is null ? 0 : 1L << 7;
        bits |= measures.Purchases is null ? 0 : 1L << 8;
        bits |= measures.PurchaseValue is null ? 0 : 1L << 9;
        bits |= measures.Leads is null ? 0 : 1L << 10;
        bits |= measures.AddToCart is null ? 0 : 1L << 11;
        bits |= measures.VideoPlays is null ? 0 : 1L << 12;
        bits |= measures.VideoP25Watched is null ? 0 : 1L << 13;
        bits |= measures.VideoP50Watched is null ? 0 : 1L << 14;
        bits |= measures.VideoP75Watched is null ? 0 : 1L << 15;
        bits |= measures.VideoP100Watched is null ? 0 : 1L << 16;
        bits |= measures.MeasurableImpressions is null ? 0 : 1L << 17;
        bits |= measures.ViewableImpressions is null ? 0 : 1L << 18;
        bits |= measures.InvalidImpressions is null ? 0 : 1L << 19;
        return bits;
    }
}
