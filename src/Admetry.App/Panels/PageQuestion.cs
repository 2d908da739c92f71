using Admetry.App.Components;
using Admetry.Metrics;

namespace Admetry.App.Panels;

/// <summary>What every panel of a page has in common: who asks, which days and filters, and how members are called.</summary>
/// <param name="Path">Of the page, where links of its panels lead.</param>
/// <param name="Covered">Complete days with data.</param>
/// <param name="Steps">The points of its trends.</param>
/// <param name="Earlier">The same points of the days compared with; null where nothing is compared.</param>
/// <param name="Partial">Today, where it is chosen and has data.</param>
/// <param name="Comparison">What numbers are compared with; none where the data does not reach back so far.</param>
public sealed record PageQuestion(
    Principal Principal, string Path, ViewState State, DateRange Covered, TrendSteps Steps, TrendSteps? Earlier, DateOnly? Partial,
    Comparison Comparison, string? Currency, IReadOnlyDictionary<string, string> PlatformNames)
{
    /// <summary>What numbers are compared with as well; none where the data does not reach back so far.</summary>
    public Comparison Second { get; init; } = Comparison.None;

    /// <summary>Like <see cref="Earlier"/>, of the second comparison.</summary>
    public TrendSteps? EarlierSecond { get; init; }

    /// <summary>What people pinned, as far as whoever asks may see it.</summary>
    public PinnedNotes Notes { get; init; } = PinnedNotes.None;

    /// <summary>Whether whoever asks may pin notes.</summary>
    public bool MayPin { get; init; }

    public static PageQuestion Of(
        Principal principal, string path, ViewState state, PageDays days, string? currency, IReadOnlyDictionary<string, string> platformNames)
    {
        var covered = days.Covered ?? throw new ArgumentException("No day is covered.", nameof(days));
        var steps = TrendSteps.Of(days.Partial is { } today ? new(covered.First, today) : covered);
        var isToday = days.Covered == DateRange.Day(days.Partial ?? default);
        var (first, second) = days switch
        {
            { Compared: null, ComparedSecond: null } => (Comparison.None, Comparison.None),
            { Compared: null } => (state.Second, Comparison.None),
            { ComparedSecond: null } => (state.Comparison, Comparison.None),
            _ => (state.Comparison, state.Second),
        };
        var earlier = isToday ? null : steps.Before(state.Comparison);
        return new(principal, path, state, covered, steps, earlier, days.Partial, first, state.Currency ?? currency, platformNames)
        {
            Second = second, EarlierSecond = isToday ? null : steps.Before(state.Second),
        };
    }

    /// <summary>The page's days and filters, uncompared.</summary>
    public MetricQuery Ask(DateRange days, params IReadOnlyList<Metric> metrics) => new()
    {
        Principal = Principal,
        Days = days,
        Metrics = metrics,
        Where = State.Filters,
        Currency = Currency,
    };

    /// <summary>What people call a member of a dimension.</summary>
    public string NameOf(Dimension dimension, string key) =>
        dimension == Dimensions.Platform && PlatformNames.TryGetValue(key, out var name) ? name : MemberName.Of(dimension, key);

    /// <summary>What can be done with one member of a dimension, wherever it stands.</summary>
    public IReadOnlyList<MenuItem> MenuOf(Dimension dimension, string key, MetricQuery asked)
    {
        var here = State.Only(dimension, key).At(Path);
        var only = State.Only(dimension, key) with { Metrics = [.. asked.Metrics.Select(metric => metric.Name)], Sort = null, AllRows = false };
        var itself = asked with { Where = [.. asked.Where, new(dimension, FilterKind.In, [key])], OrderBy = [], Limit = null };
        return
        [
            new($"Filter to this {dimension.Title.InText()}", here),
            new("Exclude it", (State with { Filters = [.. State.Filters, new(dimension, FilterKind.NotIn, [key])] }).At(Path)),
            dimension == Dimensions.Campaign || dimension == Dimensions.CampaignId
                ? new("Zoom in to the campaign", (only with { Metrics = [], By = Dimensions.Platform }).At("/campaign"))
                : new("Zoom in", (only with { By = Finer(dimension).First() }).At("/explore")),
            .. BreakDowns(only, Finer(dimension)),
            new("See rows", (only with { By = Dimensions.Platform }).At(PageCatalogue.Rows.Path)),
            .. Pin($"by={dimension.Name}&of={Uri.EscapeDataString(key)}"),
            MenuItem.Meaning(asked.Metrics[0]),
            .. QueryLink.Copies(itself, here),
        ];
    }

    /// <summary>Where a note is written, with the way back to this page; nothing for who may not.</summary>
    internal IReadOnlyList<MenuItem> Pin(string to) => MayPin ? [new("Pin a note", $"/notes?{to}&back={Uri.EscapeDataString(State.At(Path))}")] : [];

    /// <summary>What can be done with a whole number of the page.</summary>
    public IReadOnlyList<MenuItem> MenuOf(Metric metric)
    {
        var only = State with { Metrics = [metric.Name], Sort = null, AllRows = false };
        return
        [
            .. BreakDowns(only, Finer(null)),
            new("See rows", (only with { By = Dimensions.Platform }).At(PageCatalogue.Rows.Path)),
            MenuItem.Meaning(metric),
            .. QueryLink.Copies(Ask(Covered, metric) with { Comparison = Comparison }, State.At(Path)),
        ];
    }

    internal static IEnumerable<MenuItem> BreakDowns(ViewState only, IEnumerable<Dimension> dimensions) =>
        dimensions.Select(by => new MenuItem($"Break down by {by.Title.InText()}", (only with { By = by }).At("/explore")));

    /// <summary>Dimensions that are neither this one nor filtered to already.</summary>
    internal IEnumerable<Dimension> Finer(Dimension? dimension) =>
        MenuDimensions.Where(by => by != dimension && !State.Filters.Any(filter => filter.Dimension == by)).DefaultIfEmpty(Dimensions.Campaign).Take(4);

    static IReadOnlyList<Dimension> MenuDimensions { get; } =
        [Dimensions.Campaign, Dimensions.Platform, Dimensions.Client, Dimensions.Device, Dimensions.Country, Dimensions.Creative];
}
