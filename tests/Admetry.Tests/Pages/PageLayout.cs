using AngleSharp.Html.Dom;

namespace Admetry.Tests.Pages;

/// <summary>How the panels of a page stand beside each other on a wide screen.</summary>
static class PageLayout
{
    /// <summary>How many of the three columns each row of panels fills.</summary>
    public static List<int> Rows(IHtmlDocument page)
    {
        List<int> rows = [0];
        foreach (var panel in page.QuerySelectorAll("section.charts > *"))
        {
            var span = panel.ClassList.Contains("full") ? 3 : panel.ClassList.Contains("wide") ? 2 : 1;
            if (rows[^1] + span > 3)
                rows.Add(0);
            rows[^1] += span;
        }

        return rows;
    }
}
