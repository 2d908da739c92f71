using System.Text;
using System.Xml;
using ExcelDataReader;
using ExcelDataReader.Exceptions;

namespace Admetry.Connectors.Exports.Tables;

/// <summary>One sheet of an Excel workbook (.xlsx), row by row. Cells are given as invariant text; see <see
/// cref="WorkbookCell"/>.</summary>
/// <remarks>The line is the number that the sheet shows beside the row. A row counts cells up to its last one that is not
/// empty.</remarks>
public sealed class WorkbookTable : TableReader
{
    const string Remedy = "Open it in a spreadsheet and save it again as .xlsx, or save the sheet as CSV UTF-8.";

    // The library asks for an old code page by name even where none is used.
    static WorkbookTable() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    readonly IExcelDataReader reader;
    readonly Func<bool> next;
    string[] cells = [];
    int count, depth;

    /// <param name="stream">Seekable; disposed with the table.</param>
    /// <param name="sheet">Which of the visible sheets, counted from 0.</param>
    /// <exception cref="BrokenTableException">It is no whole workbook.</exception>
    public WorkbookTable(Stream stream, int sheet)
    {
        try
        {
            reader = Guarded(0, () => ExcelReaderFactory.CreateOpenXmlReader(stream));
            next = reader.Read;
            for (var visible = -1; ;)
            {
                visible += IsVisible(reader) ? 1 : 0;
                if (visible == sheet)
                    break;
                if (!Guarded(0, reader.NextResult))
                    throw new BrokenTableException(0, $"the workbook has no sheet {sheet + 1}", Remedy);
            }
        }
        catch
        {
            reader?.Dispose();
            stream.Dispose();
            throw;
        }
    }

    /// <summary>What the sheet is called.</summary>
    public string Name => reader.Name;

    public override int Count => count;

    public override ReadOnlySpan<char> Cell(int index) => (uint)index < (uint)count ? cells[index] : default;

    public override string RawText(int most)
    {
        var text = string.Join('\t', cells.Take(count));
        return text.Length > most ? text[..most] : text;
    }

    public override bool Read()
    {
        FollowsBlank = false;
        while (Guarded(depth, next))
        {
            depth = Line = reader.Depth + 1;
            if (reader.FieldCount > MostColumns)
                throw new BrokenTableException(Line, $"row {Line} has more than {MostColumns:N0} columns", Remedy);
            Take();
            if (count > 0)
                return true;
            FollowsBlank = true;
        }
        return false;
    }

    void Take()
    {
        if (cells.Length < reader.FieldCount)
            cells = new string[reader.FieldCount];
        count = 0;
        for (var i = 0; i < reader.FieldCount; i++)
        {
            cells[i] = WorkbookCell.Text(reader.GetValue(i), reader.GetNumberFormatString(i));
            if (cells[i].Length > LongestCell)
                throw new BrokenTableException(Line, $"row {Line} holds a cell of more than {LongestCell:N0} characters", Remedy);
            if (!string.IsNullOrWhiteSpace(cells[i]))
                count = i + 1;
        }
    }

    static bool IsVisible(IExcelDataReader reader) => reader.VisibleState is null or "visible";

    // The library tells of damage in many ways; for the file's owner they are one.
    static T Guarded<T>(int line, Func<T> step)
    {
        try
        {
            return step();
        }
        catch (Exception error) when (error is ExcelReaderException or InvalidDataException or XmlException or IOException or FormatException
            or InvalidOperationException or ArgumentException or KeyNotFoundException or IndexOutOfRangeException or NullReferenceException
            or OverflowException or NotSupportedException or InvalidCastException)
        {
            throw new BrokenTableException(line,
                $"the workbook is damaged{(line > 0 ? $" behind row {line}" : "")}, or was cut off: {error.Message}", Remedy);
        }
    }

    protected override void Dispose(bool disposing) => reader.Dispose();
}
