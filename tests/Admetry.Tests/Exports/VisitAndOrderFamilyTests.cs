using Admetry.App.Pipeline;
using Admetry.Connectors.Exports;
using Admetry.Metrics;
using Admetry.Storage.Warehouse;
using Admetry.Tests.Fixtures;
using Xunit;

namespace Admetry.Tests.Exports;

/// <summary>Visits, e-mail sends, orders and payments.</summary>
public sealed class VisitAndOrderFamilyTests(PostgresServer postgres)
{
    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    static List<T> Items<T>(string text, ReadingHints? hints = null) where T : ReadItem => [.. Given.Understood(text, hints).Items.OfType<T>()];

    [Fact]
    public void Of_several_tables_the_one_with_days_is_read_and_its_grand_total_checked()
    {
        var reading = Given.Understood(Samples.Analytics4);
        var items = reading.Items.ToList();
        var rows = items.OfType<EngagementItem>().Select(item => item.Row).ToList();

        Assert.Equal(("google_analytics_4", 3), (reading.Family, rows.Count));
        Assert.Equal((80L, 50L, 165L), (rows.Sum(row => row.WebSessions), rows.Sum(row => row.Engaged), rows.Sum(row => row.Pageviews)));
        Assert.Equal([(true, "web_sessions"), (true, "engaged"), (true, "pageviews")],
            items.OfType<ControlTotalItem>().Where(total => total.IsBinding).Select(total => (total.Holds, total.Measure)));
        Assert.Contains(reading.Decisions, decision => decision.What is "other table");
    }

    [Fact]
    public void A_universal_report_of_one_day_is_read_and_the_table_below_it_is_not()
    {
        var reading = Given.Understood(Samples.Universal);
        var items = reading.Items.ToList();
        var rows = items.OfType<EngagementItem>().Select(item => item.Row).ToList();

        Assert.Equal("universal_analytics", reading.Family);
        Assert.Equal([(1200L, 600L, 120000m), (400L, 100L, 48000m)], rows.Take(2).Select(row => (row.WebSessions!.Value, row.Bounces!.Value, row.DurationSeconds!.Value)));
        Assert.Equal(2, rows.Count);
        Assert.True(items.OfType<FilteredItem>().Count() >= 3);
    }

    [Fact]
    public void A_span_of_visits_without_days_is_a_range_total()
    {
        var rows = Items<EngagementItem>(Samples.Universal.Replace("20170526-20170526", "20170526-20170601")).Select(item => item.Row).ToList();

        Assert.Equal([(1200L, new DateOnly(2017, 5, 26), new DateOnly(2017, 6, 1)), (400L, new DateOnly(2017, 5, 26), new DateOnly(2017, 6, 1))],
            rows.Select(row => (row.WebSessions!.Value, row.Day, row.Last)));
    }

    [Theory, InlineData("duckdb"), InlineData("postgres"), Trait("needs", "server")]
    public async Task A_range_total_of_visits_answers_for_exactly_its_days_and_yields_to_days(string engine)
    {
        const string Pages = "# ----------------------------------------\n# Pages\n# Start date: 20240301\n# End date: 20240331\n# ----------------------------------------\n\n"
            + "Landing page,Sessions,Engaged sessions,Bounce rate\n,1500,900,0.4\n/,1000,700,0.3\n/shop,500,200,0.6\n";
        await using var store = await TestStore.CreateAsync(engine, postgres, TestContext.Current.CancellationToken);

        var loaded = Assert.IsType<PartLoaded>(await store.ImportAsync("pages.csv", Pages, ReadingHints.None with { AccountId = "1" }));

        Assert.Equal(["2024-03-01|2024-03-31|1500|900|600"], await store.RowsAsync(
            "select cast(first_day as varchar), cast(last_day as varchar), web_sessions, engaged, bounces from fact_period_engagement"));
        Assert.Equal(("1500", ""), (await SessionsAsync(store, 1, 31), await SessionsAsync(store, 1, 30)));
        Assert.All(await store.VerifyAsync(), check => Assert.Empty(check.Violations));

        await store.ImportAsync("days.csv", "Date,Landing page,Sessions,Engaged sessions,Bounce rate\n20240302,/,10,7,0.3\n", ReadingHints.None with { AccountId = "1" });
        Assert.Equal("10", await SessionsAsync(store, 1, 31));
        Assert.True((await ForgetAsync(store, loaded.Result.LoadId + 1)).Restored is [1]);
        Assert.Equal("1500", await SessionsAsync(store, 1, 31));
        await ForgetAsync(store, loaded.Result.LoadId);
        Assert.Equal("", await SessionsAsync(store, 1, 31));
        Assert.All(await store.VerifyAsync(), check => Assert.Empty(check.Violations));
    }

