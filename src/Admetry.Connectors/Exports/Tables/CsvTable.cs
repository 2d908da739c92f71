using System.Buffers;
using System.Text;

namespace Admetry.Connectors.Exports.Tables;

/// <summary>Delimited text by RFC 4180: quoted cells may hold delimiters, line breaks and doubled quotes. LF, CRLF and CR end a record.</summary>
/// <remarks>
/// A quote inside an unquoted cell is a character like any other; blanks before one that opens a cell are none of the cell's. Text behind a
/// closing quote makes the cell literal, quotes included. A control Z at the very end is the end, as it was on DOS.
/// Cells are slices of one buffer, so nothing is allocated per cell.
/// </remarks>
public sealed class CsvTable(TextReader text, char delimiter) : TableReader
{
    const char Quote = '"', Mark = '\uFEFF', EndOfFile = '\u001A';

    enum Kind : byte { Plain, Doubled }

    readonly record struct Slice(int From, int Length, Kind Kind);

    readonly SearchValues<char> ends = SearchValues.Create([delimiter, '\r', '\n']);
    CellEnds cellEnds = new(delimiter);
    char[] buffer = ArrayPool<char>.Shared.Rent(1 << 16);
    char[] unquoted = [];
    Slice[] cells = new Slice[32];
    int count, start, filled, recordStart, recordEnd, line = 1;
    bool isFinished;

    public override int Count => count;

    public override bool Read()
    {
        for (FollowsBlank = false; ; FollowsBlank = true)
        {
            while (!Scan())
                Refill();
            if (count is 0)
                return false;
            if (count > 1 || recordEnd != recordStart)
                return true;
        }
    }

    public override ReadOnlySpan<char> Cell(int index)
    {
        if ((uint)index >= (uint)count)
            return default;

        var (from, length, kind) = cells[index];
        var raw = buffer.AsSpan(from, length);
        return kind is Kind.Plain ? raw : Halve(raw);
    }

    public override string RawText(int most) => new(buffer, recordStart, Math.Min(most, recordEnd - recordStart));

    /// <summary>Finds the cells of the record at <see cref="start"/>; false when the buffer ends before the record does.</summary>
    bool Scan()
    {
        Line = line;
        recordStart = start;
        count = 0;
        if (start + 1 == filled && buffer[start] is EndOfFile)
        {
            if (!isFinished)
                return false;
            start = filled;
        }
        if (start == filled)
            return isFinished;

        // A mark in the middle was the start of another file, copied behind this one.
        var (at, lines) = (buffer[start] is Mark ? start + 1 : start, 0);
        while (true)
        {
            var opens = at;
            while (opens < filled && buffer[opens] is ' ')
                opens++;
            if (opens == filled && opens > at && !isFinished)
                return false;
            var isQuoted = opens < filled && buffer[opens] is Quote;
            if (isQuoted && opens > at)
            {
                if (ClosesOnLine(opens + 1) is not { } closes)
                    return false;
                isQuoted = closes;
            }
            if (isQuoted)
            {
                if (!ScanQuoted(ref at, opens + 1, ref lines))
                    return false;
            }
            else if (!ScanPlain(ref at))
            {
                return false;
            }

            if (at < filled && buffer[at] == delimiter)
            {
                at++;
                if (at < filled || isFinished)
                    continue;
                return false;
            }
            return EndRecord(at, lines);
        }
    }

    /// <summary>Behind blanks a quote opens a cell only if it closes on its line, with nothing but blanks behind it: else it is a letter.</summary>
    /// <returns>Null when the buffer ends before the line does.</returns>
    bool? ClosesOnLine(int from)
    {
        var line = buffer.AsSpan(from, filled - from);
        var end = line.IndexOfAny('\r', '\n');
        if (end < 0 && !isFinished)
            return null;
        if (end >= 0)
            line = line[..end];
        while (line.IndexOf(Quote) is >= 0 and var close)
        {
            var rest = line[(close + 1)..];
            if (rest is not [Quote, ..])
                return (rest.IndexOf(delimiter) is >= 0 and var next ? rest[..next] : rest).IsWhiteSpace();
            line = rest[1..];
        }
        return false;
    }

    bool EndRecord(int at, int lines)
    {
        recordEnd = at;
        EndsWithoutLineBreak = at == filled;
        if (at < filled)
        {
            if (buffer[at] is '\r' && at + 1 == filled && !isFinished)
                return false;
            at += buffer[at] is '\r' && at + 1 < filled && buffer[at + 1] is '\n' ? 2 : 1;
            lines++;
        }
        start = at;
        line += lines;
        return true;
    }

