using System.Globalization;

namespace Admetry;

/// <summary>Whole days from First to Last, both included, in the account's own zone.</summary>
public readonly record struct DateRange
{
    const int FirstYear = 1900;
    const int LastYear = 2199;

    /// <exception cref="ArgumentException"><paramref name="last"/> comes before <paramref name="first"/>.</exception>
    public DateRange(DateOnly first, DateOnly last)
    {
        if (last < first)
            throw new ArgumentException($"The range ends on {last:yyyy-MM-dd}, before it starts on {first:yyyy-MM-dd}.", nameof(last));

        First = first;
        Last = last;
    }

    public DateOnly First { get; }

    public DateOnly Last { get; }

    /// <summary>How many days, at least one.</summary>
    public int Days => Last.DayNumber - First.DayNumber + 1;

    public bool IsOneDay => First == Last;

    public bool Contains(DateOnly day) => First <= day && day <= Last;

    public bool Overlaps(DateRange other) => First <= other.Last && other.First <= Last;

    /// <summary>As many days, moved by <paramref name="days"/> (negative is earlier).</summary>
    public DateRange Shift(int days) => new(First.AddDays(days), Last.AddDays(days));

    public static DateRange Day(DateOnly day) => new(day, day);

    /// <summary>Reads <c>2024-01-01..2024-03-31</c> or one day, <c>2024-01-01</c>.</summary>
    /// <remarks>Years outside 1900 to 2199 are no days of business: what is counted back from them need not be in any calendar.</remarks>
    public static bool TryParse(string? text, out DateRange range)
    {
        range = default;
        var ends = (text ?? "").Split("..", 2);
        if (!TryDay(ends[0], out var first) || !TryDay(ends[^1], out var last) || last < first)
            return false;

        range = new(first, last);
        return true;
    }

    public override string ToString() => IsOneDay ? $"{First:yyyy-MM-dd}" : $"{First:yyyy-MM-dd}..{Last:yyyy-MM-dd}";

    static bool TryDay(string text, out DateOnly day) =>
        DateOnly.TryParseExact(text.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day) && day.Year is >= FirstYear and <= LastYear;
}
