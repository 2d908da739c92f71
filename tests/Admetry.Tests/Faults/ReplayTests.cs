using System.IO.Compression;
using System.Text;
using Admetry.App.Pipeline;
using Admetry.App.Workspace;
using Admetry.Storage.Warehouse;
using Admetry.Tests.Fixtures;
using Dapper;
using Xunit;

namespace Admetry.Tests.Faults;

/// <summary>Forgetting, giving again and being cut off: what stands is always what a replay of landing says.</summary>
public sealed class ReplayTests(PostgresServer postgres)
{
    static readonly AdRow Row = new(1, "111", "A", "90", "", 10);

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_forgotten_file_given_again_arrives_behind_what_came_since()
    {
        await using var shop = await Workshop.CreateAsync("duckdb", postgres);
        await using var lease = await shop.OpenAsync();
        var first = await ImportAsync(lease.Workspace, shop, AdFiles.Write([Row]));
        await ImportAsync(lease.Workspace, shop, AdFiles.Write([Row with { Spend = 20 }]));
        await ForgetAsync(lease.Workspace, first.Result.LoadId);

        var again = await ImportAsync(lease.Workspace, shop, AdFiles.Write([Row]));

        Assert.Equal(3, again.Manifest.Order);
        Assert.Equal(10m, await SpendAsync(lease.Workspace));
        await ProveAsync(lease.Workspace);
    }

    [Fact]
    public async Task Forgetting_a_load_forgets_the_copies_that_had_been_found_equal_to_it()
    {
        await using var shop = await Workshop.CreateAsync("duckdb", postgres);
        await using var lease = await shop.OpenAsync();
        var load = await ImportAsync(lease.Workspace, shop, AdFiles.Write([Row, Row with { Day = 2 }]));
        var copy = await ImportAsync(lease.Workspace, shop, AdFiles.Write([Row with { Day = 2 }, Row]));
        Assert.Equal((true, 2L), (copy.Result.IsUnchanged, copy.Manifest.Order));

        await ForgetAsync(lease.Workspace, load.Result.LoadId);

        Assert.Null(await SpendAsync(lease.Workspace));
        await ProveAsync(lease.Workspace);
    }

    [Fact]
    public async Task Forgetting_a_complete_export_brings_back_the_day_it_had_emptied()
    {
        await using var shop = await Workshop.CreateAsync("duckdb", postgres);
        await using var lease = await shop.OpenAsync();
        await ImportAsync(lease.Workspace, shop, AdFiles.Write([Row, Row with { Day = 2, Spend = 7 }, Row with { Day = 3 }]));
        var complete = await ImportAsync(lease.Workspace, shop, AdFiles.Write([Row, Row with { Day = 3, Spend = 11 }], total: true));
        Assert.Equal(21m, await SpendAsync(lease.Workspace));

        await ForgetAsync(lease.Workspace, complete.Result.LoadId);

        Assert.Equal(27m, await SpendAsync(lease.Workspace));
        await ProveAsync(lease.Workspace);
    }

    [Fact]
    public async Task Forgetting_a_load_of_which_nothing_is_left_takes_its_say_back()
    {
        await using var shop = await Workshop.CreateAsync("duckdb", postgres);
        await using var lease = await shop.OpenAsync();
        await ImportAsync(lease.Workspace, shop, AdFiles.Write([Row with { Spend = 50 }, Row with { Campaign = "B", CampaignId = "91", Spend = 50 }]));
        var total = await ImportAsync(lease.Workspace, shop, AdFiles.Write([Row with { Campaign = "", CampaignId = "", Spend = 150 }]));
        await ImportAsync(lease.Workspace, shop, AdFiles.Write([Row with { Spend = 200 }]));
        Assert.Equal(200m, await SpendAsync(lease.Workspace));

        await ForgetAsync(lease.Workspace, total.Result.LoadId);

        Assert.Equal(250m, await SpendAsync(lease.Workspace));
        await ProveAsync(lease.Workspace);
    }

    [Fact]
    public async Task A_replay_of_an_old_file_does_not_bring_an_old_name_back()
    {
        await using var shop = await Workshop.CreateAsync("duckdb", postgres);
        await using var lease = await shop.OpenAsync();
        await ImportAsync(lease.Workspace, shop, AdFiles.Write([Row with { Campaign = "Old name" }]));
        var restated = await ImportAsync(lease.Workspace, shop, AdFiles.Write([Row with { Campaign = "Old name", Spend = 12 }]));
        await ImportAsync(lease.Workspace, shop, AdFiles.Write([Row with { Day = 9, Campaign = "New name" }]));

        await ForgetAsync(lease.Workspace, restated.Result.LoadId);

        await using var connection = await lease.Workspace.Warehouse.Source.OpenConnectionAsync(Cancel);
        Assert.Equal(["New name"], await connection.QueryAsync<string>("select campaign_name from dim_campaign where campaign_id <> 0"));
        await ProveAsync(lease.Workspace);
    }

