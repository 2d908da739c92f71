using Admetry.Connectors.Exports.Families;
using Admetry.Connectors.Exports.Tables;

namespace Admetry.Connectors.Exports;

/// <summary>One table of a file with what could be made of it: a layout, or the problem that stands against it.</summary>
/// <param name="Bound">What the family says its columns are, also where the reading then fails; null where no family was found.</param>
sealed record Attempt(Sheet Sheet, Layout? Layout, BrokenTableException? Problem, IReadOnlyList<Decision> Decisions, IReadOnlyList<Column>? Bound)
{
    const string HowToMap = "Hand it in on the Import page and choose what each column is, or let 'admetry import --explain FILE' draft a mapping for admetry.yaml.";

    /// <summary>It is a report with days, and yet cannot be read: no other table of the file may stand for it.</summary>
    public bool IsBroken => Problem is not (null or MissingDaysException) && Decisions.Any(decision => decision.What is "family");

    public static Attempt At(Sheet sheet, ReadingHints hints, CancellationToken cancel)
    {
        var decisions = new List<Decision>(sheet.Decisions);
        List<Column>? bound = null;
        try
        {
            var (family, columns) = hints.Mapping is { } told
                ? (MappingReader.FamilyOf(told), MappingReader.Bind(told, sheet, decisions))
                : Recognise(sheet, decisions);
            if (hints is { Mapping: null, Corrections: { IsEmpty: false } corrections })
                columns = Corrected(sheet, columns, corrections, decisions);
            bound = columns;
            return new(sheet, new LayoutFinder(sheet, family, hints, decisions, cancel).Find(columns), null, decisions, bound);
        }
        catch (BrokenTableException problem)
        {
            return new(sheet, null, problem, decisions, bound);
        }
    }

    static (Family Family, List<Column> Columns) Recognise(Sheet sheet, List<Decision> decisions)
    {
        var candidates = Recognition.Candidates(sheet, sheet.FirstRows);
        if (candidates.Count is 0)
            throw Unknown(sheet);
        if (candidates.Count > 1 && candidates[0].Points == candidates[1].Points && candidates[0].Known == candidates[1].Known
            && !SaySame(sheet, candidates[0].Family, candidates[1].Family))
            throw new BrokenTableException(sheet.RecordsBefore,
                $"the columns could be those of {candidates[0].Family.Name} or of {candidates[1].Family.Name}",
                HowToMap);

        var best = candidates[0];
        decisions.Add(new("family", best.Family.Name, $"{best.Points} points for {string.Join(", ", best.Evidence)}"));
        decisions.Add(new("support", best.Family.Grade is Grade.Seen ? "seen" : "recalled", best.Family.Source));
        return (best.Family, Recognition.Bind(sheet, best.Family));
    }

    /// <summary>Two names for one thing: whichever is taken, every column and row means the same.</summary>
    static bool SaySame(Sheet sheet, Family one, Family other) =>
        one with { Name = other.Name, Title = other.Title, Grade = other.Grade, Source = other.Source, Needs = other.Needs, Signs = other.Signs, Marks = other.Marks } == other
        && Recognition.Bind(sheet, one).SequenceEqual(Recognition.Bind(sheet, other));

    /// <summary>The columns with what a person said of them in the place of what the family says.</summary>
    static List<Column> Corrected(Sheet sheet, List<Column> columns, Corrections corrections, List<Decision> decisions)
    {
        var corrected = new List<Column>(columns);
        foreach (var (header, name) in corrections.Columns)
        {
            var index = sheet.Headers.ToList().FindIndex(known => known.Trim() == header.Trim());
            var field = MappingCheck.FieldOf(name);
            if (index < 0 || (field is Field.Unknown && name is not Corrections.Ignore))
                throw new BrokenTableException(sheet.RecordsBefore, index < 0 ? $"there is no column {header} to correct" : $"{name} is no column that Admetry knows",
                    $"Name one of the file's columns, and one of {string.Join(", ", MappingCheck.ColumnNames)}.");

            corrected.RemoveAll(column => column.Index == index || (name is not Corrections.Ignore && column.Field == field));
            if (name is not Corrections.Ignore)
                corrected.Add(new(index, header.Trim(), field) { Currency = HeaderName.Of(header).Currency });
            decisions.Add(new($"column {header.Trim()}", name, "corrected by hand"));
        }

        return [.. corrected.OrderBy(column => column.Index)];
    }

    static BrokenTableException Unknown(Sheet sheet) => NameLists.Describe(sheet) is { } said
        ? new(sheet.RecordsBefore, said.Reason, said.Remedy) { IsNoReport = true }
        : sheet.Headers is [var only] && only.AsSpan().Count(',') + only.AsSpan().Count(';') + only.AsSpan().Count('\t') > 1
            ? new(sheet.RecordsBefore, $"each line stands in quotes as one cell: {Listed(sheet.Headers)}",
                "Take the outer quotes of each line away, and one of each two quotes within; or export the file again without opening it in between.")
        : new(sheet.RecordsBefore, $"no known kind of file has the columns {Listed(sheet.Headers)}",
            HowToMap);

    static string Listed(IReadOnlyList<string> headers) =>
        string.Join(", ", headers.Take(40)) + (headers.Count > 40 ? $" and {headers.Count - 40} more" : "");
}
