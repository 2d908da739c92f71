using System.CommandLine;
using System.Globalization;
using Admetry.App.Pipeline;
using Admetry.App.Reports;
using Admetry.App.Workspace;
using Admetry.Metrics;
using Admetry.Storage.Warehouse;

namespace Admetry.App.Commands;

/// <summary><c>verify</c> and <c>rebuild</c>: proving the numbers, and making them anew from what was received.</summary>
static class ProofCommands
{
    public static Command Verify(CommandHost host)
    {
        var deep = new Option<bool>("--deep") { Description = "Also reads every landed payload, rebuilds into a spare warehouse and compares." };
        return new Command("verify", "Proves that the warehouse holds exactly what was loaded. Reads only.\n\nExample: admetry verify --deep") { deep }.Does(host, async run =>
        {
            await using var lease = await run.OpenAsync();
            var workspace = lease.Workspace;
            var acknowledged = workspace.Control.Records().Where(record => record.Outcome is "loaded").Select(record => (record.LandingOrder, record.Part)).ToList();
            var checks = new List<Check>(await Verification.RunAsync(workspace.Warehouse, acknowledged, run.Cancel));
            if (run.Arguments.GetValue(deep))
            {
                var differences = await new RebuildJob(workspace).CompareAsync(new ProgressLine(run), run.Cancel);
                checks.Add(new("I10", "A rebuild from landing gives the same checksums", differences.Count, differences));
            }

            foreach (var check in checks)
            {
                await run.Output.WriteLineAsync($"{(check.Holds ? "✓" : "✗")} {check.Id,-4} {check.Claim}{(check.Holds ? "" : string.Create(CultureInfo.InvariantCulture, $": {check.Count:N0} violations"))}");
                foreach (var violation in check.Violations)
                    await run.Output.WriteLineAsync($"       {violation}");
            }

            foreach (var shadowed in await Verification.ShadowedAsync(workspace.Warehouse, run.Cancel))
                await run.Output.WriteLineAsync($"· shadowed: {shadowed} stand back for a finer source");
            foreach (var finding in await SpendFindings.ReadAsync(workspace, Principal.Everything("verify"), run.Cancel))
                await run.Output.WriteLineAsync($"· worth a question: {finding}");
            var holds = checks.All(check => check.Holds);
            await run.Output.WriteLineAsync(holds ? "The warehouse holds exactly what was loaded." : "Run 'admetry rebuild' to build the warehouse anew from landing.");
            return holds ? ExitCode.Done : ExitCode.Failed;
        });
    }

    public static Command Rebuild(CommandHost host) =>
        new Command("rebuild", "Builds the warehouse anew from landing; the present one stays until the new one is whole.\n\nExample: admetry rebuild").Does(host, async run =>
        {
            await using var lease = await OpenAnewAsync(run);
            var progress = new ProgressLine(run);
            var outcomes = await new RebuildJob(lease.Workspace).RunAsync(progress, run.Cancel);
            progress.End();
            var loaded = outcomes.OfType<PartLoaded>().Count(outcome => !outcome.Result.IsUnchanged);
            await run.Output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"Rebuilt from {outcomes.Count:N0} landed files: {loaded:N0} loaded, {outcomes.OfType<PartRefused>().Count():N0} refused as before."));
            foreach (var line in await WarehouseChecksum.ReadAsync(lease.Workspace.Warehouse, run.Cancel))
                await run.Output.WriteLineAsync($"  {line}");
            return ExitCode.Done;
        });

    /// <summary>Opens the workspace also where its warehouse is of another schema, which a rebuild is the remedy for.</summary>
    static async Task<WorkspaceLease> OpenAnewAsync(CommandRun run)
    {
        try
        {
            return await run.OpenAsync();
        }
        catch (WarehouseException error) when (error.IsOfAnotherSchema)
        {
            await run.Error.WriteLineAsync(await OpenWorkspace.SetAsideAsync(run.Folder, run.Host.Clock, run.Cancel));
            return await run.OpenAsync();
        }
    }
}
