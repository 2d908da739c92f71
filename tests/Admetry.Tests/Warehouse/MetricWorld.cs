using System.Globalization;
using Admetry.Metrics;
using Admetry.Storage.Warehouse;
using Admetry.Tests.Fixtures;
using Xunit;

namespace Admetry.Tests.Warehouse;

/// <summary>A warehouse small enough to work out by hand, on one engine.</summary>
/// <remarks>
/// Client C101 advertises in USD with Google (account 1) and Meta (2) and sends e-mail (3). C102 has Google in EUR (4), and Meta in
/// EUR (5) of which only the total of January 2024 is known. C103 has Google in GBP (6), for which there is no rate.
/// </remarks>
static class MetricWorld
{
    public static readonly DateRange January = new(new(2024, 1, 1), new(2024, 1, 31));

    public static Principal Alpha { get; } = new("test", ["C101"]);

    public static Principal Beta { get; } = new("test", ["C102"]);

    public static Principal Everyone { get; } = Principal.Everything("test");

    public static MetricQuery Query(params Metric[] metrics) => new() { Principal = Alpha, Days = January, Metrics = metrics };

    public static async Task RunAsync(WarehouseDatabase warehouse, string sql, CancellationToken cancel = default)
    {
        await using var connection = await warehouse.Source.OpenConnectionAsync(cancel);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(cancel);
        await RollUpTables.RefreshAsync(warehouse, cancel); // as a load does
    }

    public static Task FillAsync(WarehouseDatabase warehouse, CancellationToken cancel = default) =>
        RunAsync(warehouse, Dimensions + Facts() + Others + Rates, cancel);

    const string Dimensions = """
        insert into dim_client (client_id, client_code, client_name) values (1, 'C101', 'Alpha'), (2, 'C102', 'Beta'), (3, 'C103', 'Gamma');
        insert into dim_account (account_id, platform_id, client_id, external_account_id, account_name, currency) values
          (1, 1, 1, 'g-101', 'Alpha search', 'USD'), (2, 2, 1, 'm-101', 'Alpha social', 'USD'), (3, 13, 1, 'e-101', 'Alpha mail', ''),
          (4, 1, 2, 'g-102', 'Beta search', 'EUR'), (5, 2, 2, 'm-102', 'Beta social', 'EUR'), (6, 1, 3, 'g-103', 'Gamma search', 'GBP');
        insert into dim_campaign (campaign_id, account_id, external_campaign_id, campaign_name, objective, campaign_status) values
          (10, 1, 'g1', 'Brand', 'SALES', 'ACTIVE'), (11, 1, 'g2', 'Brand', 'SALES', 'PAUSED'), (20, 2, 'm1', 'Prospecting', 'LEADS', 'ACTIVE'),
          (30, 3, 'n1', 'Newsletter', null, 'ACTIVE'), (40, 4, 'g1', 'Euro', null, 'ACTIVE'), (50, 5, 'm5', 'Whole', null, null),
          (60, 6, 'g6', 'Pound', null, null);
        insert into dim_adset (adset_id, campaign_id, external_adset_id, adset_name) values (200, 20, 's1', 'Young');
        insert into dim_creative (creative_id, campaign_id, external_creative_id, creative_name, is_video, video_length_seconds) values
          (1, 20, 'c1', 'Short', true, 10), (2, 20, 'c2', 'Middle', true, 20), (3, 20, 'c3', 'Long', true, 60);
        insert into dim_ad (ad_id, adset_id, creative_id, external_ad_id, ad_name) values
          (1, 200, 1, 'a1', 'One'), (2, 200, 2, 'a2', 'Two'), (3, 200, 3, 'a3', 'Three');
        insert into dim_placement (placement_id, publisher_id, publisher_platform, platform_position) values
          (1, 0, 'facebook', 'feed'), (2, 0, 'instagram', 'stories');
        insert into dim_country (country_id, country_code, country_name) values (1, 'US', 'United States'), (2, 'DE', 'Germany');
        insert into dim_action_type (action_type_id, action_type, is_conversion, counts_as) values
          (1, 'purchase', true, 'purchase'), (2, 'lead', true, 'lead');

        """;

