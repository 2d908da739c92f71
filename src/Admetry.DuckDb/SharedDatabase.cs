using Admetry.DuckDb.Native;

namespace Admetry.DuckDb;

/// <summary>An open database, one for each file in the process, closed when its last holder lets it go.</summary>
/// <remarks>
/// The engine must not open a file twice in one process: the second instance would not see the first one's locks. Hence
/// the register by canonical path. A database in memory belongs to whoever opened it.
/// </remarks>
sealed class SharedDatabase
{
    static readonly Dictionary<string, SharedDatabase> OpenFiles =
        new(OperatingSystem.IsLinux() ? StringComparer.Ordinal : StringComparer.OrdinalIgnoreCase);

    readonly string? file;
    readonly Dictionary<string, string> settings;
    int holders = 1;

    SharedDatabase(string? file, string path, Dictionary<string, string> settings, bool isLocked)
    {
        this.file = file;
        this.settings = settings;
        IsLocked = isLocked;
        Handle = Open(path, settings, isLocked);
    }

    public DatabaseHandle Handle { get; }

    public bool IsLocked { get; }

    /// <exception cref="InvalidOperationException">The file is open in this process with other settings.</exception>
    public static SharedDatabase Acquire(DuckDbConnectionStringBuilder wanted)
    {
        var settings = wanted.Settings();
        var isLocked = wanted.Locked || settings.GetValueOrDefault("lock_configuration") is "true";
        if (wanted.DataSource is "" or DuckDbConnectionStringBuilder.InMemory)
            return new(null, DuckDbConnectionStringBuilder.InMemory, settings, isLocked);

        var file = CanonicalPath.Of(wanted.DataSource);
        lock (OpenFiles)
        {
            if (!OpenFiles.TryGetValue(file, out var open))
                return OpenFiles[file] = new(file, file, settings, isLocked);
            open.RequireSame(settings, isLocked);
            open.holders++;
            return open;
        }
    }

    /// <summary>Holds the database once more, for a connection.</summary>
    public SharedDatabase Hold()
    {
        lock (OpenFiles)
        {
            ObjectDisposedException.ThrowIf(holders == 0, typeof(DuckDbDataSource));
            holders++;
            return this;
        }
    }

    public void Release()
    {
        lock (OpenFiles)
        {
            if (--holders > 0)
                return;
            if (file is not null)
                OpenFiles.Remove(file);
            Handle.Dispose();
        }
    }

    void RequireSame(Dictionary<string, string> wanted, bool isLocked)
    {
        foreach (var (key, value) in wanted)
            if (!settings.TryGetValue(key, out var present) || !value.Equals(present, StringComparison.OrdinalIgnoreCase))
                throw new InvalidOperationException(
                    $"{file} is open in this process with {key}={present ?? "(default)"}; it cannot be opened with "
                    + $"{key}={value} as well. Use one data source, or the same settings.");
        if (isLocked != IsLocked)
            throw new InvalidOperationException($"{file} is open in this process with Locked={IsLocked}.");
    }

    static DatabaseHandle Open(string path, Dictionary<string, string> settings, bool isLocked)
    {
        if (DuckDbLibrary.CreateConfig(out var config) != 0)
            throw new DuckDbException("The engine could not create its settings.", DuckDbErrorType.OutOfMemory);
        try
        {
            foreach (var (key, value) in Defaults(path, isLocked).Concat(settings.Where(item => !IsSetLater(item.Key))))
                if (DuckDbLibrary.SetConfig(config, key, value) != 0)
                    throw new DuckDbException(
                        $"The engine refuses the setting {key}={value}.", DuckDbErrorType.InvalidConfiguration);
            if (DuckDbLibrary.Open(path, out var handle, config, out var error) != 0)
                throw DuckDbException.FromText(DuckDbLibrary.TakeText(error));
            try
            {
                SetLater(handle, settings, isLocked);
                return handle;
            }
            catch
            {
                handle.Dispose();
                throw;
            }
        }
        finally
        {
            DuckDbLibrary.DestroyConfig(ref config);
        }
    }

    // In memory there is no file to spill beside, and the engine would take the working directory.
    static IEnumerable<KeyValuePair<string, string>> Defaults(string path, bool isLocked)
    {
        yield return new("autoinstall_known_extensions", "false");
        yield return new("autoload_known_extensions", "false");
        if (path == DuckDbConnectionStringBuilder.InMemory)
            yield return new("temp_directory", Path.Combine(Path.GetTempPath(), $"duckdb-{Environment.ProcessId}"));
        if (isLocked)
            yield return new("enable_external_access", "false");
    }

    // The zone belongs to an extension and is unknown before the database is open; the lock must come after it.
    static bool IsSetLater(string key) => key.ToLowerInvariant() is "timezone" or "lock_configuration";

    static void SetLater(DatabaseHandle database, Dictionary<string, string> settings, bool isLocked)
    {
        if (DuckDbLibrary.Connect(database, out var connection) != 0)
            throw new DuckDbException("The engine gave no connection.", DuckDbErrorType.Connection);
        using (connection)
        {
            var zone = settings.GetValueOrDefault("timezone", "UTC").Replace("'", "''", StringComparison.Ordinal);
            NativeQuery.Run(connection, $"set global TimeZone = '{zone}'");
            if (isLocked)
                NativeQuery.Run(connection, "set global lock_configuration = true");
        }
    }
}
