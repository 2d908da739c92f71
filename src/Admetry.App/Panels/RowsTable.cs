using Admetry.App.Components;
using Admetry.Metrics;
using Admetry.Storage.Warehouse;

namespace Admetry.App.Panels;

/// <summary>The rows behind a number: as fine as one fact carries these metrics under these filters, day by day.</summary>
static class RowsTable
{
    /// <summary>As many as a page can hold; the file holds all.</summary>
    const int Most = 200;

    /// <summary>From fine to coarse. Facts that break delivery down carry fewer names than delivery itself.</summary>
    static readonly Dimension[][] Keys =
    [
        [Dimensions.Campaign, Dimensions.AdSet, Dimensions.Ad, Dimensions.Platform], [Dimensions.Campaign, Dimensions.AdSet, Dimensions.Platform],
        [Dimensions.Campaign, Dimensions.Creative], [Dimensions.Campaign], [Dimensions.Publisher], [Dimensions.Client], [],
    ];

    /// <returns>Null where there is no row.</returns>
    /// <exception cref="QueryRefusedException">No fact carries these metrics under these filters.</exception>
    public static async Task<(RankedModel Table, MetricQuery Asked)?> ReadAsync(RowsPanel panel, PageQuestion page, PageAnswers answers)
    {
        foreach (var keys in Keys)
        {
            var asked = page.Ask(page.Covered, panel.Metrics) with
            {
                By = keys, Grain = Grain.Day, OrderBy = [new(panel.Metrics[0].Name, Descending: true)], Limit = Most + 1,
            };
            try
            {
                var answer = await answers.ReadAsync(asked);
                return answer.Rows is [] ? null : (Of(panel, page, answer), asked);
            }
            catch (QueryRefusedException) when (keys is not [])
            {
                // No fact is as fine as this: the next is coarser, and the last one's refusal is the answer.
            }
        }

        throw new System.Diagnostics.UnreachableException("Days alone are answered or refused.");
    }

    static RankedModel Of(RowsPanel panel, PageQuestion page, MetricTable answer)
    {
        List<TableRow> rows = [.. answer.Rows.Take(Most).Select(row => new TableRow(
        [
            .. answer.Keys.Select((key, i) => new TableCell(Name(page, key, row.Key(i)))),
            .. panel.Metrics.Select(metric => new TableCell(NumberFormat.Full(row[metric], metric.Unit, answer.Currency))),
        ]))];
        if (answer.Rows.Count > Most)
            rows.Add(new([new("And more"), .. Enumerable.Repeat(new TableCell(""), answer.Keys.Count + panel.Metrics.Count - 1)], IsTotal: true));
        return new([.. answer.Keys.Select(key => new TableColumn(key.Title)), .. panel.Metrics.Select(metric => new TableColumn(metric.Title, IsNumeric: true))], rows, 0, false);
    }

    static string Name(PageQuestion page, Dimension key, string member) =>
        key.IsTime && DateRange.TryParse(member, out var day) ? NumberFormat.Days(day) : member is "" ? NumberFormat.Nothing : page.NameOf(key, member);
}
