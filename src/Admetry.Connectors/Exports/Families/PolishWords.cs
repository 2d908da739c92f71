using static Admetry.Connectors.Exports.Families.Field;

namespace Admetry.Connectors.Exports.Families;

/// <summary>Polish names of columns; of words for one field the earlier is preferred.</summary>
static class PolishWords
{
    public static (string Dialect, Field Field, string Words)[] All { get; } =
    [
        ("", Days, "Okres|Zakres dat"),
        ("", Day, "Dzień|Data"),
        ("", Week, "Tydzień"),
        ("", Month, "Miesiąc"),
        ("", Hour, "Godzina"),
        ("", AccountId, "Identyfikator klienta|Identyfikator konta"),
        ("", AccountName, "Nazwa konta|Konto"),
        ("", Currency, "Waluta"),
        ("", CampaignId, "Identyfikator kampanii"),
        ("", CampaignName, "Nazwa kampanii|Kampania"),
        ("", CampaignStatus, "Stan kampanii|Status kampanii|Wyświetlanie kampanii|Emisja kampanii"),
        ("", AdSetId, "Identyfikator zestawu reklam|Identyfikator grupy reklam"),
        ("", AdSetName, "Nazwa zestawu reklam|Nazwa grupy reklam|Grupa reklam"),
        ("", AdId, "Identyfikator reklamy"),
        ("", AdName, "Nazwa reklamy|Reklama"),
        ("", Objective, "Cel"),
        ("", Device, "Urządzenie"),
        ("", Country, "Kraj|Kraj/terytorium"),
        ("", Age, "Wiek"),
        ("", Gender, "Płeć"),
        ("", Impressions, "Wyświetlenia"),
        ("", Clicks, "Kliknięcia"),
        ("", Reach, "Zasięg"),
        ("", Conversions, "Konwersje"),
        ("", ConversionValue, "Wartość konwersji"),
        ("", Rate, "Częstotliwość|Współczynnik konwersji"),
        ("", Field.Attribute, "Stan|Typ kampanii|Budżet|Data rozpoczęcia|Data zakończenia|Strategia ustalania stawek"),

        (Lexicon.Google, Spend, "Koszt"),
        (Lexicon.Google, Impressions, "Wyśw."),
        (Lexicon.Google, Currency, "Kod waluty"),
        (Lexicon.Google, ConversionValue, "Wart. konw."),
        (Lexicon.Google, Keyword, "Słowo kluczowe w sieci wyszukiwania|Słowo kluczowe"),
        (Lexicon.Google, SearchTerm, "Wyszukiwane hasło"),
        (Lexicon.Google, Field.MatchType, "Typ dopasowania|Typ dopasowania słowa kluczowego"),
        (Lexicon.Google, Network, "Sieć|Sieć (z partnerami w sieci wyszukiwania)"),
        (Lexicon.Google, Rate, "Śr. CPC|Śr. koszt|Współcz. konw.|Koszt/konw.|Koszt / konw.|Wskaźnik interakcji"),
        (Lexicon.Google, Field.Attribute, "Nazwa budżetu|Typ budżetu|Typ strategii ustalania stawek|Wynik optymalizacji|Interakcje|Wszystkie konw."),

        (Lexicon.Meta, FirstDay, "Początek raportowania|Rozpoczęcie raportowania"),
        (Lexicon.Meta, LastDay, "Koniec raportowania|Zakończenie raportowania"),
        (Lexicon.Meta, Spend, "Wydana kwota"),
        (Lexicon.Meta, Clicks, "Kliknięcia (wszystkie)"),
        (Lexicon.Meta, LinkClicks, "Kliknięcia linku|Kliknięcia linka|Kliknięcia w link"),
        (Lexicon.Meta, LandingPageViews, "Wyświetlenia strony docelowej"),
        (Lexicon.Meta, Results, "Wyniki"),
        (Lexicon.Meta, ResultIndicator, "Wskaźnik wyniku|Wskaźnik wyników|Typ wyniku"),
        (Lexicon.Meta, AttributionSetting, "Ustawienie atrybucji"),
        (Lexicon.Meta, Purchases, "Zakupy|Zakupy w witrynie"),
        (Lexicon.Meta, PurchaseValue, "Wartość konwersji zakupów|Wartość konwersji zakupu"),
        (Lexicon.Meta, Leads, "Kontakty|Leady"),
        (Lexicon.Meta, AddToCart, "Dodania do koszyka"),
        (Lexicon.Meta, PublisherPlatform, "Platforma"),
        (Lexicon.Meta, Placement, "Umiejscowienie"),
        (Lexicon.Meta, DevicePlatform, "Platforma urządzenia|Urządzenie wyświetlające"),
        (Lexicon.Meta, Rate, "Koszt na wynik|Koszt wyniku|CPC (wszystkie)|CTR (wszystkie)|CPM (koszt 1000 wyświetleń)"),
        (Lexicon.Meta, Field.Attribute, "Początek|Koniec|Rozpoczęcie|Zakończenie|Budżet zestawu reklam|Wyświetlanie zestawu reklam"),
    ];
}
