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
}
