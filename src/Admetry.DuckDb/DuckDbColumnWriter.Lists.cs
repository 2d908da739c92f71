using Admetry.DuckDb.Native;

namespace Admetry.DuckDb;

public sealed unsafe partial class DuckDbColumnWriter
{
    DuckDbColumnWriter? elements;
    ulong elementCount;

    /// <summary>Writes a LIST of the chunk's row by writing its elements one after the other.</summary>
    /// <param name="count">How many elements the list has.</param>
    /// <param name="write">Writes the element of the given place, exactly one value or NULL.</param>
    public void WriteList(int count, Action<DuckDbColumnWriter, int> write)
    {
        if (type.Id != NativeType.List || type.Element is not { Element: null } element)
            throw Mismatch("list");

        var end = elementCount + (ulong)count;
        var child = DuckDbLibrary.ListChild(vector);
        if (DuckDbLibrary.ReserveList(vector, end) != 0 || DuckDbLibrary.SetListSize(vector, end) != 0)
            throw new DuckDbException($"The engine gave no room for a list in column \"{Name}\".", DuckDbErrorType.OutOfMemory);
        elements ??= new(appender, $"{Name}[]", element);
        elements.LoadElements(child, (int)elementCount);
        for (var i = 0; i < count; i++)
        {
            elements.place = (int)elementCount + i;
            write(elements, i);
            if (elements.Written != elements.place + 1)
                throw new InvalidOperationException($"Element {i} of the list for column \"{Name}\" was not written.");
        }

        *Cell<NativeListEntry>() = new() { Offset = elementCount, Length = (ulong)count };
        elementCount = end;
    }

    // Reserving may have moved the child's memory.
    void LoadElements(nint child, int written)
    {
        vector = child;
        data = DuckDbLibrary.Data(child);
        validity = null;
        Written = written;
    }
}
