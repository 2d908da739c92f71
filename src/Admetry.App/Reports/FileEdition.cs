using Admetry.App.Components;
using Admetry.App.Panels;

namespace Admetry.App.Reports;

/// <summary>A panel as it stands in a file: nothing of it leads to a server, for there is none.</summary>
static class FileEdition
{
    /// <param name="section">Goes before the panel's id, which is unique on its page only.</param>
    public static PanelView Of(PanelView view, string section)
    {
        var panel = view.Panel with { Id = $"{section}-{view.Panel.Id}" };
        return view switch
        {
            ChartView chart => chart with { Panel = panel, Csv = null, Chart = chart.Chart with { Menus = [] } },
            TableView table => table with { Panel = panel, Csv = null, Table = Of(table.Table) },
            _ => view with { Panel = panel, Csv = null },
        };
    }

    static RankedModel Of(RankedModel table) => table with
    {
        Columns = [.. table.Columns.Select(column => column with { SortLink = null })],
        Rows = [.. table.Rows.Select(row => row with { Menu = [], Cells = [.. row.Cells.Select(cell => cell with { Link = null })] })],
    };
}
