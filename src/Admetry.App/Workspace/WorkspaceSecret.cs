using System.Security.Cryptography;

namespace Admetry.App.Workspace;

/// <summary>The workspace's own 32 random bytes, by which tokens are made of what identifies persons. Made once, readable by the owner alone.</summary>
/// <remarks>It belongs in every backup: without it the same person gets another token.</remarks>
public static class WorkspaceSecret
{
    const int Size = 32;

    /// <exception cref="IOException">The file cannot be made or read, or is no secret any more.</exception>
    public static byte[] Read(WorkspaceFolder folder)
    {
        var path = Path.Combine(folder.Data, "person.key");
        if (!File.Exists(path))
            Make(path);
        return File.ReadAllBytes(path) is { Length: Size } secret
            ? secret
            : throw new IOException($"{path} is damaged: restore it from a backup, so that persons keep their tokens.");
    }

    // Written aside and moved: of two that begin at once, both read what the first one made.
    static void Make(string path)
    {
        var part = $"{path}.{Guid.NewGuid():N}.part";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var file = new FileStream(part, options))
        {
            file.Write(RandomNumberGenerator.GetBytes(Size));
            file.Flush(flushToDisk: true);
        }

        try
        {
            File.Move(part, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(part);
        }
    }
}
