using static Admetry.Connectors.Exports.Families.Field;

namespace Admetry.Connectors.Exports.Families;

/// <summary>Swedish names of columns; of words for one field the earlier is preferred.</summary>
static class SwedishWords
{
    public static (string Dialect, Field Field, string Words)[] All { get; } =
    [
        ("", Days, "Period|Datumintervall"),
        ("", Day, "Dag|Datum"),
        ("", Week, "Vecka"),
        ("", Month, "Månad"),
        ("", Hour, "Timme på dagen|Timme"),
        ("", AccountId, "Kund-id|Kundnummer|Konto-id"),
        ("", AccountName, "Kontonamn|Konto"),
        ("", Currency, "Valuta"),
        ("", CampaignId, "Kampanj-id"),
        ("", CampaignName, "Kampanjnamn|Kampanj"),
        ("", CampaignStatus, "Kampanjstatus|Kampanjvisning"),
        ("", AdSetId, "Annonsgrupps-id|Id för annonsuppsättning"),
        ("", AdSetName, "Annonsgrupp|Annonsgruppsnamn|Namn på annonsuppsättning|Annonsuppsättningens namn"),
        ("", AdId, "Annons-id"),
        ("", AdName, "Annonsnamn|Annonsens namn|Annons"),
        ("", Objective, "Mål"),
        ("", Device, "Enhet"),
        ("", Country, "Land|Land/territorium"),
        ("", Age, "Ålder"),
        ("", Gender, "Kön"),
        ("", Impressions, "Visningar|Exponeringar"),
        ("", Clicks, "Klick"),
        ("", Reach, "Räckvidd"),
        ("", Conversions, "Konverteringar"),
        ("", ConversionValue, "Konverteringsvärde"),
        ("", Rate, "Frekvens|Konverteringsfrekvens"),
        ("", Field.Attribute, "Status|Kampanjtyp|Budget|Budgivningsstrategi|Startdatum|Slutdatum"),

        (Lexicon.Google, Spend, "Kostnad"),
        (Lexicon.Google, Impressions, "Visn.|Exp."),
        (Lexicon.Google, Currency, "Valutakod"),
        (Lexicon.Google, ConversionValue, "Konv.värde|Konv. värde"),
        (Lexicon.Google, Keyword, "Sökord"),
        (Lexicon.Google, SearchTerm, "Sökterm|Sökord som matchat"),
        (Lexicon.Google, Field.MatchType, "Matchningstyp|Matchningstyp för sökterm"),
        (Lexicon.Google, Network, "Nätverk|Nätverk (med sökpartner)"),
        (Lexicon.Google, Rate, "Genomsn. CPC|Genomsn. kostnad|Konv.frekv.|Kostnad/konv.|Interaktionsfrekvens"),
        (Lexicon.Google, Field.Attribute, "Budgetnamn|Budgettyp|Typ av budgivningsstrategi|Optimeringspoäng|Interaktioner|Alla konv."),

        (Lexicon.Meta, FirstDay, "Rapporteringsstart|Rapporteringen startar|Rapportering börjar"),
        (Lexicon.Meta, LastDay, "Rapporteringsslut|Rapporteringen slutar|Rapportering slutar"),
        (Lexicon.Meta, Spend, "Spenderat belopp|Belopp som spenderats"),
        (Lexicon.Meta, Clicks, "Klick (alla)"),
        (Lexicon.Meta, LinkClicks, "Länkklick|Klick på länk"),
        (Lexicon.Meta, LandingPageViews, "Målsidesvisningar|Visningar av landningssida"),
        (Lexicon.Meta, Results, "Resultat"),
        (Lexicon.Meta, ResultIndicator, "Resultatindikator|Resultattyp"),
        (Lexicon.Meta, AttributionSetting, "Tillskrivningsinställning|Attributionsinställning"),
        (Lexicon.Meta, Purchases, "Köp|Köp på webbplats"),
        (Lexicon.Meta, PurchaseValue, "Konverteringsvärde för köp|Konverteringsvärde av köp"),
        (Lexicon.Meta, Leads, "Leads|Kundämnen"),
        (Lexicon.Meta, AddToCart, "Tillägg i kundvagn|Lägg till i kundvagn"),
        (Lexicon.Meta, PublisherPlatform, "Plattform"),
        (Lexicon.Meta, Placement, "Placering"),
        (Lexicon.Meta, DevicePlatform, "Enhetsplattform|Exponeringsenhet"),
        (Lexicon.Meta, Rate, "Kostnad per resultat|CPC (alla)|CTR (alla)"),
        (Lexicon.Meta, Field.Attribute, "Start|Slut|Annonsuppsättningsbudget|Visning av annonsuppsättning"),
    ];
}
