using Admetry.App.Components;
using Admetry.Metrics;
using Admetry.Storage.Warehouse;

namespace Admetry.App.Panels;

/// <summary>All that a page shows, computed and ready to print.</summary>
/// <param name="Headline">The period in one sentence.</param>
/// <param name="Panels">In the page's order; those with nothing to show are left out.</param>
public sealed record PageModel(string Headline, IReadOnlyList<TileModel> Tiles, IReadOnlyList<PanelView> Panels);

/// <summary>Asks the catalogue for everything a page shows, at once.</summary>
public sealed class PageReader(MetricReader metrics)
{
    public PageWatch? Watch { get; init; }

    /// <summary>The panels that rank, alone: what a brushed stretch of a course asks anew. None is left out; an empty one says so.</summary>
    /// <exception cref="System.Data.Common.DbException">The warehouse is unreachable.</exception>
    public async Task<IReadOnlyList<PanelView>> ReadRankedAsync(PageSpec spec, PageQuestion page, CancellationToken cancel)
    {
        var panels = spec.Panels.Where(panel => panel is not (TrendPanel or SeriesPanel)).ToList();
        var answers = new PageAnswers(metrics, panels.SelectMany(panel => PanelReader.Questions(page, panel, spec.Tiles[0])), Watch, cancel);
        try
        {
            var reader = new PanelReader(answers, page);
            var views = await Task.WhenAll(panels.Select(panel => reader.ReadAsync(panel, spec.Tiles[0])));
            return [.. panels.Zip(views, (panel, view) => view ?? new MissingView(panel, PanelReader.TitleOf(panel), [$"Nothing was reported for {NumberFormat.Days(page.Covered)}."]))];
        }
        finally
        {
            await answers.EndAsync();
        }
    }

    /// <exception cref="QueryRefusedException">The filters ask for what no fact can answer together.</exception>
    /// <exception cref="System.Data.Common.DbException">The warehouse is unreachable.</exception>
    public async Task<PageModel> ReadAsync(PageSpec spec, PageQuestion page, CancellationToken cancel)
    {
        var totals = page.Ask(page.Covered, spec.Tiles) with { Comparison = page.Comparison, Second = page.Second };
        var course = PanelReader.Course(page, page.Steps, spec.Tiles);
        var movers = spec.Subject is { } subject && page.Comparison is not NoComparison
            ? page.Ask(page.Covered, subject) with { By = [page.State.By], Comparison = page.Comparison } : null;
        IEnumerable<MetricQuery> expected = [totals, course, .. movers is null ? Array.Empty<MetricQuery>() : [movers], .. spec.Panels.SelectMany(panel => PanelReader.Questions(page, panel, spec.Tiles[0]))];
        var answers = new PageAnswers(metrics, expected, Watch, cancel);
        try
        {
            var steps = await answers.ReadAsync(course);
            var tiles = Tiles.Of(spec.Tiles, await answers.ReadAsync(totals), steps.Rows is [] ? null : steps, page.Steps);
            if (tiles is [])
                return new("", [], []);

            var reader = new PanelReader(answers, page);
            var panels = await Task.WhenAll(spec.Panels.Select(panel => reader.ReadAsync(panel, tiles[0].Metric)));
            var moved = movers is null ? null : await answers.ReadAsync(movers);
            var headline = Panels.Headline.Of(tiles, spec.Subject, moved, page.State.By, page.Covered, key => page.NameOf(page.State.By, key));
            return new(headline, [.. tiles.Select(tile => tile with { Menu = page.MenuOf(tile.Metric) })], [.. panels.OfType<PanelView>()]);
        }
        finally
        {
            await answers.EndAsync();
        }
    }
}
