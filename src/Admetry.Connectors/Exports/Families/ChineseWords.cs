using static Admetry.Connectors.Exports.Families.Field;

namespace Admetry.Connectors.Exports.Families;

/// <summary>Chinese names of columns; of words for one field the earlier is preferred.</summary>
static class ChineseWords
{
    public static (string Dialect, Field Field, string Words)[] All { get; } =
    [
        ("", Days, "日期范围|日期範圍|时间范围"),
        ("", Day, "天|日期|日"),
        ("", Week, "周|週"),
        ("", Month, "月份|月"),
        ("", Hour, "小时|小時|一天中的某一时段"),
        ("", AccountId, "客户 ID|客户ID|账户编号|帐户编号|帳號編號|廣告帳號編號|客戶 ID"),
        ("", AccountName, "账户名称|帐户名称|帐号名称|帳戶名稱|帳號名稱|帐号|账号|帳戶"),
        ("", Currency, "货币|幣別|貨幣"),
        ("", CampaignId, "广告系列 ID|广告系列编号|行銷活動編號|廣告活動 ID"),
        ("", CampaignName, "广告系列名称|广告系列|行銷活動名稱|廣告活動|廣告活動名稱"),
        ("", CampaignStatus, "广告系列状态|广告系列投放|行銷活動投遞|廣告活動狀態"),
        ("", AdSetId, "广告组 ID|广告组编号|廣告群組 ID|廣告組合編號"),
        ("", AdSetName, "广告组名称|广告组|廣告組合名稱|廣告群組|廣告群組名稱"),
        ("", AdId, "广告 ID|广告编号|廣告 ID|廣告編號"),
        ("", AdName, "广告名称|廣告名稱|广告|廣告"),
        ("", Objective, "目标|目標"),
        ("", Device, "设备|裝置"),
        ("", Country, "国家/地区|國家/地區|国家|國家"),
        ("", Age, "年龄|年齡"),
        ("", Gender, "性别|性別"),
        ("", Impressions, "展示次数|展示|曝光次數|曝光"),
        ("", Clicks, "点击次数|点击|點擊次數|點擊|点击量"),
        ("", Reach, "覆盖人数|觸及人數"),
        ("", Conversions, "转化次数|转化|轉換"),
        ("", ConversionValue, "转化价值|轉換價值"),
        ("", Rate, "频次|頻率|转化率|轉換率|点击率|點閱率"),
        ("", Field.Attribute, "状态|狀態|广告系列类型|廣告活動類型|预算|預算|开始日期|结束日期|開始日期|結束日期"),

        (Lexicon.Google, Spend, "费用|費用"),
        (Lexicon.Google, Currency, "货币代码|貨幣代碼"),
        (Lexicon.Google, ConversionValue, "转化价值|轉換價值"),
        (Lexicon.Google, Keyword, "搜索关键字|关键字|搜尋關鍵字|關鍵字"),
        (Lexicon.Google, SearchTerm, "搜索字词|搜尋字詞"),
        (Lexicon.Google, Field.MatchType, "匹配类型|比對類型|搜索字词匹配类型"),
        (Lexicon.Google, Network, "广告网络|广告网络(包含搜索网络合作伙伴)|聯播網"),
        (Lexicon.Google, Rate, "平均每次点击费用|平均费用|每次转化费用|互动率|平均單次點擊出價|單次轉換費用"),
        (Lexicon.Google, Field.Attribute, "预算名称|预算类型|出价策略类型|优化得分|互动次数|所有转化次数"),

        (Lexicon.Meta, FirstDay, "报告开始日期|报告开始|分析報告開始|報告開始日期"),
        (Lexicon.Meta, LastDay, "报告结束日期|报告结束|分析報告結束|報告結束日期"),
        (Lexicon.Meta, Spend, "已花费金额|花费金额|花費金額"),
        (Lexicon.Meta, Clicks, "点击量（全部）|点击量(全部)|點擊次數（全部）|點擊次數(全部)"),
        (Lexicon.Meta, LinkClicks, "链接点击量|链接点击次数|連結點擊次數"),
        (Lexicon.Meta, LandingPageViews, "落地页浏览量|连结页面浏览次数|連結頁面瀏覽次數"),
        (Lexicon.Meta, Results, "成效|成果"),
        (Lexicon.Meta, ResultIndicator, "成效指标|成效类型|成果指標|成果類型"),
        (Lexicon.Meta, AttributionSetting, "归因设置|歸因設定"),
        (Lexicon.Meta, Purchases, "购物次数|购买次数|網站購買次數|購買次數"),
        (Lexicon.Meta, PurchaseValue, "购物转化价值|购买转化价值|購買轉換值"),
        (Lexicon.Meta, Leads, "潜在客户|潛在顧客"),
        (Lexicon.Meta, AddToCart, "加入购物车次数|加入购物车|加到購物車次數"),
        (Lexicon.Meta, PublisherPlatform, "平台"),
        (Lexicon.Meta, Placement, "版位"),
        (Lexicon.Meta, DevicePlatform, "设备平台|展示设备|裝置平台"),
        (Lexicon.Meta, Rate, "单次成效费用|每次成果成本|单次点击费用|点击率（全部）|点击率(全部)"),
        (Lexicon.Meta, Field.Attribute, "开始|结束|開始|結束|广告组预算|广告组投放"),
    ];
}
