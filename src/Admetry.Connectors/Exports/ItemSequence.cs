using System.Collections;

namespace Admetry.Connectors.Exports;

/// <summary>The items of a file; each enumeration opens the file anew.</summary>
sealed class ItemSequence(Layout layout, CancellationToken cancel) : IEnumerable<ReadItem>
{
    public IEnumerator<ReadItem> GetEnumerator() => RowReader.Items(layout, cancel).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
