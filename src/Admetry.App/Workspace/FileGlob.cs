using System.Text.RegularExpressions;

namespace Admetry.App.Workspace;

/// <summary>Patterns of file paths, as people write them.</summary>
/// <remarks>
/// <c>*</c> and <c>?</c> match within one folder or file name, <c>**</c> across folders. A pattern without <c>/</c>
/// speaks of the file's name, wherever it lies; one that ends in <c>/</c>, of all that lies below the folder. Case does
/// not matter.
/// </remarks>
public static class FileGlob
{
    /// <param name="path">With <c>/</c> between folders.</param>
    public static bool Matches(string pattern, string path)
    {
        pattern = pattern.Replace('\\', '/');
        path = path.Replace('\\', '/');
        if (!pattern.Contains('/', StringComparison.Ordinal))
            path = path[(path.LastIndexOf('/') + 1)..];
        else if (pattern.EndsWith('/'))
            pattern += "**";

        // Linear-time matching: a pattern from a settings file cannot make it hang.
        return Regex.IsMatch(path, $"^{Expression(pattern)}$",
            RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.Singleline);
    }

    static string Expression(string pattern) =>
        Regex.Escape(pattern).Replace(@"\*\*/", "(.*/)?").Replace(@"\*\*", ".*").Replace(@"\*", "[^/]*").Replace(@"\?", "[^/]");
}
