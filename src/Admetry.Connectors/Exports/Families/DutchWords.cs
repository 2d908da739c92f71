using static Admetry.Connectors.Exports.Families.Field;

namespace Admetry.Connectors.Exports.Families;

/// <summary>Dutch names of columns; of words for one field the earlier is preferred.</summary>
static class DutchWords
{
    public static (string Dialect, Field Field, string Words)[] All { get; } =
    [
        ("", Days, "Periode"), ("", Day, "Dag|Datum"), ("", Week, "Week"), ("", Month, "Maand"), ("", Hour, "Uur van de dag"),
        ("", AccountId, "Klant-ID|Account-ID"), ("", AccountName, "Accountnaam|Account"), ("", Currency, "Valuta"),
        ("", CampaignId, "Campagne-ID"), ("", CampaignName, "Campagnenaam|Campagne|Naam van campagne"),
        ("", CampaignStatus, "Campagnestatus|Weergave van campagne"),
        ("", AdSetId, "Advertentieset-ID|Advertentiegroep-ID"),
        ("", AdSetName, "Naam van advertentieset|Naam advertentieset|Advertentiesetnaam|Advertentiegroep"),
        ("", AdId, "Advertentie-ID"), ("", AdName, "Advertentienaam|Naam van advertentie|Naam advertentie|Advertentie"), ("", Objective, "Doelstelling"),
        ("", Device, "Apparaat"), ("", Country, "Land|Land/regio|Land/gebied"), ("", Age, "Leeftijd"), ("", Gender, "Geslacht"),
        ("", Impressions, "Vertoningen|Weergaven"), ("", Clicks, "Klikken"), ("", Reach, "Bereik"), ("", Conversions, "Conversies"),
        ("", ConversionValue, "Conversiewaarde"), ("", Rate, "Frequentie"),
        ("", Field.Attribute, "Status|Campagnetype|Budget|Biedstrategie|Startdatum|Einddatum"),

        (Lexicon.Google, Spend, "Kosten"), (Lexicon.Google, Impressions, "Vert.|Impr."), (Lexicon.Google, Currency, "Valutacode"),
        (Lexicon.Google, ConversionValue, "Conv.waarde|Conv. waarde|Conversiewaarde"), (Lexicon.Google, Keyword, "Zoekwoord voor zoeken|Zoekwoord"),
        (Lexicon.Google, SearchTerm, "Zoekterm"), (Lexicon.Google, Field.MatchType, "Zoektype|Zoekwoordoptie"),
        (Lexicon.Google, Network, "Netwerk|Netwerk (met zoekpartners)"),
        (Lexicon.Google, Rate, "Gem. CPC|Gem. kosten|Conv. perc.|Kosten/conv.|Interactiepercentage"),
        (Lexicon.Google, Field.Attribute, "Budgetnaam|Budgettype|Optimalisatiescore|Interacties|Alle conv."),

        (Lexicon.Meta, FirstDay, "Begin rapportage|Start rapportage|Rapportage begint|Start van rapportage"),
        (Lexicon.Meta, LastDay, "Einde rapportage|Rapportage eindigt|Einde van rapportage"),
        (Lexicon.Meta, Spend, "Besteed bedrag|Uitgegeven bedrag"), (Lexicon.Meta, Clicks, "Klikken (alle)"),
        (Lexicon.Meta, LinkClicks, "Klikken op link|Linkklikken|Klikken op een link"),
        (Lexicon.Meta, LandingPageViews, "Weergaven van landingspagina|Landingspaginaweergaven"),
        (Lexicon.Meta, Results, "Resultaten"), (Lexicon.Meta, ResultIndicator, "Resultaatindicator|Resultatenindicator|Resultaattype|Indicator van resultaat"),
        (Lexicon.Meta, AttributionSetting, "Attributie-instelling|Toeschrijvingsinstelling"), (Lexicon.Meta, Purchases, "Aankopen|Websiteaankopen"),
        (Lexicon.Meta, PurchaseValue, "Conversiewaarde van aankopen|Conversiewaarde aankopen"),
        (Lexicon.Meta, Leads, "Leads"), (Lexicon.Meta, AddToCart, "Toevoegingen aan winkelwagen|Toevoegingen aan winkelwagentje"),
        (Lexicon.Meta, PublisherPlatform, "Platform"), (Lexicon.Meta, Placement, "Plaatsing"),
        (Lexicon.Meta, DevicePlatform, "Apparaatplatform|Apparaat van weergave"),
        (Lexicon.Meta, Rate, "Kosten per resultaat"),
        (Lexicon.Meta, Field.Attribute, "Begin|Einde|Begint op|Eindigt op|Weergavestatus|Weergave van advertentieset|Budget van advertentieset"),
    ];
}
