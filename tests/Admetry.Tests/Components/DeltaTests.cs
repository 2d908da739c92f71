using Admetry.App.Components;
using Admetry.Metrics;
using Admetry.Tests.Fixtures;
using Xunit;

namespace Admetry.Tests.Components;

public sealed class DeltaTests
{
    [Fact, Scored(Row.Numbers)]
    public void Cost_that_falls_is_good_news_and_points_down()
    {
        var delta = Of(CostMetrics.Cpa, MetricValue.Number(8), MetricValue.Number(10));

        Assert.Equal((DeltaDirection.Down, DeltaTone.Good, "▼"), (delta.Direction, delta.Tone, delta.Arrow));
        Assert.Equal(("−$2.00", "−20.0\u00A0%", "$10.00"), (delta.Absolute, delta.Percent, delta.Before));
    }

    [Fact]
    public void Spend_has_no_good_direction() =>
        Assert.Equal(DeltaTone.Neutral, Of(CostMetrics.Spend, MetricValue.Exact(200), MetricValue.Exact(100)).Tone);

    [Fact, Scored(Row.Numbers)]
    public void Less_than_half_a_per_cent_is_noise()
    {
        var delta = Of(DeliveryMetrics.Clicks, MetricValue.Count(10_049), MetricValue.Count(10_000));

        Assert.Equal((DeltaDirection.Flat, DeltaTone.Neutral), (delta.Direction, delta.Tone));
    }

    [Fact, Scored(Row.Numbers)]
    public void A_rate_has_points_and_no_per_cent_of_per_cent()
    {
        var delta = Of(DeliveryMetrics.Ctr, MetricValue.Number(0.024), MetricValue.Number(0.02));

        Assert.Equal(("+0.4\u00A0pp", null, DeltaTone.Good), (delta.Absolute, delta.Percent, delta.Tone));
    }

    [Fact, Scored(Row.Numbers)]
    public void Something_from_nothing_is_new_and_not_endless_growth()
    {
        Assert.Equal((DeltaDirection.New, "new", null), Parts(Of(DeliveryMetrics.Clicks, MetricValue.Count(5), MetricValue.Count(0))));
        Assert.Equal((DeltaDirection.New, "new", null), Parts(Of(DeliveryMetrics.Clicks, MetricValue.Count(5), MetricValue.Null)));
    }

    [Fact, Scored(Row.Numbers)]
    public void A_small_base_shows_no_per_cent()
    {
        Assert.Null(Of(ConversionMetrics.Conversions, MetricValue.Exact(40), MetricValue.Exact(29)).Percent);
        Assert.NotNull(Of(ConversionMetrics.Conversions, MetricValue.Exact(40), MetricValue.Exact(30)).Percent);
    }

    [Fact]
    public void Nothing_beside_nothing_has_no_change() =>
        Assert.Null(Delta.Between(MetricValue.Null, MetricValue.Null, CostMetrics.Spend, "USD"));

    static (DeltaDirection, string, string?) Parts(Delta delta) => (delta.Direction, delta.Absolute, delta.Percent);

    static Delta Of(Metric metric, MetricValue now, MetricValue before) => Delta.Between(now, before, metric, "USD")!;
}
