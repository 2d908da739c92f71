namespace Admetry.DuckDb;

/// <summary>The one path of a file that links, dots and the working directory can name in many ways.</summary>
static class CanonicalPath
{
    /// <summary>Follows every link on the way. The file need not exist yet.</summary>
    public static string Of(string path)
    {
        var full = Path.GetFullPath(path);
        var target = File.Exists(full) ? File.ResolveLinkTarget(full, returnFinalTarget: true)?.FullName ?? full : full;
        return Path.GetDirectoryName(target) is { } folder
            ? Path.Combine(OfFolder(folder), Path.GetFileName(target))
            : target;
    }

    static string OfFolder(string folder)
    {
        var target = Directory.Exists(folder) ? Directory.ResolveLinkTarget(folder, returnFinalTarget: true)?.FullName ?? folder : folder;
        return Path.GetDirectoryName(target) is { } parent
            ? Path.Combine(OfFolder(parent), Path.GetFileName(target))
            : target;
    }
}
