using System.Globalization;
using Admetry.Connectors.Exports;
using Admetry.Connectors.Exports.Explanations;
using Microsoft.Extensions.Primitives;

namespace Admetry.App.Pages;

/// <summary>What the page of an upload says of its reading: in the address while it is looked at, in the form when it is loaded.</summary>
/// <param name="Columns">Canonical names by the column's place in the file; what is not named is as it was found.</param>
public sealed record UploadForm(IReadOnlyDictionary<int, string> Columns)
{
    public string? Numbers { get; init; }
    public string? DateOrder { get; init; }
    public string? Currency { get; init; }
    public string? Account { get; init; }
    public string? Client { get; init; }
    public string? Period { get; init; }
    public string? Platform { get; init; }

    /// <summary>What was said and cannot be followed, a sentence each.</summary>
    public IReadOnlyList<string> Problems { get; init; } = [];

    /// <summary>Reads a query or a form; unknown names are left aside.</summary>
    public static UploadForm Of(IEnumerable<KeyValuePair<string, StringValues>> given)
    {
        var said = given.ToDictionary(pair => pair.Key, pair => pair.Value.ToString().Trim(), StringComparer.Ordinal);
        var columns = said.Where(pair => pair.Key.StartsWith("c.", StringComparison.Ordinal) && pair.Value is not "")
            .Where(pair => int.TryParse(pair.Key.AsSpan(2), NumberStyles.None, CultureInfo.InvariantCulture, out _))
            .ToDictionary(pair => int.Parse(pair.Key.AsSpan(2), CultureInfo.InvariantCulture), pair => pair.Value);
        var form = new UploadForm(columns)
        {
            Numbers = Said("numbers"), DateOrder = Said("dates"), Currency = Said("currency")?.ToUpperInvariant(), Account = Said("account"), Client = Said("client"),
            Period = Said("period"), Platform = Said("platform"),
        };
        return form with { Problems = [.. Wrong(form)] };

        string? Said(string name) => said.GetValueOrDefault(name) is { Length: > 0 } value ? value : null;
    }

    /// <param name="found">The columns as they are read without this form.</param>
    /// <param name="isUnknown">No family knows them, so what was chosen is the whole mapping.</param>
    public ReadingHints ToHints(IReadOnlyList<ExplainedColumn> found, bool isUnknown)
    {
        var hints = ReadingHints.None with
        {
            Currency = Currency is { Length: 3 } code && Currencies.All.Contains(code) ? code : null,
            AccountId = Account,
            ClientCode = Client,
            Period = DateRange.TryParse(Period, out var days) ? days : null,
        };
        var named = Columns.Where(column => column.Key < found.Count).ToList();
        if (!isUnknown)
            return hints with { Corrections = new() { Columns = Changed(named, found), Numbers = Notation, DateOrder = Order } };

        var chosen = named.Where(column => column.Value is not Corrections.Ignore).DistinctBy(column => column.Value).ToList();
        return chosen is [] ? hints : hints with
        {
            Mapping = new()
            {
                Name = "upload", Platform = Platform, Currency = hints.Currency, Numbers = Notation, DateOrder = Order, Target = TargetOf([.. chosen.Select(column => column.Value)]),
                Columns = chosen.ToDictionary(column => column.Value, column => found[column.Key].Header),
            },
        };
    }

    string? Notation => Numbers is "1,234.56" or "1.234,56" ? Numbers : null;

    string? Order => DateOrder is "ymd" or "mdy" or "dmy" ? DateOrder : null;

    static Dictionary<string, string> Changed(IEnumerable<KeyValuePair<int, string>> named, IReadOnlyList<ExplainedColumn> found) => named
        .Where(column => column.Value != (found[column.Key].Meaning is "" ? Corrections.Ignore : found[column.Key].Meaning))
        .DistinctBy(column => found[column.Key].Header)
        .ToDictionary(column => found[column.Key].Header, column => column.Value);

    static string TargetOf(IReadOnlyList<string> names) =>
        names.Contains("amount") ? "revenue"
        : names.Any(name => name is "spend" or "impressions" or "clicks" or "conversions") ? "delivery"
        : names.Any(name => name is "emails_sent" or "opens" or "web_sessions" or "pageviews") ? "engagement"
        : "delivery";

    static IEnumerable<string> Wrong(UploadForm form)
    {
        if (form.Currency is { } code && !Currencies.All.Contains(code))
            yield return $"{code} is no currency. Write its three letters, such as EUR.";
        if (form.Period is { } text && !DateRange.TryParse(text, out _))
            yield return $"{text} is no range of days. Write it as 2024-01-01..2024-01-31.";
        foreach (var name in form.Columns.Values.Where(name => name is not Corrections.Ignore && !MappingCheck.ColumnNames.Contains(name)).Distinct())
            yield return $"{name} is no column that Admetry knows.";
        foreach (var twice in form.Columns.Values.Where(name => name is not Corrections.Ignore).GroupBy(name => name).Where(same => same.Count() > 1))
            yield return $"{twice.Count()} columns are read as {twice.Key}; one can be.";
    }
}
