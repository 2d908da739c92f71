using System.Buffers;
using System.Text;

namespace Admetry.Connectors.Exports.Tables;

/// <summary>Tells the code pages of Windows apart by what their letters would make of the words.</summary>
/// <remarks>
/// In the right page bytes above 127 within a word are letters, and a word is small, capitals, or small behind one capital.
/// Western
/// words have few such letters in a row; Cyrillic and Greek words have little else. Where Western fits it is taken, as
/// nearly every such
/// file is; of others that fit and differ, none.
/// </remarks>
static class CodePages
{
    const int LongestRun = 4;

    // A Greek word of more than one syllable carries exactly one.
    static readonly SearchValues<char> GreekAccents = SearchValues.Create("άέήίόύώΐΰ");

    // Western first: of pages that make the same letters of all bytes, the first is taken.
    static readonly int[] Pages = [1252, 1250, 1254, 1257, 1251, 1253];

    /// <param name="sample">Text whose bytes are not all ASCII.</param>
    /// <returns>Null when no page fits, or two that would give different words.</returns>
    public static (Encoding Encoding, string Name)? Find(ReadOnlySpan<byte> sample)
    {
        var fitting = new List<(Encoding Encoding, int Page, string Text)>();
        foreach (var page in Pages)
        {
            var encoding = CodePagesEncodingProvider.Instance.GetEncoding(page, EncoderFallback.ExceptionFallback,
                DecoderFallback.ExceptionFallback)!;
            if (Decode(encoding, sample) is { } text && Fits(text, page))
                fitting.Add((encoding, page, text));
        }
        return fitting.Count > 0 && (fitting[0].Page is 1252 || fitting.All(other => other.Text == fitting[0].Text))
            ? (fitting[0].Encoding, $"Windows-{fitting[0].Page}")
            : null;
    }

    static string? Decode(Encoding encoding, ReadOnlySpan<byte> sample)
    {
        try
        {
            return encoding.GetString(sample);
        }
        catch (DecoderFallbackException)
        {
            return null; // a byte that the page leaves undefined: it is another page
        }
    }

    static bool Fits(string text, int page)
    {
        var (words, regular, from) = (0, 0, -1);
        for (var i = 0; i <= text.Length; i++)
        {
            var isPart = i < text.Length && (char.IsLetter(text[i]) || (text[i] > 127 && IsWithin(text, i)
                && !IsPunctuation(text[i])));
            if (isPart && from < 0)
                from = i;
            if (isPart || from < 0)
                continue;
            var word = text.AsSpan(from, i - from);
            from = -1;
            if (word.ContainsAnyExceptInRange('\0', '\u007F'))
            {
                words++;
                regular += IsWord(word, page) ? 1 : 0;
            }
        }
        return words is 0 || regular * 20 >= words * 19;
    }

    static bool IsWithin(string text, int at) =>
        (at > 0 && char.IsLetter(text[at - 1])) && at + 1 < text.Length && char.IsLetter(text[at + 1]);

    static bool IsPunctuation(char sign) => char.IsPunctuation(sign) || char.IsWhiteSpace(sign)
        || sign is '°' or '€' or '®' or '™' or '©';

    static bool IsWord(ReadOnlySpan<char> word, int page)
    {
        var isLatin = page is not (1251 or 1253);
        var (row, longest, capitals, smalls, mixed) = (0, 0, 0, 0, false);
        for (var i = 0; i < word.Length; i++)
        {
            if (!char.IsLetter(word[i]))
                return false;
            row = word[i] > 127 ? row + 1 : 0;
            longest = Math.Max(longest, row);
            mixed |= !isLatin && word[i] < 128;
            capitals += char.IsUpper(word[i]) ? 1 : 0;
            smalls += char.IsLower(word[i]) && word[i] is not 'ß' ? 1 : 0;
        }
        var isCased = capitals is 0 || smalls is 0 || (capitals is 1 && char.IsUpper(word[0]));
        if (page is 1253 && word.Length > 3 && smalls > 0 && !word.ContainsAny(GreekAccents))
            return false;
        return isLatin ? longest < LongestRun && (isCased || longest is 1) && !HasCapitalInside(word) : !mixed && isCased;
    }

    /// <summary>A capital beyond ASCII behind a small letter: the mark of a wrong page.</summary>
    static bool HasCapitalInside(ReadOnlySpan<char> word)
    {
        for (var i = 1; i < word.Length; i++)
        {
            if (word[i] > 127 && char.IsUpper(word[i]) && char.IsLower(word[i - 1]))
                return true;
        }
        return false;
    }
}
