using System.Text;
using Admetry.App.Workspace;
using Admetry.Connectors.Exports;
using Admetry.Synthetic.Acme;

namespace Admetry.App.Pipeline;

/// <summary>Makes ACME Corp in a workspace: lands what it is a function of, then generates and loads it like any payload.</summary>
public static class AcmeJob
{
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
}