    [Fact]
    public async Task Visits_by_campaign_and_by_source_are_the_same_visits_and_the_newer_file_says_them()
    {
        const string Campaigns = "Date,Session campaign,Sessions,Engaged sessions,Views\n20261001,(organic),200,120,500\n20261001,Brand,100,50,200\n";
        const string Sources = "Date,Session source / medium,Sessions,Engaged sessions,Views\n20261001,google / organic,200,120,500\n20261001,google / cpc,100,50,200\n";
        await using var store = await TestStore.CreateAsync("duckdb", postgres, Cancel);

        await store.ImportAsync("campaigns.csv", Campaigns);
        await store.ImportAsync("sources.csv", Sources);
        Assert.Equal(300L, await store.ScalarAsync<long>("select cast(sum(web_sessions) as bigint) from fact_engagement_metrics"));

        await store.ImportAsync("campaigns-again.csv", Campaigns.Replace("Brand,100", "Brand,110", StringComparison.Ordinal));
        Assert.Equal(310L, await store.ScalarAsync<long>("select cast(sum(web_sessions) as bigint) from fact_engagement_metrics"));
        Assert.All(await store.VerifyAsync(), check => Assert.Empty(check.Violations));
    }

    [Fact]
    public async Task What_was_not_paid_is_said_with_its_reason()
    {
        await using var store = await TestStore.CreateAsync("duckdb", postgres, Cancel);

        var loaded = Assert.IsType<PartLoaded>(await store.ImportAsync("orders.csv", Samples.Shopify));

        Assert.Contains(loaded.Warnings, warning => warning.StartsWith("Left out: 1 × ", StringComparison.Ordinal) && warning.Contains("a further item of an order", StringComparison.Ordinal));
    }

    static Task<ForgetResult> ForgetAsync(TestStore store, long load) =>
        new ForgetJob(store.Warehouse, store.Landing, store.Control, store.Loader, TimeProvider.System).RunAsync(load, Cancel);

    static async Task<string> SessionsAsync(TestStore store, int first, int last)
    {
        var table = await new MetricReader(store.Warehouse).ReadAsync(new()
        {
            Principal = Principal.Everything("test"), Days = new(new(2024, 3, first), new(2024, 3, last)), Metrics = [WebMetrics.WebSessions],
        }, TestContext.Current.CancellationToken);
        return table.Rows is [var row] ? row[0].ToString() : "";
    }

    [Fact]
    public void Klaviyo_and_mailchimp_count_each_person_once()
    {
        var klaviyo = Assert.Single(Items<EngagementItem>(Samples.Klaviyo)).Row;
        var mailchimp = Assert.Single(Items<EngagementItem>(Samples.Mailchimp)).Row;

        Assert.Equal(("Spring 🌷", "01HABC", new DateOnly(2024, 3, 5), 64517L, 64400L, 20000L, 900L, 30L, 2L),
            (klaviyo.CampaignName, klaviyo.CampaignId, klaviyo.Day, klaviyo.EmailsSent, klaviyo.Delivered, klaviyo.Opens, klaviyo.Clicks, klaviyo.Unsubscribes, klaviyo.Complaints));
        Assert.Equal(("March news", new DateOnly(2024, 3, 15), 1000L, 980L, 400L, 50L, 8L, 12L, 1L),
            (mailchimp.CampaignName, mailchimp.Day, mailchimp.EmailsSent, mailchimp.Delivered, mailchimp.Opens, mailchimp.Clicks, mailchimp.HardBounces, mailchimp.SoftBounces, mailchimp.Complaints));
        Assert.Equal(("klaviyo_campaigns", "mailchimp_campaigns"), (Given.Understood(Samples.Klaviyo).Family, Given.Understood(Samples.Mailchimp).Family));
    }

