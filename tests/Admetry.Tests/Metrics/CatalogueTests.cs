using Admetry.Metrics;
using Xunit;

namespace Admetry.Tests.Metrics;

public sealed class CatalogueTests
{
    static readonly Catalogue BuiltIn = Catalogue.BuiltIn;

    [Fact]
    public void Names_are_snake_case_and_no_dimension_shares_one() =>
        Assert.Empty(BuiltIn.All.Where(metric => !metric.Name.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter is '_')
            || Dimensions.Find(metric.Name) is not null).Select(metric => metric.Name));

    [Fact]
    public void Every_metric_says_what_it_means_in_one_sentence_and_who_says_so() =>
        Assert.All(BuiltIn.All, metric =>
        {
            Assert.EndsWith(".", metric.Definition, StringComparison.Ordinal);
            Assert.DoesNotContain(". ", metric.Definition, StringComparison.Ordinal);
            Assert.NotEmpty(metric.Source);
            Assert.NotEmpty(metric.Title);
        });

    [Fact]
    public void No_metric_has_a_part_that_was_not_yet_defined() =>
        Assert.All(BuiltIn.All, metric => Assert.All(metric.Leaves, leaf => Assert.True(leaf is Total or Distinct)));

    [Fact]
    public void The_seeds_metrics_are_all_there() => Assert.All(
        """
        impressions clicks link_clicks landing_page_views ctr reach frequency spend cpm ecpm cpc cpa cost_per_lead cost_per_purchase cpcv vcpm
        conversions conversion_value conversion_rate purchases purchase_value leads add_to_cart roas roi average_order_value action_count
        action_value client_revenue mer gross_billed publisher_payout third_party_cost net_revenue margin buy_side_take_rate
        sell_side_take_rate emails_sent delivered opens email_clicks open_rate click_rate click_to_open_rate hard_bounce_rate
        soft_bounce_rate unsubscribe_rate complaint_rate pageviews web_sessions bounce_rate pages_per_session average_session_duration
        engagement_rate measurable_impressions viewable_impressions viewability invalid_traffic_rate video_plays video_p25_watched
        video_p50_watched video_p75_watched video_p100_watched video_completion_rate hook_retention video_3_sec_views total_interactions
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries),
        name => Assert.Equal(name, BuiltIn.Find(name)?.Name));

    [Fact]
    public void Names_are_found_in_any_case() => Assert.Same(CostMetrics.Spend, BuiltIn.Find("SPEND"));

    [Theory]
    [InlineData("spned", "spend")]
    [InlineData("impresions", "impressions")]
    [InlineData("roaz", "roas")]
    [InlineData("video", "video_plays")]
    public void A_mistyped_name_suggests_the_nearest(string word, string nearest) => Assert.Equal(nearest, BuiltIn.Suggest(word)[0]);

    [Fact]
    public void A_name_like_no_other_suggests_nothing() => Assert.Empty(BuiltIn.Suggest("xyzzyplugh"));

    [Fact]
    public void Two_letters_are_no_part_of_a_name() => Assert.Empty(BuiltIn.Suggest("zz"));

    [Fact]
    public void Totals_add_along_everything() =>
        Assert.All(Dimensions.All, dimension => Assert.True(CostMetrics.Spend.AddsAlong(dimension)));

    [Fact]
    public void Ratios_and_people_add_along_nothing() => Assert.All(Dimensions.All, dimension =>
        Assert.False(CostMetrics.Cpc.AddsAlong(dimension) || DeliveryMetrics.Reach.AddsAlong(dimension)));

    [Fact]
    public void Actions_do_not_add_along_their_types_and_windows() => Assert.Equal(
        [Dimensions.ActionType, Dimensions.AttributionWindow],
        Dimensions.All.Where(dimension => !ConversionMetrics.ActionCount.AddsAlong(dimension)));

    [Fact]
    public void Running_totals_do_not_add_along_time() => Assert.Equal(
        Dimensions.All.Where(dimension => dimension.IsTime), Dimensions.All.Where(dimension => !CostMetrics.SpendMonthToDate.AddsAlong(dimension)));

    [Fact]
    public void Sums_and_differences_add_where_their_parts_do()
    {
        Assert.True(FinanceMetrics.NetRevenue.AddsAlong(Dimensions.Date));
        Assert.True(EngagementMetrics.TotalInteractions.AddsAlong(Dimensions.Date));
    }

    [Theory]
    [InlineData("spend", "sum of spend")]
    [InlineData("cpm", "1000 × spend ÷ impressions")]
    [InlineData("ctr", "clicks ÷ impressions")]
    [InlineData("contribution", "gross_billed − publisher_payout − third_party_cost")]
    [InlineData("total_interactions", "clicks + emails_sent + web_sessions")]
    [InlineData("reach", "reach of one row")]
    [InlineData("spend_month_to_date", "spend since the first day of the month")]
    public void A_formula_names_its_parts(string name, string formula) => Assert.Equal(formula, BuiltIn.Find(name)!.Formula);

    [Theory]
    [InlineData("clicks", ValueKind.Count)]
    [InlineData("spend", ValueKind.Exact)]
    [InlineData("conversions", ValueKind.Exact)]
    [InlineData("cpc", ValueKind.Number)]
    [InlineData("reach", ValueKind.Count)]
    [InlineData("net_revenue", ValueKind.Exact)]
    [InlineData("total_interactions", ValueKind.Count)]
    [InlineData("spend_year_to_date", ValueKind.Exact)]
    public void Values_keep_their_kind(string name, ValueKind kind) => Assert.Equal(kind, BuiltIn.Find(name)!.Holds);

    [Theory]
    [InlineData("spend", true), InlineData("roas", true), InlineData("cpc", true), InlineData("clicks", false), InlineData("ctr", false)]
    public void What_depends_on_a_currency_says_so(string name, bool usesMoney) => Assert.Equal(usesMoney, BuiltIn.Find(name)!.UsesMoney);

    [Fact]
    public void Dimensions_write_themselves_by_name() => Assert.Equal("ad_set", $"{Dimensions.Find("AD_SET")}");

    [Fact]
    public void The_printed_page_is_current()
    {
        var page = Path.Combine(Path.GetDirectoryName(Here())!, "../../../docs/metrics.md");
        Golden.MatchesFile(page, CatalogueDocument.Markdown());
    }

    static string Here([System.Runtime.CompilerServices.CallerFilePath] string file = "") => file;
}
