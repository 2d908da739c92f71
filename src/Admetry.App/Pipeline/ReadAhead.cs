using System.Collections.Concurrent;

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
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        using var batches = new BlockingCollection<List<T>>(MostBatches);
        var reading = Task.Run(() => Fill(source, batches, stop.Token), CancellationToken.None);
        try
        {
            foreach (var batch in batches.GetConsumingEnumerable(cancel))
                foreach (var item in batch)
                    yield return item;
            reading.GetAwaiter().GetResult();
        }
        finally
        {
            // Whoever stopped early has its own reason; the reader only has to be gone before its stream is.
            stop.Cancel();
            Task.WaitAny([reading], CancellationToken.None);
        }
    }

    static void Fill<T>(IEnumerable<T> source, BlockingCollection<List<T>> batches, CancellationToken stop)
    {
        var batch = new List<T>(BatchItems);
        try
        {
            foreach (var item in source)
            {
                batch.Add(item);
                if (batch.Count < BatchItems)
                    continue;
                batches.Add(batch, stop);
                batch = new(BatchItems);
            }
        }
        finally
        {
            if (!stop.IsCancellationRequested)
                batches.Add(batch, stop);
            batches.CompleteAdding();
        }
    }
}
