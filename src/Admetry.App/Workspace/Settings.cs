using Admetry.Connectors.Exports;
using Admetry.Metrics;

namespace Admetry.App.Workspace;

/// <summary>
/// What <c>admetry.yaml</c> says of a workspace, checked. Read by <see cref="SettingsReader"/> and by nothing else.
/// </summary>
public sealed record Settings
{
    /// <summary>What people call the workspace; null: the folder's name.</summary>
    public string? Name { get; init; }

    /// <summary>
    /// The reporting currency, ISO 4217; null: money is shown in the one currency it is in, and never mixed.
    /// </summary>
    public string? Currency { get; init; }

    /// <summary>
    /// The workspace's own zone, an IANA name: schedules and "today" are in it. Days of data stay the account's.
    /// </summary>
    public string TimeZone { get; init; } = "UTC";

    public WarehouseSettings Warehouse { get; init; } = new();

    public IReadOnlyList<ClientSettings> Clients { get; init; } = [];

    /// <summary>Tried in order; the first that matches a file decides.</summary>
    public IReadOnlyList<AccountRule> Accounts { get; init; } = [];

    /// <summary>
    /// Mappings for files that no family recognises; one that matches a file's name goes before any family.
    /// </summary>
    public IReadOnlyList<FileMapping> Sources { get; init; } = [];

    public IReadOnlyList<UserMetric> Metrics { get; init; } = [];

    public IReadOnlyList<ExchangeRate> Rates { get; init; } = [];

    /// <summary>Files of more rates, relative to the workspace: CSV with day, from, to, rate.</summary>
    public IReadOnlyList<string> RateFiles { get; init; } = [];

    /// <summary>Spend of one account on one day, in its currency, above which data quality raises a finding.</summary>
    public decimal DailySpendThreshold { get; init; } = 10_000;

    public FactConflict FactConflict { get; init; } = FactConflict.Update;
}

/// <summary>Where the numbers are kept.</summary>
public sealed record WarehouseSettings
{
    public WarehouseEngine Engine { get; init; } = WarehouseEngine.DuckDb;

    /// <summary>PostgreSQL: the environment variable that holds the connection string; null for DuckDB.</summary>
    /// <remarks>Never the string itself: settings are shared and committed, passwords are not.</remarks>
    public string? ConnectionVariable { get; init; }

    /// <summary>PostgreSQL: the schema of the tables; null: the connection's own.</summary>
    public string? Schema { get; init; }

    /// <summary>DuckDB: memory it may take, such as <c>4GB</c>; null: its own choice.</summary>
    public string? MemoryLimit { get; init; }

    /// <summary>DuckDB: threads it may use; null: one for each core.</summary>
    public int? Threads { get; init; }

    /// <summary>DuckDB: where it spills; null: the workspace's own temporary folder.</summary>
    public string? TempDirectory { get; init; }
}

/// <summary>The engines a warehouse runs on.</summary>
public enum WarehouseEngine { DuckDb, Postgres }

/// <summary>A client as the settings name it.</summary>
/// <param name="Code">Such as <c>C101</c>; unique without regard to case.</param>
/// <param name="Name">Null: what the data says, else the code.</param>
/// <param name="Currency">ISO 4217; null: what the data says.</param>
public sealed record ClientSettings(string Code, string? Name, string? Currency);

/// <summary>Says what the files themselves do not: whose they are, in which currency and zone.</summary>
/// <param name="Files">A pattern of a file's path below <c>inbox/</c>, as <see cref="FileGlob"/> has it.</param>
/// <param name="Platform">Null: as recognised.</param>
/// <param name="Account">The account's id on its platform; null: as the file says.</param>
/// <param name="Client">A client's code; null: as the file says.</param>
/// <param name="Currency">ISO 4217, where the file gives none; null: not known.</param>
/// <param name="TimeZone">IANA name; null: not known.</param>
public sealed record AccountRule(
    string Files, Platform? Platform, string? Account, string? Client, string? Currency, string? TimeZone)
{
    /// <param name="path">Relative to the inbox, with <c>/</c>; or a file's name alone.</param>
    public bool Matches(string path) => FileGlob.Matches(Files, path);
}

/// <summary>
/// 1 <paramref name="From"/> = <paramref name="Rate"/> <paramref name="To"/>, from <paramref name="Day"/> until the
/// next rate given.
/// </summary>
public sealed record ExchangeRate(DateOnly Day, string From, string To, decimal Rate);

/// <summary>What a fact that is already there does when the source says it again.</summary>
public enum FactConflict
{
    /// <summary>The newer word counts: platforms restate their days.</summary>
    Update,

    /// <summary>The first word counts, and a restatement is ignored.</summary>
    Nothing,
}
