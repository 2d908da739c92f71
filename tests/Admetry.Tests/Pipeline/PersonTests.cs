using System.IO.Compression;
using System.Text;
using Admetry.App.Pipeline;
using Admetry.Storage.Warehouse;
using Admetry.Tests.Faults;
using Admetry.Tests.Fixtures;
using Xunit;

namespace Admetry.Tests.Pipeline;

/// <summary>Who a customer is never comes to rest: not in landing, not in the warehouse, not in quarantine, not in what is printed.</summary>
public sealed class PersonTests(PostgresServer postgres)
{
    const string Canary = "canary";

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_store_holds_a_name_or_an_address_whatever_way_the_file_was_packed()
    {
        await using var shop = await Workshop.CreateAsync("duckdb", postgres);
        await using (var lease = await shop.OpenAsync())
        {
            foreach (var file in new[]
            {
                shop.Put("plain.csv", Export(1)), shop.Put("packed.csv.gz", Gzip(Export(2))), shop.Put("archive.zip", Zip(("a.csv", Export(3)), ("b.csv", Workshop.Export(1, 1)))),
                shop.Put("list.json", $$"""[{"email":"{{Canary}}1@example.com","first_name":"{{Canary}}","x":1}]"""), shop.Put("wrong.csv", Export(4).Replace("2.00", "xyz", StringComparison.Ordinal)),
            })
                await Workshop.ImportAsync(lease.Workspace, file);
            var quarantined = await lease.Workspace.Warehouse.Source.OpenConnectionAsync(Cancel);
            await using (quarantined)
            {
                await using var command = quarantined.CreateCommand();
                command.CommandText = "select count(*) from quarantine where raw like '%person:%'";
                Assert.Equal(1L, await command.ExecuteScalarAsync(Cancel));
            }

            await Workshop.ProveAsync(lease.Workspace, "after the import");
            Assert.Empty(await new RebuildJob(lease.Workspace).CompareAsync(null, Cancel));
        }

        Assert.DoesNotContain(Directory.EnumerateFiles(shop.Folder.Data, "*", SearchOption.AllDirectories), Holds);
        Assert.True(OperatingSystem.IsWindows() || File.GetUnixFileMode(Path.Combine(shop.Folder.Data, "person.key")) is (UnixFileMode.UserRead | UnixFileMode.UserWrite));
    }

    [Fact]
    public async Task The_same_file_again_is_the_same_load_and_a_packed_one_is_found_equal()
    {
        await using var shop = await Workshop.CreateAsync("duckdb", postgres);
        await using var lease = await shop.OpenAsync();
        var first = (PartLoaded)(await Workshop.ImportAsync(lease.Workspace, shop.Put("a.csv", Export(1)))).Single();
        Assert.Contains(first.Warnings, warning => warning.Equals("Kept as tokens, since they say who a person is: Email, Customer name.", StringComparison.Ordinal));

        foreach (var again in new[] { shop.Put("b.csv", Export(1)), shop.Put("a.csv.gz", Gzip(Export(1))), shop.Put("a.zip", Zip(("a.csv", Export(1)))) })
            Assert.True(((PartLoaded)(await Workshop.ImportAsync(lease.Workspace, again)).Single()).Result.IsUnchanged, again);
        Assert.Equal(2, lease.Workspace.Landing.List().Count);
    }

    static string Export(int number) =>
        "campaign_id,client_id,date,clicks,impressions,cost_usd,device_type,geo,Email,Customer name\n"
        + $"G{number},C1,2024-01-01,1,10,2.00,mobile,US,{Canary}{number}@example.com,{Canary} Lee\n";

    static bool Holds(string file)
    {
        var bytes = File.ReadAllBytes(file);
        if (bytes.AsSpan().StartsWith((ReadOnlySpan<byte>)[0x1f, 0x8b]))
            bytes = Unpack(bytes);
        return bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(Canary)) >= 0 || Entries(bytes).Any(entry => entry.AsSpan().IndexOf(Encoding.UTF8.GetBytes(Canary)) >= 0);
    }

    static IEnumerable<byte[]> Entries(byte[] bytes)
    {
        if (!bytes.AsSpan().StartsWith("PK"u8))
            yield break;
        using var zip = new ZipArchive(new MemoryStream(bytes));
        foreach (var entry in zip.Entries)
        {
            using var to = new MemoryStream();
            using var from = entry.Open();
            from.CopyTo(to);
            yield return to.ToArray();
        }
    }

    static byte[] Unpack(byte[] bytes)
    {
        using var to = new MemoryStream();
        using var from = new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress);
        from.CopyTo(to);
        return to.ToArray();
    }

    static byte[] Gzip(string text)
    {
        using var to = new MemoryStream();
        using (var gzip = new GZipStream(to, CompressionLevel.Fastest))
            gzip.Write(Encoding.UTF8.GetBytes(text));
        return to.ToArray();
    }

    static byte[] Zip(params (string Name, string Text)[] entries)
    {
        using var to = new MemoryStream();
        using (var zip = new ZipArchive(to, ZipArchiveMode.Create))
            foreach (var (name, text) in entries)
            {
                using var stream = zip.CreateEntry(name).Open();
                stream.Write(Encoding.UTF8.GetBytes(text));
            }

        return to.ToArray();
    }
}
