using Admetry.App.Components;
using Admetry.Metrics;

namespace Admetry.App.Panels;

/// <summary>A metric query as the address of its file: <c>/api/v1/query.csv?m=spend&amp;by=platform&amp;from=…</c>. The API reads it back.</summary>
public static class QueryLink
{
    public const string Csv = "/api/v1/query.csv";

    public const string Sql = "/api/v1/query.sql";

    public const string Curl = "/api/v1/query.curl";

    /// <summary>The same question's address as another file.</summary>
    public static string As(string link, string file) => file + link[link.IndexOf('?', StringComparison.Ordinal)..];

    /// <summary>The metric that the question names first.</summary>
    public static string FirstMetric(string link) =>
        Uri.UnescapeDataString(link[(link.IndexOf("?m=", StringComparison.Ordinal) + 3)..].Split('&')[0]).Split(',')[0];

    /// <summary>What can be copied of a question: where it is shown, its numbers, its statement and the call that answers it.</summary>
    /// <param name="page">The address of a page that shows it.</param>
    public static IReadOnlyList<MenuItem> Copies(MetricQuery query, string page) => Copies(Of(query, Csv), page);

    /// <param name="csv">The question as <see cref="Csv"/>.</param>
    public static IReadOnlyList<MenuItem> Copies(string csv, string page) =>
    [
        new("Link", page, MenuKind.CopyAddress), new("CSV", csv, MenuKind.CopyText), new("SQL", As(csv, Sql), MenuKind.CopyText),
        new("cURL", As(csv, Curl), MenuKind.CopyText),
    ];

    /// <param name="file"><see cref="Csv"/>, <see cref="Sql"/> or <see cref="Curl"/>.</param>
    public static string Of(MetricQuery query, string file)
    {
        (string Key, string? Value)[] pairs =
        [
            ("m", string.Join(',', query.Metrics.Select(metric => metric.Name))),
            ("by", query.By is [] ? null : string.Join(',', query.By.Select(by => by.Name))),
            ("from", $"{query.Days.First:yyyy-MM-dd}"),
            ("to", $"{query.Days.Last:yyyy-MM-dd}"),
            ("grain", query.Grain is Grain.None ? null : query.Grain.ToString().ToLowerInvariant()),
            ("f", query.Where is [] ? null : FilterText.Write(query.Where)),
            ("compare", Compared(query)),
            ("currency", query.Currency),
            ("totals", query.Totals ? "true" : null),
        ];
        return $"{file}?{string.Join('&', pairs.Where(pair => pair.Value is not null).Select(pair => $"{pair.Key}={Uri.EscapeDataString(pair.Value!)}"))}";
    }

    static string? Compared(MetricQuery query) => query.Second.Against(query.Days) is { } second
        ? $"{query.Comparison.Against(query.Days)},{second}" : query.Comparison.Against(query.Days)?.ToString();
}