    [Theory, InlineData("duckdb"), InlineData("postgres"), Trait("needs", "server")]
    public async Task What_a_forgotten_load_called_things_goes_with_it_and_the_others_keep_their_numbers(string engine)
    {
        await using var shop = await Workshop.CreateAsync(engine, postgres);
        await using var lease = await shop.OpenAsync();
        await ImportAsync(lease.Workspace, shop, AdFiles.Write([Row with { CampaignId = "", Campaign = "A" }, Row with { CampaignId = "", Campaign = "B" }]));
        var named = await ImportAsync(lease.Workspace, shop, AdFiles.Write([Row with { Day = 2 }, Row with { Day = 2, CampaignId = "91", Campaign = "B" }]));
        var renamed = await ImportAsync(lease.Workspace, shop, AdFiles.Write([Row with { Day = 3, Campaign = "A renamed" }]));
        Assert.Equal(["A renamed|90", "B|91"], await CampaignsAsync(lease.Workspace));

        Assert.True((await ForgetAsync(lease.Workspace, renamed.Result.LoadId)).LeavesNames);
        Assert.Equal(["A|90", "B|91"], await CampaignsAsync(lease.Workspace));

        Assert.True((await ForgetAsync(lease.Workspace, named.Result.LoadId)).LeavesNames);
        Assert.Equal(["A|", "B|"], await CampaignsAsync(lease.Workspace));

        var later = await ImportAsync(lease.Workspace, shop, AdFiles.Write([Row with { Day = 4, CampaignId = "", Campaign = "C" }]));
        Assert.Equal(2, later.Result.LoadId);
        Assert.False((await ForgetAsync(lease.Workspace, later.Result.LoadId)).LeavesNames);
        await ProveAsync(lease.Workspace);
    }

    static async Task<IEnumerable<string>> CampaignsAsync(OpenWorkspace workspace)
    {
        await using var connection = await workspace.Warehouse.Source.OpenConnectionAsync(Cancel);
        return await connection.QueryAsync<string>("select campaign_name || '|' || external_campaign_id from dim_campaign where campaign_id <> 0 order by campaign_name");
    }

    [Fact]
    public async Task An_archive_of_which_only_the_first_file_was_loaded_is_loaded_to_its_end_at_the_next_start()
    {
        await using var shop = await Workshop.CreateAsync("duckdb", postgres);
        await using (var lease = await shop.OpenAsync())
        {
            var manifest = await LandAsync(lease.Workspace, Zip(("a.csv", AdFiles.Write([Row])), ("b.csv", AdFiles.Write([Row with { Day = 2 }]))));
            lease.Workspace.Control.Begin(manifest.Order);
            var loader = new PartLoader(lease.Workspace.Warehouse, lease.Workspace.Control, lease.Workspace.Clock);
            await loader.LoadAsync(manifest, lease.Workspace.Landing.Open(manifest)[0], new(), null, Cancel);
        }

        await using var reopened = await shop.OpenAsync();

        Assert.Equal(["pack.zip: was received but not loaded, and stands unchanged, and is loaded now."], reopened.Workspace.Notices);
        Assert.Equal(20m, await SpendAsync(reopened.Workspace));
        await ProveAsync(reopened.Workspace);
    }

    [Fact]
    public async Task What_others_overtook_is_loaded_behind_them_at_the_next_start()
    {
        await using var shop = await Workshop.CreateAsync("duckdb", postgres);
        await using (var lease = await shop.OpenAsync())
        {
            var manifest = await LandAsync(lease.Workspace, Encoding.UTF8.GetBytes(AdFiles.Write([Row with { Spend = 30 }])));
            lease.Workspace.Control.Begin(manifest.Order); // and then the disk was full
            await ImportAsync(lease.Workspace, shop, AdFiles.Write([Row]));
        }

        await using (var reopened = await shop.OpenAsync())
        {
            Assert.Equal(["pack.zip: was received but not loaded, and is loaded now."], reopened.Workspace.Notices);
            Assert.Equal(30m, await SpendAsync(reopened.Workspace));
            await ProveAsync(reopened.Workspace);
        }

        await using var again = await shop.OpenAsync();
        Assert.Empty(again.Workspace.Notices);
    }

