namespace Admetry.Connectors.Exports.Tables;

/// <summary>Takes away what surrounds a number: currency, sign, parentheses, percent. Leaves digits, marks and one kind of space.</summary>
static class NumberCleaner
{
    const string Signs = "$€£¥₹₩₽₺₪₫₴₦฿¤₱₲₡₵";

    static readonly string[] Words =
    [
        "r$", "rp.", "rp", "kr.", "kr", "zł", "kč", "ft", "lei", "rm", "s/.", "s/", "a$", "c$", "us$", "nt$", "hk$", "au$", "ca$", "nz$", "mx$",
        "sfr.", "fr.", "₹", "rs.", "rs", "лв", "ден", "tl",
    ];

    static readonly (string Word, decimal Value)[] Scales =
    [
        ("k", 1_000), ("tsd.", 1_000), ("m", 1_000_000), ("mn", 1_000_000), ("mio.", 1_000_000), ("b", 1_000_000_000),
        ("bn", 1_000_000_000),
    ];

    /// <returns>False when something is left that no number has.</returns>
    public static bool Clean(
        ReadOnlySpan<char> text, Span<char> target, out int length, out bool isNegative, out bool isPercent, out decimal scale)
    {
        (length, isNegative, isPercent, scale) = (0, false, false, 1);
        if (text is ['(', .., ')'])
        {
            text = text[1..^1].Trim();
            isNegative = true;
        }
        text = StripEnds(text, ref isNegative, ref isPercent);
        text = StripScale(text, out scale);
        foreach (var c in text)
        {
            var plain = Plain(c);
            if (plain is '\0')
                return false;
            target[length++] = plain;
        }
        return length > 0 && target[..length].ContainsAnyInRange('0', '9') && char.IsAsciiDigit(target[length - 1]);
    }

    static ReadOnlySpan<char> StripEnds(ReadOnlySpan<char> text, scoped ref bool isNegative, scoped ref bool isPercent)
    {
        var hasSign = isNegative;
        while (!text.IsEmpty)
        {
            var before = text.Length;
            text = StripCurrency(NumberText.Trim(text));
            if (!isPercent && text is [.., '%' or '٪' or '％'])
            {
                text = text[..^1];
                isPercent = true;
            }
            if (!hasSign && text.Length > 1 && (IsMinus(text[0]) || text[0] is '+'))
            {
                isNegative = IsMinus(text[0]);
                text = text[1..];
                hasSign = true;
            }
            else if (!hasSign && text.Length > 1 && IsMinus(text[^1]))
            {
                text = text[..^1];
                isNegative = hasSign = true;
            }
            if (text.Length == before)
                break;
        }
        return text;
    }

    /// <summary>The number ends in a word for thousands, millions or billions.</summary>
    public static bool IsShort(ReadOnlySpan<char> cell)
    {
        if (char.IsAsciiDigit(cell[^1]))
            return false;
        StripScale(cell, out var scale);
        return scale is not 1;
    }

    /// <summary>Thousands, millions and billions in short, as in <c>1.2K</c>.</summary>
    static ReadOnlySpan<char> StripScale(ReadOnlySpan<char> text, out decimal scale)
    {
        scale = 1;
        foreach (var (word, value) in Scales)
        {
            if (text.Length > word.Length && text.EndsWith(word, StringComparison.OrdinalIgnoreCase)
                && text[..^word.Length].TrimEnd() is [.., >= '0' and <= '9'] number)
            {
                scale = value;
                return number;
            }
        }
        return text;
    }

    static ReadOnlySpan<char> StripCurrency(ReadOnlySpan<char> text)
    {
        foreach (var word in Words)
        {
            if (text.StartsWith(word, StringComparison.OrdinalIgnoreCase))
                return text[word.Length..];
            if (text.EndsWith(word, StringComparison.OrdinalIgnoreCase))
                return text[..^word.Length];
        }
        if (text.Length > 1 && Signs.Contains(text[0]))
            return text[1..];
        if (text.Length > 1 && Signs.Contains(text[^1]))
            return text[..^1];
        if (text.Length > 3 && IsCode(text[..3]) && !char.IsLetter(text[3]))
            return text[3..];
        return text.Length > 3 && IsCode(text[^3..]) && !char.IsLetter(text[^4]) ? text[..^3] : text;
    }

    static bool IsCode(ReadOnlySpan<char> text) => !text.ContainsAnyExceptInRange('A', 'Z');

    static bool IsMinus(char c) => c is '-' or '\u2212' or '\u2010' or '\u2011' or '\u2012' or '\u2013' or '－';

    /// <summary>Full-width digits and the many spaces and apostrophes of grouping, as ASCII; NUL for what no number has.</summary>
    static char Plain(char c) => c switch
    {
        (>= '0' and <= '9') or '.' or ',' or '\'' or 'e' or 'E' or '+' or '-' => c,
        ' ' or '\u00A0' or '\u202F' or '\u2009' or '\u2007' => ' ',
        '’' or '\u02BC' or '`' => '\'',
        >= '０' and <= '９' => (char)(c - '０' + '0'),
        '．' => '.',
        '，' => ',',
        _ => '\0',
    };
}
