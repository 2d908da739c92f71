using Admetry.App.Commands;
using Admetry.App.Workspace;

namespace Admetry.App;

/// <summary>While a server holds the workspace, commands that need it run inside the server.</summary>
static class Forwarding
{
    static readonly string[] Local = ["init", "serve", "demo", "generate", "metrics", "dimensions"];

    /// <returns>The exit code; null when the command runs here.</returns>
    public static async Task<int?> TryAsync(string[] arguments, CancellationToken cancel)
    {
        if (arguments is [] || arguments.Any(argument => argument is "--help" or "-h" or "-?" or "--version"))
            return null;

        var host = new CommandHost(Environment.CurrentDirectory, TimeProvider.System, false, (_, _) => throw new NotSupportedException("Nothing runs while it is parsed."));
        var parsed = Root.Create(host, (_, _) => Task.FromResult(ExitCode.Failed)).Parse(arguments);
        if (parsed.Errors.Count > 0 || parsed.CommandResult.Command.Parents.OfType<System.CommandLine.Command>().Append(parsed.CommandResult.Command).Any(command => Local.Contains(command.Name)))
            return null;

        var folder = new WorkspaceFolder(Path.GetFullPath(parsed.GetValue(CommandLine.WorkspaceOption) ?? ".", Environment.CurrentDirectory));
        return RunningServer.Find(folder) is { } server ? await RemoteCommand.RunAsync(server, arguments, cancel) : null;
    }
}
