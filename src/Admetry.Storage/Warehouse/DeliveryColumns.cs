namespace Admetry.Storage.Warehouse;

/// <summary>The measures of a delivery row in the order of <see cref="StageSchema.Measures"/>.</summary>
static class DeliveryColumns
{
    public static void Write(in Measures measures, BulkWriter to)
    {
        var empty = 0;
        Amount(measures.Spend);
        Count(measures.Impressions);
        Count(measures.Clicks);
        Count(measures.Reach);
        Count(measures.LinkClicks);
        Count(measures.LandingPageViews);
        Amount(measures.Conversions);
        Amount(measures.ConversionValue);
        Amount(measures.Purchases);
        Amount(measures.PurchaseValue);
        Amount(measures.Leads);
        Amount(measures.AddToCart);
        Count(measures.VideoPlays);
        Count(measures.VideoP25Watched);
        Count(measures.VideoP50Watched);
        Count(measures.VideoP75Watched);
        Count(measures.VideoP100Watched);
        Count(measures.MeasurableImpressions);
        Count(measures.ViewableImpressions);
        Count(measures.InvalidImpressions);
        to.Nulls(empty);

        void Count(long? value)
        {
            if (value is not { } count)
            {
                empty++;
                return;
            }

            Skip();
            to.Long(count);
        }

        void Amount(decimal? value)
        {
            if (value is not { } amount)
            {
                empty++;
                return;
            }

            Skip();
            to.Decimal(amount);
        }

        void Skip()
        {
            if (empty == 0)
                return;

            to.Nulls(empty);
            empty = 0;
        }
    }

    /// <summary>Adds what the row reports: which measures, then their values.</summary>
    /// <param name="reported">As <see cref="Reported"/> gives it.</param>
    public static void Hash(in Measures measures, long reported, ref StableHash hash)
    {
        hash.Add(reported);
        hash.AddIfAny(measures.Spend);
        hash.AddIfAny(measures.Impressions);
        hash.AddIfAny(measures.Clicks);
        hash.AddIfAny(measures.Reach);
        hash.AddIfAny(measures.LinkClicks);
        hash.AddIfAny(measures.LandingPageViews);
        hash.AddIfAny(measures.Conversions);
        hash.AddIfAny(measures.ConversionValue);
        hash.AddIfAny(measures.Purchases);
        hash.AddIfAny(measures.PurchaseValue);
        hash.AddIfAny(measures.Leads);
        hash.AddIfAny(measures.AddToCart);
        hash.AddIfAny(measures.VideoPlays);
        hash.AddIfAny(measures.VideoP25Watched);
        hash.AddIfAny(measures.VideoP50Watched);
        hash.AddIfAny(measures.VideoP75Watched);
        hash.AddIfAny(measures.VideoP100Watched);
        hash.AddIfAny(measures.MeasurableImpressions);
        hash.AddIfAny(measures.ViewableImpressions);
        hash.AddIfAny(measures.InvalidImpressions);
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
