using Admetry.Tests.Fixtures;
using AngleSharp.Dom;
using Xunit;

namespace Admetry.Tests.Pages;

/// <summary>What is drawn, for those who do not see it.</summary>
public sealed class ChartTableTests(AcmeServer acme)
{
    /// <summary>Pages with charts.</summary>
    public static TheoryData<string> Drawn =>
        [.. PagesTests.Numbers.Select(row => $"{row.Data}?r=2024"), "/?r=2024-Q3&cmp2=year", "/portfolio?r=2024", "/finance?asof=2024-06-30", "/pacing?asof=2024-06-30", "/campaign?r=2024-Q4", "/audience?r=2024-12&f=device:mobile"];

    [Theory, MemberData(nameof(Drawn)), Scored(Row.Tables)]
    public async Task Each_chart_has_a_name_a_summary_and_a_table_with_the_numbers_it_draws(string path)
    {
        var page = await acme.PageAsync(path);
        if (path.StartsWith("/pacing", StringComparison.Ordinal)) // a flight has its course
            page = await acme.PageAsync(page.QuerySelector("tbody th a")!.GetAttribute("href")!);
        Assert.NotEmpty(page.QuerySelectorAll("figure.chart"));

        foreach (var figure in page.QuerySelectorAll("figure.chart"))
        {
            var chart = figure.QuerySelector("adm-chart")!;
            var spec = System.Text.Json.JsonDocument.Parse(chart.QuerySelector("script")!.TextContent).RootElement;
            var labels = spec.GetProperty("labels").EnumerateArray().Select(label => label.GetString()).ToList();
            var texts = spec.GetProperty("series").EnumerateArray().Where(series => series.GetProperty("role").GetString() is not "base")
                .Select(series => series.GetProperty("texts").EnumerateArray().Select(text => text.GetString() is "" ? "–" : text.GetString()).ToList()).ToList();
            var rows = figure.QuerySelectorAll("tbody tr").Select(PagesTests.Cells).ToList();

            Assert.Equal(figure.QuerySelector("h2")!.TextContent, chart.GetAttribute("aria-label"));
            Assert.NotEqual("", page.GetElementById(chart.GetAttribute("aria-describedby")!)!.TextContent);
            Assert.Equal(labels, rows.Select(row => row[0]));
            for (var i = 0; i < texts.Count; i++)
                Assert.Equal(texts[i], rows.Select(row => row[i + 1]));
        }
    }
}
