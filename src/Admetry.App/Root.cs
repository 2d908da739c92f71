using System.CommandLine;
using Admetry.App.Commands;

namespace Admetry.App;

/// <summary>The command line as a whole.</summary>
public static class Root
{
    /// <param name="serve">Runs the server; null where commands run inside one.</param>
    public static RootCommand Create(CommandHost host, Func<CommandRun, ServeOptions, Task<int>>? serve = null)
    {
        var root = new RootCommand("Admetry: one program for people who run advertising.") { CommandLine.WorkspaceOption };
        foreach (var command in new[]
        {
            InitCommand.Create(host), ImportCommand.Create(host), LoadCommands.Loads(host), LoadCommands.Forget(host),
            LoadCommands.Quarantine(host), ProofCommands.Verify(host), ProofCommands.Rebuild(host), QueryCommand.Create(host),
            CatalogueCommands.Metrics(host), CatalogueCommands.Dimensions(host), GenerateCommand.Create(host),
            ExportCommand.Create(host), ReportCommand.Create(host),
        })
            root.Add(command);
        if (serve is not null)
        {
            root.Add(ServeCommand.Create(host, serve));
            root.Add(DemoCommand.Create(host, serve));
        }

        NamedHelp.Use(root);
        return root;
    }

    /// <summary>Parses and runs a command line.</summary>
    /// <returns>0 done, 2 wrong usage, 3 failed, 4 done in part.</returns>
    public static async Task<int> RunAsync(
        string[] arguments, CommandHost host, TextWriter output, TextWriter error, CancellationToken cancel,
        Func<CommandRun, ServeOptions, Task<int>>? serve = null)
    {
        var command = Create(host, serve).Parse(arguments);
        var code = await command.InvokeAsync(new() { EnableDefaultExceptionHandler = false, Output = output, Error = error }, cancel);
        return command.Errors.Count > 0 ? ExitCode.WrongUsage : code; // the library says 1 for wrong usage
    }
}
