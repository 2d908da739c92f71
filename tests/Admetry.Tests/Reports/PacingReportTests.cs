using System.Globalization;
using Admetry.App.Reports;
using Admetry.Metrics;
using Admetry.Pacing;
using Admetry.Tests.Fixtures;
using Admetry.Tests.Warehouse;
using Xunit;

namespace Admetry.Tests.Reports;

/// <summary>What the pacing page shows, worked by hand on both engines.</summary>
[Trait("needs", "server")]
public sealed class PacingReportTests(PostgresServer postgres)
{
    static readonly DateOnly Today = new(2024, 3, 10);

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    // Flights of 1 to 20 March with 1,000 each (2 days of 10 not loaded for the second platform), one ended, one without a budget, one not begun.
    const string World = """
        insert into dim_client (client_id, client_code, client_name) values (1, 'C1', 'Alpha'), (2, 'C2', 'Beta');
        insert into dim_account (account_id, platform_id, client_id, external_account_id, account_name, currency) values
          (1, 1, 1, 'g1', 'One', 'USD'), (2, 2, 2, 'm1', 'Two', 'USD');
        insert into dim_campaign (campaign_id, account_id, external_campaign_id, campaign_name, start_date, end_date, budget_total, budget_daily) values
          (1, 1, 'a', 'On plan', '2024-03-01', '2024-03-20', 1000, 60), (2, 1, 'b', 'Low bid', '2024-03-01', '2024-03-20', 1000, 60),
          (3, 2, 'a', 'Late reports', '2024-03-01', '2024-03-20', 1000, null), (4, 1, 'd', 'Ended', '2024-02-20', '2024-02-29', 100, null),
          (5, 1, 'e', 'No budget', '2024-03-01', '2024-03-20', null, null), (6, 1, 'f', 'Not begun', '2024-03-11', '2024-03-20', 100, null),
          (7, 1, 'g', 'Long ago', '2024-01-01', '2024-01-31', 100, null), (8, 1, 'h', 'Raised', '2024-03-01', '2024-03-20', 1000, null);
        insert into fact_budget (account_id, campaign_id, first_day, last_day, total, daily, currency, load_id) values
          (1, 8, '2024-03-01', '2024-03-20', 1000, 60, 'USD', 1), (1, 8, '2024-03-06', '2024-03-20', 1750, 110, 'USD', 1);
        insert into dim_creative (creative_id, campaign_id, external_creative_id, creative_name, creative_type) values
          (1, 1, 'c1', 'One', 'banner'), (2, 2, 'c2', 'Two', 'banner'), (3, 2, 'c3', 'Three', 'banner');

        """;

    [Theory, InlineData("duckdb"), InlineData("postgres")]
    public async Task Flights_that_run_or_ended_lately_come_furthest_behind_first(string engine)
    {
        await using var store = await CreateAsync(engine);

        var report = await PacingReport.ReadAsync(store.Warehouse, Principal.Everything("test"), Today, PacingCurve.Even, Cancel);

        Assert.Equal(["Low bid", "On plan", "Late reports", "Raised", "Ended"], report.Lines.Select(line => line.Flight.Name));
        Assert.Equal([0.6, 1.0, 1.0, 1.0, 1.1], report.Lines.Select(line => Math.Round(line.Reading.Index!.Value, 9)));
        Assert.Equal([PacingCauseKind.BidTooLow], report.Lines.Select(line => line.Cause?.Kind).OfType<PacingCauseKind>());
        var (low, late, raised, ended) = (report.Lines[0], report.Lines[2], report.Lines[3], report.Lines[4]);
        Assert.Equal((70m, 70m, "banner", 2), (low.Target, low.RequiredDailyRate, low.Flight.Kind, low.Flight.Creatives));
        Assert.Equal(new(600, 600, 600, 600, 600), low.Forecast);
        Assert.Equal([Today.AddDays(-1), Today], late.Reading.Unreported);
        Assert.Equal(400, late.Reading.Spend);
        Assert.Equal((750m, 1750m, 100m), (raised.Reading.Spend, raised.Reading.Budget, raised.Target));
        Assert.Equal((110m, 100m, 10m), (ended.End!.Delivered, ended.End.Billable, ended.End.Bonus));
        Assert.Equal((null, null, null), (ended.Target, ended.RequiredDailyRate, ended.Forecast));
        Assert.Null(low.End);
    }

