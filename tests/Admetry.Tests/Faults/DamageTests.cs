using System.Globalization;
using Admetry.App.Pipeline;
using Admetry.App.Workspace;
using Admetry.Storage.Landing;
using Admetry.Storage.Warehouse;
using Admetry.Tests.Fixtures;
using Dapper;
using Xunit;

namespace Admetry.Tests.Faults;

/// <summary>Files cut short, flipped bits and a full disk: mended from landing with a notice, or said plainly. Never silently wrong.</summary>
public sealed class DamageTests(PostgresServer postgres)
{
    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, InlineData("truncate", 12), InlineData("flip", 12)]
    public async Task A_damaged_write_ahead_log_is_mended_from_landing(string how, int times)
    {
        await using var shop = await Workshop.CreateAsync("duckdb", postgres);
        var expected = await KilledAsync(shop);
        var random = new Random(11);
        var told = 0;
        for (var i = 0; i < times; i++)
        {
            await using var copy = await CopyAsync(shop);
            var log = $"{copy.Folder.WarehouseFile}.wal";
            if (how is "truncate")
                Cut(log, random.NextInt64(new FileInfo(log).Length));
            else
                Flip(log, random.NextInt64(new FileInfo(log).Length));

            await using var lease = await copy.OpenAsync();
            told += lease.Workspace.Notices.Count > 0 ? 1 : 0;
            await Workshop.ProveAsync(lease.Workspace, string.Create(CultureInfo.InvariantCulture, $"{how} {i}"));
            Assert.Equal(expected, await WarehouseChecksum.ReadAsync(lease.Workspace.Warehouse, Cancel));
        }

        Assert.True(told >= times / 2, $"Only {told} of {times} damages were noticed: the log was hardly hurt.");
    }

    [Fact]
    public async Task A_flipped_bit_in_the_database_is_mended_or_said_and_a_rebuild_restores_all()
    {
        await using var shop = await Workshop.CreateAsync("duckdb", postgres);
        var expected = await KilledAsync(shop);
        await using (await shop.OpenAsync())
        {
            // closing writes the log into the database
        }

        var random = new Random(12);
        var noticed = 0;
        for (var i = 0; i < 20; i++)
        {
            await using var copy = await CopyAsync(shop);
            Flip(copy.Folder.WarehouseFile, random.NextInt64(new FileInfo(copy.Folder.WarehouseFile).Length));
            await using var lease = await copy.OpenAsync();
            noticed += lease.Workspace.Notices.Count > 0 ? 1 : 0;
            if ((await Verification.RunAsync(lease.Workspace.Warehouse, [], Cancel)).Any(check => !check.Holds))
            {
                noticed++;
                await new RebuildJob(lease.Workspace).RunAsync(null, Cancel);
            }

            await Workshop.ProveAsync(lease.Workspace, string.Create(CultureInfo.InvariantCulture, $"flip {i}"));
            Assert.Equal(expected, await WarehouseChecksum.ReadAsync(lease.Workspace.Warehouse, Cancel));
        }

        Assert.True(noticed > 0, "No flip hit anything.");
    }

    [Fact]
    public async Task A_flipped_bit_in_a_landed_payload_stops_the_rebuild_and_leaves_the_warehouse()
    {
        await using var shop = await Workshop.CreateAsync("duckdb", postgres);
        await using var lease = await shop.OpenAsync();
        await Workshop.ImportAsync(lease.Workspace, shop.Put("a.csv", Workshop.Export(1, 1)));
        var before = await WarehouseChecksum.ReadAsync(lease.Workspace.Warehouse, Cancel);
        var payload = Directory.GetFiles(Path.Combine(shop.Folder.Landing, "payloads")).Single();
        var original = await File.ReadAllBytesAsync(payload, Cancel);
        var random = new Random(13);
        for (var i = 0; i < 20; i++)
        {
            await File.WriteAllBytesAsync(payload, original, Cancel);
            Flip(payload, 10 + random.NextInt64(original.Length - 10)); // the first ten bytes are gzip's header, some of which mean nothing

            var error = await Assert.ThrowsAsync<LandingException>(() => new RebuildJob(lease.Workspace).RunAsync(null, Cancel));

            Assert.Contains("'a.csv'", error.Message, StringComparison.Ordinal);
            Assert.Contains("backup", error.Remedy, StringComparison.Ordinal);
            Assert.Equal(before, await WarehouseChecksum.ReadAsync(lease.Workspace.Warehouse, Cancel));
        }
    }

    [Fact]
    public async Task A_full_disk_is_said_leaves_no_half_load_and_the_next_start_makes_up_for_it()
    {
        await using var shop = await Workshop.CreateAsync("duckdb", postgres);
        await using (var lease = await shop.OpenAsync())
            await Workshop.ImportAsync(lease.Workspace, shop.Put("first.csv", Workshop.Export(1, 1)));
        var large = shop.Put("large.csv", Workshop.Export(1, 2, rowsEach: 4000));
        var expected = await UndisturbedAsync([Workshop.Export(1, 1), Workshop.Export(1, 2, rowsEach: 4000)]);
        var failures = 0;
        foreach (var kibibytes in new[] { 300, 700, 1500, 3000, 6000 })
        {
            await using var copy = await CopyAsync(shop);
            // A file-size limit fails each write beyond it as a full disk would; .NET's own double mapping must not run into it.
            var run = await copy.RunAsync(
                $"trap '' XFSZ; export DOTNET_EnableWriteXorExecute=0; ulimit -f {kibibytes * 2};", "import", large);
            Assert.DoesNotContain("   at Admetry", run.Error, StringComparison.Ordinal);
            Assert.True(run.Code is 0 or 3, $"{kibibytes} KiB: code {run.Code}: {run.Error}");
            if (run.Code is 3)
            {
                failures++;
                Assert.NotEqual("", run.Error);
                Assert.DoesNotContain("✓", run.Output, StringComparison.Ordinal);
            }

            await using var lease = await copy.OpenAsync();
            await Workshop.ProveAsync(lease.Workspace, string.Create(CultureInfo.InvariantCulture, $"{kibibytes} KiB: {run.Error}"));
            Assert.IsType<PartLoaded>(Assert.Single(await Workshop.ImportAsync(lease.Workspace, large)));
            Assert.Equal(expected, await WarehouseChecksum.ReadAsync(lease.Workspace.Warehouse, Cancel));
            Assert.Empty(Directory.GetFiles(shop.Folder.Landing, "*.part", SearchOption.AllDirectories));
        }

        Assert.True(failures >= 2, $"Only {failures} limits were felt.");
    }

    [Fact]
    public async Task A_second_process_is_told_which_one_holds_the_warehouse()
    {
        await using var shop = await Workshop.CreateAsync("duckdb", postgres);
        await using var lease = await shop.OpenAsync();

        var run = await shop.RunAsync(null, "loads");

        Assert.Equal(3, run.Code);
        Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"(process {Environment.ProcessId})"), run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_warehouse_of_a_newer_program_is_left_alone()
    {
        await using var shop = await Workshop.CreateAsync("duckdb", postgres);
        await using (var lease = await shop.OpenAsync())
        await using (var connection = await lease.Workspace.Warehouse.Source.OpenConnectionAsync(Cancel))
            await connection.ExecuteAsync("insert into schema_migration values (9999, 'from the future', '')");
        var before = await File.ReadAllBytesAsync(shop.Folder.WarehouseFile, Cancel);

        var error = await Assert.ThrowsAsync<WarehouseException>(shop.OpenAsync);

        Assert.Contains("schema 9999", error.Message, StringComparison.Ordinal);
        Assert.Contains("Update Admetry", error.Remedy, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllBytesAsync(shop.Folder.WarehouseFile, Cancel));
    }

    [Theory, InlineData("duckdb"), InlineData("postgres"), Trait("needs", "server")]
    public async Task A_warehouse_of_another_schema_text_is_set_aside_and_built_anew_by_rebuild_alone(string engine)
    {
        await using var shop = await Workshop.CreateAsync(engine, postgres);
        IReadOnlyList<string> expected;
        await using (var lease = await shop.OpenAsync())
        {
            await Workshop.ImportAsync(lease.Workspace, shop.Put("a.csv", Workshop.Export(3, 1)));
            expected = await WarehouseChecksum.ReadAsync(lease.Workspace.Warehouse, Cancel);
            await using var connection = await lease.Workspace.Warehouse.Source.OpenConnectionAsync(Cancel);
            await connection.ExecuteAsync("update schema_migration set checksum = 'another' where number = 2");
        }

        var refused = await shop.RunAsync(null, "loads");
        var rebuilt = await shop.RunAsync(null, "rebuild");

        Assert.Equal(3, refused.Code);
        Assert.Contains("Run 'admetry rebuild'", refused.Error, StringComparison.Ordinal);
        Assert.True(rebuilt.Code is 0, rebuilt.Error);
        Assert.Contains("outdated and is set aside", rebuilt.Error, StringComparison.Ordinal);
        await using var again = await shop.OpenAsync();
        Assert.Equal(expected, await WarehouseChecksum.ReadAsync(again.Workspace.Warehouse, Cancel));
        await Workshop.ProveAsync(again.Workspace, "after the rebuild");
    }

    // Three loads of which the last ones stand in the write-ahead log alone, since their process was killed.
    /// <summary>Kills the program after its third load. One that was quick enough to close the database left no log, and is started again.</summary>
    async Task<IReadOnlyList<string>> KilledAsync(Workshop shop)
    {
        var texts = Enumerable.Range(0, 3).Select(number => Workshop.Export(5, number)).ToList();
        for (var attempt = 0; attempt < 20; attempt++)
        {
            using (var process = shop.Start(null, ["import", .. texts.Select((text, number) => shop.Put($"{number}.csv", text))]))
            {
                for (var line = 0; line < texts.Count; line++)
                    Assert.StartsWith("✓", await process.StandardOutput.ReadLineAsync(Cancel), StringComparison.Ordinal);
                process.Kill();
                await process.WaitForExitAsync(Cancel);
            }

            if (new FileInfo($"{shop.Folder.WarehouseFile}.wal") is { Exists: true, Length: > 0 })
                return await UndisturbedAsync(texts);
            Directory.Delete(shop.Folder.Data, recursive: true);
        }

        throw new InvalidOperationException("Twenty times the program was done before it could be killed.");
    }

    async Task<IReadOnlyList<string>> UndisturbedAsync(IEnumerable<string> texts)
    {
        await using var store = await TestStore.CreateAsync("duckdb", postgres, Cancel);
        foreach (var text in texts)
            Assert.IsType<PartLoaded>(await store.ImportAsync("a.csv", text));
        return await WarehouseChecksum.ReadAsync(store.Warehouse, Cancel);
    }

    async Task<Workshop> CopyAsync(Workshop shop)
    {
        var copy = await Workshop.CreateAsync("duckdb", postgres);
        foreach (var file in Directory.GetFiles(shop.Folder.Data, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(copy.Folder.Data, Path.GetRelativePath(shop.Folder.Data, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        return copy;
    }

    static void Cut(string file, long length)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.ReadWrite);
        stream.SetLength(length);
    }

    static void Flip(string file, long at)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.ReadWrite);
        stream.Position = at;
        var old = stream.ReadByte();
        stream.Position = at;
        stream.WriteByte((byte)(old ^ (1 << (int)(at % 8))));
    }
}
