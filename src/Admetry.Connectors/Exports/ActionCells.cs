using Admetry.Connectors.Exports.Families;
using Admetry.Connectors.Exports.Tables;

namespace Admetry.Connectors.Exports;

/// <summary>The actions of the current row: purchases, leads, results and the like, in the window that the row names.</summary>
static class ActionCells
{
    static readonly (Field Field, string ActionType)[] Types =
    [
        (Field.Purchases, "purchase"), (Field.Leads, "lead"), (Field.AddToCart, "add_to_cart"), (Field.LandingPageViews, "landing_page_view"),
        (Field.LinkClicks, "link_click"), (Field.VideoViews3Seconds, "video_view"), (Field.ThruPlays, "video_thruplay_watched_action"),
    ];

    // What a result's indicator says in the interface's languages, by parts of its words.
    static readonly (string Part, Field Field)[] ResultWords =
    [
        ("purchase", Field.Purchases), ("kauf", Field.Purchases), ("achat", Field.Purchases), ("compra", Field.Purchases),
        ("acquist", Field.Purchases), ("aankop", Field.Purchases), ("lead", Field.Leads), ("prospect", Field.Leads),
        ("clientes potenciales", Field.Leads), ("cadastro", Field.Leads), ("add to cart", Field.AddToCart), ("adds to cart", Field.AddToCart),
        ("landing page view", Field.LandingPageViews), ("link click", Field.LinkClicks), ("thruplay", Field.ThruPlays),
    ];

    static readonly string[] ConversionWords = ["conversion", "registration", "subscri", "checkout", "app install", "contact", "schedule"];

    /// <summary>
    /// Measures; results count as conversions, and as purchases or leads, where their indicator says so and no column does. Without
    /// results, purchases are the conversions, else leads. The platform leaves a cell blank where nothing happened: that is 0.
    /// </summary>
    public static Measures Measures(Cells cells)
    {
        var measures = BlankIsZero(MeasureCells.Read(cells), cells);
        if (cells.Has(Field.Results))
            measures = WithResults(measures, cells);
        return measures with
        {
            Conversions = measures.Conversions ?? (cells.Has(Field.Results) ? null : measures.Purchases ?? measures.Leads),
            ConversionValue = measures.ConversionValue ?? measures.PurchaseValue,
        };
    }

    static Measures WithResults(Measures measures, Cells cells)
    {
        var results = cells.Number(Field.Results) ?? 0;
        var indicator = Indicator(cells);
        var field = FieldOf(indicator);
        var isConversion = results == 0 || field is Field.Purchases or Field.Leads or Field.AddToCart
            || ConversionWords.Any(word => indicator.Contains(word, StringComparison.Ordinal));
        return measures with
        {
            Conversions = measures.Conversions ?? (isConversion ? results : null),
            Purchases = measures.Purchases ?? (field is Field.Purchases ? results : null),
            Leads = measures.Leads ?? (field is Field.Leads ? results : null),
        };
    }

    static Measures BlankIsZero(Measures measures, Cells cells)
    {
        return measures with
        {
            Clicks = Count(measures.Clicks, Field.Clicks),
            LinkClicks = Count(measures.LinkClicks, Field.LinkClicks),
            LandingPageViews = Count(measures.LandingPageViews, Field.LandingPageViews),
            Purchases = measures.Purchases ?? (cells.Has(Field.Purchases) ? 0 : null),
            PurchaseValue = measures.PurchaseValue ?? (cells.Has(Field.PurchaseValue) ? 0 : null),
            Leads = measures.Leads ?? (cells.Has(Field.Leads) ? 0 : null),
            AddToCart = measures.AddToCart ?? (cells.Has(Field.AddToCart) ? 0 : null),
            VideoPlays = Count(measures.VideoPlays, Field.VideoPlays),
            VideoP25Watched = Count(measures.VideoP25Watched, Field.VideoP25Watched),
            VideoP50Watched = Count(measures.VideoP50Watched, Field.VideoP50Watched),
            VideoP75Watched = Count(measures.VideoP75Watched, Field.VideoP75Watched),
            VideoP100Watched = Count(measures.VideoP100Watched, Field.VideoP100Watched),
        };

        long? Count(long? value, Field field) => value ?? (cells.Has(field) ? 0 : null);
    }

    /// <summary>Only actions that happened; a result that a column of its own counts is not repeated.</summary>
    public static IReadOnlyList<ActionCount> Read(Cells cells)
    {
        List<ActionCount>? actions = null;
        var window = WindowOf(cells.Text(Field.AttributionSetting));
        foreach (var (field, type) in Types)
        {
            if (cells.Number(field) is { } count and > 0)
                (actions ??= []).Add(new(type, window, count, field is Field.Purchases ? cells.Number(Field.PurchaseValue) ?? 0 : 0));
        }
        if (cells.Number(Field.Results) is { } results and > 0 && Indicator(cells) is { Length: > 0 } indicator
            && FieldOf(indicator) is var counted && (counted is null || cells.Number(counted.Value) is null))
            (actions ??= []).Add(new(TypeOf(cells.Text(Field.ResultIndicator)), window, results, 0));
        return actions ?? (IReadOnlyList<ActionCount>)[];
    }

    /// <summary>A setting of one window has a name; one of several, such as "7-day click or 1-day view", is the account's default.</summary>
    public static string WindowOf(string setting)
    {
        var plain = PlainText.Of(setting).Replace(" ", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal);
        return plain switch
        {
            "1dayclick" or "1dclick" or "1dayafterclick" => "1d_click",
            "7dayclick" or "7dclick" or "7daysafterclick" => "7d_click",
            "28dayclick" or "28dclick" or "28daysafterclick" => "28d_click",
            "1dayview" or "1dview" => "1d_view",
            "7dayview" or "7dview" => "7d_view",
            _ => "default",
        };
    }

    static string Indicator(Cells cells) => PlainText.Of(cells.Text(Field.ResultIndicator));

    static Field? FieldOf(string indicator)
    {
        foreach (var (part, field) in ResultWords)
        {
            if (indicator.Contains(part, StringComparison.Ordinal))
                return field;
        }
        return null;
    }

    /// <summary><c>actions:offsite_conversion.fb_pixel_purchase</c> is the action behind the colon; words become snake case.</summary>
    static string TypeOf(string indicator) => indicator.Contains(':')
        ? indicator[(indicator.IndexOf(':') + 1)..]
        : PlainText.Of(indicator).Replace(' ', '_');
}
