namespace Admetry.Tests.Exports.Rendering;

/// <summary>The cells of a file before they become bytes; what is done to them is done to the file.</summary>
/// <param name="Columns">As planned; the headers and cells follow their order until they are moved.</param>
/// <param name="TotalsAt">The place of the totals row among the rows; null without one.</param>
sealed record Draft(IReadOnlyList<PlannedColumn> Columns, List<string> Headers, List<List<Cell>> Rows, int? TotalsAt);
