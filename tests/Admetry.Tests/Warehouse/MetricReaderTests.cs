using Admetry.Metrics;
using Admetry.Storage.Warehouse;
using Xunit;
using static Admetry.Tests.Warehouse.MetricWorld;

namespace Admetry.Tests.Warehouse;

/// <summary>What answers must be, worked out by hand from <see cref="MetricWorld"/>; each engine runs them all.</summary>
public abstract partial class MetricReaderTests(WarehouseDatabase warehouse)
{
    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    Task<MetricTable> Read(MetricQuery query) => new MetricReader(warehouse).ReadAsync(query, Cancel);

    /// <summary>Every row as text: keys, then values.</summary>
    static string[] Text(MetricTable table) => [.. table.Rows.Select(row => Line(table, row))];

    static string Line(MetricTable table, MetricRow row) => string.Join(" | ",
        table.Keys.Select((_, i) => row.Key(i)).Concat(table.Metrics.Select((_, i) => $"{row[i]}")));

    async Task Answers(MetricQuery query, params string[] rows) => Assert.Equal(rows, Text(await Read(query)));

    async Task<IReadOnlyList<string>> Refusal(MetricQuery query) =>
        (await Assert.ThrowsAsync<QueryRefusedException>(() => Read(query))).Reasons;

    [Fact]
    public Task Totals_are_sums_over_the_days_asked_for() =>
        Answers(Query(CostMetrics.Spend, DeliveryMetrics.Impressions, DeliveryMetrics.Clicks, ConversionMetrics.Conversions), "50 | 3500 | 75 | 3.5");

    [Fact]
    public Task A_ratio_divides_sums_and_not_rows() =>
        Answers(Query(CostMetrics.Cpc, RevenueMetrics.Roas) with { Where = [new(Dimensions.Platform, "google_ads")] },
            $"{35.0 / 55:R} | {75.0 / 35:R}");

    [Fact]
    public Task A_ratio_over_nothing_is_null() =>
        Answers(Query(CostMetrics.Spend, CostMetrics.Cpc, CostMetrics.Cpm) with { Days = DateRange.Day(new(2024, 1, 8)) }, "5 |  | ");

    [Fact]
    public Task What_no_source_reports_is_null_and_not_zero() =>
        Answers(Query(DeliveryMetrics.Impressions, DeliveryMetrics.LinkClicks) with { Days = DateRange.Day(new(2024, 1, 30)) }, " | ");

    [Fact]
    public Task Campaigns_of_one_name_stay_apart() =>
        Answers(Query(CostMetrics.Spend) with { By = [Dimensions.Campaign, Dimensions.CampaignId] },
            "Brand | g1 | 30.5", "Prospecting | m1 | 15", "Brand | g2 | 4.5");

    [Fact]
    public Task A_campaign_name_alone_keeps_equal_names_in_two_rows() =>
        Answers(Query(CostMetrics.Spend) with { By = [Dimensions.Campaign], OrderBy = [new("campaign")] },
            "Brand | 30.5", "Brand | 4.5", "Prospecting | 15");

    [Fact]
    public Task Platforms_channels_and_clients_come_from_the_account() =>
        Answers(Query(CostMetrics.Spend) with { By = [Dimensions.Platform, Dimensions.Channel, Dimensions.Client, Dimensions.ClientName] },
            "google_ads | search | C101 | Alpha | 35", "meta_ads | social | C101 | Alpha | 15");

    [Fact]
    public Task Weeks_months_quarters_and_years_are_written_as_people_write_them() =>
        Answers(Query(CostMetrics.Spend) with
        {
            Days = new(new(2023, 12, 31), new(2024, 2, 1)),
            By = [Dimensions.Year, Dimensions.Quarter, Dimensions.Month, Dimensions.Week, Dimensions.DayOfWeek],
        },
            "2023 | 2023-Q4 | 2023-12 | 2023-W52 | 7 | 5",
            "2024 | 2024-Q1 | 2024-01 | 2024-W01 | 1 | 15",
            "2024 | 2024-Q1 | 2024-01 | 2024-W01 | 2 | 30",
            "2024 | 2024-Q1 | 2024-01 | 2024-W02 | 1 | 5",
            "2024 | 2024-Q1 | 2024-02 | 2024-W05 | 4 | 100");

