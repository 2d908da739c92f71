using System.Data.Common;
using Admetry.App.Workspace;
using Admetry.Connectors.Exports;
using Admetry.Storage.Control;
using Admetry.Storage.Landing;
using Admetry.Storage.Warehouse;
using Admetry.Storage.Warehouse.Synthetic;

namespace Admetry.App.Pipeline;

/// <summary>What undoing a load did.</summary>
/// <param name="Restored">Loads that were replayed where the forgotten one had a say.</param>
/// <param name="LeavesNames">What stays is called as the forgotten load said: a rebuild must follow.</param>
public sealed record ForgetResult(long LoadId, string FileName, IReadOnlyList<long> Restored, bool LeavesNames);

/// <summary>Undoes one load and restores what it replaced, in one transaction; its payload stays in landing, marked.</summary>
public sealed class ForgetJob(WarehouseDatabase warehouse, LandingFolder landing, ControlStore control, PartLoader loader, TimeProvider clock)
{
    /// <summary>Forgets a load of a workspace; where names, ids or states that it gave would stay, the warehouse is then built anew without it.</summary>
    /// <exception cref="WarehouseException">There is no such load, it is forgotten already, or a payload can no longer be read.</exception>
    public static async Task<ForgetResult> RunAsync(OpenWorkspace workspace, long loadId, IProgress<ImportProgress>? progress, CancellationToken cancel)
    {
        var loader = new PartLoader(workspace.Warehouse, workspace.Control, workspace.Clock, workspace.Settings.FactConflict);
        var result = await new ForgetJob(workspace.Warehouse, workspace.Landing, workspace.Control, loader, workspace.Clock).RunAsync(loadId, cancel);
        if (result.LeavesNames)
            await new RebuildJob(workspace).RunAsync(progress, cancel);
        return result;
    }

    /// <exception cref="WarehouseException">There is no such load, it is forgotten already, or a payload can no longer be read.</exception>
    public async Task<ForgetResult> RunAsync(long loadId, CancellationToken cancel)
    {
        await control.Turn.WaitAsync(cancel);
        try
        {
            await using var connection = await warehouse.Source.OpenConnectionAsync(cancel);
            var load = await Forgetting.FindAsync(connection, loadId)
                ?? throw new WarehouseException($"There is no load {loadId}.", "'admetry loads' lists them.");
            if (load.State is not "active")
                throw new WarehouseException($"Load {loadId} is {load.State} already.", "'admetry loads' lists those that stand.");

            var isGenerated = landing.List().Any(manifest => manifest.Order == load.LandingOrder && GeneratedPayload.Is(manifest));
            var (restored, leavesNames) = isGenerated ? await UndoGeneratedAsync(load, connection, cancel) : await UndoAsync(load, connection, cancel);
            Note(landing, control, load, clock);
            return new(loadId, load.FileName, restored, leavesNames);
        }
        finally
        {
            control.Turn.Release();
        }
    }

    /// <summary>Marks the part of a forgotten load in landing, and every part that had been found equal to it: a replay brings none back.</summary>
    internal static void Note(LandingFolder landing, ControlStore control, LoggedLoad load, TimeProvider clock)
    {
        var equal = control.Records().Where(record => record.Outcome is "unchanged" && record.LoadId == load.LoadId)
            .Select(record => (record.LandingOrder, record.Part, record.FileName));
        foreach (var (order, part, fileName) in equal.Append((load.LandingOrder, load.Part, load.FileName)))
        {
            landing.Forget(order, part);
            control.Record(order, part, fileName, "forgotten", load.LoadId, "", clock.GetUtcNow());
        }
    }

    // A generated company shares no slice with anything else: nothing is replayed, and no name of its stays.
    async Task<(IReadOnlyList<long> Restored, bool LeavesNames)> UndoGeneratedAsync(LoggedLoad load, DbConnection connection, CancellationToken cancel)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        await AcmeLoad.ForgetAsync(warehouse, connection, transaction, load.LoadId, cancel);
        await warehouse.CommitAsync(transaction, cancel);
        return ([], false);
    }

    async Task<(IReadOnlyList<long> Restored, bool LeavesNames)> UndoAsync(LoggedLoad load, DbConnection connection, CancellationToken cancel)
    {
        var manifests = landing.List().ToDictionary(manifest => manifest.Order);
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        await Forgetting.BeginAsync(warehouse, connection, transaction);
        await StageAsync(load, manifests, connection, (staged, _) => Forgetting.FindSlicesAsync(staged, transaction, load, cancel), cancel);

        var restored = new List<long>();
        foreach (var other in await Forgetting.ClearAsync(connection, transaction, load.LoadId))
        {
            if (GeneratedPayload.Is(manifests[other.LandingOrder]))
                continue;
            await StageAsync(other, manifests, connection, (staged, request) => SliceLoad.ApplyAsync(staged, request, transaction, other.LoadId, cancel), cancel);
            restored.Add(other.LoadId);
        }

        await Forgetting.RefreshAsync(connection, transaction, warehouse.Dialect, cancel);
        var leavesNames = await Forgetting.LeavesNamesAsync(connection, transaction, load.LoadId);
        await warehouse.CommitAsync(transaction, cancel);
        return (restored, leavesNames);
    }

    async Task StageAsync(
        LoggedLoad load, Dictionary<long, Manifest> manifests, DbConnection connection, Func<StagedRows, LoadRequest, Task> work, CancellationToken cancel)
    {
        var manifest = manifests[load.LandingOrder];
        var part = landing.Open(manifest).Single(part => part.Name == load.Part);
        if (ExportReader.Read(part.ToFile(), ImportOptions.ToHints(manifest.Options), cancel) is not Understood understood)
            throw new WarehouseException($"'{load.FileName}' can no longer be read, so its rows cannot be restored.", "Nothing was changed. Run 'admetry verify'.");

        await using var staged = await StagedRows.CreateAsync(connection, warehouse.Dialect, cancel);
        var tally = PartLoader.Stage(understood, staged, loader.Today, null, cancel);
        await staged.FinishAsync(cancel);
        await work(staged, loader.Request(manifest, part, understood, tally));
    }
}
