using Admetry.App.Components;
using Admetry.App.Panels;
using Admetry.Metrics;
using Xunit;
using static Admetry.Metrics.ConversionMetrics;
using static Admetry.Metrics.CostMetrics;
using static Admetry.Metrics.DeliveryMetrics;

namespace Admetry.Tests.Panels;

/// <summary>What charts say of answers that are worked out by hand.</summary>
public sealed class ChartTests
{
    static readonly double?[] Nothing = [];

    [Fact]
    public void Steps_show_what_is_left_of_the_first_and_name_the_largest_loss()
    {
        var panel = new StepsPanel("path", "From impression to conversion", [Impressions, Clicks, Conversions]);
        var chart = StepsChart.Of(panel, Answer.Of(Answer.Page().Ask(Answer.September, panel.Metrics), false, ([], [20_000, 500, 10], Nothing)))!;

        Assert.Equal(["Impressions", "Clicks", "Conversions"], chart.Spec.Labels);
        Assert.Equal([20_000d, 500, 10], chart.Spec.Series.Single().Values);
        Assert.Equal(["20,000 (100.0\u00A0%)", "500 (2.5\u00A0%)", "10 (0.050\u00A0%)"], chart.Spec.Series.Single().Texts);
        Assert.Equal("0.050\u00A0% of impressions reach conversions", chart.Title);
        Assert.EndsWith("most are lost before clicks", chart.Subtitle, StringComparison.Ordinal);
    }

    [Theory, InlineData(0d, 5d), InlineData(null, 5d), InlineData(100d, null)]
    public void Steps_without_a_first_or_a_second_show_nothing(double? first, double? second)
    {
        var panel = new StepsPanel("path", "Steps", [Impressions, Clicks]);
        Assert.Null(StepsChart.Of(panel, Answer.Of(Answer.Page().Ask(Answer.September, panel.Metrics), false, ([], [first, second], Nothing))));
    }

    [Fact]
    public void Kinds_stand_largest_first_beside_what_they_were_and_those_without_a_number_are_left_out()
    {
        var panel = new KindsPanel("types", "Conversions by kind", [Purchases, Leads, AddToCart]);
        var query = Answer.Page().Ask(Answer.September, panel.Metrics) with { Comparison = Comparison.Previous };
        var chart = KindsChart.Of(panel, Answer.Of(query, false, ([], [12, null, 40], [10, null, 44])))!;

        Assert.Equal([AddToCart.Title, Purchases.Title], chart.Spec.Labels);
        Assert.Equal([40d, 12], chart.Spec.Series[0].Values);
        Assert.Equal([44d, 10], chart.Spec.Series[1].Values);
        Assert.Equal(SeriesRole.Comparison, chart.Spec.Series[1].Role);
        Assert.StartsWith(AddToCart.Title, chart.Title, StringComparison.Ordinal);
        Assert.Null(KindsChart.Of(panel, Answer.Of(query, false, ([], [0, null, 0], [0, null, null]))));
    }

    [Fact]
    public void A_rank_stands_highest_first_with_the_ratio_over_everything_and_a_menu_on_each_bar()
    {
        var panel = new RankPanel("cpa", Cpa, Dimensions.Platform, Spend);
        var query = RankChart.Ask(panel, Answer.Page(Comparison.Previous));
        var chart = RankChart.Of(panel, Answer.Page(Comparison.Previous), Answer.Of(query, true,
            (["meta_ads"], [10, 500], [12, 480]), (["google_ads"], [25, 400], [null, null]), (["tiktok_ads"], [null, 30], [8, 10]), ([""], [14.5, 930], [12.4, 490])))!;

        Assert.Equal(["Google ads", "Meta"], chart.Spec.Labels);
        Assert.Equal([25d, 10], chart.Spec.Series[0].Values);
        Assert.Equal(["", "$12.00"], chart.Spec.Series[1].Texts);
        Assert.Equal("Google ads has the highest CPA: $25.00; $14.50 overall", chart.Title);
        Assert.Equal("Filter to this platform", chart.Menus[1][0].Title);
        Assert.Contains("f=platform:meta_ads", chart.Menus[1][0].Link, StringComparison.Ordinal);
        Assert.Equal((Spend.Name, true, 10), (query.OrderBy[0].Name, query.OrderBy[0].Descending, query.Limit));
    }

    [Fact]
    public void Heat_reaches_from_the_lowest_to_the_highest_and_hours_keep_their_order()
    {
        var panel = new HeatPanel("hours", Clicks, Dimensions.Hour, Dimensions.Device);
        var page = Answer.Page();
        var table = HeatTable.Of(panel, page, Answer.Of(HeatTable.Ask(panel, page), false,
            (["10", "mobile"], [50], Nothing), (["09", "mobile"], [30], Nothing), (["09", "desktop"], [10], Nothing), (["10", "desktop"], [null], Nothing)))!;

        Assert.Equal(["Hour", "Mobile", "Desktop"], table.Columns.Select(column => column.Title));
        Assert.Equal(["09|30|10", "10|50|–"], table.Rows.Select(row => string.Join('|', row.Cells.Select(cell => cell.Text))));
        Assert.Equal([0.5, 0], table.Rows[0].Cells.Skip(1).Select(cell => cell.Heat!.Value));
        Assert.Equal(1, table.Rows[1].Cells[1].Heat);
        Assert.Null(table.Rows[1].Cells[2].Heat);
        Assert.Null(HeatTable.Of(panel, page, Answer.Of(HeatTable.Ask(panel, page), false)));
    }

    [Fact]
    public void A_scatter_places_members_by_two_metrics_each_with_its_unit()
    {
        var panel = new ScatterPanel("balance", Spend, Ctr, Dimensions.Device, Conversions);
        var page = Answer.Page();
        var chart = ScatterChart.Of(panel, page, Answer.Of(ScatterChart.Ask(panel, page), false,
            (["mobile"], [900, 0.02, 4], Nothing), (["desktop"], [400, 0.031, 9], Nothing), (["tablet"], [50, null, 1], Nothing), (["ctv"], [20, 0.001, null], Nothing)))!;

        Assert.Equal(ChartKind.Scatter, chart.Spec.Kind);
        Assert.Equal(["Mobile", "Desktop", "CTV"], chart.Spec.Labels);
        Assert.Equal([(SeriesRole.Across, Unit.Money), (SeriesRole.Up, Unit.Share), (SeriesRole.Size, Unit.Quantity)], chart.Spec.Series.Select(series => (series.Role, series.Unit!.Value)));
        Assert.Equal([0.02, 0.031, 0.001], chart.Spec.Series[1].Values);
        Assert.Equal(["$900.00", "$400.00", "$20.00"], chart.Spec.Series[0].Texts);
        Assert.Equal("Desktop is highest, at 3.10\u00A0% CTR", chart.Title);
        Assert.Equal(3, chart.Menus.Count);
        Assert.Null(ScatterChart.Of(panel, page, Answer.Of(ScatterChart.Ask(panel, page), false, (["mobile"], [9, 0.1, 1], Nothing), (["ctv"], [8, 0.1, 1], Nothing))));
    }
}
