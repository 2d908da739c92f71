using System.Globalization;
using Admetry.App.Pipeline;
using Admetry.Connectors.Exports;
using Admetry.Storage.Warehouse.Synthetic;
using Admetry.Synthetic.Acme;
using Admetry.Tests.Faults;
using Admetry.Tests.Fixtures;
using Admetry.Tests.Warehouse;
using Dapper;
using Xunit;

namespace Admetry.Tests.Synthetic;

/// <summary>Twelve platforms tell the company's last days in their own ways, and once imported they say what its facts say.</summary>
[Trait("needs", "server")]
public sealed class PlatformExportsTests(PostgresServer postgres)
{
    static readonly AcmeParameters Small = new(7, 60_000, 1_000);

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, InlineData("duckdb"), InlineData("postgres")]
    public async Task Imported_files_sum_to_the_facts_of_their_campaigns_platform_by_platform(string engine)
    {
        await using var company = await TestStore.CreateAsync(engine, postgres, Cancel);
        await AcmeLoad.CommitAsync(company.Warehouse, Small, Staging.Request("acme", 1, Small.Rows, "generated") with { Family = AcmeLoad.Family }, null, null, Cancel);
        await using var shop = await Workshop.CreateAsync(engine, postgres);
        await using var lease = await shop.OpenAsync();
        var files = PlatformExports.Create(Small);

        foreach (var file in files)
        {
            var path = shop.Put(file.Name, file.Content);
            var loaded = Assert.IsType<PartLoaded>((await Workshop.ImportAsync(lease.Workspace, path)).Single());
            Assert.Equal((file.Rows, 0, 0), (loaded.Result.AcceptedRows, loaded.Result.QuarantinedRows, loaded.Result.DuplicateRows));
            await using var connection = await lease.Workspace.Warehouse.Source.OpenConnectionAsync(Cancel);
            var imported = await connection.QuerySingleAsync<(string Platform, decimal Spend, long Impressions, long Clicks, decimal? Conversions, decimal? Value)>(
                """
                select min(p.platform_code), cast(sum(f.spend) as numeric(18,6)), cast(sum(f.impressions) as bigint), cast(sum(f.clicks) as bigint),
                  cast(sum(f.conversions) as numeric(18,6)), cast(sum(coalesce(f.conversion_value, f.purchase_value)) as numeric(18,6))
                from fact_core_metrics f join dim_account a on a.account_id = f.account_id join dim_platform p on p.platform_id = a.platform_id where f.load_id = @LoadId
                """, new { loaded.Result.LoadId });
            var facts = (await company.RowsAsync(
                $"""
                select cast(sum(f.spend) as numeric(18,6)), cast(sum(f.impressions) as bigint), cast(sum(f.clicks) as bigint), cast(sum(f.conversions) as bigint),
                  cast(sum(f.conversion_value) as numeric(18,6))
                from fact_core_metrics f join dim_campaign c on c.campaign_id = f.campaign_id
                where f.date_id >= {PlatformExports.First:yyyyMMdd} and c.external_campaign_id in ({string.Join(", ", file.Campaigns.Select(number => $"'CMP-{number:000000}'"))})
                """)).Single().Split('|');

            Assert.Equal(file.Platform.Code, imported.Platform);
            Assert.Equal((file.Spend, file.Impressions, file.Clicks), (imported.Spend, imported.Impressions, imported.Clicks));
            Assert.InRange(imported.Spend - decimal.Parse(facts[0], CultureInfo.InvariantCulture), -.005m, .005m);
            Assert.Equal((facts[1], facts[2]), (Text(imported.Impressions), Text(imported.Clicks)));
            if (file.Conversions is { } conversions)
            {
                Assert.Equal((conversions, facts[3], file.Value), (imported.Conversions, Text(conversions), imported.Value));
                Assert.Equal(decimal.Parse(facts[4], CultureInfo.InvariantCulture), imported.Value);
            }
        }

        Assert.Equal(12, files.Select(file => file.Platform).Distinct().Count());
        Assert.True(files.Sum(file => file.Rows) > 500);
    }

    [Fact]
    public void The_same_parameters_give_the_same_bytes_and_every_running_campaign_is_told_once()
    {
        var (one, same, other) = (PlatformExports.Create(Small), PlatformExports.Create(Small), PlatformExports.Create(Small with { Seed = 8 }));

        Assert.All(one.Zip(same), pair => Assert.Equal(pair.First.Content, pair.Second.Content));
        Assert.Contains(one.Zip(other), pair => !pair.First.Content.SequenceEqual(pair.Second.Content));
        Assert.Equal(one.Sum(file => file.Campaigns.Count), one.SelectMany(file => file.Campaigns).Distinct().Count());
    }

    [Fact]
    public void Each_file_is_known_by_its_own_layout_alone()
    {
        foreach (var file in PlatformExports.Create(Small))
        {
            var read = ExportReader.Read(new("some.file", () => new MemoryStream(file.Content)), ReadingHints.None, Cancel);
            Assert.Equal(file.Platform, Assert.IsType<Understood>(read).Platform);
        }
    }

    static string Text(long value) => value.ToString(CultureInfo.InvariantCulture);
}
