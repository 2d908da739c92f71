using Admetry.Metrics;

namespace Admetry.App.Components;

/// <summary>All that a page's address holds. The same address shows the same numbers to whoever may see them.</summary>
/// <remarks>
/// Written in one order with defaults left out: r (period), cmp and cmp2 (comparisons), cur (currency), f (filters), m (metrics), by (breakdown), sort and n (rows
/// of the table). Equal states write equal addresses.
/// </remarks>
public sealed record ViewState
{
    public static ViewState Default { get; } = new();

    public Period Period { get; init; } = Period.Default;

    public Comparison Comparison { get; init; } = Comparison.Previous;

    /// <summary>Other days to compare with at the same time; none unless <see cref="Comparison"/> says some, and never the same.</summary>
    public Comparison Second { get; init; } = Comparison.None;

    /// <summary>The currency to show money in, ISO 4217; null for the workspace's, or the one it is in.</summary>
    public string? Currency { get; init; }

    public IReadOnlyList<Filter> Filters { get; init; } = [];

    /// <summary>Names of the metrics that an open question is about; empty for the page's own.</summary>
    public IReadOnlyList<string> Metrics { get; init; } = [];

    /// <summary>What the page breaks down by; never a part of time.</summary>
    public Dimension By { get; init; } = Dimensions.Platform;

    /// <summary>The metric the table is sorted by, largest first; null for the page's own order.</summary>
    public string? Sort { get; init; }

    /// <summary>Whether the table shows every row instead of the largest.</summary>
    public bool AllRows { get; init; }

    /// <summary>The values a dimension is kept to; empty where it is not.</summary>
    public IReadOnlyList<string> Chosen(Dimension dimension) =>
        Filters.FirstOrDefault(filter => filter.Dimension == dimension && filter.Kind is FilterKind.In)?.Values ?? [];

    /// <summary>This state with rows of <paramref name="dimension"/> kept to <paramref name="values"/>.</summary>
    /// <param name="values">None: all rows are kept.</param>
    public ViewState Only(Dimension dimension, params IReadOnlyList<string> values)
    {
        var others = Filters.Where(filter => filter.Dimension != dimension || filter.Kind is not FilterKind.In);
        return this with { Filters = values is [] ? [.. others] : [.. others, new(dimension, FilterKind.In, values)] };
    }

    /// <summary>This state with <paramref name="values"/> added to what a dimension is kept to, or kept free of.</summary>
    public ViewState With(Dimension dimension, FilterKind kind, params IReadOnlyList<string> values)
    {
        var same = Filters.Where(filter => filter.Dimension == dimension && filter.Kind == kind && kind is not FilterKind.Contains).ToList();
        Filter added = new(dimension, kind, [.. same.SelectMany(filter => filter.Values).Concat(values).Distinct(StringComparer.Ordinal)]);
        return values is [] ? this : this with { Filters = [.. Filters.Where(filter => !same.Contains(filter)), added] };
    }

    /// <summary>What goes along from page to page: period, comparisons, currency and filters.</summary>
    public ViewState Kept => new() { Period = Period, Comparison = Comparison, Second = Second, Currency = Currency, Filters = Filters };

    public ViewState Without(Filter filter) => this with { Filters = [.. Filters.Where(kept => kept != filter)] };

    /// <summary>Keys and values of the address, in its order, defaults left out; the hidden fields of a form that keeps the state.</summary>
    public IEnumerable<(string Key, string Value)> Pairs()
    {
        (string Key, string? Value)[] pairs =
        [
            ("r", Period == Period.Default ? null : Period.ToString()),
            ("cmp", Comparison == Comparison.Previous ? null : ViewStateText.Write(Comparison)),
            ("cmp2", Second is NoComparison ? null : ViewStateText.Write(Second)),
            ("cur", Currency),
            ("f", Filters is [] ? null : FilterText.Write(Filters)),
            ("m", Metrics is [] ? null : string.Join(',', Metrics)),
            ("by", By == Dimensions.Platform ? null : By.Name),
            ("sort", Sort),
            ("n", AllRows ? "all" : null),
        ];
        return pairs.Where(pair => pair.Value is not null).Select(pair => (pair.Key, pair.Value!));
    }

    /// <summary>The query string, with its question mark unless it is empty.</summary>
    public string ToQuery()
    {
        var given = Pairs().Select(pair => $"{pair.Key}={Escape(pair.Value)}").ToArray();
        return given is [] ? "" : "?" + string.Join('&', given);
    }

    /// <summary>The address of <paramref name="path"/> in this state.</summary>
    public string At(string path) => path + ToQuery();

    public bool Equals(ViewState? other) => other is not null && ToQuery() == other.ToQuery();

    public override int GetHashCode() => ToQuery().GetHashCode(StringComparison.Ordinal);

    /// <summary>Percent-encoded, but for separators that a query may hold and people can read.</summary>
    static string Escape(string value) => Uri.EscapeDataString(value)
        .Replace("%3A", ":", StringComparison.Ordinal)
        .Replace("%2C", ",", StringComparison.Ordinal)
        .Replace("%3B", ";", StringComparison.Ordinal);
}
