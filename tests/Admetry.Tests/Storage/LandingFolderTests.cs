using System.Text;
using Admetry.Storage.Landing;
using Admetry.Tests.Fixtures;
using Xunit;

namespace Admetry.Tests.Storage;

public sealed class LandingFolderTests : IDisposable
{
    static readonly Dictionary<string, string> NoOptions = [];

    readonly string folder = Directory.CreateTempSubdirectory("admetry-landing-").FullName;

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    LandingFolder Landing => new(folder, new TestClock(new(2024, 3, 1, 12, 0, 0, TimeSpan.Zero)));

    [Fact]
    public async Task The_same_bytes_are_kept_once_whatever_their_name()
    {
        var first = await ReceiveAsync("a.csv", "x");
        var again = await ReceiveAsync("b.csv", "x");

        Assert.Equal((true, false), (first.IsNew, again.IsNew));
        Assert.Equal(first.Manifest.Order, again.Manifest.Order);
        Assert.Single(Directory.GetFiles(Path.Combine(folder, "payloads")));
    }

    [Fact]
    public async Task The_same_bytes_with_another_hint_are_another_arrival_of_one_payload()
    {
        await ReceiveAsync("a.csv", "x");
        var other = await Landing.ReceiveAsync(Content("x"), "a.csv", "export", new Dictionary<string, string> { ["currency"] = "EUR" }, null, Cancel);

        Assert.Equal((true, 2L), (other.IsNew, other.Manifest.Order));
        Assert.Single(Directory.GetFiles(Path.Combine(folder, "payloads")));
    }

    [Fact]
    public async Task What_was_forgotten_arrives_anew()
    {
        await ReceiveAsync("a.csv", "x");
        Landing.Forget(1, "a.csv");

        var again = await ReceiveAsync("a.csv", "x");
        var third = await ReceiveAsync("a.csv", "x");

        Assert.Equal((true, 2L), (again.IsNew, again.Manifest.Order));
        Assert.Equal((false, 2L), (third.IsNew, third.Manifest.Order));
        Assert.Equal(["a.csv"], Landing.Forgotten(1));
        Assert.Empty(Landing.Forgotten(2));
    }

    [Fact]
    public async Task A_payload_is_read_back_byte_for_byte_and_damage_is_noticed()
    {
        var (manifest, _) = await ReceiveAsync("a.csv", "one,two\n");
        using (var reader = new StreamReader(Landing.Open(manifest).Single().Open()))
            Assert.Equal("one,two\n", await reader.ReadToEndAsync(Cancel));
        Assert.True(await Landing.IsIntactAsync(manifest, Cancel));
        Assert.Equal(new DateTimeOffset(2024, 3, 1, 12, 0, 0, TimeSpan.Zero), manifest.ReceivedAt);

        var payload = Directory.GetFiles(Path.Combine(folder, "payloads")).Single();
        await File.WriteAllBytesAsync(payload, [1, 2, 3], Cancel);
        Assert.False(await Landing.IsIntactAsync(manifest, Cancel));
        File.Delete(payload);
        Assert.False(await Landing.IsIntactAsync(manifest, Cancel));
        Assert.Contains("gone from landing", Assert.Throws<LandingException>(() => Landing.Open(manifest).Single().Open()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_receipt_that_fails_leaves_nothing()
    {
        await Assert.ThrowsAsync<EndOfStreamException>(() => Landing.ReceiveAsync(new Failing(), "a.csv", "export", NoOptions, null, Cancel));

        Assert.Empty(Landing.List());
        Assert.Empty(Directory.GetFiles(Path.Combine(folder, "payloads")));
    }

    [Fact]
    public async Task What_a_crash_left_half_written_is_swept_and_a_broken_manifest_is_named()
    {
        await ReceiveAsync("a.csv", "x");
        await File.WriteAllTextAsync(Path.Combine(folder, "payloads", "0.part"), "half", Cancel);
        await File.WriteAllTextAsync(Path.Combine(folder, "manifests", "00000002.json.part"), "{", Cancel);

        Landing.Sweep();

        Assert.Empty(Directory.GetFiles(folder, "*.part", SearchOption.AllDirectories));
        Assert.Single(Landing.List());
        await File.WriteAllTextAsync(Path.Combine(folder, "manifests", "00000002.json"), "{", Cancel);
        Assert.Contains("00000002.json", Assert.Throws<LandingException>(Landing.List).Message, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    static MemoryStream Content(string text) => new(Encoding.UTF8.GetBytes(text));

    Task<(Manifest Manifest, bool IsNew)> ReceiveAsync(string name, string text) => Landing.ReceiveAsync(Content(text), name, "export", NoOptions, null, Cancel);

    // A download that breaks off after its first kilobyte.
    sealed class Failing : MemoryStream
    {
        int reads;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            reads++ == 0 ? ValueTask.FromResult(1024) : throw new EndOfStreamException("The connection was closed.");
    }
}
