namespace Admetry.Metrics;

/// <summary>A list that grows by whole pieces: nothing is copied as it grows, and no piece is large.</summary>
public sealed class Segments<T>
{
    const int Shift = 12;
    const int Size = 1 << Shift;
    const int First = 16;

    readonly List<T[]> pieces = [];

    public int Count { get; private set; }

    /// <exception cref="ArgumentOutOfRangeException">There are no so many.</exception>
    public T this[int index] => (uint)index < (uint)Count
        ? pieces[index >> Shift][index & (Size - 1)]
        : throw new ArgumentOutOfRangeException(nameof(index));

    public void Add(T item)
    {
        var at = Count & (Size - 1);
        Room(at)[at] = item;
        Count++;
    }

    public void Add(ReadOnlySpan<T> items)
    {
        while (!items.IsEmpty)
        {
            var at = Count & (Size - 1);
            var room = Room(at).AsSpan(at);
            var some = items[..Math.Min(items.Length, room.Length)];
            some.CopyTo(room);
            Count += some.Length;
            items = items[some.Length..];
        }
    }

    // Few rows are the common case, so the first piece starts small.
    T[] Room(int at)
    {
        if (at is 0)
            pieces.Add(new T[Count is 0 ? First : Size]);
        else if (at == pieces[^1].Length)
        {
            var larger = pieces[^1];
            Array.Resize(ref larger, Math.Min(Size, larger.Length * 8));
            pieces[^1] = larger;
        }

        return pieces[^1];
    }
}
