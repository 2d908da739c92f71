using Admetry.Metrics;
using Admetry.Storage.Warehouse;
using Xunit;
using static Admetry.Tests.Warehouse.MetricWorld;

namespace Admetry.Tests.Warehouse;

public sealed class MetricSqlTests
{
    static SqlStatement Compile(MetricQuery query, bool convert = false) => MetricSql.Compile(query, SqlDialect.DuckDb, convert);

    static string[] Refusal(MetricQuery query) => [.. Assert.Throws<QueryRefusedException>(() => Compile(query)).Reasons];

    [Fact]
    public void Two_facts_are_summed_apart_and_stacked() => Golden.Matches(Compile(
        Query(CostMetrics.Cpm, RevenueMetrics.ClientRevenue) with { Principal = Everyone, By = [Dimensions.Channel], Grain = Grain.Month }).Text);

    [Fact]
    public void Range_totals_answer_for_accounts_without_days() =>
        Golden.Matches(Compile(Query(CostMetrics.Spend) with { By = [Dimensions.Campaign], Limit = 10, Totals = true }).Text);

    [Fact]
    public void The_days_compared_with_are_arms_of_their_own() => Golden.Matches(Compile(
        Query(CostMetrics.Spend) with { Principal = Everyone, Grain = Grain.Week, Comparison = Comparison.Previous }).Text);

    [Fact]
    public void Money_is_converted_before_it_is_summed() => Golden.Matches(Compile(
        Query(RevenueMetrics.Roas) with { Principal = Everyone, By = [Dimensions.Country], Currency = "USD" }, convert: true).Text);

    [Fact]
    public void A_filter_value_travels_as_a_parameter()
    {
        var sql = Compile(Query(CostMetrics.Spend) with { Where = [new(Dimensions.Channel, "search", "'; drop table dim_client; --")] });

        Assert.Contains("p.channel in (@f0_0, @f0_1)", sql.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("drop", sql.Text, StringComparison.Ordinal);
        Assert.Equal("'; drop table dim_client; --", sql.Parameters["f0_1"]);
    }

    [Fact]
    public void The_clients_of_who_asks_are_part_of_every_arm()
    {
        var sql = Compile(Query(CostMetrics.Spend, RevenueMetrics.ClientRevenue, EmailMetrics.Opens, ConversionMetrics.ActionCount) with
        {
            Where = [new(Dimensions.ActionType, "purchase"), new(Dimensions.AttributionWindow, "7d_click")], Comparison = Comparison.Previous,
        });

        var arms = sql.Text.Split("union all");
        Assert.Equal(12, arms.Length);
        Assert.All(arms, arm => Assert.Contains("client_id in (select client_id from dim_client where client_code in (@c0))", arm, StringComparison.Ordinal));
    }

    [Fact]
    public void Nobody_compiles_without_a_principal() =>
        Assert.Throws<ArgumentNullException>(() => Compile(Query(CostMetrics.Spend) with { Principal = null! }));

    [Fact]
    public void Only_the_order_of_text_and_the_sums_by_ad_and_month_differ_between_the_engines()
    {
        var query = Query(CostMetrics.Spend) with { By = [Dimensions.Campaign] };
        string OnPostgres(bool usesRollUps) => MetricSql.Compile(query, SqlDialect.Postgres, usesRollUps: usesRollUps).Text.Replace(" collate \"C\"", "", StringComparison.Ordinal);

        Assert.Equal(MetricSql.Compile(query, SqlDialect.DuckDb, usesRollUps: false).Text, OnPostgres(usesRollUps: false));
        Assert.Equal(
            MetricSql.Compile(query, SqlDialect.DuckDb).Text.Replace("from rollup_core_month f", "from fact_core_metrics f", StringComparison.Ordinal), OnPostgres(usesRollUps: true));
    }

    [Fact]
    public void A_dimension_that_a_measure_lacks_is_named_with_those_it_has() => Assert.Equal(
        ["opens is not reported by ad_set or country; it has date, week, month, quarter, year, day_of_week, platform, channel, client, client_name, "
            + "account, account_id, campaign, campaign_id, campaign_status, objective, billing_model, currency."],
        Refusal(Query(EmailMetrics.Opens) with { By = [Dimensions.AdSet], Where = [new(Dimensions.Country, "US")] }));

    [Fact]
    public void The_measure_that_a_metric_needs_is_named_too() => Assert.StartsWith(
        "hook_retention needs video_p25_watched, which is not reported by country; it has date,",
        Refusal(Query(CostMetrics.Spend, VideoMetrics.HookRetention) with { By = [Dimensions.Country] })[0], StringComparison.Ordinal);

    [Fact]
    public void Breakdowns_that_no_source_reports_together_are_refused() => Assert.Equal(
        ["spend is reported by country, by device, but never by them together: ask for one at a time."],
        Refusal(Query(CostMetrics.Spend) with { By = [Dimensions.Country], Where = [new(Dimensions.Device, "mobile")] }));

    [Fact]
    public void A_period_row_has_delivery_only() => Assert.Equal(
        ["client_revenue is never reported for a period as a whole, only by day."],
        Refusal(Query(CostMetrics.Spend, RevenueMetrics.ClientRevenue) with { Grain = Grain.Period }));

    [Fact]
    public void Every_metric_says_what_it_can_be_broken_down_by()
    {
        Assert.Contains(Dimensions.Country, Facts.DimensionsOf(CostMetrics.Cpc));
        Assert.DoesNotContain(Dimensions.Country, Facts.DimensionsOf(CostMetrics.Vcpm));
        Assert.Equal(
            ["date", "week", "month", "quarter", "year", "day_of_week", "channel", "client", "client_name", "currency"],
            Facts.DimensionsOf(RevenueMetrics.Mer).Select(dimension => dimension.Name));
        Assert.All(Catalogue.BuiltIn.All, metric => Assert.Contains(Dimensions.Client, Facts.DimensionsOf(metric)));
        Assert.Equal(["action_count", "action_value"], Facts.MetricsBy(Catalogue.BuiltIn, Dimensions.ActionType).Select(metric => metric.Name));
    }
}
