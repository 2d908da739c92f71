using System.CommandLine;
using Admetry.App.Workspace;

namespace Admetry.App.Commands;

/// <summary><c>admetry init [DIR]</c>: makes a workspace.</summary>
static class InitCommand
{
    public static Command Create(CommandHost host)
    {
        var directory = new Argument<string>("DIR") { Description = "Where; made if missing.", DefaultValueFactory = _ => "." };
        return new Command("init", "Makes a workspace: a folder with settings, an inbox for files and a place for data.\n\nExample: admetry init my-agency") { directory }.Does(host, async run =>
        {
            var folder = WorkspaceFolder.Init(run.PathOf(run.Arguments.GetValue(directory)!));
            await run.Output.WriteLineAsync($"Made the workspace {folder.Root}.\nPut exports into {folder.Inbox}, then run 'admetry import' there.");
            return ExitCode.Done;
        });
    }
}
