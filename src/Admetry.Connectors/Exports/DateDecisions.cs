using Admetry.Connectors.Exports.Families;
using Admetry.Connectors.Exports.Tables;

namespace Admetry.Connectors.Exports;

/// <summary>Decides in which order dates are written, and which days rows without a day cover.</summary>
sealed class DateDecisions
{
    readonly Sheet sheet;
    readonly Profile profile;
    readonly ReadingHints hints;
    readonly List<Decision> decisions;
    readonly DateOrder common;
    readonly Family family;
    readonly Target target;
    readonly CancellationToken cancel;

    public DateDecisions(Sheet sheet, Family family, Profile profile, IReadOnlyList<Column> columns, ReadingHints hints,
        List<Decision> decisions, CancellationToken cancel)
    {
        (this.sheet, this.family, this.profile, this.hints, this.decisions) = (sheet, family, profile, hints, decisions);
        this.cancel = cancel;
        target = family.Target;
        common = columns.Where(IsDate).Select(column => profile.Dates[column.Index].Order)
            .FirstOrDefault(order => order is DateOrder.DayFirst or DateOrder.MonthFirst);
    }

    /// <exception cref="BrokenTableException">The dates of the column could be two days.</exception>
    public Column Decide(Column column)
    {
        if (!IsDate(column))
            return column;
        if (hints.DateOrder is { } told)
            return column with { Order = MappingCheck.OrderOf(told) };

        var seen = profile.Dates[column.Index];
        if (seen.IsContradictory)
            throw Undecided(column, $"the dates in {column.Header} are written in two orders: {seen.Example}");
        var order = seen.IsUndecided ? common : seen.Order;
        if (seen.IsUndecided && order is DateOrder.Undecided)
            order = ByPeriod(seen.Example);
        if (seen.IsUndecided && order is DateOrder.Undecided)
            throw Undecided(column, $"the dates in {column.Header}, such as {seen.Example}, could be day first or month first");
        if (seen.HasTimes && column.Field is Field.Day && target is Target.Delivery)
            decisions.Add(new("grain", "hours, added up to days", seen.TimeExample));
        if (order is DateOrder.DayFirst or DateOrder.MonthFirst)
            decisions.Add(new($"dates in {column.Header}", order is DateOrder.DayFirst ? "day first" : "month first", seen.Example));
        return column with { Order = order };
    }

    /// <summary>Null when every row has its own days.</summary>
    /// <exception cref="BrokenTableException">There is no date at all.</exception>
    public DateRange? Period(IReadOnlyList<Column> columns)
    {
        if (target is Target.Revenue && columns.Any(column => column.Field is Field.Week or Field.Month)
            && !columns.Any(column => column.Field is Field.Day))
            throw TooCoarse("the rows cover weeks or months");
        if (columns.Any(column => column.Field is Field.Day or Field.Days or Field.Week or Field.Month)
            || (columns.Any(column => column.Field is Field.FirstDay) && columns.Any(column => column.Field is Field.LastDay)))
            return null;
        if (target is Target.Clients || IsFirstDayEnough(columns))
            return null;
        return DaysOnly(Whole());
    }

    bool IsFirstDayEnough(IReadOnlyList<Column> columns) =>
        family.FirstDayIsDay && columns.FirstOrDefault(column => column.Field is Field.FirstDay) is { Fixed: null } first
        && !(profile.Dates[first.Index].OnlyDay(first.Order) is { } only
            && Preamble.Period(sheet.Preamble, first.Order) is { IsOneDay: false } period && period.First == only);

    /// <summary>Orders are kept by day; what covers more can be no row.</summary>
    DateRange DaysOnly(DateRange period) => period.IsOneDay || target is not Target.Revenue ? period
        : throw TooCoarse($"the report covers {period} without a column of days");

    MissingDaysException TooCoarse(string what) => new(sheet.RecordsBefore,
        $"{what}, and orders are kept by day",
        "Export it with the day of each order, or one day at a time.");

    DateRange Whole()
    {
        if (Preamble.Period(sheet.Preamble, DateOrder.Undecided) is { } written)
        {
            decisions.Add(new("days", $"{written}", "the line above the header; there is no column with days"));
            return written;
        }
        if (hints.Period is null && NeighbourDays.Of(sheet.File, family, hints, cancel) is var (days, file))
        {
            decisions.Add(new("days", $"{days}", $"those of {file} in the same archive; there is no column with days"));
            return days;
        }
        if (hints.Period is not { } given)
            throw new MissingDaysException(1, "the file holds no date: neither a column with days nor a range above the header",
                "Say which days it covers with --period FIRST..LAST, or export it with a day column.");
        decisions.Add(new("days", $"{given}", "as told"));
        return given;
    }

    /// <summary>Only one of the two readings may lie within the range above the header.</summary>
    DateOrder ByPeriod(string example)
    {
        if (Preamble.Period(sheet.Preamble, DateOrder.Undecided) is not { } period)
            return DateOrder.Undecided;
        var isDayFirst = DateText.TryParse(example, DateOrder.DayFirst, out var day) && period.Contains(day);
        var isMonthFirst = DateText.TryParse(example, DateOrder.MonthFirst, out day) && period.Contains(day);
        return isDayFirst == isMonthFirst ? DateOrder.Undecided : isDayFirst ? DateOrder.DayFirst : DateOrder.MonthFirst;
    }

    BrokenTableException Undecided(Column column, string reason) => new(sheet.RecordsBefore + 1, reason,
        "Say which it is with --dates dmy or --dates mdy, or under Dates on the Import page; in a mapping, date_order: dmy.");

    static bool IsDate(Column column) => column.Fixed is null && column.Field.Kind() is FieldKind.Date or FieldKind.DateRange;
}