    bool ScanPlain(ref int at)
    {
        var end = cellEnds.Next(buffer.AsSpan(0, filled), at);
        if (end < 0)
        {
            if (!isFinished)
                return false;
            end = filled;
        }
        Add(at, end - at, Kind.Plain);
        at = end;
        return true;
    }

    /// <param name="at">Where the cell starts, blanks included.</param>
    /// <param name="from">Behind the quote that opens it.</param>
    bool ScanQuoted(ref int at, int from, ref int lines)
    {
        var (close, kind) = (from, Kind.Plain);
        while (true)
        {
            var next = buffer.AsSpan(close, filled - close).IndexOf(Quote);
            if (next < 0)
                return isFinished ? throw OpenQuote(lines) : false;

            close += next;
            if (close + 1 == filled && !isFinished)
                return false;
            if (close + 1 >= filled || buffer[close + 1] is not Quote)
                break;
            (close, kind) = (close + 2, Kind.Doubled);
        }

        lines += CountLines(buffer.AsSpan(from, close - from));
        var rest = buffer.AsSpan(close + 1, filled - close - 1).IndexOfAny(ends);
        if (rest < 0)
        {
            if (!isFinished)
                return false;
            rest = filled - close - 1;
        }

        if (buffer.AsSpan(close + 1, rest).IsWhiteSpace())
            Add(from, close - from, kind);
        else
            Add(at, close + 1 + rest - at, Kind.Plain);
        at = close + 1 + rest;
        return true;
    }

    void Add(int from, int length, Kind kind)
    {
        if (length > LongestCell)
            throw new BrokenTableException(line,
                $"line {line} holds a cell of more than {LongestCell:N0} characters, as happens when a quote is never closed",
                "Repair the quotes of that line, or export the file again.");
        if (count == cells.Length)
        {
            if (count >= MostColumns)
                throw new BrokenTableException(line, $"line {line} has more than {MostColumns:N0} columns",
                    "Export fewer columns, or check that this is a table.");
            Array.Resize(ref cells, count * 2);
        }
        cells[count++] = new(from, length, kind);
    }

    void Refill()
    {
        cellEnds.Forget();
        if (start > 0)
        {
            buffer.AsSpan(start, filled - start).CopyTo(buffer);
            (filled, start) = (filled - start, 0);
        }
        else if (filled == buffer.Length)
        {
            Grow();
        }

        try
        {
            var read = text.Read(buffer, filled, buffer.Length - filled);
            filled += read;
            isFinished = read is 0;
        }
        catch (DecoderFallbackException)
        {
            throw new BrokenTableException(line, $"the text behind line {line} is not in the encoding of the lines before",
                "Save the file as UTF-8 and try again.");
        }
    }

    void Grow()
    {
        if (buffer.Length >= LongestRecord)
            throw new BrokenTableException(line, $"line {line} is longer than {LongestRecord:N0} characters",
                "Check the quotes and line breaks there, or export the file again.");

        var larger = ArrayPool<char>.Shared.Rent(buffer.Length * 2);
        buffer.AsSpan(0, filled).CopyTo(larger);
        ArrayPool<char>.Shared.Return(buffer);
        buffer = larger;
    }

    ReadOnlySpan<char> Halve(ReadOnlySpan<char> raw)
    {
        if (unquoted.Length < raw.Length)
            unquoted = new char[Math.Max(256, raw.Length * 2)];
        var length = 0;
        for (var i = 0; i < raw.Length; i++)
        {
            unquoted[length++] = raw[i];
            if (raw[i] is Quote)
                i++;
        }
        return unquoted.AsSpan(0, length);
    }

    BrokenTableException OpenQuote(int lines) => new(line + lines,
        $"the file ends in the middle of a quoted cell of the row that starts on line {line}",
        "The file was cut off while it was written or sent: export or download it again.");

    static int CountLines(ReadOnlySpan<char> text)
    {
        var lines = 0;
        for (var at = text.IndexOfAny('\r', '\n'); at >= 0; at = text.IndexOfAny('\r', '\n'))
        {
            lines++;
            text = text[(text[at] is '\r' && at + 1 < text.Length && text[at + 1] is '\n' ? at + 2 : at + 1)..];
        }
        return lines;
    }

    protected override void Dispose(bool disposing)
    {
        text.Dispose();
        if (buffer.Length > 0)
            ArrayPool<char>.Shared.Return(buffer);
        (buffer, count, start, filled) = ([], 0, 0, 0);
    }
}
