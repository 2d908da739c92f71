using System.Data.Common;
using Admetry.App.Workspace;
using Admetry.Storage.Landing;
using Admetry.Storage.Warehouse;

namespace Admetry.App.Pipeline;

/// <summary>After a crash: compares what the warehouse holds with what was acknowledged and received, and loads what is missing.</summary>
public sealed class Reconciliation(OpenWorkspace workspace)
{
    /// <returns>What was repaired, a line each; empty after a clean stop.</returns>
    public async Task<IReadOnlyList<string>> RunAsync(CancellationToken cancel)
    {
        var lines = new List<string>();
        if (!await IsNeededAsync(cancel))
            return lines;

        var loads = await LoadList.ReadAsync(workspace.Warehouse, cancel);
        var logged = loads.Select(load => (load.LandingOrder, load.Part)).ToHashSet();
        var records = workspace.Control.Records();
        await ForgetAsync(loads, lines, cancel);

        var open = workspace.Control.Open();
        var newest = loads.Where(load => load.State is "active").Select(load => load.LandingOrder).DefaultIfEmpty().Max();
        foreach (var manifest in workspace.Landing.List())
        {
            var known = records.Where(record => record.LandingOrder == manifest.Order).ToList();
            var lost = known.Any(record => record.Outcome is "loaded" && !logged.Contains((record.LandingOrder, record.Part)));
            if (known.Count > 0 && !lost && !open.Contains(manifest.Order))
                continue;

            var state = lost ? "was missing from the warehouse" : "was received but not loaded";
            try
            {
                var outcomes = await LoadAsync(manifest, newest, cancel);
                lines.Add($"{manifest.FileName}: {state}, {string.Join(", ", outcomes.Select(Word).Distinct())}.");
            }
            catch (DbException error) when (!DuckDbRepair.IsCorrupt(error))
            {
                // One payload the engine refuses must not keep the others from being read; it is tried again at the next start.
                lines.Add($"{manifest.FileName}: {state}, and the warehouse refuses it: {error.Message.Split('\n')[0]}");
            }
        }

        return lines;
    }

    // Forgetting ends in landing; a crash may have cut it off there, or a torn log may have taken back the warehouse's half.
    async Task ForgetAsync(IReadOnlyList<LoadLine> loads, List<string> lines, CancellationToken cancel)
    {
        foreach (var load in loads)
        {
            var isForgotten = workspace.Landing.Forgotten(load.LandingOrder).Contains(load.Part);
            if (load.State is "forgotten" && !isForgotten)
                ForgetJob.Note(workspace.Landing, workspace.Control, new(load.LoadId, load.LandingOrder, load.Part, load.FileName, load.State), workspace.Clock);
            if (load.State is not "active" || !isForgotten)
                continue;

            await ForgetJob.RunAsync(workspace, load.LoadId, null, cancel);
            lines.Add($"{load.FileName}: was forgotten, stood in the warehouse again, and is taken out.");
        }
    }

    // What others overtook arrives anew behind them, so that a rebuild replays the loads in the order in which they happened.
    async Task<IReadOnlyList<PartOutcome>> LoadAsync(Manifest manifest, long newest, CancellationToken cancel)
    {
        var job = new ImportJob(workspace);
        var hints = ImportOptions.ToHints(manifest.Options);
        if (manifest.Order >= newest)
            return await job.LoadAsync(manifest, hints, null, cancel);

        var outcomes = await job.LoadAsync(workspace.Landing.Renew(manifest), hints, null, cancel);
        foreach (var outcome in outcomes.Where(outcome => outcome is not PartLoaded { Result.IsUnchanged: true }))
        {
            workspace.Landing.Forget(manifest.Order, outcome.Part);
            workspace.Control.Record(manifest.Order, outcome.Part, manifest.FileName, "forgotten", null, "", workspace.Clock.GetUtcNow());
        }

        workspace.Control.End(manifest.Order);
        return outcomes;
    }

    // Cheap enough for every start: no manifest is opened, no log read whole.
    async Task<bool> IsNeededAsync(CancellationToken cancel)
    {
        var (logged, forgotten) = await LoadList.CountAsync(workspace.Warehouse, cancel);
        return workspace.Control.CountLoaded() != logged || workspace.Control.Open() is not [] || workspace.Landing.HasAfter(workspace.Control.LastOrder()) || forgotten > workspace.Control.CountForgotten();
    }

    static string Word(PartOutcome outcome) => outcome switch
    {
        PartLoaded { Result.IsUnchanged: true } => "and stands unchanged",
        PartLoaded => "and is loaded now",
        _ => "and cannot be loaded",
    };
}
