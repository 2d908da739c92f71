using Admetry.Connectors.Exports.Tables;

namespace Admetry.Connectors.Exports;

enum ShapeKind { WrongCount, NoData, CutOff }

/// <summary>Compares a record's number of cells with the header's.</summary>
static class RowShape
{
    /// <returns>Null when the record fits the header.</returns>
    public static (ShapeKind Kind, string Reason)? Problem(Layout layout, TableReader table)
    {
        var wanted = layout.Sheet.Headers.Count;
        if (IsHeader(layout.Sheet.Headers, table))
            return (ShapeKind.NoData, "the header repeated");
        if (table.Count == wanted || layout.Sheet.Kind is SheetKind.Json)
            return null;
        if (table.Count > wanted)
            return IsEmptyFrom(table, wanted) ? null : (ShapeKind.WrongCount, $"the row has {table.Count} cells, the header {wanted}");
        if (table.Count is 1 && wanted > 2 && IsNote(table.Cell(0)))
            return (ShapeKind.NoData, "a note below the table");
        if (layout.Sheet.Kind is SheetKind.Workbook)
            return null; // its rows end at their last cell with a value
        if (table.EndsWithoutLineBreak)
            return (ShapeKind.CutOff, $"the file ends in the middle of line {table.Line}: it has {table.Count} cells, the header {wanted}");
        return IsEmptyFromHeader(layout, table.Count) ? null
            : (ShapeKind.WrongCount, $"the row has {table.Count} cells, the header {wanted}");
    }

    // Unnamed columns at the end of the header may be left out.
    static bool IsEmptyFromHeader(Layout layout, int from) => layout.Sheet.Headers.Skip(from).All(string.IsNullOrWhiteSpace);

    static bool IsEmptyFrom(TableReader table, int from)
    {
        for (var i = from; i < table.Count; i++)
        {
            if (!table.Cell(i).IsWhiteSpace())
                return false;
        }
        return true;
    }

    static bool IsNote(ReadOnlySpan<char> cell) =>
        cell.Trim() is ['©' or '#' or '*', ..] || cell.Contains("copyright", StringComparison.OrdinalIgnoreCase)
        || cell.Count(' ') > 3;

    static bool IsHeader(IReadOnlyList<string> headers, TableReader table)
    {
        if (table.Count < 2 || table.Count < headers.Count)
            return false;
        for (var i = 0; i < headers.Count; i++)
        {
            if (!table.Cell(i).Equals(headers[i], StringComparison.Ordinal))
                return false;
        }
        return true;
    }
}
