using Admetry.App.Workspace;
using Admetry.Storage.Landing;
using Admetry.Storage.Warehouse;

namespace Admetry.App.Pipeline;

/// <summary>Builds the warehouse anew from landing, beside the present one, and puts it in its place when it is whole.</summary>
public sealed class RebuildJob(OpenWorkspace workspace)
{
    /// <returns>The outcomes in order of arrival.</returns>
    /// <exception cref="LandingException">A payload is missing or damaged; the present warehouse stays as it is.</exception>
    public async Task<IReadOnlyList<PartOutcome>> RunAsync(IProgress<ImportProgress>? progress, CancellationToken cancel)
    {
        await workspace.Control.Turn.WaitAsync(cancel);
        try
        {
            var spare = await workspace.CreateSpareAsync(cancel);
            IReadOnlyList<PartOutcome> outcomes;
            try
            {
                outcomes = await ReplayAsync(spare, progress, cancel);
            }
            catch
            {
                await spare.DisposeAsync();
                throw;
            }

            await workspace.AdoptSpareAsync(spare, cancel);
            workspace.Control.Replace([.. outcomes.Select(Loader(workspace.Warehouse).RecordOf)]);
            return outcomes;
        }
        finally
        {
            workspace.Control.Turn.Release();
        }
    }

    /// <summary>Replays landing into a spare warehouse and compares its checksums with the present one; nothing is changed.</summary>
    /// <returns>Lines that only one of the two has; empty when they are equal.</returns>
    public async Task<IReadOnlyList<string>> CompareAsync(IProgress<ImportProgress>? progress, CancellationToken cancel)
    {
        await workspace.Control.Turn.WaitAsync(cancel);
        try
        {
            await using var spare = await workspace.CreateSpareAsync(cancel);
            await ReplayAsync(spare, progress, cancel);
            var (present, rebuilt) = (await WarehouseChecksum.ReadAsync(workspace.Warehouse, cancel), await WarehouseChecksum.ReadAsync(spare, cancel));
            return [.. present.Except(rebuilt).Select(line => $"present: {line}"), .. rebuilt.Except(present).Select(line => $"rebuilt: {line}")];
        }
        finally
        {
            workspace.Control.Turn.Release();
        }
    }

    PartLoader Loader(WarehouseDatabase target) => new(target, workspace.Control, workspace.Clock, workspace.Settings.FactConflict);

    async Task<IReadOnlyList<PartOutcome>> ReplayAsync(WarehouseDatabase target, IProgress<ImportProgress>? progress, CancellationToken cancel)
    {
        var outcomes = new List<PartOutcome>();
        var loader = Loader(target);
        var records = workspace.Control.Records();
        var ids = records.Where(record => record is { Outcome: "loaded", LoadId: not null }).ToDictionary(record => (record.LandingOrder, record.Part), record => record.LoadId!.Value);
        var next = records.Max(record => record.LoadId) ?? 0;
        foreach (var manifest in workspace.Landing.List())
        {
            if (!await workspace.Landing.IsIntactAsync(manifest, cancel))
                throw new LandingException($"The payload of '{manifest.FileName}' (landing {manifest.Order}) is missing or damaged.", "Restore .admetry/landing from a backup, or import the file again.");

            progress?.Report(new(manifest.FileName, manifest.Bytes, 0));
            var forgotten = workspace.Landing.Forgotten(manifest.Order);
            foreach (var part in Parts(manifest).Where(part => !forgotten.Contains(part.Name)))
                outcomes.Add(await loader.ReplayAsync(manifest, part, ImportOptions.ToHints(manifest.Options), null, cancel,
                    ids.TryGetValue((manifest.Order, part.Name), out var known) ? known : ++next)); // loads keep their numbers
        }

        return outcomes;
    }

    // A payload refused as an archive was refused when it came, and is refused again.
    IReadOnlyList<LandedPart> Parts(Manifest manifest)
    {
        try
        {
            return workspace.Landing.Open(manifest);
        }
        catch (LandingException)
        {
            return [];
        }
    }
}
