namespace Admetry.Connectors.Exports.Tables;

/// <summary>Reads a table record by record in bounded memory; the cells of a record live until the next <see cref="Read"/>.</summary>
public abstract class TableReader : IDisposable
{
    /// <summary>The longest cell in characters; a longer one is a sign of a lost quote, never of a name.</summary>
    public const int LongestCell = 1 << 20;

    /// <summary>The longest record in characters.</summary>
    public const int LongestRecord = 16 << 20;

    /// <summary>The most columns of a record.</summary>
    public const int MostColumns = 16_384;

    /// <summary>Steps to the next record that is not wholly empty.</summary>
    /// <exception cref="BrokenTableException">The file cannot be read any further.</exception>
    public abstract bool Read();

    /// <summary>How many cells the record has.</summary>
    public abstract int Count { get; }

    /// <summary>Empty beyond <see cref="Count"/>.</summary>
    public abstract ReadOnlySpan<char> Cell(int index);

    /// <summary>The line on which the record starts, or the number of the JSON element, counted from 1.</summary>
    public int Line { get; protected set; }

    /// <summary>One or more empty lines stand above the record.</summary>
    public bool FollowsBlank { get; protected set; }

    /// <summary>The record was cut off by the end of the file rather than ended by a line break.</summary>
    public bool EndsWithoutLineBreak { get; protected set; }

    /// <summary>What is wrong with the record itself, such as a number among JSON objects; null when it is a row.</summary>
    public string? Problem { get; protected set; }

    /// <summary>The record as received, at most <paramref name="most"/> characters.</summary>
    public abstract string RawText(int most);

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected abstract void Dispose(bool disposing);
}
