using System.Globalization;

namespace Admetry.Connectors.Exports.Tables;

/// <summary>Where in an element the reader stands: the names from the element down, joined with dots, as one column name.</summary>
sealed class JsonPath
{
    readonly Stack<(int Length, bool IsArray, int Index)> open = new();
    char[] text = new char[256];
    int length;

    public bool IsOutside => open.Count is 0;

    public int Depth => open.Count;

    public void Clear()
    {
        open.Clear();
        length = 0;
    }

    /// <summary>Steps into the object or array that is the current value.</summary>
    public void Open(bool isArray)
    {
        if (open.Count > 0)
            Current();
        open.Push((length, isArray, 0));
    }

    public void Close()
    {
        open.Pop();
        if (open.Count > 0)
            length = open.Peek().Length;
    }

    /// <summary>Names the value that follows.</summary>
    public void Name(ReadOnlySpan<char> name)
    {
        length = open.Peek().Length;
        Append(name);
    }

    /// <summary>The column of the current value; within an array each value gets the next number.</summary>
    public ReadOnlySpan<char> Current()
    {
        var (start, isArray, index) = open.Peek();
        if (isArray)
        {
            open.Pop();
            open.Push((start, true, index + 1));
            length = start;
            Append(index.ToString(CultureInfo.InvariantCulture));
        }
        return text.AsSpan(0, length);
    }

    void Append(ReadOnlySpan<char> name)
    {
        var needed = length + 1 + name.Length;
        if (needed > text.Length)
            Array.Resize(ref text, needed * 2);
        if (length > 0)
            text[length++] = '.';
        name.CopyTo(text.AsSpan(length));
        length += name.Length;
    }
}
