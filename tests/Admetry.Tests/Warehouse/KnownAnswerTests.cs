using System.Reflection;
using Admetry.Metrics;
using Admetry.Storage.Warehouse;
using Admetry.Tests.Fixtures;
using Dapper;
using Xunit;

namespace Admetry.Tests.Warehouse;

/// <summary>An answer is given again only to the same question of the same data.</summary>
public sealed class KnownAnswerTests(PostgresServer server)
{
    static readonly AdAccount Shop = new(Platform.Google, "1", ClientCode: "C1", Currency: "USD");

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    static MetricQuery Query => MetricWorld.Query(CostMetrics.Spend) with { Where = [new(Dimensions.Platform, "google_ads")], By = [Dimensions.Campaign], Currency = "USD", Comparison = Comparison.Previous };

    /// <summary>For each thing that a question says, another question that says it otherwise.</summary>
    static readonly Dictionary<string, Func<MetricQuery, MetricQuery>> Others = new()
    {
        [nameof(MetricQuery.Principal)] = query => query with { Principal = new(query.Principal.Name, ["C101", "C999"]) },
        [nameof(MetricQuery.Days)] = query => query with { Days = query.Days.Shift(1) },
        [nameof(MetricQuery.Metrics)] = query => query with { Metrics = [DeliveryMetrics.Clicks] },
        [nameof(MetricQuery.By)] = query => query with { By = [Dimensions.CampaignId] },
        [nameof(MetricQuery.Where)] = query => query with { Where = [new(Dimensions.Platform, FilterKind.NotIn, ["google_ads"])] },
        [nameof(MetricQuery.Grain)] = query => query with { Grain = Grain.Month },
        [nameof(MetricQuery.Comparison)] = query => query with { Comparison = Comparison.PreviousYear },
        [nameof(MetricQuery.Second)] = query => query with { Second = Comparison.PreviousYear },
        [nameof(MetricQuery.OrderBy)] = query => query with { OrderBy = [new("spend")] },
        [nameof(MetricQuery.Limit)] = query => query with { Limit = 1 },
        [nameof(MetricQuery.Totals)] = query => query with { Totals = true },
        [nameof(MetricQuery.Currency)] = query => query with { Currency = null },
    };

