using static Admetry.Connectors.Exports.Families.Field;

namespace Admetry.Connectors.Exports.Families;

/// <summary>French names of columns; of words for one field the earlier is preferred.</summary>
static class FrenchWords
{
    public static (string Dialect, Field Field, string Words)[] All { get; } =
    [
        ("", Days, "Période"), ("", Day, "Jour|Date"), ("", Week, "Semaine"), ("", Month, "Mois"), ("", Hour, "Heure de la journée|Heure"),
        ("", AccountId, "Numéro client|ID du compte|Identifiant du compte"), ("", AccountName, "Nom du compte|Compte"), ("", Currency, "Devise"),
        ("", CampaignId, "ID de campagne|ID de la campagne|Identifiant de la campagne"), ("", CampaignName, "Nom de la campagne|Campagne"),
        ("", CampaignStatus, "État de la campagne|Statut de la campagne|Diffusion de la campagne"),
        ("", AdSetId, "ID de l'ensemble de publicités|ID du groupe d'annonces|Identifiant de l’ensemble de publicités"),
        ("", AdSetName, "Nom de l'ensemble de publicités|Nom de l’ensemble de publicités|Groupe d'annonces|Groupe d’annonces"),
        ("", AdId, "ID de la publicité|Numéro de la publicité|Nº de la publicité|ID de l'annonce|Identifiant de la publicité"), ("", AdName, "Nom de la publicité|Annonce"),
        ("", Objective, "Objectif"), ("", Device, "Appareil"), ("", Country, "Pays|Pays/territoire"), ("", Age, "Âge"), ("", Gender, "Sexe|Genre"),
        ("", Impressions, "Impressions"), ("", Clicks, "Clics"), ("", Reach, "Couverture"), ("", ConversionValue, "Valeur de conversion"),
        ("", Rate, "Répétition|Fréquence"), ("", Field.Attribute, "État|Type de campagne|Budget|Stratégie d'enchères|Date de début|Date de fin"),

        (Lexicon.Google, Spend, "Coût"), (Lexicon.Google, Impressions, "Impr."), (Lexicon.Google, Currency, "Code de devise|Code devise"),
        (Lexicon.Google, ConversionValue, "Valeur de conv.|Valeur conv."), (Lexicon.Google, Keyword, "Mot clé du réseau de recherche|Mot clé|Mot-clé"),
        (Lexicon.Google, SearchTerm, "Terme de recherche"), (Lexicon.Google, Field.MatchType, "Type de correspondance|Type de corresp."),
        (Lexicon.Google, Network, "Réseau|Réseau (avec partenaires du Réseau de Recherche)"),
        (Lexicon.Google, Rate, "CPC moy.|Coût moy.|Taux de conv.|Coût/conv.|Taux d'interaction"),
        (Lexicon.Google, Field.Attribute, "Nom du budget|Type de budget|Type de stratégie d'enchères|Score d'optimisation|Interactions|Toutes les conv."),

        (Lexicon.Meta, FirstDay, "Début des rapports|Début du rapport"), (Lexicon.Meta, LastDay, "Fin des rapports|Fin du rapport"),
        (Lexicon.Meta, Spend, "Montant dépensé"), (Lexicon.Meta, Clicks, "Clics (tous)|Clics (Tous)"),
        (Lexicon.Meta, LinkClicks, "Clics sur un lien|Clics sur le lien|Clics sur lien"),
        (Lexicon.Meta, LandingPageViews, "Vues de page de destination|Vues de la page de destination"),
        (Lexicon.Meta, Results, "Résultats"), (Lexicon.Meta, ResultIndicator, "Indicateur de résultats|Indicateur de résultat|Type de résultat"),
        (Lexicon.Meta, AttributionSetting, "Paramètre d'attribution|Paramètre d’attribution"), (Lexicon.Meta, Purchases, "Achats|Achats sur le site web"),
        (Lexicon.Meta, PurchaseValue, "Valeur de conversion des achats|Valeur de conversion d'achat"),
        (Lexicon.Meta, Leads, "Prospects|Leads"), (Lexicon.Meta, AddToCart, "Ajouts au panier"),
        (Lexicon.Meta, PublisherPlatform, "Plate-forme|Plateforme"), (Lexicon.Meta, Placement, "Placement"),
        (Lexicon.Meta, DevicePlatform, "Plate-forme de l’appareil|Plateforme de l'appareil|Appareil d'impression"),
        (Lexicon.Meta, Rate, "Coût par résultat"),
        (Lexicon.Meta, Field.Attribute, "Début|Fin|Diffusion de l'ensemble de publicités|Budget de l'ensemble de publicités|Budget de la campagne"),
    ];
}
