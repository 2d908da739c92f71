using Admetry.Connectors.Exports.Tables;

namespace Admetry.Connectors.Exports;

/// <summary>Where the table of a file lies: encoding, delimiter, the lines above the header, and the header.</summary>
sealed record Sheet
{
    public required ReceivedFile File { get; init; }
    public required TextEncoding Encoding { get; init; }

    /// <summary>Null for JSON.</summary>
    public char? Delimiter { get; init; }

    /// <summary>Names of the columns; for JSON the dotted paths.</summary>
    public required IReadOnlyList<string> Headers { get; init; }

    /// <summary>The lines above the header as written.</summary>
    public IReadOnlyList<string> Preamble { get; init; } = [];

    /// <summary>How many records come before the data, header included.</summary>
    public int RecordsBefore { get; init; }
    public bool IsJson => Delimiter is null;

    /// <summary>Opens the table and steps over preamble and header.</summary>
    public TableReader Open()
    {
        var stream = File.Open();
        try
        {
            TableReader table = Delimiter is { } delimiter
                ? new CsvTable(Encoding.Reader(stream), delimiter)
                : new JsonTable(Encoding.Utf8(stream), Headers);
            for (var i = 0; i < RecordsBefore; i++)
                table.Read();
            return table;
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }
}
