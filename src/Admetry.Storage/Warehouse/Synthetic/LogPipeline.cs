using Admetry.Synthetic.Acme;

namespace Admetry.Storage.Warehouse.Synthetic;

/// <summary>Draws batches of rows on several threads and hands them over in the order of their rows. A few batches live at a time.</summary>
static class LogPipeline
{
    const int BatchRows = 8_192;

    /// <param name="threads">How many draw at once; what is drawn does not depend on it.</param>
    public static Task RunAsync(AcmeWorld world, int threads, Action<AuctionBatch> take, IProgress<long>? rows, CancellationToken cancel) =>
        RunAsync(world, (0, world.Plan.Rows), threads, take, rows, cancel);

    /// <summary>The same for the rows from <c>First</c> on, <c>End</c> not included.</summary>
    public static async Task RunAsync(
        AcmeWorld world, (long First, long End) part, int threads, Action<AuctionBatch> take, IProgress<long>? rows, CancellationToken cancel)
    {
        var idle = new Stack<AuctionBatch>(Enumerable.Range(0, threads + 1).Select(_ => new AuctionBatch(BatchRows)));
        var drawn = new Queue<Task<AuctionBatch>>();
        var next = part.First;
        try
        {
            while (next < part.End || drawn.Count > 0)
            {
                while (next < part.End && idle.TryPop(out var batch))
                {
                    var (first, count) = (next, (int)Math.Min(BatchRows, part.End - next));
                    drawn.Enqueue(Task.Run(() => { world.Fill(batch, first, count); return batch; }, cancel));
                    next += count;
                }

                var done = await drawn.Dequeue();
                take(done);
                rows?.Report(done.First + done.Count);
                idle.Push(done);
                cancel.ThrowIfCancellationRequested();
            }
        }
        finally
        {
            foreach (var left in drawn)
                await left.ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        }
    }
}
