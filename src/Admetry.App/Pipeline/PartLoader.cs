using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Admetry.App.Workspace;
using Admetry.Connectors.Exports;
using Admetry.Storage.Control;
using Admetry.Storage.Landing;
using Admetry.Storage.Warehouse;

namespace Admetry.App.Pipeline;

/// <summary>What became of one landed part.</summary>
public abstract record PartOutcome(Manifest Manifest, string Part);

/// <summary>It stands in the warehouse: since now, or since an earlier load of the same rows.</summary>
/// <param name="Warnings">What the user should look at, though nothing is wrong with the load.</param>
public sealed record PartLoaded(Manifest Manifest, string Part, string Family, LoadResult Result, IReadOnlyList<string> Warnings)
    : PartOutcome(Manifest, Part);

/// <summary>Nothing of it was loaded.</summary>
/// <param name="IsNoReport">It carries no numbers, so that nothing is missing without it.</param>
public sealed record PartRefused(Manifest Manifest, string Part, string Reason, string Remedy, int? Line, bool IsNoReport = false) : PartOutcome(Manifest, Part);

/// <summary>Reads a landed part and loads it: one transaction, and only after its last row was read and its totals held.</summary>
/// <param name="conflict">What a restatement does to what stands.</param>
public sealed class PartLoader(WarehouseDatabase warehouse, ControlStore control, TimeProvider clock, FactConflict conflict = FactConflict.Update)
{
    const int ProgressEvery = 50_000;

    /// <summary>Loads the part, unless it cannot be understood; the outcome is acknowledged in the control store.</summary>
    /// <param name="rows">Told the rows read so far, now and then.</param>
    /// <param name="prepared">The part, read and staged before; null: it is read now.</param>
    public async Task<PartOutcome> LoadAsync(
        Manifest manifest, LandedPart part, ReadingHints hints, IProgress<long>? rows, CancellationToken cancel, PreparedPart? prepared = null)
    {
        var outcome = await ReplayAsync(manifest, part, hints, rows, cancel, prepared: prepared);
        if (outcome is PartLoaded loaded)
            outcome = loaded with { Warnings = [.. loaded.Warnings, .. await SpendHistory.FindingsAsync(warehouse, loaded.Result, cancel)] };
        var record = RecordOf(outcome);
        control.Record(manifest.Order, part.Name, manifest.FileName, record.Outcome, record.LoadId, record.Message, clock.GetUtcNow());
        return outcome;
    }

    /// <summary>What the control store is told of an outcome.</summary>
    public ImportRecord RecordOf(PartOutcome outcome)
    {
        var (word, loadId, message) = outcome switch
        {
            PartLoaded { Result: var result } => (result.IsUnchanged ? "unchanged" : "loaded", (long?)result.LoadId, ""),
            PartRefused refused => ("refused", null, $"{refused.Reason.TrimEnd('.')}. {refused.Remedy}"),
            _ => throw new InvalidOperationException($"No outcome named {outcome.GetType().Name}."),
        };
        return new(outcome.Manifest.Order, outcome.Part, outcome.Manifest.FileName, word, loadId, message, clock.GetUtcNow().ToString("O", CultureInfo.InvariantCulture));
    }

    /// <summary>Loads the part as <see cref="LoadAsync"/> does, and acknowledges nothing.</summary>
    /// <param name="loadId">The id the load had; null for a new one.</param>
    /// <param name="prepared">The part, read and staged before; the caller's to dispose of. Null: it is read now.</param>
    public async Task<PartOutcome> ReplayAsync(
        Manifest manifest, LandedPart part, ReadingHints hints, IProgress<long>? rows, CancellationToken cancel, long? loadId = null, PreparedPart? prepared = null)
    {
        try
        {
            if (GeneratedPayload.Is(manifest))
                return await GeneratedPayload.LoadAsync(warehouse, manifest, part, Request, rows, loadId, cancel);
            if (prepared is not null)
                return await CommitAsync(manifest, part, prepared, loadId, cancel);

            await using var read = await PrepareAsync(ExportReader.Read(part.ToFile(), hints, cancel), rows, cancel);
            return await CommitAsync(manifest, part, read, loadId, cancel);
        }
        catch (LandingException error)
        {
            return new PartRefused(manifest, part.Name, error.Message, error.Remedy, null);
        }
        catch (WarehouseException error)
        {
            return new PartRefused(manifest, part.Name, error.Message, error.Remedy, null);
        }
    }

