namespace Admetry.Connectors.Exports.Tables;

/// <summary>Passes things from one thread to another in their order, no more than <paramref name="most"/> on the way.</summary>
/// <remarks>
/// Whoever has to wait sleeps. The framework's own collection spins first, which on two processors takes the time from the very thread
/// that is waited for: a twentieth of a large import.
/// </remarks>
public sealed class HandOver<T>(int most)
{
    readonly object gate = new();
    readonly Queue<T> under = new(most);
    bool isComplete, isAbandoned;

    /// <summary>Passes a thing on, once there is room. False: nobody will take it any more.</summary>
    public bool Give(T item)
    {
        lock (gate)
        {
            while (under.Count == most && !isAbandoned)
                Monitor.Wait(gate);
            if (isAbandoned)
                return false;
            under.Enqueue(item);
            if (under.Count == 1)
                Monitor.PulseAll(gate);
            return true;
        }
    }

    /// <summary>Takes the next thing, once there is one. False: all were taken and no more will come.</summary>
    public bool TryTake(out T item)
    {
        lock (gate)
        {
            while (under.Count == 0 && !isComplete && !isAbandoned)
                Monitor.Wait(gate);
            if (isAbandoned || under.Count == 0)
            {
                item = default!;
                return false;
            }

            item = under.Dequeue();
            if (under.Count == most - 1)
                Monitor.PulseAll(gate);
            return true;
        }
    }

    /// <summary>The giver has no more.</summary>
    public void Complete()
    {
        lock (gate)
        {
            isComplete = true;
            Monitor.PulseAll(gate);
        }
    }

    /// <summary>The taker wants no more: the giver is told so, and what is on the way is dropped.</summary>
    public void Abandon()
    {
        lock (gate)
        {
            isAbandoned = true;
            under.Clear();
            Monitor.PulseAll(gate);
        }
    }
}
