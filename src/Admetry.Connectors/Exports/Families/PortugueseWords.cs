using static Admetry.Connectors.Exports.Families.Field;

namespace Admetry.Connectors.Exports.Families;

/// <summary>Portuguese names of columns, of Brazil and Portugal; of words for one field the earlier is preferred.</summary>
static class PortugueseWords
{
    public static (string Dialect, Field Field, string Words)[] All { get; } =
    [
        ("", Days, "Período"), ("", Day, "Dia|Data"), ("", Week, "Semana"), ("", Month, "Mês"), ("", Hour, "Hora do dia"),
        ("", AccountId, "ID do cliente|Identificação da conta|ID da conta"), ("", AccountName, "Nome da conta|Conta"), ("", Currency, "Moeda"),
        ("", CampaignId, "ID da campanha|Identificação da campanha"), ("", CampaignName, "Nome da campanha|Campanha"),
        ("", CampaignStatus, "Status da campanha|Estado da campanha|Veiculação da campanha"),
        ("", AdSetId, "ID do conjunto de anúncios|Identificação do conjunto de anúncios|ID do grupo de anúncios"),
        ("", AdSetName, "Nome do conjunto de anúncios|Grupo de anúncios"), ("", AdId, "ID do anúncio|Identificação do anúncio"),
        ("", AdName, "Nome do anúncio|Anúncio"), ("", Objective, "Objetivo"), ("", Device, "Dispositivo"),
        ("", Country, "País|País/território|País/Território"), ("", Age, "Idade"), ("", Gender, "Gênero|Género|Sexo"),
        ("", Impressions, "Impressões"), ("", Clicks, "Cliques"), ("", Reach, "Alcance"), ("", Conversions, "Conversões"),
        ("", ConversionValue, "Valor de conversão|Valor da conversão"), ("", Rate, "Frequência"),
        ("", Field.Attribute, "Status|Estado|Tipo de campanha|Orçamento|Estratégia de lances|Data de início|Data de término"),

        (Lexicon.Google, Spend, "Custo"), (Lexicon.Google, Impressions, "Impr."), (Lexicon.Google, Currency, "Código da moeda|Código de moeda"),
        (Lexicon.Google, ConversionValue, "Valor conv.|Valor da conv.|Valor de conv."),
        (Lexicon.Google, Keyword, "Palavra-chave da rede de pesquisa|Palavra-chave|Palavra-chave de pesquisa"),
        (Lexicon.Google, SearchTerm, "Termo de pesquisa"), (Lexicon.Google, Field.MatchType, "Tipo de correspondência|Tipo de corresp."),
        (Lexicon.Google, Network, "Rede|Rede (com parceiros de pesquisa)"),
        (Lexicon.Google, Rate, "CPC méd.|CPC médio|Custo médio|Taxa de conv.|Custo/conv.|Custo / conv.|Taxa de interação"),
        (Lexicon.Google, Field.Attribute, "Nome do orçamento|Tipo de orçamento|Pontuação de otimização|Interações|Todas as conv."),

        (Lexicon.Meta, FirstDay, "Início dos relatórios|Início do relatório|Início dos relatorios"),
        (Lexicon.Meta, LastDay, "Término dos relatórios|Encerramento dos relatórios|Fim dos relatórios|Fim do relatório"),
        (Lexicon.Meta, Spend, "Valor usado|Valor gasto|Montante gasto|Quantia gasta"), (Lexicon.Meta, Clicks, "Cliques (todos)"),
        (Lexicon.Meta, LinkClicks, "Cliques no link|Cliques na ligação"),
        (Lexicon.Meta, LandingPageViews, "Visualizações da página de destino"),
        (Lexicon.Meta, Results, "Resultados"), (Lexicon.Meta, ResultIndicator, "Indicador de resultados|Indicador de resultado|Tipo de resultado"),
        (Lexicon.Meta, AttributionSetting, "Configuração de atribuição|Definição de atribuição"), (Lexicon.Meta, Purchases, "Compras|Compras no site"),
        (Lexicon.Meta, PurchaseValue, "Valor de conversão da compra|Valor de conversão de compras"),
        (Lexicon.Meta, Leads, "Cadastros|Leads"), (Lexicon.Meta, AddToCart, "Adições ao carrinho"),
        (Lexicon.Meta, PublisherPlatform, "Plataforma"), (Lexicon.Meta, Placement, "Posicionamento"),
        (Lexicon.Meta, DevicePlatform, "Plataforma do dispositivo|Dispositivo de impressão"),
        (Lexicon.Meta, Rate, "Custo por resultado|Custo por resultados"),
        (Lexicon.Meta, Field.Attribute, "Início|Término|Fim|Veiculação do conjunto de anúncios|Orçamento do conjunto de anúncios"),
    ];
}
