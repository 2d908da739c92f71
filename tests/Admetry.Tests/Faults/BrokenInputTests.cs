using System.IO.Compression;
using System.Text;
using Admetry.App.Pipeline;
using Admetry.App.Workspace;
using Admetry.Connectors.Exports;
using Admetry.Tests.Fixtures;
using Dapper;
using Xunit;

namespace Admetry.Tests.Faults;

/// <summary>Broken and hostile files through the whole way in: a clear message, nothing half-loaded, nothing written elsewhere.</summary>
public sealed class BrokenInputTests(PostgresServer postgres)
{
    static readonly byte[] Good = Encoding.UTF8.GetBytes(Workshop.Export(3, 3));

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string, string, string> Broken => new()
    {
        { "empty.csv", "", "0 bytes" },
        { "page.csv", "<!DOCTYPE html><html><body>Please log in</body></html>", "HTML" },
        { "deep.json", new string('[', 100_000), "" },
        { "deep-objects.json", string.Concat(Enumerable.Repeat("{\"a\":", 100_000)), "" },
        { "cut.json", "[{\"campaign_id\":\"1\",\"date_start\":\"2024-01-0", "" },
        { "two-kinds.csv", "campaign_id,client_id,date,clicks,impressions,cost_usd,device_type,geo\nG1,C1,2024-01-01,1,10,\"unclosed,mobile,US\n", "" },
        { "unknown.csv", "a,b\n1,2\n", "mapping" },
    };

    [Theory, MemberData(nameof(Broken))]
    public async Task A_file_that_is_no_export_is_refused_with_reason_and_remedy(string name, string text, string said)
    {
        await using var shop = await Workshop.CreateAsync("duckdb", postgres);
        await using var lease = await shop.OpenAsync();

        await RefusedAsync(lease.Workspace, shop, name, Encoding.UTF8.GetBytes(text), said);
    }

    [Fact]
    public async Task A_half_written_gzip_and_a_truncated_zip_are_refused_whole()
    {
        await using var shop = await Workshop.CreateAsync("duckdb", postgres);
        await using var lease = await shop.OpenAsync();
        var (gzip, zip) = (Gzip(Good), Zip(("a.csv", Good)));
        foreach (var part in new[] { 0.2, 0.5, 0.9, 0.99 })
        {
            await RefusedAsync(lease.Workspace, shop, "half.csv.gz", gzip[..(int)(gzip.Length * part)], "");
            await RefusedAsync(lease.Workspace, shop, "half.zip", zip[..(int)(zip.Length * part)], "not a whole zip archive");
        }
    }

    [Fact]
    public async Task A_zip_bomb_is_refused_before_it_is_unpacked()
    {
        await using var shop = await Workshop.CreateAsync("duckdb", postgres);
        await using var lease = await shop.OpenAsync();
        using var content = new MemoryStream();
        using (var zip = new ZipArchive(content, ZipArchiveMode.Create, leaveOpen: true))
        await using (var entry = zip.CreateEntry("bomb.csv").Open())
            for (var i = 0; i < 200; i++)
                entry.Write(new byte[1 << 20]);

        await RefusedAsync(lease.Workspace, shop, "bomb.zip", content.ToArray(), "zip bomb");
    }

    [Fact]
    public async Task An_archive_in_an_archive_is_refused_and_its_neighbour_loads()
    {
        await using var shop = await Workshop.CreateAsync("duckdb", postgres);
        await using var lease = await shop.OpenAsync();

        var outcomes = await Workshop.ImportAsync(lease.Workspace, shop.Put("outer.zip", Zip(("inner.zip", Zip(("a.csv", Good))), ("z.csv", Good))));

        Assert.Contains("zip", Assert.IsType<PartRefused>(outcomes[0]).Reason, StringComparison.Ordinal);
        Assert.IsType<PartLoaded>(outcomes[1]);
        await Workshop.ProveAsync(lease.Workspace, "nested");
    }

    [Fact]
    public async Task Hostile_names_in_an_archive_write_nothing_outside_and_are_names_only()
    {
        await using var shop = await Workshop.CreateAsync("duckdb", postgres);
        await using var lease = await shop.OpenAsync();
        string[] names =
        [
            "../../escape.csv", "/tmp/admetry-absolute.csv", "..\\..\\windows.csv", "C:\\x.csv", "a\u0007\u001b[31mred.csv", $"{new string('n', 300)}.csv",
            "\u202Ecsv.exe.csv", "'; drop table load_log; --.csv", "emoji-😀.csv", " .csv",
        ];
        var before = Outside(shop);
        var day = 0;
        var outcomes = await Workshop.ImportAsync(lease.Workspace, shop.Put("names.zip", Zip([.. names.Select(name => (name, Encoding.UTF8.GetBytes(Workshop.Export(4, 10 * day++))))])));

        Assert.Equal(names.Order(StringComparer.Ordinal), outcomes.Select(outcome => outcome.Part));
        Assert.All(outcomes, outcome => Assert.IsType<PartLoaded>(outcome));
        Assert.Equal(before, Outside(shop));
        Assert.False(File.Exists("/tmp/admetry-absolute.csv"));
        Assert.Empty(await new RebuildJob(lease.Workspace).CompareAsync(null, Cancel));
    }

