namespace Admetry.App.Workspace;

/// <summary>Keeps paths that come from settings, files and requests inside a folder.</summary>
public static class PathConfinement
{
    const int MostLinks = 40;

    /// <summary>The full path of <paramref name="path"/>, which is relative to <paramref name="root"/>.</summary>
    /// <exception cref="UnauthorizedAccessException">It is absolute, or leads out of the root, by itself or through a
    /// link.</exception>
    public static string Resolve(string root, string path)
    {
        var full = Path.GetFullPath(root);
        if (path is "" || path.Contains('\0') || Path.IsPathRooted(path) || path is [_, ':', ..])
            throw Outside(path);

        var wanted = Path.GetFullPath(Path.Combine(full, path));
        if (!IsInside(full, wanted) || !IsInside(Real(full), Real(wanted)))
            throw Outside(path);

        return wanted;
    }

    /// <summary>Whether <paramref name="path"/> is <paramref name="root"/> or lies below it; both are full paths.</summary>
    static bool IsInside(string root, string path)
    {
        var relative = Path.GetRelativePath(root, path);
        return !Path.IsPathRooted(relative) && relative is not ".."
            && !relative.StartsWith($"..{Path.DirectorySeparatorChar}", StringComparison.Ordinal);
    }

    // Links are followed from the root down, one at a time, as the system will follow them; what does not exist yet has none.
    static string Real(string path, int links = 0)
    {
        if (links > MostLinks)
            throw new UnauthorizedAccessException($"'{path}' is a circle of links.");

        var real = Path.GetPathRoot(path)!;
        foreach (var part in path[real.Length..].Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries))
        {
            var next = Path.Combine(real, part);
            real = new FileInfo(next).LinkTarget is { } target ? Real(Path.GetFullPath(target, real), links + 1) : next;
        }

        return real;
    }

    static UnauthorizedAccessException Outside(string path) =>
        new($"'{path.Replace("\0", "", StringComparison.Ordinal)}' leads out of its folder. Use a path inside it, relative and without '..'.");
}
