using Admetry.Connectors.Exports;
using Admetry.Storage.Control;
using Admetry.Storage.Landing;
using Admetry.Storage.Warehouse;

namespace Admetry.App.Pipeline;

/// <summary>What undoing a load did.</summary>
/// <param name="Restored">Loads whose rows stand again where the forgotten one had replaced them.</param>
public sealed record ForgetResult(long LoadId, string FileName, IReadOnlyList<long> Restored);

/// <summary>Undoes one load and restores what it replaced, in one transaction; its payload stays in landing, marked.</summary>
public sealed class ForgetJob(WarehouseDatabase warehouse, LandingFolder landing, ControlStore control, PartLoader loader, TimeProvider clock)
{
    /// <exception cref="WarehouseException">There is no such load, or it is forgotten already.</exception>
    public async Task<ForgetResult> RunAsync(long loadId, CancellationToken cancel)
    {
        await using var connection = await warehouse.Source.OpenConnectionAsync(cancel);
        var load = await Forgetting.FindAsync(connection, loadId)
            ?? throw new WarehouseException($"There is no load {loadId}.", "'admetry loads' lists them.");
        if (load.State is not "active")
            throw new WarehouseException($"Load {loadId} is {load.State} already.", "'admetry loads' lists those that stand.");

        var manifests = landing.List().ToDictionary(manifest => manifest.Order);
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        var restored = new List<long>();
        foreach (var other in await Forgetting.RemoveAsync(warehouse, connection, transaction, loadId))
        {
            await ReplayAsync(other, manifests[other.LandingOrder], connection, transaction, cancel);
            restored.Add(other.LoadId);
        }

        await transaction.CommitAsync(cancel);
        landing.Forget(load.LandingOrder, load.Part);
        control.Record(load.LandingOrder, load.Part, load.FileName, "forgotten", loadId, "", clock.GetUtcNow());
        return new(loadId, load.FileName, restored);
    }

    async Task ReplayAsync(
        LoggedLoad load, Manifest manifest, System.Data.Common.DbConnection connection, System.Data.Common.DbTransaction transaction, CancellationToken cancel)
    {
        var part = landing.Open(manifest).Single(part => part.Name == load.Part);
        if (ExportReader.Read(new(part.Name, part.Open), ImportOptions.ToHints(manifest.Options), cancel) is not Understood understood)
            throw new WarehouseException($"'{load.FileName}' can no longer be read, so its rows cannot be restored.", "Nothing was changed. Run 'admetry verify'.");

        await using var staged = await StagedRows.CreateAsync(connection, warehouse.Dialect, cancel);
        var tally = PartLoader.Stage(understood, staged, null, cancel);
        await staged.FinishAsync(cancel);
        await SliceLoad.ApplyAsync(staged, loader.Request(manifest, part, understood, tally), transaction, load.LoadId, cancel);
    }
}
