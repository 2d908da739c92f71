using Admetry.Metrics;

namespace Admetry.App.Panels;

/// <summary>A page of numbers, as data: what it answers, the numbers on top, and the panels below.</summary>
/// <param name="Path">Where it is, such as <c>/channels</c>.</param>
/// <param name="Question">What people open it for, in one sentence.</param>
/// <param name="Tiles">The first six that have data stand on top.</param>
/// <param name="Subject">The metric whose largest mover the headline names, by what the address breaks down by; null to name none.</param>
public sealed record PageSpec(
    string Path, string Title, string Question, IReadOnlyList<Metric> Tiles, IReadOnlyList<Panel> Panels, Metric? Subject = null);

/// <summary>One chart or table of a page: which question it asks of the catalogue, and how the answer is shown.</summary>
/// <param name="Id">Unique on its page; the anchor of the panel.</param>
public abstract record Panel(string Id)
{
    /// <summary>Takes two of three columns.</summary>
    public bool IsWide { get; init; }
}

/// <summary>The course of one metric, beside the course of the days compared with.</summary>
/// <param name="Metric">Null: the page's first tile.</param>
public sealed record TrendPanel(string Id, Metric? Metric = null) : Panel(Id);

/// <summary>The course of one metric for each of the largest members of a dimension.</summary>
/// <param name="Weight">What makes a member large.</param>
public sealed record SeriesPanel(string Id, Metric Metric, Dimension By, Metric Weight) : Panel(Id)
{
    /// <summary>Another metric decides who is large only where the shown one cannot be added.</summary>
    public SeriesPanel(string id, Metric metric, Dimension by) : this(id, metric, by, metric) { }
}

/// <summary>One metric that adds up, by the members of a dimension, largest first, the smallest together as Other.</summary>
/// <param name="By">Null: what the address breaks down by.</param>
public sealed record SharePanel(string Id, Metric Metric, Dimension? By) : Panel(Id);

/// <summary>One metric that does not add up, by the members of a dimension.</summary>
/// <param name="Weight">What makes a member large enough to be shown.</param>
public sealed record RankPanel(string Id, Metric Metric, Dimension By, Metric Weight) : Panel(Id);

/// <summary>Several counts, each a part of the one before: steps of a funnel, quartiles of a video.</summary>
public sealed record StepsPanel(string Id, string Title, IReadOnlyList<Metric> Metrics) : Panel(Id);

/// <summary>Several metrics of one unit side by side, largest first: kinds of the same thing.</summary>
public sealed record KindsPanel(string Id, string Title, IReadOnlyList<Metric> Metrics) : Panel(Id);

/// <summary>One metric by two dimensions, as a table whose cells are shaded.</summary>
public sealed record HeatPanel(string Id, Metric Metric, Dimension Rows, Dimension Columns) : Panel(Id);

/// <summary>The members of a dimension by two metrics, as points.</summary>
/// <param name="Size">What makes a point large; null: all are alike.</param>
public sealed record ScatterPanel(string Id, Metric Across, Metric Up, Dimension By, Metric? Size = null) : Panel(Id);

/// <summary>The rows behind a number: days by campaign and whatever finer the facts carry, largest first.</summary>
/// <param name="Metrics">The first decides the order.</param>
public sealed record RowsPanel(string Id, IReadOnlyList<Metric> Metrics) : Panel(Id);

/// <summary>The members of a dimension with several metrics, sorted by one of them, Other and total below.</summary>
/// <param name="Keys">The first names the row; the others tell equal names apart.</param>
/// <param name="Metrics">The first has a bar, and its change beside it.</param>
public sealed record TablePanel(string Id, string Title, IReadOnlyList<Dimension> Keys, IReadOnlyList<Metric> Metrics) : Panel(Id);
