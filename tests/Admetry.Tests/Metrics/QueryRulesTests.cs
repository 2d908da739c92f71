using Admetry.Metrics;
using Xunit;

namespace Admetry.Tests.Metrics;

public sealed class QueryRulesTests
{
    static MetricQuery Query(params Metric[] metrics) => new()
    {
        Principal = Principal.Everything("test"), Days = new(new(2024, 1, 1), new(2024, 1, 31)), Metrics = metrics,
    };

    static void Refused(MetricQuery query, params string[] reasons) => Assert.Equal(reasons, QueryRules.Reasons(query));

    static void Allowed(MetricQuery query) => Refused(query);

    [Fact]
    public void Nobody_asks_without_a_principal() =>
        Assert.Throws<ArgumentNullException>(() => QueryRules.Reasons(Query(CostMetrics.Spend) with { Principal = null! }));

    [Fact]
    public void A_plain_question_is_allowed() => Allowed(Query(CostMetrics.Spend) with
    {
        By = [Dimensions.Campaign], Where = [new(Dimensions.Month, "2024-01"), new(Dimensions.Channel, "search")], Limit = 1, Currency = "EUR",
        OrderBy = [new("spend", true, OrderOf.Change), new("campaign")], Comparison = Comparison.Previous, Totals = true,
    });

    [Fact]
    public void A_question_needs_metrics_each_once() => Refused(Query() with { By = [Dimensions.Ad, Dimensions.Ad] },
        "No metric is asked for.", "ad is broken down by twice.");

    [Fact]
    public void Repetition_limits_and_currencies_are_checked() => Refused(
        Query(CostMetrics.Spend, CostMetrics.Spend) with { Limit = 0, Currency = "euro" },
        "spend is asked for twice.", "A limit of 0 leaves no row.", "euro is no currency code: use three capitals, such as EUR.");

    [Fact]
    public void Filters_need_values_that_fit() => Refused(
        Query(CostMetrics.Spend) with
        {
            Where =
            [
                new(Dimensions.Channel), new(Dimensions.FirstDay, "2024-01-01"), new(Dimensions.Month, FilterKind.Contains, ["2024"]),
                new(Dimensions.Quarter, "2024-Q5"), new(Dimensions.DayOfWeek, "Monday"),
            ],
        },
        "The filter on channel names no value.", "first_day cannot be filtered: choose the days of the query instead.",
        "month is a part of time and contains no text: use = or !=.", "2024-Q5 is no quarter: write it as 2024-Q1.",
        "Monday is no day_of_week: write it as 1.");

    [Fact]
    public void Rows_sort_by_what_they_have() => Refused(
        Query(CostMetrics.Spend) with
        {
            By = [Dimensions.Campaign],
            OrderBy = [new("clicks"), new("spend", Of: OrderOf.Change), new("spend", Of: OrderOf.Previous)],
        },
        "Rows cannot be sorted by clicks, which is neither a metric nor a key of the query.",
        "Rows cannot be sorted by the change of spend: only a metric that is compared has one.",
        "Rows cannot be sorted by the previous value of spend: only a metric that is compared has one.");

    [Fact]
    public void A_key_has_no_change() => Refused(
        Query(CostMetrics.Spend) with { By = [Dimensions.Campaign], Comparison = Comparison.Previous, OrderBy = [new("campaign", Of: OrderOf.Change)] },
        "Rows cannot be sorted by the change of campaign: only a metric that is compared has one.");

    [Fact]
    public void Periods_stand_alone() => Refused(
        Query(CostMetrics.Spend) with { Grain = Grain.Period, By = [Dimensions.Month], Comparison = Comparison.Previous, Totals = true },
        "Periods cannot be compared: each row already has days of its own.", "Periods have no total: their days may overlap.",
        "Periods cannot be divided into parts of time: a range total is never spread over its days.");

    [Fact]
    public void A_period_is_not_filtered_by_its_days() => Refused(
        Query(CostMetrics.Spend) with { Grain = Grain.Period, Where = [new(Dimensions.Month, "2024-01")] },
        "Periods cannot be divided into parts of time: a range total is never spread over its days.");

    [Fact]
    public void The_days_of_periods_need_the_grain_period() => Refused(
        Query(CostMetrics.Spend) with { By = [Dimensions.LastDay] }, "first_day and last_day are the keys of periods: use the grain period.");

