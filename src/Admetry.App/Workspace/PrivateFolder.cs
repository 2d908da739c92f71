namespace Admetry.App.Workspace;

/// <summary>Folders that only their owner may look into: they hold business numbers and secrets.</summary>
static class PrivateFolder
{
    public static void Create(string path)
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(path); // the profile's own permissions apply
        else
            Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
