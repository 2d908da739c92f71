using System.Buffers;
using System.Globalization;

namespace Admetry.Connectors.Exports.Tables;

/// <summary>Which sign separates the fraction of a number.</summary>
public enum DecimalMark : byte { Undecided, Point, Comma }

/// <summary>What a cell turned out to be.</summary>
public enum NumberKind : byte
{
    Number,

    /// <summary>Empty, or a sign for "none": <c>--</c>, <c>-</c>, <c>n/a</c>. Not zero.</summary>
    Missing,

    /// <summary>Only a bound is known, such as <c>&lt; 10%</c>. Not a number.</summary>
    Bound,
    Unreadable,
    TooLarge,
}

/// <summary>A number as people and programs write it: grouped, with a currency, in parentheses, with a percent sign.</summary>
/// <remarks>Groups of three digits (the first one shorter, or of two after the Indian way) are demanded, so 1,5 is never read as 15.</remarks>
public static class NumberText
{
    const int LongestNumber = 64;

    static readonly SearchValues<char> NumberSigns = SearchValues.Create("0123456789.,-+ eE");

    static readonly string[] Missing = ["-", "--", "---", "—", "–", "n/a", "na", "#n/a", "null", "none", "(not set)", "n.a.", "k. a.", "nil"];

    public static NumberKind Parse(ReadOnlySpan<char> text, DecimalMark mark, out decimal value) => Parse(text, mark, out value, out _);

    /// <param name="isPercent">It carries a percent sign; the value is as written, not divided.</param>
    public static NumberKind Parse(ReadOnlySpan<char> text, DecimalMark mark, out decimal value, out bool isPercent)
    {
        isPercent = false;
        if (TryPlain(text, mark is DecimalMark.Comma ? ',' : '.', out value))
            return NumberKind.Number;

        text = Trim(text);
        if (IsMissing(text))
            return NumberKind.Missing;
        if (text[0] is '<' or '>' or '≤' or '≥')
            return NumberKind.Bound;
        if (text.Length > LongestNumber)
            return HasOnlyNumberSigns(text) ? NumberKind.TooLarge : NumberKind.Unreadable;

        Span<char> clean = stackalloc char[LongestNumber];
        if (!NumberCleaner.Clean(text, clean, out var length, out var isNegative, out isPercent, out var scale))
            return NumberKind.Unreadable;
        var kind = FromClean(clean[..length], mark, out value);
        return kind is NumberKind.Number && !TryScale(value, isNegative ? -scale : scale, out value) ? NumberKind.TooLarge : kind;
    }

    /// <summary>The number times <paramref name="factor"/>; false where no decimal is as large.</summary>
    public static bool TryScale(decimal value, decimal factor, out decimal scaled)
    {
        var fits = Math.Abs(factor) <= 1 || Math.Abs(value) <= decimal.MaxValue / Math.Abs(factor);
        scaled = fits ? value * factor : value;
        return fits;
    }

    /// <summary>Empty, blank, or one of the signs for "none".</summary>
    public static bool IsMissing(ReadOnlySpan<char> text)
    {
        text = Trim(text);
        if (text.IsEmpty)
            return true;
        if (text.Length > 9 || char.IsAsciiDigit(text[0]))
            return false;
        foreach (var word in Missing)
        {
            if (text.Equals(word, StringComparison.OrdinalIgnoreCase))
                return true;
        }
        return false;
    }

    /// <summary>An id that a spreadsheet has turned into a rounded number, such as <c>1.20253E+17</c>.</summary>
    public static bool IsScientific(ReadOnlySpan<char> text)
    {
        text = Trim(text);
        var at = text.IndexOfAny('E', 'e');
        if (at <= 0 || at + 1 >= text.Length)
            return false;
        var exponent = text[(at + 1)..].TrimStart('+');
        return !exponent.IsEmpty && !exponent.ContainsAnyExceptInRange('0', '9')
            && char.IsAsciiDigit(text[0]) && (at is 1 || text[1] is '.' or ',')
            && (at <= 2 || !text[2..at].ContainsAnyExceptInRange('0', '9'))
            && (at > 1 || text.Contains('+'));
    }

    /// <summary>Without white space and invisible signs at its ends.</summary>
    internal static ReadOnlySpan<char> Trim(ReadOnlySpan<char> text) => text.IsEmpty || (text[0] is > ' ' and < '\x7F' && text[^1] is > ' ' and < '\x7F') ? text
        : text.Trim().Trim("\uFEFF\u200B\u200E\u200F").Trim();

    /// <summary>Digits with at most one fraction mark and a leading minus: nearly every cell of nearly every file.</summary>
    static bool TryPlain(ReadOnlySpan<char> text, char mark, out decimal value)
    {
        value = default;
        if (text.IsEmpty || text.Length > 18)
            return false;
        var i = text[0] is '-' ? 1 : 0;
        var (digits, number, scale) = (0, 0L, -1);
        for (; i < text.Length; i++)
        {
            var digit = text[i] - '0';
            if ((uint)digit <= 9)
            {
                (number, digits) = (number * 10 + digit, digits + 1);
                scale += scale >= 0 ? 1 : 0;
            }
            else if (text[i] == mark && scale < 0)
            {
                scale = 0;
            }
            else
            {
                return false;
            }
        }
        if (digits is 0)
            return false;
        value = new((int)number, (int)(number >> 32), 0, text[0] is '-', (byte)Math.Max(0, scale));
        return true;
    }

    static NumberKind FromClean(ReadOnlySpan<char> text, DecimalMark mark, out decimal value)
    {
        value = default;
        var point = mark is DecimalMark.Comma ? ',' : '.';
        var exponent = text.IndexOfAny('e', 'E');
        var body = exponent < 0 ? text : text[..exponent];
        var fraction = body.LastIndexOf(point);
        var whole = fraction < 0 ? body : body[..fraction];
        if (!HasProperGroups(whole, point) || (fraction >= 0 && body[(fraction + 1)..].ContainsAnyExceptInRange('0', '9')))
            return NumberKind.Unreadable;

        Span<char> plain = stackalloc char[LongestNumber];
        var length = 0;
        foreach (var c in text)
        {
            if (c is (>= '0' and <= '9') or 'e' or 'E' or '+' or '-')
                plain[length++] = c;
            else if (c == point)
                plain[length++] = '.';
        }
        const NumberStyles style = NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent | NumberStyles.AllowLeadingSign;
        return decimal.TryParse(plain[..length], style, CultureInfo.InvariantCulture, out value) ? NumberKind.Number
            : double.TryParse(plain[..length], style, CultureInfo.InvariantCulture, out _) ? NumberKind.TooLarge
            : NumberKind.Unreadable;
    }

    static bool HasProperGroups(ReadOnlySpan<char> whole, char point)
    {
        if (whole.Contains(point))
            return false;
        var group = whole.IndexOfAny(",.' ");
        if (group < 0)
            return whole.IsEmpty || !whole.ContainsAnyExceptInRange('0', '9');
        var sign = whole[group];
        if (group is 0 or > 3)
            return false;
        for (var rest = whole[(group + 1)..]; ; rest = rest[(group + 1)..])
        {
            group = rest.IndexOf(sign);
            var digits = group < 0 ? rest : rest[..group];
            if (digits.ContainsAnyExceptInRange('0', '9') || (group < 0 ? digits.Length is not 3 : digits.Length is not (2 or 3)))
                return false;
            if (group < 0)
                return true;
        }
    }

    static bool HasOnlyNumberSigns(ReadOnlySpan<char> text) => !text.ContainsAnyExcept(NumberSigns);
}
