using System.CommandLine;
using System.Data.Common;
using Admetry.App.Reports;
using Admetry.App.Workspace;
using Admetry.Metrics;
using Admetry.Storage.Landing;
using Admetry.Storage.Warehouse;

namespace Admetry.App.Commands;

/// <summary>What a command needs from the place it runs in: a terminal of its own, or a server that runs it for one.</summary>
/// <param name="CurrentDirectory">Where the user stands; relative paths start there.</param>
/// <param name="Open">Opens the workspace in a folder, or lends the one a server has open already.</param>
/// <param name="ShowsProgress">Someone watches the error output.</param>
public sealed record CommandHost(
    string CurrentDirectory, TimeProvider Clock, bool ShowsProgress, Func<WorkspaceFolder, CancellationToken, Task<WorkspaceLease>> Open);

/// <summary>A workspace in use by one command; disposed only by who opened it.</summary>
public sealed class WorkspaceLease(OpenWorkspace workspace, bool isOwned) : IAsyncDisposable
{
    public OpenWorkspace Workspace => workspace;

    public ValueTask DisposeAsync() => isOwned ? workspace.DisposeAsync() : ValueTask.CompletedTask;
}

/// <summary>What every command can write to and work on.</summary>
public sealed record CommandRun(ParseResult Arguments, CommandHost Host, CancellationToken Cancel)
{
    /// <summary>The workspace's folder where a command has made or found it itself; null: as the command line says.</summary>
    public string? Root { get; init; }

    public TextWriter Output => Arguments.InvocationConfiguration.Output;

    public TextWriter Error => Arguments.InvocationConfiguration.Error;

    public string PathOf(string path) => Path.GetFullPath(path, Host.CurrentDirectory);

    public WorkspaceFolder Folder => WorkspaceFolder.Find(Root ?? Arguments.GetValue(CommandLine.WorkspaceOption), Host.CurrentDirectory);

    /// <summary>Whether a workspace is named, or stood in; commands that can do without ask first.</summary>
    public bool HasWorkspace => Root is not null || Arguments.GetValue(CommandLine.WorkspaceOption) is not null
        || File.Exists(Path.Combine(Host.CurrentDirectory, WorkspaceFolder.SettingsName));

    /// <summary>Opens the workspace and says on the error output what opening had to repair.</summary>
    public async Task<WorkspaceLease> OpenAsync()
    {
        var lease = await Host.Open(Folder, Cancel);
        foreach (var notice in lease.Workspace.Notices)
            await Error.WriteLineAsync(notice);
        lease.Workspace.Notices.Clear();
        return lease;
    }
}

/// <summary>How commands end.</summary>
public static class ExitCode
{
    public const int Done = 0;
    public const int WrongUsage = 2;
    public const int Failed = 3;

    /// <summary>Rows were quarantined or a source failed; the summary says which.</summary>
    public const int DoneInPart = 4;
}

/// <summary>What all commands share: their options, and plain words for what goes wrong.</summary>
public static class CommandLine
{
    public static Option<string?> WorkspaceOption { get; } = new("--workspace")
    {
        Description = "The workspace's folder; default: the folder you stand in.", HelpName = "DIR", Recursive = true,
    };

    /// <summary>Gives a command its work. Faults of the world become a sentence on the error output and an exit code.</summary>
    public static Command Does(this Command command, CommandHost host, Func<CommandRun, Task<int>> work)
    {
        command.SetAction(async (arguments, cancel) =>
        {
            var run = new CommandRun(arguments, host, cancel);
            try
            {
                return await work(run);
            }
            catch (Exception error) when (Explain(error, cancel) is { } said)
            {
                await run.Error.WriteLineAsync(said.Message);
                return said.Code;
            }
        });
        return command;
    }

    static (string Message, int Code)? Explain(Exception error, CancellationToken cancel) => error switch
    {
        OperationCanceledException when cancel.IsCancellationRequested => ("Cancelled. What was not finished was taken back.", ExitCode.Failed),
        QueryTextException or QueryRefusedException or UserMetricException => (error.Message, ExitCode.WrongUsage),
        SettingsException => (error.Message, ExitCode.WrongUsage),
        WarehouseException { Remedy: var remedy } => ($"{error.Message} {remedy}", ExitCode.Failed),
        LandingException { Remedy: var remedy } => ($"{error.Message} {remedy}", ExitCode.Failed),
        PrintingException => (error.Message, ExitCode.Failed),
        DbException => ($"The warehouse refused: {error.Message.Split('\n')[0]} Run 'admetry verify'.", ExitCode.Failed),
        IOException or UnauthorizedAccessException => (error.Message, ExitCode.Failed),
        _ when Environment.GetEnvironmentVariable("ADMETRY_TRACE") is null => (
            $"The program met a fault of its own ({error.GetType().Name}: {error.Message.Split('\n')[0]}). What was not finished was taken back. Set ADMETRY_TRACE=1 to see where, and tell its makers.",
            ExitCode.Failed),
        _ => null,
    };
}
