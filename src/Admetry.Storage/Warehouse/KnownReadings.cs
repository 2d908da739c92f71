namespace Admetry.Storage.Warehouse;

/// <summary>Remembers what was read of a warehouse, besides answers, until its data changes: those asked for last, up to so many.</summary>
public sealed class KnownReadings(int most = 64)
{
    readonly Lock gate = new();
    readonly LinkedList<(object Key, object Value)> recent = [];
    long? version;

    /// <returns>Null where it is not known, or not of <paramref name="now"/>.</returns>
    public object? Find(object key, long now)
    {
        lock (gate)
        {
            if (version != now || Node(key) is not { } node)
                return null;

            recent.Remove(node);
            recent.AddFirst(node);
            return node.Value.Value;
        }
    }

    /// <param name="now">The version of the data that it was read of; another one makes all others forgotten.</param>
    public void Keep(object key, long now, object value)
    {
        lock (gate)
        {
            if (version != now)
                recent.Clear();
            version = now;
            if (Node(key) is { } node)
                recent.Remove(node);
            recent.AddFirst((key, value));
            if (recent.Count > most)
                recent.RemoveLast();
        }
    }

    LinkedListNode<(object Key, object Value)>? Node(object key)
    {
        for (var node = recent.First; node is not null; node = node.Next)
            if (node.Value.Key.Equals(key))
                return node;
        return null;
    }
}
