using System.Data.Common;
using Admetry.App.Workspace;
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
        foreach (var load in loads.Where(load => load.State is "forgotten" && !workspace.Landing.Forgotten(load.LandingOrder).Contains(load.Part)))
        {
            if (records.Any(record => record.LandingOrder == load.LandingOrder && record.Part == load.Part && record.Outcome is "forgotten"))
                continue; // given again since, and then refused
            if (loads.Any(other => other.LandingOrder == load.LandingOrder && other.Part == load.Part && other.State is "active"))
                continue; // given again since

            workspace.Landing.Forget(load.LandingOrder, load.Part);
            workspace.Control.Record(load.LandingOrder, load.Part, load.FileName, "forgotten", load.LoadId, "", workspace.Clock.GetUtcNow());
        }

        var job = new ImportJob(workspace);
        foreach (var manifest in workspace.Landing.List())
        {
            var known = records.Where(record => record.LandingOrder == manifest.Order).ToList();
            var lost = known.Any(record => record.Outcome is "loaded" && !logged.Contains((record.LandingOrder, record.Part)));
            if (known.Count > 0 && !lost)
                continue;

            var state = lost ? "was missing from the warehouse" : "was received but not loaded";
            try
            {
                var outcomes = await job.LoadAsync(manifest, ImportOptions.ToHints(manifest.Options), null, cancel);
                lines.Add($"{manifest.FileName}: {state}, {string.Join(", ", outcomes.Select(Word).Distinct())}.");
            }
            catch (DbException error)
            {
                // One payload the engine refuses must not keep the others from being read; it is tried again at the next start.
                lines.Add($"{manifest.FileName}: {state}, and the warehouse refuses it: {error.Message.Split('\n')[0]}");
            }
        }

        return lines;
    }

    // Cheap enough for every start: no manifest is opened, no log read whole.
    async Task<bool> IsNeededAsync(CancellationToken cancel)
    {
        var (logged, forgotten) = await LoadList.CountAsync(workspace.Warehouse, cancel);
        return workspace.Control.CountLoaded() != logged || workspace.Landing.HasAfter(workspace.Control.LastOrder()) || forgotten > workspace.Control.CountForgotten();
    }

    static string Word(PartOutcome outcome) => outcome switch
    {
        PartLoaded { Result.IsUnchanged: true } => "and stands unchanged",
        PartLoaded => "and is loaded now",
        _ => "and cannot be loaded",
    };
}