    [Fact]
    public void An_order_counts_once_however_many_items_it_has_and_less_what_was_given_back()
    {
        var items = Given.Understood(Samples.Shopify).Items.ToList();

        Assert.Equal([("#1001", 100m, "USD", "web", new DateOnly(2024, 3, 1)), ("#1002", 30m, "USD", "pos", new DateOnly(2024, 3, 2))],
            items.OfType<RevenueItem>().Select(item => (item.Row.OrderId, item.Row.Amount, item.Row.Currency, item.Row.ChannelReported, item.Row.Day)));
        Assert.Equal(["a further item of an order, whose total stands in its first row", "its status is pending: no money was received"],
            items.OfType<FilteredItem>().Select(item => item.Reason));
    }

    [Fact]
    public void An_order_falls_on_the_day_of_the_accounts_zone()
    {
        var row = Items<RevenueItem>(Samples.Shopify, new() { TimeZone = "Europe/Berlin", ClientCode = "C101" })[0].Row;
        var paid = Items<RevenueItem>(Samples.Stripe, new() { TimeZone = "Asia/Tokyo" })[0].Row;

        Assert.Equal((new DateOnly(2024, 3, 2), "C101"), (row.Day, row.ClientCode));
        Assert.Equal((new DateOnly(2024, 3, 2), "stripe"), (paid.Day, paid.ClientCode));
    }

    [Fact]
    public void Payments_are_money_and_charges_are_coins_of_their_currency()
    {
        Assert.Equal([("ch_1", 20m, "EUR"), ("ch_2", 20m, "EUR")], Items<RevenueItem>(Samples.Stripe).Select(item => (item.Row.OrderId, item.Row.Amount, item.Row.Currency)));
        Assert.Equal([("ch_1", 20m, "EUR", new DateOnly(2024, 3, 1)), ("ch_2", 500m, "JPY", new DateOnly(2024, 3, 2))],
            Items<RevenueItem>(Samples.StripeCharges).Select(item => (item.Row.OrderId, item.Row.Amount, item.Row.Currency, item.Row.Day)));
    }

    [Fact]
    public void Payments_without_any_fraction_could_be_coins_and_are_refused()
    {
        var refused = Given.Refused(Samples.Stripe.Replace(".00,", ",").Replace(".50,", ","));

        Assert.Contains("a hundred times less", refused.Reason);
    }

    [Theory]
    [InlineData(Samples.Shopify, "select sum(amount) from fact_revenue", 130)]
    [InlineData(Samples.Stripe, "select sum(amount) from fact_revenue", 40)]
    [InlineData(Samples.Klaviyo, "select cast(sum(emails_sent) as decimal(18,2)) from fact_engagement_metrics", 64517)]
    [InlineData(Samples.Mailchimp, "select cast(sum(delivered) as decimal(18,2)) from fact_engagement_metrics", 980)]
    [InlineData(Samples.Analytics4, "select cast(sum(web_sessions) as decimal(18,2)) from fact_engagement_metrics", 80)]
    public async Task They_reach_the_warehouse(string text, string sql, int wanted)
    {
        await using var store = await TestStore.CreateAsync("duckdb", null!, Cancel);

        var loaded = Assert.IsType<PartLoaded>(await store.ImportAsync("export.csv", text));
        var again = Assert.IsType<PartLoaded>(await store.ImportAsync("export-again.csv", text));

        Assert.Equal((0, true), (loaded.Result.QuarantinedRows, again.Result.IsUnchanged));
        Assert.Equal(wanted, await store.ScalarAsync<decimal>(sql));
        Assert.All(await store.VerifyAsync(), check => Assert.Empty(check.Violations));
    }
}
