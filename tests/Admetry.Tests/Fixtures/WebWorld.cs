using Admetry.App;
using Admetry.App.Components;
using Admetry.Metrics;
using Admetry.Storage.Control;
using Admetry.Storage.Warehouse;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Admetry.Tests.Fixtures;

/// <summary>A DuckDB warehouse for pages and the API: two clients, three platforms, sixteen campaigns, a year and a half up to 1 October 2024.</summary>
/// <remarks>
/// Campaigns 1 to 14 of client C101 deliver each day, less at weekends, and those of Meta and TikTok grow from month to month. C102's one
/// campaign, number 15, spends 300 a day. Campaign 16 has had no delivery. Names are as hostile as platforms let them be.
/// </remarks>
sealed class WebWorld : IAsyncDisposable
{
    public const string Script = "<script>window.hacked=true</script><img src=x onerror=\"window.hacked=true\">";

    readonly string folder;

    WebWorld(string folder, WarehouseDatabase warehouse) =>
        (this.folder, Warehouse, Notes) = (folder, warehouse, new(Path.Combine(folder, "notes.sqlite")));

    public WarehouseDatabase Warehouse { get; }

    /// <summary>What its servers let people pin.</summary>
    public NoteStore Notes { get; }

    /// <summary>The morning after the last day with data.</summary>
    public static DateTimeOffset Morning { get; } = new(2024, 10, 2, 9, 30, 0, TimeSpan.Zero);

    public static async Task<WebWorld> CreateAsync(bool isEmpty = false)
    {
        var folder = Directory.CreateTempSubdirectory("admetry-web-").FullName;
        var warehouse = await WarehouseDatabase.OpenDuckDbAsync(
            Path.Combine(folder, "warehouse.duckdb"), new(Threads: 2), CancellationToken.None);
        var world = new WebWorld(folder, warehouse);
        if (!isEmpty)
            await world.RunAsync(Fill);
        return world;
    }

    /// <summary>Changes rows, and what is summed up of them.</summary>
    public async Task RunAsync(string sql)
    {
        await using var connection = await Warehouse.Source.OpenConnectionAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
        await RollUpTables.RefreshAsync(Warehouse, CancellationToken.None); // as a load does
    }

    /// <summary>A server over this world on a free loopback port, not started yet.</summary>
    public WebApplication Server(
        Func<HttpContext, Principal>? who = null, DateTimeOffset? now = null, Action<WebApplicationBuilder>? configure = null) =>
        WebHost.Build(new()
        {
            Url = "http://127.0.0.1:0",
            Warehouse = Warehouse,
            Metrics = new(Warehouse),
            Catalogue = Catalogue.BuiltIn,
            Site = new("Northwind & Söhne", "USD", TimeZoneInfo.Utc),
            Clock = new TestClock(now ?? Morning),
            Notes = Notes,
            Who = who ?? (_ => Principal.Everything("test")),
            Configure = builder =>
            {
                builder.Logging.ClearProviders();
                configure?.Invoke(builder);
            },
        });

    public async ValueTask DisposeAsync()
    {
        await Warehouse.DisposeAsync();
        Notes.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    static readonly string Fill = $"""
        insert into dim_client (client_id, client_code, client_name) values (1, 'C101', 'Alpha Outdoor'), (2, 'C102', 'Beta "Bank" & Co');
        insert into dim_account (account_id, platform_id, client_id, external_account_id, account_name, currency) values
          (1, 1, 1, 'g-101', 'Alpha search', 'USD'), (2, 2, 1, 'm-101', 'Alpha social', 'USD'), (3, 5, 1, 't-101', 'Alpha video', 'USD'),
          (4, 2, 2, 'm-102', 'Beta social', 'USD');
        insert into dim_campaign (campaign_id, account_id, external_campaign_id, campaign_name, objective, campaign_status, budget_daily)
        select i, case when i = 15 then 4 else 1 + i % 3 end, '9007199254740993' || i,
          case i when 1 then '{Script.Replace("'", "''", StringComparison.Ordinal)}' when 2 then 'Brand, search; "exact": 50% off' when 3 then 'حملة العلامة التجارية'
                 when 4 then 'Retargeting\last 30' when 15 then 'Beta secret' else 'Campaign ' || i end, 'SALES', 'ACTIVE', 50
        from generate_series(1, 16) as numbers(i);
        insert into dim_adset (adset_id, campaign_id, external_adset_id, adset_name) values (50, 5, 's5', 'Young');
        insert into dim_ad (ad_id, adset_id, creative_id, external_ad_id, ad_name, ad_status) values (51, 50, 0, 'a51', 'Tent', 'ACTIVE'), (52, 50, 0, 'a52', 'Boots', 'PAUSED');
        insert into fact_core_metrics (date_id, account_id, campaign_id, adset_id, ad_id, creative_id, spend, impressions, clicks, conversions,
          currency, load_id, loaded_at)
        select d.date_id, c.account_id, c.campaign_id, 0, 0, 0,
          case when c.campaign_id = 15 then 300 else round(w.weight * (20 + 9 * c.campaign_id) * w.growth, 2) end,
          cast(w.weight * 1000 * c.campaign_id as bigint), cast(w.weight * w.growth * 14 * c.campaign_id as bigint), c.campaign_id / 5.0, 'USD', 1,
          timestamptz '2024-10-02 06:00:00+00'
        from dim_campaign c, dim_date d, lateral (select 1 + (d.date_id * 37 % 41) / 100.0 - case when d.day_of_week > 5 then 0.4 else 0 end as weight,
          1 + (c.account_id - 1) * (d.year * 12 + d.month - 24280) / 60.0 as growth) w
        where c.campaign_id between 1 and 15 and d.date between date '2023-04-01' and date '2024-10-01';
        insert into load_log values (1, 'k', 'm', 'p', 1, 'google_ads_report.csv', 'google-ads-ui', 'export', 'google_ads', 'active', 1, 1,
          timestamptz '2024-10-02 06:00:00+00', 3, 6, true, date '2023-04-01', date '2024-10-01', 8250, 8238, 12, 0, 0, 0, '', 1, 0, 10, null, '');
        """;
}
