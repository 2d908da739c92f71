using System.Globalization;
using System.Text;
using Admetry.Metrics;
using Admetry.Storage.Warehouse;
using Admetry.Tests.Fixtures;
using Xunit;

namespace Admetry.Tests.Warehouse;

/// <summary>What holds for every metric and every question, on a warehouse of seeded random rows in both engines.</summary>
[Trait("needs", "server")]
public sealed class MetricPropertyTests(MetricPropertyTests.RandomWorlds worlds) : IClassFixture<MetricPropertyTests.RandomWorlds>
{
    static readonly DateRange Days = new(new(2023, 11, 20), new(2024, 2, 10));

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    static MetricQuery Query(params Metric[] metrics) =>
        new() { Principal = Principal.Everything("test"), Days = Days, Metrics = metrics };

    /// <summary>The query made one that may be asked of any metric.</summary>
    static MetricQuery Askable(MetricQuery query)
    {
        var leaves = query.Metrics.SelectMany(metric => metric.Leaves).ToList();
        var where = query.Where.ToList();
        if (leaves.Any(leaf => leaf is Total { Measure.IsNested: true }))
            where.AddRange([new(Dimensions.ActionType, "purchase"), new(Dimensions.AttributionWindow, "7d_click")]);
        return leaves.Any(leaf => leaf is Distinct)
            ? query with { Days = DateRange.Day(new(2024, 1, 3)), Where = [.. where, new(Dimensions.CampaignId, "x3")] }
            : query with { Where = where };
    }

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
            await Same(Askable(Query(metrics) with { Totals = true }));
        foreach (var dimension in Dimensions.All)
            foreach (var metrics in Alike(Catalogue.BuiltIn.All.Where(metric => Fits(metric, dimension))))
                await Same(Askable(Query(metrics) with { By = [dimension] }));
    }

    [Fact]
    public async Task Every_metric_adds_up_along_what_it_may_be_added_along()
    {
        foreach (var dimension in Dimensions.All.Where(IsCore))
        {
            foreach (var metrics in Alike(Catalogue.BuiltIn.All.Where(metric => !IsRunning(metric) && metric.AddsAlong(dimension) && Fits(metric, dimension))))
            {
                var whole = (await Duck(Askable(Query(metrics)))).Rows[0];
                var parts = await Duck(Askable(Query(metrics) with { By = [dimension] }));
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
        Facts.DimensionsOf(VideoMetrics.VideoPlays).Contains(dimension);

    [Fact]
    public async Task Every_ratio_divides_the_sums_beside_it_and_is_null_over_nothing()
    {
        foreach (var ratio in Catalogue.BuiltIn.All.OfType<Ratio>().Where(ratio => ratio.Leaves.All(leaf => leaf is Total { Measure.IsNested: false })))
        {
            var table = await Duck(Query(ratio, ratio.Numerator, ratio.Denominator) with { By = [Dimensions.Client], Grain = Grain.Day, Totals = true });
            foreach (var row in table.Rows.Append(table.Total!.Value))
            {
                var expected = row[2].AsDouble is { } under and not 0 && row[1].AsDouble is { } over ? ratio.Scale * over / under : (double?)null;
                Assert.Equal(expected is null, row[0].IsNull);
                Assert.True(expected is null || Math.Abs(row[0].AsDouble!.Value - expected.Value) <= 1e-9 * Math.Abs(expected.Value), ratio.Name);
            }
        }
    }

    [Fact]
    public async Task Keeping_a_value_and_leaving_it_out_part_the_whole()
    {
        Metric[] metrics = [CostMetrics.Spend, DeliveryMetrics.Clicks, EngagementMetrics.TotalInteractions];
        var whole = (await Duck(Query(metrics))).Rows[0];
        foreach (var dimension in new[] { Dimensions.Platform, Dimensions.Campaign, Dimensions.CampaignStatus, Dimensions.Month, Dimensions.DayOfWeek, Dimensions.Objective })
        {
            foreach (var row in (await Duck(Query(metrics) with { By = [dimension] })).Rows.Where(row => row.Key(0) is not ""))
            {
                var kept = (await Duck(Query(metrics) with { Where = [new(dimension, row.Key(0))] })).Rows[0];
                var left = (await Duck(Query(metrics) with { Where = [new(dimension, FilterKind.NotIn, [row.Key(0)])] })).Rows[0];
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
        var query = Query(metrics) with
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
        return Askable(query);
    }

    /// <summary>The same random rows in both engines: two clients in USD, four accounts, eight campaigns of four names, two ads each.</summary>
    public sealed class RandomWorlds(PostgresServer server) : IAsyncLifetime
    {
        public WarehouseDatabase Duck { get; private set; } = null!;

        public WarehouseDatabase Postgres { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            var source = await server.Warehouse;
            var sql = Rows(new Random(20240101));
            Duck = await WarehouseDatabase.OpenDuckDbAsync(":memory:", new(), Cancel);
            Postgres = await WarehouseDatabase.OpenPostgresAsync(source.ConnectionString, $"random_{Guid.NewGuid():N}", Cancel);
            await MetricWorld.RunAsync(Duck, sql, Cancel);
            await MetricWorld.RunAsync(Postgres, sql, Cancel);
        }

        public async ValueTask DisposeAsync()
        {
            await Duck.DisposeAsync();
            await Postgres.DisposeAsync();
        }

        static string Rows(Random random)
        {
            var sql = new StringBuilder("""
                insert into dim_client (client_id, client_code, client_name) values (1, 'C1', 'One'), (2, 'C2', 'Two');
                insert into dim_account (account_id, platform_id, client_id, external_account_id, account_name, currency) values
                  (1, 1, 1, 'a1', 'First', 'USD'), (2, 2, 1, 'a2', 'Second', 'USD'), (3, 2, 2, 'a3', 'Third', 'USD'), (4, 13, 2, 'a4', 'Mail', 'USD');
                insert into dim_placement (placement_id, publisher_id, publisher_platform, platform_position) values (1, 0, 'facebook', 'feed'), (2, 0, 'instagram', 'feed');
                insert into dim_country (country_id, country_code, country_name) values (1, 'US', 'United States'), (2, 'DE', 'Germany');
                insert into dim_action_type (action_type_id, action_type, counts_as) values (1, 'purchase', 'purchase'), (2, 'lead', 'lead');

                """);
            var inserts = new Dictionary<string, List<string>>();
            void Put(string into, FormattableString values)
            {
                if (!inserts.TryGetValue(into, out var rows))
                    inserts[into] = rows = [];
                rows.Add(values.ToString(CultureInfo.InvariantCulture));
            }

            string Text(FormattableString line) => line.ToString(CultureInfo.InvariantCulture);
            string N(int most) => random.Next(8) == 0 ? "null" : random.Next(most).ToString(CultureInfo.InvariantCulture);
            string M() => random.Next(8) == 0 ? "null" : (random.Next(1_000_000) / 1000m).ToString(CultureInfo.InvariantCulture);

            for (var i = 1; i <= 8; i++)
            {
                Put($"dim_campaign (campaign_id, account_id, external_campaign_id, campaign_name, objective, campaign_status)", $"({i}, {1 + (i % 4)}, 'x{i}', 'Campaign {i % 4}', {(i % 3 == 0 ? "null" : "'SALES'")}, 'ACTIVE')");
                Put($"dim_adset (adset_id, campaign_id, external_adset_id, adset_name)", $"({i}, {i}, 's{i}', 'Set {i}')");
                Put($"dim_creative (creative_id, campaign_id, external_creative_id, creative_name, video_length_seconds)", $"({i}, {i}, 'v{i}', 'Video {i}', {i * 5})");
                Put($"dim_ad (ad_id, adset_id, creative_id, external_ad_id, ad_name)", $"({i}, {i}, {i}, 'd{i}', 'Ad {i}'), ({i + 8}, {i}, {i}, 'd{i + 8}', 'Ad {i}')");
            }

            for (var day = Days.First; day <= Days.Last; day = day.AddDays(1))
            {
                for (var i = 1; i <= 8; i++)
                {
                    if (random.Next(3) == 0)
                        continue;

                    var id = day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
                    var (account, ad) = (1 + (i % 4), random.Next(2) * 8 + i);
                    var keys = Text($"{id}, {account}, {i}, {i}, {ad}, {i}");
                    const string Keys = "date_id, account_id, campaign_id, adset_id, ad_id, creative_id";
                    var split = Text($"{M()}, {N(1000)}, {N(100)}, {N(900)}, {M()}, {M()}, {M()}, {M()}, {M()}");
                    const string Split = "spend, impressions, clicks, reach, conversions, conversion_value, purchases, purchase_value, leads";
                    Put($"fact_core_metrics ({Keys}, {Split}, link_clicks, landing_page_views, add_to_cart, video_plays, video_p25_watched, video_p50_watched, video_p75_watched, video_p100_watched, measurable_impressions, viewable_impressions, invalid_impressions, blocked_impressions, bids, gross_billed, publisher_payout, third_party_cost, currency, load_id, loaded_at)", $"({keys}, {split}, {N(50)}, {N(40)}, {M()}, {N(500)}, {N(400)}, {N(300)}, {N(200)}, {N(100)}, {N(900)}, {N(600)}, {N(20)}, {N(10)}, {N(5000)}, {M()}, {M()}, {M()}, 'USD', 1, '2024-03-01 00:00:00+00')");
                    Put($"fact_country_metrics ({Keys}, {Split}, country_id, currency, load_id)", $"({keys}, {split}, {1 + (i % 2)}, 'USD', 1)");
                    Put($"fact_placement_metrics ({Keys}, {Split}, placement_id, currency, load_id)", $"({keys}, {split}, {1 + (i % 2)}, 'USD', 1)");
                    Put($"fact_age_gender_metrics ({Keys}, {Split}, age_id, gender_id, currency, load_id)", $"({keys}, {split}, {1 + (i % 7)}, {i % 3}, 'USD', 1)");
                    foreach (var breakdown in new[] { "device", "keyword", "search_term" })
                        Put($"fact_breakdown_metrics ({Keys}, {Split}, breakdown, value_1, value_2, currency, load_id)", $"({keys}, {split}, '{breakdown}', 'v{i % 3}', 'w{i % 2}', 'USD', 1)");
                    foreach (var window in new[] { "1d_click", "7d_click" })
                        Put($"fact_action_metrics ({Keys}, action_type_id, attribution_window, action_count, action_value, currency, load_id)", $"({keys}, {1 + (i % 2)}, '{window}', {random.Next(50)}, {random.Next(900)}, 'USD', 1)");
                    Put($"fact_engagement_metrics (date_id, account_id, campaign_id, emails_sent, delivered, opens, clicks, hard_bounces, soft_bounces, unsubscribes, complaints, pageviews, web_sessions, engaged, bounces, duration_seconds, load_id)", $"({id}, {account}, {i}, {N(900)}, {N(800)}, {N(300)}, {N(100)}, {N(9)}, {N(9)}, {N(9)}, {N(3)}, {N(999)}, {N(500)}, {N(300)}, {N(200)}, {M()}, 1)");
                    Put($"fact_revenue (client_id, date_id, channel_reported, order_id, amount, currency, load_id)", $"({1 + (i % 2)}, {id}, '{(i % 3 == 0 ? "facebook" : "google_ads")}', 'o{id}{i}', {random.Next(1_000_000) / 100m}, 'USD', 1)");
                }
            }

            foreach (var (into, rows) in inserts)
                sql.Append(CultureInfo.InvariantCulture, $"insert into {into} values\n{string.Join(",\n", rows)};\n");
            sql.Append(Text($"insert into fact_period_metrics (first_day, last_day, account_id, campaign_id, adset_id, ad_id, creative_id, breakdown, value_1, value_2, spend, impressions, clicks, reach, currency, load_id, loaded_at) values ('2023-11-20', '2024-02-10', 4, 3, 0, 0, 0, '', '', '', 12.5, 100, 7, 60, 'USD', 1, '2024-03-01 00:00:00+00'), ('2023-12-01', '2023-12-31', 2, 1, 0, 0, 0, 'device', 'v1', '', 3, 30, 2, 20, 'USD', 1, '2024-03-01 00:00:00+00');"));
            return sql.ToString();
        }
    }
}
