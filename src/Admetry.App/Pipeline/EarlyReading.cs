using System.Data.Common;
using Admetry.Connectors.Exports;
using Admetry.Storage.Landing;

namespace Admetry.App.Pipeline;

/// <summary>Reads and stages a large file while it is being landed, so that unpacking what was just packed is spared.</summary>
/// <remarks>
/// Landing stays the only source of truth: what was read early is believed only if its bytes have the hash of those that landed. If not,
/// because someone wrote to the file meanwhile or because it could not be read, the part is read from landing as any other.
/// </remarks>
public sealed class EarlyReading : IAsyncDisposable
{
    /// <summary>Below, it would cost more threads than time.</summary>
    const long LeastBytes = 4 << 20;

    readonly CancellationTokenSource stop;
    readonly Task<PreparedPart?> reading;
    volatile string? read;

    EarlyReading(PartLoader loader, string path, string name, ReadingHints hints, IProgress<long>? rows, CancellationToken cancel)
    {
        stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        reading = Task.Run(() => ReadAsync(loader, path, name, hints, rows), CancellationToken.None);
    }

    /// <summary>Starts to read the file at <paramref name="path"/>; null where it is too small to gain by it.</summary>
    /// <param name="path">Null: the content stands in no file that could be opened again.</param>
    /// <param name="bytes">How many the content has.</param>
    public static EarlyReading? Start(PartLoader loader, string? path, long bytes, string name, ReadingHints hints, IProgress<long>? rows, CancellationToken cancel) =>
        path is not null && bytes >= LeastBytes ? new(loader, path, name, hints, rows, cancel) : null;

    /// <summary>What was read, once all of it is: this one disposes of it. Null: read the part from landing instead.</summary>
    public async Task<PreparedPart?> TakeAsync(Manifest manifest) => await reading is { } prepared && read == manifest.Sha256 ? prepared : null;

    async Task<PreparedPart?> ReadAsync(PartLoader loader, string path, string name, ReadingHints hints, IProgress<long>? rows)
    {
        try
        {
            // Only the rows go into the warehouse, so only the reading of them is proved; how to read them was found in the same file, unless
            // somebody wrote to it in between.
            var before = Stamp(path);
            var isRecognised = false;
            var parts = Archive.Parts(name, () => isRecognised ? new HashedStream(OpenFile(path), hash => read = hash) : OpenFile(path));
            if (parts is not [var only])
                return null;

            var reading = ExportReader.Read(only.ToFile(), hints, stop.Token);
            isRecognised = true;
            var prepared = await loader.PrepareAsync(reading, rows, stop.Token);
            if (Stamp(path) == before)
                return prepared;

            await prepared.DisposeAsync();
            return null;
        }
        catch (Exception error) when (error is not (OperationCanceledException or DbException))
        {
            return null; // the same file is read again from landing, which then says what is wrong with it
        }
    }

    static (long Length, DateTime Written) Stamp(string path) => new FileInfo(path) is { Exists: true } file ? (file.Length, file.LastWriteTimeUtc) : default;

    static FileStream OpenFile(string path) => new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1 << 20);

    /// <summary>Ends the reading and drops what it staged. What it failed of was told to whoever took it, or is of no use any more.</summary>
    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await Task.WhenAny(reading);
        stop.Dispose();
        if (reading is { IsCompletedSuccessfully: true, Result: { } prepared })
            await prepared.DisposeAsync();
    }
}
