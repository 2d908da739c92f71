using System.Text;
using Admetry.App.Workspace;
using Admetry.Connectors.Exports;
using Admetry.Storage.Warehouse.Synthetic;
using Admetry.Synthetic.Acme;

namespace Admetry.App.Pipeline;

/// <summary>Makes ACME Corp in a workspace: lands what it is a function of, then generates and loads it like any payload.</summary>
public static class AcmeJob
{
    const string MemoryLimit = "750MB";

    /// <returns>One outcome: loaded, unchanged, or refused because another company stands in the workspace.</returns>
    /// <exception cref="ArgumentException">The parameters are out of range.</exception>
    public static async Task<PartOutcome> RunAsync(OpenWorkspace workspace, AcmeParameters parameters, IProgress<ImportProgress>? progress, CancellationToken cancel)
    {
        if (parameters.Problem is { } problem)
            throw new ArgumentException(problem, nameof(parameters));

        await workspace.Control.Turn.WaitAsync(cancel);
        try
        {
            using var payload = new MemoryStream(Encoding.UTF8.GetBytes(parameters.ToJson()));
            var (manifest, _) = await workspace.Landing.ReceiveAsync(payload, GeneratedPayload.FileName, GeneratedPayload.SourceKind, new Dictionary<string, string>(), null, cancel);
            return (await new ImportJob(workspace).LoadAsync(manifest, ReadingHints.None, progress, cancel)).Single();
        }
        finally
        {
            workspace.Control.Turn.Release();
        }
    }

    /// <summary>Writes the company as Parquet files, a month at a time; no workspace is needed.</summary>
    public static Task WriteParquetAsync(AcmeParameters parameters, string directory, IProgress<ImportProgress>? progress, CancellationToken cancel) =>
        AcmeParquet.WriteAsync(parameters, directory, MemoryLimit, null, progress is null ? null : new Relay(progress), cancel);

    sealed class Relay(IProgress<ImportProgress> progress) : IProgress<long>
    {
        public void Report(long value) => progress.Report(new(AcmeParameters.Generator, 0, value));
    }
}
