using System.Text;
using Admetry.Metrics;

namespace Admetry.App.Components;

/// <summary>Filters as an address holds them: <c>channel:search,social;device!:ctv;campaign~:brand</c>.</summary>
/// <remarks>A backslash keeps a separator that belongs to a value.</remarks>
public static class FilterText
{
    const string Separators = @",;\";

    public static string Write(IEnumerable<Filter> filters) => string.Join(';', filters.Select(filter =>
        $"{filter.Dimension.Name}{Sign(filter.Kind)}:{string.Join(',', filter.Values.Select(Escape))}"));

    /// <param name="problems">Receives one sentence for each part that is no filter; the others are kept.</param>
    public static IReadOnlyList<Filter> Read(string text, ICollection<string> problems)
    {
        List<Filter> filters = [];
        foreach (var part in Split(text, ';').Where(part => part.Length > 0))
        {
            if (One(part) is { } filter)
                filters.Add(filter);
            else
                problems.Add($"“{part}” is no filter and was left out; write it like “platform:google_ads”.");
        }

        return filters;
    }

    static Filter? One(string part)
    {
        var colon = part.IndexOf(':', StringComparison.Ordinal);
        if (colon < 1)
            return null;

        var (name, kind) = part[..colon] switch
        {
            [.. var words, '!'] => (words, FilterKind.NotIn),
            [.. var words, '~'] => (words, FilterKind.Contains),
            var words => (words, FilterKind.In),
        };
        var values = Split(part[(colon + 1)..], ',').Select(Unescape).ToArray();
        return Dimensions.Find(name) is { } dimension && values.Length > 0 ? new(dimension, kind, values) : null;
    }

    static string Sign(FilterKind kind) => kind switch
    {
        FilterKind.NotIn => "!",
        FilterKind.Contains => "~",
        _ => "",
    };

    static string Escape(string value)
    {
        var text = new StringBuilder(value.Length);
        foreach (var letter in value)
            (Separators.Contains(letter) ? text.Append('\\') : text).Append(letter);
        return text.ToString();
    }

    static string Unescape(string value)
    {
        var text = new StringBuilder(value.Length);
        for (var i = 0; i < value.Length; i++)
            text.Append(value[i] == '\\' && i + 1 < value.Length ? value[++i] : value[i]);
        return text.ToString();
    }

    static List<string> Split(string text, char separator)
    {
        List<string> parts = [];
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\\')
                i++;
            else if (text[i] == separator)
            {
                parts.Add(text[start..i]);
                start = i + 1;
            }
        }

        parts.Add(text[start..]);
        return parts;
    }
}
