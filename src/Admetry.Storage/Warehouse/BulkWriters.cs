using System.Data.Common;

namespace Admetry.Storage.Warehouse;

/// <summary>The bulk writers of one connection, one for each table, opened when first written to.</summary>
sealed class BulkWriters(DbConnection connection) : IAsyncDisposable
{
    readonly Dictionary<string, BulkWriter> open = new(StringComparer.Ordinal);

    public BulkWriter this[string table]
    {
        get
        {
            if (!open.TryGetValue(table, out var writer))
                open.Add(table, writer = BulkWriter.Open(connection, table));
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
        return Task.CompletedTask;
    }

    /// <summary>Drops what was not completed.</summary>
    public ValueTask DisposeAsync()
    {
        foreach (var writer in open.Values)
            writer.Abandon();
        open.Clear();
        return ValueTask.CompletedTask;
    }
}
