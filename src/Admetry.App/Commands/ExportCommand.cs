using System.CommandLine;
using Admetry.App.Reports;
using Admetry.Metrics;
using Admetry.Storage.Warehouse;

namespace Admetry.App.Commands;

/// <summary><c>admetry export csv|sqlite|parquet</c>: what the warehouse says, for other programs.</summary>
static class ExportCommand
{
    public static Command Create(CommandHost host) =>
        new("export", "Writes reports and data for other programs.") { Csv(host), Sqlite(host), Parquet(host) };

    static Command Csv(CommandHost host)
    {
        var directory = new Argument<string>("DIR") { Description = "Where the five files go; those of the same names are replaced." };
        return new Command("csv", "Writes five reports: daily spend by client, clicks by platform, CTR trends, campaigns, cross-channel lift.\n\nExample: admetry export csv data/reports") { directory }.Does(host, async run =>
        {
            await using var lease = await run.OpenAsync();
            var question = new ReportQuestion(Principal.Everything("command line"), Currency: lease.Workspace.Settings.Currency);
            foreach (var file in await SeedReports.WriteAsync(new(lease.Workspace.Warehouse), question, run.PathOf(run.Arguments.GetValue(directory)!), run.Cancel))
                await run.Output.WriteLineAsync(file);
            return ExitCode.Done;
        });
    }

    static Command Sqlite(CommandHost host)
    {
        var file = new Argument<string>("FILE") { Description = "The database to write; one that is there is replaced." };
        return new Command("sqlite", "Writes the star schema as a SQLite database.\n\nExample: admetry export sqlite analytics.db") { file }.Does(host, async run =>
        {
            await using var lease = await run.OpenAsync();
            var path = run.PathOf(run.Arguments.GetValue(file)!);
            await SqliteExport.WriteAsync(lease.Workspace.Warehouse, path, run.Cancel);
            await run.Output.WriteLineAsync(path);
            return ExitCode.Done;
        });
    }

    static Command Parquet(CommandHost host)
    {
        var directory = new Argument<string>("DIR") { Description = "Where the files go, one folder for each table." };
        return new Command("parquet", "Writes the star schema as Parquet, facts by month.\n\nExample: admetry export parquet data/processed") { directory }.Does(host, async run =>
        {
            await using var lease = await run.OpenAsync();
            var path = run.PathOf(run.Arguments.GetValue(directory)!);
            await ParquetExport.WriteAsync(lease.Workspace.Warehouse, path, run.Cancel);
            await run.Output.WriteLineAsync(path);
            return ExitCode.Done;
        });
    }
}
