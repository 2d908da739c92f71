using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;

namespace Admetry.Storage.Landing;

/// <summary>The payloads as received, never changed, with one manifest each: everything downstream can be rebuilt from here.</summary>
/// <remarks>
/// A payload becomes visible in one step: it is written as <c>*.part</c>, synced, renamed, and its folder synced; its manifest follows
/// the same way. What a crash leaves behind is a part file, which <see cref="Sweep"/> removes.
/// </remarks>
public sealed class LandingFolder(string folder, TimeProvider clock)
{
    const int BufferSize = 1 << 20;

    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    readonly Lock gate = new();

    string Payloads => Path.Combine(folder, "payloads");

    string Manifests => Path.Combine(folder, "manifests");

    /// <summary>Keeps the bytes of <paramref name="source"/>. Bytes already kept with the same hints give the manifest they have,
    /// unless some of it was forgotten since: then they have arrived anew, after all that came in between.</summary>
    /// <returns>The manifest, and whether it is new.</returns>
    /// <exception cref="IOException">The disk is full or the folder cannot be written; nothing is left but a part file.</exception>
    public async Task<(Manifest Manifest, bool IsNew)> ReceiveAsync(
        Stream source, string fileName, string sourceKind, IReadOnlyDictionary<string, string> options,
        IProgress<long>? progress, CancellationToken cancel)
    {
        Directory.CreateDirectory(Payloads);
        Directory.CreateDirectory(Manifests);
        var part = Path.Combine(Payloads, $"{Guid.NewGuid():N}.part");
        try
        {
            var (sha256, bytes) = await WriteAsync(source, part, progress, cancel);
            lock (gate)
                return Keep(part, new(0, sha256, Path.GetFileName(fileName), bytes, clock.GetUtcNow(), sourceKind, options));
        }
        catch (ArgumentOutOfRangeException error)
        {
            // What .NET makes of EFBIG: a file system or a limit of the system that takes no file so large.
            throw new IOException($"The disk takes no file as large as '{fileName}'.", error);
        }
        finally
        {
            File.Delete(part);
        }
    }

    /// <summary>All manifests in order of arrival.</summary>
    /// <exception cref="LandingException">A manifest cannot be read.</exception>
    public IReadOnlyList<Manifest> List() => !Directory.Exists(Manifests) ? [] :
        [.. Directory.EnumerateFiles(Manifests, "*.json").Select(Read).OrderBy(manifest => manifest.Order)];

    /// <summary>Whether something was received after <paramref name="order"/>; opens no manifest.</summary>
    public bool HasAfter(long order) => Directory.Exists(Manifests) && Directory.EnumerateFiles(Manifests, "*.json").Any(file =>
        long.TryParse(Path.GetFileNameWithoutExtension(file), System.Globalization.CultureInfo.InvariantCulture, out var found) && found > order);

    /// <summary>The readable files of a payload: one, or the entries of an archive in the order of their names.</summary>
    /// <exception cref="LandingException">The payload is missing, or an archive is broken, encrypted or hostile.</exception>
    public IReadOnlyList<LandedPart> Open(Manifest manifest) => Archive.Parts(manifest.FileName, () => Payload(manifest));

    /// <summary>Whether the kept payload still has the bytes of its manifest.</summary>
    public async Task<bool> IsIntactAsync(Manifest manifest, CancellationToken cancel)
    {
        if (!File.Exists(PathOf(manifest.Sha256)))
            return false;

        try
        {
            await using var payload = Payload(manifest);
            return Convert.ToHexStringLower(await SHA256.HashDataAsync(payload, cancel)) == manifest.Sha256;
        }
        catch (InvalidDataException)
        {
            return false; // the compressed stream itself is damaged: that is the answer
        }
    }

    /// <summary>Notes that a load was undone, so that no replay brings it back.</summary>
    public void Forget(long order, string part)
    {
        var file = Path.Combine(Manifests, $"{order:D8}.forgotten");
        var parts = Forgotten(order).Append(part).Distinct(StringComparer.Ordinal);
        Publish(JsonSerializer.SerializeToUtf8Bytes(parts, Json), file);
    }

