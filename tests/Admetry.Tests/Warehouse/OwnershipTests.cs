using Admetry.App.Pipeline;
using Admetry.Tests.Faults;
using Admetry.Tests.Fixtures;
using Xunit;

namespace Admetry.Tests.Warehouse;

/// <summary>Sources that describe the same money never add up, whatever their level, order, name or engine.</summary>
[Trait("needs", "server")]
public sealed class OwnershipTests(PostgresServer postgres)
{
    static readonly AdRow A = new(1, "111", "A", "90", "", 60);
    static readonly AdRow B = new(1, "111", "B", "91", "", 40);
    static readonly AdRow Total = new(1, "111", "", "", "", 100);

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, InlineData("duckdb", false), InlineData("duckdb", true), InlineData("postgres", false), InlineData("postgres", true)]
    public async Task Campaigns_and_their_ads_are_the_same_money_and_the_ads_own_it(string engine, bool adsFirst)
    {
        await using var store = await TestStore.CreateAsync(engine, postgres, Cancel);
        string[] files = [AdFiles.Write([A, B]), AdFiles.Write([A with { Ad = "x", Spend = 25 }, A with { Ad = "y", Spend = 36 }])];

        foreach (var file in adsFirst ? files.Reverse() : files)
            await LoadAsync(store, file);

        // The ads say 61 of campaign A; B is known from the campaigns alone.
        Assert.Equal(["A|61|2", "B|40|1"], await CampaignsAsync(store));
        Assert.Equal(adsFirst ? 1L : 0L, await store.ScalarAsync<long>("select cast(sum(shadowed_rows) as bigint) from load_log"));
        await ProveAsync(store);
    }

    [Theory, InlineData("duckdb", false), InlineData("duckdb", true), InlineData("postgres", false), InlineData("postgres", true)]
    public async Task The_api_owns_a_day_before_an_export_of_the_same_level(string engine, bool apiFirst)
    {
        await using var store = await TestStore.CreateAsync(engine, postgres, Cancel);
        Func<Task>[] loads =
        [
            () => LoadAsync(store, AdFiles.Write([A])),
            () => store.Warehouse.LoadAsync(
                [
                    new()
                    {
                        Line = 1, Account = new(Platform.Google, "111", null, null, "USD"), First = Staging.Day("2024-01-01"), Last = Staging.Day("2024-01-01"),
                        Level = Level.Campaign, CampaignId = "90", CampaignName = "A", Measures = new() { Spend = 61 },
                    },
                ],
                Staging.Request("api", store.Control.NextFence(), 1, order: 99), Cancel),
        ];

        foreach (var load in apiFirst ? loads.Reverse() : loads)
            await load();

        Assert.Equal(["A|61|1"], await CampaignsAsync(store));
        await ProveAsync(store);
    }

    [Theory, InlineData("duckdb", false), InlineData("duckdb", true), InlineData("postgres", false), InlineData("postgres", true)]
    public async Task An_accounts_total_yields_to_campaigns_that_reach_it(string engine, bool totalFirst)
    {
        await using var store = await TestStore.CreateAsync(engine, postgres, Cancel);
        string[] files = [AdFiles.Write([A, B]), AdFiles.Write([Total])];

        foreach (var file in totalFirst ? files.Reverse() : files)
            await LoadAsync(store, file);

        Assert.Equal(["A|60|1", "B|40|1"], await CampaignsAsync(store));
        await ProveAsync(store);
    }

    [Theory, InlineData("duckdb", false), InlineData("duckdb", true), InlineData("postgres", false), InlineData("postgres", true)]
    public async Task Campaigns_that_do_not_reach_the_accounts_total_yield_to_it(string engine, bool totalFirst)
    {
        await using var store = await TestStore.CreateAsync(engine, postgres, Cancel);
        string[] files = [AdFiles.Write([A]), AdFiles.Write([Total])];

        foreach (var file in totalFirst ? files.Reverse() : files)
            await LoadAsync(store, file);

        Assert.Equal(["Unknown|100|1"], await CampaignsAsync(store));
        await ProveAsync(store);
    }

    [Theory, InlineData("duckdb"), InlineData("postgres")]
    public async Task A_partial_export_replaces_only_the_campaigns_it_holds(string engine)
    {
        await using var store = await TestStore.CreateAsync(engine, postgres, Cancel);
        await LoadAsync(store, AdFiles.Write([A, B]));

        await LoadAsync(store, AdFiles.Write([A with { Spend = 70 }]));

        Assert.Equal(["A|70|1", "B|40|1"], await CampaignsAsync(store));
        await ProveAsync(store);
    }

    [Theory, InlineData("duckdb", true, "A|14|2 B|18|2"), InlineData("postgres", true, "A|14|2 B|18|2"), InlineData("duckdb", false, "A|67|2 B|48|2"), InlineData("postgres", false, "A|67|2 B|48|2")]
    public async Task A_partial_export_of_all_campaigns_and_days_replaces_all_and_one_with_gaps_what_it_holds(string engine, bool isWhole, string expected)
    {
        await using var store = await TestStore.CreateAsync(engine, postgres, Cancel);
        await LoadAsync(store, AdFiles.Write([A, B, A with { Day = 2 }, B with { Day = 2 }]));

        AdRow[] corners = [A with { Spend = 7 }, B with { Day = 2, Spend = 8 }];
        AdRow[] others = [A with { Day = 2, Spend = 7 }, B with { Spend = 10 }];
        await LoadAsync(store, AdFiles.Write(isWhole ? [.. corners, .. others] : corners));

        Assert.Equal(expected.Split(' '), await CampaignsAsync(store));
        await ProveAsync(store);
    }

    [Theory, InlineData("duckdb", "111", "A|70|1"), InlineData("postgres", "111", "A|70|1"), InlineData("duckdb", "", "A|70|1 B|40|1"), InlineData("postgres", "", "A|70|1 B|40|1")]
    public async Task A_complete_export_removes_vanished_campaigns_if_its_account_is_known(string engine, string account, string expected)
    {
        await using var store = await TestStore.CreateAsync(engine, postgres, Cancel);
        await LoadAsync(store, AdFiles.Write([A with { Account = account }, B with { Account = account }], total: true));

        await LoadAsync(store, AdFiles.Write([A with { Account = account, Spend = 70 }], total: true));

        Assert.Equal(expected.Split(' '), await CampaignsAsync(store));
        await ProveAsync(store);
    }

    [Theory, InlineData("duckdb"), InlineData("postgres")]
    public async Task A_file_with_breakdowns_alone_fills_the_core_once(string engine)
    {
        await using var store = await TestStore.CreateAsync(engine, postgres, Cancel);

        await LoadAsync(store, "Reporting starts,Reporting ends,Campaign name,Age,Gender,Amount spent (USD),Impressions\n2024-01-01,2024-01-01,A,18-24,male,10,100\n2024-01-01,2024-01-01,A,25-34,female,20,200\n");

        Assert.Equal(["A|30|1"], await CampaignsAsync(store));
        Assert.Equal(30m, await store.ScalarAsync<decimal>("select sum(spend) from fact_age_gender_metrics"));
        await ProveAsync(store);
    }

    [Theory, InlineData("duckdb"), InlineData("postgres")]
    public async Task Device_by_country_fills_both_breakdowns_with_the_same_money_once(string engine)
    {
        await using var store = await TestStore.CreateAsync(engine, postgres, Cancel);

        await LoadAsync(store, Workshop.Export(1, 1));

        var core = await store.ScalarAsync<decimal>("select sum(spend) from fact_core_metrics");
        Assert.Equal(core, await store.ScalarAsync<decimal>("select sum(spend) from fact_country_metrics"));
        Assert.Equal(core, await store.ScalarAsync<decimal>("select sum(spend) from fact_breakdown_metrics where breakdown = 'device'"));
        await ProveAsync(store);
    }

    [Theory, InlineData("duckdb"), InlineData("postgres")]
    public async Task Range_totals_and_days_stand_apart(string engine)
    {
        await using var store = await TestStore.CreateAsync(engine, postgres, Cancel);
        await LoadAsync(store, AdFiles.Write([A]));

        await LoadAsync(store, AdFiles.Write([A with { Spend = 500 }], lastDay: 31));

        Assert.Equal(["A|60|1"], await CampaignsAsync(store));
        Assert.Equal(500m, await store.ScalarAsync<decimal>("select sum(spend) from fact_period_metrics"));
        await ProveAsync(store);
    }

    [Theory, InlineData("duckdb"), InlineData("postgres")]
    public async Task The_same_rows_renamed_reordered_or_said_twice_change_nothing(string engine)
    {
        await using var store = await TestStore.CreateAsync(engine, postgres, Cancel);
        await LoadAsync(store, AdFiles.Write([A, B]));

        foreach (var rows in new AdRow[][] { [B, A], [A, B, A], [B, B, A, A] })
            await LoadAsync(store, AdFiles.Write(rows));

        Assert.Equal(["A|60|1", "B|40|1"], await CampaignsAsync(store));
        Assert.Equal(1L, await store.ScalarAsync<long>("select count(*) from load_log"));
        await ProveAsync(store);
    }

    [Theory, InlineData("duckdb"), InlineData("postgres")]
    public async Task An_account_does_not_change_its_currency(string engine)
    {
        await using var store = await TestStore.CreateAsync(engine, postgres, Cancel);
        await LoadAsync(store, AdFiles.Write([A]));

        var refused = Assert.IsType<PartRefused>(await store.ImportAsync("eur.csv", AdFiles.Write([A with { Day = 2 }]).Replace("USD", "EUR", StringComparison.Ordinal)));

        Assert.Contains("is in USD, but this file is in EUR", refused.Reason, StringComparison.Ordinal);
        Assert.Equal(["A|60|1"], await CampaignsAsync(store));
        await ProveAsync(store);
    }

    [Theory, InlineData("duckdb"), InlineData("postgres")]
    public async Task A_campaign_known_by_name_and_then_by_id_is_one(string engine)
    {
        await using var store = await TestStore.CreateAsync(engine, postgres, Cancel);
        await LoadAsync(store, AdFiles.Write([A with { CampaignId = "" }]));
        await LoadAsync(store, AdFiles.Write([A with { Spend = 61 }]));
        await LoadAsync(store, AdFiles.Write([A with { CampaignId = "", Day = 2, Spend = 5 }]));

        Assert.Equal(["A|66|2"], await CampaignsAsync(store));
        Assert.Equal(["90"], await store.RowsAsync("select external_campaign_id from dim_campaign where campaign_id <> 0"));
        await ProveAsync(store);
    }

    [Theory, InlineData("duckdb"), InlineData("postgres")]
    public async Task A_restatement_without_actions_takes_the_old_ones_away(string engine)
    {
        await using var store = await TestStore.CreateAsync(engine, postgres, Cancel);
        const string Header = "Reporting starts,Reporting ends,Campaign name,Amount spent (USD),Impressions";
        await LoadAsync(store, $"{Header},Purchases\n2024-01-01,2024-01-01,A,10,100,3\n");
        Assert.NotEqual(0L, await store.ScalarAsync<long>("select count(*) from fact_action_metrics"));

        await LoadAsync(store, $"{Header}\n2024-01-01,2024-01-01,A,11,100\n");

        Assert.Equal(0L, await store.ScalarAsync<long>("select count(*) from fact_action_metrics"));
        await ProveAsync(store);
    }

    static async Task LoadAsync(TestStore store, string text)
    {
        var outcome = await store.ImportAsync("file.csv", text);
        Assert.True(outcome is PartLoaded, (outcome as PartRefused)?.Reason);
    }

    static Task<IReadOnlyList<string>> CampaignsAsync(TestStore store) => store.RowsAsync(
        "select c.campaign_name, sum(f.spend), count(*) from fact_core_metrics f join dim_campaign c on c.campaign_id = f.campaign_id group by c.campaign_name order by c.campaign_name");

    static async Task ProveAsync(TestStore store) => Assert.All(await store.VerifyAsync(), check => Assert.Empty(check.Violations));
}
