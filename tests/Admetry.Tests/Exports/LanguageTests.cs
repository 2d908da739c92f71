using System.Text;
using Admetry.Connectors.Exports;
using Xunit;

namespace Admetry.Tests.Exports;

/// <summary>Exports in languages beyond the western ones, written by hand as the platforms' interfaces name their columns.</summary>
public sealed class LanguageTests
{
    const string JapaneseGoogle = """
        キャンペーン レポート
        2024年3月1日 - 2024年3月2日
        日,キャンペーン,キャンペーン ID,通貨コード,費用,表示回数,クリック数,コンバージョン,コンバージョン値,クリック率
        2024-03-01,ブランド_完全一致,901,JPY,"7,200","1,200",48,1.00,"8,500",4.00%
        2024-03-02,ブランド_完全一致,901,JPY,"3,300",800,22,0.00, --,2.75%
        合計: キャンペーン, --, --,JPY,"10,500","2,000",70,1.00,"8,500",3.50%
        合計: アカウント, --, --,JPY,"10,500","2,000",70,1.00,"8,500",3.50%
        """;

    const string JapaneseMeta = """
        レポート開始日,レポート終了日,キャンペーン名,広告セット名,リーチ,インプレッション,フリークエンシー,消化金額 (JPY),リンクのクリック,結果,結果インジケーター,結果の単価
        2024-03-01,2024-03-01,春のセール,関東_30代,1000,1500,1.5,4200,30,3,actions:offsite_conversion.fb_pixel_purchase,1400
        2024-03-02,2024-03-02,春のセール,関東_30代,900,1200,1.33,6300,25,4,actions:offsite_conversion.fb_pixel_purchase,1575
        """;

    const string PolishGoogle = """
        Raport kampanii
        1 marca 2024 - 2 marca 2024
        Dzień;Kampania;Identyfikator kampanii;Kod waluty;Koszt;Wyświetlenia;Kliknięcia;Konwersje;Wart. konw.;Śr. CPC
        2024-03-01;Wiosna;901;PLN;1 234,50;12 000;300;4,50;2 000,00;4,12
        2024-03-02;Wiosna;901;PLN;765,50;8 000;200;3,00;1 000,00;3,83
        Łącznie: kampanie; --; --;PLN;2 000,00;20 000;500;7,50;3 000,00;4,00
        """;

    const string RussianMeta = """
        Дата начала отчетности,Окончание отчетности,Название кампании,Показ кампании,Результаты,Индикатор результатов,Охват,Показы,Цена за результат,Потраченная сумма (UAH),Клики по ссылке,Клики (все)
        2024-03-01,2024-03-01,Весна,active,4,actions:offsite_conversion.fb_pixel_purchase,3000,10000,308.63,1234.50,70,80
        2024-03-02,2024-03-02,Весна,active,3,actions:offsite_conversion.fb_pixel_purchase,2500,10000,255.17,765.50,60,75
        """;

    const string TurkishMeta = """
        Rapor Başlangıcı,Rapor Sonu,Kampanya Adı,Reklam Seti Adı,Reklam Adı,Harcanan Tutar (TRY),Gösterimler,Erişim,Sıklık,Tıklamalar (Tümü),Bağlantı Tıklamaları,Sonuçlar,Sonuç Göstergesi
        2024-03-01,2024-03-01,Bahar,Kadın 25-34,Video 1,1234.50,10000,3000,3.3,80,70,4,actions:offsite_conversion.fb_pixel_purchase
        2024-03-02,2024-03-02,Bahar,Kadın 25-34,Video 1,765.50,10000,2500,4.0,75,60,3,actions:offsite_conversion.fb_pixel_purchase
        """;

    const string IndonesianMeta = """
        Awal pelaporan,Akhir pelaporan,Nama kampanye,Penayangan kampanye,Hasil,Indikator Hasil,Jangkauan,Impresi,Biaya per hasil,Jumlah yang dibelanjakan (IDR),Klik tautan,Klik (semua)
        2024-03-01,2024-03-01,Ramadan,active,4,actions:offsite_conversion.fb_pixel_purchase,3000,10000,308625,1234500,70,80
        2024-03-02,2024-03-02,Ramadan,active,3,actions:offsite_conversion.fb_pixel_purchase,2500,10000,255167,765500,60,75
        """;