    /// <summary>Day, account, campaign, ad set, ad, creative, spend, impressions, clicks, reach, conversions, conversion value, purchases, currency.</summary>
    static readonly (int, int, int, int, int, int, string, string, string, string, string, string, string, string)[] Core =
    [
        (20231204, 1, 10, 0, 0, 0, "8", "800", "16", "null", "1", "30", "1", "USD"),
        (20231231, 1, 10, 0, 0, 0, "5", "500", "10", "null", "null", "null", "0", "USD"),
        (20240101, 1, 10, 0, 0, 0, "10.50", "1000", "20", "600", "2", "50", "1", "USD"),
        (20240101, 1, 11, 0, 0, 0, "4.50", "500", "5", "300", "0", "0", "0", "USD"),
        (20240102, 1, 10, 0, 0, 0, "20", "2000", "30", "900", "1.5", "25", "2", "USD"),
        (20240102, 2, 20, 200, 1, 1, "7", "null", "14", "120", "null", "null", "null", "USD"),
        (20240102, 2, 20, 200, 2, 2, "3", "null", "6", "80", "null", "null", "null", "USD"),
        (20240108, 2, 20, 200, 3, 3, "5", "0", "0", "null", "0", "0", "0", "USD"),
        (20240201, 1, 10, 0, 0, 0, "100", "9000", "90", "4000", "9", "400", "4", "USD"),
        (20240101, 4, 40, 0, 0, 0, "40", "4000", "40", "1000", "4", "80", "4", "EUR"),
        (20240103, 4, 40, 0, 0, 0, "60", "6000", "60", "1500", "6", "120", "6", "EUR"),
        (20240105, 6, 60, 0, 0, 0, "9", "900", "9", "null", "0", "0", "0", "GBP"),
    ];

    static string Facts() => string.Concat(Core.Select(row => string.Create(CultureInfo.InvariantCulture, $"""
        insert into fact_core_metrics (date_id, account_id, campaign_id, adset_id, ad_id, creative_id, spend, impressions, clicks, reach,
          conversions, conversion_value, purchases, currency, load_id, loaded_at)
        values ({row.Item1}, {row.Item2}, {row.Item3}, {row.Item4}, {row.Item5}, {row.Item6}, {row.Item7}, {row.Item8}, {row.Item9},
          {row.Item10}, {row.Item11}, {row.Item12}, {row.Item13}, '{row.Item14}', 1, '2024-03-01 00:00:00+00');

        """)));

