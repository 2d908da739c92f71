using System.Globalization;
using Admetry.Tests.Fixtures;
using Dapper;
using Xunit;

namespace Admetry.Tests.Specifications;

/// <summary>The SQL that the star schema's specification prints, read from it and run word for word over loaded rows.</summary>
/// <remarks>
/// Two ads of one active campaign, a video of 10 seconds and a still, and a paused campaign: small enough to work out by hand.
/// Every statement runs on both engines; DuckDB's <c>::float</c> has 32 bits, so ratios agree to six digits.
/// </remarks>
[Trait("needs", "server")]
public sealed class SeedSqlTests(PostgresServer postgres)
{
    static readonly AdAccount Account = new(Platform.Meta, "act_1", "Acme", null, "USD");

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public void The_specification_holds_eleven_whole_statements() => Assert.Equal(
        ["SELECT", "SELECT", "SELECT", "SELECT", "SELECT", "SELECT", "SELECT", "SELECT", "CREATE TABLE", "DROP TABLE", "CREATE VIEW"],
        Read().Select(sql => sql.Split('\n').First(line => !line.StartsWith("--", StringComparison.Ordinal) && line.Trim() is not "")).Select(line =>
            line.StartsWith("SELECT", StringComparison.Ordinal) ? "SELECT" : string.Join(' ', line.Split(' ').Take(2))));

    [Theory, InlineData("duckdb"), InlineData("postgres")]
    public async Task Calculated_metrics_are_percentages_and_unit_costs_of_each_row(string engine)
    {
        await using var store = await LoadedAsync(engine);

        // 30 of 1,000 clicked for 60.00; 5 of 500 for 10.00; nobody of 100 for 5.00; and the next day 20 of 2,000 for 40.00.
        Assert.Equal(
            ["20241201|10|500|5|1|2|20", "20241201|5|100|0|0||50", "20241201|60|1000|30|3|2|60", "20241202|40|2000|20|1|2|20"],
            (await AnswerAsync(store, Read()[0])).Order(StringComparer.Ordinal));
    }

    [Theory, InlineData("duckdb"), InlineData("postgres")]
    public async Task Daily_performance_sums_the_active_campaign_and_leaves_the_paused_one_out(string engine)
    {
        await using var store = await LoadedAsync(engine);

        // 70.00 for 35 of 1,500: 2.333333 %, 2.00 a click, 140.00 / 70.00 = 2. Then 40.00 for 20 of 2,000, without a purchase.
        Assert.Equal(
            ["2024-12-02|Spring|40|2000|20|0|0|1|2|0", "2024-12-01|Spring|70|1500|35|3|140|2.333333|2|2"], await AnswerAsync(store, Read()[1]));
    }

    [Theory, InlineData("duckdb"), InlineData("postgres")]
    public async Task Attribution_windows_stand_beside_each_other(string engine)
    {
        await using var store = await LoadedAsync(engine);

        Assert.Equal(["Spring|1d_click|2|90", "Spring|7d_click|3|140"], await AnswerAsync(store, Read()[2]));
    }

    [Theory, InlineData("duckdb"), InlineData("postgres")]
    public async Task Video_engagement_divides_by_plays(string engine)
    {
        await using var store = await LoadedAsync(engine);

        // Of 400 + 600 plays 300 + 500 reached a quarter and 100 + 150 the end: 25 % and 80 %.
        Assert.Equal(["Film|10|1000|800|500|250|25|80"], await AnswerAsync(store, Read()[3]));
    }

    [Theory, InlineData("duckdb"), InlineData("postgres")]
    public async Task Age_and_gender_are_ordered_by_spend(string engine)
    {
        await using var store = await LoadedAsync(engine);

        Assert.Equal(["25-34|female|40|600|20|3.333333", "18-24|male|20|400|10|2.5"], await AnswerAsync(store, Read()[4]));
    }

    [Theory, InlineData("duckdb"), InlineData("postgres")]
    public async Task Data_quality_checks_answer_and_can_fail(string engine)
    {
        await using var store = await LoadedAsync(engine);

        Assert.Equal(["fact_core_metrics|0"], await AnswerAsync(store, Read()[5]));
        Assert.Equal(["2024-12-02"], await AnswerAsync(store, Read()[6]));
        Assert.Empty(await AnswerAsync(store, Read()[7]));

        await store.Warehouse.LoadAsync(
            [new() { Line = 1, Account = Account, First = Staging.Day("2024-12-05"), Last = Staging.Day("2024-12-05"), Level = Level.Account, Measures = new() { Spend = 10_000.01m } }],
            Staging.Request("costly day without a campaign", 2, 1), Cancel);

        Assert.Equal(["fact_core_metrics|1"], await AnswerAsync(store, Read()[5]));
        Assert.Equal(["2024-12-05"], await AnswerAsync(store, Read()[6]));
        Assert.Equal(["20241205|10000.01"], await AnswerAsync(store, Read()[7]));
    }

