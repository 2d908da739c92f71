using static Admetry.Connectors.Exports.Families.Field;

namespace Admetry.Connectors.Exports.Families;

/// <summary>Turkish names of columns; of words for one field the earlier is preferred.</summary>
static class TurkishWords
{
    public static (string Dialect, Field Field, string Words)[] All { get; } =
    [
        ("", Days, "Tarih aralığı"),
        ("", Day, "Gün|Tarih"),
        ("", Week, "Hafta"),
        ("", Month, "Ay"),
        ("", Hour, "Saat|Günün saati"),
        ("", AccountId, "Müşteri Kimliği|Hesap Kimliği|Hesap kimliği"),
        ("", AccountName, "Hesap Adı|Hesap adı|Hesap"),
        ("", Currency, "Para Birimi|Para birimi"),
        ("", CampaignId, "Kampanya Kimliği|Kampanya kimliği"),
        ("", CampaignName, "Kampanya Adı|Kampanya adı|Kampanya"),
        ("", CampaignStatus, "Kampanya durumu|Kampanya Yayını|Kampanya Teslimatı"),
        ("", AdSetId, "Reklam Seti Kimliği|Reklam grubu kimliği"),
        ("", AdSetName, "Reklam Seti Adı|Reklam seti adı|Reklam grubu adı|Reklam grubu"),
        ("", AdId, "Reklam Kimliği|Reklam kimliği"),
        ("", AdName, "Reklam Adı|Reklam adı|Reklam"),
        ("", Objective, "Amaç"),
        ("", Device, "Cihaz"),
        ("", Country, "Ülke|Ülke/bölge"),
        ("", Age, "Yaş"),
        ("", Gender, "Cinsiyet"),
        ("", Impressions, "Gösterimler|Gösterim"),
        ("", Clicks, "Tıklamalar|Tıklama sayısı"),
        ("", Reach, "Erişim"),
        ("", Conversions, "Dönüşümler"),
        ("", ConversionValue, "Dönüşüm değeri"),
        ("", Rate, "Sıklık|Dönüşüm oranı"),
        ("", Field.Attribute, "Durum|Kampanya türü|Bütçe|Başlangıç tarihi|Bitiş tarihi|Teklif stratejisi"),

        (Lexicon.Google, Spend, "Maliyet"),
        (Lexicon.Google, Impressions, "Göst."),
        (Lexicon.Google, Currency, "Para birimi kodu"),
        (Lexicon.Google, ConversionValue, "Dön. değeri"),
        (Lexicon.Google, Keyword, "Arama ağı anahtar kelimesi|Arama anahtar kelimesi|Anahtar kelime"),
        (Lexicon.Google, SearchTerm, "Arama terimi"),
        (Lexicon.Google, Field.MatchType, "Eşleme türü|Anahtar kelime eşleme türü"),
        (Lexicon.Google, Network, "Ağ|Ağ (arama ortakları dahil)"),
        (Lexicon.Google, Rate, "Ort. TBM|Ort. maliyet|Dön. oranı|Maliyet/dön.|Etkileşim oranı|TO"),
        (Lexicon.Google, Field.Attribute, "Bütçe adı|Bütçe türü|Teklif stratejisi türü|Optimizasyon puanı|Etkileşimler|Tüm dön."),

        (Lexicon.Meta, FirstDay, "Rapor Başlangıcı|Raporlama Başlangıcı"),
        (Lexicon.Meta, LastDay, "Rapor Sonu|Raporlama Sonu"),
        (Lexicon.Meta, Spend, "Harcanan Tutar|Harcanan tutar"),
        (Lexicon.Meta, Clicks, "Tıklamalar (Tümü)|Tüm Tıklamalar"),
        (Lexicon.Meta, LinkClicks, "Bağlantı Tıklamaları|Bağlantı tıklamaları"),
        (Lexicon.Meta, LandingPageViews, "Açılış Sayfası Görüntülemeleri|İniş Sayfası Görüntülemeleri"),
        (Lexicon.Meta, Results, "Sonuçlar"),
        (Lexicon.Meta, ResultIndicator, "Sonuç Göstergesi|Sonuç Türü"),
        (Lexicon.Meta, AttributionSetting, "İlişkilendirme Ayarı"),
        (Lexicon.Meta, Purchases, "Alışverişler|Satın Almalar"),
        (Lexicon.Meta, PurchaseValue, "Alışveriş Dönüşüm Değeri|Satın Alma Dönüşüm Değeri"),
        (Lexicon.Meta, Leads, "Potansiyel Müşteriler"),
        (Lexicon.Meta, AddToCart, "Sepete Eklemeler"),
        (Lexicon.Meta, PublisherPlatform, "Platform"),
        (Lexicon.Meta, Placement, "Yerleşim|Reklam Alanı"),
        (Lexicon.Meta, DevicePlatform, "Cihaz Platformu|Gösterim Cihazı"),
        (Lexicon.Meta, Rate, "Sonuç Başına Ücret|Sonuç Başına Maliyet|CTR (Tümü)|CPC (Tümü)"),
        (Lexicon.Meta, Field.Attribute, "Başlangıç|Bitiş|Reklam Seti Bütçesi|Reklam Seti Yayını"),
    ];
}