    const string Others = """
        update fact_core_metrics set video_plays = 100, video_p25_watched = 80, video_p50_watched = 60, video_p75_watched = 50,
          video_p100_watched = 40, leads = 2 where account_id = 2;
        update fact_core_metrics set gross_billed = 25, publisher_payout = 15, third_party_cost = 1 where account_id = 1 and date_id = 20240102;
        insert into fact_period_metrics (first_day, last_day, account_id, campaign_id, adset_id, ad_id, creative_id, breakdown, value_1,
          value_2, spend, impressions, clicks, reach, currency, load_id, loaded_at) values
          ('2024-01-01', '2024-01-31', 5, 50, 0, 0, 0, '', '', '', 200, 20000, 100, 7000, 'EUR', 2, '2024-03-01 00:00:00+00'),
          ('2024-01-01', '2024-01-31', 5, 50, 0, 0, 0, 'country', 'DE', '', 150, 15000, 80, null, 'EUR', 2, '2024-03-01 00:00:00+00'),
          ('2024-01-01', '2024-01-31', 5, 50, 0, 0, 0, 'age_gender', '25-34', 'female', 90, 9000, 50, null, 'EUR', 2, '2024-03-01 00:00:00+00'),
          ('2024-01-08', '2024-01-14', 5, 50, 0, 0, 0, '', '', '', 44, 4400, 22, 2500, 'EUR', 2, '2024-03-01 00:00:00+00'),
          ('2024-01-01', '2024-01-31', 4, 40, 0, 0, 0, '', '', '', 100, 10000, 100, 2200, 'EUR', 2, '2024-03-01 00:00:00+00');
        insert into fact_country_metrics (date_id, account_id, campaign_id, adset_id, ad_id, creative_id, country_id, spend, impressions,
          clicks, currency, load_id) values
          (20240101, 1, 10, 0, 0, 0, 1, 6, 600, 12, 'USD', 1), (20240101, 1, 10, 0, 0, 0, 2, 4.5, 400, 8, 'USD', 1);
        insert into fact_age_gender_metrics (date_id, account_id, campaign_id, adset_id, ad_id, creative_id, age_id, gender_id, spend,
          impressions, clicks, currency, load_id) values
          (20240102, 2, 20, 200, 1, 1, 3, 2, 4, 400, 8, 'USD', 1), (20240102, 2, 20, 200, 1, 1, 3, 1, 3, 300, 6, 'USD', 1);
        insert into fact_placement_metrics (date_id, account_id, campaign_id, adset_id, ad_id, creative_id, placement_id, spend,
          impressions, clicks, currency, load_id) values
          (20240102, 2, 20, 200, 1, 1, 1, 4, 400, 8, 'USD', 1), (20240102, 2, 20, 200, 1, 1, 2, 3, 300, 6, 'USD', 1);
        insert into fact_breakdown_metrics (date_id, account_id, campaign_id, adset_id, ad_id, creative_id, breakdown, value_1, value_2,
          spend, impressions, clicks, currency, load_id) values
          (20240101, 1, 10, 0, 0, 0, 'device', 'mobile', '', 7, 700, 14, 'USD', 1),
          (20240101, 1, 10, 0, 0, 0, 'device', 'desktop', '', 3.5, 300, 6, 'USD', 1),
          (20240101, 1, 10, 0, 0, 0, 'keyword', 'red shoes', 'exact', 10.5, 1000, 20, 'USD', 1),
          (20240101, 1, 10, 0, 0, 0, 'search_term', 'buy red shoes', 'broad', 10.5, 1000, 20, 'USD', 1);
        insert into fact_action_metrics (date_id, account_id, campaign_id, adset_id, ad_id, creative_id, action_type_id,
          attribution_window, action_count, action_value, currency, load_id) values
          (20240102, 2, 20, 200, 1, 1, 1, '1d_click', 2, 60, 'USD', 1), (20240102, 2, 20, 200, 1, 1, 1, '7d_click', 5, 150, 'USD', 1),
          (20240102, 2, 20, 200, 2, 2, 1, '7d_click', 3, 30, 'USD', 1), (20240102, 2, 20, 200, 1, 1, 2, '7d_click', 4, 0, 'USD', 1);
        insert into fact_engagement_metrics (date_id, account_id, campaign_id, emails_sent, delivered, opens, clicks, hard_bounces,
          soft_bounces, unsubscribes, complaints, pageviews, web_sessions, engaged, bounces, duration_seconds, load_id) values
          (20240102, 3, 30, 1000, 980, 245, 49, 12, 8, 5, 1, null, null, null, null, null, 1),
          (20240102, 3, 0, null, null, null, null, null, null, null, null, 300, 120, 72, 48, 5400, 1);
        insert into fact_revenue (client_id, date_id, channel_reported, order_id, amount, currency, load_id) values
          (1, 20240101, 'google_ads', '', 120, 'USD', 1), (1, 20240102, 'facebook', '', 80.25, 'USD', 1), (1, 20240103, 'email', '', 10, 'USD', 1),
          (1, 20240103, 'carrier pigeon', '', 1, 'USD', 1), (2, 20240101, 'google_ads', '', 500, 'EUR', 1);

        """;

    const string Rates = """
        insert into fx_rate (date_id, from_currency, to_currency, rate, source)
        select date_id, 'EUR', 'USD', case when date_id <= 20240101 then 1.1 else 1.25 end, 'test' from dim_date
        where date_id between 20240101 and 20240131;
        """;
}

/// <summary><see cref="MetricWorld"/> in a DuckDB of its own, in memory.</summary>
public sealed class DuckDbWorld : IAsyncLifetime
{
    public WarehouseDatabase Warehouse { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Warehouse = await WarehouseDatabase.OpenDuckDbAsync(":memory:", new(), TestContext.Current.CancellationToken);
        await MetricWorld.FillAsync(Warehouse);
    }

    public ValueTask DisposeAsync() => Warehouse.DisposeAsync();
}

/// <summary><see cref="MetricWorld"/> in a PostgreSQL schema of its own.</summary>
public sealed class PostgresWorld(PostgresServer server) : IAsyncLifetime
{
    public WarehouseDatabase Warehouse { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        var source = await server.Warehouse;
        Warehouse = await WarehouseDatabase.OpenPostgresAsync(
            source.ConnectionString, $"world_{Guid.NewGuid():N}", TestContext.Current.CancellationToken);
        await MetricWorld.FillAsync(Warehouse);
    }

    public ValueTask DisposeAsync() => Warehouse.DisposeAsync();
}
