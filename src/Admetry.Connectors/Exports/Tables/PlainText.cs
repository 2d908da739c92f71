namespace Admetry.Connectors.Exports.Tables;

/// <summary>Text as it is compared: lower case, without accents, invisible signs or doubled spaces; an underscore counts as a space.</summary>
public static class PlainText
{
    const string Accented = "áàâãäåăąéèêëęěíìîïóòôõöőøúùûüűůçćčñńňšśžźżßýł";
    const string Letters = "aaaaaaaaeeeeeeiiiiooooooouuuuuucccnnnsszzzsyl";

    public static string Of(ReadOnlySpan<char> text)
    {
        Span<char> plain = text.Length <= 256 ? stackalloc char[text.Length] : new char[text.Length];
        var length = 0;
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c) || c is '_')
            {
                if (length > 0 && plain[length - 1] is not ' ')
                    plain[length++] = ' ';
            }
            else if (c is not ('\uFEFF' or '\u200B' or '\u200C' or '\u200D' or '\u200E' or '\u200F' or '\u00AD') && !char.IsControl(c)
                && c is not (>= '\u0300' and <= '\u036F'))
            {
                plain[length++] = Letter(c);
            }
        }
        return plain[..length].TrimEnd(' ').ToString();
    }

    /// <summary>One letter as it is compared: small, and without its accent.</summary>
    public static char Letter(char letter)
    {
        var lower = char.ToLowerInvariant(letter);
        return lower < 128 || Accented.IndexOf(lower) is not (>= 0 and var at) ? lower : Letters[at];
    }
}
