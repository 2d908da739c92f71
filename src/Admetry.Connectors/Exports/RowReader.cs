using Admetry.Connectors.Exports.Families;
using Admetry.Connectors.Exports.Tables;

namespace Admetry.Connectors.Exports;

/// <summary>Turns the records of one file into items, in order, one for each row; the control totals come last.</summary>
sealed class RowReader
{
    const int MostRaw = 8 << 10;

    readonly Layout layout;
    readonly Cells cells;
    readonly Rows rows;
    readonly ControlTotals totals;
    readonly TableEnd end;
    readonly TotalStarts starts;
    bool isBelow, isBelowForSure;

    RowReader(Layout layout)
    {
        this.layout = layout;
        cells = new(layout);
        rows = new(layout, cells);
        totals = new(layout);
        end = new(layout.Sheet);
        starts = new(layout.Family);
    }

    public static IEnumerable<ReadItem> Items(Layout layout, CancellationToken cancel)
    {
        var reader = new RowReader(layout);
        var rows = 0L;
        using var table = layout.Sheet.Open(ahead: true);
        for (var count = 0; ; count++)
        {
            if ((count & 0x3FF) is 0)
                cancel.ThrowIfCancellationRequested();
            var item = reader.Next(table);
            if (item is null)
                break;
            yield return item;
            if (item is RejectedItem)
                yield break;
            if (item is not FilteredItem)
                rows++;
        }
        if (Preamble.Rows(layout.Sheet.Preamble) is { } said)
            yield return new ControlTotalItem(1, $"Rows: {said}", "rows", said, rows, said == rows, IsBinding: true, ProvesWholeAccount: false, IsWithinRounding: false);
        foreach (var total in reader.totals.Compare())
            yield return total;
    }

    /// <summary>The next item; null at the end.</summary>
    ReadItem? Next(TableReader table)
    {
        try
        {
            return table.Read() ? Item(table) : null;
        }
        catch (BrokenTableException broken)
        {
            return new RejectedItem(broken.Line, broken.Message, broken.Remedy);
        }
    }

    ReadItem Item(TableReader table)
    {
        if (table.Problem is { } problem)
            return Quarantine(table, Rules.UnreadableElement, problem);
        if (IsBlank(table))
        {
            end.SeeBlank();
            return new FilteredItem(table.Line, "all cells are empty");
        }
        if (IsBelow(table))
            return new FilteredItem(table.Line, "a row of another table of the file");
        if (IsOtherTable(table))
            return new FilteredItem(table.Line, "the header of another table of the file");
        if (Totals.LabelOf(layout.Family, starts, table) is { } label && !Totals.IsData(layout, table, label))
            return Total(table, label);
        if (RowShape.Problem(layout, table) is { } odd)
            return odd.Kind switch
            {
                ShapeKind.CutOff => new RejectedItem(table.Line, odd.Reason, "The file was cut off: export or download it again."),
                ShapeKind.NoData => new FilteredItem(table.Line, odd.Reason),
                _ => Quarantine(table, Rules.CellCount, odd.Reason),
            };

        if (!cells.Read(table))
            return Quarantine(table, cells.Rule!, cells.Reason);
        if (layout.Family.BlankEntityIsTotal && rows.HasNoOwner && !cells.HasDamagedId)
            return Total(table, "totals row");
        if (rows.OnlyName() is { } name && Totals.IsLabel(layout.Family, name))
            return Total(table, name);

        var item = rows.Build(table.Line);
        if (item is null)
            return Quarantine(table, cells.Rule!, cells.Reason);
        totals.Add(item);
        return cells.Remarks is { Count: > 0 } remarks ? item with { Remarks = remarks } : item;
    }

    bool IsBelow(TableReader table)
    {
        isBelow = isBelow && (isBelowForSure || table.Count != layout.Sheet.Headers.Count);
        return isBelow;
    }

    bool IsOtherTable(TableReader table)
    {
        if (end.StartsTable(table) is not { } isSure)
            return false;
        (isBelow, isBelowForSure) = (true, isSure);
        return true;
    }

    FilteredItem Total(TableReader table, string label)
    {
        totals.Expect(table.Line, label, table);
        return new(table.Line, $"totals row \"{label}\"");
    }

    static QuarantinedItem Quarantine(TableReader table, string rule, string reason) =>
        new(table.Line, reason, rule, table.RawText(MostRaw));

    static bool IsBlank(TableReader table)
    {
        for (var i = 0; i < table.Count; i++)
        {
            if (!table.Cell(i).IsWhiteSpace())
                return false;
        }
        return true;
    }
}
