using Admetry.App.Components;
using Admetry.App.Panels;
using Admetry.Metrics;
using Admetry.Storage.Warehouse;

namespace Admetry.App.Reports;

/// <summary>All that the report of the overview holds, computed and ready to print: the pages' own numbers, for some clients.</summary>
/// <param name="House">What people call the workspace.</param>
/// <param name="Clients">Names, of clients in the report.</param>
/// <param name="Days">The days that numbers cover, and why not others.</param>
/// <param name="MadeAt">When it was made.</param>
/// <param name="Sections">Those with data; the first is the overview.</param>
/// <param name="Metrics">Every one that is shown, in the order of the first appearance.</param>
public sealed record OverviewReport(
    string House, IReadOnlyList<string> Clients, PageDays Days, DateTimeOffset MadeAt, DateOnly Today, DateOnly? LastDay, DateTimeOffset? LoadedAt,
    IReadOnlyList<ReportSection> Sections, IReadOnlyList<Metric> Metrics)
{
    /// <summary>The pages that it is made of; campaigns are listed on their own, and all of them.</summary>
    static readonly (string Id, PageSpec Page)[] Pages =
    [
        ("overview", PageCatalogue.Overview with { Panels = [.. PageCatalogue.Overview.Panels.Where(panel => panel is not TablePanel)] }),
        ("campaigns", PageCatalogue.Campaigns), ("channels", PageCatalogue.Channels), ("conversions", PageCatalogue.ConversionsPage),
        ("video", PageCatalogue.Video), ("quality", PageCatalogue.Quality),
    ];

    /// <summary>The finding of the whole.</summary>
    public string Headline => Sections[0].Headline;

    public DateRange Covered => Days.Covered!.Value;

    /// <summary>Who it is about, as people read it.</summary>
    public string Subject => Clients is [] ? House : string.Join(", ", Clients);

    /// <exception cref="QueryRefusedException">A client is unknown, there is no data on these days, or money cannot be added up.</exception>
    /// <exception cref="System.Data.Common.DbException">The warehouse is unreachable.</exception>
    public static async Task<OverviewReport> ReadAsync(
        WarehouseDatabase warehouse, Site site, TimeProvider clock, OverviewQuestion question, CancellationToken cancel)
    {
        var principal = await PrincipalAsync(warehouse, question, cancel);
        var facts = await WarehouseFacts.ReadAsync(warehouse, principal, cancel);
        var (today, state) = (site.Today(clock), new ViewState { Period = question.Period, Comparison = question.Comparison });
        var days = PageDays.Of(state, facts, today);
        if (days.Covered is null)
            throw NoData(days.Chosen, facts);

        var platforms = facts.Platforms.ToDictionary(platform => platform.Code, platform => platform.Name);
        var reader = new PageReader(new(warehouse));
        var sections = new List<ReportSection>();
        foreach (var (id, page) in Pages)
        {
            var spec = question.IsInternal || principal.Clients is null ? page : ClientEdition.Of(page);
            var asked = PageQuestion.Of(principal, page.Path, state with { AllRows = page == PageCatalogue.Campaigns }, days, site.Currency, platforms) with { Notes = PinnedNotes.Of(question.Notes, principal, []) };
            var model = await reader.ReadAsync(spec, asked, cancel);
            if (model.Tiles is not [])
                sections.Add(ReportSection.Of(id, spec, model, sections));
        }

        return sections is [{ Id: "overview" }, ..]
            ? new(site.Name, principal.Clients is null ? [] : [.. facts.Clients.Select(client => client.Name)], days, clock.GetUtcNow(), today,
                facts.Days?.Last, facts.LoadedAt, sections, [.. sections.SelectMany(section => section.Metrics).Distinct()])
            : throw NoData(days.Covered.Value, facts);
    }

    /// <summary>Someone who sees these clients and no other: no number of another can reach the file.</summary>
    static async Task<Principal> PrincipalAsync(WarehouseDatabase warehouse, OverviewQuestion question, CancellationToken cancel)
    {
        var everything = Principal.Everything("report");
        if (question.Clients is [])
            return everything;

        var known = (await WarehouseFacts.ReadAsync(warehouse, everything, cancel)).Clients;
        return question.Clients.FirstOrDefault(code => known.All(client => client.Code != code)) is { } unknown
            ? throw new QueryRefusedException($"There is no client '{unknown}'.{(known is [] ? "" : $" There are {string.Join(", ", known.Take(20).Select(client => client.Code))}{(known.Count > 20 ? " and more" : "")}.")}")
            : everything with { Clients = question.Clients };
    }

    static QueryRefusedException NoData(DateRange days, WarehouseFacts facts) => new(
        $"There is no data for {NumberFormat.Days(days)}.{(facts.Days is { } known ? $" Daily rows reach from {known.First:yyyy-MM-dd} to {known.Last:yyyy-MM-dd}." : " 'admetry import' brings some.")}");
}

/// <summary>One page in the report.</summary>
/// <param name="Id">Its anchor.</param>
/// <param name="Headline">The period in one sentence.</param>
/// <param name="Tiles">Those that no section before shows.</param>
/// <param name="LeftOut">What could not be answered, and why.</param>
/// <param name="Metrics">All that it shows.</param>
public sealed record ReportSection(
    string Id, string Title, string Question, string Headline, IReadOnlyList<TileModel> Tiles, IReadOnlyList<PanelView> Panels,
    IReadOnlyList<string> LeftOut, IReadOnlyList<Metric> Metrics)
{
    internal static ReportSection Of(string id, PageSpec spec, PageModel model, IReadOnlyList<ReportSection> before)
    {
        var shown = before.SelectMany(section => section.Tiles).Select(tile => tile.Metric).ToHashSet();
        IReadOnlyList<PanelView> panels = [.. model.Panels.Where(view => view is not MissingView).Select(view => FileEdition.Of(view, id))];
        return new(id, spec.Title, spec.Question, model.Headline, [.. model.Tiles.Where(tile => !shown.Contains(tile.Metric))], panels,
            [.. model.Panels.OfType<MissingView>().Select(view => $"{view.Title}: {string.Join(" ", view.Reasons)}")],
            [.. model.Tiles.Select(tile => tile.Metric).Concat(panels.SelectMany(view => ShownMetrics.Of(view.Panel))).Distinct()]);
    }
}
