using Admetry.Connectors.Exports.Families;
using Admetry.Connectors.Exports.Tables;

namespace Admetry.Connectors.Exports;

/// <summary>Decides for each column of numbers which sign marks the fraction, and whether shares are percents.</summary>
sealed class NumberDecisions
{
    readonly Profile profile;
    readonly FileMapping? mapping;
    readonly List<Decision> decisions;
    readonly DecimalMark common;

    public NumberDecisions(Profile profile, IReadOnlyList<Column> columns, FileMapping? mapping, List<Decision> decisions)
    {
        (this.profile, this.mapping, this.decisions) = (profile, mapping, decisions);
        var votes = columns.Where(column => column.Fixed is null && column.Field.IsNumber())
            .GroupBy(column => profile.Numbers[column.Index].Mark)
            .ToDictionary(group => group.Key, group => group.Count());
        var (point, comma) = (votes.GetValueOrDefault(DecimalMark.Point), votes.GetValueOrDefault(DecimalMark.Comma));
        common = point == comma ? DecimalMark.Undecided : point > comma ? DecimalMark.Point : DecimalMark.Comma;
    }

    /// <exception cref="BrokenTableException">A column is written in two ways.</exception>
    public Column Decide(Column column)
    {
        if (!column.Field.IsNumber() && column.Field is not Field.AverageDuration || column.Fixed is not null)
            return column;

        var seen = profile.Numbers[column.Index];
        column = column with { Mark = MarkOf(column, seen) };
        return column.Field.Kind() is FieldKind.Share ? Share(column, seen) : column;
    }

    DecimalMark MarkOf(Column column, NumberEvidence seen)
    {
        if (mapping?.Numbers is { } told)
            return MappingCheck.MarkOf(told);
        if (seen.IsContradictory)
            throw new BrokenTableException(1, $"the numbers in {column.Header} are written in two ways: {seen.Example}",
                "Say in a mapping which it is: numbers: \"1,234.56\" or numbers: \"1.234,56\".");

        var (mark, evidence) = seen.Mark is not DecimalMark.Undecided ? (seen.Mark, seen.Example)
            : !seen.IsOpen ? (common, "other columns")
            : common is not DecimalMark.Undecided ? (common, $"{seen.Example}, as other columns show")
            : Grouped(column, seen);
        if (mark is DecimalMark.Comma || seen.IsOpen)
            decisions.Add(new($"numbers in {column.Header}", mark is DecimalMark.Comma ? "1.234,56" : "1,234.56", evidence));
        return mark is DecimalMark.Comma ? DecimalMark.Comma : DecimalMark.Point;
    }

    /// <summary>One sign before three digits in every cell of the file: thousands where they count things or write a comma after the English way.</summary>
    static (DecimalMark, string) Grouped(Column column, NumberEvidence seen)
    {
        var isComma = seen.Example.Contains(',');
        if (column.Field.Kind() is FieldKind.Count)
            return (isComma ? DecimalMark.Point : DecimalMark.Comma, $"{seen.Example}: a count has no fraction, so these are thousands");
        return (DecimalMark.Point, $"{seen.Example}: nothing speaks for a decimal comma");
    }

    Column Share(Column column, NumberEvidence seen)
    {
        var isPercent = column.Factor is 0.01m || seen.Percents > 0 || seen.Largest > 1;
        decisions.Add(new(column.Header, isPercent ? "percent" : "fraction", $"largest value {seen.Largest}"));
        return column with { Factor = isPercent ? 0.01m : 1 };
    }
}
