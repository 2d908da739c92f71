using static Admetry.Connectors.Exports.Families.Field;

namespace Admetry.Connectors.Exports.Families;

/// <summary>Norwegian names of columns; of words for one field the earlier is preferred.</summary>
static class NorwegianWords
{
    public static (string Dialect, Field Field, string Words)[] All { get; } =
    [
        ("", Days, "Periode|Datoperiode"),
        ("", Day, "Dag|Dato"),
        ("", Week, "Uke"),
        ("", Month, "Måned"),
        ("", Hour, "Time på dagen|Time"),
        ("", AccountId, "Kunde-ID|Kundenummer|Konto-ID"),
        ("", AccountName, "Kontonavn|Konto"),
        ("", Currency, "Valuta"),
        ("", CampaignId, "Kampanje-ID"),
        ("", CampaignName, "Kampanjenavn|Kampanje|Navn på kampanje"),
        ("", CampaignStatus, "Kampanjestatus|Kampanjelevering|Levering av kampanje"),
        ("", AdSetId, "Annonsegruppe-ID|Annonsesett-ID"),
        ("", AdSetName, "Annonsegruppe|Annonsegruppenavn|Annonsesettnavn|Navn på annonsesett"),
        ("", AdId, "Annonse-ID"),
        ("", AdName, "Annonsenavn|Navn på annonse|Annonse"),
        ("", Objective, "Mål|Målsetting"),
        ("", Device, "Enhet"),
        ("", Country, "Land|Land/territorium"),
        ("", Age, "Alder"),
        ("", Gender, "Kjønn"),
        ("", Impressions, "Visninger|Eksponeringer"),
        ("", Clicks, "Klikk"),
        ("", Reach, "Rekkevidde"),
        ("", Conversions, "Konverteringer"),
        ("", ConversionValue, "Konverteringsverdi"),
        ("", Rate, "Frekvens|Hyppighet|Konverteringsfrekvens"),
        ("", Field.Attribute, "Status|Kampanjetype|Budsjett|Budstrategi|Startdato|Sluttdato"),

        (Lexicon.Google, Spend, "Kostnad|Pris"),
        (Lexicon.Google, Impressions, "Visn."),
        (Lexicon.Google, Currency, "Valutakode"),
        (Lexicon.Google, ConversionValue, "Konv.verdi|Konv. verdi"),
        (Lexicon.Google, Keyword, "Søkeord"),
        (Lexicon.Google, SearchTerm, "Søketerm|Søkeuttrykk"),
        (Lexicon.Google, Field.MatchType, "Samsvarstype|Søkeordets samsvarstype"),
        (Lexicon.Google, Network, "Nettverk|Nettverk (med søkepartnere)"),
        (Lexicon.Google, Rate, "Gj.sn. CPC|Gjsn. CPC|Gj.sn. kostnad|Konv.frekvens|Kostnad/konv.|Interaksjonsfrekvens"),
        (Lexicon.Google, Field.Attribute, "Budsjettnavn|Budsjettype|Type budstrategi|Optimaliseringspoeng|Interaksjoner|Alle konv."),

        (Lexicon.Meta, FirstDay, "Rapporteringsstart|Rapportering starter|Rapporten starter"),
        (Lexicon.Meta, LastDay, "Rapporteringsslutt|Rapportering slutter|Rapporten slutter"),
        (Lexicon.Meta, Spend, "Brukt beløp|Beløp brukt|Forbrukt beløp"),
        (Lexicon.Meta, Clicks, "Klikk (alle)"),
        (Lexicon.Meta, LinkClicks, "Klikk på lenke|Lenkeklikk|Klikk på lenken"),
        (Lexicon.Meta, LandingPageViews, "Visninger av landingsside|Visninger av destinasjonsside"),
        (Lexicon.Meta, Results, "Resultater"),
        (Lexicon.Meta, ResultIndicator, "Resultatindikator|Resultattype"),
        (Lexicon.Meta, AttributionSetting, "Attribusjonsinnstilling"),
        (Lexicon.Meta, Purchases, "Kjøp|Kjøp på nettsted"),
        (Lexicon.Meta, PurchaseValue, "Konverteringsverdi for kjøp|Konverteringsverdi av kjøp"),
        (Lexicon.Meta, Leads, "Leads|Potensielle kunder"),
        (Lexicon.Meta, AddToCart, "Legg i handlekurv|Tillegg i handlekurv"),
        (Lexicon.Meta, PublisherPlatform, "Plattform"),
        (Lexicon.Meta, Placement, "Plassering"),
        (Lexicon.Meta, DevicePlatform, "Enhetsplattform|Visningsenhet"),
        (Lexicon.Meta, Rate, "Kostnad per resultat|CPC (alle)|CTR (alle)"),
        (Lexicon.Meta, Field.Attribute, "Starter|Slutter|Annonsesettbudsjett|Levering av annonsesett"),
    ];
}
