using System.Text;
using Admetry.Connectors.Exports.Families;
using Admetry.Connectors.Exports.Tables;

namespace Admetry.Connectors.Exports.Persons;

/// <summary>Hides who a file's persons are before the file is kept anywhere: landing holds tokens, never addresses.</summary>
public static class PersonFilter
{
    const int HeadSize = 256 << 10;

    /// <summary>Looks at the names of the columns, and for e-mail addresses in the first rows.</summary>
    /// <returns>The names of the columns to hide; empty for most files.</returns>
    /// <exception cref="PersonsNotHiddenException">A workbook names persons: only text is rewritten.</exception>
    public static IReadOnlyList<string> Find(ReceivedFile file, CancellationToken cancel)
    {
        var head = Head(file);
        if (WorkbookFile.MayBe(head))
            return OfWorkbook(file);
        if (!IsText(head, out var encoding))
            return [];
        return IsJson(encoding, head) ? OfJson(file, encoding, cancel) : [.. Tables(file, head, encoding).SelectMany(table => table.Columns.Select(i => table.Names[i])).Distinct()];
    }

    /// <summary>Writes the file again with tokens in the columns that <see cref="Find"/> named; everything else stays in its place.</summary>
    /// <exception cref="PersonsNotHiddenException">The file is broken, so that nobody can say where its columns end.</exception>
    public static void Hide(ReceivedFile file, PersonKey key, Stream to)
    {
        var head = Head(file);
        IsText(head, out var encoding);
        encoding = TextEncoding.Detect(head, file.Open, Lexicon.Knows); // of all bytes: nothing may be lost on the way
        using var reader = encoding.Reader(file.Open());
        to.Write(head.AsSpan(0, encoding.Mark));
        using var writer = new StreamWriter(to, encoding.Encoding, 1 << 16, leaveOpen: true);
        try
        {
            if (IsJson(encoding, head))
                new JsonPersons(reader, writer, key).Copy();
            else
                Copy(file, head, encoding, reader, writer, key);
        }
        catch (Exception error) when (error is BrokenTableException or DecoderFallbackException or InvalidDataException)
        {
            throw new PersonsNotHiddenException(
                $"the file says who persons are, and is broken, so that it cannot be kept without them: {error.Message}",
                "Download it again; nothing of the file was kept.", error);
        }
    }

    static void Copy(ReceivedFile file, byte[] head, TextEncoding encoding, TextReader reader, TextWriter writer, PersonKey key)
    {
        var tables = Tables(file, head, encoding);
        var delimiter = tables[0].Delimiter;
        using var table = new CsvTable(reader, delimiter);
        new TablePersons(table, delimiter, writer, key, [.. tables.Select(found => (found.Names, found.Columns))]).Copy();
    }

    static List<(IReadOnlyList<string> Names, HashSet<int> Columns, char Delimiter)> Tables(ReceivedFile file, byte[] head, TextEncoding encoding)
    {
        var beginning = new ReceivedFile(file.Name, () => new MemoryStream(head, writable: false));
        try
        {
            return [.. SheetFinder.Find(beginning, Lenient(encoding), null, []).Select(sheet => (sheet.Headers, Columns(sheet), sheet.Delimiter))];
        }
        catch (BrokenTableException)
        {
            return []; // no table, so no columns; reading says what it is
        }
    }

    // The head may end within a character, and so may a file that was cut off; only the names of columns are looked at.
    static TextEncoding Lenient(TextEncoding encoding)
    {
        var lenient = (Encoding)encoding.Encoding.Clone();
        lenient.DecoderFallback = DecoderFallback.ReplacementFallback;
        return encoding with { Encoding = lenient };
    }

    static HashSet<int> Columns(Sheet sheet)
    {
        using var table = sheet.Open();
        var records = Sample.Of(table, isCut: true, mayBreak: true).Records;
        HashSet<int> found =
        [
            .. from header in sheet.Headers.Index()
               where PersonColumns.Has(header.Item)
               where !PersonColumns.Counts(header.Item, records.Select(record => record.ElementAtOrDefault(header.Index) ?? ""))
               select header.Index,
        ];
        foreach (var record in records)
            found.UnionWith(record.Index().Where(cell => cell.Index < sheet.Headers.Count && PersonColumns.IsEmail(cell.Item)).Select(cell => cell.Index));
        return found;
    }

    static IReadOnlyList<string> OfJson(ReceivedFile file, TextEncoding encoding, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        using var reader = encoding.Reader(file.Open());
        var persons = new JsonPersons(reader, TextWriter.Null, new([]));
        try
        {
            persons.Copy();
        }
        catch (Exception error) when (error is DecoderFallbackException or InvalidDataException && persons.Hidden.Count is 0)
        {
            return []; // broken, and the reader says how
        }

        return [.. persons.Hidden];
    }

    static IReadOnlyList<string> OfWorkbook(ReceivedFile file)
    {
        try
        {
            var found = WorkbookFinder.Find(file, Head(file), null, []).SelectMany(sheet => sheet.Headers).Where(PersonColumns.Has).Distinct().ToList();
            return found is [] ? [] : throw new PersonsNotHiddenException(
                $"the workbook says who persons are ({string.Join(", ", found.Take(5))}), and only text is rewritten without them",
                "Save the sheet as CSV, or delete those columns; nothing of the file was kept.");
        }
        catch (BrokenTableException)
        {
            return [];
        }
    }

    static bool IsText(byte[] head, out TextEncoding encoding)
    {
        encoding = null!;
        try
        {
            FileGuard.Head(new("head", () => new MemoryStream(head, writable: false)));
            encoding = TextEncoding.Detect(Whole(head), () => new MemoryStream(Whole(head), writable: false), Lexicon.Knows);
            return true;
        }
        catch (BrokenTableException)
        {
            return false;
        }
    }

    // The head may end within a character; its last line is left aside.
    static byte[] Whole(byte[] head) => head.Length < HeadSize ? head : head[..(Array.LastIndexOf(head, (byte)'\n') is > 0 and var end ? end + 1 : head.Length)];

    static bool IsJson(TextEncoding encoding, byte[] head)
    {
        // A decoder may be given half a character at the end; what is asked about stands at the beginning.
        var signs = new char[1024];
        Lenient(encoding).Encoding.GetDecoder().Convert(head.AsSpan(encoding.Mark, Math.Min(head.Length - encoding.Mark, signs.Length)), signs, flush: false, out _, out var length, out _);
        return signs.AsSpan(0, length).TrimStart() is ['[' or '{', ..];
    }

    static byte[] Head(ReceivedFile file)
    {
        using var stream = file.Open();
        var head = new byte[HeadSize];
        return head[..stream.ReadAtLeast(head, HeadSize, throwOnEndOfStream: false)];
    }
}
