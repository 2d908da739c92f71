using System.Collections.Concurrent;
using Admetry.Metrics;

namespace Admetry.Storage.Warehouse;

/// <summary>Remembers which only currency was in whose sight, until the data changes. Holds for a warehouse that this process alone writes.</summary>
sealed class KnownCurrencies
{
    const int Most = 1_000; // scopes: clients seen together

    readonly ConcurrentDictionary<string, (long Version, string Currency)> known = new(StringComparer.Ordinal);

    /// <returns>Null where it is not known, or not of <paramref name="version"/>.</returns>
    public string? Find(MetricQuery query, long version) =>
        known.TryGetValue(Scope(query), out var found) && found.Version == version ? found.Currency : null;

    public void Keep(MetricQuery query, long version, string currency)
    {
        if (known.Count >= Most)
            known.Clear();
        known[Scope(query)] = (version, currency);
    }

    static string Scope(MetricQuery query) =>
        $"{CurrencySql.Sources(query)}\n{(query.Principal.Clients is { } clients ? string.Join('\n', clients) : "*")}";
}
