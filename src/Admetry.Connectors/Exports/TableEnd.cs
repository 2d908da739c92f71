using Admetry.Connectors.Exports.Tables;

namespace Admetry.Connectors.Exports;

/// <summary>Notices, record by record, where a table ends and another of the same file begins: below an empty line, or a
/// comment.</summary>
sealed class TableEnd(Sheet sheet)
{
    bool followsBlank;

    /// <summary>An empty row that is not an empty line was read.</summary>
    public void SeeBlank() => followsBlank = true;

    /// <summary>Whether the record is the header of another table.</summary>
    /// <returns>True by names that are known, false only by its width; null when it is none.</returns>
    public bool? StartsTable(TableReader table)
    {
        var isBelowBlank = table.FollowsBlank || followsBlank;
        followsBlank = isBelowBlank && HeaderFinder.IsComment(table);
        return isBelowBlank && sheet.Kind is not SheetKind.Json ? HeaderFinder.StartsTable(Sample.CellsOf(table),
            sheet.Headers) : null;
    }
}
