namespace Admetry.DuckDb;

/// <summary>The one path of a file that links, dots and the working directory can name in many ways.</summary>
static class CanonicalPath
{
    /// <summary>Follows every link on the way. The file need not exist yet.</summary>
    public static string Of(string path) => Resolve(new FileInfo(Path.GetFullPath(path)));

    static string Resolve(FileSystemInfo entry)
    {
        var target = entry.LinkTarget is null ? entry : entry.ResolveLinkTarget(returnFinalTarget: true) ?? entry;
        return Path.GetDirectoryName(target.FullName) is { } folder
            ? Path.Combine(Resolve(new DirectoryInfo(folder)), Path.GetFileName(target.FullName))
            : target.FullName;
    }
}
