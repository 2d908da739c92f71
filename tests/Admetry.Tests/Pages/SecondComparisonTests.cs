using System.Text.Json;
using Admetry.App.Components;
using Admetry.Metrics;
using Admetry.Storage.Warehouse;
using Admetry.Tests.Fixtures;
using Xunit;

namespace Admetry.Tests.Pages;

/// <summary>Two comparisons at once are the two comparisons, each as if it had been asked alone, on every surface.</summary>
public sealed class SecondComparisonTests(AcmeServer acme)
{
    const string Days = "r=2024-10-01..2024-10-30";

    static readonly MetricQuery Query = new()
    {
        Principal = Principal.Everything("test"), Days = new(new(2024, 10, 1), new(2024, 10, 30)), Currency = "USD", Totals = true,
        Metrics = [CostMetrics.Spend, DeliveryMetrics.Clicks, DeliveryMetrics.Ctr], Comparison = Comparison.Previous, Second = Comparison.PreviousYear,
    };

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_second_comparison_is_what_it_is_alone_by_member_and_by_day()
    {
        var reader = new MetricReader(await acme.WarehouseAsync());
        foreach (var query in new[] { Query with { By = [Dimensions.Device] }, Query with { Grain = Grain.Day }, Query })
        {
            var both = await reader.ReadAsync(query, Cancel);
            var first = await reader.ReadAsync(query with { Second = Comparison.None }, Cancel);
            var second = await reader.ReadAsync(query with { Comparison = query.Second, Second = Comparison.None }, Cancel);

            Assert.True(both.Rows.Count > 0 && both.Rows.Any(row => !row.Second(0).IsNull && row.Second(0) != row.Previous(0)));
            for (var i = 0; i < query.Metrics.Count; i++)
            {
                Assert.Equal(Values(first, row => row.Previous(i)), Values(both, row => row.Previous(i)));
                Assert.Equal(Values(second, row => row.Previous(i)), Values(both, row => row.Second(i)));
                Assert.Equal(second.Total!.Value.Previous(i), both.Total!.Value.Second(i));
            }
        }

        static Dictionary<string, MetricValue> Values(MetricTable table, Func<MetricRow, MetricValue> value) => table.Rows.Where(row => !value(row).IsNull)
            .ToDictionary(row => string.Join('|', Enumerable.Range(0, table.Keys.Count).Select(row.Key)), value);
    }

    [Fact]
    public async Task A_page_shows_both_changes_in_tiles_and_tables_and_both_courses_in_the_trend()
    {
        var both = await acme.PageAsync($"/?{Days}&cmp2=year");
        var (first, second) = (await acme.PageAsync($"/?{Days}"), await acme.PageAsync($"/?{Days}&cmp=year"));
        using var spec = JsonDocument.Parse(both.QuerySelector("#trend script")!.TextContent);
        var series = spec.RootElement.GetProperty("series").EnumerateArray().Select(one => (Role: one.GetProperty("role").GetString(), Values: one.GetProperty("values").ToString())).ToList();

        foreach (var (tile, i) in both.QuerySelectorAll(".kpi").Select((tile, i) => (tile, i)))
            Assert.Equal(
                [first.QuerySelectorAll(".kpi")[i].QuerySelector(".delta")!.TextContent, second.QuerySelectorAll(".kpi")[i].QuerySelector(".delta")!.TextContent],
                tile.QuerySelectorAll(".delta").Select(delta => delta.TextContent));
        Assert.Equal(["current", "comparison", "second"], series.Select(one => one.Role));
        using var alone = JsonDocument.Parse(second.QuerySelector("#trend script")!.TextContent);
        Assert.Equal(alone.RootElement.GetProperty("series")[1].GetProperty("values").ToString(), series[2].Values);
        var headings = both.QuerySelectorAll("#campaigns thead th").Select(cell => cell.TextContent.Trim()).ToList();
        Assert.Equal(2, headings.Count(heading => heading.StartsWith("From ", StringComparison.Ordinal)));
        Assert.Equal(PagesTests.Cells(second.QuerySelector("#campaigns tbody tr.total:last-child")!)[2], PagesTests.Cells(both.QuerySelector("#campaigns tbody tr.total:last-child")!)[3]);
    }

    [Fact]
    public async Task The_file_and_the_answer_hold_both()
    {
        var csv = await acme.TextAsync("/api/v1/query.csv?m=spend&from=2024-10-01&to=2024-10-30&compare=previous,previous_year");
        var table = await new MetricReader(await acme.WarehouseAsync()).ReadAsync(Query with { Totals = false }, Cancel);
        var row = table.Rows[0];

        Assert.StartsWith("spend,spend_previous,spend_change,spend_second,spend_second_change\n", csv, StringComparison.Ordinal);
        Assert.Equal([row[0].ToString(), row.Previous(0).ToString(), row.Second(0).ToString()], csv.Split('\n')[1].Split(',').Where((_, i) => i is 0 or 1 or 3));
        using var content = new StringContent("""{"metrics":["spend"],"from":"2024-10-01","to":"2024-10-30","compare":"previous,previous_year"}""", System.Text.Encoding.UTF8, "application/json");
        using var response = await acme.PostAsync("/api/v1/query", content);
        using var answer = JsonDocument.Parse(await response.Content.ReadAsStringAsync(Cancel));
        Assert.Equal(row.Second(0).AsDecimal, answer.RootElement.GetProperty("rows")[0].GetProperty("second").GetProperty("spend").GetDecimal());
        Assert.Equal("2023-10-03", answer.RootElement.GetProperty("comparedSecond").GetProperty("from").GetString());
    }

    [Theory, InlineData("previous,previous"), InlineData("none,previous"), InlineData("previous,previous_year,none"), InlineData("previous,never")]
    public async Task Comparisons_that_make_no_sense_are_refused(string compare)
    {
        using var response = await acme.GetAsync($"/api/v1/query.csv?m=spend&from=2024-10-01&to=2024-10-30&compare={compare}");

        Assert.InRange((int)response.StatusCode, 400, 422);
    }
}
