using Admetry.Connectors.Exports.Families;
using Admetry.Connectors.Exports.Tables;

namespace Admetry.Connectors.Exports;

/// <summary>Knows a totals row by its label.</summary>
static class Totals
{
    const int ColumnsLookedAt = 4;

    /// <returns>The label as written, such as <c>Total: Account</c>; null when the row is none.</returns>
    public static string? LabelOf(Family family, IReadOnlyList<string> row)
    {
        var isFirst = true;
        foreach (var cell in row.Take(ColumnsLookedAt))
        {
            if (IsLabel(family, PlainText.Of(cell), isFirst))
                return cell.Trim();
            isFirst &= string.IsNullOrWhiteSpace(cell);
        }
        return null;
    }

    /// <returns>The label as written; null when the current row is none.</returns>
    /// <param name="starts">Those of the family.</param>
    public static string? LabelOf(Family family, TotalStarts starts, TableReader table)
    {
        var isFirst = true;
        for (var i = 0; i < Math.Min(ColumnsLookedAt, table.Count); i++)
        {
            var cell = NumberText.Trim(table.Cell(i));
            if (cell.IsEmpty)
                continue;
            if (starts.MayStart(cell) && IsLabel(family, PlainText.Of(cell), isFirst))
                return cell.ToString();
            isFirst = false;
        }
        return AtEnd(family, starts, table);
    }

    /// <summary>The label is only what a campaign or a search term is called: the row says what it is about beside it, by its day, an id or a match type and one thing more.</summary>
    public static bool IsData(Layout layout, TableReader table, string label)
    {
        var (named, identified) = (0, 0);
        foreach (var column in layout.Columns)
        {
            if (column.Fixed is not null || !Telling.Contains(column.Field))
                continue;
            var cell = NumberText.Trim(table.Cell(column.Index));
            if (NumberText.IsMissing(cell) || cell.SequenceEqual(label))
                continue;
            named++;
            identified += column.Field is Field.Day or Field.MatchType || column.Field.Kind() is FieldKind.Id ? 1 : 0;
        }
        return identified > 0 && named > 1;
    }

    static readonly Field[] Telling =
    [
        Field.Day, Field.CampaignId, Field.CampaignName, Field.AdSetId, Field.AdSetName, Field.AdId, Field.AdName, Field.Keyword, Field.SearchTerm,
        Field.MatchType,
    ];

    /// <summary>A row that starts empty may say behind its numbers that they are totals.</summary>
    static string? AtEnd(Family family, TotalStarts starts, TableReader table)
    {
        if (table.Count < 2 || !table.Cell(0).IsWhiteSpace())
            return null;
        var last = NumberText.Trim(table.Cell(table.Count - 1));
        return !last.IsEmpty && starts.MayStart(last) && IsLabel(family, PlainText.Of(last), true) ? last.ToString() : null;
    }

    /// <summary>The whole text is what totals rows of the family are called.</summary>
    public static bool IsLabel(Family family, string text) => IsLabel(family, PlainText.Of(text), true);

    public static bool CoversAccount(Family family, string label) => Covers(family.AccountTotals, label);

    public static bool CoversRows(Family family, string label) => Covers(family.RowTotals, label)
        || family.TotalWords.Contains(PlainText.Of(label));

    /// <summary>A word alone is a label only as the row's first text, for a campaign in a later column may be called so.</summary>
    static bool IsLabel(Family family, string plain, bool isFirst) =>
        family.TotalLabels.Any(label => plain.StartsWith(label, StringComparison.Ordinal)) || (isFirst && family.TotalWords.Contains(plain));

    static bool Covers(IReadOnlyList<string> names, string label)
    {
        var plain = PlainText.Of(label);
        return names.Any(name => plain.EndsWith(name, StringComparison.Ordinal));
    }
}
