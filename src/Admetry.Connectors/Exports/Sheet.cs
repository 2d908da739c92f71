using Admetry.Connectors.Exports.Tables;

namespace Admetry.Connectors.Exports;

enum SheetKind : byte { Text, Json, Workbook }

/// <summary>Where a table of a file lies: encoding, delimiter or sheet, the lines above the header, and the header.</summary>
sealed record Sheet
{
    public required ReceivedFile File { get; init; }
    public required SheetKind Kind { get; init; }

    /// <summary>Null for a workbook, which knows its own.</summary>
    public TextEncoding? Encoding { get; init; }

    /// <summary>Of delimited text.</summary>
    public char Delimiter { get; init; }

    /// <summary>The name of the list that a JSON object wraps; null where the elements stand alone.</summary>
    public string? JsonList { get; init; }

    /// <summary>Which sheet of the workbook, counted from 0.</summary>
    public int Tab { get; init; }

    /// <summary>For people, where a file has several tables: the sheet's name, or the line of the header.</summary>
    public string Title { get; init; } = "";

    /// <summary>Names of the columns; for JSON the dotted paths.</summary>
    public required IReadOnlyList<string> Headers { get; init; }

    /// <summary>How many of them some family knows.</summary>
    public int Known { get; init; }

    /// <summary>The lines above the header as written.</summary>
    public IReadOnlyList<string> Preamble { get; init; } = [];

    /// <summary>How many records come before the data, header included.</summary>
    public int RecordsBefore { get; init; }

    /// <summary>Some of the rows below the header, in which totals show; empty for JSON.</summary>
    public IReadOnlyList<string[]> FirstRows { get; init; } = [];

    /// <summary>What was decided about this table alone.</summary>
    public IReadOnlyList<Decision> Decisions { get; init; } = [];

    /// <summary>Opens the table and steps over preamble and header.</summary>
    /// <param name="ahead">All of it will be read: delimited text is decoded on another thread meanwhile.</param>
    public TableReader Open(bool ahead = false)
    {
        if (Kind is SheetKind.Workbook)
            return Skip(new WorkbookTable(WorkbookFile.Seekable(File.Open), Tab));

        var stream = File.Open();
        TableReader? table = null;
        try
        {
            table = Kind is SheetKind.Text
                ? new CsvTable(ahead ? new TextAhead(Encoding!.Reader(stream)) : Encoding!.Reader(stream), Delimiter)
                : new JsonTable(Encoding!.Utf8(stream), Headers, JsonList);
            return Skip(table);
        }
        catch
        {
            table?.Dispose(); // and with it the thread that reads ahead
            stream.Dispose();
            throw;
        }
    }

    TableReader Skip(TableReader table)
    {
        for (var i = 0; i < RecordsBefore; i++)
            table.Read();
        return table;
    }
}
