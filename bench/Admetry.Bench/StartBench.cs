using System.Diagnostics;

namespace Admetry.Bench;

/// <summary>Seconds from starting a fresh process of the built program to its end, on the workspace of the demonstration.</summary>
static class StartBench
{
    public static async IAsyncEnumerable<Outcome> RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("admetry-bench-").FullName;
        try
        {
            await ProgramAsync(folder, "demo", "workspace", "--no-serve");
            yield return await new Contest("cold start, admetry query",
                new(() => ProgramAsync(folder, "query", "spend,clicks,ctr", "--by", "platform", "--workspace", "workspace")), null, Good.AtMost, 0.5, 0.5).RunAsync();
            yield return await new Contest("cold start, admetry --help", new(() => ProgramAsync(folder, "--help")), null, Good.AtMost, 0.2, 0.5).RunAsync();
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    public static Process Start(string folder, params string[] arguments) => Process.Start(new ProcessStartInfo(ProgramPath(), arguments)
    {
        WorkingDirectory = folder,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    })!;

    public static async Task ProgramAsync(string folder, params string[] arguments)
    {
        using var process = Start(folder, arguments);
        var said = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        if (process.ExitCode != 0 || said[0].Length == 0)
            throw new InvalidOperationException($"admetry {string.Join(' ', arguments)}: {said[1]}");
    }

    /// <summary>The program as it was built beside this one, in the same configuration.</summary>
    static string ProgramPath() => Path.Combine(
        Report.Root(), "artifacts", "bin", "Admetry.App", new DirectoryInfo(AppContext.BaseDirectory).Name, "Admetry.App");
}
