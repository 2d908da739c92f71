using Admetry.Connectors.Exports.Families;
using Admetry.Connectors.Exports.Tables;

namespace Admetry.Connectors.Exports;

/// <summary>Finds the tables in a text file: what kind of text it is, which delimiter, and which line is the header of
/// each.</summary>
static class SheetFinder
{
    const int SampleCharacters = 1 << 18;

    static readonly char[] Delimiters = [',', ';', '\t', '|'];

    sealed record Candidate(char Delimiter, Sample Sample, IReadOnlyList<HeaderFinder.Header> Headers, int Regular)
    {
        public int Known => Headers.Count is 0 ? 0 : Headers[0].Known;
    }

    /// <returns>The tables that may be meant, best first; never empty.</returns>
    /// <exception cref="BrokenTableException">The file holds no readable table.</exception>
    public static IReadOnlyList<Sheet> Find(ReceivedFile file, TextEncoding encoding, FileMapping? mapping,
        List<Decision> decisions)
    {
        decisions.Add(new("encoding", encoding.Name, encoding.Evidence));
        using var text = encoding.Reader(file.Open());
        var sample = new char[SampleCharacters];
        var head = new string(sample, 0, text.ReadBlock(sample));
        return head.AsSpan().TrimStart().TrimStart('\uFEFF') is ['[' or '{', ..]
            ? [Json(file, encoding, mapping, head, decisions)]
            : Csv(file, encoding, mapping, head, decisions);
    }

    /// <summary>The columns of JSON are the names of all its elements, so all are read.</summary>
    static Sheet Json(ReceivedFile file, TextEncoding encoding, FileMapping? mapping, string head, List<Decision> decisions)
    {
        var list = (string?)null;
        var (elements, columns) = Columns(file, encoding, list);
        if (!IsTable(columns, Wanted(mapping)) && JsonList.NameIn(head) is { } name
            && Columns(file, encoding, name) is { Elements: > 0 } wrapped)
            (list, elements, columns) = (name, wrapped.Elements, wrapped.Columns);
        if (elements is 0)
            throw new BrokenTableException(1, "the file is an empty JSON list", "Export a report that has rows.");

        decisions.Add(new("format", "JSON",
            $"{elements:N0} elements with {columns.Count} columns{(list is null ? "" : $" in the list {list}")}"));
        return new() { File = file, Kind = SheetKind.Json, Encoding = encoding, Headers = columns, JsonList = list };
    }

    static (int Elements, IReadOnlyList<string> Columns) Columns(ReceivedFile file, TextEncoding encoding, string? list)
    {
        using var table = new JsonTable(encoding.Utf8(file.Open()), null, list);
        var elements = 0;
        while (table.Read())
            elements++;
        return (elements, [.. table.Columns]);
    }

    static bool IsTable(IReadOnlyList<string> columns, HashSet<string>? wanted) =>
        wanted is null ? columns.Count(column => FamilyCatalogue.Knows(HeaderName.Of(column).Plain)) >= 2
            : columns.Any(wanted.Contains);

    static IReadOnlyList<Sheet> Csv(ReceivedFile file, TextEncoding encoding, FileMapping? mapping, string head,
        List<Decision> decisions)
    {
        var best = (mapping?.Delimiter is { } told ? [told] : Delimiters)
            .Select(delimiter => Weigh(delimiter, head, mapping))
            .MaxBy(candidate => (candidate.Known, candidate.Regular, -Array.IndexOf(Delimiters, candidate.Delimiter)))!;
        if (best.Sample.Records.All(record => record.All(string.IsNullOrWhiteSpace)))
            throw new BrokenTableException(1, "the file has no line with text", "Export a report that has rows.");

        decisions.Add(new("delimiter", best.Delimiter is '\t' ? "tab" : $"{best.Delimiter}",
            mapping?.Delimiter is null
                ? $"{best.Regular} of the first {best.Sample.Records.Count} lines have equally many columns" : "mapping"));
        var bare = new Sheet { File = file, Kind = SheetKind.Text, Encoding = encoding, Delimiter = best.Delimiter,
            Headers = [] };
        return mapping is { HasHeader: false }
            ? [Headless(bare, mapping, best.Sample)]
            : [.. best.Headers.Select(header => bare with
            {
                Title = $"the table below line {header.Record + 1} of those with text",
                Headers = header.Names,
                Known = header.Known,
                Preamble = [.. best.Sample.Lines.Take(header.Record)],
                RecordsBefore = header.Record + header.Height,
                FirstRows = [.. best.Sample.Records.Skip(header.Record + header.Height)],
                Decisions = [new("header", $"line {header.Record + 1} of those with text", $"{header.Known} known column names")],
            })];
    }

    /// <summary>A table without header: the mapping names its columns, or their numbers do.</summary>
    public static Sheet Headless(Sheet bare, FileMapping mapping, Sample sample)
    {
        var width = sample.Records.Max(record => record.Length);
        return bare with { Headers = [.. Enumerable.Range(0, width).Select(i =>
            mapping.HeaderNames.ElementAtOrDefault(i) ?? $"{i + 1}")] };
    }

    /// <summary>The column names that a mapping looks for; null without one.</summary>
    public static HashSet<string>? Wanted(FileMapping? mapping) =>
        mapping?.Columns.Values.ToHashSet(StringComparer.OrdinalIgnoreCase);

    static Candidate Weigh(char delimiter, string head, FileMapping? mapping)
    {
        var sample = Read(delimiter, head);
        var headers = HeaderFinder.Find(sample, Wanted(mapping));
        var width = headers.Count is 0 ? 0 : headers[0].Names.Count;
        return new(delimiter, sample, headers, width < 2 ? 0 : sample.Records.Count(record => record.Length == width));
    }

    static Sample Read(char delimiter, string head)
    {
        using var table = new CsvTable(new StringReader(head), delimiter);
        return Sample.Of(table, isCut: head.Length == SampleCharacters, mayBreak: delimiter is not ',');
    }
}
