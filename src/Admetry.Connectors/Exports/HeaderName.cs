using Admetry.Connectors.Exports.Tables;

namespace Admetry.Connectors.Exports;

/// <summary>A column's name taken apart: the plain name, and the currency that stands in brackets behind it.</summary>
/// <param name="Plain">As <see cref="PlainText"/> writes it, without currency.</param>
/// <param name="Currency">ISO 4217; null when the header does not say.</param>
readonly record struct HeaderName(string Plain, string? Currency)
{
    static readonly Dictionary<string, string> Symbols = new()
    {
        ["€"] = "EUR", ["£"] = "GBP", ["$"] = "USD", ["US$"] = "USD", ["¥"] = "JPY", ["R$"] = "BRL", ["₹"] = "INR", ["zł"] = "PLN",
    };

    public static HeaderName Of(string header)
    {
        var text = header.Trim().Trim('\uFEFF', '\u200B', '\u200E').Trim();
        var open = text.LastIndexOfAny(['(', '[']);
        if (open > 0 && text[^1] is ')' or ']')
        {
            var inside = text[(open + 1)..^1].Trim();
            var before = text.AsSpan(0, open);
            if (Currencies.All.Contains(inside))
                return new(PlainText.Of(before), inside);
            if (Symbols.TryGetValue(inside, out var code))
                return new(PlainText.Of(before), code);
        }
        return new(PlainText.Of(text), null);
    }
}
