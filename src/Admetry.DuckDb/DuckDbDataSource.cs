using System.Data.Common;

namespace Admetry.DuckDb;

/// <summary>Holds a database open and gives connections to it, to any thread. One per file and process is enough.</summary>
/// <remarks>
/// The database opens with the first connection and stays open until the data source and all connections are disposed.
/// Data sources of one file share one database; asking for other settings than it was opened with is an error.
/// </remarks>
public sealed class DuckDbDataSource : DbDataSource
{
    readonly DuckDbConnectionStringBuilder settings;
    readonly Lock opening = new();
    SharedDatabase? database;
    bool isDisposed;

    /// <param name="connectionString">See <see cref="DuckDbConnectionStringBuilder"/>.</param>
    public DuckDbDataSource(string connectionString) => settings = new(connectionString);

    public override string ConnectionString => settings.ConnectionString;

    /// <summary>A connection, not yet open.</summary>
    public new DuckDbConnection CreateConnection() => new(this);

    /// <summary>A connection, open.</summary>
    /// <exception cref="DuckDbException">The file cannot be opened.</exception>
    public new DuckDbConnection OpenConnection()
    {
        var connection = CreateConnection();
        connection.Open();
        return connection;
    }

    internal SharedDatabase Hold()
    {
        lock (opening)
        {
            ObjectDisposedException.ThrowIf(isDisposed, this);
            return (database ??= SharedDatabase.Acquire(settings)).Hold();
        }
    }

    protected override DbConnection CreateDbConnection() => CreateConnection();

    protected override void Dispose(bool disposing)
    {
        lock (opening)
        {
            if (disposing && !isDisposed)
                database?.Release();
            isDisposed = true;
        }

        base.Dispose(disposing);
    }

    protected override ValueTask DisposeAsyncCore()
    {
        Dispose(disposing: true);
        return base.DisposeAsyncCore();
    }
}