    [Fact]
    public Task Parts_of_time_can_be_filtered() =>
        Answers(Query(CostMetrics.Spend) with
        {
            Where = [new(Dimensions.Week, "2024-W01"), new(Dimensions.DayOfWeek, "2"), new(Dimensions.Year, "2024"), new(Dimensions.Date, FilterKind.NotIn, ["2024-01-09"])],
        }, "30");

    [Fact]
    public Task Filters_keep_leave_out_and_search() =>
        Answers(Query(CostMetrics.Spend) with
        {
            Where =
            [
                new(Dimensions.Campaign, FilterKind.Contains, ["BRAN", "zzz"]),
                new(Dimensions.CampaignStatus, FilterKind.NotIn, ["PAUSED"]),
                new(Dimensions.Objective, "SALES", "LEADS"),
            ],
        }, "30.5");

    [Fact]
    public Task Leaving_a_value_out_keeps_what_has_none() =>
        Answers(Query(EmailMetrics.EmailsSent) with { Where = [new(Dimensions.Objective, FilterKind.NotIn, ["SALES"])] }, "1000");

    [Fact]
    public Task Facts_of_different_grain_do_not_multiply_each_other() =>
        Answers(Query(CostMetrics.Spend, RevenueMetrics.ClientRevenue, EmailMetrics.EmailsSent, RevenueMetrics.Mer), $"50 | 211.25 | 1000 | {211.25 / 50:R}");

    [Fact]
    public Task Revenue_meets_spend_by_channel_and_keeps_channels_without_spend() =>
        Answers(Query(CostMetrics.Spend, RevenueMetrics.ClientRevenue) with { By = [Dimensions.Channel], OrderBy = [new("channel")] },
            "email |  | 10", "search | 35 | 120", "social | 15 | 80.25", "unknown |  | 1");

    [Fact]
    public Task Interactions_add_clicks_emails_and_sessions() =>
        Answers(Query(EngagementMetrics.TotalInteractions) with { By = [Dimensions.Channel] }, "email | 1120", "search | 55", "social | 20");

    [Fact]
    public Task Email_and_web_rates_divide_their_sums() =>
        Answers(Query(EmailMetrics.OpenRate, EmailMetrics.ClickToOpenRate, EmailMetrics.HardBounceRate, WebMetrics.BounceRate,
            WebMetrics.PagesPerSession, WebMetrics.AverageSessionDuration), "0.25 | 0.2 | 0.012 | 0.4 | 2.5 | 45");

    [Fact]
    public Task Fees_and_payout_add_up_to_gross() =>
        Answers(Query(FinanceMetrics.BuySideFee, FinanceMetrics.SellSideFee, FinanceMetrics.NetRevenue, FinanceMetrics.Contribution,
            FinanceMetrics.Margin, FinanceMetrics.BuySideTakeRate, FinanceMetrics.SellSideTakeRate)
            with { Days = DateRange.Day(new(2024, 1, 2)), Where = [new(Dimensions.Platform, "google_ads")] },
            "5 | 5 | 10 | 9 | 0.4 | 0.2 | 0.25");

    [Fact]
    public Task Three_second_views_follow_the_length_of_each_creative() =>
        Answers(Query(VideoMetrics.VideoThreeSecondViews, VideoMetrics.VideoCompletionRate, VideoMetrics.HookRetention) with { By = [Dimensions.Creative] },
            "Long | 100 | 0.4 | 0.8", "Short | 80 | 0.4 | 0.8", "Middle | 60 | 0.4 | 0.8");

    [Fact]
    public Task Breakdowns_answer_from_their_own_facts()
    {
        var query = Query(CostMetrics.Spend, DeliveryMetrics.Ctr);
        return Task.WhenAll(
            Answers(query with { By = [Dimensions.Country] }, "US | 6 | 0.02", "DE | 4.5 | 0.02"),
            Answers(query with { By = [Dimensions.Age, Dimensions.Gender] }, "25-34 | female | 4 | 0.02", "25-34 | male | 3 | 0.02"),
            Answers(query with { By = [Dimensions.Placement, Dimensions.Position] }, "facebook | feed | 4 | 0.02", "instagram | stories | 3 | 0.02"),
            Answers(query with { By = [Dimensions.Device] }, "mobile | 7 | 0.02", "desktop | 3.5 | 0.02"),
            Answers(query with { By = [Dimensions.Keyword, Dimensions.MatchType] }, "red shoes | exact | 10.5 | 0.02"),
            Answers(query with { By = [Dimensions.SearchTerm] }, "buy red shoes | 10.5 | 0.02"));
    }

