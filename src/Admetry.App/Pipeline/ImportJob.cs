using System.IO.Enumeration;
using Admetry.App.Workspace;
using Admetry.Connectors.Exports;
using Admetry.Connectors.Exports.Persons;
using Admetry.Storage.Landing;

namespace Admetry.App.Pipeline;

/// <summary>A file on its way in, for people who wait.</summary>
/// <param name="Bytes">Received so far.</param>
/// <param name="Rows">Read so far; 0 while it is received.</param>
public readonly record struct ImportProgress(string File, long Bytes, long Rows);

/// <summary>Receives files and folders into landing, then loads each part of each.</summary>
public sealed class ImportJob(OpenWorkspace workspace)
{
    readonly PartLoader loader = new(workspace.Warehouse, workspace.Control, workspace.Clock, workspace.Settings.FactConflict);

    /// <summary>Every file of the paths, folders walked through, in the order of their names; hidden files and part files left out.</summary>
    /// <exception cref="FileNotFoundException">A path is neither file nor folder.</exception>
    public static IReadOnlyList<string> FilesOf(IEnumerable<string> paths) =>
    [
        .. from path in paths
           from file in File.Exists(path) ? [path]
               : Directory.Exists(path) ? Walk(path)
               : throw new FileNotFoundException($"There is no file or folder '{path}'.", path)
           select Path.GetFullPath(file),
    ];

    /// <summary>Imports one file. What it says wins over <paramref name="said"/>, and that over the settings' rules.</summary>
    /// <returns>One outcome for each part: one for a plain file, one for each entry of an archive.</returns>
    /// <exception cref="IOException">The file cannot be read, or the disk is full; nothing is half-done.</exception>
    public async Task<IReadOnlyList<PartOutcome>> RunAsync(
        string file, ReadingHints said, string sourceKind, IProgress<ImportProgress>? progress, CancellationToken cancel)
    {
        var hints = Hints.For(workspace.Folder, workspace.Settings, file, said);
        GuardedFile opened;
        try
        {
            opened = PersonGuard.Open(workspace.Folder, file, cancel);
        }
        catch (PersonsNotHiddenException error)
        {
            var name = Path.GetFileName(file);
            var unkept = new Manifest(0, "", name, 0, workspace.Clock.GetUtcNow(), sourceKind, ImportOptions.ToOptions(hints));
            return [new PartRefused(unkept, name, error.Message, error.Remedy, null)];
        }

        using var guarded = opened;
        await workspace.Control.Turn.WaitAsync(cancel);
        try
        {
            var (length, read) = (guarded.Content.Length, 0L);
            await using var early = EarlyReading.Start(
                loader, guarded.Path, length, guarded.Name, hints, Report(progress, rows => new(guarded.Name, length, read = rows)), cancel);
            var (manifest, _) = await workspace.Landing.ReceiveAsync(
                guarded.Content, guarded.Name, sourceKind, ImportOptions.ToOptions(hints),
                Report(progress, bytes => new(guarded.Name, bytes, Volatile.Read(ref read))), cancel);
            var outcomes = await LoadAsync(manifest, hints, early, progress, cancel);
            return guarded.Hidden is [] ? outcomes : [.. outcomes.Select(outcome => Noted(outcome, guarded.Hidden))];
        }
        finally
        {
            workspace.Control.Turn.Release();
        }
    }

    /// <summary>Loads every part of a landed payload that was not forgotten.</summary>
    public Task<IReadOnlyList<PartOutcome>> LoadAsync(
        Manifest manifest, ReadingHints hints, IProgress<ImportProgress>? progress, CancellationToken cancel) => LoadAsync(manifest, hints, null, progress, cancel);

    async Task<IReadOnlyList<PartOutcome>> LoadAsync(
        Manifest manifest, ReadingHints hints, EarlyReading? early, IProgress<ImportProgress>? progress, CancellationToken cancel)
    {
        var outcomes = new List<PartOutcome>();
        var forgotten = workspace.Landing.Forgotten(manifest.Order);
        workspace.Control.Begin(manifest.Order);
        try
        {
            var prepared = early is null ? null : await early.TakeAsync(manifest);
            foreach (var part in workspace.Landing.Open(manifest).Where(part => !forgotten.Contains(part.Name)))
                outcomes.Add(await loader.LoadAsync(manifest, part, hints, Report(progress, rows => new(part.Name, manifest.Bytes, rows)), cancel, prepared));
        }
        catch (LandingException error)
        {
            workspace.Control.Record(manifest.Order, "", manifest.FileName, "refused", null, $"{error.Message} {error.Remedy}", workspace.Clock.GetUtcNow());
            outcomes.Add(new PartRefused(manifest, manifest.FileName, error.Message, error.Remedy, null));
        }

        workspace.Control.End(manifest.Order);
        return outcomes;
    }

    static PartOutcome Noted(PartOutcome outcome, IReadOnlyList<string> hidden) => outcome is PartLoaded { Result.IsUnchanged: false } loaded
        ? loaded with { Warnings = [.. loaded.Warnings, $"Kept as tokens, since they say who a person is: {string.Join(", ", hidden.Take(8))}."] }
        : outcome;

    static IProgress<long>? Report(IProgress<ImportProgress>? progress, Func<long, ImportProgress> at) =>
        progress is null ? null : new Relay(value => progress.Report(at(value)));

    static IEnumerable<string> Walk(string folder) => new FileSystemEnumerable<string>(
        folder, (ref entry) => entry.ToFullPath(), new() { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.Hidden | FileAttributes.System })
    {
        ShouldIncludePredicate = (ref entry) => !entry.IsDirectory && !entry.FileName.StartsWith('.') && !entry.FileName.EndsWith(".part", StringComparison.OrdinalIgnoreCase),
        ShouldRecursePredicate = (ref entry) => !entry.FileName.StartsWith('.'),
    }.Order(StringComparer.Ordinal);

    // Progress<T> would post to another thread, where reports could arrive out of order.
    sealed class Relay(Action<long> report) : IProgress<long>
    {
        public void Report(long value) => report(value);
    }
}
