using Admetry.Connectors.Exports.Families;
using Admetry.Connectors.Exports.Tables;

namespace Admetry.Connectors.Exports;

/// <summary>Two dates in one text, a month, or the Monday of a week.</summary>
static class DateRangeText
{
    static readonly string[] Between = [" - ", " – ", " — ", "..", " to ", " bis ", " until ", " au ", " al ", " a ", " t/m ", " tot ", " do ", " по ", "～", "〜", "–", "—"];

    public static bool TryParse(ReadOnlySpan<char> text, Field field, DateOrder order, out DateRange range)
    {
        text = NumberText.Trim(text);
        if (TryTwo(text, order, out range))
            return true;
        if (field is Field.Month && TryMonth(text, out range))
            return true;
        if (!DateText.TryParse(text, order, out var day))
            return false;
        range = field switch
        {
            Field.Week => new(day, day.AddDays(6)),
            Field.Month => new(new(day.Year, day.Month, 1), new(day.Year, day.Month, DateTime.DaysInMonth(day.Year, day.Month))),
            _ => DateRange.Day(day),
        };
        return true;
    }

    /// <summary>The two dates of a range, each in whichever order; null where the text is no range.</summary>
    public static (string First, string Last)? Ends(ReadOnlySpan<char> text)
    {
        foreach (var between in Between)
        {
            if (text.IndexOf(between) is > 0 and var at && text[..at].Trim() is var first && text[(at + between.Length)..].Trim() is var last
                && IsDate(first) && IsDate(last))
                return (first.ToString(), last.ToString());
        }
        return null;
    }

    static bool IsDate(ReadOnlySpan<char> text) =>
        DateText.TryParse(text, DateOrder.DayFirst, out _) || DateText.TryParse(text, DateOrder.MonthFirst, out _);

    /// <summary>Two dates with a word or dash between them; compact dates may have a bare hyphen.</summary>
    public static bool TryTwo(ReadOnlySpan<char> text, DateOrder order, out DateRange range)
    {
        range = default;
        foreach (var between in Between)
        {
            if (text.IndexOf(between) is > 0 and var at && TryEnds(text[..at], text[(at + between.Length)..], order, out range))
                return true;
        }
        return text.Length is 17 && text[8] is '-' && TryEnds(text[..8], text[9..], order, out range);
    }

    /// <summary>A first and a last day; where one tells the order of its digits, the other is read alike.</summary>
    public static bool TryEnds(ReadOnlySpan<char> first, ReadOnlySpan<char> last, DateOrder order, out DateRange range)
    {
        range = default;
        if (order is DateOrder.Undecided)
            order = DateText.OrderOf(last) is var told && told is DateOrder.DayFirst or DateOrder.MonthFirst ? told
                : DateText.OrderOf(first);
        if (!DateText.TryParse(last, order, out var to))
            return false;
        if (!DateText.TryParse(first, order, out var from) && !DateText.TryParse($"{first} {to.Year}", order, out from))
            return false;
        if (from > to)
            return false;
        range = new(from, to);
        return true;
    }

    /// <summary><c>2024-03</c>, <c>March 2024</c>, <c>202403</c>.</summary>
    static bool TryMonth(ReadOnlySpan<char> text, out DateRange range)
    {
        range = default;
        var isFound = text.Length is 7 && text[4] is '-' or '/' ? DateText.TryParse($"{text}{text[4]}01", DateOrder.YearFirst, out var day)
            : text.Length is 6 ? DateText.TryParse($"{text}01", DateOrder.YearFirst, out day)
            : DateText.TryParse($"1 {text}", DateOrder.DayFirst, out day);
        if (isFound)
            range = new(day, day.AddMonths(1).AddDays(-1));
        return isFound;
    }
}
