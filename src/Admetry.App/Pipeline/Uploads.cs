using System.Collections.Concurrent;
using System.Data.Common;
using System.Security.Cryptography;
using Admetry.App.Workspace;
using Admetry.Connectors.Exports;
using Admetry.Connectors.Exports.Explanations;
using Admetry.Storage.Landing;
using Admetry.Storage.Warehouse;

namespace Admetry.App.Pipeline;

/// <summary>A file that somebody sent through a page and has not decided on yet; persons in it are tokens already.</summary>
/// <param name="Id">16 hexadecimal digits that nobody can guess.</param>
public sealed record Upload(string Id, string Path)
{
    public string Name => System.IO.Path.GetFileName(Path);
}

/// <summary>The loading of an upload: how far it is, or how it ended.</summary>
public sealed class UploadRun
{
    /// <summary>What was last reported; changes while it runs.</summary>
    public ImportProgress Progress { get; internal set; }

    /// <summary>What became of each part; null while it runs and where it failed.</summary>
    public IReadOnlyList<PartOutcome>? Outcomes { get; internal set; }

    /// <summary>Why it failed, for people; null otherwise.</summary>
    public string? Failure { get; internal set; }

    public bool IsRunning => Outcomes is null && Failure is null;
}

/// <summary>Files between their arrival through a page and the decision to load them. What nobody decides on within a day goes.</summary>
public sealed class Uploads(OpenWorkspace workspace)
{
    static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    readonly ConcurrentDictionary<string, UploadRun> runs = new();

    string Root => System.IO.Path.Combine(workspace.Folder.Temp, "uploads");

    /// <summary>Keeps what arrives, without its persons.</summary>
    /// <exception cref="Connectors.Exports.Persons.PersonsNotHiddenException">The file names persons and cannot be rewritten.</exception>
    /// <exception cref="IOException">The disk is full; nothing is left.</exception>
    public async Task<Upload> KeepAsync(string name, Stream content, CancellationToken cancel)
    {
        Sweep();
        var id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8));
        var (folder, raw) = (FolderOf(id), System.IO.Path.Combine(Root, $"{id}.raw"));
        Directory.CreateDirectory(folder);
        Directory.CreateDirectory(raw);
        try
        {
            var received = System.IO.Path.Combine(raw, SafeName(name));
            await using (var file = new FileStream(received, FileMode.CreateNew, FileAccess.Write))
                await content.CopyToAsync(file, cancel);
            using var guarded = PersonGuard.Open(workspace.Folder, received, cancel);
            var path = System.IO.Path.Combine(folder, SafeName(guarded.Name));
            await using (var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write))
                await guarded.Content.CopyToAsync(file, cancel);
            return new(id, path);
        }
        catch
        {
            Directory.Delete(folder, recursive: true);
            throw;
        }
        finally
        {
            Directory.Delete(raw, recursive: true);
        }
    }

    /// <returns>Null when there is none of that id, or no more.</returns>
    public Upload? Find(string id) =>
        id.Length == 16 && id.All(char.IsAsciiHexDigitLower) && Directory.Exists(FolderOf(id)) && Directory.GetFiles(FolderOf(id)) is [var path]
            ? new(id, path)
            : null;

    /// <summary>How the loading of an upload goes; null when it was not asked for.</summary>
    public UploadRun? RunOf(string id) => runs.GetValueOrDefault(id);

    /// <summary>What loading the upload would decide and give, one explanation for each part; what the warehouse would refuse it for is among the findings.</summary>
    /// <exception cref="DbException">The warehouse is unreachable.</exception>
    public async Task<IReadOnlyList<Explanation>> ExplainAsync(Upload upload, ReadingHints hints, CancellationToken cancel)
    {
        var explanations = new List<Explanation>();
        foreach (var told in ExplainJob.Run(workspace.Folder, upload.Path, hints, DateOnly.FromDateTime(workspace.Clock.GetUtcNow().UtcDateTime), cancel))
            explanations.Add(told with { Findings = [.. await AccountCurrencies.ConflictsAsync(workspace.Warehouse, told.Accounts, cancel), .. told.Findings] });
        return explanations;
    }

    /// <summary>The columns of the upload's first part as they are read without corrections, and why nothing can be read; null when it can.</summary>
    public (IReadOnlyList<ExplainedColumn> Columns, bool IsUnknown) Columns(Upload upload, ReadingHints hints, CancellationToken cancel) =>
        ExplainJob.Columns(workspace.Folder, upload.Path, hints, cancel);

    /// <summary>Begins to load the upload, unless it is loading already. It goes on when the page that asked is closed.</summary>
    public UploadRun Load(Upload upload, ReadingHints hints)
    {
        var fresh = new UploadRun();
        var run = runs.GetOrAdd(upload.Id, fresh);
        if (run == fresh)
            _ = Task.Run(() => LoadAsync(upload, hints, run));
        return run;
    }

    async Task LoadAsync(Upload upload, ReadingHints hints, UploadRun run)
    {
        try
        {
            run.Outcomes = await new ImportJob(workspace).RunAsync(upload.Path, hints, "export", new Reported(run), CancellationToken.None);
            Directory.Delete(FolderOf(upload.Id), recursive: true);
        }
        catch (Exception error) when (error is IOException or DbException or WarehouseException or LandingException or SettingsException or UnauthorizedAccessException)
        {
            run.Failure = error is WarehouseException { Remedy: var remedy } ? $"{error.Message} {remedy}" : error.Message;
        }
        catch (Exception error)
        {
            run.Failure = $"Loading broke off; nothing of the file was loaded ({error.GetType().Name}).";
            throw;
        }
    }

    void Sweep()
    {
        if (!Directory.Exists(Root))
            return;
        var oldest = workspace.Clock.GetUtcNow() - Kept;
        foreach (var folder in Directory.EnumerateDirectories(Root).Where(folder => Directory.GetLastWriteTimeUtc(folder) < oldest.UtcDateTime))
            Directory.Delete(folder, recursive: true);
    }

    string FolderOf(string id) => System.IO.Path.Combine(Root, id);

    // The browser's word for the file: shown to people and matched by rules, never a path.
    static string SafeName(string name)
    {
        var last = name[(name.LastIndexOfAny(['/', '\\']) + 1)..];
        var clean = new string([.. last.Where(sign => !char.IsControl(sign) && sign is not (':' or '*' or '?' or '"' or '<' or '>' or '|'))]).Trim().TrimStart('.');
        return clean.Length is 0 ? "upload" : clean.Length <= 120 ? clean : clean[^120..];
    }

    sealed class Reported(UploadRun run) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value) => run.Progress = value;
    }
}
