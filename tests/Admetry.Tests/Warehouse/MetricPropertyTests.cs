using Admetry.Metrics;
using Admetry.Storage.Warehouse;
using Xunit;

namespace Admetry.Tests.Warehouse;

/// <summary>What holds for every metric and every question, on a warehouse of seeded random rows in both engines.</summary>
[Trait("needs", "server")]
public sealed class MetricPropertyTests(MetricRandomWorlds worlds) : IClassFixture<MetricRandomWorlds>
{
    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    static bool IsRunning(Metric metric) => metric is ToDate;

    static bool Fits(Metric metric, Dimension dimension) =>
        Facts.DimensionsOf(metric).Contains(dimension) && !(IsRunning(metric) && dimension.IsTime && dimension != Dimensions.Date);

    Task<MetricTable> Duck(MetricQuery query) => new MetricReader(worlds.Duck).ReadAsync(query, Cancel);

    /// <summary>The answer of DuckDB, once PostgreSQL has given the same.</summary>
    async Task<MetricTable> Same(MetricQuery query)
    {
        var duck = await Duck(query);
        var postgres = await new MetricReader(worlds.Postgres).ReadAsync(query, Cancel);
        Assert.Equal(duck.Currency, postgres.Currency);
        Assert.Equal(duck.Rows.Count, postgres.Rows.Count);
        foreach (var (one, other) in duck.Rows.Zip(postgres.Rows).Concat(duck.Total is { } total ? [(total, postgres.Total!.Value)] : []))
            SameRow(duck, one, other);
        return duck;
    }

    static void SameRow(MetricTable table, MetricRow one, MetricRow other)
    {
        for (var i = 0; i < table.Keys.Count; i++)
            Assert.Equal(one.Key(i), other.Key(i));
        for (var i = 0; i < table.Metrics.Count; i++)
        {
            Close(one[i], other[i]);
            Close(one.Previous(i), other.Previous(i));
        }
    }

    static void Close(MetricValue one, MetricValue other)
    {
        Assert.Equal(one.Kind, other.Kind);
        if (one.Kind is ValueKind.Number)
            Assert.True(Math.Abs(one.AsDouble!.Value - other.AsDouble!.Value) <= 1e-9 * Math.Max(1e-300, Math.Abs(one.AsDouble.Value)), $"{one} is not {other}");
        else
            Assert.Equal(one, other);
    }

    [Fact]
    public async Task Every_metric_runs_by_every_dimension_it_has_and_the_engines_agree()
    {
        foreach (var metrics in Alike(Catalogue.BuiltIn.All))
            await Same(MetricRandomWorlds.Askable(MetricRandomWorlds.Query(metrics) with { Totals = true }));
        foreach (var dimension in Dimensions.All)
            foreach (var metrics in Alike(Catalogue.BuiltIn.All.Where(metric => Fits(metric, dimension))))
                await Same(MetricRandomWorlds.Askable(MetricRandomWorlds.Query(metrics) with { By = [dimension] }));
    }

    [Fact]
    public async Task Every_metric_adds_up_along_what_it_may_be_added_along()
    {
        foreach (var dimension in Dimensions.All.Where(IsCore))
        {
            foreach (var metrics in Alike(Catalogue.BuiltIn.All.Where(metric => !IsRunning(metric) && metric.AddsAlong(dimension) && Fits(metric, dimension))))
            {
                var whole = (await Duck(MetricRandomWorlds.Askable(MetricRandomWorlds.Query(metrics)))).Rows[0];
                var parts = await Duck(MetricRandomWorlds.Askable(MetricRandomWorlds.Query(metrics) with { By = [dimension] }));
                for (var i = 0; i < metrics.Length; i++)
                    Assert.True((whole[i].AsDecimal ?? 0) == parts.Rows.Sum(row => row[i].AsDecimal ?? 0), $"{metrics[i].Name} by {dimension}");
            }
        }
    }

    /// <summary>Metrics that may be asked in one breath: those that need a filter of their own are asked apart.</summary>
    static IEnumerable<Metric[]> Alike(IEnumerable<Metric> metrics) => metrics
        .GroupBy(metric => (metric.Leaves.Any(leaf => leaf is Distinct), metric.Leaves.Any(leaf => leaf is Total { Measure.IsNested: true })))
        .Select(group => group.ToArray());

    /// <summary>Breakdown facts hold a part of the core's rows, as sources do not break everything down.</summary>
    static bool IsCore(Dimension dimension) =>
        Facts.DimensionsOf(DeliveryMetrics.LinkClicks).Contains(dimension);

    [Fact]
    public async Task Every_ratio_divides_the_sums_of_the_rows_that_report_both_parts_and_is_null_over_nothing()
    {
        foreach (var ratio in Catalogue.BuiltIn.All.OfType<Ratio>().Where(ratio => ratio.Leaves.All(leaf => leaf is Total { Measure.IsNested: false })))
        {
            Dimension[] finest = [.. new[] { Dimensions.Client, Dimensions.Account, Dimensions.Campaign, Dimensions.CampaignId, Dimensions.Ad, Dimensions.AdId }
                .Where(Facts.DimensionsOf(ratio).Contains)];
            var leaves = await Duck(MetricRandomWorlds.Query([.. ratio.Leaves.Distinct()]) with { By = finest, Grain = Grain.Day });
            var answers = await Duck(MetricRandomWorlds.Query(ratio) with { By = [Dimensions.Client], Grain = Grain.Day });
            var given = answers.Rows.ToDictionary(row => (row.Key(0), row.Key(1)), row => row[0].AsDouble);

            foreach (var day in leaves.Rows.GroupBy(row => (row.Key(Dimensions.Date), row.Key(Dimensions.Client))))
            {
                Total[] required = [.. ratio.Parts.All(IsPlain) ? ratio.Leaves.Cast<Total>().Distinct() : []];
                var over = Sum(ratio.Numerator, required, [.. day]);
                var under = Sum(ratio.Denominator, required, [.. day]);
                var expected = under is null or 0 ? null : ratio.Scale * over / under;
                var actual = given.GetValueOrDefault(day.Key);
                Assert.True(expected is null ? actual is null : Math.Abs(actual!.Value - expected.Value) <= 1e-9 * Math.Abs(expected.Value), $"{ratio.Name} {day.Key}");
            }
        }
    }

