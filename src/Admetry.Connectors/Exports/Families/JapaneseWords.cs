using static Admetry.Connectors.Exports.Families.Field;

namespace Admetry.Connectors.Exports.Families;

/// <summary>Japanese names of columns; of words for one field the earlier is preferred.</summary>
static class JapaneseWords
{
    public static (string Dialect, Field Field, string Words)[] All { get; } =
    [
        ("", Days, "期間|レポート期間"),
        ("", Day, "日|日付"),
        ("", Week, "週"),
        ("", Month, "月"),
        ("", Hour, "時間帯|時間"),
        ("", AccountId, "アカウント ID|アカウントID|お客様 ID"),
        ("", AccountName, "アカウント名|アカウント"),
        ("", Currency, "通貨"),
        ("", CampaignId, "キャンペーン ID|キャンペーンID"),
        ("", CampaignName, "キャンペーン名|キャンペーン"),
        ("", CampaignStatus, "キャンペーンのステータス|キャンペーンの状態|キャンペーンの配信"),
        ("", AdSetId, "広告セット ID|広告セットID|広告グループ ID|広告グループID"),
        ("", AdSetName, "広告セット名|広告セットの名前|広告グループ名|広告グループ"),
        ("", AdId, "広告 ID|広告ID"),
        ("", AdName, "広告名|広告の名前|広告"),
        ("", Objective, "目的"),
        ("", Device, "デバイス"),
        ("", Country, "国|国/地域|国 / 地域"),
        ("", Age, "年齢"),
        ("", Gender, "性別"),
        ("", Impressions, "インプレッション|インプレッション数|表示回数"),
        ("", Clicks, "クリック数|クリック"),
        ("", Reach, "リーチ|リーチ数"),
        ("", Conversions, "コンバージョン|コンバージョン数"),
        ("", ConversionValue, "コンバージョン値|コンバージョンの価値"),
        ("", Rate, "フリークエンシー|クリック率|コンバージョン率"),
        ("", Field.Attribute, "ステータス|キャンペーン タイプ|予算|開始日|終了日|入札戦略"),

        (Lexicon.Google, Spend, "費用|ご利用額|コスト"),
        (Lexicon.Google, Currency, "通貨コード"),
        (Lexicon.Google, Keyword, "検索キーワード|キーワード"),
        (Lexicon.Google, SearchTerm, "検索語句"),
        (Lexicon.Google, Field.MatchType, "検索語句のマッチタイプ|マッチタイプ|検索キーワードのマッチタイプ"),
        (Lexicon.Google, Network, "ネットワーク|ネットワーク（検索パートナーを含む）"),
        (Lexicon.Google, Rate, "平均クリック単価|平均 CPC|平均費用|コンバージョン単価|インタラクション率|平均インプレッション単価"),
        (Lexicon.Google, Field.Attribute, "予算名|予算タイプ|入札戦略タイプ|最適化スコア|インタラクション|すべてのコンバージョン|キャンペーンのサブタイプ"),

        (Lexicon.Meta, FirstDay, "レポート開始日|レポート開始"),
        (Lexicon.Meta, LastDay, "レポート終了日|レポート終了"),
        (Lexicon.Meta, Spend, "消化金額"),
        (Lexicon.Meta, Clicks, "クリック(すべて)|クリック数(すべて)|クリック（すべて）"),
        (Lexicon.Meta, LinkClicks, "リンクのクリック|リンククリック数|リンクのクリック数"),
        (Lexicon.Meta, LandingPageViews, "ランディングページビュー|ランディングページビュー数"),
        (Lexicon.Meta, Results, "結果"),
        (Lexicon.Meta, ResultIndicator, "結果インジケーター|結果の指標|結果の種類"),
        (Lexicon.Meta, AttributionSetting, "アトリビューション設定"),
        (Lexicon.Meta, Purchases, "購入|購入数|ウェブサイトでの購入"),
        (Lexicon.Meta, PurchaseValue, "購入のコンバージョン値|購入コンバージョン値"),
        (Lexicon.Meta, Leads, "リード|リード数"),
        (Lexicon.Meta, AddToCart, "カートに追加|カートへの追加"),
        (Lexicon.Meta, PublisherPlatform, "プラットフォーム"),
        (Lexicon.Meta, Placement, "配置"),
        (Lexicon.Meta, DevicePlatform, "デバイスプラットフォーム|インプレッションデバイス"),
        (Lexicon.Meta, Rate, "結果の単価|CPM(インプレッション単価)|CPC(すべて)|CTR(すべて)|CPC(リンククリックの単価)|CTR(リンククリックスルー率)"),
        (Lexicon.Meta, Field.Attribute, "開始|終了|配信|広告セットの配信|広告セットの予算|広告の配信"),
    ];
}