    [Fact]
    public Task Actions_are_counted_in_one_window() =>
        Answers(Query(ConversionMetrics.ActionCount, ConversionMetrics.ActionValue) with
        {
            By = [Dimensions.AttributionWindow], Where = [new(Dimensions.ActionType, "purchase")], OrderBy = [new("attribution_window")],
        }, "1d_click | 2 | 60", "7d_click | 8 | 180");

    [Fact]
    public Task What_an_action_costs_divides_all_spend_of_its_campaigns() =>
        Answers(Query(CostMetrics.CostPerAction, RevenueMetrics.ActionRoas) with
        {
            Where = [new(Dimensions.ActionType, "purchase"), new(Dimensions.AttributionWindow, "7d_click"), new(Dimensions.Platform, "meta_ads")],
        }, $"{15.0 / 8:R} | 12");

    [Fact]
    public Task Reach_holds_at_its_own_grain() =>
        Answers(Query(DeliveryMetrics.Reach, DeliveryMetrics.Frequency) with { By = [Dimensions.Date, Dimensions.Campaign], Where = [new(Dimensions.CampaignId, "g1")] },
            $"2024-01-01 | Brand | 600 | {1000.0 / 600:R}", $"2024-01-02 | Brand | 900 | {2000.0 / 900:R}");

    [Fact]
    public Task Reach_of_a_campaign_known_only_by_ad_is_null() =>
        Answers(Query(DeliveryMetrics.Reach) with { Days = DateRange.Day(new(2024, 1, 2)), By = [Dimensions.Campaign], OrderBy = [new("campaign")] },
            "Brand | 900", "Prospecting | ");

    [Fact]
    public async Task The_total_row_is_computed_again_from_sums_and_not_cut_by_the_limit()
    {
        var table = await Read(Query(CostMetrics.Spend, CostMetrics.Cpc) with { By = [Dimensions.Platform], Totals = true, Limit = 1 });

        Assert.Equal([$"google_ads | 35 | {35.0 / 55:R}"], Text(table));
        Assert.Equal($" | 50 | {50.0 / 75:R}", Line(table, table.Total!.Value));
    }

    [Fact]
    public async Task The_previous_period_meets_this_one_weekday_by_weekday()
    {
        var table = await Read(Query(CostMetrics.Spend) with { Days = new(new(2024, 1, 1), new(2024, 1, 28)), Grain = Grain.Day, Comparison = Comparison.Previous });

        Assert.Equal(new DateRange(new(2023, 12, 4), new(2023, 12, 31)), table.ComparedWith);
        Assert.Equal(
            ["2024-01-01 15 8 7", "2024-01-02 30  ", "2024-01-08 5  ", "2024-01-28  5 "],
            table.Rows.Select(row => $"{row.Key(0)} {row[0]} {row.Previous(0)} {row.Change(0)}"));
    }

    [Fact]
    public async Task Months_of_the_year_before_meet_in_order()
    {
        var table = await Read(Query(CostMetrics.Spend) with
        {
            Days = new(new(2024, 1, 1), new(2024, 2, 29)), Grain = Grain.Month, Totals = true,
            Comparison = Comparison.With(new(new(2023, 12, 1), new(2024, 1, 31))),
        });

        Assert.Equal(["2024-01 50 13", "2024-02 100 50"], table.Rows.Select(row => $"{row.Key(0)} {row[0]} {row.Previous(0)}"));
        Assert.Equal((150m, 63m), (table.Total!.Value[0].AsDecimal, table.Total.Value.Previous(0).AsDecimal));
    }

    [Theory]
    [InlineData(Grain.Week, "2024-W01 45 5")]
    [InlineData(Grain.Quarter, "2024-Q1 45 5")]
    [InlineData(Grain.Year, "2024 45 5")]
    public async Task Every_step_of_time_meets_its_counterpart(Grain grain, string row)
    {
        var table = await Read(Query(CostMetrics.Spend) with
        {
            Days = new(new(2024, 1, 1), new(2024, 1, 7)), Grain = grain, Comparison = Comparison.With(new(new(2023, 12, 25), new(2023, 12, 31))),
        });

        Assert.Equal([row], table.Rows.Select(line => $"{line.Key(0)} {line[0]} {line.Previous(0)}"));
    }

