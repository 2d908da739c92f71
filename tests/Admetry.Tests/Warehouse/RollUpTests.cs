using Admetry.Metrics;
using Admetry.Storage.Warehouse;
using Dapper;
using Xunit;

namespace Admetry.Tests.Warehouse;

/// <summary>Roll-ups give the digits of the facts, for every metric, on both engines.</summary>
[Trait("needs", "server")]
public sealed class RollUpTests(MetricRandomWorlds worlds) : IClassFixture<MetricRandomWorlds>
{
    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    WarehouseDatabase World(string engine) => engine is "postgres" ? worlds.Postgres : worlds.Duck;

    [Theory, InlineData("duckdb"), InlineData("postgres")]
    public async Task Every_metric_is_the_same_from_roll_ups_as_from_facts(string engine)
    {
        var (random, used) = (new Random(11), new HashSet<string>());
        foreach (var metric in Catalogue.BuiltIn.All)
        {
            var asked = 0;
            for (var attempt = 0; asked < 8 && attempt < 400; attempt++)
            {
                var query = Any(random, metric);
                if (MetricSql.Reasons(query) is not [])
                    continue;

                asked++;
                await SameAsync(World(engine), query, used);
            }

            Assert.True(asked >= 8, $"{metric.Name} was asked {asked} times.");
        }

        Assert.Superset(new HashSet<string>(["rollup_core_day", .. engine is "duckdb" ? ["rollup_core_month"] : Array.Empty<string>(), "rollup_country_month", "rollup_age_gender_month", "rollup_breakdown_month", "rollup_action_month", "rollup_revenue_month"]), used);
    }

    static async Task SameAsync(WarehouseDatabase world, MetricQuery query, HashSet<string> used)
    {
        var text = (await new MetricReader(world).ExplainAsync(query, Cancel)).Text;
        used.UnionWith(text.Split().Where(word => word.StartsWith("rollup_", StringComparison.Ordinal)));
        Assert.DoesNotContain("rollup_", (await new MetricReader(world) { UsesRollUps = false }.ExplainAsync(query, Cancel)).Text, StringComparison.Ordinal);

        var (rolled, raw) = (await new MetricReader(world) { Remembers = false }.ReadAsync(query, Cancel), await new MetricReader(world) { UsesRollUps = false }.ReadAsync(query, Cancel));
        Assert.Equal(raw.Currency, rolled.Currency);
        Assert.Equal(Lines(raw), Lines(rolled));
    }

    static List<string> Lines(MetricTable table) =>
    [
        .. table.Rows.Concat(table.Total is { } total ? [total] : []).Select(row => string.Join(" | ",
            Enumerable.Range(0, table.Keys.Count).Select(row.Key)
                .Concat(Enumerable.Range(0, table.Metrics.Count).SelectMany(i => new[] { Text(row[i]), Text(row.Previous(i)) })))),
    ];

    static string Text(MetricValue value) => value.IsNull ? "null" : value.Kind is ValueKind.Number ? $"{value.AsDouble:R}" : $"{value.AsDecimal:0.######}";

    /// <summary>Days that begin and end anywhere, or with a month; every kind of key, filter, comparison and reader.</summary>
    static MetricQuery Any(Random random, Metric metric)
    {
        T One<T>(IReadOnlyList<T> list) => list[random.Next(list.Count)];
        var by = Enumerable.Range(0, random.Next(3)).Select(_ => One(Facts.DimensionsOf(metric))).Distinct().ToList();
        var (first, last) = (MetricRandomWorlds.Days.First.AddDays(random.Next(20)), MetricRandomWorlds.Days.Last.AddDays(-random.Next(20)));
        var days = random.Next(3) == 0 ? new(new(2023, 12, 1), new(2024, 1, 31)) : new DateRange(first, last);
        return MetricRandomWorlds.Askable(MetricRandomWorlds.Query(metric, One(Catalogue.BuiltIn.All)) with
        {
            Days = days,
            By = by,
            Metrics = random.Next(2) == 0 ? [metric] : [.. new[] { metric, One(Catalogue.BuiltIn.All) }.DistinctBy(one => one.Name)],
            Grain = One([Grain.None, Grain.None, Grain.Day, Grain.Week, Grain.Month, Grain.Quarter, Grain.Year]),
            Comparison = One([Comparison.None, Comparison.None, Comparison.Previous, Comparison.With(new(new(2023, 11, 1), new(2023, 12, 31)))]),
            Totals = random.Next(2) == 0,
            Where = random.Next(3) == 0 ? [new(One([Dimensions.Platform, Dimensions.Campaign, Dimensions.Ad, Dimensions.Month]), (FilterKind)random.Next(2), [One(["meta_ads", "Campaign 3", "Ad 7", "2024-01"])])] : [],
            Principal = random.Next(2) == 0 ? Principal.Everything("test") : new("test", ["C1"]),
        });
    }

