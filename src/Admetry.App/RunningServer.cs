using System.Diagnostics;
using System.Security.Cryptography;
using System.Text.Json;
using Admetry.App.Workspace;

namespace Admetry.App;

/// <summary>Where the server of a workspace listens, and the secret by which the command line proves it may speak to it.</summary>
/// <param name="Url">Such as <c>http://127.0.0.1:5080</c>.</param>
/// <param name="Token">Readable by the owner of the workspace alone.</param>
public sealed record RunningServer(string Url, int ProcessId, string Token)
{
    /// <summary>Writes the note for the command line; only the owner can read it.</summary>
    public static RunningServer Announce(WorkspaceFolder folder, string url)
    {
        var server = new RunningServer(url, Environment.ProcessId, Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32)));
        var part = $"{FileOf(folder)}.part";
        File.Delete(part);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var file = new FileStream(part, options))
            JsonSerializer.Serialize(file, server);
        File.Move(part, FileOf(folder), overwrite: true);
        return server;
    }

    /// <summary>The server of this workspace; null when none runs.</summary>
    public static RunningServer? Find(WorkspaceFolder folder)
    {
        if (!File.Exists(FileOf(folder)))
            return null;

        try
        {
            var server = JsonSerializer.Deserialize<RunningServer>(File.ReadAllBytes(FileOf(folder)));
            return server is not null && IsAlive(server.ProcessId) ? server : null;
        }
        catch (Exception error) when (error is JsonException or IOException)
        {
            return null; // the note of a server that is just going
        }
    }

    /// <summary>Takes the note back, if it is still this server's.</summary>
    public void Withdraw(WorkspaceFolder folder)
    {
        if (File.Exists(FileOf(folder)) && JsonSerializer.Deserialize<RunningServer>(File.ReadAllBytes(FileOf(folder))) == this)
            File.Delete(FileOf(folder));
    }

    static string FileOf(WorkspaceFolder folder) => Path.Combine(folder.Data, "server.json");

    static bool IsAlive(int process)
    {
        try
        {
            using var found = Process.GetProcessById(process);
            return !found.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
