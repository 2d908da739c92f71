using System.Runtime.InteropServices;

namespace Admetry.Storage.Landing;

/// <summary>Makes a rename survive a power cut: the folder's own entry is written to the disk too.</summary>
static class DirectorySync
{
    /// <exception cref="IOException">The system refused to sync the folder.</exception>
    public static void Flush(string folder)
    {
        if (OperatingSystem.IsWindows())
            return; // NTFS journals the rename itself

        var handle = Open(folder, 0);
        if (handle < 0)
            throw new IOException($"Cannot open the folder '{folder}' to sync it.");

        try
        {
            if (Sync(handle) != 0)
                throw new IOException($"Cannot sync the folder '{folder}'.");
        }
        finally
        {
            _ = Close(handle);
        }
    }

    [DllImport("libc", EntryPoint = "open", CharSet = CharSet.Ansi, BestFitMapping = false, ThrowOnUnmappableChar = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    static extern int Open([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags);

    [DllImport("libc", EntryPoint = "fsync")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    static extern int Sync(int handle);

    [DllImport("libc", EntryPoint = "close")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    static extern int Close(int handle);
}
