namespace Admetry.App.Pages;

/// <summary>Keeps a way back on this server, whatever a form said.</summary>
static class LocalPath
{
    /// <returns><paramref name="path"/>, unless it could lead elsewhere.</returns>
    public static string Or(string? path, string otherwise) => path is not null && IsLocal(path) ? path : otherwise;

    static bool IsLocal(string path) => path is "/"
        || (path is ['/', var second, ..] && second is not ('/' or '\\') && !path.Any(char.IsControl));
}
