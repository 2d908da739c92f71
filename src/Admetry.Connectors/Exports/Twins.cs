using Admetry.Connectors.Exports.Tables;

namespace Admetry.Connectors.Exports;

/// <summary>Columns of one name: where their cells differ, nobody but the user knows which is meant.</summary>
static class Twins
{
    /// <summary>Looks through the rows only where a column that is read has a twin.</summary>
    /// <exception cref="BrokenTableException">Two columns of one name differ in some row.</exception>
    public static void Check(Sheet sheet, IReadOnlyList<Column> bound, List<Decision> decisions, CancellationToken cancel)
    {
        var taken = bound.Select(column => column.Index).ToHashSet();
        var named = sheet.Headers.Index().Where(header => !taken.Contains(header.Index)).ToLookup(header => HeaderName.Of(header.Item).Plain, header => header.Index);
        var pairs =
            (from column in bound
             where column.Fixed is null
             from other in named[HeaderName.Of(column.Header).Plain]
             select (column.Index, Other: other)).ToList();
        if (pairs.Count is 0)
            return;

        using var table = sheet.Open(ahead: true);
        for (var row = 0; table.Read(); row++)
        {
            if ((row & 0x3FF) is 0)
                cancel.ThrowIfCancellationRequested();
            foreach (var (one, other) in pairs)
                if (!NumberText.Trim(table.Cell(one)).SequenceEqual(NumberText.Trim(table.Cell(other))))
                    throw Differ(sheet, table, one, other);
        }

        foreach (var (one, other) in pairs)
            decisions.Add(new($"column {other + 1}", "not read", $"says the same as column {one + 1}, {sheet.Headers[one].Trim()}, in every row"));
    }

    static BrokenTableException Differ(Sheet sheet, TableReader table, int one, int other)
    {
        var (name, twin) = (sheet.Headers[one].Trim(), sheet.Headers[other].Trim());
        return new(table.Line,
            $"columns {one + 1} and {other + 1} are {(name == twin ? $"both called {name}" : $"{name} and {twin}")}, and differ: line {table.Line} has {Cells.Short(table.Cell(one))} and {Cells.Short(table.Cell(other))}",
            "Leave the one that is not meant out of the export, or take it out of the file.");
    }
}
