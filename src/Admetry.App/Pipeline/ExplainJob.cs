using Admetry.App.Workspace;
using Admetry.Connectors.Exports;
using Admetry.Connectors.Exports.Explanations;
using Admetry.Storage.Landing;

namespace Admetry.App.Pipeline;

/// <summary>Tells of a file what importing it would decide and give. Nothing is kept, nothing is loaded.</summary>
public static class ExplainJob
{
    /// <param name="folder">The workspace whose rules apply; null: none.</param>
    /// <returns>One explanation for each part: one for a plain file, one for each entry of an archive.</returns>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="SettingsException">The workspace's settings are wrong.</exception>
    public static IEnumerable<Explanation> Run(WorkspaceFolder? folder, string file, ReadingHints said, DateOnly today, CancellationToken cancel)
    {
        var hints = folder is null ? said : Hints.For(folder, folder.ReadSettings(), file, said);
        foreach (var part in Parts(file))
            yield return Explain(part, hints, today, cancel);
    }

    /// <summary>The columns of a file's first part as they are read, without going through its rows.</summary>
    /// <returns>The columns, and whether no family knows them.</returns>
    public static (IReadOnlyList<ExplainedColumn> Columns, bool IsUnknown) Columns(WorkspaceFolder folder, string file, ReadingHints said, CancellationToken cancel)
    {
        try
        {
            var part = Parts(file)[0];
            return Explainer.Columns(part.ToFile(), Hints.For(folder, folder.ReadSettings(), file, said), cancel);
        }
        catch (LandingException)
        {
            return ([], false); // the explanation says why
        }
    }

    static IReadOnlyList<LandedPart> Parts(string file)
    {
        var name = Path.GetFileName(file);
        try
        {
            return Archive.Parts(name, () => new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1 << 20));
        }
        catch (LandingException error)
        {
            return [new(name, () => throw error)];
        }
    }

    static Explanation Explain(LandedPart part, ReadingHints hints, DateOnly today, CancellationToken cancel)
    {
        try
        {
            return Explainer.Explain(part.ToFile(), hints, today, cancel);
        }
        catch (LandingException error)
        {
            return new() { File = part.Name, Decisions = [], Refusal = new Refused(error.Message, error.Remedy) { Decisions = [] } };
        }
    }
}
