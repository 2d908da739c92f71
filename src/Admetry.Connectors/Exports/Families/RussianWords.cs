using static Admetry.Connectors.Exports.Families.Field;

namespace Admetry.Connectors.Exports.Families;

/// <summary>Russian names of columns; of words for one field the earlier is preferred.</summary>
static class RussianWords
{
    public static (string Dialect, Field Field, string Words)[] All { get; } =
    [
        ("", Days, "Период"),
        ("", Day, "День|Дата"),
        ("", Week, "Неделя"),
        ("", Month, "Месяц"),
        ("", Hour, "Час|Время суток"),
        ("", AccountId, "Идентификатор клиента|Идентификатор аккаунта"),
        ("", AccountName, "Название аккаунта|Аккаунт"),
        ("", Currency, "Валюта"),
        ("", CampaignId, "Идентификатор кампании"),
        ("", CampaignName, "Название кампании|Кампания"),
        ("", CampaignStatus, "Статус кампании|Показ кампании"),
        ("", AdSetId, "Идентификатор группы объявлений"),
        ("", AdSetName, "Название группы объявлений|Группа объявлений"),
        ("", AdId, "Идентификатор объявления"),
        ("", AdName, "Название объявления|Объявление"),
        ("", Objective, "Цель"),
        ("", Device, "Устройство"),
        ("", Country, "Страна|Страна/территория"),
        ("", Age, "Возраст"),
        ("", Gender, "Пол"),
        ("", Impressions, "Показы"),
        ("", Clicks, "Клики"),
        ("", Reach, "Охват"),
        ("", Conversions, "Конверсии"),
        ("", ConversionValue, "Ценность конверсии|Ценность конверсий"),
        ("", Rate, "Частота|Коэффициент конверсии"),
        ("", Field.Attribute, "Статус|Тип кампании|Бюджет|Дата начала|Дата окончания|Стратегия назначения ставок"),

        (Lexicon.Google, Spend, "Расходы|Стоимость"),
        (Lexicon.Google, Impressions, "Показ."),
        (Lexicon.Google, Currency, "Код валюты"),
        (Lexicon.Google, ConversionValue, "Ценность конв."),
        (Lexicon.Google, Keyword, "Ключевое слово в поисковой сети|Ключевое слово"),
        (Lexicon.Google, SearchTerm, "Поисковый запрос"),
        (Lexicon.Google, Field.MatchType, "Тип соответствия|Тип соответствия ключевого слова"),
        (Lexicon.Google, Network, "Сеть|Сеть (с поисковыми партнерами)"),
        (Lexicon.Google, Rate, "Сред. цена за клик|Ср. цена за клик|Средняя цена за клик|Средняя стоимость|Коэфф. конверсии|Цена/конв.|Стоимость/конв.|Коэффициент взаимодействий"),
        (Lexicon.Google, Field.Attribute, "Название бюджета|Тип бюджета|Тип стратегии назначения ставок|Показатель оптимизации|Взаимодействия|Все конв."),

        (Lexicon.Meta, FirstDay, "Дата начала отчетности|Начало отчетности"),
        (Lexicon.Meta, LastDay, "Окончание отчетности|Дата окончания отчетности"),
        (Lexicon.Meta, Spend, "Потраченная сумма|Сумма затрат"),
        (Lexicon.Meta, Clicks, "Клики (все)"),
        (Lexicon.Meta, LinkClicks, "Клики по ссылке"),
        (Lexicon.Meta, LandingPageViews, "Просмотры целевой страницы"),
        (Lexicon.Meta, Results, "Результаты|Результат"),
        (Lexicon.Meta, ResultIndicator, "Индикатор результата|Индикатор результатов|Тип результата"),
        (Lexicon.Meta, AttributionSetting, "Настройка атрибуции"),
        (Lexicon.Meta, Purchases, "Покупки|Покупки на сайте"),
        (Lexicon.Meta, PurchaseValue, "Ценность конверсии покупок|Ценность конверсии покупки"),
        (Lexicon.Meta, Leads, "Лиды"),
        (Lexicon.Meta, AddToCart, "Добавления в корзину"),
        (Lexicon.Meta, PublisherPlatform, "Платформа"),
        (Lexicon.Meta, Placement, "Плейсмент|Место размещения"),
        (Lexicon.Meta, DevicePlatform, "Платформа устройства|Устройство показа"),
        (Lexicon.Meta, Rate, "Цена за результат|Цена за результаты|CPC (все)|CTR (все)"),
        (Lexicon.Meta, Field.Attribute, "Начало|Окончание|Показ группы объявлений|Бюджет группы объявлений"),
    ];
}
