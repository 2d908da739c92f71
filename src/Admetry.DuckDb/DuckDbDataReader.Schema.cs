using System.Collections.ObjectModel;
using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Admetry.DuckDb.Native;

namespace Admetry.DuckDb;

public sealed partial class DuckDbDataReader
{
    public override int FieldCount => columns.Length;

    public override string GetName(int ordinal) => columns[ordinal].Name;

    /// <summary>The column of that name, in its own letter case if there is one, else in any.</summary>
    /// <exception cref="IndexOutOfRangeException">The result has no such column.</exception>
    public override int GetOrdinal(string name)
    {
        var exact = Array.FindIndex(columns, column => column.Name == name);
        var found = exact >= 0
            ? exact
            : Array.FindIndex(columns, column => column.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
        return found >= 0 ? found : throw new IndexOutOfRangeException($"The result has no column \"{name}\".");
    }

    /// <summary>The column's type in SQL.</summary>
    public override string GetDataTypeName(int ordinal) => columns[ordinal].Type.SqlName;

    /// <summary>What <see cref="GetValue"/> gives: DATE is DateOnly and TIME is TimeOnly, as with Npgsql 10.</summary>
    [return: DynamicallyAccessedMembers(
        DynamicallyAccessedMemberTypes.PublicFields | DynamicallyAccessedMemberTypes.PublicProperties)]
    [UnconditionalSuppressMessage("Trimming", "IL2073", Justification = "Scalars and arrays of them need no members.")]
    public override Type GetFieldType(int ordinal) => columns[ordinal].Type.ClrType;

    public ReadOnlyCollection<DbColumn> GetColumnSchema() =>
        columns.Select((column, ordinal) => (DbColumn)new DuckDbColumn(column, ordinal)).ToList().AsReadOnly();

    public override Task<ReadOnlyCollection<DbColumn>> GetColumnSchemaAsync(CancellationToken cancellationToken) =>
        Task.FromResult(GetColumnSchema());

    public override DataTable GetSchemaTable()
    {
        var table = new DataTable("SchemaTable") { Locale = System.Globalization.CultureInfo.InvariantCulture };
        table.Columns.Add(SchemaTableColumn.ColumnName, typeof(string));
        table.Columns.Add(SchemaTableColumn.ColumnOrdinal, typeof(int));
        table.Columns.Add(SchemaTableColumn.ColumnSize, typeof(int));
        table.Columns.Add(SchemaTableColumn.NumericPrecision, typeof(short));
        table.Columns.Add(SchemaTableColumn.NumericScale, typeof(short));
        table.Columns.Add(SchemaTableColumn.DataType, typeof(Type));
        table.Columns.Add(SchemaTableColumn.AllowDBNull, typeof(bool));
        table.Columns.Add("DataTypeName", typeof(string));
        foreach (var column in columns.Select((column, ordinal) => new DuckDbColumn(column, ordinal)))
            table.Rows.Add(column.ColumnName, column.ColumnOrdinal, -1, (object?)column.NumericPrecision ?? DBNull.Value,
                (object?)column.NumericScale ?? DBNull.Value, column.DataType, true, column.DataTypeName);
        return table;
    }

    /// <summary>What is known of a result's column. Whether it can hold NULL is not: the engine does not say.</summary>
    sealed class DuckDbColumn : DbColumn
    {
        public DuckDbColumn(ResultColumn column, int ordinal)
        {
            ColumnName = column.Name;
            ColumnOrdinal = ordinal;
            DataType = column.Type.ClrType;
            DataTypeName = column.Type.SqlName;
            if (column.Type.Id == NativeType.Decimal)
                (NumericPrecision, NumericScale) = (column.Type.Width, column.Type.Scale);
        }
    }
}
