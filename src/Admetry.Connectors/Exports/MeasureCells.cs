using Admetry.Connectors.Exports.Families;

namespace Admetry.Connectors.Exports;

/// <summary>The measures of the current row.</summary>
static class MeasureCells
{
    public static Measures Read(Cells cells) => new()
    {
        Spend = cells.Number(Field.Spend),
        Impressions = cells.Count(Field.Impressions),
        Clicks = cells.Count(Field.Clicks),
        Reach = cells.Count(Field.Reach),
        LinkClicks = cells.Count(Field.LinkClicks),
        LandingPageViews = cells.Count(Field.LandingPageViews),
        Conversions = cells.Number(Field.Conversions),
        ConversionValue = cells.Number(Field.ConversionValue),
        Purchases = cells.Number(Field.Purchases),
        PurchaseValue = cells.Number(Field.PurchaseValue),
        Leads = cells.Number(Field.Leads),
        AddToCart = cells.Number(Field.AddToCart),
        VideoPlays = cells.Count(Field.VideoPlays),
        VideoP25Watched = cells.Count(Field.VideoP25Watched),
        VideoP50Watched = cells.Count(Field.VideoP50Watched),
        VideoP75Watched = cells.Count(Field.VideoP75Watched),
        VideoP100Watched = cells.Count(Field.VideoP100Watched),
        MeasurableImpressions = cells.Count(Field.MeasurableImpressions),
        ViewableImpressions = cells.Count(Field.ViewableImpressions),
        InvalidImpressions = cells.Count(Field.InvalidImpressions),
    };
}
