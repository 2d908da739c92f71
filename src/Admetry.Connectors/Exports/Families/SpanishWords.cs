using static Admetry.Connectors.Exports.Families.Field;

namespace Admetry.Connectors.Exports.Families;

/// <summary>Spanish names of columns; of words for one field the earlier is preferred.</summary>
static class SpanishWords
{
    public static (string Dialect, Field Field, string Words)[] All { get; } =
    [
        ("", Days, "Periodo|Período"), ("", Day, "Día|Fecha"), ("", Week, "Semana"), ("", Month, "Mes"), ("", Hour, "Hora del día|Hora"),
        ("", AccountId, "ID de cliente|Identificador de la cuenta|ID de la cuenta"), ("", AccountName, "Nombre de la cuenta|Cuenta"),
        ("", Currency, "Moneda|Divisa"), ("", CampaignId, "ID de la campaña|ID de campaña|Identificador de la campaña"),
        ("", CampaignName, "Nombre de la campaña|Campaña"), ("", CampaignStatus, "Estado de la campaña|Entrega de la campaña"),
        ("", AdSetId, "ID del conjunto de anuncios|Identificador del conjunto de anuncios|ID del grupo de anuncios"),
        ("", AdSetName, "Nombre del conjunto de anuncios|Grupo de anuncios"), ("", AdId, "ID del anuncio|Identificador del anuncio"),
        ("", AdName, "Nombre del anuncio|Anuncio"), ("", Objective, "Objetivo"), ("", Device, "Dispositivo"),
        ("", Country, "País|País/Territorio|País o territorio"), ("", Age, "Edad"), ("", Gender, "Sexo|Género"),
        ("", Impressions, "Impresiones"), ("", Clicks, "Clics"), ("", Reach, "Alcance"), ("", Conversions, "Conversiones"),
        ("", ConversionValue, "Valor de conversión"), ("", Rate, "Frecuencia"),
        ("", Field.Attribute, "Estado|Tipo de campaña|Presupuesto|Estrategia de puja|Fecha de inicio|Fecha de finalización"),

        (Lexicon.Google, Spend, "Coste|Costo"), (Lexicon.Google, Impressions, "Impr."), (Lexicon.Google, Currency, "Código de moneda"),
        (Lexicon.Google, ConversionValue, "Valor de conv.|Valor conv."), (Lexicon.Google, Keyword, "Palabra clave de búsqueda|Palabra clave"),
        (Lexicon.Google, SearchTerm, "Término de búsqueda"), (Lexicon.Google, Field.MatchType, "Tipo de concordancia|Tipo de coincidencia"),
        (Lexicon.Google, Network, "Red|Red (con partners de búsqueda)"),
        (Lexicon.Google, Rate, "CPC medio|CPC prom.|Coste medio|Costo prom.|Tasa de conv.|Coste/conv.|Costo/conv.|Tasa de interacción"),
        (Lexicon.Google, Field.Attribute, "Nombre del presupuesto|Tipo de presupuesto|Nivel de optimización|Interacciones|Todas las conv."),

        (Lexicon.Meta, FirstDay, "Inicio del informe|Inicio de los informes|Inicio del reporte"),
        (Lexicon.Meta, LastDay, "Fin del informe|Fin de los informes|Finalización del informe|Fin del reporte"),
        (Lexicon.Meta, Spend, "Importe gastado|Cantidad gastada|Monto gastado"), (Lexicon.Meta, Clicks, "Clics (todos)"),
        (Lexicon.Meta, LinkClicks, "Clics en el enlace|Clics en enlaces"),
        (Lexicon.Meta, LandingPageViews, "Visitas a la página de destino|Vistas de la página de destino"),
        (Lexicon.Meta, Results, "Resultados"), (Lexicon.Meta, ResultIndicator, "Indicador de resultado|Indicador de resultados|Tipo de resultado"),
        (Lexicon.Meta, AttributionSetting, "Configuración de atribución"), (Lexicon.Meta, Purchases, "Compras|Compras en el sitio web"),
        (Lexicon.Meta, PurchaseValue, "Valor de conversión de compras|Valor de conversión de las compras"),
        (Lexicon.Meta, Leads, "Clientes potenciales"), (Lexicon.Meta, AddToCart, "Artículos agregados al carrito|Artículos añadidos al carrito"),
        (Lexicon.Meta, PublisherPlatform, "Plataforma"), (Lexicon.Meta, Placement, "Ubicación"),
        (Lexicon.Meta, DevicePlatform, "Plataforma del dispositivo|Dispositivo de impresión"),
        (Lexicon.Meta, Rate, "Costo por resultado|Coste por resultado|Costo por resultados"),
        (Lexicon.Meta, Field.Attribute, "Inicio|Fin|Entrega del anuncio|Clasificación de calidad|Fecha de creación|Entrega del conjunto de anuncios|Presupuesto del conjunto de anuncios"),
    ];
}
