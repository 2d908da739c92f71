using Admetry.Connectors.Exports.Families;

namespace Admetry.Connectors.Exports;

/// <summary>Finds the family that the file's columns speak for, and says what each column means in it.</summary>
static class Recognition
{
    /// <summary>A family with its points and the words that gave them.</summary>
    internal sealed record Candidate(Family Family, int Points, IReadOnlyList<string> Evidence);

    /// <returns>Best first; only families whose needs are met and whose threshold is reached.</returns>
    public static IReadOnlyList<Candidate> Candidates(Sheet sheet, IReadOnlyList<string[]> firstRows) =>
    [
        .. FamilyCatalogue.All
            .Select(family => Weigh(family, sheet, firstRows))
            .Where(candidate => candidate.Points >= candidate.Family.Threshold)
            .OrderByDescending(candidate => candidate.Points),
    ];

    /// <summary>What a column means in the family: its own words first, then the lexicon, then the look of a rate.</summary>
    public static Field Meaning(Family family, HeaderName header) =>
        family.Columns.TryGetValue(header.Plain, out var own) ? own
        : family.Dialect is not { } dialect ? Field.Unknown
        : Lexicon.Find(header.Plain, dialect) is { } word ? word.Field
        : RateWords.Match(header.Plain) ? Field.Rate
        : Field.Unknown;

    /// <summary>Where two columns mean the same, the one with the lower rank is taken.</summary>
    public static int Rank(Family family, HeaderName header) =>
        family.Dialect is { } dialect && Lexicon.Find(header.Plain, dialect) is { } word ? word.Rank : 0;

    static Candidate Weigh(Family family, Sheet sheet, IReadOnlyList<string[]> firstRows)
    {
        var headers = sheet.Headers.Select(HeaderName.Of).ToList();
        var fields = headers.Select(header => Meaning(family, header)).ToHashSet();
        if (family.Required.Any(group => !group.Any(fields.Contains)))
            return new(family, 0, []);

        var plain = headers.Select(header => header.Plain).ToHashSet();
        var signs = family.Signs.Where(sign => plain.Contains(sign.Column)).ToList();
        var evidence = signs.Select(sign => sign.Column).ToList();
        var points = signs.Sum(sign => sign.Points);
        foreach (var header in plain)
        {
            if (family.Dialect is { } dialect && Lexicon.Find(header, dialect) is { IsOfDialect: true } word)
            {
                points += family.DialectPoints.GetValueOrDefault(word.Field, 2);
                evidence.Add(header);
            }
        }
        if (family.PreamblePoints > 0 && Preamble.Period(sheet.Preamble, Tables.DateOrder.Undecided) is { } period)
        {
            points += family.PreamblePoints;
            evidence.Add($"{period} above the header");
        }
        if (family.TotalsPoints > 0 && firstRows.Any(row => Totals.LabelOf(family, row) is not null))
        {
            points += family.TotalsPoints;
            evidence.Add("totals rows");
        }
        return new(family, points, evidence);
    }
}
