using System.Globalization;
using Admetry.App.Pipeline;
using Admetry.App.Workspace;
using Admetry.Connectors.Exports;
using Admetry.DuckDb;

namespace Admetry.Bench;

/// <summary>
/// Importing a downloaded Google Ads report that is recognised without any setting, from the file to the committed warehouse with landing,
/// totals and every check ÷ the engine's own typed <c>read_csv</c> of the same file into a table of a file; and the most memory it held.
/// </summary>
/// <remarks>ADMETRY_EXPORT_MB sets the size of the file; 1,000 unless said.</remarks>
static class ExportBench
{
    static long Bytes => (long.TryParse(Environment.GetEnvironmentVariable("ADMETRY_EXPORT_MB"), CultureInfo.InvariantCulture, out var size) ? size : 1_000) * 1_000_000;

    public static async IAsyncEnumerable<Outcome> RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("admetry-bench-").FullName;
        try
        {
            var csv = Path.Combine(folder, "report.csv");
            var rows = GoogleAdsFile.Write(csv, Bytes, days: 500);
            var size = $"{Bytes / 1_000_000:N0} MB";
            yield return await Contest(folder, csv, rows, size).RunAsync();

            await StartBench.ProgramAsync(folder, "init", "flat");
            var memory = await MemoryBench.PeakAsync(folder, csv, "flat");
            yield return new(new($"peak memory, import of a Google Ads report of {size}", new(() => Task.CompletedTask), null, Good.AtMost, 1.5, 1.5), new(memory / 1e9, 0), null);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    static Contest Contest(string folder, string csv, long rows, string size)
    {
        var (place, bare) = (Path.Combine(folder, "workspace"), Path.Combine(folder, "bare.duckdb"));
        OpenWorkspace? workspace = null;
        return new($"import of a Google Ads report of {size}",
            new(async () => await ImportAsync(workspace!, csv, rows), async () =>
            {
                if (workspace is not null)
                    await workspace.DisposeAsync();
                if (Directory.Exists(place))
                    Directory.Delete(place, recursive: true);
                workspace = await OpenWorkspace.OpenAsync(WorkspaceFolder.Init(place), TimeProvider.System, CancellationToken.None);
            }),
            new(() => ReadBareAsync(bare, csv, rows), () =>
            {
                File.Delete(bare);
                File.Delete($"{bare}.wal");
                return Task.CompletedTask;
            }),
            Good.AtLeast, 0.4, 0.4) { Samples = 3 };
    }

    /// <summary>Imports the file and insists that every row arrived.</summary>
    static async Task ImportAsync(OpenWorkspace workspace, string csv, long rows)
    {
        var outcomes = await new ImportJob(workspace).RunAsync(csv, ReadingHints.None, "export", progress: null, CancellationToken.None);
        if (outcomes is not [PartLoaded { Result: { IsUnchanged: false, QuarantinedRows: 0 } result }] || result.AcceptedRows != rows)
            throw new InvalidOperationException($"The import failed: {outcomes[0]}");
    }

    static Task ReadBareAsync(string bare, string csv, long rows)
    {
        using var connection = new DuckDbConnection($"Data Source={bare}");
        connection.Open();
        // The totals row has no day, so it is one that the engine is told to pass over.
        using var command = new DuckDbCommand(
            $"create table bench as select * from read_csv('{csv}', header = false, skip = {GoogleAdsFile.LinesBefore}, delim = ',', quote = '\"', auto_detect = false, ignore_errors = true, columns = {GoogleAdsFile.Columns})", connection);
        command.ExecuteNonQuery();
        using var count = new DuckDbCommand("select count(*) from bench", connection);
        return Convert.ToInt64(count.ExecuteScalar(), CultureInfo.InvariantCulture) == rows
            ? Task.CompletedTask : throw new InvalidOperationException("The engine read another number of rows.");
    }
}
