namespace Admetry.Pacing;

/// <summary>How a flight's budget is planned over its days.</summary>
public enum PacingCurve
{
    /// <summary>Each day the same.</summary>
    Even,

    /// <summary>As the market's prices and volumes go with the year and the week.</summary>
    Season,
}

/// <summary>The weights of days.</summary>
/// <remarks>
/// Prices rise within each quarter and to the end of the year, fall by a third in January, and by a quarter after Christmas; days of the
/// week differ by a tenth; Black Friday and Cyber Monday cost nearly twice as much. These are levels of the open market for planning.
/// </remarks>
public static class PlannedCurve
{
    static readonly decimal[] Months = [.72m, .80m, .92m, .86m, .93m, 1.00m, .88m, .90m, 1.02m, 1.04m, 1.30m, 1.33m];
    static readonly decimal[] Weekdays = [.93m, .97m, 1.03m, 1.05m, 1.05m, 1.02m, .95m]; // Sunday first, as DayOfWeek counts

    /// <returns>A weight for each day; null for an even plan.</returns>
    public static IReadOnlyList<decimal>? Weights(PacingCurve curve, DateRange days) => curve is PacingCurve.Even
        ? null
        : [.. Enumerable.Range(0, days.Days).Select(days.First.AddDays).Select(Season)];

    /// <summary>What a day weighs beside the mean day of a year.</summary>
    public static decimal Season(DateOnly day) =>
        Months[day.Month - 1] * Weekdays[(int)day.DayOfWeek] * (day is { Month: 12, Day: > 24 } ? .75m : 1) * Sale(day);

    static decimal Sale(DateOnly day) => (day.DayNumber - BlackFriday(day.Year).DayNumber) switch
    {
        0 => 1.8m,
        1 or 2 => 1.3m,
        3 => 1.7m,
        _ => 1,
    };

    /// <summary>The day after the fourth Thursday of November.</summary>
    static DateOnly BlackFriday(int year)
    {
        var first = new DateOnly(year, 11, 1);
        return first.AddDays((((int)DayOfWeek.Thursday - (int)first.DayOfWeek + 7) % 7) + 22);
    }
}
