using Admetry.Connectors.Exports.Families;
using Admetry.Connectors.Exports.Tables;

namespace Admetry.Connectors.Exports;

/// <summary>Decides for each column of numbers which sign marks the fraction, and whether shares are percents.</summary>
sealed class NumberDecisions
{
    readonly Profile profile;
    readonly ReadingHints hints;
    readonly IReadOnlyList<Column> columns;
    readonly List<Decision> decisions;
    readonly DecimalMark common;

    public NumberDecisions(Profile profile, IReadOnlyList<Column> columns, ReadingHints hints, List<Decision> decisions)
    {
        (this.profile, this.columns, this.hints, this.decisions) = (profile, columns, hints, decisions);
        var numbers = columns.Where(column => column.Fixed is null && column.Field.IsNumber()).ToList();
        var votes = numbers.GroupBy(column => profile.Numbers[column.Index].Mark).ToDictionary(group => group.Key, group => group.Count());
        var (point, comma) = (votes.GetValueOrDefault(DecimalMark.Point), votes.GetValueOrDefault(DecimalMark.Comma));
        common = point != comma ? point > comma ? DecimalMark.Point : DecimalMark.Comma
            : point > 0 ? DecimalMark.Undecided
            : ByCounts(numbers);
    }

    /// <exception cref="BrokenTableException">A column is written in two ways.</exception>
    public Column Decide(Column column)
    {
        if (!column.Field.IsNumber() && column.Field is not Field.AverageDuration || column.Fixed is not null)
            return column;

        var seen = profile.Numbers[column.Index];
        column = column with { Mark = MarkOf(column, seen) };
        if (column.Factor is 0.000001m && hints.Mapping is null)
            CheckMicros(column, seen);
        if (seen.ShortExample is { } shortened)
            decisions.Add(new($"rounded numbers in {column.Header}", "taken as written",
                $"{shortened}: the file gives no more digits"));
        if (column.NeedsFraction && seen.Mark is DecimalMark.Undecided && seen.Largest > 0
            && !(CurrencyOf(column, seen) is { } currency && Units.IsWrittenWhole(currency)))
            throw new BrokenTableException(1,
                $"the amounts in {column.Header} are all whole: they could be money or its coins, a hundred times less",
                "Say in a mapping which it is: units with cents, or without.");
        return column.Field.Kind() is FieldKind.Share ? Share(column, seen) : column;
    }

    /// <summary>A count has no fraction, so the sign in it groups thousands, and the other marks the fraction.</summary>
    DecimalMark ByCounts(List<Column> numbers)
    {
        var examples = numbers.Where(column => column.Field.Kind() is FieldKind.Count && profile.Numbers[column.Index].IsOpen)
            .Select(column => profile.Numbers[column.Index].Example.Contains(',') ? DecimalMark.Point : DecimalMark.Comma).Distinct().ToList();
        return examples is [var only] ? only : DecimalMark.Undecided;
    }

    /// <summary>Millionths are whole: where one has a fraction, the amounts may be whole money after all.</summary>
    void CheckMicros(Column column, NumberEvidence seen)
    {
        if (seen.FractionExample is { } example)
            throw new BrokenTableException(1,
                $"{column.Header} is known to count millionths of the currency, yet holds {example}, which may be the currency itself",
                "Say in a mapping which it is: units with micros, or without.");
        decisions.Add(new($"unit of {column.Header}", "millionths", "the family's columns; all are whole numbers"));
    }

    DecimalMark MarkOf(Column column, NumberEvidence seen)
    {
        if (hints.Numbers is { } told)
            return MappingCheck.MarkOf(told);
        if (seen.IsContradictory)
            throw new BrokenTableException(1, $"the numbers in {column.Header} are written in two ways: {seen.Example}",
                "Say which it is with --numbers 1,234.56 or --numbers 1.234,56, or under Numbers on the Import page; in a mapping, numbers: \"1.234,56\".");

        var (mark, evidence) = seen.Mark is not DecimalMark.Undecided ? (seen.Mark, seen.Example)
            : !seen.IsOpen ? (common, "other columns")
            : common is not DecimalMark.Undecided ? (common, $"{seen.Example}, as other columns show")
            : Grouped(column, seen);
        if (mark is DecimalMark.Comma || seen.IsOpen)
            decisions.Add(new($"numbers in {column.Header}", mark is DecimalMark.Comma ? "1.234,56" : "1,234.56", evidence));
        return mark is DecimalMark.Comma ? DecimalMark.Comma : DecimalMark.Point;
    }

    /// <summary>
    /// One sign before three digits in every cell of the file: thousands where they count things, where the currency is written
    /// without a fraction, or after the English way. A point in other money, or in conversions, could be either.
    /// </summary>
    (DecimalMark, string) Grouped(Column column, NumberEvidence seen)
    {
        var isComma = seen.Example.Contains(',');
        if (column.Field.Kind() is FieldKind.Count)
            return (isComma ? DecimalMark.Point : DecimalMark.Comma, $"{seen.Example}: a count has no fraction, so these are thousands");
        if (CurrencyOf(column, seen) is { } currency && column.Field.IsMoney() && Units.IsWrittenWhole(currency))
            return (isComma ? DecimalMark.Point : DecimalMark.Comma,
                $"{seen.Example}: amounts in {currency} have no fraction, so these are thousands");
        if (!isComma && column.Field.Kind() is FieldKind.Quantity)
            throw new BrokenTableException(1,
                $"the {(column.Field.IsMoney() ? "amounts" : "numbers")} in {column.Header}, such as {seen.Example}, could be {seen.Example.Replace(".", "", StringComparison.Ordinal)} or {seen.Example.TrimEnd('0').TrimEnd('.')}: nothing says whether the point groups thousands",
                "Say which it is with --numbers 1,234.56 or --numbers 1.234,56, or under Numbers on the Import page; in a mapping, numbers: \"1.234,56\".");
        return (DecimalMark.Point, $"{seen.Example}: nothing speaks for a decimal comma");
    }

    string? CurrencyOf(Column column, NumberEvidence seen) => column.Currency
        ?? columns.FirstOrDefault(other => other.Currency is not null)?.Currency
        ?? (profile.Currencies.Count is 1 ? profile.Currencies.Keys.First() : null)
        ?? (seen.Currencies.Count is 1 ? seen.Currencies.First() : null)
        ?? hints.Mapping?.Currency ?? hints.Currency;

    Column Share(Column column, NumberEvidence seen)
    {
        var isPercent = column.Factor is 0.01m || seen.Percents > 0 || seen.Largest > 1;
        decisions.Add(new(column.Header, isPercent ? "percent" : "fraction", $"largest value {seen.Largest}"));
        return column with { Factor = isPercent ? 0.01m : 1 };
    }
}
