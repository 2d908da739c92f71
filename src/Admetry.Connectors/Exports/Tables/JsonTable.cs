using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Admetry.Connectors.Exports.Tables;

/// <summary>
/// A JSON array of objects, or objects one after the other (NDJSON), read token by token. Nested objects become columns with dots in
/// their names, nested arrays with numbers. Numbers keep their text, so no digit is lost.
/// </summary>
/// <remarks>Columns are numbered as they appear; a cell of a column that the element does not have is empty.</remarks>
public sealed class JsonTable : TableReader
{
    const int DeepestNesting = 64;
    const int MostRaw = 8 << 10;
    const string NoObject = "the element is no object";

    readonly record struct Slice(int Record, int From, int Length);

    readonly Stream stream;
    readonly Dictionary<string, int> indexOf = new(StringComparer.Ordinal);
    readonly List<string> names = [];
    readonly JsonPath path = new();
    readonly byte[]? list;
    readonly ArrayBufferWriter<char> values = new();
    readonly ArrayBufferWriter<byte> raw = new();
    byte[] buffer = ArrayPool<byte>.Shared.Rent(1 << 16);
    Slice[] cells = [];
    JsonReaderState state = new(new() { MaxDepth = DeepestNesting, AllowMultipleValues = true });
    int start, filled, element;
    bool isFinished, isInArray, isClosed, isInList, isListNext;

    /// <param name="columns">Known beforehand; others are added as they appear.</param>
    /// <param name="list">The name under which objects hold the list of elements, such as <c>data</c>; null: the elements
    /// are the objects.</param>
    public JsonTable(Stream stream, IEnumerable<string>? columns = null, string? list = null)
    {
        this.stream = stream;
        this.list = list is null ? null : Encoding.UTF8.GetBytes(list);
        foreach (var column in columns ?? [])
            Column(column);
    }

    /// <summary>The columns seen so far.</summary>
    public IReadOnlyList<string> Columns => names;

    public override int Count => names.Count;

    public override ReadOnlySpan<char> Cell(int index) =>
        (uint)index < (uint)cells.Length && cells[index].Record == element
            ? values.WrittenSpan.Slice(cells[index].From, cells[index].Length)
            : default;

    public override string RawText(int most)
    {
        var text = Encoding.UTF8.GetString(raw.WrittenSpan);
        return text.Length > most ? text[..most] : text;
    }

    public override bool Read()
    {
        Line = ++element;
        values.ResetWrittenCount();
        raw.ResetWrittenCount();
        path.Clear();
        Problem = null;
        try
        {
            while (true)
            {
                if (Tokens() is { } found)
                    return found;
                Refill();
            }
        }
        catch (JsonException problem)
        {
            throw Broken(problem);
        }
    }

    /// <summary>Reads on; true: the element is complete, false: there is none left, null: more bytes are needed.</summary>
    bool? Tokens()
    {
        var reader = new Utf8JsonReader(buffer.AsSpan(start, filled - start), isFinished, state);
        bool? found = null;
        var (keepFrom, keepTo) = (0L, 0L);
        while (found is null && reader.Read())
        {
            if (isClosed)
                throw new BrokenTableException(element, "text follows the end of the JSON list", "Repair the file there, or export it again.");
            if (list is not null && StepAround(ref reader))
                continue;
            if (path.IsOutside && list is null && reader.TokenType is JsonTokenType.StartArray && !isInArray
                && reader.CurrentDepth is 0)
                isInArray = true;
            else if (path.IsOutside && list is null && reader.TokenType is JsonTokenType.EndArray)
                (isInArray, isClosed) = (false, true);
            else
            {
                keepFrom = keepTo is 0 ? path.IsOutside ? reader.TokenStartIndex : 0 : keepFrom;
                keepTo = reader.BytesConsumed;
                found = Take(ref reader);
            }
        }

        Keep(buffer.AsSpan(start + (int)keepFrom, (int)Math.Max(0, keepTo - keepFrom)));
        start += (int)reader.BytesConsumed;
        state = reader.CurrentState;
        return found ?? (isFinished ? false : null);
    }

    /// <summary>Passes what stands around the list; false within it, where the elements are.</summary>
    bool StepAround(ref Utf8JsonReader reader)
    {
        if (isInList)
        {
            isInList = !path.IsOutside || reader.TokenType is not JsonTokenType.EndArray;
            return !isInList;
        }
        isInList = isListNext && reader.TokenType is JsonTokenType.StartArray;
        isListNext = reader.TokenType is JsonTokenType.PropertyName && reader.ValueTextEquals(list);
        return true;
    }

