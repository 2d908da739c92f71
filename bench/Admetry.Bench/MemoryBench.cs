using System.Diagnostics;
using System.Globalization;

namespace Admetry.Bench;

/// <summary>The most memory that a fresh process of the built program held while it imported a CSV of 2 GB.</summary>
static class MemoryBench
{
    const long Rows = 19_500_000;

    public static async IAsyncEnumerable<Outcome> RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("admetry-bench-").FullName;
        try
        {
            var csv = Path.Combine(folder, "bench.csv");
            CsvFile.Write(csv, Rows, days: 1_000);
            if (new FileInfo(csv).Length < 2_000_000_000)
                throw new InvalidOperationException($"The file has only {new FileInfo(csv).Length} bytes.");

            var memory = await ImportAsync(folder, csv);
            yield return new(new("peak memory, import of 2 GB", new(() => Task.CompletedTask), null, Good.AtMost, 1.5, 1.5), new(memory / 1e9, 0), null);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    static async Task<double> ImportAsync(string folder, string csv)
    {
        await StartBench.ProgramAsync(folder, "init", "workspace");
        await File.AppendAllTextAsync(Path.Combine(folder, "workspace", "admetry.yaml"), Sources());
        return await PeakAsync(folder, csv, "workspace");
    }

    /// <summary>The most bytes that a fresh process held while it imported the file into the workspace.</summary>
    public static async Task<long> PeakAsync(string folder, string csv, string workspace)
    {
        using var process = StartBench.Start(folder, "import", csv, "--workspace", workspace);
        var said = Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        var most = 0L;
        while (!process.HasExited)
        {
            most = Math.Max(most, Peak(process));
            await Task.Delay(50);
        }

        if (process.ExitCode != 0)
            throw new InvalidOperationException(string.Concat(await said));
        return most;
    }

    static string Sources()
    {
        var columns = string.Join(", ", CsvFile.Mapping.Columns.Select(pair => $"{pair.Key}: {pair.Value}"));
        return $$"""

            sources:
              - name: bench
                files: bench*.csv
                platform: criteo
                account: "77"
                currency: EUR
                columns: { {{columns}} }

            """;
    }

    /// <summary>The system's own mark of the most memory resident, in bytes; 0 once the process has ended.</summary>
    static long Peak(Process process)
    {
        try
        {
            var line = File.ReadLines($"/proc/{process.Id}/status").FirstOrDefault(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
            return line is null ? 0 : long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) * 1024;
        }
        catch (IOException)
        {
            return 0; // it ended between the two looks
        }
    }
}
