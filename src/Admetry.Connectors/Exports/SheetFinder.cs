using Admetry.Connectors.Exports.Families;
using Admetry.Connectors.Exports.Tables;

namespace Admetry.Connectors.Exports;

/// <summary>Finds the table in a file: what kind of text it is, which delimiter, and which line is the header.</summary>
static class SheetFinder
{
    const int SampleCharacters = 1 << 18;
    const int SampleRecords = 200;
    const int MostPreamble = 40;

    static readonly char[] Delimiters = [',', ';', '\t', '|'];

    sealed record Candidate(char Delimiter, int Header, int Known, int Regular, IReadOnlyList<string[]> Records, IReadOnlyList<string> Lines);

    /// <exception cref="BrokenTableException">The file holds no readable table.</exception>
    public static Sheet Find(ReceivedFile file, TextEncoding encoding, FileMapping? mapping, List<Decision> decisions)
    {
        decisions.Add(new("encoding", encoding.Name, encoding.Evidence));
        using var text = encoding.Reader(file.Open());
        var sample = new char[SampleCharacters];
        var head = new string(sample, 0, text.ReadBlock(sample));
        return head.AsSpan().TrimStart().TrimStart('\uFEFF') is ['[' or '{', ..]
            ? Json(file, encoding, decisions)
            : Csv(file, encoding, mapping, head, decisions);
    }

    /// <summary>The columns of JSON are the names of all its elements, so all are read.</summary>
    static Sheet Json(ReceivedFile file, TextEncoding encoding, List<Decision> decisions)
    {
        using var table = new JsonTable(encoding.Utf8(file.Open()));
        var elements = 0;
        while (table.Read())
            elements++;
        if (elements is 0)
            throw new BrokenTableException(1, "the file is an empty JSON list", "Export a report that has rows.");

        decisions.Add(new("format", "JSON", $"{elements:N0} elements with {table.Columns.Count} columns"));
        return new() { File = file, Encoding = encoding, Headers = [.. table.Columns] };
    }

    static Sheet Csv(ReceivedFile file, TextEncoding encoding, FileMapping? mapping, string head, List<Decision> decisions)
    {
        var best = (mapping?.Delimiter is { } told ? [told] : Delimiters)
            .Select(delimiter => Weigh(delimiter, head, mapping))
            .MaxBy(candidate => (candidate.Known, candidate.Regular, -Array.IndexOf(Delimiters, candidate.Delimiter)))!;
        if (best.Records.All(record => record.All(string.IsNullOrWhiteSpace)))
            throw new BrokenTableException(1, "the file has no line with text", "Export a report that has rows.");

        decisions.Add(new("delimiter", best.Delimiter is '\t' ? "tab" : $"{best.Delimiter}",
            mapping?.Delimiter is null ? $"{best.Regular} of the first {best.Records.Count} lines have equally many columns" : "mapping"));
        if (mapping is { HasHeader: false })
            return Headless(file, encoding, mapping, best);

        decisions.Add(new("header", $"line {best.Header + 1} of those with text", $"{best.Known} known column names"));
        return new()
        {
            File = file,
            Encoding = encoding,
            Delimiter = best.Delimiter,
            Headers = best.Records[best.Header],
            Preamble = [.. best.Lines.Take(best.Header)],
            RecordsBefore = best.Header + 1,
        };
    }

    static Sheet Headless(ReceivedFile file, TextEncoding encoding, FileMapping mapping, Candidate best)
    {
        var width = best.Records.Max(record => record.Length);
        return new()
        {
            File = file,
            Encoding = encoding,
            Delimiter = best.Delimiter,
            Headers = [.. Enumerable.Range(0, width).Select(i => mapping.HeaderNames.ElementAtOrDefault(i) ?? $"{i + 1}")],
        };
    }

    static Candidate Weigh(char delimiter, string head, FileMapping? mapping)
    {
        var (records, lines) = Sample(delimiter, head);
        var wanted = mapping?.Columns.Values.ToHashSet(StringComparer.OrdinalIgnoreCase);
        var known = records.Take(MostPreamble).Select(record => record.Count(cell => IsKnown(cell, wanted))).ToList();
        var header = known.Count is 0 || known.Max() < (wanted is null ? 2 : 1) ? FirstWide(records) : known.IndexOf(known.Max());
        var width = records.Count is 0 ? 0 : records[header].Length;
        return new(delimiter, header, records.Count is 0 ? 0 : known[Math.Min(header, known.Count - 1)],
            width < 2 ? 0 : records.Count(record => record.Length == width), records, lines);
    }

    static bool IsKnown(string cell, HashSet<string>? wanted) =>
        wanted is null ? FamilyCatalogue.Knows(HeaderName.Of(cell).Plain) : wanted.Contains(cell.Trim().Trim('\uFEFF'));

    static int FirstWide(List<string[]> records)
    {
        var width = records.Take(MostPreamble).Select(record => record.Length).DefaultIfEmpty().Max();
        return Math.Max(0, records.FindIndex(record => record.Length == width));
    }

    static (List<string[]> Records, List<string> Lines) Sample(char delimiter, string head)
    {
        var (records, lines) = (new List<string[]>(), new List<string>());
        using var table = new CsvTable(new StringReader(head), delimiter);
        try
        {
            while (records.Count < SampleRecords && table.Read())
            {
                if (table.EndsWithoutLineBreak && head.Length == SampleCharacters && records.Count > 0)
                    break;
                var record = new string[table.Count];
                for (var i = 0; i < record.Length; i++)
                    record[i] = table.Cell(i).ToString();
                records.Add(record);
                lines.Add(table.RawText(1000));
            }
        }
        catch (BrokenTableException) when (records.Count > 0 || delimiter is not ',')
        {
            // The sample ends within a quoted cell; the lines before it suffice, and the real reading tells of real damage.
        }
        return (records, lines);
    }
}
