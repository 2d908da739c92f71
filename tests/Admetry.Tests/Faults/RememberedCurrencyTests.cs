using Admetry.App.Pipeline;
using Admetry.App.Workspace;
using Admetry.Metrics;
using Admetry.Storage.Warehouse;
using Admetry.Tests.Fixtures;
using Xunit;

namespace Admetry.Tests.Faults;

/// <summary>A reader remembers which only currency it met; whatever changes the data makes it ask again.</summary>
public sealed class RememberedCurrencyTests(PostgresServer postgres)
{
    const string Dollars = "campaign_id,client_id,date,clicks,impressions,cost_usd,device_type,geo\nG1,C1,2024-01-05,5,100,10.00,mobile,US\n";

    const string Euros = "Campaign report\n\"January 6, 2024 - January 6, 2024\"\nCampaign,Day,Currency code,Clicks,Impr.,Cost\nBrand,2024-01-06,EUR,1,10,7.00\n";

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, InlineData("duckdb"), InlineData("postgres")]
    public async Task Money_of_a_second_currency_is_noticed_at_once_and_its_going_too(string engine)
    {
        await using var shop = await Workshop.CreateAsync(engine, postgres);
        await using var lease = await shop.OpenAsync();
        var workspace = lease.Workspace;
        await Workshop.ImportAsync(workspace, shop.Put("google_ads.csv", Dollars));
        for (var i = 0; i < 3; i++)
            Assert.Equal(("USD", 10m), await SpendAsync(workspace));

        var euros = Assert.IsType<PartLoaded>(Assert.Single(await Workshop.ImportAsync(workspace, shop.Put("euros.csv", Euros))));
        Assert.Contains("EUR and USD", (await Assert.ThrowsAsync<QueryRefusedException>(() => SpendAsync(workspace))).Message, StringComparison.Ordinal);

        await ForgetJob.RunAsync(workspace, euros.Result.LoadId, null, Cancel);
        for (var i = 0; i < 3; i++)
            Assert.Equal(("USD", 10m), await SpendAsync(workspace));

        await new RebuildJob(workspace).RunAsync(null, Cancel);
        Assert.Equal(("USD", 10m), await SpendAsync(workspace));
    }

    [Fact]
    public async Task What_one_client_may_see_says_nothing_about_what_another_may()
    {
        await using var shop = await Workshop.CreateAsync("duckdb", postgres);
        await using var lease = await shop.OpenAsync();
        await Workshop.ImportAsync(lease.Workspace, shop.Put("google_ads.csv", Dollars));
        await Workshop.ImportAsync(lease.Workspace, shop.Put("euros.csv", Euros));

        for (var i = 0; i < 2; i++)
        {
            Assert.Equal(("USD", 10m), await SpendAsync(lease.Workspace, "C1"));
            await Assert.ThrowsAsync<QueryRefusedException>(() => SpendAsync(lease.Workspace));
        }
    }

    static async Task<(string? Currency, decimal? Spend)> SpendAsync(OpenWorkspace workspace, string? client = null)
    {
        var table = await new MetricReader(workspace.Warehouse).ReadAsync(new()
        {
            Principal = client is null ? Principal.Everything("test") : new("test", [client]),
            Days = new(new(2024, 1, 1), new(2024, 1, 31)), Metrics = [CostMetrics.Spend],
        }, Cancel);
        return (table.Currency, table.Rows[0][CostMetrics.Spend].AsDecimal);
    }
}
