using System.Globalization;

namespace Admetry.Metrics;

/// <summary>How parts of time are written: 2024-01-31, 2024-W05, 2024-01, 2024-Q1, 2024, and 1 to 7 from Monday to Sunday.</summary>
/// <remarks>A part is known by its first day; a day of the week by its number.</remarks>
public static class TimeKeys
{
    /// <param name="first">The first day of the part.</param>
    public static string Format(TimePart part, DateOnly first) => part switch
    {
        TimePart.Week => string.Create(CultureInfo.InvariantCulture, $"{WeekYear(first)}-W{Week(first):00}"),
        TimePart.Month => first.ToString("yyyy-MM", CultureInfo.InvariantCulture),
        TimePart.Quarter => string.Create(CultureInfo.InvariantCulture, $"{first.Year:0000}-Q{(first.Month + 2) / 3}"),
        TimePart.Year => first.ToString("yyyy", CultureInfo.InvariantCulture),
        TimePart.DayOfWeek => (first.DayOfWeek is DayOfWeek.Sunday ? 7 : (int)first.DayOfWeek).ToString(CultureInfo.InvariantCulture),
        _ => first.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
    };

    /// <param name="first">The first day of the part; of a day of the week, a day that falls on it.</param>
    /// <returns>False where <paramref name="text"/> is no such part.</returns>
    public static bool TryParse(TimePart part, string text, out DateOnly first)
    {
        first = default;
        return part switch
        {
            TimePart.Week => TryWeek(text, out first),
            TimePart.Month => TryDay($"{text}-01", out first),
            TimePart.Quarter => text is [_, _, _, _, '-', 'Q' or 'q', >= '1' and <= '4']
                && TryDay($"{text[..4]}-{((text[6] - '1') * 3) + 1:00}-01", out first),
            TimePart.Year => TryDay($"{text}-01-01", out first),
            TimePart.DayOfWeek => text is [>= '1' and <= '7'] && TryDay($"2024-01-0{text}", out first), // the 1st was a Monday
            _ => TryDay(text, out first),
        };
    }

    /// <summary>The first day of the part that <paramref name="day"/> lies in.</summary>
    public static DateOnly First(TimePart part, DateOnly day) => part switch
    {
        TimePart.Week => day.AddDays(-(((int)day.DayOfWeek + 6) % 7)),
        TimePart.Month => new(day.Year, day.Month, 1),
        TimePart.Quarter => new(day.Year, ((day.Month - 1) / 3 * 3) + 1, 1),
        TimePart.Year => new(day.Year, 1, 1),
        _ => day,
    };

    static bool TryDay(string text, out DateOnly day) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);

    static bool TryWeek(string text, out DateOnly monday)
    {
        monday = default;
        if (text is not [_, _, _, _, '-', 'W' or 'w', _, _] || !TryDay($"{text[..4]}-01-01", out var year)
            || !int.TryParse(text[6..], NumberStyles.None, CultureInfo.InvariantCulture, out var week)
            || week < 1 || week > ISOWeek.GetWeeksInYear(year.Year))
            return false;

        monday = DateOnly.FromDateTime(ISOWeek.ToDateTime(year.Year, week, DayOfWeek.Monday));
        return true;
    }

    static int WeekYear(DateOnly day) => ISOWeek.GetYear(day.ToDateTime(default));

    static int Week(DateOnly day) => ISOWeek.GetWeekOfYear(day.ToDateTime(default));
}
