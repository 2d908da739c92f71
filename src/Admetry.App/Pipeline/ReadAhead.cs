using Admetry.Connectors.Exports.Tables;

namespace Admetry.App.Pipeline;

/// <summary>Enumerates on a thread of its own, a few batches ahead, so that reading and staging use two cores.</summary>
public static class ReadAhead
{
    const int BatchItems = 512;
    const int MostBatches = 8;

    /// <summary>The items of <paramref name="source"/> in their order; what it throws is thrown here, after the items before it.</summary>
    /// <exception cref="OperationCanceledException">As asked by <paramref name="cancel"/>.</exception>
    public static IEnumerable<T> Of<T>(IEnumerable<T> source, CancellationToken cancel)
    {
        var batches = new HandOver<List<T>>(MostBatches);
        using var stop = cancel.Register(batches.Abandon);
        var reading = Task.Factory.StartNew(() => Fill(source, batches), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        try
        {
            while (batches.TryTake(out var batch))
                foreach (var item in batch)
                    yield return item;
            cancel.ThrowIfCancellationRequested();
            reading.GetAwaiter().GetResult();
        }
        finally
        {
            // Whoever stopped early has its own reason; the reader only has to be gone before its stream is.
            batches.Abandon();
            Task.WaitAny([reading], CancellationToken.None);
        }
    }

    static void Fill<T>(IEnumerable<T> source, HandOver<List<T>> batches)
    {
        var batch = new List<T>(BatchItems);
        try
        {
            foreach (var item in source)
            {
                batch.Add(item);
                if (batch.Count < BatchItems)
                    continue;
                if (!batches.Give(batch))
                    return;
                batch = new(BatchItems);
            }
        }
        finally
        {
            batches.Give(batch);
            batches.Complete();
        }
    }
}
