using System.Data.Common;
using Admetry.DuckDb;
using Dapper;

namespace Admetry.Storage.Warehouse;

/// <summary>
/// Writes the star schema as Parquet: each dimension one file, each fact a folder partitioned by <c>month=2024-01</c>.
/// </summary>
/// <remarks>
/// DuckDB writes the files. Rows of a PostgreSQL warehouse stream through a temporary database on disk, a table at a
/// time.
/// </remarks>
public static class ParquetExport
{
    /// <summary>Writes beside <paramref name="directory"/> and puts the whole in its place.</summary>
    /// <exception cref="WarehouseException">The folder is there already and not empty.</exception>
    public static Task WriteAsync(WarehouseDatabase warehouse, string directory, CancellationToken cancel) =>
        WriteAsync(directory, unfinished => FillAsync(warehouse, unfinished, cancel));

    /// <summary>Has a folder filled beside <paramref name="directory"/> and puts the whole in its place.</summary>
    internal static async Task WriteAsync(string directory, Func<string, Task> fill)
    {
        directory = Path.TrimEndingDirectorySeparator(Path.GetFullPath(directory));
        if (File.Exists(directory) || (Directory.Exists(directory) && Directory.EnumerateFileSystemEntries(directory).Any()))
            throw new WarehouseException($"'{directory}' is there already and not empty.",
                "Choose a new folder, or remove that one.");

        var unfinished = $"{directory}.part";
        Remove(unfinished);
        try
        {
            Directory.CreateDirectory(unfinished);
            await fill(unfinished);
            if (Directory.Exists(directory))
                Directory.Delete(directory);
            Directory.Move(unfinished, directory);
        }
        finally
        {
            Remove(unfinished);
        }
    }

    static async Task FillAsync(WarehouseDatabase warehouse, string folder, CancellationToken cancel)
    {
        await using var connection = await warehouse.Source.OpenConnectionAsync(cancel);
        await WarehouseTables.SnapshotAsync(connection, warehouse.Dialect, cancel);
        var tables = (await WarehouseTables.ReadAsync(connection, cancel)).Where(table => !table.IsView);
        if (warehouse.Dialect.IsPostgres)
            await CopyThroughAsync(connection, tables, folder, cancel);
        else
            foreach (var table in tables)
                await CopyAsync(connection, table, folder, cancel);
        await connection.ExecuteAsync("rollback");
    }

    static async Task CopyThroughAsync(DbConnection connection, IEnumerable<WarehouseTable> tables, string folder,
        CancellationToken cancel)
    {
        var file = Path.Combine(folder, "stage.duckdb");
        await using (var stage = new DuckDbConnection(new DbConnectionStringBuilder { ["Data Source"] = file,
            ["memory_limit"] = "1GB" }.ConnectionString))
        {
            await stage.OpenAsync(cancel);
            foreach (var table in tables)
            {
                await StageAsync(connection, table, stage, cancel);
                await CopyAsync(stage, table, folder, cancel);
                await stage.ExecuteAsync($"drop table {table.Name}");
            }
        }

        foreach (var left in Directory.GetFiles(folder, "stage.duckdb*"))
            File.Delete(left);
    }

    static async Task StageAsync(DbConnection connection, WarehouseTable table, DuckDbConnection stage,
        CancellationToken cancel)
    {
        var columns = string.Join(", ", table.Columns.Select(column => $"{column.Name} {column.Type}"));
        await stage.ExecuteAsync($"create table {table.Name} ({columns})");
        await using var select = connection.CreateCommand();
        select.CommandText = table.Select;
        await using var reader = await select.ExecuteReaderAsync(cancel);
        using var appender = stage.CreateAppender(table.Name);
        for (; await reader.ReadAsync(cancel); appender.EndRow())
            for (var i = 0; i < table.Columns.Count; i++)
                Write(appender.Column(i), reader, i, table.Columns[i]);
        appender.Complete();
    }

    static void Write(DuckDbColumnWriter cell, DbDataReader reader, int i, WarehouseColumn column)
    {
        if (reader.IsDBNull(i))
            cell.WriteNull();
        else if (column.Type is "date")
            cell.Write(reader.GetFieldValue<DateOnly>(i));
        else if (column.Type.StartsWith("timestamp", StringComparison.Ordinal))
            cell.Write(reader.GetFieldValue<DateTimeOffset>(i));
        else if (column.Type is "bigint")
            cell.Write(reader.GetInt64(i));
        else if (column.Type is "integer")
            cell.Write(reader.GetInt32(i));
        else if (column.Type is "smallint")
            cell.Write((long)reader.GetInt16(i));
        else if (column.Type is "boolean")
            cell.Write(reader.GetBoolean(i));
        else if (column.Type is "double precision")
            cell.Write(reader.GetDouble(i));
        else if (column.Type.StartsWith("numeric", StringComparison.Ordinal))
            cell.Write(reader.GetDecimal(i));
        else
            cell.Write(reader.GetString(i));
    }

    internal static async Task CopyAsync(DbConnection connection, WarehouseTable table, string folder, CancellationToken cancel)
    {
        var month = !table.IsFact && !table.IsLog ? null
            : table.Has("date_id") ? "printf('%04d-%02d', date_id // 10000, (date_id // 100) % 100)"
            : table.Has("first_day") ? "strftime(first_day, '%Y-%m')"
            : table.Has("ts") ? "strftime(ts, '%Y-%m')"
            : null;
        var path = Path.Combine(folder, table.Name);
        var isEmpty = !await connection.ExecuteScalarAsync<bool>($"select exists (select 1 from {table.Name})");
        if (month is not null && isEmpty)
            Directory.CreateDirectory(path); // a fact without rows still tells its columns

        var copy = month is null ? $"copy ({table.Select}) to {Quoted(path + ".parquet")} (format parquet)"
            : isEmpty ? $"copy ({table.Select}) to {Quoted(Path.Combine(path, "empty.parquet"))} (format parquet)"
            : $"copy (select *, {month} as month from {table.Name}) to {Quoted(path)} (format parquet, partition_by (month))";
        await connection.ExecuteAsync(new CommandDefinition(copy, cancellationToken: cancel));
    }

    static string Quoted(string path) => $"'{path.Replace("'", "''", StringComparison.Ordinal)}'";

    static void Remove(string folder)
    {
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
    }
}
