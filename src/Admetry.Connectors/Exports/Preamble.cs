using System.Globalization;
using System.Text.RegularExpressions;
using Admetry.Connectors.Exports.Tables;

namespace Admetry.Connectors.Exports;

/// <summary>What the lines above the header say.</summary>
static partial class Preamble
{
    /// <summary>The first range of dates above the header; null when there is none.</summary>
    public static DateRange? Period(IReadOnlyList<string> lines, DateOrder order)
    {
        foreach (var line in lines)
        {
            var text = line.Trim().TrimEnd(',', ';', '\t').Trim('"', '#', ' ');
            if (DateRangeText.TryTwo(text, order, out var range))
                return range;
        }
        return StartAndEnd(lines, order);
    }

    /// <summary>How many rows a line above the header says there are, as in <c>Rows: 1234</c>; null when none does.</summary>
    public static long? Rows(IReadOnlyList<string> lines) => lines.Where(line => line.Length <= LongestLine).Select(line => RowCount().Match(line))
        .Where(match => match.Success).Select(match => (long?)long.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture)).FirstOrDefault();

    /// <summary>A first and a last day that labels name, as in <c>Start date: 20260501</c>, or two behind one label with a
    /// comma between.</summary>
    static DateRange? StartAndEnd(IReadOnlyList<string> lines, DateOrder order)
    {
        var (first, last) = ("", "");
        foreach (var match in lines.Where(line => line.Length <= LongestLine).SelectMany(line => Labelled().Matches(line)))
        {
            var (label, text) = (PlainText.Of(match.Groups[1].Value), match.Groups[2].Value.Trim().Trim('"', ',', ' '));
            if (text.Split(',') is [var from, var to] && DateRangeText.TryEnds(from, to, order, out var range))
                return range;
            if (first is "" && Says(label, Starts))
                first = text;
            else if (last is "" && Says(label, Ends))
                last = text;
        }
        return DateRangeText.TryEnds(first, last, order, out var days) ? days : null;
    }

    // What is longer is no label with a day, and costs the expression time.
    const int LongestLine = 400;

    static readonly string[] Starts = ["start", "from", "begin", "von", "debut", "inicio", "inizio", "desde", "開始", "poczatek", "начало", "baslangıc", "awal", "mulai"];

    static readonly string[] Ends = ["end", "until", "bis", "fin", "hasta", "fim", "einde", "終了", "koniec", "окончание", "конец", "bitis", "akhir", "selesai"];

    static bool Says(string label, string[] words) =>
        label.Split(' ').Any(part => words.Any(word => part.StartsWith(word, StringComparison.Ordinal)));

    [GeneratedRegex("""^\s*"?Rows:\s*(\d{1,12})"?[\s,;]*$""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex RowCount();

    // A label with its colon, and what follows up to the next label, cell or end.
    [GeneratedRegex("""([\p{L}][\p{L} ]*)[:=]\s*"?([^"\t;#]*?)(?=,?\s*"?,?"?\s*[\p{L}][\p{L} ]*:|"|\t|;|$)""")]
    private static partial Regex Labelled();
}
