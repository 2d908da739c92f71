using System.Globalization;
using Admetry.Metrics;

namespace Admetry.App.Api;

/// <summary>Turns a <see cref="QueryRequest"/> into the query it means. Names are checked; what the query asks is the reader's affair.</summary>
public static class QueryReader
{
    /// <param name="currency">The workspace's, for requests that name none.</param>
    /// <exception cref="ApiException">Something in the request means nothing; says what, and what may have been meant.</exception>
    public static MetricQuery Read(QueryRequest request, Principal principal, Catalogue catalogue, string? currency) => new()
    {
        Principal = principal,
        Days = ReadDays(request),
        Metrics = request.Metrics is [_, ..] names
            ? [.. names.Select(name => ReadMetric(name, catalogue))]
            : throw new ApiException("metrics", "The query names no metric.", "Give at least one name from /api/v1/metrics."),
        By = [.. request.By.Select(name => ReadDimension(name, "by"))],
        Where = [.. request.Where.Select(ReadFilter)],
        Grain = ReadWord(request.Grain, "grain", Grain.None),
        Comparison = ReadComparisons(request.Compare).First,
        Second = ReadComparisons(request.Compare).Second,
        OrderBy = [.. request.OrderBy.Select(ReadOrder)],
        Limit = request.Limit is null or > 0
            ? request.Limit
            : throw new ApiException("limit", "A limit is at least 1.", "Leave it out for all rows."),
        Totals = request.Totals,
        Currency = request.Currency ?? currency,
    };

    static DateRange ReadDays(QueryRequest request) => DateRange.TryParse($"{request.From}..{request.To}", out var days)
        ? days
        : throw new ApiException("from", $"“{request.From}” to “{request.To}” is no range of days.",
            "Give both as YYYY-MM-DD, the earlier one as from.");

    static Metric ReadMetric(string? name, Catalogue catalogue) => catalogue.Find(name ?? "")
        ?? throw new ApiException("metrics", $"There is no metric “{name}”.", "/api/v1/metrics lists them.", catalogue.Suggest(name ?? ""));

    static Dimension ReadDimension(string? name, string part) => Dimensions.Find(name ?? "")
        ?? throw new ApiException(part, $"There is no dimension “{name}”.", "/api/v1/dimensions lists them.",
            Nearest.Names(name ?? "", Dimensions.All.Select(dimension => dimension.Name)));

    static Filter ReadFilter(FilterRequest? filter) => new(
        ReadDimension(filter?.Dimension, "where"),
        ReadWord(filter?.Is, "where", FilterKind.In),
        filter?.Values is [_, ..] values && values.All(value => value is not null) ? values
            : throw new ApiException("where", $"The filter on “{filter?.Dimension}” has no values.", "Give at least one value, as text."));

    static Order ReadOrder(OrderRequest? order) => order?.Name is { Length: > 0 } name
        ? new(name, order.Descending, ReadWord(order.Of, "orderBy", OrderOf.Value))
        : throw new ApiException("orderBy", "A sorting column has no name.", "Name a metric or a dimension of the query.");

    static (Comparison First, Comparison Second) ReadComparisons(string? text) => (text ?? "none").Split(',', StringSplitOptions.TrimEntries) switch
    {
        [var only] => (ReadComparison(only), Comparison.None),
        [var first, var second] => (ReadComparison(first), ReadComparison(second)),
        _ => throw new ApiException("compare", $"“{text}” names more than two comparisons.", "Give one, or two such as previous,previous_year."),
    };

    static Comparison ReadComparison(string? text) => text switch
    {
        null or "none" => Comparison.None,
        "previous" => Comparison.Previous,
        "previous_year" => Comparison.PreviousYear,
        _ when DateRange.TryParse(text, out var days) => Comparison.With(days),
        _ => throw new ApiException("compare", $"“{text}” is no comparison.",
            "Use none, previous, previous_year or days such as 2023-01-01..2023-03-31.",
            Nearest.Names(text, ["none", "previous", "previous_year"])),
    };

    static TEnum ReadWord<TEnum>(string? text, string part, TEnum otherwise) where TEnum : struct, Enum
    {
        if (text is null)
            return otherwise;

        var words = Enum.GetValues<TEnum>().ToDictionary(value => Word(value.ToString()), StringComparer.OrdinalIgnoreCase);
        return words.TryGetValue(text, out var found) ? found
            : throw new ApiException(part, $"“{text}” means nothing here.",
                $"Use {string.Join(", ", words.Keys)}.", Nearest.Names(text, words.Keys));
    }

    static string Word(string name) => string.Concat(name.Select((letter, i) =>
        (char.IsUpper(letter) && i > 0 ? "_" : "") + char.ToLower(letter, CultureInfo.InvariantCulture)));
}
