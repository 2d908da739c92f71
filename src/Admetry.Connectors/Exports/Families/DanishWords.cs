using static Admetry.Connectors.Exports.Families.Field;

namespace Admetry.Connectors.Exports.Families;

/// <summary>Danish names of columns; of words for one field the earlier is preferred.</summary>
static class DanishWords
{
    public static (string Dialect, Field Field, string Words)[] All { get; } =
    [
        ("", Days, "Periode|Datointerval"),
        ("", Day, "Dag|Dato"),
        ("", Week, "Uge"),
        ("", Month, "Måned"),
        ("", Hour, "Time på dagen|Time"),
        ("", AccountId, "Kunde-id|Kundenummer|Konto-id"),
        ("", AccountName, "Kontonavn|Konto"),
        ("", Currency, "Valuta"),
        ("", CampaignId, "Kampagne-id"),
        ("", CampaignName, "Kampagnenavn|Kampagne|Kampagnens navn"),
        ("", CampaignStatus, "Kampagnestatus|Kampagnelevering|Levering af kampagne"),
        ("", AdSetId, "Annoncegruppe-id|Annoncesæt-id"),
        ("", AdSetName, "Annoncegruppe|Annoncegruppenavn|Annoncesættets navn|Navn på annoncesæt|Annoncesætnavn"),
        ("", AdId, "Annonce-id"),
        ("", AdName, "Annoncenavn|Annoncens navn|Annonce"),
        ("", Objective, "Mål|Målsætning"),
        ("", Device, "Enhed"),
        ("", Country, "Land|Land/område"),
        ("", Age, "Alder"),
        ("", Gender, "Køn"),
        ("", Impressions, "Eksponeringer|Visninger"),
        ("", Clicks, "Klik"),
        ("", Reach, "Rækkevidde"),
        ("", Conversions, "Konverteringer"),
        ("", ConversionValue, "Konverteringsværdi"),
        ("", Rate, "Hyppighed|Frekvens|Konverteringsrate"),
        ("", Field.Attribute, "Status|Kampagnetype|Budget|Budstrategi|Startdato|Slutdato"),

        (Lexicon.Google, Spend, "Omkostninger|Pris|Omkostning"),
        (Lexicon.Google, Impressions, "Eksp.|Visn."),
        (Lexicon.Google, Currency, "Valutakode"),
        (Lexicon.Google, ConversionValue, "Konv.værdi|Konv. værdi"),
        (Lexicon.Google, Keyword, "Søgeord"),
        (Lexicon.Google, SearchTerm, "Søgeterm|Søgeudtryk"),
        (Lexicon.Google, Field.MatchType, "Matchtype|Matchtype for søgeord"),
        (Lexicon.Google, Network, "Netværk|Netværk (med søgepartnere)"),
        (Lexicon.Google, Rate, "Gns. CPC|Gns. pris|Konv.rate|Pris/konv.|Omk./konv.|Interaktionsrate"),
        (Lexicon.Google, Field.Attribute, "Budgetnavn|Budgettype|Budstrategitype|Optimeringsscore|Interaktioner|Alle konv."),

        (Lexicon.Meta, FirstDay, "Rapporteringsstart|Rapportering starter|Rapporteringen starter"),
        (Lexicon.Meta, LastDay, "Rapporteringsslut|Rapportering slutter|Rapporteringen slutter"),
        (Lexicon.Meta, Spend, "Brugt beløb|Forbrugt beløb|Beløb brugt"),
        (Lexicon.Meta, Clicks, "Klik (alle)"),
        (Lexicon.Meta, LinkClicks, "Klik på link|Linkklik|Klik på links"),
        (Lexicon.Meta, LandingPageViews, "Visninger af landingsside|Visninger af destinationsside"),
        (Lexicon.Meta, Results, "Resultater"),
        (Lexicon.Meta, ResultIndicator, "Resultatindikator|Resultattype"),
        (Lexicon.Meta, AttributionSetting, "Tilskrivningsindstilling|Attribueringsindstilling"),
        (Lexicon.Meta, Purchases, "Køb|Køb på websted"),
        (Lexicon.Meta, PurchaseValue, "Konverteringsværdi for køb|Konverteringsværdi af køb"),
        (Lexicon.Meta, Leads, "Leads|Kundeemner"),
        (Lexicon.Meta, AddToCart, "Tilføjelser til kurv|Læg i kurv|Tilføj til indkøbskurv"),
        (Lexicon.Meta, PublisherPlatform, "Platform"),
        (Lexicon.Meta, Placement, "Placering"),
        (Lexicon.Meta, DevicePlatform, "Enhedsplatform|Eksponeringsenhed"),
        (Lexicon.Meta, Rate, "Pris pr. resultat|CPC (alle)|CTR (alle)"),
        (Lexicon.Meta, Field.Attribute, "Starter|Slutter|Annoncesætbudget|Levering af annoncesæt"),
    ];
}