    [Theory, InlineData("duckdb"), InlineData("postgres")]
    public async Task The_view_can_be_created_word_for_word_and_says_what_the_schemas_own_says(string engine)
    {
        await using var store = await LoadedAsync(engine);
        const string All = "select * from v_daily_performance order by date, campaign_name";
        var own = await AnswerAsync(store, All);
        await RunAsync(store, "drop view v_daily_performance");

        await RunAsync(store, Read()[10]);

        var campaigns = await store.RowsAsync("select campaign_id from dim_campaign where campaign_name in ('Autumn', 'Spring') order by campaign_name");
        Assert.Equal(
            [
                $"2024-12-01|2024|12|{campaigns[0]}|Autumn||5|100|0|0|0|0||50|0",
                $"2024-12-01|2024|12|{campaigns[1]}|Spring|SALES|70|1500|35|3|140|2.333333|2|46.666667|2",
                $"2024-12-02|2024|12|{campaigns[1]}|Spring|SALES|40|2000|20|0|0|1|2|20|0",
            ],
            await AnswerAsync(store, All));
        Assert.Equal(own, await AnswerAsync(store, All));
    }

    [Theory, InlineData("duckdb"), InlineData("postgres")]
    public async Task The_migration_keeps_the_old_rows_and_takes_the_fact_away(string engine)
    {
        await using var store = await LoadedAsync(engine);

        await RunAsync(store, Read()[8]);
        await RunAsync(store, Read()[9]);

        Assert.Equal(115m, await store.ScalarAsync<decimal>("select sum(spend) from fact_core_metrics_old"));
        var gone = await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => store.ScalarAsync<long>("select count(*) from fact_core_metrics"));
        Assert.Contains("fact_core_metrics", gone.Message, StringComparison.Ordinal);
    }

    static IReadOnlyList<string> Read()
    {
        var file = SeedSql.Find("004");
        Assert.SkipWhen(file is null, "The specifications are not here: put them into ../shared/specs or name their folder in ADMETRY_SPECS.");
        return SeedSql.Statements(File.ReadAllText(file!));
    }

    async Task<TestStore> LoadedAsync(string engine)
    {
        Read();
        var store = await TestStore.CreateAsync(engine, postgres, Cancel);
        var rows = Rows();
        await store.Warehouse.LoadAsync(rows, Staging.Request("december", 1, rows.Count), Cancel);
        await RunAsync(store, "update dim_creative set is_video = true, video_length_seconds = 10 where external_creative_id = 'c1'");
        return store;
    }

    static List<DeliveryRow> Rows()
    {
        var film = new DeliveryRow
        {
            Line = 1, Account = Account, First = Staging.Day("2024-12-01"), Last = Staging.Day("2024-12-01"), Level = Level.Ad,
            CampaignId = "1", CampaignName = "Spring", CampaignStatus = "ACTIVE", Objective = "SALES", AdSetId = "11", AdSetName = "All",
            AdId = "111", AdName = "Film", CreativeId = "c1", CreativeName = "Film",
            Measures = new()
            {
                Spend = 60, Impressions = 1000, Clicks = 30, Purchases = 3, PurchaseValue = 140, VideoPlays = 400, VideoP25Watched = 300,
                VideoP50Watched = 200, VideoP100Watched = 100,
            },
            Actions = [new("purchase", "1d_click", 2, 90), new("purchase", "7d_click", 3, 140), new("link_click", "7d_click", 25, 0)],
        };
        var still = film with { Line = 2, AdId = "112", AdName = "Still", CreativeId = "c2", CreativeName = "Still", Actions = [], Measures = new() { Spend = 10, Impressions = 500, Clicks = 5 } };
        var paused = film with
        {
            Line = 3, CampaignId = "2", CampaignName = "Autumn", CampaignStatus = "PAUSED", Objective = null, AdSetId = "21", AdId = "211", AdName = "Leaves",
            CreativeId = "c3", CreativeName = "Leaves", Actions = [], Measures = new() { Spend = 5, Impressions = 100, Clicks = 0 },
        };
        var next = film with
        {
            Line = 4, First = Staging.Day("2024-12-02"), Last = Staging.Day("2024-12-02"), Actions = [],
            Measures = new() { Spend = 40, Impressions = 2000, Clicks = 20, VideoPlays = 600, VideoP25Watched = 500, VideoP50Watched = 300, VideoP100Watched = 150 },
        };
        return
        [
            film, still, paused, next,
            film with { Line = 5, Actions = [], Breakdown = Breakdown.AgeGender, Value1 = "25-34", Value2 = "female", Measures = new() { Spend = 40, Impressions = 600, Clicks = 20 } },
            film with { Line = 6, Actions = [], Breakdown = Breakdown.AgeGender, Value1 = "18-24", Value2 = "male", Measures = new() { Spend = 20, Impressions = 400, Clicks = 10 } },
        ];
    }

    static async Task RunAsync(TestStore store, string sql)
    {
        await using var connection = await store.Warehouse.Source.OpenConnectionAsync(Cancel);
        await connection.ExecuteAsync(sql);
    }

    // DuckDB's ::float is 32 bits wide: six digits are what both engines promise here.
    static async Task<IReadOnlyList<string>> AnswerAsync(TestStore store, string sql)
    {
        await using var connection = await store.Warehouse.Source.OpenConnectionAsync(Cancel);
        var rows = await connection.QueryAsync(sql);
        return [.. rows.Cast<IDictionary<string, object?>>().Select(row => string.Join('|', row.Values.Select(Text)))];
    }

    static string Text(object? cell) => cell switch
    {
        float or double or decimal => Math.Round(Convert.ToDecimal(cell, CultureInfo.InvariantCulture), 6).ToString("0.######", CultureInfo.InvariantCulture),
        DateTime day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => Convert.ToString(cell, CultureInfo.InvariantCulture) ?? "",
    };
}
