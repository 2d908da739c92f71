using static Admetry.Connectors.Exports.Families.Field;

namespace Admetry.Connectors.Exports.Families;

/// <summary>German names of columns; of words for one field the earlier is preferred.</summary>
static class GermanWords
{
    public static (string Dialect, Field Field, string Words)[] All { get; } =
    [
        ("", Days, "Zeitraum|Berichtszeitraum"), ("", Day, "Tag|Datum"), ("", Week, "Woche"), ("", Month, "Monat"), ("", Hour, "Stunde|Tageszeit"),
        ("", AccountId, "Kundennummer|Konto-ID|Werbekonto-ID"), ("", AccountName, "Kontoname|Konto"), ("", Currency, "Währung"),
        ("", CampaignId, "Kampagnen-ID"), ("", CampaignName, "Kampagnenname|Kampagne|Name der Kampagne"),
        ("", CampaignStatus, "Kampagnenstatus|Kampagnenauslieferung|Auslieferung der Kampagne"),
        ("", AdSetId, "Anzeigengruppen-ID"), ("", AdSetName, "Anzeigengruppenname|Anzeigengruppe|Name der Anzeigengruppe"),
        ("", AdId, "Anzeigen-ID"), ("", AdName, "Anzeigenname|Name der Werbeanzeige|Name der Anzeige|Anzeige"), ("", Objective, "Ziel"),
        ("", Device, "Gerät"), ("", Country, "Land|Land/Territorium|Land/Gebiet"), ("", Age, "Alter"), ("", Gender, "Geschlecht"),
        ("", Impressions, "Impressionen"), ("", Clicks, "Klicks"), ("", Reach, "Reichweite"),
        ("", ConversionValue, "Conversion-Wert"), ("", Rate, "Frequenz|Conversion-Rate"),
        ("", Field.Attribute, "Status|Kampagnentyp|Budget|Gebotsstrategie|Anzeigengruppenstatus|Anzeigenstatus|Startdatum|Enddatum|Statusgründe"),

        (Lexicon.Google, Spend, "Kosten"), (Lexicon.Google, Impressions, "Impr."), (Lexicon.Google, Currency, "Währungscode"),
        (Lexicon.Google, ConversionValue, "Conv.-Wert|Conversion-Wert"), (Lexicon.Google, Keyword, "Suchkeyword|Keyword"),
        (Lexicon.Google, SearchTerm, "Suchbegriff"), (Lexicon.Google, Field.MatchType, "Keyword-Option|Übereinstimmungstyp|Option für Suchbegriff"),
        (Lexicon.Google, Network, "Netzwerk|Werbenetzwerk|Netzwerk (mit Suchpartnern)"), (Lexicon.Google, AdName, "Anzeigentitel 1"),
        (Lexicon.Google, Rate, "Durchschn. CPC|Durchschn. Kosten|Conv.-Rate|Kosten/Conv.|Interaktionsrate"),
        (Lexicon.Google, Field.Attribute, "Budgetname|Budgettyp|Gebotsstrategietyp|Optimierungsfaktor|Interaktionen|Alle Conversions"),

        (Lexicon.Meta, FirstDay, "Berichtsstart|Auswertungsstart|Berichtsbeginn"), (Lexicon.Meta, LastDay, "Berichtsende|Auswertungsende"),
        (Lexicon.Meta, Spend, "Ausgegebener Betrag|Betrag ausgegeben"), (Lexicon.Meta, Clicks, "Klicks (alle)"),
        (Lexicon.Meta, LinkClicks, "Link-Klicks|Linkklicks"), (Lexicon.Meta, LandingPageViews, "Landingpage-Aufrufe|Landingpageaufrufe"),
        (Lexicon.Meta, Results, "Ergebnisse"), (Lexicon.Meta, ResultIndicator, "Ergebnisindikator|Ergebnis-Indikator|Ergebnistyp|Ergebnisart"),
        (Lexicon.Meta, AttributionSetting, "Attributionseinstellung|Attribution Setting"),
        (Lexicon.Meta, Purchases, "Käufe|Website-Käufe|Einkäufe"),
        (Lexicon.Meta, PurchaseValue, "Conversion-Wert von Käufen|Conversion-Wert der Käufe|Conversion-Wert für Käufe|Kauf-Conversion-Wert"),
        (Lexicon.Meta, Leads, "Leads"), (Lexicon.Meta, AddToCart, "In den Einkaufswagen|Artikel in den Einkaufswagen gelegt"),
        (Lexicon.Meta, PublisherPlatform, "Plattform"), (Lexicon.Meta, Placement, "Platzierung"),
        (Lexicon.Meta, DevicePlatform, "Geräteplattform|Impressionsgerät"),
        (Lexicon.Meta, Rate, "Kosten pro Ergebnis"),
        (Lexicon.Meta, Field.Attribute, "Beginn|Start|Ende|Auslieferung der Anzeigengruppe|Anzeigengruppenbudget|Kampagnenbudget"),
    ];
}
