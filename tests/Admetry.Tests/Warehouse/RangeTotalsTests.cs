using Admetry.App.Pipeline;
using Admetry.Metrics;
using Admetry.Storage.Warehouse;
using Admetry.Tests.Faults;
using Admetry.Tests.Fixtures;
using Xunit;

namespace Admetry.Tests.Warehouse;

/// <summary>What a question asks of a warehouse, and how its values get there.</summary>
[Trait("needs", "server")]
public sealed class RangeTotalsTests(PostgresServer postgres)
{
    static readonly MetricQuery January = new()
    {
        Principal = Principal.Everything("test"), Days = new(new(2024, 1, 1), new(2024, 1, 31)), Metrics = [CostMetrics.Spend, EmailMetrics.EmailsSent], By = [Dimensions.Platform],
    };

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, InlineData("duckdb"), InlineData("postgres")]
    public async Task Range_totals_are_asked_from_the_load_on_that_brings_the_first(string engine)
    {
        await using var store = await TestStore.CreateAsync(engine, postgres, Cancel);
        var reader = new MetricReader(store.Warehouse);
        Assert.IsType<PartLoaded>(await store.ImportAsync("days.csv", AdFiles.Write([new(3, "123-456-7890", "Brand", "7", "", 2)])));

        Assert.DoesNotContain("fact_period_", (await reader.ExplainAsync(January, Cancel)).Text, StringComparison.Ordinal);
        Assert.Equal(2, await SpendAsync(January));

        Assert.IsType<PartLoaded>(await store.ImportAsync("ranges.csv", AdFiles.Write([new(1, "222-333-4444", "Brand", "8", "", 3)], lastDay: 31)));
        var text = (await reader.ExplainAsync(January, Cancel)).Text;
        Assert.Contains("fact_period_metrics", text, StringComparison.Ordinal);
        Assert.DoesNotContain("fact_period_engagement", text, StringComparison.Ordinal);
        Assert.Equal(5, await SpendAsync(January));

        async Task<decimal?> SpendAsync(MetricQuery query) => (await reader.ReadAsync(query, Cancel)).Rows.Single()[CostMetrics.Spend].AsDecimal;
    }

    [Theory]
    [InlineData("duckdb", "Brand_2024-01"), InlineData("duckdb", "it's @first; --"), InlineData("duckdb", "\"@f0_0\" $1 Söhne")]
    [InlineData("postgres", "Brand_2024-01"), InlineData("postgres", "it's @first; --"), InlineData("postgres", "\"@f0_0\" $1 Söhne")]
    public async Task A_name_of_any_letters_filters_to_itself(string engine, string name)
    {
        await using var store = await TestStore.CreateAsync(engine, postgres, Cancel);
        Assert.IsType<PartLoaded>(await store.ImportAsync("days.csv", AdFiles.Write([new(3, "123-456-7890", $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"", "7", "", 2), new(3, "123-456-7890", "Another", "8", "", 7)])));

        var answer = await new MetricReader(store.Warehouse).ReadAsync(January with { Metrics = [CostMetrics.Spend], By = [Dimensions.Campaign], Where = [new(Dimensions.Campaign, name)] }, Cancel);

        Assert.Equal(name, answer.Rows.Single().Key(0));
        Assert.Equal(2, answer.Rows.Single()[CostMetrics.Spend].AsDecimal);
    }
}