    [Fact]
    public void A_range_is_summed_from_months_and_the_days_around_them()
    {
        var query = MetricRandomWorlds.Query(CostMetrics.Spend) with { By = [Dimensions.Platform], Days = new(new(2023, 11, 20), new(2024, 2, 10)) };

        var sql = MetricSql.Compile(query, SqlDialect.DuckDb);

        Assert.Equal((20231201, 20240131), (sql.Parameters["months_first"], sql.Parameters["months_last"]));
        Assert.Equal((20231120, 20231130), (sql.Parameters["head_first"], sql.Parameters["head_last"]));
        Assert.Equal((20240201, 20240210), (sql.Parameters["tail_first"], sql.Parameters["tail_last"]));
        Assert.Equal((2, 1), (Count(sql, "from rollup_core_day f"), Count(sql, "from rollup_core_month f")));
        Assert.Equal((1, 1), (Count(sql, "not exists (select 1 from fact_core_metrics o"), Count(sql, "fact_core_metrics")));
    }

    [Theory]
    [InlineData("date"), InlineData("week"), InlineData("day_of_week")]
    public void A_part_of_a_month_is_not_asked_of_months(string part)
    {
        var query = MetricRandomWorlds.Query(CostMetrics.Spend) with { By = QueryText.By(part), Days = new(new(2024, 1, 1), new(2024, 12, 31)) };

        Assert.DoesNotContain("_month f", MetricSql.Compile(query, SqlDialect.DuckDb).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Money_that_each_day_converts_is_asked_of_days()
    {
        var query = MetricRandomWorlds.Query(CostMetrics.Spend) with { Days = new(new(2024, 1, 1), new(2024, 12, 31)), Currency = "EUR" };

        Assert.Contains("from rollup_core_day f", MetricSql.Compile(query, SqlDialect.DuckDb, convert: true).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void People_are_counted_in_the_fact()
    {
        var query = MetricRandomWorlds.Query(DeliveryMetrics.Reach) with { Days = new(new(2024, 1, 3), new(2024, 1, 3)), Where = [new(Dimensions.CampaignId, "x3")] };

        Assert.Contains("from fact_core_metrics f", MetricSql.Compile(query, SqlDialect.DuckDb).Text, StringComparison.Ordinal);
    }

    static int Count(SqlStatement sql, string text) => sql.Text.Split(text).Length - 1;

    [Theory]
    [InlineData("duckdb", "update {0} set reported = reported + 1 where date_id = (select min(date_id) from {0})")]
    [InlineData("duckdb", "delete from {0} where date_id = (select max(date_id) from {0})")]
    [InlineData("duckdb", "insert into {0} select * from {0}")]
    [InlineData("postgres", "update {0} set reported = reported + 1 where date_id = (select min(date_id) from {0})")]
    [InlineData("postgres", "delete from {0} where date_id = (select max(date_id) from {0})")]
    [InlineData("postgres", "insert into {0} select * from {0}")]
    public async Task A_roll_up_that_is_not_the_sum_of_its_source_is_found(string engine, string fault)
    {
        var world = World(engine);
        await using var connection = await world.Source.OpenConnectionAsync(Cancel);
        foreach (var table in await connection.QueryAsync<string>("select table_name from roll_up where table_name not in ('rollup_deal_day', 'rollup_deal_month', 'rollup_auction_day')"))
        {
            Assert.True((await CheckAsync(world)).Holds);
            Assert.True(await connection.ExecuteAsync(string.Format(null, fault, table)) > 0);

            var check = await CheckAsync(world);

            Assert.False(check.Holds, table);
            Assert.All(check.Violations, violation => Assert.StartsWith(table, violation, StringComparison.Ordinal));
            await RollUpTables.RefreshAsync(world, Cancel);
        }
    }

    static async Task<Check> CheckAsync(WarehouseDatabase world) =>
        Assert.Single(await Verification.RunAsync(world, [], Cancel), check => check.Id is "I11");
}
