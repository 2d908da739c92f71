using System.Collections.Concurrent;

namespace Admetry.Connectors.Exports.Tables;

/// <summary>Reads another text on a thread of its own, a few blocks ahead, so that unpacking and decoding take no time of whoever reads.</summary>
/// <remarks>What the other text throws is thrown here, behind the characters before it. Closing waits until the thread is gone.</remarks>
public sealed class TextAhead : TextReader
{
    const int BlockSize = 1 << 16;
    const int MostBlocks = 4;

    readonly TextReader source;
    readonly HandOver<(char[] Characters, int Length)> filled = new(MostBlocks);
    readonly ConcurrentBag<char[]> spare = [];
    readonly Task reading;
    (char[] Characters, int Length) block = ([], 0);
    int at;
    bool isClosed;

    /// <param name="source">Closed with this one.</param>
    public TextAhead(TextReader source)
    {
        this.source = source;
        reading = Task.Factory.StartNew(Fill, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    public override int Read(char[] buffer, int index, int count) => Read(buffer.AsSpan(index, count));

    public override int Read(Span<char> buffer)
    {
        if (at == block.Length && !Next())
            return 0;
        var taken = Math.Min(buffer.Length, block.Length - at);
        block.Characters.AsSpan(at, taken).CopyTo(buffer);
        at += taken;
        return taken;
    }

    bool Next()
    {
        if (block.Characters.Length > 0)
            spare.Add(block.Characters);
        (block, at) = (([], 0), 0);
        if (filled.TryTake(out var next))
        {
            block = next;
            return true;
        }
        reading.GetAwaiter().GetResult();
        return false;
    }

    void Fill()
    {
        try
        {
            while (true)
            {
                var characters = spare.TryTake(out var used) ? used : new char[BlockSize];
                var length = source.Read(characters, 0, characters.Length);
                if (length is 0 || !filled.Give((characters, length)))
                    return;
            }
        }
        finally
        {
            filled.Complete();
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing && !isClosed)
        {
            isClosed = true;
            filled.Abandon();
            Task.WaitAny([reading]); // whatever it met at the end, whoever closes early has no use for it
            source.Dispose();
        }

        base.Dispose(disposing);
    }
}
