using System.Buffers;

namespace Admetry.Connectors.Exports.Tables;

/// <summary>The three numbers of a date in the order written, and whether one of them was a month's name.</summary>
readonly record struct DateParts(int First, int Second, int Third, int YearDigits, bool HasName, bool HasDots)
{
    static readonly SearchValues<char> TimeSigns = SearchValues.Create("0123456789:.,+- TZzUCGMapmAPM\u202F\u00A0");

    public DateOrder Order =>
        HasName || YearDigits is 0 || IsYearFirst ? DateOrder.YearFirst
        : HasDots || First > 12 ? DateOrder.DayFirst
        : Second > 12 ? DateOrder.MonthFirst
        : DateOrder.Undecided;

    public bool IsAmbiguous => !HasName && !HasDots && !IsYearFirst && First <= 12 && Second <= 12 && First != Second;

    bool IsYearFirst => YearDigits is 0;

    public bool TryDay(DateOrder order, out DateOnly day)
    {
        if (HasName)
            return TryMake(Third, Second, First, out day);
        if (IsYearFirst)
            return TryMake(First, Second, Third, out day);

        var year = YearDigits <= 2 ? 2000 + Third : Third;
        var isDayFirst = HasDots || order is DateOrder.DayFirst || (order is not DateOrder.MonthFirst && First > 12);
        if (order is DateOrder.MonthFirst && HasDots && Second > 12)
            isDayFirst = false;
        if (isDayFirst)
            return TryMake(year, Second, First, out day);
        day = default;
        return (order is DateOrder.MonthFirst || First == Second || Second > 12) && TryMake(year, First, Second, out day);
    }

    public static bool TryMake(int year, int month, int day, out DateOnly made)
    {
        made = default;
        if (year is < 1990 or > 2100 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
            return false;
        made = new(year, month, day);
        return true;
    }

    /// <summary>Splits digits and a month's name; what follows the date must be a time of day.</summary>
    public static bool TrySplit(ReadOnlySpan<char> text, out DateParts parts)
    {
        parts = default;
        if (text.Length is < 6 or > 64)
            return false;
        if (text.Length is 8 && DateText.Digits(text, out var compact))
        {
            parts = new(compact / 10000, compact / 100 % 100, compact % 100, 0, false, false);
            return true;
        }
        return char.IsAsciiDigit(text[0]) && (TryDigits(text, out parts) || TryEastern(text, out parts)) || TryNamed(text, out parts);
    }

    /// <summary>Year, month and day, each with its sign behind it: <c>2024年3月1日</c>, <c>2024년 3월 1일</c>.</summary>
    static bool TryEastern(ReadOnlySpan<char> text, out DateParts parts)
    {
        parts = default;
        var at = 0;
        if (!Before(ref at, text, "年년", out var year) || !Before(ref at, text, "月월", out var month) || !Before(ref at, text, "日일", out var day) || !IsTime(text[at..]))
            return false;
        parts = new(year, month, day, 0, false, false);
        return true;
    }

    static bool Before(ref int at, ReadOnlySpan<char> text, string signs, out int number)
    {
        while (at < text.Length && text[at] is ' ')
            at++;
        return Take(ref at, text, out number, out _) && at < text.Length && signs.Contains(text[at++]);
    }

    static bool TryDigits(ReadOnlySpan<char> text, out DateParts parts)
    {
        parts = default;
        var at = 0;
        if (!Take(ref at, text, out var first, out var firstDigits) || at >= text.Length || text[at] is not ('/' or '-' or '.'))
            return false;
        var separator = text[at++];
        while (at < text.Length && text[at] is ' ')
            at++;
        if (!Take(ref at, text, out var second, out var secondDigits) || at >= text.Length || text[at] != separator || secondDigits > 2)
            return false;
        at++;
        while (at < text.Length && text[at] is ' ')
            at++;
        if (!Take(ref at, text, out var third, out var thirdDigits) || !IsTime(text[at..]))
            return false;

        var isYearFirst = firstDigits is 4;
        if (isYearFirst ? thirdDigits > 2 : firstDigits > 2 || thirdDigits is not (2 or 4))
            return false;
        parts = new(first, second, third, isYearFirst ? 0 : thirdDigits, false, separator is '.' && !isYearFirst);
        return true;
    }

    static bool TryNamed(ReadOnlySpan<char> text, out DateParts parts)
    {
        parts = default;
        var (day, month, year, at) = (0, 0, 0, 0);
        while (at < text.Length && (day is 0 || month is 0 || year is 0))
        {
            if (char.IsAsciiDigit(text[at]))
            {
                if (!Take(ref at, text, out var number, out var digits))
                    return false;
                if (digits is 4 && year is 0)
                    year = number;
                else if (digits <= 2 && day is 0)
                    day = number;
                else if (digits is 2 && year is 0 && month is not 0)
                    year = 2000 + number;
                else
                    return false;
            }
            else if (char.IsLetter(text[at]))
            {
                var from = at;
                while (at < text.Length && (char.IsLetter(text[at]) || text[at] is '.'))
                    at++;
                var word = text[from..at];
                if (MonthNames.Find(word) is var found and not 0 && month is 0)
                    month = found;
                else if (!MonthNames.IsFiller(word))
                    return false;
            }
            else if (text[at] is ' ' or ',' or '.' or '-' or '/' or '\u00A0' or '\'' or 'º')
            {
                at++;
            }
            else
            {
                return false;
            }
        }
        parts = new(day, month, year, 4, true, false);
        return day > 0 && month > 0 && year > 0 && IsTime(text[at..]);
    }

    static bool Take(ref int at, ReadOnlySpan<char> text, out int number, out int digits)
    {
        (number, digits) = (0, 0);
        for (; at < text.Length && char.IsAsciiDigit(text[at]) && digits < 5; at++, digits++)
            number = number * 10 + (text[at] - '0');
        return digits is > 0 and < 5;
    }

    /// <summary>Nothing, or a time of day with zone and half of the day.</summary>
    static bool IsTime(ReadOnlySpan<char> rest)
    {
        if (rest.IsEmpty)
            return true;
        if (rest[0] is not ('T' or ' ' or ','  or '.'))
            return false;
        rest = rest[1..].Trim();
        return rest.IsEmpty || (char.IsAsciiDigit(rest[0]) && rest.Contains(':')
            && !rest.ContainsAnyExcept(TimeSigns));
    }
}
