using System.Data;
using System.Data.Common;
using System.Globalization;

namespace Admetry.DuckDb;

public sealed partial class DuckDbConnection
{
    const string TablesSql =
        """
        select table_catalog, table_schema, table_name, table_type
        from information_schema.tables
        where ($1 is null or table_catalog = $1) and ($2 is null or table_schema = $2)
          and ($3 is null or table_name = $3) and ($4 is null or table_type = $4)
        order by all
        """;

    const string ColumnsSql =
        """
        select table_catalog, table_schema, table_name, column_name, ordinal_position, column_default, is_nullable,
          data_type, numeric_precision, numeric_scale
        from information_schema.columns
        where ($1 is null or table_catalog = $1) and ($2 is null or table_schema = $2)
          and ($3 is null or table_name = $3) and ($4 is null or column_name = $4)
        order by table_catalog, table_schema, table_name, ordinal_position
        """;

    /// <summary>The collections there are: MetaDataCollections, Tables and Columns.</summary>
    public override DataTable GetSchema() => GetSchema(DbMetaDataCollectionNames.MetaDataCollections);

    public override DataTable GetSchema(string collectionName) => GetSchema(collectionName, []);

    /// <summary>What the database holds.</summary>
    /// <param name="collectionName">One of <see cref="GetSchema()"/>, in any letter case.</param>
    /// <param name="restrictionValues">
    /// Catalog, schema, table, and the table's type or the column's name; null leaves one open.
    /// </param>
    public override DataTable GetSchema(string collectionName, string?[] restrictionValues) =>
        collectionName.ToUpperInvariant() switch
        {
            "METADATACOLLECTIONS" => Collections(),
            "TABLES" => Schema("Tables", TablesSql, restrictionValues),
            "COLUMNS" => Schema("Columns", ColumnsSql, restrictionValues),
            _ => throw new ArgumentException($"There is no schema collection {collectionName}.", nameof(collectionName)),
        };

    static DataTable Collections()
    {
        var table = new DataTable(DbMetaDataCollectionNames.MetaDataCollections) { Locale = CultureInfo.InvariantCulture };
        table.Columns.Add("CollectionName", typeof(string));
        table.Columns.Add("NumberOfRestrictions", typeof(int));
        table.Rows.Add("MetaDataCollections", 0);
        table.Rows.Add("Tables", 4);
        table.Rows.Add("Columns", 4);
        return table;
    }

    DataTable Schema(string name, string sql, string?[] restrictions)
    {
        using var command = new DuckDbCommand(sql, this);
        for (var i = 0; i < 4; i++)
            command.Parameters.Add($"{i + 1}", restrictions.ElementAtOrDefault(i));
        using var reader = command.ExecuteReader();
        var table = new DataTable(name) { Locale = CultureInfo.InvariantCulture };
        table.Load(reader);
        return table;
    }
}
