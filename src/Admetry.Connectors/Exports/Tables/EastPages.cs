using System.Text;

namespace Admetry.Connectors.Exports.Tables;

/// <summary>Tells the East Asian code pages of Windows apart by the words they make.</summary>
/// <remarks>
/// Nearly all bytes of Korean are letters of Chinese as well, so letters prove nothing. The right page is the one in which cells are
/// names of columns that somebody knows.
/// </remarks>
static class EastPages
{
    const int EnoughWords = 2;
    const char FirstEastern = '\u2E80';

    static readonly (int Page, string Name)[] Pages = [(932, "Shift-JIS (Windows-932)"), (936, "GBK (Windows-936)"), (949, "Korean (Windows-949)"), (950, "Big5 (Windows-950)")];

    /// <param name="sample">The beginning of the text; may end within a character.</param>
    /// <param name="isWord">Whether a text, as <see cref="PlainText"/> writes it, is the name of a column.</param>
    /// <returns>Null when no page makes at least two names, or two pages make as many.</returns>
    public static (Encoding Encoding, string Name)? Find(ReadOnlySpan<byte> sample, Func<string, bool> isWord)
    {
        var whole = sample.LastIndexOf((byte)'\n') is > 0 and var end ? sample[..end] : sample;
        var found = new List<(Encoding Encoding, string Name, int Words)>();
        foreach (var (page, name) in Pages)
        {
            var encoding = CodePagesEncodingProvider.Instance.GetEncoding(page, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;
            if (Words(encoding, whole, isWord) is >= EnoughWords and var words)
                found.Add((encoding, name, words));
        }

        return found.OrderByDescending(one => one.Words).ToList() switch
        {
            [var best] => (best.Encoding, best.Name),
            [var best, var second, ..] when best.Words > second.Words => (best.Encoding, best.Name),
            _ => null,
        };
    }

    static int Words(Encoding encoding, ReadOnlySpan<byte> sample, Func<string, bool> isWord)
    {
        try
        {
            return encoding.GetString(sample).Split([',', ';', '\t', '|', '\n', '\r', '"'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Where(cell => cell.Length < 40 && cell.AsSpan().ContainsAnyInRange(FirstEastern, '\uFFEF'))
                .Select(cell => PlainText.Of(cell)).Distinct().Count(isWord);
        }
        catch (DecoderFallbackException)
        {
            return 0; // a pair of bytes that the page leaves undefined: it is another page
        }
    }
}
