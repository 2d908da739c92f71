namespace Admetry.Storage.Warehouse;

/// <summary>What DuckDB and PostgreSQL say differently; all other SQL is one text for both.</summary>
/// <param name="Name">duckdb or postgres.</param>
/// <param name="TextOrder">Follows a text column in an ORDER BY, so that both sort by code point.</param>
public sealed record SqlDialect(string Name, string TextOrder)
{
    public static SqlDialect DuckDb { get; } = new("duckdb", "");

    public static SqlDialect Postgres { get; } = new("postgres", " collate \"C\"");

    public bool IsPostgres => this == Postgres;
}
