using Admetry.Metrics;
using Admetry.Storage.Warehouse;
using Xunit;

namespace Admetry.Tests.Warehouse;

/// <summary>What pages ask the warehouse beside numbers, on DuckDB.</summary>
public sealed class DuckDbFactsTests(DuckDbWorld world) : WarehouseFactsTests(world.Warehouse), IClassFixture<DuckDbWorld>;

/// <summary>What pages ask the warehouse beside numbers, on PostgreSQL.</summary>
[Trait("needs", "server")]
public sealed class PostgresFactsTests(PostgresWorld world) : WarehouseFactsTests(world.Warehouse), IClassFixture<PostgresWorld>;

public abstract class WarehouseFactsTests(WarehouseDatabase warehouse)
{
    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_owner_sees_every_client_and_the_first_and_last_day()
    {
        var facts = await WarehouseFacts.ReadAsync(warehouse, MetricWorld.Everyone, Cancel);

        Assert.Equal([new("C101", "Alpha"), new("C102", "Beta"), new("C103", "Gamma")], facts.Clients);
        Assert.Equal(["email", "google_ads", "meta_ads"], facts.Platforms.Select(platform => platform.Code).Order());
        Assert.Equal(new DateOnly(2024, 2, 1), facts.Days!.Value.Last);
        Assert.Equal([MetricWorld.January], facts.Periods.Take(1));
        Assert.Null(facts.LoadedAt);
    }

    [Fact]
    public async Task Who_sees_one_client_learns_of_no_other()
    {
        var facts = await WarehouseFacts.ReadAsync(warehouse, MetricWorld.Beta, Cancel);

        Assert.Equal([new("C102", "Beta")], facts.Clients);
        Assert.Equal(["google_ads", "meta_ads"], facts.Platforms.Select(platform => platform.Code).Order());
        Assert.All(facts.Periods, period => Assert.Equal(2024, period.First.Year));
    }

    [Fact]
    public async Task Who_may_see_nobody_learns_of_nothing()
    {
        var facts = await WarehouseFacts.ReadAsync(warehouse, new("nobody", []), Cancel);

        Assert.Equal((0, 0, null, 0), (facts.Clients.Count, facts.Platforms.Count, facts.Days, facts.Periods.Count));
    }

    [Fact]
    public async Task A_campaign_is_found_by_its_key_and_by_its_id_at_each_platform_that_has_it()
    {
        var campaigns = new CampaignReader(warehouse);

        Assert.Equal("Prospecting", Assert.Single(await campaigns.FindAsync("20", MetricWorld.Everyone, Cancel)).Name);
        Assert.Equal([10L, 40L], (await campaigns.FindAsync("g1", MetricWorld.Everyone, Cancel)).Select(campaign => campaign.Key));
        Assert.Equal(40L, Assert.Single(await campaigns.FindAsync("g1", MetricWorld.Beta, Cancel)).Key);
        Assert.Empty(await campaigns.FindAsync("20", MetricWorld.Beta, Cancel));
        Assert.Empty(await campaigns.FindAsync("' or 1=1 --", MetricWorld.Everyone, Cancel));
    }

    [Fact]
    public async Task A_campaigns_ads_come_with_their_ad_set()
    {
        var campaigns = new CampaignReader(warehouse);
        var ads = await campaigns.AdsAsync((await campaigns.FindAsync("20", MetricWorld.Everyone, Cancel))[0], Cancel);

        Assert.Equal(["One", "Two", "Three"], ads.Select(ad => ad.Name));
        Assert.All(ads, ad => Assert.Equal((200L, "Young"), (ad.AdSetKey, ad.AdSetName)));
    }
}
