using System.Text.Json;
using Admetry.Connectors.Exports;

namespace Admetry.App.Pipeline;

/// <summary>What is said about a file when it is imported, kept with its manifest so that a replay reads it the same way.</summary>
public static class ImportOptions
{
    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>The hints as text; what is not said is absent.</summary>
    public static IReadOnlyDictionary<string, string> ToOptions(ReadingHints hints)
    {
        var options = new SortedDictionary<string, string>(StringComparer.Ordinal);
        Add("account", hints.AccountId);
        Add("account_name", hints.AccountName);
        Add("client", hints.ClientCode);
        Add("currency", hints.Currency);
        Add("period", hints.Period?.ToString());
        Add("timezone", hints.TimeZone);
        Add("mapping", hints.Mapping is null ? null : JsonSerializer.Serialize(hints.Mapping, Json));
        Add("corrections", hints.Corrections is not { IsEmpty: false } ? null : JsonSerializer.Serialize(hints.Corrections, Json));
        return options;

        void Add(string key, string? value)
        {
            if (!string.IsNullOrEmpty(value))
                options[key] = value;
        }
    }

    /// <summary>The hints a manifest was received with.</summary>
    public static ReadingHints ToHints(IReadOnlyDictionary<string, string> options) => new()
    {
        AccountId = options.GetValueOrDefault("account"),
        AccountName = options.GetValueOrDefault("account_name"),
        ClientCode = options.GetValueOrDefault("client"),
        Currency = options.GetValueOrDefault("currency"),
        Period = DateRange.TryParse(options.GetValueOrDefault("period"), out var period) ? period : null,
        TimeZone = options.GetValueOrDefault("timezone"),
        Corrections = options.TryGetValue("corrections", out var corrections) ? JsonSerializer.Deserialize<Corrections>(corrections, Json) : null,
        Mapping = options.TryGetValue("mapping", out var mapping) ? JsonSerializer.Deserialize<FileMapping>(mapping, Json) : null,
    };
}