    const string SwedishGoogle = """
        Kampanjrapport
        1 mars 2024 - 2 mars 2024
        Dag;Kampanj;Kampanj-id;Valutakod;Kostnad;Visn.;Klick;Konverteringar;Konv.värde;Genomsn. CPC
        2024-03-01;Vår;901;SEK;1 234,50;12 000;300;4,50;2 000,00;4,12
        2024-03-02;Vår;901;SEK;765,50;8 000;200;3,00;1 000,00;3,83
        Totalt: kampanjer; --; --;SEK;2 000,00;20 000;500;7,50;3 000,00;4,00
        """;

    const string ChineseGoogle = """
        广告系列报告
        2024年3月1日 - 2024年3月2日
        天,广告系列,广告系列 ID,货币代码,费用,展示次数,点击次数,转化次数,转化价值,点击率
        2024-03-01,品牌,901,CNY,"7,200.50","1,200",48,1.00,"8,500.00",4.00%
        2024-03-02,品牌,901,CNY,"3,300.50",800,22,0.00, --,2.75%
        总计：广告系列, --, --,CNY,"10,501.00","2,000",70,1.00,"8,500.00",3.50%
        """;

    const string KoreanGoogle = """
        캠페인 보고서
        2024년 3월 1일 - 2024년 3월 2일
        일,캠페인,캠페인 ID,통화 코드,비용,노출수,클릭수,전환,전환 가치,평균 CPC
        2024-03-01,브랜드,901,KRW,"7,200","1,200",48,1.00,"8,500",150
        2024-03-02,브랜드,901,KRW,"3,300",800,22,0.00, --,150
        총계: 캠페인, --, --,KRW,"10,500","2,000",70,1.00,"8,500",150
        """;

    const string ChineseMeta = """
        报告开始日期,报告结束日期,广告系列名称,广告组名称,已花费金额 (USD),展示次数,覆盖人数,频次,链接点击量,成效,成效指标,广告花费回报 (ROAS) - 购物
        2024-03-01,2024-03-01,春季,女性 25-34,1234.50,10000,3000,3.33,70,4,actions:offsite_conversion.fb_pixel_purchase,2.1
        2024-03-02,2024-03-02,春季,女性 25-34,765.50,10000,2500,4.00,60,3,actions:offsite_conversion.fb_pixel_purchase,1.9
        """;

    const string KoreanMeta = """
        캠페인 이름,일,광고 세트 이름,캠페인 게재,노출,도달,빈도,링크 클릭,결과,결과 지표,지출 금액 (KRW),결과당 비용,보고 시작,보고 종료
        봄,2024-03-01,여성 25-34,active,10000,3000,3.33,70,4,actions:offsite_conversion.fb_pixel_purchase,12345,3086,2024-03-01,2024-03-01
        봄,2024-03-02,여성 25-34,active,10000,2500,4,60,3,actions:offsite_conversion.fb_pixel_purchase,7655,2552,2024-03-02,2024-03-02
        """;

    const string DanishMeta = """
        Rapporteringsstart;Rapporteringsslut;Kampagnenavn;Annoncesættets navn;Brugt beløb (DKK);Eksponeringer;Rækkevidde;Hyppighed;Klik på link;Resultater;Resultatindikator
        2024-03-01;2024-03-01;Forår;Kvinder 25-34;1.234,50;10.000;3.000;3,33;70;4;actions:offsite_conversion.fb_pixel_purchase
        2024-03-02;2024-03-02;Forår;Kvinder 25-34;765,50;10.000;2.500;4;60;3;actions:offsite_conversion.fb_pixel_purchase
        """;

    const string NorwegianMeta = """
        Rapporteringsstart,Rapporteringsslutt,Kampanjenavn,Annonsenavn,Brukt beløp (NOK),Visninger,Rekkevidde,Frekvens,Klikk på lenke,Resultater,Resultatindikator
        2024-03-01,2024-03-01,Vår,Film 1,1234.50,10000,3000,3.33,70,4,actions:offsite_conversion.fb_pixel_purchase
        2024-03-02,2024-03-02,Vår,Film 1,765.50,10000,2500,4,60,3,actions:offsite_conversion.fb_pixel_purchase
        """;