    [Theory, InlineData("utf-16"), InlineData("utf-16BE"), InlineData("iso-8859-1"), InlineData("utf-8")]
    public async Task The_encodings_of_spreadsheets_load_alike(string encoding)
    {
        await using var shop = await Workshop.CreateAsync("duckdb", postgres);
        await using var lease = await shop.OpenAsync();
        var content = Encoding.GetEncoding(encoding);
        var text = AdFiles.Write([new(1, "1", "Brötchen für Köln", "7", "", 12.5m)]);

        Assert.IsType<PartLoaded>(Assert.Single(await Workshop.ImportAsync(lease.Workspace, shop.Put("a.csv", [.. content.GetPreamble(), .. content.GetBytes(text)]))));

        await using var connection = await lease.Workspace.Warehouse.Source.OpenConnectionAsync(Cancel);
        Assert.Equal("Brötchen für Köln", await connection.ExecuteScalarAsync<string>("select campaign_name from dim_campaign where campaign_id <> 0"));
    }

    [Fact]
    public async Task Two_hundred_mutations_of_good_files_break_nothing()
    {
        await using var shop = await Workshop.CreateAsync("duckdb", postgres);
        await using var lease = await shop.OpenAsync();
        var random = new Random(99);
        var loaded = 0;
        for (var i = 0; i < 200; i++)
        {
            var outcomes = await Workshop.ImportAsync(lease.Workspace, shop.Put("mutant.csv", Mutate(i % 4 == 0 ? Gzip(Good) : Good, random)));
            loaded += outcomes.Count(outcome => outcome is PartLoaded);
            Assert.All(outcomes.OfType<PartRefused>(), refused => Assert.NotEqual("", refused.Remedy));
            if (i % 20 == 19)
                await Workshop.ProveAsync(lease.Workspace, $"mutation {i}");
        }

        Assert.InRange(loaded, 20, 199);
        Assert.Empty(await new RebuildJob(lease.Workspace).CompareAsync(null, Cancel));
    }

    static byte[] Mutate(byte[] good, Random random)
    {
        var bytes = good.ToList();
        for (var n = random.Next(1, 6); n > 0; n--)
        {
            var at = random.Next(bytes.Count);
            switch (random.Next(5))
            {
                case 0: bytes[at] = (byte)random.Next(256); break;
                case 1: bytes.RemoveRange(at, Math.Min(random.Next(1, 40), bytes.Count - at)); break;
                case 2: bytes.InsertRange(at, bytes.GetRange(at, Math.Min(random.Next(1, 80), bytes.Count - at))); break;
                case 3: bytes.Insert(at, (byte)",\"\n\r\t;"[random.Next(6)]); break;
                default: bytes.RemoveRange(bytes.Count - random.Next(1, bytes.Count / 3), random.Next(1, 2)); break;
            }
        }

        return [.. bytes];
    }

    static async Task RefusedAsync(OpenWorkspace workspace, Workshop shop, string name, byte[] content, string said)
    {
        var refused = Assert.IsType<PartRefused>(Assert.Single(await Workshop.ImportAsync(workspace, shop.Put(name, content))));
        Assert.NotEqual("", refused.Reason);
        Assert.NotEqual("", refused.Remedy);
        Assert.Contains(said, $"{refused.Reason} {refused.Remedy}", StringComparison.OrdinalIgnoreCase);
        await EmptyAsync(workspace);
    }

    static async Task EmptyAsync(OpenWorkspace workspace)
    {
        await using var connection = await workspace.Warehouse.Source.OpenConnectionAsync(Cancel);
        Assert.Equal((0L, 0L), await connection.QuerySingleAsync<(long, long)>("select (select count(*) from fact_core_metrics), (select count(*) from load_log)"));
    }

    static List<string> Outside(Workshop shop) =>
        [.. Directory.GetFileSystemEntries(Path.GetDirectoryName(shop.Folder.Root)!, "*.csv").Concat(Directory.GetFileSystemEntries(shop.Folder.Root)).Order(StringComparer.Ordinal)];

    static byte[] Gzip(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            gzip.Write(content);
        return packed.ToArray();
    }

    static byte[] Zip(params (string Name, byte[] Content)[] entries)
    {
        using var packed = new MemoryStream();
        using (var zip = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, content) in entries)
                using (var entry = zip.CreateEntry(name).Open())
                    entry.Write(content);
        return packed.ToArray();
    }
}