    /// <summary>Stages the rows of a reading that was not refused; nothing of it is in the warehouse yet.</summary>
    /// <exception cref="LandingException">It is of a damaged or hostile archive.</exception>
    public async Task<PreparedPart> PrepareAsync(Reading reading, IProgress<long>? rows, CancellationToken cancel)
    {
        if (reading is not Understood understood)
            return new(reading);

        var connection = await warehouse.Source.OpenConnectionAsync(cancel);
        StagedRows? staged = null;
        try
        {
            staged = await StagedRows.CreateAsync(connection, warehouse.Dialect, cancel);
            return new(reading, connection, staged, Stage(understood, staged, Today, rows, cancel));
        }
        catch
        {
            await PreparedPart.CloseAsync(staged, connection);
            throw;
        }
    }

    async Task<PartOutcome> CommitAsync(Manifest manifest, LandedPart part, PreparedPart prepared, long? loadId, CancellationToken cancel)
    {
        if (prepared.Reading is Refused refused)
            return new PartRefused(manifest, part.Name, refused.Reason, refused.Remedy, refused.Line, refused.IsNoReport);

        var (understood, staged, tally) = prepared.Staged;
        if (tally.Rejection(staged) is { } rejection)
            return new PartRefused(manifest, part.Name, rejection.Reason, rejection.Remedy, rejection.Line, IsNoReport: tally.IsEmpty && part.Beside.Count > 1);

        var result = await SliceLoad.CommitAsync(warehouse, staged, Request(manifest, part, understood, tally) with { LoadId = loadId }, cancel);
        return new PartLoaded(manifest, part.Name, understood.Family, result, tally.Warnings(result));
    }

    /// <summary>Stages every row of a reading; nothing reaches a fact yet.</summary>
    public static PartTally Stage(Understood understood, StagedRows staged, DateOnly today, IProgress<long>? rows, CancellationToken cancel)
    {
        var tally = new PartTally(understood, today);
        foreach (var item in ReadAhead.Of(understood.Items, cancel))
        {
            tally.Take(item, staged);
            if (tally.InputRows % ProgressEvery != 0)
                continue;

            cancel.ThrowIfCancellationRequested();
            rows?.Report(tally.InputRows);
        }

        rows?.Report(tally.InputRows);
        return tally;
    }

    /// <summary>By UTC; days are plausible up to the day after it.</summary>
    public DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    LoadRequest Request(Manifest manifest, LandedPart part) => new(
        LoadKey(manifest, part.Name), manifest.Sha256, part.Name, manifest.Order, manifest.FileName, GeneratedPayload.Family, manifest.SourceKind,
        Platform.Acme.Code, control.NextFence(), clock.GetUtcNow(), false, Duplicates.Sum, 0, 0, null, []);

    /// <summary>What the warehouse is told of a part.</summary>
    public LoadRequest Request(Manifest manifest, LandedPart part, Understood understood, PartTally tally) => new(
        LoadKey(manifest, part.Name), manifest.Sha256, part.Name, manifest.Order, manifest.FileName, understood.Family, manifest.SourceKind,
        understood.Platform?.Code ?? "", control.NextFence(), clock.GetUtcNow(), tally.IsComplete, understood.Duplicates, tally.InputRows,
        tally.FilteredRows, tally.ControlTotal, tally.Notes) { KeepsFirst = conflict is FactConflict.Nothing };

    /// <summary>Equal for equal bytes, hints and reader: the same input again is known before it is loaded.</summary>
    public static string LoadKey(Manifest manifest, string part) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        string.Create(CultureInfo.InvariantCulture, $"{manifest.Fingerprint}|{part}|{LoadRequest.TransformVersion}"))));
}