    [Theory, InlineData("duckdb"), InlineData("postgres")]
    public async Task A_day_that_was_loaded_before_it_was_over_makes_no_flight_look_late(string engine)
    {
        await using var store = await CreateAsync(engine);
        await MetricWorld.RunAsync(store.Warehouse, """
            insert into dim_account (account_id, platform_id, client_id, external_account_id, account_name, currency, timezone) values (3, 3, 1, 'l1', 'Late', 'USD', 'America/Los_Angeles');
            insert into dim_campaign (campaign_id, account_id, external_campaign_id, campaign_name, start_date, end_date, budget_total, budget_daily) values
              (9, 3, 'i', 'Half a day', '2024-03-01', '2024-03-20', 1000, 60), (10, 3, 'j', 'Not a row today', '2024-03-01', '2024-03-20', 1000, 60);

            """ + string.Concat(
            [
                .. Days(1, 9, day => Row(day, account: 3, campaign: 9, creative: 0, spend: 50, wins: 300, loaded: "2024-03-10 11:00:00+00")),
                .. Days(1, 9, day => Row(day, account: 3, campaign: 10, creative: 0, spend: 50, wins: 300, loaded: "2024-03-10 11:00:00+00")),
                // The tenth ends in California at eight in the morning, UTC; what was loaded at seven is a part of it.
                Row(new(2024, 3, 10), account: 3, campaign: 9, creative: 0, spend: 20, wins: 100, loaded: "2024-03-11 07:00:00+00"),
            ]), Cancel);

        var report = await PacingReport.ReadAsync(store.Warehouse, Principal.Everything("test"), Today, PacingCurve.Even, Cancel);

        var (half, none) = (report.Lines.Single(line => line.Flight.Name is "Half a day"), report.Lines.Single(line => line.Flight.Name is "Not a row today"));
        Assert.Equal((470m, 20m, 450m, 1.0), (half.Reading.Spend, half.Reading.PartialSpend, half.Reading.Ideal, half.Reading.Index!.Value));
        Assert.Equal([Today], half.Reading.Partial);
        Assert.Empty(half.Reading.Unreported);
        Assert.Equal([Today], none.Reading.Unreported);
        Assert.Equal((Today.AddDays(-1), Today.AddDays(-1), 1.0), (half.Reading.Through!.Value, none.Reading.Through!.Value, none.Reading.Index!.Value));
        Assert.Equal((50m, 50m, 50m, 50m), (half.Target!.Value, half.RequiredDailyRate!.Value, none.Target!.Value, none.RequiredDailyRate!.Value));
        Assert.Equal(1000m, half.Forecast!.Weighted);
        Assert.All(report.Lines.Where(line => line.Flight.Name is "On plan" or "Low bid"), line => Assert.Empty(line.Reading.Partial));
    }

    [Theory, InlineData("duckdb"), InlineData("postgres")]
    public async Task Who_sees_one_client_sees_its_flights(string engine)
    {
        await using var store = await CreateAsync(engine);

        Assert.Equal(["Late reports"], (await PacingReport.ReadAsync(store.Warehouse, new("test", ["C2"]), Today, PacingCurve.Even, Cancel)).Lines.Select(line => line.Flight.Name));
        Assert.Empty((await PacingReport.ReadAsync(store.Warehouse, new("test", []), Today, PacingCurve.Even, Cancel)).Lines);
    }

    async Task<TestStore> CreateAsync(string engine)
    {
        var store = await TestStore.CreateAsync(engine, postgres, Cancel);
        await MetricWorld.RunAsync(store.Warehouse, World + string.Concat(Facts()), Cancel);
        return store;
    }

    static IEnumerable<string> Facts() =>
    [
        .. Days(1, 10, day => Row(day, account: 1, campaign: 1, creative: 1, spend: 50, wins: 300)),
        .. Days(1, 10, day => Row(day, account: 1, campaign: 2, creative: 2, spend: 30, wins: 150)),
        .. Days(1, 8, day => Row(day, account: 2, campaign: 3, creative: 0, spend: 50, wins: 300)),
        .. Days(1, 5, day => Row(day, account: 1, campaign: 8, creative: 0, spend: 50, wins: 300)),
        .. Days(6, 10, day => Row(day, account: 1, campaign: 8, creative: 0, spend: 100, wins: 300)),
        Row(new(2024, 2, 20), account: 1, campaign: 4, creative: 0, spend: 110, wins: 300),
    ];

    static IEnumerable<string> Days(int first, int last, Func<DateOnly, string> row) =>
        Enumerable.Range(first, last - first + 1).Select(day => row(new(2024, 3, day)));

    static string Row(DateOnly day, int account, int campaign, int creative, decimal spend, int wins, string loaded = "2024-03-11 06:00:00+00") => string.Create(CultureInfo.InvariantCulture, $"""
        insert into fact_core_metrics (date_id, account_id, campaign_id, adset_id, ad_id, creative_id, spend, impressions, bids, currency, load_id, loaded_at)
        values ({day:yyyyMMdd}, {account}, {campaign}, 0, 0, {creative}, {spend}, {wins}, 1000, 'USD', 1, '{loaded}');

        """);
}
