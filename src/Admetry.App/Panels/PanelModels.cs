using Admetry.App.Components;
using Admetry.Metrics;

namespace Admetry.App.Panels;

/// <summary>One number with its change and its course.</summary>
public sealed record TileModel(Metric Metric, MetricValue Value, Delta? Delta, IReadOnlyList<double?> Course, string? Currency)
{
    /// <summary>The change from the days of the second comparison; null where there is none.</summary>
    public Delta? Second { get; init; }

    /// <summary>What can be done with it.</summary>
    public IReadOnlyList<MenuItem> Menu { get; init; } = [];
}

/// <summary>A chart with its words.</summary>
public sealed record ChartModel(string Title, string Subtitle, string Summary, string LabelTitle, ChartSpec Spec)
{
    /// <summary>What can be done with each label's marks; empty for nothing.</summary>
    public IReadOnlyList<IReadOnlyList<MenuItem>> Menus { get; init; } = [];
}

/// <summary>A table of the largest members.</summary>
/// <param name="Hidden">How many members the row Other stands for; 0 where all are listed.</param>
public sealed record RankedModel(IReadOnlyList<TableColumn> Columns, IReadOnlyList<TableRow> Rows, int Hidden, bool IsEmpty)
{
    /// <summary>What someone who looks at it should know of all its rows; null for nothing.</summary>
    public string? Remark { get; init; }
}

/// <summary>A panel with its answer, ready to print.</summary>
/// <param name="Csv">The address of the same numbers as a file; null where there are none.</param>
public abstract record PanelView(Panel Panel, string? Csv);

/// <summary>A panel as a chart.</summary>
public sealed record ChartView(Panel Panel, ChartModel Chart, string? Csv) : PanelView(Panel, Csv);

/// <summary>A panel as a table.</summary>
/// <param name="Caption">What the table is, for those who cannot see where it stands.</param>
public sealed record TableView(Panel Panel, string Title, string Caption, RankedModel Table, string? Csv) : PanelView(Panel, Csv);

/// <summary>There is no answer, and why.</summary>
public sealed record MissingView(Panel Panel, string Title, IReadOnlyList<string> Reasons) : PanelView(Panel, null);
