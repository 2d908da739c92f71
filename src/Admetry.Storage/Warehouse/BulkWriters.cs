using System.Data.Common;
using Admetry.DuckDb;
using Npgsql;

namespace Admetry.Storage.Warehouse;

/// <summary>The bulk writers of one connection, one for each table, opened when first written to.</summary>
/// <remarks>Between the first row and <see cref="CompleteAsync"/> the connection can run nothing else.</remarks>
sealed class BulkWriters(DbConnection connection) : IAsyncDisposable
{
    readonly Dictionary<string, BulkWriter> open = new(StringComparer.Ordinal);
    readonly PostgresCopy? copy = connection is NpgsqlConnection postgres ? new(postgres) : null;

    public BulkWriter this[string table]
    {
        get
        {
            if (!open.TryGetValue(table, out var writer))
                open.Add(table, writer = Open(table));
            return writer;
        }
    }

    /// <summary>Ends every writer, so that all rows are in their tables.</summary>
    public Task CompleteAsync(CancellationToken cancel)
    {
        foreach (var writer in open.Values)
        {
            cancel.ThrowIfCancellationRequested();
            writer.Complete();
        }

        open.Clear();
        copy?.Complete();
        return Task.CompletedTask;
    }

    /// <summary>Ends the writer of one table, so that its rows are there and its columns may change.</summary>
    public void Complete(string table)
    {
        if (open.Remove(table, out var writer))
            writer.Complete();
        copy?.Complete();
    }

    /// <summary>Drops what was not completed.</summary>
    public ValueTask DisposeAsync()
    {
        foreach (var writer in open.Values)
            writer.Abandon();
        open.Clear();
        copy?.Abandon();
        return ValueTask.CompletedTask;
    }

    BulkWriter Open(string table) => connection switch
    {
        DuckDbConnection duckDb => new DuckDbBulkWriter(duckDb, table),
        NpgsqlConnection => new PostgresBulkWriter(copy!, table),
        _ => throw new InvalidOperationException($"No bulk writer for a {connection.GetType().Name}."),
    };
}
