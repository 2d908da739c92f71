using System.Data.Common;
using Dapper;

namespace Admetry.Storage.Warehouse;

/// <summary>A table or view of the star schema as the engine's own catalogue lists it.</summary>
sealed record WarehouseTable(string Name, bool IsView, IReadOnlyList<WarehouseColumn> Columns)
{
    public bool IsFact => Name.StartsWith("fact_", StringComparison.Ordinal);

    public bool IsLog => Name.StartsWith("log_", StringComparison.Ordinal);

    public bool Has(string column) => Columns.Any(known => known.Name == column);

    /// <summary>The whole of it, its columns in the catalogue's order.</summary>
    public string Select => $"select {string.Join(", ", Columns.Select(column => column.Name))} from {Name}";
}

/// <param name="Type">As SQL writes it, such as <c>numeric(18,6)</c>.</param>
sealed record WarehouseColumn(string Name, string Type);

/// <summary>
/// What an export takes along: dimensions, facts, logs, rates, the books and views. Stages and ledgers are the program's own.
/// </summary>
static class WarehouseTables
{
    static readonly string Sql = $"""
        select t.table_name, t.table_type, c.column_name, lower(c.data_type), c.numeric_precision, c.numeric_scale
        from information_schema.tables t
        join information_schema.columns c on c.table_schema = t.table_schema and c.table_name = t.table_name
        where t.table_schema = current_schema()
          and (t.table_name like 'dim\_%' escape '\' or t.table_name like 'fact\_%' escape '\' or t.table_name like 'log\_%' escape '\' or t.table_name in ({string.Join(", ", FinanceTables.All.Append("fx_rate").Select(name => $"'{name}'"))})
               or t.table_type = 'VIEW')
        order by t.table_name, c.ordinal_position
        """;

    public static async Task<IReadOnlyList<WarehouseTable>> ReadAsync(DbConnection connection, CancellationToken cancel)
    {
        var found = new List<(string Table, bool IsView, WarehouseColumn Column)>();
        await using var command = connection.CreateCommand();
        command.CommandText = Sql;
        await using var reader = await command.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel))
            found.Add((reader.GetString(0), reader.GetString(1) is "VIEW", new(reader.GetString(2), Type(reader))));
        return [.. found.GroupBy(row => (row.Table, row.IsView), row => row.Column)
            .Select(table => new WarehouseTable(table.Key.Table, table.Key.IsView, [.. table]))];
    }

    /// <summary>Begins a transaction that sees one state of the warehouse, however long the export takes.</summary>
    public static Task SnapshotAsync(DbConnection connection, SqlDialect dialect, CancellationToken cancel) =>
        connection.ExecuteAsync(
        new CommandDefinition(dialect.IsPostgres ? "begin isolation level repeatable read read only"
            : "begin transaction", cancellationToken: cancel));

    // PostgreSQL names a decimal and tells its digits apart.
    static string Type(DbDataReader reader) => reader.GetString(3) is var type && type is "numeric" && !reader.IsDBNull(4)
        ? $"numeric({Convert.ToInt32(reader.GetValue(4))},{Convert.ToInt32(reader.GetValue(5))})"
        : type;
}
