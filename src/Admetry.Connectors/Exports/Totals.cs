using Admetry.Connectors.Exports.Families;
using Admetry.Connectors.Exports.Tables;

namespace Admetry.Connectors.Exports;

/// <summary>Knows a totals row by its label.</summary>
static class Totals
{
    const int ColumnsLookedAt = 4;

    /// <returns>The label as written, such as <c>Total: Account</c>; null when the row is none.</returns>
    public static string? LabelOf(Family family, IEnumerable<string> row) =>
        row.Take(ColumnsLookedAt).FirstOrDefault(cell => IsLabel(family, PlainText.Of(cell)))?.Trim();

    public static string? LabelOf(Family family, TableReader table)
    {
        for (var i = 0; i < Math.Min(ColumnsLookedAt, table.Count); i++)
        {
            // All labels start with one of few letters, so most cells are dismissed by their first.
            var cell = NumberText.Trim(table.Cell(i));
            if (!cell.IsEmpty && MayBe(family, cell[0]) && IsLabel(family, PlainText.Of(cell)))
                return cell.ToString();
        }
        return null;
    }

    public static bool CoversAccount(Family family, string label) => Covers(family.AccountTotals, label);

    public static bool CoversRows(Family family, string label) => Covers(family.RowTotals, label);

    static bool MayBe(Family family, char first)
    {
        foreach (var label in family.TotalLabels)
        {
            if (label[0] == char.ToLowerInvariant(first))
                return true;
        }
        return false;
    }

    static bool IsLabel(Family family, string plain) =>
        family.TotalLabels.Any(label => plain.StartsWith(label, StringComparison.Ordinal));

    static bool Covers(IReadOnlyList<string> names, string label)
    {
        var plain = PlainText.Of(label);
        return names.Any(name => plain.EndsWith(name, StringComparison.Ordinal));
    }
}
