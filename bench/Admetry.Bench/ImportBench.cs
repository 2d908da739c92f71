using Admetry.App.Pipeline;
using Admetry.App.Workspace;
using Admetry.Connectors.Exports;
using Admetry.DuckDb;

namespace Admetry.Bench;

/// <summary>
/// Importing a mapped CSV of a million rows, from the file to the committed warehouse with landing and every check ÷ the engine's own
/// typed <c>read_csv</c> into a table of a file.
/// </summary>
static class ImportBench
{
    const int Rows = 1_000_000;

    public static async IAsyncEnumerable<Outcome> RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("admetry-bench-").FullName;
        try
        {
            var csv = Path.Combine(folder, "bench.csv");
            CsvFile.Write(csv, Rows, days: 500);
            yield return await Contest(folder, csv).RunAsync();
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    static Contest Contest(string folder, string csv)
    {
        var (place, bare) = (Path.Combine(folder, "workspace"), Path.Combine(folder, "bare.duckdb"));
        OpenWorkspace? workspace = null;
        return new("import of a mapped CSV",
            new(async () => await ImportAsync(workspace!, csv), async () =>
            {
                if (workspace is not null)
                    await workspace.DisposeAsync();
                if (Directory.Exists(place))
                    Directory.Delete(place, recursive: true);
                workspace = await OpenWorkspace.OpenAsync(WorkspaceFolder.Init(place), TimeProvider.System, CancellationToken.None);
            }),
            new(() =>
            {
                using var connection = new DuckDbConnection($"Data Source={bare}");
                connection.Open();
                using var command = new DuckDbCommand(
                    $"create table bench as select * from read_csv('{csv}', header = true, columns = {CsvFile.Columns})", connection);
                command.ExecuteNonQuery();
                return Task.CompletedTask;
            }, () =>
            {
                File.Delete(bare);
                File.Delete($"{bare}.wal");
                return Task.CompletedTask;
            }),
            Good.AtLeast, 0.4, 0.4);
    }

    /// <summary>Imports the file and insists that every row arrived.</summary>
    public static async Task ImportAsync(OpenWorkspace workspace, string csv)
    {
        var hints = new ReadingHints { Mapping = CsvFile.Mapping };
        var outcomes = await new ImportJob(workspace).RunAsync(csv, hints, "export", progress: null, CancellationToken.None);
        if (outcomes is not [PartLoaded { Result: { AcceptedRows: > 0, IsUnchanged: false, QuarantinedRows: 0 } }])
            throw new InvalidOperationException($"The import failed: {outcomes[0]}");
    }
}
