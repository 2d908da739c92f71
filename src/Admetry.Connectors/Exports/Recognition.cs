using Admetry.Connectors.Exports.Families;
using Admetry.Connectors.Exports.Tables;

namespace Admetry.Connectors.Exports;

/// <summary>Finds the family that the file's columns speak for, and says what each column means in it.</summary>
static class Recognition
{
    /// <summary>A family with its points and the words that gave them.</summary>
    /// <param name="Known">How many of the columns it can explain.</param>
    internal sealed record Candidate(Family Family, int Points, int Known, IReadOnlyList<string> Evidence);

    /// <returns>Best first; only families whose needs are met and whose threshold is reached.</returns>
    public static IReadOnlyList<Candidate> Candidates(Sheet sheet, IReadOnlyList<string[]> firstRows)
    {
        var headers = sheet.Headers.Select(HeaderName.Of).ToList();
        var plain = headers.Select(header => header.Plain).ToHashSet();
        return
        [
            .. FamilyCatalogue.All
                .Where(family => family.Needs.All(need => need.Names.Any(plain.Contains)) && !family.Never.Any(plain.Contains)
                    && !(family.NamesHaveNoSpaces && sheet.Headers.Any(header => IsSpaced(family, header))))
                .Select(family => Weigh(family, sheet, headers, plain, firstRows))
                .Where(candidate => candidate.Points >= candidate.Family.Threshold)
                .OrderByDescending(candidate => candidate.Points).ThenByDescending(candidate => candidate.Known),
        ];
    }

    static bool IsSpaced(Family family, string header) =>
        header.AsSpan().Trim().Contains(' ') && HeaderName.Of(header) is { Currency: null } name && family.Columns.ContainsKey(name.Plain);

    /// <summary>What a column means in the family: its own words first, then the lexicon, then the look of a rate.</summary>
    public static Word Meaning(Family family, HeaderName header) =>
        family.Columns.TryGetValue(header.Plain, out var own) ? own
        : family.Dialect is not { } dialect ? default
        : Lexicon.Find(header.Plain, dialect) is { } word ? word with { Rank = word.Rank + BehindOwn }
        : RateWords.Match(header.Plain) ? new(Field.Rate, 0, false)
        : default;

    /// <summary>Each field's best column. Where two columns mean the same, the one with the lower rank is taken.</summary>
    public static List<Column> Bind(Sheet sheet, Family family)
    {
        var columns = new List<(Column Column, int Rank)>();
        foreach (var (index, header) in sheet.Headers.Index())
        {
            var name = HeaderName.Of(header);
            var word = Meaning(family, name);
            if (word.Field is not (Field.Unknown or Field.Rate or Field.Attribute or Field.Segment))
                columns.Add((new(index, header.Trim(), word.Field)
                {
                    Currency = name.Currency,
                    Factor = Units.Factor(word.Unit),
                    IsMinor = word.Unit is Units.Minor,
                    NeedsFraction = word.Unit is Units.Decimals,
                    IsUtc = family.TimesAreUtc || name.Plain.Contains("utc", StringComparison.Ordinal),
                }, word.Rank));
        }
        return
        [
            .. columns.GroupBy(found => found.Column.Field)
                .Select(same => same.MinBy(found => found.Rank).Column)
                .OrderBy(column => column.Index),
        ];
    }

    // A word of the family's own is better than any of the lexicon.
    const int BehindOwn = 100;

    static Candidate Weigh(Family family, Sheet sheet, List<HeaderName> headers, HashSet<string> plain,
        IReadOnlyList<string[]> firstRows)
    {
        var fields = headers.Select(header => Meaning(family, header).Field).ToList();
        if (family.Required.Any(group => !group.Any(fields.Contains)))
            return new(family, 0, 0, []);

        var signs = family.Signs.Concat(family.Needs).Where(sign => sign.Names.Any(plain.Contains)).ToList();
        var evidence = signs.Select(sign => sign.Names.First(plain.Contains)).ToList();
        var points = signs.Sum(sign => sign.Points);
        foreach (var header in plain)
        {
            if (family.Dialect is { } dialect && Lexicon.Find(header, dialect) is { IsOfDialect: true } word)
            {
                points += family.DialectPoints.GetValueOrDefault(word.Field, 2);
                evidence.Add(header);
            }
        }
        foreach (var mark in family.Marks.Where(mark => IsMarked(mark, sheet, firstRows)))
        {
            points += 4;
            evidence.Add($"\"{mark}\"");
        }
        if (family.PreamblePoints > 0 && Preamble.Period(sheet.Preamble, DateOrder.Undecided) is { } period)
        {
            points += family.PreamblePoints;
            evidence.Add($"{period} above the header");
        }
        if (family.TotalsPoints > 0 && firstRows.Any(row => Totals.LabelOf(family, row) is not null))
        {
            points += family.TotalsPoints;
            evidence.Add("totals rows");
        }
        return new(family, points, fields.Count(field => field is not Field.Unknown), evidence);
    }

    static bool IsMarked(string mark, Sheet sheet, IReadOnlyList<string[]> firstRows) =>
        sheet.Preamble.Any(line => PlainText.Of(line).Contains(mark, StringComparison.Ordinal))
        || firstRows.Any(row => row.Length > 0 && PlainText.Of(row[0]).Contains(mark, StringComparison.Ordinal));
}