    /// <summary>The parts of a payload whose loads were undone.</summary>
    public IReadOnlyList<string> Forgotten(long order)
    {
        var file = Path.Combine(Manifests, $"{order:D8}.forgotten");
        return File.Exists(file) ? JsonSerializer.Deserialize<string[]>(File.ReadAllBytes(file), Json)! : [];
    }

    /// <summary>Lets a payload arrive again, as the newest: its loading was put off until after others, and a replay must know.</summary>
    public Manifest Renew(Manifest manifest)
    {
        lock (gate)
            return Number(manifest, List());
    }

    /// <summary>Removes what a crash left half-written.</summary>
    public void Sweep()
    {
        foreach (var place in new[] { Payloads, Manifests }.Where(Directory.Exists))
            foreach (var part in Directory.EnumerateFiles(place, "*.part"))
                File.Delete(part);
    }

    static async Task<(string Sha256, long Bytes)> WriteAsync(Stream source, string part, IProgress<long>? progress, CancellationToken cancel)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var (present, next) = (new byte[BufferSize], new byte[BufferSize]);
        var bytes = 0L;
        await using var file = new FileStream(part, FileMode.CreateNew, FileAccess.Write, FileShare.None, BufferSize);
        await using (var gzip = new GZipStream(file, CompressionLevel.Fastest, leaveOpen: true))
        {
            for (var read = await source.ReadAsync(present, cancel); read > 0;)
            {
                // The next bytes are read and hashed while these are compressed, which takes longest.
                var (hashed, ahead) = (present.AsMemory(0, read), next);
                var further = Task.Run(async () =>
                {
                    hash.AppendData(hashed.Span);
                    return await source.ReadAsync(ahead, cancel);
                }, CancellationToken.None);
                try
                {
                    await gzip.WriteAsync(hashed, cancel);
                }
                finally
                {
                    await further; // the source is the caller's: nobody reads from it once this has failed
                }

                progress?.Report(bytes += read);
                read = await further;
                (present, next) = (next, present);
            }
        }

        file.Flush(flushToDisk: true);
        return (Convert.ToHexStringLower(hash.GetHashAndReset()), bytes);
    }

    (Manifest, bool) Keep(string part, Manifest manifest)
    {
        var known = List();
        if (known.LastOrDefault(other => other.Fingerprint == manifest.Fingerprint) is { } same && Forgotten(same.Order) is [])
            return (same, false);

        if (!File.Exists(PathOf(manifest.Sha256)))
        {
            File.Move(part, PathOf(manifest.Sha256));
            DirectorySync.Flush(Payloads);
        }

        return (Number(manifest, known), true);
    }

    Manifest Number(Manifest manifest, IReadOnlyList<Manifest> known)
    {
        manifest = manifest with { Order = known.Count == 0 ? 1 : known[^1].Order + 1 };
        Publish(JsonSerializer.SerializeToUtf8Bytes(manifest, Json), Path.Combine(Manifests, $"{manifest.Order:D8}.json"));
        return manifest;
    }

    void Publish(byte[] content, string path)
    {
        var part = $"{path}.part";
        using (var file = new FileStream(part, FileMode.Create, FileAccess.Write))
        {
            file.Write(content);
            file.Flush(flushToDisk: true);
        }

        File.Move(part, path, overwrite: true);
        DirectorySync.Flush(Manifests);
    }

    GZipStream Payload(Manifest manifest)
    {
        var path = PathOf(manifest.Sha256);
        return File.Exists(path)
            ? new GZipStream(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, BufferSize), CompressionMode.Decompress)
            : throw new LandingException($"The payload of '{manifest.FileName}' is gone from landing.", "Restore the landing folder from a backup, or import the file again.");
    }

    string PathOf(string sha256) => Path.Combine(Payloads, $"{sha256}.gz");

    static Manifest Read(string path)
    {
        try
        {
            return JsonSerializer.Deserialize<Manifest>(File.ReadAllBytes(path), Json)!;
        }
        catch (JsonException error)
        {
            throw new LandingException($"The manifest {path} cannot be read: {error.Message}", "Restore the landing folder from a backup.");
        }
    }
}
