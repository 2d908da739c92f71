namespace Admetry.Storage.Warehouse;

/// <summary>What DuckDB and PostgreSQL say differently; all other SQL is one text for both.</summary>
/// <param name="Name">duckdb or postgres.</param>
/// <param name="TextOrder">Follows a text column in an ORDER BY, so that both sort by code point.</param>
public sealed record SqlDialect(string Name, string TextOrder)
{
    public static SqlDialect DuckDb { get; } = new("duckdb", "");

    public static SqlDialect Postgres { get; } = new("postgres", " collate \"C\"");

    public bool IsPostgres => this == Postgres;

    /// <summary>A checksum of rows that does not see their order: the sum of one hash a row, as numeric(38,0).</summary>
    internal string SumOfHashes(IReadOnlyList<string> columns) => IsPostgres
        ? $"cast(sum(hash_record_extended(row({string.Join(", ", columns)}), 0)) as numeric(38,0))"
        : $"cast(sum(cast(hash({string.Join(", ", columns)}) as hugeint)) as numeric(38,0))";
}
