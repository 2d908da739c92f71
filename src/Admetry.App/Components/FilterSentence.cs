using Admetry.Metrics;

namespace Admetry.App.Components;

/// <summary>Filters in words, for where nobody can press them: paper and pictures.</summary>
public static class FilterSentence
{
    /// <param name="nameOf">What people call a member of a dimension.</param>
    /// <returns>Such as <c>Platform is TikTok; Device is not CTV</c>; without filters, that there are none.</returns>
    public static string Of(IReadOnlyList<Filter> filters, Func<Dimension, string, string> nameOf) => filters is [] ? "Not filtered"
        : string.Join("; ", filters.Select(filter => $"{filter.Dimension.Title} {Verb(filter.Kind)} {string.Join(" or ", filter.Values.Select(value => Name(filter, value, nameOf)))}"));

    /// <summary>A part of a name is no name.</summary>
    static string Name(Filter filter, string value, Func<Dimension, string, string> nameOf) =>
        filter.Kind is FilterKind.Contains ? $"“{value}”" : nameOf(filter.Dimension, value);

    static string Verb(FilterKind kind) => kind switch
    {
        FilterKind.NotIn => "is not",
        FilterKind.Contains => "contains",
        _ => "is",
    };
}
