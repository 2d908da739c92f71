namespace Admetry.App.Panels;

/// <summary>How many of the page's three columns each panel takes: the last one of a row takes what the others leave.</summary>
static class PanelSpans
{
    public const int Columns = 3;

    /// <param name="natural">How many columns each panel asks for, 1 to <see cref="Columns"/>, in the page's order.</param>
    public static IReadOnlyList<int> Of(IEnumerable<int> natural)
    {
        var spans = natural.ToArray();
        var used = 0;
        for (var i = 0; i < spans.Length; i++)
        {
            used += spans[i];
            var isLast = i + 1 == spans.Length || used + spans[i + 1] > Columns;
            if (!isLast)
                continue;

            spans[i] += Columns - used;
            used = 0;
        }

        return spans;
    }

    /// <summary>Tables take a row of their own; a panel that could not be answered takes little room.</summary>
    public static int Natural(PanelView view) => view switch
    {
        TableView => Columns,
        ChartView when view.Panel.IsWide => 2,
        _ => 1,
    };

    /// <summary>The style sheet's word for it; null for one column.</summary>
    public static string? Class(int span) => span switch { 1 => null, 2 => "wide", _ => "full" };
}
