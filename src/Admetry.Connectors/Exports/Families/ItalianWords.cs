using static Admetry.Connectors.Exports.Families.Field;

namespace Admetry.Connectors.Exports.Families;

/// <summary>Italian names of columns; of words for one field the earlier is preferred.</summary>
static class ItalianWords
{
    public static (string Dialect, Field Field, string Words)[] All { get; } =
    [
        ("", Days, "Periodo|Intervallo di date"), ("", Day, "Giorno|Data"), ("", Week, "Settimana"), ("", Month, "Mese"), ("", Hour, "Ora del giorno"),
        ("", AccountId, "ID cliente|ID account"), ("", AccountName, "Nome account|Nome dell'account|Account"), ("", Currency, "Valuta"),
        ("", CampaignId, "ID campagna|ID della campagna"), ("", CampaignName, "Nome della campagna|Nome campagna|Campagna"),
        ("", CampaignStatus, "Stato campagna|Stato della campagna|Pubblicazione della campagna"),
        ("", AdSetId, "ID gruppo di inserzioni|ID gruppo di annunci"),
        ("", AdSetName, "Nome del gruppo di inserzioni|Nome gruppo di inserzioni|Gruppo di annunci"),
        ("", AdId, "ID inserzione|ID annuncio"), ("", AdName, "Nome dell'inserzione|Nome dell’inserzione|Nome inserzione|Annuncio"),
        ("", Objective, "Obiettivo"), ("", Device, "Dispositivo"), ("", Country, "Paese|Paese/Territorio"), ("", Age, "Età"),
        ("", Gender, "Genere|Sesso"), ("", Impressions, "Impression|Impressioni"), ("", Clicks, "Clic"), ("", Reach, "Copertura"),
        ("", Conversions, "Conversioni"), ("", ConversionValue, "Valore di conversione"), ("", Rate, "Frequenza"),
        ("", Field.Attribute, "Stato|Tipo di campagna|Budget|Strategia di offerta|Data di inizio|Data di fine"),

        (Lexicon.Google, Spend, "Costo"), (Lexicon.Google, Impressions, "Impr."), (Lexicon.Google, Currency, "Codice valuta"),
        (Lexicon.Google, ConversionValue, "Valore conv."), (Lexicon.Google, Keyword, "Parola chiave di ricerca|Parola chiave"),
        (Lexicon.Google, SearchTerm, "Termine di ricerca"), (Lexicon.Google, Field.MatchType, "Tipo di corrispondenza|Tipo corrisp."),
        (Lexicon.Google, Network, "Rete|Rete (con partner di ricerca)"),
        (Lexicon.Google, Rate, "CPC medio|Costo medio|Tasso conv.|Costo/conv.|Tasso di interazione"),
        (Lexicon.Google, Field.Attribute, "Nome budget|Tipo di budget|Punteggio di ottimizzazione|Interazioni|Tutte le conv."),

        (Lexicon.Meta, FirstDay, "Inizio report|Inizio dei report|Inizio del report|Inizio resoconti"),
        (Lexicon.Meta, LastDay, "Fine report|Fine dei report|Fine del report|Fine resoconti"),
        (Lexicon.Meta, Spend, "Importo speso"), (Lexicon.Meta, Clicks, "Clic (tutti)"), (Lexicon.Meta, LinkClicks, "Clic sul link"),
        (Lexicon.Meta, LandingPageViews, "Visualizzazioni della pagina di destinazione"),
        (Lexicon.Meta, Results, "Risultati"), (Lexicon.Meta, ResultIndicator, "Indicatore di risultato|Indicatore dei risultati|Tipo di risultato"),
        (Lexicon.Meta, AttributionSetting, "Impostazione di attribuzione"), (Lexicon.Meta, Purchases, "Acquisti|Acquisti sul sito web"),
        (Lexicon.Meta, PurchaseValue, "Valore di conversione degli acquisti|Valore di conversione acquisti"),
        (Lexicon.Meta, Leads, "Contatti"), (Lexicon.Meta, AddToCart, "Aggiunte al carrello"),
        (Lexicon.Meta, PublisherPlatform, "Piattaforma"), (Lexicon.Meta, Placement, "Posizionamento"),
        (Lexicon.Meta, DevicePlatform, "Piattaforma del dispositivo|Dispositivo dell'impression"),
        (Lexicon.Meta, Rate, "Costo per risultato"),
        (Lexicon.Meta, Field.Attribute, "Inizio|Fine|Pubblicazione del gruppo di inserzioni|Budget del gruppo di inserzioni"),
    ];
}
