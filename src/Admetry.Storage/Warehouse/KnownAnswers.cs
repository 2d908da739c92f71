using Admetry.Metrics;

namespace Admetry.Storage.Warehouse;

/// <summary>Remembers answers until the data changes: those asked for last, up to so many cells in all.</summary>
public sealed class KnownAnswers(int mostCells = 2_000_000)
{
    const int LargestShare = 8;

    readonly Lock gate = new();
    readonly LinkedList<(AnswerKey Key, MetricTable Answer)> recent = [];
    readonly Dictionary<AnswerKey, LinkedListNode<(AnswerKey Key, MetricTable Answer)>> known = [];
    long? version;

    /// <summary>Keys and values held now, each a cell.</summary>
    public long Cells { get; private set; }

    /// <returns>Null where it is not known, or not of <paramref name="now"/>.</returns>
    public MetricTable? Find(AnswerKey key, long now)
    {
        lock (gate)
        {
            if (version != now || !known.TryGetValue(key, out var node))
                return null;

            recent.Remove(node);
            recent.AddFirst(node);
            return node.Value.Answer;
        }
    }

    /// <param name="now">The version of the data that the answer was read of. Versions need not rise: another one makes all others forgotten.</param>
    public void Keep(AnswerKey key, long now, MetricTable answer)
    {
        if (CellsOf(answer) > mostCells / LargestShare)
            return;

        lock (gate)
        {
            if (version != now)
                Clear(now);
            if (!known.TryAdd(key, new((key, answer))))
                return;

            recent.AddFirst(known[key]);
            Cells += CellsOf(answer);
            while (Cells > mostCells)
                Drop(recent.Last!);
        }
    }

    void Clear(long now)
    {
        recent.Clear();
        known.Clear();
        (Cells, version) = (0, now);
    }

    void Drop(LinkedListNode<(AnswerKey Key, MetricTable Answer)> node)
    {
        recent.Remove(node);
        known.Remove(node.Value.Key);
        Cells -= CellsOf(node.Value.Answer);
    }

    // An empty answer takes room too.
    static long CellsOf(MetricTable answer) =>
        16 + (answer.Rows.Count + 1L) * (answer.Keys.Count + answer.Metrics.Count * SidesOf(answer));

    static int SidesOf(MetricTable answer) => answer.ComparedWith is null ? 1 : answer.ComparedSecond is null ? 2 : 3;
}
