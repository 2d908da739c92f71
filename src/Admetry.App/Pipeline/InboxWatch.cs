using System.Globalization;
using Admetry.App.Workspace;
using Admetry.Connectors.Exports;

namespace Admetry.App.Pipeline;

/// <summary>Imports what people put into the inbox, once a file has stopped growing.</summary>
/// <param name="settled">How long a file must keep its size and time before it is taken.</param>
/// <param name="say">Told a line for each file.</param>
public sealed class InboxWatch(OpenWorkspace workspace, TimeSpan settled, Action<string> say)
{
    static readonly TimeSpan Every = TimeSpan.FromSeconds(1);
    static readonly string[] Unfinished = [".part", ".tmp", ".crdownload", ".download", ".partial"];

    readonly Dictionary<string, (long Size, DateTime Written, long Since, bool IsDone)> seen = new(StringComparer.Ordinal);

    /// <summary>Watches until cancelled. A file that fails is said once, and tried again when it changes.</summary>
    public async Task RunAsync(CancellationToken cancel)
    {
        while (!cancel.IsCancellationRequested)
        {
            foreach (var file in Ready())
                await ImportAsync(file, cancel);
            await Task.Delay(Every, workspace.Clock, cancel).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    List<string> Ready()
    {
        var ready = new List<string>();
        if (!Directory.Exists(workspace.Folder.Inbox))
            return ready;

        var now = workspace.Clock.GetTimestamp();
        foreach (var path in ImportJob.FilesOf([workspace.Folder.Inbox]).Where(path => !Unfinished.Any(end => path.EndsWith(end, StringComparison.OrdinalIgnoreCase))))
        {
            var file = new FileInfo(path);
            if (!file.Exists)
                continue;

            var known = seen.TryGetValue(path, out var before) && before.Size == file.Length && before.Written == file.LastWriteTimeUtc;
            if (!known)
                seen[path] = (file.Length, file.LastWriteTimeUtc, now, false);
            else if (!before.IsDone && workspace.Clock.GetElapsedTime(before.Since, now) >= settled)
                ready.Add(path);
        }

        return ready;
    }

    async Task ImportAsync(string file, CancellationToken cancel)
    {
        seen[file] = seen[file] with { IsDone = true };
        try
        {
            foreach (var outcome in await new ImportJob(workspace).RunAsync(file, ReadingHints.None, "export", null, cancel))
                say(outcome switch
                {
                    PartLoaded { Result.IsUnchanged: true } => $"inbox: {outcome.Part} is loaded already.",
                    PartLoaded { Result: var result } => string.Create(CultureInfo.InvariantCulture, $"inbox: {outcome.Part}, {result.AcceptedRows:N0} rows (load {result.LoadId})."),
                    PartRefused refused => $"inbox: {refused.Part} was refused. {refused.Reason} {refused.Remedy}",
                    _ => $"inbox: {outcome.Part}.",
                });
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            seen[file] = seen[file] with { IsDone = false };
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or System.Data.Common.DbException)
        {
            say($"inbox: {Path.GetFileName(file)} could not be imported: {error.Message}");
        }
    }
}