    [Fact]
    public async Task A_lost_warehouse_comes_back_without_what_was_forgotten()
    {
        await using var shop = await Workshop.CreateAsync("duckdb", postgres);
        await using (var lease = await shop.OpenAsync())
        {
            var outcomes = await Workshop.ImportAsync(lease.Workspace, shop.Put("pack.zip", Zip(("a.csv", AdFiles.Write([Row])), ("b.csv", AdFiles.Write([Row with { Day = 2, Spend = 3 }])))));
            await ForgetAsync(lease.Workspace, ((PartLoaded)outcomes[0]).Result.LoadId);
        }

        DuckDbRepair.Delete(shop.Folder.WarehouseFile);
        await using var reopened = await shop.OpenAsync();

        Assert.Single(reopened.Workspace.Notices);
        Assert.Equal(3m, await SpendAsync(reopened.Workspace));
        await ProveAsync(reopened.Workspace);
    }

    [Fact]
    public async Task A_forgotten_load_that_a_torn_log_brought_back_is_taken_out_again()
    {
        await using var shop = await Workshop.CreateAsync("duckdb", postgres);
        await using (var lease = await shop.OpenAsync())
        {
            var load = await ImportAsync(lease.Workspace, shop, AdFiles.Write([Row]));
            lease.Workspace.Landing.Forget(load.Manifest.Order, load.Part);
            lease.Workspace.Control.Record(load.Manifest.Order, load.Part, load.Manifest.FileName, "forgotten", 1, "", DateTimeOffset.UnixEpoch);
        }

        await using var reopened = await shop.OpenAsync();

        Assert.Contains("was forgotten, stood in the warehouse again", Assert.Single(reopened.Workspace.Notices), StringComparison.Ordinal);
        Assert.Null(await SpendAsync(reopened.Workspace));
    }

    [Fact]
    public async Task Comparing_with_a_rebuild_acknowledges_nothing_and_a_rebuild_acknowledges_all()
    {
        await using var shop = await Workshop.CreateAsync("duckdb", postgres);
        await using var lease = await shop.OpenAsync();
        var first = await ImportAsync(lease.Workspace, shop, AdFiles.Write([Row]));
        await ImportAsync(lease.Workspace, shop, AdFiles.Write([Row with { Spend = 11 }]));
        await ForgetAsync(lease.Workspace, first.Result.LoadId);
        var before = lease.Workspace.Control.Records();

        await ProveAsync(lease.Workspace);
        Assert.Equal(before, lease.Workspace.Control.Records());

        await new RebuildJob(lease.Workspace).RunAsync(null, Cancel);
        Assert.Equal([("forgotten", 1L), ("loaded", 2L)], lease.Workspace.Control.Records().Select(record => (record.Outcome, record.LoadId!.Value)));
        await ProveAsync(lease.Workspace);
    }

    static async Task<PartLoaded> ImportAsync(OpenWorkspace workspace, Workshop shop, string text) =>
        Assert.IsType<PartLoaded>(Assert.Single(await Workshop.ImportAsync(workspace, shop.Put("file.csv", text))));

    static async Task<Admetry.Storage.Landing.Manifest> LandAsync(OpenWorkspace workspace, byte[] content) =>
        (await workspace.Landing.ReceiveAsync(new MemoryStream(content), "pack.zip", "export", new Dictionary<string, string>(), null, Cancel)).Manifest;

    static Task<ForgetResult> ForgetAsync(OpenWorkspace workspace, long load) => ForgetJob.RunAsync(workspace, load, null, Cancel);

    static async Task<decimal?> SpendAsync(OpenWorkspace workspace)
    {
        await using var connection = await workspace.Warehouse.Source.OpenConnectionAsync(Cancel);
        return await connection.ExecuteScalarAsync<decimal?>("select sum(spend) from fact_core_metrics");
    }

    static async Task ProveAsync(OpenWorkspace workspace)
    {
        await Workshop.ProveAsync(workspace, "at the end");
        Assert.Empty(await new RebuildJob(workspace).CompareAsync(null, Cancel));
    }

    internal static byte[] Zip(params (string Name, string Text)[] entries)
    {
        using var content = new MemoryStream();
        using (var zip = new ZipArchive(content, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, text) in entries)
                using (var entry = zip.CreateEntry(name).Open())
                    entry.Write(Encoding.UTF8.GetBytes(text));
        return content.ToArray();
    }
}