    public static TheoryData<string> Properties => [.. typeof(MetricQuery).GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.CanWrite).Select(property => property.Name)];

    [Theory, MemberData(nameof(Properties))]
    public async Task Whatever_a_question_says_is_part_of_what_is_remembered(string property)
    {
        await using var warehouse = await DuckAsync();
        var (query, other) = (Query, Others[property](Query));

        var first = await new MetricReader(warehouse).ReadAsync(query, Cancel);
        var second = await new MetricReader(warehouse).ReadAsync(other, Cancel);

        Assert.NotSame(first, second);
        Assert.Same(first, await new MetricReader(warehouse).ReadAsync(query with { }, Cancel));
        Assert.NotSame(first, await new MetricReader(warehouse) { Remembers = false }.ReadAsync(query, Cancel));
    }

    [Fact]
    public async Task Filters_that_read_alike_when_joined_are_two_questions()
    {
        await using var warehouse = await DuckAsync();
        var one = await new MetricReader(warehouse).ReadAsync(Query with { Where = [new(Dimensions.Campaign, "a", "b")] }, Cancel);
        var other = await new MetricReader(warehouse).ReadAsync(Query with { Where = [new(Dimensions.Campaign, "a1:b")] }, Cancel);

        Assert.NotSame(one, other);
    }

    [Fact]
    public async Task A_metric_defined_anew_under_its_name_is_another()
    {
        await using var warehouse = await DuckAsync();
        var (one, same) = (CostMetrics.Cpc, CostMetrics.Cpc with { });

        Assert.NotSame(
            await new MetricReader(warehouse).ReadAsync(Query with { Metrics = [one] }, Cancel), await new MetricReader(warehouse).ReadAsync(Query with { Metrics = [same] }, Cancel));
    }

    [Theory, InlineData("duckdb"), InlineData("postgres")]
    [Trait("needs", "server")]
    public async Task No_answer_outlives_a_load(string engine)
    {
        await using var warehouse = engine is "postgres" ? await PostgresAsync($"answers_{Guid.NewGuid():N}") : await WarehouseDatabase.OpenDuckDbAsync(":memory:", new(), Cancel);
        for (var day = 1; day <= 5; day++)
        {
            await LoadAsync(warehouse, day);
            for (var again = 0; again < 2; again++)
                Assert.Equal(day * 10m, await SpendAsync(warehouse));
        }
    }

    [Fact]
    [Trait("needs", "server")]
    public async Task What_another_process_commits_is_seen_at_once()
    {
        var schema = $"answers_{Guid.NewGuid():N}";
        await using var ours = await PostgresAsync(schema);
        await using var theirs = await PostgresAsync(schema);
        await LoadAsync(theirs, 1);
        var known = await ReadAsync(ours);
        Assert.Same(known, await ReadAsync(ours));

        await LoadAsync(theirs, 2);
        Assert.Equal(20m, await SpendAsync(ours));
        await ExchangeRateTable.WriteAsync(theirs, [new(new(2024, 1, 1), "USD", "EUR", 0.5m, "test")], Cancel);
        Assert.Equal(10m, (await ReadAsync(ours, "EUR")).Rows[0][CostMetrics.Spend].AsDecimal);
        await ExchangeRateTable.WriteAsync(theirs, [new(new(2024, 1, 1), "USD", "EUR", 0.25m, "test")], Cancel);
        Assert.Equal(5m, (await ReadAsync(ours, "EUR")).Rows[0][CostMetrics.Spend].AsDecimal);
    }

    [Fact]
    [Trait("needs", "server")]
    public async Task A_schema_that_takes_the_place_of_another_has_answers_of_its_own()
    {
        var schema = $"answers_{Guid.NewGuid():N}";
        await using var ours = await PostgresAsync(schema);
        await using var spare = await PostgresAsync($"{schema}_spare");
        await LoadAsync(ours, 1);
        Assert.Equal(10m, await SpendAsync(ours));
        await LoadAsync(spare, 1);
        await LoadAsync(spare, 2);

        await spare.SwapSchemaAsync($"{schema}_spare", schema, Cancel);

        Assert.Equal(20m, await SpendAsync(ours));
    }

    [Fact]
    public async Task What_is_remembered_is_bounded_and_the_longest_unasked_goes_first()
    {
        await using var warehouse = await DuckAsync();
        var answer = await new MetricReader(warehouse) { Remembers = false }.ReadAsync(Query, Cancel);
        var known = new KnownAnswers(mostCells: 1_000);
        AnswerKey Key(int limit) => AnswerKey.Of(Query with { Limit = limit });

        for (var i = 1; i <= 1_000; i++)
        {
            known.Keep(Key(i), 7, answer);
            Assert.Same(answer, known.Find(Key(1), 7)); // asked all the time
            Assert.InRange(known.Cells, 1, 1_000);
        }

        Assert.Null(known.Find(Key(2), 7));
        Assert.Same(answer, known.Find(Key(1_000), 7));
        Assert.Null(known.Find(Key(1_000), 8));
        known.Keep(Key(1), 8, answer);
        Assert.Null(known.Find(Key(1_000), 7));
    }

    [Fact]
    public async Task An_answer_that_would_push_out_most_others_is_not_kept()
    {
        await using var warehouse = await DuckAsync();
        var known = new KnownAnswers(mostCells: 100);

        known.Keep(AnswerKey.Of(Query), 1, await new MetricReader(warehouse).ReadAsync(Query, Cancel));

        Assert.Equal(0, known.Cells);
    }

    static async Task<WarehouseDatabase> DuckAsync()
    {
        var warehouse = await WarehouseDatabase.OpenDuckDbAsync(":memory:", new(), Cancel);
        await MetricWorld.FillAsync(warehouse, Cancel);
        return warehouse;
    }

    async Task<WarehouseDatabase> PostgresAsync(string schema) =>
        await WarehouseDatabase.OpenPostgresAsync((await server.Warehouse).ConnectionString, schema, Cancel);

    static Task LoadAsync(WarehouseDatabase warehouse, int day) => warehouse.LoadAsync(
        [Row(day)], Staging.Request($"day {day}", day, 1, order: day), Cancel);

    static DeliveryRow Row(int day) => new()
    {
        Line = 1, Account = Shop, First = new(2024, 1, day), Last = new(2024, 1, day), Level = Level.Campaign, CampaignId = "1", CampaignName = "Brand",
        Measures = new() { Spend = 10 },
    };

    static Task<MetricTable> ReadAsync(WarehouseDatabase warehouse, string? currency = null) => new MetricReader(warehouse).ReadAsync(
        new() { Principal = Principal.Everything("test"), Days = new(new(2024, 1, 1), new(2024, 1, 31)), Metrics = [CostMetrics.Spend], Currency = currency }, Cancel);

    static async Task<decimal?> SpendAsync(WarehouseDatabase warehouse) => (await ReadAsync(warehouse)).Rows[0][CostMetrics.Spend].AsDecimal;
}
