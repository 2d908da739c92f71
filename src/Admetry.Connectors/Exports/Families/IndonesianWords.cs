using static Admetry.Connectors.Exports.Families.Field;

namespace Admetry.Connectors.Exports.Families;

/// <summary>Indonesian names of columns; of words for one field the earlier is preferred.</summary>
static class IndonesianWords
{
    public static (string Dialect, Field Field, string Words)[] All { get; } =
    [
        ("", Days, "Rentang tanggal|Periode"),
        ("", Day, "Hari|Tanggal"),
        ("", Week, "Minggu"),
        ("", Month, "Bulan"),
        ("", Hour, "Jam"),
        ("", AccountId, "ID pelanggan|ID akun"),
        ("", AccountName, "Nama akun|Akun"),
        ("", Currency, "Mata uang"),
        ("", CampaignId, "ID kampanye"),
        ("", CampaignName, "Nama kampanye|Kampanye"),
        ("", CampaignStatus, "Status kampanye|Penayangan kampanye"),
        ("", AdSetId, "ID set iklan|ID grup iklan"),
        ("", AdSetName, "Nama set iklan|Nama grup iklan|Grup iklan"),
        ("", AdId, "ID iklan"),
        ("", AdName, "Nama iklan|Iklan"),
        ("", Objective, "Tujuan"),
        ("", Device, "Perangkat"),
        ("", Country, "Negara|Negara/wilayah"),
        ("", Age, "Usia"),
        ("", Gender, "Jenis kelamin"),
        ("", Impressions, "Impresi|Tayangan"),
        ("", Clicks, "Klik"),
        ("", Reach, "Jangkauan"),
        ("", Conversions, "Konversi"),
        ("", ConversionValue, "Nilai konversi"),
        ("", Rate, "Frekuensi|Rasio konversi"),
        ("", Field.Attribute, "Status|Jenis kampanye|Anggaran|Tanggal mulai|Tanggal selesai|Strategi bidding"),

        (Lexicon.Google, Spend, "Biaya"),
        (Lexicon.Google, Impressions, "Tayang"),
        (Lexicon.Google, Currency, "Kode mata uang"),
        (Lexicon.Google, ConversionValue, "Nilai konv."),
        (Lexicon.Google, Keyword, "Kata kunci penelusuran|Kata kunci"),
        (Lexicon.Google, SearchTerm, "Istilah penelusuran"),
        (Lexicon.Google, Field.MatchType, "Jenis pencocokan|Jenis pencocokan kata kunci"),
        (Lexicon.Google, Network, "Jaringan|Jaringan (dengan partner penelusuran)"),
        (Lexicon.Google, Rate, "Rata-rata CPC|BPK Rata-rata|Biaya rata-rata|Rasio konv.|Biaya/konv.|Rasio interaksi|RKT"),
        (Lexicon.Google, Field.Attribute, "Nama anggaran|Jenis anggaran|Jenis strategi bidding|Skor pengoptimalan|Interaksi|Semua konv."),

        (Lexicon.Meta, FirstDay, "Awal pelaporan"),
        (Lexicon.Meta, LastDay, "Akhir pelaporan"),
        (Lexicon.Meta, Spend, "Jumlah yang dibelanjakan"),
        (Lexicon.Meta, Clicks, "Klik (semua)"),
        (Lexicon.Meta, LinkClicks, "Klik tautan"),
        (Lexicon.Meta, LandingPageViews, "Tayangan halaman tujuan|Tampilan halaman tujuan"),
        (Lexicon.Meta, Results, "Hasil"),
        (Lexicon.Meta, ResultIndicator, "Indikator hasil|Jenis hasil"),
        (Lexicon.Meta, AttributionSetting, "Pengaturan atribusi"),
        (Lexicon.Meta, Purchases, "Pembelian|Pembelian di situs web"),
        (Lexicon.Meta, PurchaseValue, "Nilai konversi pembelian"),
        (Lexicon.Meta, Leads, "Prospek"),
        (Lexicon.Meta, AddToCart, "Tambahkan ke keranjang"),
        (Lexicon.Meta, PublisherPlatform, "Platform"),
        (Lexicon.Meta, Placement, "Penempatan"),
        (Lexicon.Meta, DevicePlatform, "Platform perangkat|Perangkat tayangan"),
        (Lexicon.Meta, Rate, "Biaya per hasil|CPC (semua)|CTR (semua)|CTR (rasio klik tayang tautan)"),
        (Lexicon.Meta, Field.Attribute, "Mulai|Berakhir|Selesai|Anggaran set iklan|Penayangan set iklan"),
    ];
}
