using System.Text;
using Admetry.Connectors.Exports.Families;
using Admetry.Connectors.Exports.Tables;

namespace Admetry.Connectors.Exports;

/// <summary>
/// Reads the files people download. Recognises them by what stands in them, never by their names, and refuses what it would have to
/// guess. Pure: streams in, rows out; no clock, no SQL, and no disk but a nameless copy of a workbook that comes as a stream.
/// </summary>
public static class ExportReader
{
    /// <summary>Decides how to read <paramref name="file"/>. Looks at its first rows, and at all of them where evidence needs it.</summary>
    /// <exception cref="IOException">The stream fails.</exception>
    /// <exception cref="OperationCanceledException">As asked by <paramref name="cancel"/>, here or while the items are enumerated.</exception>
    public static Reading Read(ReceivedFile file, ReadingHints hints, CancellationToken cancel)
    {
        var decisions = new List<Decision>();
        Sheet? first = null;
        List<Attempt> attempts = [];
        try
        {
            if (hints.Mapping is { } mapping)
            {
                MappingReader.Check(mapping);
                hints = MappingReader.Merge(hints, mapping);
            }
            var sheets = Sheets(file, hints.Mapping, decisions);
            first = sheets[0];
            attempts = [.. sheets.Select(sheet => Attempt.At(sheet, hints, cancel))];
            return Answers.Choose(attempts, decisions, cancel) is var (layout, told)
                ? Understand(layout, told, cancel)
                : throw new InvalidOperationException("no table, and no reason");
        }
        catch (BrokenTableException broken)
        {
            return new Refused(broken.Message, broken.Remedy, broken.Line > 0 ? broken.Line : null)
            {
                Decisions = decisions, Sheet = first, Bound = attempts is [{ Bound: var bound }, ..] ? bound : null, IsNoReport = broken.IsNoReport,
            };
        }
        catch (DecoderFallbackException)
        {
            return new Refused("some bytes are not in the encoding that the others speak for, or the file was cut off",
                "Save the file as UTF-8, or download it again.") { Decisions = decisions, Sheet = first };
        }
    }

    static IReadOnlyList<Sheet> Sheets(ReceivedFile file, FileMapping? mapping, List<Decision> decisions)
    {
        var head = FileGuard.Head(file);
        return WorkbookFile.MayBe(head)
            ? WorkbookFinder.Find(file, head, mapping, decisions)
            : SheetFinder.Find(file, TextEncoding.Detect(head, file.Open, Lexicon.Knows), mapping, decisions);
    }

    static Understood Understand(Layout layout, IReadOnlyList<Decision> decisions, CancellationToken cancel) => new()
    {
        Family = layout.Family.Name,
        Platform = layout.Family.Platform,
        Decisions = decisions,
        Duplicates = layout.Hints.Mapping?.Duplicates ?? (layout.Family.LaterRowsWin ? Duplicates.Last
            : layout.Family.KeysAreUnique ? Duplicates.Quarantine : Duplicates.Sum),
        Items = new ItemSequence(layout, cancel),
        Sheet = layout.Sheet,
        Layout = layout,
    };
}
