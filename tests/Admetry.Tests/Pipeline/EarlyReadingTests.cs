using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Admetry.App;
using Admetry.App.Pipeline;
using Admetry.App.Workspace;
using Admetry.Connectors.Exports;
using Admetry.Storage.Landing;
using Admetry.Tests.Fixtures;
using Xunit;

namespace Admetry.Tests.Pipeline;

public sealed class EarlyReadingTests(PostgresServer postgres) : IDisposable
{
    const int Rows = 60_000;

    readonly string folder = Directory.CreateTempSubdirectory("admetry-early-").FullName;

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, InlineData("report.csv"), InlineData("report.csv.gz"), InlineData("report.zip")]
    public async Task What_was_read_early_is_believed_only_if_its_bytes_are_those_that_landed(string name)
    {
        await using var store = await TestStore.CreateAsync("duckdb", postgres, Cancel);
        var file = Put(name, Packed(name, Report()));
        await using var early = EarlyReading.Start(store.Loader, file, new FileInfo(file).Length, name, ReadingHints.None, null, Cancel)!;
        var landed = new Manifest(1, HashOf(file), name, 1, DateTimeOffset.UnixEpoch, "export", new Dictionary<string, string>());

        Assert.Null(await early.TakeAsync(landed with { Sha256 = new string('0', 64) }));
        Assert.Equal(Rows, (await early.TakeAsync(landed))!.Staged.Rows.Rows);
    }

    [Theory, InlineData("report.csv"), InlineData("report.csv.gz"), InlineData("report.zip")]
    public async Task A_large_file_gives_what_its_rows_say_however_it_is_packed(string name)
    {
        await using var lease = await Workspaces.OpenAsync(WorkspaceFolder.Init(Path.Combine(folder, "w")), Cancel);
        var (workspace, seen) = (lease.Workspace, new List<ImportProgress>());

        var outcomes = await new ImportJob(workspace).RunAsync(Put(name, Packed(name, Report())), ReadingHints.None, "export", new Told<ImportProgress>(value =>
        {
            lock (seen)
                seen.Add(value);
        }), Cancel);

        var loaded = Assert.IsType<PartLoaded>(Assert.Single(outcomes));
        Assert.Equal(Rows, loaded.Result.AcceptedRows);
        Assert.Equal(Rows * 1.25m, loaded.Result.SpendAfter);
        Assert.Contains(seen, progress => progress.Rows > 0);
        Assert.Equal("unchanged", await AgainAsync(workspace, name));
    }

    [Fact]
    public async Task A_file_that_someone_writes_to_meanwhile_is_loaded_as_it_landed()
    {
        await using var lease = await Workspaces.OpenAsync(WorkspaceFolder.Init(Path.Combine(folder, "w")), Cancel);
        var file = Put("report.csv", Report());
        var first = true;

        // The first word of progress comes from the early reading, or from landing: either way, the rest of the file changes now.
        var outcomes = await new ImportJob(lease.Workspace).RunAsync(file, ReadingHints.None, "export", new Told<ImportProgress>(_ =>
        {
            if (first)
                File.AppendAllText(file, Line(9_999, "2024-06-01"));
            first = false;
        }), Cancel);

        var loaded = Assert.IsType<PartLoaded>(Assert.Single(outcomes));
        await using var landed = lease.Workspace.Landing.Open(loaded.Manifest).Single().Open();
        using var text = new StreamReader(landed);
        var lines = (await text.ReadToEndAsync(Cancel)).Count(sign => sign is '\n') - 3;
        Assert.Equal(lines * 1.25m, loaded.Result.SpendAfter);
    }

    [Fact]
    public async Task A_file_that_changed_while_it_was_read_is_not_believed()
    {
        await using var store = await TestStore.CreateAsync("duckdb", postgres, Cancel);
        var file = Put("report.csv", Report());
        var isFirst = true;
        await using var early = EarlyReading.Start(store.Loader, file, new FileInfo(file).Length, "report.csv", ReadingHints.None, new Told<long>(_ =>
        {
            if (isFirst)
                File.SetLastWriteTimeUtc(file, new(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc));
            isFirst = false;
        }), Cancel)!;

        Assert.Null(await early.TakeAsync(new(1, HashOf(file), "report.csv", 1, DateTimeOffset.UnixEpoch, "export", new Dictionary<string, string>())));
        Assert.False(isFirst);
    }

    [Fact]
    public async Task Who_gives_up_while_a_file_is_read_leaves_nothing_that_keeps_the_next_from_loading()
    {
        await using var lease = await Workspaces.OpenAsync(WorkspaceFolder.Init(Path.Combine(folder, "w")), Cancel);
        var file = Put("report.csv", Report());
        using var stop = new CancellationTokenSource();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => new ImportJob(lease.Workspace).RunAsync(
            file, ReadingHints.None, "export", new Told<ImportProgress>(_ => stop.Cancel()), stop.Token));

        Assert.Empty(Directory.EnumerateFiles(Path.Combine(lease.Workspace.Folder.Root, ".admetry", "landing"), "*.part", SearchOption.AllDirectories));
        Assert.Equal("loaded", await AgainAsync(lease.Workspace, "report.csv"));
    }

    [Fact]
    public async Task A_large_file_that_is_no_report_is_refused_once_and_kept()
    {
        await using var lease = await Workspaces.OpenAsync(WorkspaceFolder.Init(Path.Combine(folder, "w")), Cancel);
        var noise = string.Concat(Enumerable.Repeat("this,is,nothing\n", 400_000));

        var outcomes = await new ImportJob(lease.Workspace).RunAsync(Put("nothing.csv", Encoding.UTF8.GetBytes(noise)), ReadingHints.None, "export", null, Cancel);

        Assert.NotEqual("", Assert.IsType<PartRefused>(Assert.Single(outcomes)).Remedy);
        Assert.Single(lease.Workspace.Landing.List());
    }

    [Fact]
    public async Task An_archive_broken_in_its_middle_is_refused_and_loads_nothing()
    {
        await using var lease = await Workspaces.OpenAsync(WorkspaceFolder.Init(Path.Combine(folder, "w")), Cancel);
        var packed = Packed("report.csv.gz", Encoding.UTF8.GetBytes(Noise(6_000_000)));
        Array.Fill(packed, (byte)0x55, packed.Length / 2, 1_000);

        var outcomes = await new ImportJob(lease.Workspace).RunAsync(Put("report.csv.gz", packed), ReadingHints.None, "export", null, Cancel);

        Assert.IsType<PartRefused>(Assert.Single(outcomes));
    }

    static byte[] Report()
    {
        var text = new StringBuilder("Ad report\n\"January 1, 2024 - December 31, 2024\"\nDay,Campaign,Campaign ID,Ad group,Ad group ID,Ad ID,Currency code,Impr.,Clicks,Cost\n");
        for (var i = 0; i < Rows; i++)
            text.Append(Line(i / 300, new DateOnly(2024, 1, 1).AddDays(i % 300).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    static string Line(int ad, string day) => string.Create(CultureInfo.InvariantCulture,
        $"{day},Campaign {ad / 20} of the brand in search,10{ad / 20:D6},Ad group {ad / 4},20{ad / 4:D6},30{ad:D6},EUR,100,5,1.25\n");

    // A Google report whose cells do not repeat, so that packed it is still large.
    static string Noise(int bytes)
    {
        var random = new Random(7);
        var text = new StringBuilder("Day,Campaign,Campaign ID,Currency code,Impr.,Clicks,Cost\n");
        while (text.Length < bytes)
            text.Append(CultureInfo.InvariantCulture, $"2024-01-01,{Guid.NewGuid():N}{random.NextInt64()},{random.NextInt64()},EUR,100,5,1.25\n");
        return text.ToString();
    }

    static byte[] Packed(string name, byte[] content)
    {
        var to = new MemoryStream();
        if (name.EndsWith(".gz", StringComparison.Ordinal))
        {
            using var gzip = new GZipStream(to, CompressionLevel.NoCompression, leaveOpen: true);
            gzip.Write(content);
        }
        else if (name.EndsWith(".zip", StringComparison.Ordinal))
        {
            using var zip = new ZipArchive(to, ZipArchiveMode.Create, leaveOpen: true);
            using var entry = zip.CreateEntry("report.csv", CompressionLevel.NoCompression).Open();
            entry.Write(content);
        }
        else
        {
            return content;
        }

        return to.ToArray();
    }

    string Put(string name, byte[] content)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllBytes(path, content);
        return path;
    }

    async Task<string> AgainAsync(OpenWorkspace workspace, string name)
    {
        var outcomes = await new ImportJob(workspace).RunAsync(Path.Combine(folder, name), ReadingHints.None, "export", null, Cancel);
        return Assert.IsType<PartLoaded>(Assert.Single(outcomes)).Result.IsUnchanged ? "unchanged" : "loaded";
    }

    static string HashOf(string file) => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file)));

    public void Dispose() => Directory.Delete(folder, recursive: true);

    sealed class Told<T>(Action<T> action) : IProgress<T>
    {
        public void Report(T value) => action(value);
    }
}
