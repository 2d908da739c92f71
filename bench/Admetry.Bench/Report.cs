using System.Globalization;
using System.Runtime.InteropServices;
using Admetry.DuckDb;

namespace Admetry.Bench;

/// <summary>Prints outcomes and keeps the newest of each in <c>bench/results/latest.md</c>.</summary>
static class Report
{
    const string Header = "| Benchmark | Ours | Baseline | Measured | CPU | Goal | Gate | |\n|---|--:|--:|--:|--:|--:|--:|---|";

    public static void Print(Outcome outcome) => Console.WriteLine(Row(outcome));

    public static void PrintHeader() => Console.WriteLine(Header);

    /// <summary>Rewrites the rows measured now; rows of benchmarks that did not run stay.</summary>
    public static void Write(IReadOnlyList<Outcome> outcomes)
    {
        var file = Path.Combine(Root(), "bench", "results", "latest.md");
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        var rows = File.Exists(file)
            ? File.ReadAllLines(file).Where(line => line.StartsWith("| ", StringComparison.Ordinal) && !line.StartsWith("| Benchmark", StringComparison.Ordinal)).ToList()
            : [];
        foreach (var outcome in outcomes)
        {
            var at = rows.FindIndex(row => row.StartsWith($"| {outcome.Contest.Name} |", StringComparison.Ordinal));
            if (at >= 0)
                rows[at] = Row(outcome);
            else
                rows.Add(Row(outcome));
        }

        File.WriteAllText(file, $"""
            # Speed, last measured

            {Machine()}
            Medians of seven after a warm-up; ours and the baseline alternate in one process. "Measured" is held against goal and gate:
            ≤ is our time ÷ the baseline's, ≥ our speed ÷ the baseline's, a unit stands for itself. "CPU" is the same of processor time.
            docs/decisions/0003-how-speed-is-measured.md says what each baseline is.

            {Header}
            {string.Join('\n', rows)}

            """);
    }

    static string Row(Outcome outcome)
    {
        var contest = outcome.Contest;
        var sign = contest.Good is Good.AtMost ? "≤" : "≥";
        var unit = contest is { Baseline: null } ? contest.Name.Contains("memory", StringComparison.Ordinal) ? " GB" : " s" : "";
        return string.Create(CultureInfo.InvariantCulture,
            $"| {contest.Name} | {Time(outcome.Ours.Wall, unit)} | {(outcome.Baseline is { } baseline ? Time(baseline.Wall, "") : "")} | {outcome.Value:0.00}{unit} | {outcome.CpuValue:0.00} | {sign} {contest.Goal:0.00}{unit} | {sign} {contest.Gate:0.00}{unit} | {(outcome.ReachesGoal ? "goal" : outcome.Passes ? "passes" : "FAILS")} |");
    }

    static string Time(double value, string unit) => unit is " GB" ? "" : value switch
    {
        >= 1 => string.Create(CultureInfo.InvariantCulture, $"{value:0.00} s"),
        >= 0.01 => string.Create(CultureInfo.InvariantCulture, $"{value * 1e3:0} ms"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{value * 1e3:0.00} ms"),
    };

    static string Machine()
    {
        using var connection = new DuckDbConnection("Data Source=:memory:");
        connection.Open();
        var memory = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / (double)(1 << 30);
        return string.Create(CultureInfo.InvariantCulture,
            $"{Environment.ProcessorCount} processors ({Processor()}), {memory:0} GiB, {RuntimeInformation.OSArchitecture} {(OperatingSystem.IsLinux() ? "Linux" : "other")}, .NET {Environment.Version}, DuckDB {connection.ServerVersion}.");
    }

    static string Processor() => File.Exists("/proc/cpuinfo")
        ? File.ReadLines("/proc/cpuinfo").FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))?.Split(':')[1].Trim() ?? "unknown"
        : "unknown";

    /// <summary>The folder of the solution, found upwards from the program.</summary>
    public static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Admetry.slnx")))
                return folder.FullName;

        throw new DirectoryNotFoundException("The benchmarks run from a build of the repository.");
    }
}
