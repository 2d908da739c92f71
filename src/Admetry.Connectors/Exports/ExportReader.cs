using System.Text;
using Admetry.Connectors.Exports.Families;
using Admetry.Connectors.Exports.Tables;

namespace Admetry.Connectors.Exports;

/// <summary>
/// Reads the files people download. Recognises them by what stands in them, never by their names, and refuses what it would have to
/// guess. Pure: streams in, rows out; no clock, no disk, no SQL.
/// </summary>
public static class ExportReader
{
    const int FirstRows = 400;

    /// <summary>Decides how to read <paramref name="file"/>. Looks at its first rows, and at all of them where evidence needs it.</summary>
    /// <exception cref="IOException">The stream fails.</exception>
    /// <exception cref="OperationCanceledException">As asked by <paramref name="cancel"/>, here or while the items are enumerated.</exception>
    public static Reading Read(ReceivedFile file, ReadingHints hints, CancellationToken cancel)
    {
        var decisions = new List<Decision>();
        try
        {
            if (hints.Mapping is { } mapping)
            {
                MappingReader.Check(mapping);
                hints = MappingReader.Merge(hints, mapping);
            }
            var head = FileGuard.Head(file);
            var encoding = TextEncoding.Detect(head, file.Open);
            var sheet = SheetFinder.Find(file, encoding, hints.Mapping, decisions);
            var (family, columns) = hints.Mapping is { } told
                ? (MappingReader.FamilyOf(told), MappingReader.Bind(told, sheet, decisions))
                : Recognise(sheet, decisions);
            var layout = new LayoutFinder(sheet, family, hints, decisions, cancel).Find(columns);
            return Understand(layout, decisions, cancel);
        }
        catch (BrokenTableException broken)
        {
            return new Refused(broken.Message, broken.Remedy, broken.Line > 0 ? broken.Line : null) { Decisions = decisions };
        }
        catch (DecoderFallbackException)
        {
            return new Refused("some bytes are not in the encoding that the others speak for, or the file was cut off",
                "Save the file as UTF-8, or download it again.") { Decisions = decisions };
        }
    }

    static Understood Understand(Layout layout, List<Decision> decisions, CancellationToken cancel) => new()
    {
        Family = layout.Family.Name,
        Platform = layout.Family.Platform,
        Decisions = decisions,
        Duplicates = layout.Hints.Mapping?.Duplicates ?? (layout.Family.LaterRowsWin ? Duplicates.Last : Duplicates.Sum),
        Items = new ItemSequence(layout, cancel),
    };

    static (Family Family, List<Column> Columns) Recognise(Sheet sheet, List<Decision> decisions)
    {
        var candidates = Recognition.Candidates(sheet, FirstRowsOf(sheet));
        if (candidates.Count is 0)
            throw new BrokenTableException(sheet.RecordsBefore, $"no known kind of file has the columns {Listed(sheet.Headers)}",
                "Write a mapping in admetry.yaml that says which column means what.");
        if (candidates.Count > 1 && candidates[0].Points == candidates[1].Points)
            throw new BrokenTableException(sheet.RecordsBefore,
                $"the columns could be those of {candidates[0].Family.Name} or of {candidates[1].Family.Name}",
                "Write a mapping in admetry.yaml that says which column means what.");

        var (family, points, evidence) = (candidates[0].Family, candidates[0].Points, candidates[0].Evidence);
        decisions.Add(new("family", family.Name, $"{points} points for {string.Join(", ", evidence)}"));
        return (family, Bind(sheet, family));
    }

    static List<Column> Bind(Sheet sheet, Family family)
    {
        var columns = new List<(Column Column, int Rank)>();
        foreach (var (index, header) in sheet.Headers.Index())
        {
            var name = HeaderName.Of(header);
            var field = Recognition.Meaning(family, name);
            if (field is not (Field.Unknown or Field.Rate or Field.Attribute))
                columns.Add((new(index, header.Trim(), field) { Currency = name.Currency }, Recognition.Rank(family, name)));
        }
        return
        [
            .. columns.GroupBy(found => found.Column.Field)
                .Select(same => same.MinBy(found => found.Rank).Column)
                .OrderBy(column => column.Index),
        ];
    }

    static List<string[]> FirstRowsOf(Sheet sheet)
    {
        var rows = new List<string[]>();
        using var table = sheet.Open();
        try
        {
            while (rows.Count < FirstRows && table.Read())
                rows.Add([.. Enumerable.Range(0, Math.Min(4, table.Count)).Select(i => table.Cell(i).ToString())]);
        }
        catch (BrokenTableException)
        {
            // Reading the rows meets the same damage and reports it with its line.
        }
        return rows;
    }

    static string Listed(IReadOnlyList<string> headers) =>
        string.Join(", ", headers.Take(40)) + (headers.Count > 40 ? $" and {headers.Count - 40} more" : "");
}
