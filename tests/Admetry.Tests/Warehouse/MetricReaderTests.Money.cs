using Admetry.Metrics;
using Xunit;
using static Admetry.Tests.Warehouse.MetricWorld;

namespace Admetry.Tests.Warehouse;

/// <summary>Range totals and currencies.</summary>
public abstract partial class MetricReaderTests
{
    [Fact]
    public Task An_account_without_days_answers_from_its_range_total() =>
        Answers(Query(CostMetrics.Spend, DeliveryMetrics.Clicks) with { Principal = Beta, By = [Dimensions.Account] },
            "Beta social | 200 | 100", "Beta search | 100 | 100");

    [Fact]
    public Task A_range_total_answers_for_no_other_days() =>
        Answers(Query(CostMetrics.Spend) with { Principal = Beta, Days = new(new(2024, 1, 1), new(2024, 1, 30)) }, "100");

    [Fact]
    public Task A_range_total_is_never_spread_over_time() =>
        Answers(Query(CostMetrics.Spend) with { Principal = Beta, Grain = Grain.Month }, "2024-01 | 100");

    [Fact]
    public Task A_breakdown_of_a_range_total_answers_too()
    {
        var query = Query(CostMetrics.Spend) with { Principal = Beta };
        return Task.WhenAll(
            Answers(query with { By = [Dimensions.Country] }, "DE | 150"),
            Answers(query with { By = [Dimensions.Gender, Dimensions.Age] }, "female | 25-34 | 90"));
    }

    [Fact]
    public Task The_grain_period_lists_range_totals_with_their_days_and_reach() =>
        Answers(Query(CostMetrics.Spend, DeliveryMetrics.Reach) with { Principal = Beta, Grain = Grain.Period, By = [Dimensions.Campaign] },
            "2024-01-01 | 2024-01-31 | Euro | 100 | 2200", "2024-01-01 | 2024-01-31 | Whole | 200 | 7000", "2024-01-08 | 2024-01-14 | Whole | 44 | 2500");

    [Fact]
    public async Task The_currency_is_the_one_that_money_is_in()
    {
        Assert.Equal("USD", (await Read(Query(CostMetrics.Spend))).Currency);
        Assert.Null((await Read(Query(DeliveryMetrics.Clicks))).Currency);
        Assert.Equal("EUR", (await Read(Query(CostMetrics.Spend) with { Principal = Beta, Currency = "EUR" })).Currency);
    }

    [Fact]
    public async Task Currencies_are_not_mixed_without_a_rate() => Assert.Equal(
        ["Money in EUR and GBP and USD is not added without a rate: ask for one currency, or break it down by currency."],
        await Refusal(Query(CostMetrics.Spend) with { Principal = Everyone }));

    [Fact]
    public Task Counts_need_no_currency() =>
        Answers(Query(DeliveryMetrics.Clicks) with { Principal = Everyone }, "284");

    [Fact]
    public async Task By_currency_each_row_has_its_own()
    {
        var query = Query(CostMetrics.Spend) with { Principal = Everyone, By = [Dimensions.Currency] };

        var table = await Read(query);

        Assert.Equal(["EUR | 300", "USD | 50", "GBP | 9"], Text(table));
        Assert.Null(table.Currency);
        Assert.Equal(
            ["Money in EUR and GBP and USD is not added without a rate: ask for one currency, or for no total."],
            await Refusal(query with { Totals = true }));
    }

    [Fact]
    public async Task Each_days_money_is_converted_at_that_days_rate_before_it_is_summed()
    {
        var both = new Principal("test", ["C101", "C102"]);
        var table = await Read(Query(CostMetrics.Spend, CostMetrics.Cpc) with
        {
            Principal = both, Currency = "USD", By = [Dimensions.Client], Grain = Grain.Month, OrderBy = [new("client")],
        });

        Assert.Equal("USD", table.Currency);
        Assert.Equal([$"2024-01 | C101 | 50 | {50.0 / 75:R}", $"2024-01 | C102 | 119 | {119.0 / 100:R}"], Text(table)); // 40 × 1.1 + 60 × 1.25
    }

    [Fact]
    public async Task A_range_total_is_converted_at_the_mean_rate_of_its_days()
    {
        var table = await Read(Query(CostMetrics.Spend) with { Principal = Beta, Currency = "USD", Where = [new(Dimensions.Platform, "meta_ads")] });

        Assert.Equal(249.032258m, table.Rows[0][0].AsDecimal!.Value, 4); // 200 × (1.1 + 30 × 1.25) ÷ 31
    }

    [Fact]
    public async Task Days_without_a_rate_are_named()
    {
        var query = Query(CostMetrics.Spend) with { Principal = Everyone, Currency = "USD" };

        Assert.Equal(["There is no rate from GBP to USD for days within 2024-01-05."], await Refusal(query));
        Assert.Equal(
            ["There is no rate from EUR to GBP for days within 2024-01-01..2024-01-31."],
            await Refusal(query with { Principal = Beta, Currency = "GBP" }));
    }
}
