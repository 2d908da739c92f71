using Admetry.Synthetic.Acme;
using Dapper;

namespace Admetry.Storage.Warehouse.Synthetic;

/// <summary>Writes a company of any size as Parquet: the log partitioned by month, the entities one file each. No warehouse is touched.</summary>
/// <remarks>
/// A month at a time goes through a database beside the files, so that neither memory nor the disk beside the result grows with the size.
/// Facts are not written: a reader sums the log. A click of the first minutes of a month may stand in a second file of that month.
/// </remarks>
public static class AcmeParquet
{
    static readonly string[] Entities =
    [
        "dim_client", "dim_account", "dim_campaign", "dim_adset", "dim_creative", "dim_ad", "dim_publisher", "dim_placement", "dim_country", "dim_geo",
        "dim_age", "dim_gender", "dim_interest", "dim_date", "dim_platform", "fact_budget", "fact_touchpoint",
    ];

    /// <param name="memoryLimit">Of the engine, such as <c>750MB</c>.</param>
    /// <param name="rows">Told how many auction rows are written, now and then.</param>
    /// <exception cref="WarehouseException">The folder is there already and not empty.</exception>
    public static Task WriteAsync(AcmeParameters parameters, string directory, string memoryLimit, int? threads, IProgress<long>? rows, CancellationToken cancel) =>
        ParquetExport.WriteAsync(directory, async unfinished =>
        {
            var file = Path.Combine(unfinished, "stage.duckdb");
            await using (var stage = await WarehouseDatabase.OpenDuckDbAsync(file, new(memoryLimit, null, unfinished), cancel))
                await new Writer(stage, AcmeWorld.Create(parameters), unfinished, threads ?? Environment.ProcessorCount).WriteAsync(rows, cancel);
            foreach (var left in Directory.GetFiles(unfinished, "stage.duckdb*"))
                File.Delete(left);
        });

    sealed class Writer(WarehouseDatabase stage, AcmeWorld world, string folder, int threads)
    {
        public async Task WriteAsync(IProgress<long>? rows, CancellationToken cancel)
        {
            await using var connection = await stage.Source.OpenConnectionAsync(cancel);
            var keys = await AcmeKeys.TakeAsync(connection, null);
            var media = new long[world.Plan.Cells];
            foreach (var (month, part) in Months())
            {
                await using (var bulk = new BulkWriters(connection))
                {
                    await LogPipeline.RunAsync(world, part, threads, new LogWriter(bulk, world, keys, 1, media).Write, rows, cancel);
                    await bulk.CompleteAsync(cancel);
                }

                foreach (var log in AcmeTables.Logs.Where(log => log.StartsWith("log_", StringComparison.Ordinal)))
                    await connection.ExecuteAsync(new CommandDefinition(
                        $"""
                        copy (select *, printf('%04d-%02d', date_id // 10000, (date_id // 100) % 100) as month from {log} order by date_id)
                        to '{Path.Combine(folder, log).Replace("'", "''", StringComparison.Ordinal)}' (format parquet, partition_by (month), overwrite_or_ignore, filename_pattern 'from-{month:yyyy-MM}-')
                        ;
                        truncate {log}
                        """, cancellationToken: cancel));
            }

            await EntitiesAsync(connection, keys, media, cancel);
        }

        async Task EntitiesAsync(System.Data.Common.DbConnection connection, AcmeKeys keys, long[] media, CancellationToken cancel)
        {
            await using (var bulk = new BulkWriters(connection))
            {
                var budgets = AcmeBudget.Solve(world.Entities, world.Plan, media);
                new AcmeDimensions(bulk, world, keys, budgets, DateTimeOffset.UnixEpoch).Write(1);
                new JourneyWriter(bulk, world, keys, 1).Write(cancel);
                await bulk.CompleteAsync(cancel);
            }

            foreach (var table in (await WarehouseTables.ReadAsync(connection, cancel)).Where(table => Entities.Contains(table.Name)))
                await ParquetExport.CopyAsync(connection, table, folder, cancel);
        }

        // Rows are numbered by days, so a month is a run of them.
        IEnumerable<(DateOnly Month, (long First, long End) Part)> Months()
        {
            var cell = 0;
            for (var month = AcmeParameters.First; month <= AcmeParameters.Last; month = month.AddMonths(1))
            {
                var (first, next) = (world.Plan.Start(cell), month.AddMonths(1).DayNumber - AcmeParameters.First.DayNumber);
                while (cell < world.Plan.Cells && world.Plan.Day(cell) < next)
                    cell++;
                if (world.Plan.Start(cell) > first)
                    yield return (month, (first, world.Plan.Start(cell)));
            }
        }
    }
}
