using static Admetry.Connectors.Exports.Families.Field;

namespace Admetry.Connectors.Exports.Families;

/// <summary>Korean names of columns; of words for one field the earlier is preferred.</summary>
static class KoreanWords
{
    public static (string Dialect, Field Field, string Words)[] All { get; } =
    [
        ("", Days, "기간"),
        ("", Day, "일|날짜|일별"),
        ("", Week, "주|주별"),
        ("", Month, "월|월별"),
        ("", Hour, "시간|시간대"),
        ("", AccountId, "고객 ID|계정 ID|광고 계정 ID"),
        ("", AccountName, "계정 이름|계정"),
        ("", Currency, "통화"),
        ("", CampaignId, "캠페인 ID"),
        ("", CampaignName, "캠페인 이름|캠페인"),
        ("", CampaignStatus, "캠페인 상태|캠페인 게재"),
        ("", AdSetId, "광고그룹 ID|광고 세트 ID"),
        ("", AdSetName, "광고그룹|광고 그룹|광고그룹 이름|광고 세트 이름"),
        ("", AdId, "광고 ID"),
        ("", AdName, "광고 이름|광고"),
        ("", Objective, "목표"),
        ("", Device, "기기"),
        ("", Country, "국가|국가/지역"),
        ("", Age, "연령|나이"),
        ("", Gender, "성별"),
        ("", Impressions, "노출수|노출"),
        ("", Clicks, "클릭수|클릭"),
        ("", Reach, "도달|도달수"),
        ("", Conversions, "전환|전환수"),
        ("", ConversionValue, "전환 가치|전환값"),
        ("", Rate, "빈도|전환율|클릭률|클릭률(CTR)"),
        ("", Field.Attribute, "상태|캠페인 유형|예산|입찰 전략|시작일|종료일|시작 날짜|종료 날짜"),

        (Lexicon.Google, Spend, "비용"),
        (Lexicon.Google, Currency, "통화 코드"),
        (Lexicon.Google, ConversionValue, "전환 가치"),
        (Lexicon.Google, Keyword, "검색 키워드|키워드"),
        (Lexicon.Google, SearchTerm, "검색어"),
        (Lexicon.Google, Field.MatchType, "검색 유형|검색어 일치 유형"),
        (Lexicon.Google, Network, "네트워크|네트워크(검색 파트너 포함)"),
        (Lexicon.Google, Rate, "평균 CPC|평균 비용|전환당비용|상호작용 발생률"),
        (Lexicon.Google, Field.Attribute, "예산 이름|예산 유형|입찰 전략 유형|최적화 점수|상호작용|모든 전환"),

        (Lexicon.Meta, FirstDay, "보고 시작|보고서 시작"),
        (Lexicon.Meta, LastDay, "보고 종료|보고서 종료"),
        (Lexicon.Meta, Spend, "지출 금액|지출한 금액"),
        (Lexicon.Meta, Clicks, "클릭(전체)|클릭 (전체)"),
        (Lexicon.Meta, LinkClicks, "링크 클릭"),
        (Lexicon.Meta, LandingPageViews, "랜딩 페이지 조회"),
        (Lexicon.Meta, Results, "결과"),
        (Lexicon.Meta, ResultIndicator, "결과 지표|결과 표시 도구|결과 유형"),
        (Lexicon.Meta, AttributionSetting, "기여 설정|어트리뷰션 설정"),
        (Lexicon.Meta, Purchases, "구매|웹사이트 구매"),
        (Lexicon.Meta, PurchaseValue, "구매 전환값|구매 전환 값"),
        (Lexicon.Meta, Leads, "잠재 고객|리드"),
        (Lexicon.Meta, AddToCart, "장바구니에 담기|장바구니에 추가"),
        (Lexicon.Meta, PublisherPlatform, "플랫폼"),
        (Lexicon.Meta, Placement, "노출 위치"),
        (Lexicon.Meta, DevicePlatform, "기기 플랫폼|노출 기기"),
        (Lexicon.Meta, Rate, "결과당 비용|CPC(전체)|CTR(전체)"),
        (Lexicon.Meta, Field.Attribute, "시작|종료|광고 세트 예산|광고 세트 게재"),
    ];
}