    [Theory]
    [InlineData(SwedishGoogle, "google_ads_ui", "SEK", 2000, 20000, 500)]
    [InlineData(ChineseGoogle, "google_ads_ui", "CNY", 10501, 2000, 70)]
    [InlineData(KoreanGoogle, "google_ads_ui", "KRW", 10500, 2000, 70)]
    [InlineData(JapaneseGoogle, "google_ads_ui", "JPY", 10500, 2000, 70)]
    [InlineData(PolishGoogle, "google_ads_ui", "PLN", 2000, 20000, 500)]
    public void A_google_report_is_read_and_its_totals_hold(string text, string family, string currency, int spend, int impressions, int clicks)
    {
        var read = Given.Understood(text);
        var items = read.Items.ToList();
        var rows = items.OfType<DeliveryItem>().Select(item => item.Row).ToList();

        Assert.Equal((family, 2), (read.Family, rows.Count));
        Assert.All(rows, row => Assert.Equal((currency, "901"), (row.Account.Currency, row.CampaignId)));
        Assert.Equal((spend, impressions, clicks), (rows.Sum(row => row.Measures.Spend), rows.Sum(row => row.Measures.Impressions), rows.Sum(row => row.Measures.Clicks)));
        Assert.All(items.OfType<ControlTotalItem>(), total => Assert.True(total.Holds, total.ToString()));
        Assert.Contains(items.OfType<ControlTotalItem>(), total => total is { Measure: "spend", IsBinding: true });
    }

    [Theory]
    [InlineData(JapaneseMeta, "JPY", "10500", 55)]
    [InlineData(RussianMeta, "UAH", "2000.00", 130)]
    [InlineData(TurkishMeta, "TRY", "2000.00", 130)]
    [InlineData(IndonesianMeta, "IDR", "2000000", 130)]
    [InlineData(ChineseMeta, "USD", "2000.00", 130)]
    [InlineData(KoreanMeta, "KRW", "20000", 130)]
    [InlineData(DanishMeta, "DKK", "2000.00", 130)]
    [InlineData(NorwegianMeta, "NOK", "2000.00", 130)]
    public void A_meta_export_is_read_with_its_currency_and_results(string text, string currency, string spend, int linkClicks)
    {
        var read = Given.Understood(text);
        var rows = read.Items.OfType<DeliveryItem>().Select(item => item.Row).ToList();

        Assert.Equal(("meta_ads_manager", 2), (read.Family, rows.Count));
        Assert.Equal([new(2024, 3, 1), new(2024, 3, 2)], rows.Select(row => row.First));
        Assert.All(rows, row => Assert.Equal((currency, ""), (row.Account.Currency, row.Segment)));
        Assert.Equal((decimal.Parse(spend, System.Globalization.CultureInfo.InvariantCulture), (long?)linkClicks, 7m),
            (rows.Sum(row => row.Measures.Spend), rows.Sum(row => row.Measures.LinkClicks), rows.Sum(row => row.Measures.Purchases)));
    }

    [Theory]
    [InlineData(932, JapaneseGoogle), InlineData(932, JapaneseMeta), InlineData(936, ChineseGoogle), InlineData(936, ChineseMeta), InlineData(949, KoreanGoogle), InlineData(949, KoreanMeta)]
    public void A_code_page_of_the_east_is_told_by_the_words_it_makes(int page, string text)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(page)!;
        var read = Given.Understood(Given.File(encoding.GetBytes(text)));
        var right = Given.Understood(text);

        Assert.Equal(right.Items.OfType<DeliveryItem>().Select(item => item.Row.CampaignName), read.Items.OfType<DeliveryItem>().Select(item => item.Row.CampaignName));
        Assert.Contains(read.Decisions, decision => decision.What is "encoding" && decision.Value.Contains($"Windows-{page}", StringComparison.Ordinal));
    }

    public static TheoryData<string> UnmarkedTexts { get; } = [JapaneseMeta, RussianMeta, TurkishMeta, ChineseMeta, KoreanMeta];

    [Theory, MemberData(nameof(UnmarkedTexts))]
    public void Two_bytes_a_letter_are_found_without_a_mark_in_every_script(string text)
    {
        foreach (var isBigEndian in new[] { false, true })
        {
            var read = Given.Understood(Given.File(text, new UnicodeEncoding(isBigEndian, byteOrderMark: false)));
            Assert.Equal(2, read.Items.OfType<DeliveryItem>().Count());
        }
    }
}
