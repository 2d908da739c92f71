using Admetry.App.Commands;
using Admetry.App.Workspace;

namespace Admetry.App;

/// <summary>While a server holds the workspace, commands that need it run inside the server.</summary>
static class Forwarding
{
    static readonly string[] Local = ["init", "serve", "demo", "generate", "metrics", "dimensions"];

    /// <returns>The exit code; null when the command runs here.</returns>
    public static async Task<int?> TryAsync(string[] arguments, CommandHost host, CancellationToken cancel)
    {
        if (arguments is [] || arguments.Any(argument => argument is "--help" or "-h" or "-?" or "--version"))
            return null;

        var parsed = Root.Create(host, (_, _) => Task.FromResult(ExitCode.Failed)).Parse(arguments);
        if (parsed.Errors.Count > 0 || parsed.CommandResult.Command.Parents.OfType<System.CommandLine.Command>().Append(parsed.CommandResult.Command).Any(command => Local.Contains(command.Name)))
            return null;

        var folder = new WorkspaceFolder(Path.GetFullPath(parsed.GetValue(CommandLine.WorkspaceOption) ?? ".", host.CurrentDirectory));
        return RunningServer.Find(folder) is { } server ? await RemoteCommand.RunAsync(server, arguments, host, Console.Out, Console.Error, cancel) : null;
    }
}
