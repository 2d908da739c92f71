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

    /// <summary>A first and a last day that labels name, each alone, as in <c>Start date: 20260501</c>.</summary>
    static DateRange? StartAndEnd(IReadOnlyList<string> lines, DateOrder order)
    {
        var days = new List<DateOnly>();
        foreach (var line in lines)
        {
            foreach (var piece in Labelled().Matches(line).Select(match => match.Groups[1].Value.Trim().Trim('"', ',', ' ')))
            {
                if (DateText.TryParse(piece, order, out var day))
                    days.Add(day);
            }
        }
        return days is [var first, var last] && first <= last ? new(first, last) : null;
    }

    // A label with its colon, and what follows up to the next label, cell or end.
    [GeneratedRegex("""[\p{L}][\p{L} ]*[:=]\s*"?([^"\t;#]*?)(?=,?\s*"?,?"?\s*[\p{L}][\p{L} ]*:|"|\t|;|$)""")]
    private static partial Regex Labelled();
}