    [Fact]
    public async Task Rows_sort_by_change_with_nothing_last()
    {
        var table = await Read(Query(CostMetrics.Spend) with
        {
            Days = DateRange.Day(new(2024, 1, 2)), Comparison = Comparison.With(DateRange.Day(new(2024, 1, 1))), By = [Dimensions.Campaign, Dimensions.CampaignId],
            OrderBy = [new("spend", Descending: true, OrderOf.Change), new("spend", Of: OrderOf.Previous)],
        });

        Assert.Equal(["g1 9.5", "g2 ", "m1 "], table.Rows.Select(row => $"{row.Key(1)} {row.Change(0)}"));
    }

    [Fact]
    public Task Nobody_sees_a_client_that_is_not_theirs() => Task.WhenAll(
        Answers(Query(CostMetrics.Spend, RevenueMetrics.ClientRevenue, EmailMetrics.EmailsSent) with { Principal = new("nobody", []) }, " |  | "),
        Answers(Query(CostMetrics.Spend) with { Principal = new("nobody", []), By = [Dimensions.Client] }),
        Answers(Query(RevenueMetrics.ClientRevenue) with { By = [Dimensions.Client] }, "C101 | 211.25"));

    [Fact]
    public Task Running_totals_count_the_days_before_the_range() => Task.WhenAll(
        Answers(Query(CostMetrics.SpendMonthToDate, CostMetrics.Spend) with { Days = new(new(2024, 1, 2), new(2024, 1, 8)) }, "50 | 35"),
        Answers(Query(CostMetrics.SpendMonthToDate, CostMetrics.SpendYearToDate, CostMetrics.Spend) with
        {
            Days = new(new(2024, 1, 31), new(2024, 2, 2)), Grain = Grain.Day, Where = [new(Dimensions.Platform, "google_ads")],
        }, "2024-01-31 | 35 | 35 | ", "2024-02-01 | 100 | 135 | 100", "2024-02-02 | 100 | 135 | "),
        Answers(Query(CostMetrics.SpendQuarterToDate) with { Days = DateRange.Day(new(2023, 12, 31)) }, "13"));

    [Fact]
    public async Task A_workspaces_own_metrics_weigh_and_choose_clients()
    {
        var catalogue = Catalogue.BuiltIn.With(
        [
            new() { Name = "deal_value", Unit = Unit.Money, Sum = [new("purchases", 50, ["C101"]), new("purchases", 20, ["C102"]), new("leads", 5)] },
            new() { Name = "deal_roas", Unit = Unit.Multiple, Numerator = "deal_value", Denominator = "spend" },
            new() { Name = "beta_clicks", Unit = Unit.Count, Sum = [new("clicks")], Clients = ["C102"] },
        ]);
        var table = await Read(new()
        {
            Principal = new("test", ["C101", "C102"]), Days = new(new(2024, 1, 1), new(2024, 1, 30)), By = [Dimensions.Client], Currency = "USD",
            Metrics = [catalogue.Find("deal_value")!, catalogue.Find("deal_roas")!, catalogue.Find("beta_clicks")!], OrderBy = [new("client")],
        });

        // C101: 50 × 3 purchases + 5 × 6 leads; C102: (20 × 4) × 1.1 + (20 × 6) × 1.25, against 119 of spend.
        Assert.Equal(["C101 | 180 | 3.6 | ", $"C102 | 238 | {238.0 / 119:R} | 100"], Text(table));
    }

    [Fact]
    public async Task The_statement_explained_is_the_one_that_runs()
    {
        var query = Query(CostMetrics.Spend) with { Principal = Beta, Currency = "USD" };

        var explained = await new MetricReader(warehouse).ExplainAsync(query, Cancel);

        Assert.Equal(MetricSql.Compile(query, warehouse.Dialect, convert: true).Text, explained.Text);
    }
}

public sealed class MetricReaderOnDuckDbTests(DuckDbWorld world) : MetricReaderTests(world.Warehouse), IClassFixture<DuckDbWorld>;

[Trait("needs", "server")]
public sealed class MetricReaderOnPostgresTests(PostgresWorld world) : MetricReaderTests(world.Warehouse), IClassFixture<PostgresWorld>;
