using Admetry.Connectors.Exports.Tables;

namespace Admetry.Connectors.Exports;

/// <summary>Finds the tables in a workbook: one or more in each of its sheets.</summary>
static class WorkbookFinder
{
    const int MostSheets = 60;

    /// <returns>The tables that may be meant, best first; never empty.</returns>
    /// <exception cref="BrokenTableException">The file is no readable workbook, or all of its sheets are empty.</exception>
    public static IReadOnlyList<Sheet> Find(ReceivedFile file, ReadOnlySpan<byte> head, FileMapping? mapping,
        List<Decision> decisions)
    {
        var count = WorkbookFile.Check(head, file.Open);
        if (count > MostSheets)
            throw new BrokenTableException(1, $"the workbook has {count} sheets",
                $"Keep the one with the report; at most {MostSheets} are looked at.");

        decisions.Add(new("format", "Excel workbook", count is 1 ? "one sheet" : $"{count} sheets"));
        var sheets = Enumerable.Range(0, count).SelectMany(tab => Tables(file, tab, mapping)).OrderByDescending(sheet =>
            sheet.Known).ToList();
        return sheets.Count > 0 ? sheets : throw new BrokenTableException(1, "all sheets of the workbook are empty",
            "Export a report that has rows.");
    }

    static IEnumerable<Sheet> Tables(ReceivedFile file, int tab, FileMapping? mapping)
    {
        using var table = new WorkbookTable(WorkbookFile.Seekable(file.Open), tab);
        var (name, sample) = (table.Name, Sample.Of(table, isCut: false, mayBreak: false));
        if (sample.Records.Count is 0)
            return [];

        var bare = new Sheet { File = file, Kind = SheetKind.Workbook, Tab = tab, Title = $"the sheet {name}", Headers = [] };
        return mapping is { HasHeader: false }
            ? [SheetFinder.Headless(bare, mapping, sample)]
            : HeaderFinder.Find(sample, SheetFinder.Wanted(mapping)).Select(header => bare with
            {
                Headers = header.Names,
                Known = header.Known,
                Preamble = [.. sample.Lines.Take(header.Record)],
                RecordsBefore = header.Record + header.Height,
                FirstRows = [.. sample.Records.Skip(header.Record + header.Height)],
                Decisions = [new("sheet", name,
                    $"{header.Known} known column names in row {header.Record + 1} of those with text")],
            });
    }
}
