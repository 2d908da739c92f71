using Admetry.Finance;
using Admetry.Metrics;

namespace Admetry.App.Components;

/// <summary>A column of a <see cref="DataTable"/>.</summary>
/// <param name="IsNumeric">Numbers stand right-aligned, with figures of one width.</param>
/// <param name="SortLink">Where its heading leads to sort by it; null where it cannot.</param>
/// <param name="IsSorted">Whether the table is sorted by it, largest first.</param>
public sealed record TableColumn(string Title, bool IsNumeric = false, string? SortLink = null, bool IsSorted = false);

/// <summary>A cell: text fit to show.</summary>
/// <param name="Bar">Its length beside the column's longest, 0 to 1; null without a bar.</param>
/// <param name="Link">Where it leads; null where it does not.</param>
/// <param name="Tone">Colours a change.</param>
/// <param name="Note">Small print under the text; null for none.</param>
/// <param name="Heat">How strongly it is shaded, 0 to 1; null for not at all.</param>
/// <param name="Unseen">Of what has a picture that nobody has handed in, its kind; null for what has none.</param>
public sealed record TableCell(
    string Text, double? Bar = null, string? Link = null, DeltaTone Tone = DeltaTone.Neutral, string? Note = null, double? Heat = null, string? Unseen = null);

/// <summary>One row; the first cell names it.</summary>
/// <param name="IsTotal">Set apart: a total, or what is not listed.</param>
public sealed record TableRow(IReadOnlyList<TableCell> Cells, bool IsTotal = false)
{
    /// <summary>What can be done with the row, and with the mark of a chart that stands for it.</summary>
    public IReadOnlyList<MenuItem> Menu { get; init; } = [];
}

/// <summary>One thing to do, which is an address.</summary>
/// <param name="Title">What it does; of what is copied, as what.</param>
public sealed record MenuItem(string Title, string Link, MenuKind Kind = MenuKind.Page)
{
    /// <summary>To what a metric means.</summary>
    public static MenuItem Meaning(Metric metric) => new($"What {metric.Title.InText()} means", $"/definitions#{metric.Name}");

    /// <summary>To what a figure of the books or of pacing means.</summary>
    public static MenuItem Meaning(FinanceFigure figure) => new($"What {figure.Title.InText()} means", $"/definitions#{figure.Name}");
}

/// <summary>What becomes of a menu's address: a page to go to, a file to keep, or a text, or the address itself, to copy.</summary>
/// <remarks>Without script a text is shown instead of copied. Pictures are drawn by the browser, so they need script.</remarks>
public enum MenuKind { Page, File, CopyText, CopyAddress, Picture }
