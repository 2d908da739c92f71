using System.Data.Common;
using System.Globalization;
using Admetry.Storage.Control;
using Microsoft.Data.Sqlite;

namespace Admetry.Storage.Warehouse;

/// <summary>Writes the star schema into one SQLite file: dimensions, facts, rates, and each view as a table.</summary>
/// <remarks>
/// Days and times are ISO 8601 text, times in UTC; truth is 0 or 1. SQLite has no decimal: an amount of up to fifteen
/// digits is exact when read as a number. Rows stream, so memory does not grow with the warehouse.
/// </remarks>
public static class SqliteExport
{
    /// <summary>Writes beside <paramref name="file"/> and puts the whole in its place, over an older export.</summary>
    /// <exception cref="WarehouseException">There is a file of that name which is no SQLite database.</exception>
    public static async Task WriteAsync(WarehouseDatabase warehouse, string file, CancellationToken cancel)
    {
        Refuse(file);
        var unfinished = $"{file}.part";
        File.Delete(unfinished);
        try
        {
            await FillAsync(warehouse, unfinished, cancel);
            File.Move(unfinished, file, overwrite: true);
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    static void Refuse(string file)
    {
        if (!File.Exists(file))
            return;

        using var stream = File.OpenRead(file);
        Span<byte> start = stackalloc byte[16];
        if (stream.Length > 0
            && !(stream.ReadAtLeast(start, 16, throwOnEndOfStream: false) == 16 && start.SequenceEqual("SQLite format 3\0"u8)))
            throw new WarehouseException($"'{file}' is there already and is no SQLite database.",
                "Choose another name, or move that file away.");
    }

    static async Task FillAsync(WarehouseDatabase warehouse, string file, CancellationToken cancel)
    {
        await using var connection = await warehouse.Source.OpenConnectionAsync(cancel);
        await WarehouseTables.SnapshotAsync(connection, warehouse.Dialect, cancel);
        await using var target = ControlDatabase.Open(file);
        Run(target, "pragma synchronous = off"); // until it is whole, a crash may leave what it likes
        // What the log holds is in the views of its impressions, clicks and conversions.
        foreach (var table in (await WarehouseTables.ReadAsync(connection, cancel)).Where(table => !table.IsLog))
            await CopyAsync(connection, table, target, cancel);

        Run(target, "pragma synchronous = full");
        Run(target, "pragma wal_checkpoint(truncate)");
        Run(target, "pragma journal_mode = delete"); // one file, with no log beside it
        SqliteConnection.ClearPool(target);
        await using var rollback = connection.CreateCommand();
        rollback.CommandText = "rollback";
        await rollback.ExecuteNonQueryAsync(cancel);
    }

    static async Task CopyAsync(DbConnection connection, WarehouseTable table, SqliteConnection target,
        CancellationToken cancel)
    {
        await using var select = connection.CreateCommand();
        select.CommandText = table.Select;
        await using var reader = await select.ExecuteReaderAsync(cancel);
        var columns = table.Columns.Select((column, i) => $"{column.Name} {Affinity(reader.GetFieldType(i))}");
        await using var transaction = target.BeginTransaction();
        Run(target, $"create table {table.Name} ({string.Join(", ", columns)})");

        await using var insert = target.CreateCommand();
        insert.CommandText = $"insert into {table.Name} values ({string.Join(", ", table.Columns.Select((_, i) => $"@p{i}"))})";
        var cells = table.Columns.Select((_, i) => insert.Parameters.AddWithValue($"@p{i}", DBNull.Value)).ToArray();
        insert.Prepare();
        while (await reader.ReadAsync(cancel))
        {
            for (var i = 0; i < cells.Length; i++)
                cells[i].Value = reader.IsDBNull(i) ? DBNull.Value : Cell(reader.GetValue(i));
            insert.ExecuteNonQuery();
        }

        transaction.Commit();
    }

    static string Affinity(Type type) =>
        type == typeof(string) || type == typeof(DateOnly) || type == typeof(DateTime) || type == typeof(DateTimeOffset)
            ? "text"
        : type == typeof(double) || type == typeof(float) ? "real"
        : type == typeof(decimal) ? "numeric"
        : "integer";

    static object Cell(object value) => value switch
    {
        string or double or float or int or long or short => value,
        bool truth => truth ? 1 : 0,
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime { Kind: DateTimeKind.Unspecified, TimeOfDay.Ticks: 0 } day =>
            day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime time => time.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFK", CultureInfo.InvariantCulture),
        DateTimeOffset time => time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFK", CultureInfo.InvariantCulture),
        decimal amount => amount.ToString(CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => throw new NotSupportedException($"A {value.GetType().Name} has no place in SQLite."),
    };

    static void Run(SqliteConnection target, string sql)
    {
        using var command = target.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