    [Fact]
    public void A_comparison_matches_one_part_of_time() => Refused(
        Query(CostMetrics.Spend) with { Grain = Grain.Day, By = [Dimensions.DayOfWeek], Comparison = Comparison.PreviousYear },
        "A comparison matches one part of time, not date and day_of_week.");

    [Fact]
    public void People_are_not_summed_over_days_or_campaigns() => Refused(
        Query(DeliveryMetrics.Reach),
        "reach cannot be summed over days, since the same people come back: break it down by date, ask for one day, or use the grain period.",
        "reach cannot be summed over campaigns, since they reach the same people: break it down by campaign, ad_set or ad, or filter to one.");

    [Fact]
    public void What_divides_by_people_keeps_to_the_same_rule() => Refused(
        Query(DeliveryMetrics.Frequency) with { Grain = Grain.Day, Where = [new(Dimensions.Campaign, "a", "b")] },
        "frequency cannot be summed over campaigns, since they reach the same people: break it down by campaign, ad_set or ad, or filter to one.");

    [Fact]
    public void Reach_of_one_campaign_on_a_day_in_a_period_or_by_date_is_allowed()
    {
        var query = Query(DeliveryMetrics.Reach);
        Allowed(query with { Grain = Grain.Day, By = [Dimensions.Campaign] });
        Allowed(query with { Grain = Grain.Period, By = [Dimensions.AdSet] });
        Allowed(query with { Days = DateRange.Day(new(2024, 1, 1)), Where = [new(Dimensions.AdId, "1")] });
    }

    [Fact]
    public void Windows_that_contain_each_other_are_not_added() => Refused(
        Query(ConversionMetrics.ActionCount) with { Where = [new(Dimensions.ActionType, FilterKind.NotIn, ["lead"])] },
        "action_count cannot be summed over attribution_window, since windows contain each other: break it down by attribution_window, or filter to one.",
        "action_count cannot be summed over action_type, since types repeat each other: break it down by action_type, or filter to one.");

    [Fact]
    public void A_total_over_windows_would_add_them_too() => Refused(
        Query(ConversionMetrics.ActionValue) with { By = [Dimensions.AttributionWindow], Where = [new(Dimensions.ActionType, "purchase")], Totals = true },
        "action_value has no total over attribution_window, since windows contain each other: filter to one.");

    [Fact]
    public void Actions_of_one_type_in_one_window_may_be_totalled() => Allowed(
        Query(ConversionMetrics.ActionValue) with
        {
            By = [Dimensions.AttributionWindow], Totals = true,
            Where = [new(Dimensions.ActionType, "purchase"), new(Dimensions.AttributionWindow, "7d_click")],
        });

    [Fact]
    public void Running_totals_run_by_day_or_not_at_all() => Refused(
        Query(CostMetrics.SpendMonthToDate) with { By = [Dimensions.Date, Dimensions.Week], Totals = true, Where = [new(Dimensions.DayOfWeek, "1")] },
        "spend_month_to_date runs from day to day: break it down by date, or by no part of time.",
        "spend_month_to_date counts every day since its period began, so no part of time can be filtered.",
        "spend_month_to_date has no total over days, since each holds the days before it.");

    [Fact]
    public void Periods_have_no_running_total() => Refused(
        Query(CostMetrics.SpendMonthToDate) with { Grain = Grain.Period },
        "spend_month_to_date runs from day to day: break it down by date, or by no part of time.");

    [Fact]
    public void The_refusal_keeps_every_reason()
    {
        var refusal = new QueryRefusedException(["One.", "Two."]);

        Assert.Equal(("One. Two.", 2), (refusal.Message, refusal.Reasons.Count));
        Assert.Equal(["Three."], new QueryRefusedException("Three.").Reasons);
    }

    [Theory]
    [InlineData(Grain.None, ""), InlineData(Grain.Day, "date"), InlineData(Grain.Week, "week"), InlineData(Grain.Month, "month")]
    [InlineData(Grain.Quarter, "quarter"), InlineData(Grain.Year, "year"), InlineData(Grain.Period, "first_day last_day")]
    public void The_grain_is_the_first_key(Grain grain, string keys) =>
        Assert.Equal($"{keys} ad".Trim(), string.Join(' ', (Query() with { Grain = grain, By = [Dimensions.Ad] }).Keys));

    [Fact]
    public void A_grain_that_is_a_key_already_keeps_its_place() =>
        Assert.Equal([Dimensions.Ad, Dimensions.Date], (Query() with { Grain = Grain.Day, By = [Dimensions.Ad, Dimensions.Date] }).Keys);
}