    bool? Take(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject or JsonTokenType.StartArray:
                if (path.IsOutside && reader.TokenType is JsonTokenType.StartArray)
                    Problem = NoObject;
                path.Open(reader.TokenType is JsonTokenType.StartArray);
                return null;
            case JsonTokenType.EndObject or JsonTokenType.EndArray:
                path.Close();
                return path.IsOutside ? true : null;
            case JsonTokenType.PropertyName:
                Span<char> name = reader.ValueSpan.Length <= 256 ? stackalloc char[256] : new char[reader.ValueSpan.Length];
                path.Name(name[..Copy(ref reader, name)]);
                return null;
            default:
                if (path.IsOutside)
                {
                    Problem = NoObject;
                    return true;
                }
                Set(ref reader);
                return null;
        }
    }

    void Set(ref Utf8JsonReader reader)
    {
        var column = Column(path.Current());
        if (reader.TokenType is JsonTokenType.Null)
        {
            cells[column] = default;
            return;
        }
        if (reader.ValueSpan.Length > LongestCell)
            throw new BrokenTableException(element, $"element {element} holds a text of more than {LongestCell:N0} characters",
                "Check that element, or export the file again.");

        var from = values.WrittenCount;
        var target = values.GetSpan(reader.ValueSpan.Length + 1);
        var length = reader.TokenType is JsonTokenType.String
            ? Copy(ref reader, target)
            : Encoding.UTF8.GetChars(reader.ValueSpan, target);
        values.Advance(length);
        cells[column] = new(element, from, length);
    }

    /// <summary>An escape may name half of a surrogate pair, which no text can hold.</summary>
    int Copy(ref Utf8JsonReader reader, scoped Span<char> target)
    {
        try
        {
            return reader.CopyString(target);
        }
        catch (InvalidOperationException)
        {
            Problem = "the element holds half of a surrogate pair";
            return 0;
        }
    }

    int Column(ReadOnlySpan<char> name)
    {
        if (indexOf.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name, out var index))
            return index;
        if (names.Count >= MostColumns)
            throw new BrokenTableException(element, $"element {element} brings more than {MostColumns:N0} columns",
                "Check that the file is a list of flat objects.");

        names.Add(name.ToString());
        indexOf.Add(names[^1], names.Count - 1);
        if (cells.Length < names.Count)
            Array.Resize(ref cells, Math.Max(32, names.Count * 2));
        return names.Count - 1;
    }

    void Keep(ReadOnlySpan<byte> bytes) => raw.Write(bytes[..Math.Min(bytes.Length, MostRaw - raw.WrittenCount)]);

    void Refill()
    {
        if (start > 0)
        {
            buffer.AsSpan(start, filled - start).CopyTo(buffer);
            (filled, start) = (filled - start, 0);
        }
        else if (filled == buffer.Length)
        {
            if (buffer.Length >= LongestRecord)
                throw new BrokenTableException(element, $"element {element} holds a text longer than {LongestRecord:N0} bytes",
                    "Check that element, or export the file again.");
            var larger = ArrayPool<byte>.Shared.Rent(buffer.Length * 2);
            buffer.AsSpan(0, filled).CopyTo(larger);
            ArrayPool<byte>.Shared.Return(buffer);
            buffer = larger;
        }

        try
        {
            var read = stream.Read(buffer, filled, buffer.Length - filled);
            filled += read;
            isFinished = read is 0;
        }
        catch (DecoderFallbackException)
        {
            throw new BrokenTableException(element, $"the text of element {element} is not in the encoding of the text before",
                "Save the file as UTF-8 and try again.");
        }
    }

    // TRICKY: bytes are first read as a beginning that may go on. What fails only once they are known to be all is a file cut off.
    BrokenTableException Broken(JsonException problem) =>
        path.Depth + (isInArray ? 1 : 0) >= DeepestNesting ? new(element,
            $"element {element} is nested deeper than {DeepestNesting} levels", "Export flat records.")
        : isFinished ? new(element, $"the file ends in the middle of element {element}",
            "The file was cut off while it was written or sent: export or download it again.")
        : new(element, $"element {element} is not valid JSON (line {problem.LineNumber + 1 ?? 1})",
            "Repair the file there, or export it again.");

    protected override void Dispose(bool disposing)
    {
        stream.Dispose();
        if (buffer.Length > 0)
            ArrayPool<byte>.Shared.Return(buffer);
        buffer = [];
    }
}
