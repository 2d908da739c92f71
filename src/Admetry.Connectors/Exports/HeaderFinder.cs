using Admetry.Connectors.Exports.Families;
using Admetry.Connectors.Exports.Tables;

namespace Admetry.Connectors.Exports;

/// <summary>Finds the headers among the first records of a file: by the words that some family knows, else by width.</summary>
static class HeaderFinder
{
    const int MostPreamble = 60;

    /// <summary>A header: its names, where it starts, and how many records it takes.</summary>
    internal sealed record Header(IReadOnlyList<string> Names, int Record, int Height, int Known);

    /// <param name="wanted">The columns of a mapping; null: what families know.</param>
    /// <returns>Best first; never empty when there is a record.</returns>
    public static IReadOnlyList<Header> Find(Sample sample, HashSet<string>? wanted)
    {
        var records = sample.Records;
        if (records.Count is 0)
            return [];
        var known = records.Select((record, at) => at < MostPreamble || sample.FollowsBlank[at] ? Known(record, wanted)
            : 0).ToList();
        var most = known.Max();
        var best = most < (wanted is null ? 2 : 1) ? FirstWide(records) : known.IndexOf(most);
        var headers = new List<Header> { Made(sample, best, known[best], wanted) };
        if (wanted is not null || most < 2)
            return headers;
        foreach (var (at, count) in known.Index())
        {
            if (at != best && count >= 2 && (at is 0 || sample.FollowsBlank[at] || records[at - 1].Length is 1)
                && !HasNumbers(records[at])
                && !records[at].SequenceEqual(records[best]))
                headers.Add(Made(sample, at, count, wanted));
        }
        return headers;
    }

    /// <summary>Whether a record below a blank line is the header of another table.</summary>
    /// <param name="headers">Of the table above, which may be repeated.</param>
    /// <returns>Certain by known names; likely by a width of its own, until a row of the old width follows; else null.</returns>
    public static bool? StartsTable(IReadOnlyList<string> record, IReadOnlyList<string> headers) =>
        record.SequenceEqual(headers) || HasNumbers(record) ? null
        : Known(record, null) >= 2 ? true
        : record.Count > 1 && record.Count != headers.Count && record.All(cell => !string.IsNullOrWhiteSpace(cell)) ? false
        : null;

    /// <summary>A line of comment, such as stands above a table.</summary>
    public static bool IsComment(TableReader table) => table.Count > 0 && NumberText.Trim(table.Cell(0)) is ['#', ..]
        && IsBlankFrom(table, 1);

    static bool IsBlankFrom(TableReader table, int from)
    {
        for (var i = from; i < table.Count; i++)
        {
            if (!table.Cell(i).IsWhiteSpace())
                return false;
        }
        return true;
    }

    /// <summary>A header of two rows: where one has a blank, the other has the name.</summary>
    static Header Made(Sample sample, int at, int known, HashSet<string>? wanted)
    {
        var own = sample.Records[at];
        var below = sample.Records.ElementAtOrDefault(at + 1);
        if (below is not null && Merge(own, below, wanted, known, isBelow: true) is { } merged)
            return new(merged.Names, at, 2, merged.Known);
        var above = at > 0 ? sample.Records[at - 1] : null;
        if (above is not null && Merge(own, above, wanted, known, isBelow: false) is { } joined)
            return new(joined.Names, at, 1, joined.Known);
        return new(own, at, 1, known);
    }

    static (string[] Names, int Known)? Merge(string[] own, string[] other, HashSet<string>? wanted, int known, bool isBelow)
    {
        if (!own.Any(string.IsNullOrWhiteSpace) || HasNumbers(other) || other.Length < 2
            || Math.Abs(other.Length - own.Length) > own.Length / 2)
            return null;
        var names = Enumerable.Range(0, Math.Max(own.Length, other.Length)).Select(i =>
            (own.ElementAtOrDefault(i) ?? "", other.ElementAtOrDefault(i) ?? ""))
            .Select(pair => string.IsNullOrWhiteSpace(pair.Item1) ? pair.Item2
                : string.IsNullOrWhiteSpace(pair.Item2) || !isBelow || Knows(pair.Item1, wanted) ? pair.Item1
                : pair.Item2).ToArray();
        var better = Known(names, wanted);
        return better > known ? (names, better) : null;
    }

    static int Known(IReadOnlyList<string> record, HashSet<string>? wanted)
    {
        var count = 0;
        foreach (var cell in record)
            count += Knows(cell, wanted) ? 1 : 0;
        return count;
    }

    static bool Knows(string cell, HashSet<string>? wanted) => cell.Length is > 0 and < 200
        && (wanted is null ? FamilyCatalogue.Knows(HeaderName.Of(cell).Plain) : wanted.Contains(cell.Trim().Trim('\uFEFF')));

    static bool HasNumbers(IReadOnlyList<string> record) => record.Any(cell => cell.Any(char.IsAsciiDigit)
        && (NumberText.Parse(cell, DecimalMark.Point, out _) is NumberKind.Number
            || DateText.TryParse(cell, DateOrder.DayFirst, out _)));

    static int FirstWide(IReadOnlyList<string[]> records)
    {
        var width = records.Take(MostPreamble).Select(record => record.Length).DefaultIfEmpty().Max();
        for (var i = 0; i < records.Count; i++)
        {
            if (records[i].Length == width)
                return i;
        }
        return 0;
    }
}
