using Admetry.Metrics;
using Admetry.Storage.Warehouse;
using Xunit;

namespace Admetry.Tests.Warehouse;

/// <summary>What is cut out of the answer to a wider question is what the narrower one is answered.</summary>
[Trait("needs", "server")]
public sealed class MetricTablePartTests(MetricRandomWorlds worlds) : IClassFixture<MetricRandomWorlds>
{
    static readonly Metric[] Sums = [CostMetrics.Spend, DeliveryMetrics.Impressions, DeliveryMetrics.Clicks, ConversionMetrics.Conversions, VideoMetrics.VideoPlays];
    static readonly Metric[] Ratios = [DeliveryMetrics.Ctr, CostMetrics.Cpc, CostMetrics.Cpm];
    static readonly Dimension[] Keys = [Dimensions.Campaign, Dimensions.CampaignId, Dimensions.Platform, Dimensions.Creative, Dimensions.Client];

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, InlineData("duckdb"), InlineData("postgres")]
    public async Task A_part_of_a_wider_answer_is_the_answer_to_the_narrower_question(string engine)
    {
        var reader = new MetricReader(engine is "postgres" ? worlds.Postgres : worlds.Duck);
        var random = new Random(23);
        for (var i = 0; i < 150; i++)
        {
            var query = Any(random);
            var wider = query with
            {
                Metrics = [.. Sums.Concat(Ratios).OrderBy(_ => random.Next())], OrderBy = [.. query.Keys.Select(key => new Order(key.Name))], Limit = null, Totals = true,
                Comparison = Comparison.Previous, Second = Comparison.PreviousYear,
            };

            var part = (await reader.ReadAsync(wider, Cancel)).Part(query, query.Metrics.Any(metric => metric.UsesMoney) ? "USD" : null);

            var alone = await reader.ReadAsync(query, Cancel);
            Assert.Equal(Lines(alone), Lines(part));
            Assert.Equal((alone.Currency, alone.Query, alone.Total is null), (part.Currency, part.Query, part.Total is null));
        }
    }

    /// <summary>Ratios come with what they divide, as in the tables of a page.</summary>
    static MetricQuery Any(Random random)
    {
        var ratios = Ratios.Where(_ => random.Next(3) == 0).ToList();
        List<Metric> metrics = [.. Sums.Where(_ => random.Next(2) == 0).Append(Sums[random.Next(Sums.Length)]).Concat(ratios).Concat(ratios.SelectMany(ratio => ratio.Leaves)).Distinct()];
        var order = metrics[random.Next(metrics.Count)];
        var compared = random.Next(3);
        return new()
        {
            Principal = Principal.Everything("test"),
            Days = new(new(2024, 1, 1), new(2024, 1, 1 + random.Next(31))),
            Metrics = metrics,
            By = [.. Keys.Where(_ => random.Next(3) == 0)],
            Grain = random.Next(3) == 0 ? Grain.Day : Grain.None,
            Comparison = compared > 0 ? Comparison.Previous : Comparison.None,
            Second = compared > 1 ? Comparison.PreviousYear : Comparison.None,
            OrderBy = random.Next(2) == 0 ? [] : [new(order.Name, random.Next(2) == 0, compared == 0 ? OrderOf.Value : (OrderOf)random.Next(3))],
            Limit = random.Next(2) == 0 ? null : 1 + random.Next(5),
            Totals = random.Next(2) == 0,
        };
    }

    static List<string> Lines(MetricTable table) =>
    [
        .. table.Rows.Concat(table.Total is { } total ? [total] : []).Select(row => string.Join(" | ",
            Enumerable.Range(0, table.Keys.Count).Select(row.Key)
                .Concat(Enumerable.Range(0, table.Metrics.Count).SelectMany(i => new[] { $"{row[i]}", $"{row.Previous(i)}", $"{row.Second(i)}" })))),
    ];

    [Fact]
    public async Task What_is_not_in_an_answer_cannot_be_cut_out_of_it()
    {
        var asked = MetricWorld.Query(CostMetrics.Spend) with { Principal = Principal.Everything("test"), By = [Dimensions.Platform] };
        var table = await new MetricReader(worlds.Duck).ReadAsync(asked, Cancel);

        Assert.Throws<ArgumentException>(() => table.Part(asked with { Metrics = [DeliveryMetrics.Clicks] }, null));
        Assert.Throws<ArgumentException>(() => table.Part(asked with { By = [Dimensions.Campaign] }, "USD"));
        Assert.Throws<ArgumentException>(() => table.Part(asked with { Totals = true }, "USD"));
        Assert.Throws<ArgumentException>(() => table.Part(asked with { Comparison = Comparison.Previous }, "USD"));
        Assert.Throws<ArgumentException>(() => table.Part(asked with { Days = asked.Days.Shift(1) }, "USD"));
        Assert.Throws<ArgumentException>(() => table.Part(asked with { OrderBy = [new("platform")] }, "USD"));
    }
}
