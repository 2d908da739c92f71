namespace Admetry.Storage.Warehouse;

/// <summary>Tells whether this process has changed a warehouse since a reader looked: what was read of an equal version still holds.</summary>
/// <remarks>Every commit stands between <see cref="Begin"/> and <see cref="End"/>, so that no version is seen while data changes.</remarks>
sealed class DataVersion
{
    long begun;
    long ended;

    /// <summary>Null while a change is being committed.</summary>
    public long? Settled => (Volatile.Read(ref ended), Volatile.Read(ref begun)) is var (past, now) && past == now ? now : null;

    public void Begin() => Interlocked.Increment(ref begun);

    public void End() => Interlocked.Increment(ref ended);
}
