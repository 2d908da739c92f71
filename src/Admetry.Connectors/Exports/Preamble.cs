using Admetry.Connectors.Exports.Tables;

namespace Admetry.Connectors.Exports;

/// <summary>What the lines above the header say.</summary>
static class Preamble
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
        return null;
    }
}
