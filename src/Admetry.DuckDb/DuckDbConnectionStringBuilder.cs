using System.Data.Common;
using System.Globalization;

namespace Admetry.DuckDb;

/// <summary>
/// A connection string: <c>Data Source</c> is a file or <c>:memory:</c>; any other key is a setting of the engine,
/// as in <c>Data Source=warehouse.duckdb;memory_limit=2GB;threads=4</c>.
/// </summary>
/// <remarks>
/// Blanks in a key may stand for underscores (<c>Access Mode</c>). <c>Locked=true</c> closes the database to files,
/// networks and extensions and forbids <c>SET</c>: for SQL that a user wrote; such a database tells no progress.
/// Unless it is set, <c>TimeZone</c> is UTC and extensions are never loaded unasked. An unknown key fails at opening.
/// </remarks>
public sealed class DuckDbConnectionStringBuilder : DbConnectionStringBuilder
{
    internal const string InMemory = ":memory:";

    public DuckDbConnectionStringBuilder()
    {
    }

    public DuckDbConnectionStringBuilder(string connectionString) => ConnectionString = connectionString;

    /// <summary>The database file; <c>:memory:</c>, which is also the default, keeps nothing on disk.</summary>
    public string DataSource
    {
        get => Text("Data Source") ?? Text("DataSource") ?? InMemory;
        set => this["Data Source"] = value;
    }

    /// <summary><c>read_write</c>, <c>read_only</c> or null for <c>automatic</c>.</summary>
    public string? AccessMode
    {
        get => Setting("access_mode");
        set => this["access_mode"] = value;
    }

    /// <summary>What the buffer manager may hold, as in <c>1500MB</c>; the process takes about half as much again.</summary>
    public string? MemoryLimit
    {
        get => Setting("memory_limit");
        set => this["memory_limit"] = value;
    }

    /// <summary>Threads of all connections together; null for one per core.</summary>
    public int? Threads
    {
        get => Setting("threads") is { } threads ? int.Parse(threads, CultureInfo.InvariantCulture) : null;
        set => this["threads"] = value?.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>Where queries larger than memory spill; null for a folder beside the file.</summary>
    public string? TempDirectory
    {
        get => Setting("temp_directory");
        set => this["temp_directory"] = value;
    }

    /// <summary>Whether SQL is shut off from files, networks, extensions and settings.</summary>
    public bool Locked
    {
        get => Text("Locked") is { } locked && bool.Parse(locked);
        set => this["Locked"] = value;
    }

    /// <summary>Whether a running query can say how far it is. True unless said; keeping count costs every query a few hundredths of its time.</summary>
    public bool Progress
    {
        get => Text("Progress") is not { } progress || bool.Parse(progress);
        set => this["Progress"] = value;
    }

    /// <summary>The engine's settings of this string, by the engine's names.</summary>
    internal Dictionary<string, string> Settings()
    {
        var settings = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (string key in Keys)
            if (EngineName(key) is not ("data_source" or "datasource" or "locked" or "progress") and var name)
                settings[name] = Convert.ToString(this[key], CultureInfo.InvariantCulture)!;
        return settings;
    }

    string? Setting(string name) => Settings().GetValueOrDefault(name);

    string? Text(string key) =>
        TryGetValue(key, out var value) ? Convert.ToString(value, CultureInfo.InvariantCulture) : null;

    static string EngineName(string key) => key.Trim().ToLowerInvariant().Replace(' ', '_');
}
