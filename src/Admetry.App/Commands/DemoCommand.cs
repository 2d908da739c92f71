using System.CommandLine;
using Admetry.App.Pipeline;
using Admetry.App.Workspace;
using Admetry.Connectors.Exports;
using Admetry.Metrics;
using Admetry.Storage.Warehouse;

namespace Admetry.App.Commands;

/// <summary><c>admetry demo</c>: a workspace with made-up data, verified, its headline numbers, and the dashboard over it.</summary>
static class DemoCommand
{
    const int Runs = 13; // half a year

    public static Command Create(CommandHost host, Func<CommandRun, ServeOptions, Task<int>> serve)
    {
        var directory = new Argument<string>("DIR") { Description = "Where the demonstration's workspace is, or will be.", DefaultValueFactory = _ => "admetry-demo" };
        var url = new Option<string>("--url") { Description = "Where to serve.", DefaultValueFactory = _ => ServeCommand.DefaultUrl, HelpName = "URL" };
        var noServe = new Option<bool>("--no-serve") { Description = "Stops after the numbers." };
        return new Command("demo", "Makes a workspace with half a year of made-up marketing data, loads and verifies it, and serves the dashboard.\n\nExample: admetry demo") { directory, url, noServe }
            .Does(host, async run =>
            {
                var root = run.PathOf(run.Arguments.GetValue(directory)!);
                var isNew = !File.Exists(Path.Combine(root, WorkspaceFolder.SettingsName));
                var folder = isNew ? WorkspaceFolder.Init(root) : new WorkspaceFolder(root);
                if (isNew)
                    for (var i = 0; i < Runs; i++)
                        await MockFiles.WriteAsync(folder.Inbox, GenerateCommand.DefaultSeed, run.Cancel);

                await using (var lease = await host.Open(folder, run.Cancel))
                {
                    var code = await ImportCommand.RunAsync(run, lease, [folder.Inbox], ReadingHints.None);
                    if (code != ExitCode.Done)
                        return code;
                    if (!await VerifyAsync(run, lease.Workspace))
                        return ExitCode.Failed;
                    await HeadlineAsync(run, lease.Workspace);
                }

                return run.Arguments.GetValue(noServe) ? ExitCode.Done : await serve(run with { Root = root }, new(run.Arguments.GetValue(url)!, Watches: true));
            });
    }

    static async Task<bool> VerifyAsync(CommandRun run, OpenWorkspace workspace)
    {
        var acknowledged = workspace.Control.Records().Where(record => record.Outcome is "loaded").Select(record => (record.LandingOrder, record.Part)).ToList();
        var broken = (await Verification.RunAsync(workspace.Warehouse, acknowledged, run.Cancel)).Where(check => !check.Holds).ToList();
        await run.Output.WriteLineAsync(broken is [] ? "✓ verified: the warehouse holds exactly what was loaded\n" : $"✗ {string.Join("; ", broken.Select(check => check.Claim))}");
        return broken is [];
    }

    static async Task HeadlineAsync(CommandRun run, OpenWorkspace workspace)
    {
        var principal = Principal.Everything("demo");
        var facts = await WarehouseFacts.ReadAsync(workspace.Warehouse.Source, principal, run.Cancel);
        var text = new QueryText(workspace.Catalogue);
        var answer = await new MetricReader(workspace.Warehouse).ReadAsync(new()
        {
            Principal = principal, Days = facts.Days!.Value, Metrics = text.Metrics("spend,impressions,clicks,ctr,cpc"), By = [Dimensions.Platform], Totals = true,
        }, run.Cancel);
        await MetricTableText.Of(answer).WriteAsync(run.Output, OutputFormat.Table);
        await run.Output.WriteLineAsync();
    }
}