    /// <summary>What SQL is to sum, summed here: rows of a total that report every other part, as far as the same fact stores it.</summary>
    static double? Sum(Metric part, Total[] required, IReadOnlyList<MetricRow> rows) => part switch
    {
        Total total => rows.Where(row => !row[total].IsNull && required.All(beside => Table(beside) != Table(total) || !row[beside].IsNull))
            .Select(row => row[total].AsDouble).ToList() is not [] and var values ? values.Sum() : null,
        Difference less => Sum(less.Minuend, required, rows) - less.Subtrahends.Aggregate((double?)0, (sum, each) => sum + Sum(each, required, rows)),
        Weighted sum => sum.Terms.Select(term => (double)term.Weight * Sum(term.Metric, required, rows)).Where(value => value is not null).ToList() is not [] and var terms
            ? terms.Sum() : null,
        _ => throw new ArgumentException(part.Name, nameof(part)),
    };

    static bool IsPlain(Metric part) => part is Total || (part is Difference less && less.Parts.All(IsPlain));

    static string Table(Total total) =>
        total.Measure == Measure.ClientRevenue ? "revenue" : Facts.DimensionsOf(total).Contains(Dimensions.Ad) ? "core" : "engagement";

    [Fact]
    public async Task Keeping_a_value_and_leaving_it_out_part_the_whole()
    {
        Metric[] metrics = [CostMetrics.Spend, DeliveryMetrics.Clicks, EngagementMetrics.TotalInteractions];
        var whole = (await Duck(MetricRandomWorlds.Query(metrics))).Rows[0];
        foreach (var dimension in new[] { Dimensions.Platform, Dimensions.Campaign, Dimensions.CampaignStatus, Dimensions.Month, Dimensions.DayOfWeek, Dimensions.Objective })
        {
            foreach (var row in (await Duck(MetricRandomWorlds.Query(metrics) with { By = [dimension] })).Rows.Where(row => row.Key(0) is not ""))
            {
                var kept = (await Duck(MetricRandomWorlds.Query(metrics) with { Where = [new(dimension, row.Key(0))] })).Rows[0];
                var left = (await Duck(MetricRandomWorlds.Query(metrics) with { Where = [new(dimension, FilterKind.NotIn, [row.Key(0)])] })).Rows[0];
                for (var i = 0; i < metrics.Length; i++)
                    Assert.Equal(whole[i].AsDecimal ?? 0, (kept[i].AsDecimal ?? 0) + (left[i].AsDecimal ?? 0));
            }
        }
    }

    [Theory]
    [InlineData(1), InlineData(2), InlineData(3), InlineData(4)]
    public async Task The_engines_agree_on_any_question(int seed)
    {
        var random = new Random(seed);
        for (var asked = 0; asked < 60;)
        {
            var query = Any(random);
            if (MetricSql.Reasons(query) is not [])
                continue;

            var table = await Same(query);
            if (query.Totals && query.Limit is null)
                await TotalIsTheWhole(query, table);
            asked++;
        }
    }

    /// <summary>The total row is what the query gives without keys, where no range total steps in.</summary>
    async Task TotalIsTheWhole(MetricQuery query, MetricTable table)
    {
        if (query.Keys.Any(key => key.IsTime) || query.By.Any(dimension => !IsCore(dimension)))
            return;

        var whole = await Duck(query with { By = [], Totals = false, OrderBy = [] });
        SameRow(whole, whole.Rows[0], table.Total!.Value);
    }

    static MetricQuery Any(Random random)
    {
        T One<T>(IReadOnlyList<T> list) => list[random.Next(list.Count)];
        var metrics = Enumerable.Range(0, random.Next(1, 5)).Select(_ => One(Catalogue.BuiltIn.All)).DistinctBy(metric => metric.Name).ToArray();
        var by = Enumerable.Range(0, random.Next(4)).Select(_ => One(Dimensions.All)).Distinct().ToList();
        var compared = random.Next(3) == 0;
        var query = MetricRandomWorlds.Query(metrics) with
        {
            By = by,
            Grain = (Grain)random.Next(7),
            Comparison = compared ? One([Comparison.Previous, Comparison.PreviousYear, Comparison.With(new(new(2023, 11, 1), new(2023, 12, 24)))]) : Comparison.None,
            Totals = random.Next(2) == 0,
            Limit = random.Next(3) == 0 ? random.Next(1, 20) : null,
            OrderBy = random.Next(2) == 0 ? [new(metrics[0].Name, random.Next(2) == 0, compared ? (OrderOf)random.Next(3) : OrderOf.Value)] : [],
            Where = random.Next(2) == 0 ? [new(One([Dimensions.Platform, Dimensions.Campaign, Dimensions.Ad]), (FilterKind)random.Next(3), [One(["meta_ads", "Campaign 3", "Ad 7", "a"])])] : [],
            Principal = random.Next(2) == 0 ? Principal.Everything("test") : new("test", ["C1"]),
        };
        return MetricRandomWorlds.Askable(query);
    }
}
