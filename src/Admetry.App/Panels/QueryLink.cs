using Admetry.App.Components;
using Admetry.Metrics;

namespace Admetry.App.Panels;

/// <summary>A metric query as the address of its file: <c>/api/v1/query.csv?m=spend&amp;by=platform&amp;from=…</c>. The API reads it back.</summary>
public static class QueryLink
{
    public const string Csv = "/api/v1/query.csv";

    public const string Sql = "/api/v1/query.sql";

    /// <param name="file"><see cref="Csv"/> or <see cref="Sql"/>.</param>
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
