namespace Admetry.Synthetic.Acme;

/// <summary>How advertising moves with the calendar: seasons, holidays, weekdays, hours, growth, and one bad spring.</summary>
public static class AcmeCalendar
{
    static readonly double[] Months = [.72, .80, .92, .86, .93, 1.00, .88, .90, 1.02, 1.04, 1.30, 1.33];
    static readonly double[] Growth = [1.00, 1.30, 1.45, 1.55, 1.75];
    static readonly double[] Weekdays = [.93, .97, 1.03, 1.05, 1.05, 1.02, .95]; // Sunday first, as DayOfWeek counts

    static readonly double[] DesktopHours = [.45, .32, .25, .25, .25, .30, .45, .70, 1.0, 1.3, 1.5, 1.55, 1.5, 1.5, 1.55, 1.5, 1.4, 1.2, 1.1, 1.15, 1.2, 1.15, .95, .65];
    static readonly double[] MobileHours = [.60, .40, .25, .25, .25, .35, .60, .90, 1.0, 1.0, 1.0, 1.05, 1.15, 1.1, 1.0, 1.0, 1.05, 1.15, 1.3, 1.5, 1.75, 1.8, 1.6, 1.05];
    static readonly double[] CtvHours = [.55, .30, .25, .25, .25, .25, .30, .45, .55, .55, .55, .60, .70, .70, .65, .70, .85, 1.1, 1.5, 2.0, 2.5, 2.7, 2.3, 1.4];

    /// <summary>When spend began to fall in the pandemic, and the last day below its old level.</summary>
    public static DateOnly PandemicFirst { get; } = new(2020, 3, 12);
    public static DateOnly PandemicLast { get; } = new(2020, 7, 31);

    /// <summary>What was left of spend at the worst.</summary>
    public const double PandemicLevel = .65;

    /// <summary>From this day on winners pay what they bid.</summary>
    public static DateOnly FirstPriceFrom { get; } = new(2021, 1, 1);

    /// <summary>Of open auctions before, as many cost the winner the second price.</summary>
    public const double SecondPriceShare = 0.10;

    /// <summary>What an impression costs on a day beside the year's mean.</summary>
    public static double Price(DateOnly day) => Months[day.Month - 1] * (day is { Month: 12, Day: > 24 } ? .75 : 1);

    /// <summary>How much money the company turns over on a day, in no unit: season, growth, weekday and events, without noise.</summary>
    public static double Demand(DateOnly day) =>
        Price(day) * Growth[day.Year - AcmeParameters.First.Year] * Weekdays[(int)day.DayOfWeek] * Holiday(day) * Pandemic(day);

    /// <summary>How much bidders lower what an impression is worth to them: they learn from a tenth to nearly a fifth.</summary>
    public static double Shade(DateOnly day) => .10 + (.08 * Elapsed(day));

    /// <summary>Years from the middle of the data: by this much fees have fallen.</summary>
    public static double YearsFromMiddle(DateOnly day) => (Elapsed(day) - .5) * 5;

    /// <summary>The 24 hours of a device's day, as relative volume.</summary>
    public static IReadOnlyList<double> Hours(DeviceType device) => device switch
    {
        DeviceType.Desktop => DesktopHours,
        DeviceType.Ctv => CtvHours,
        _ => MobileHours,
    };

    /// <summary>Black Friday: the day after the fourth Thursday of November.</summary>
    public static DateOnly BlackFriday(int year)
    {
        var first = new DateOnly(year, 11, 1);
        return first.AddDays(((int)DayOfWeek.Thursday - (int)first.DayOfWeek + 7) % 7 + 22);
    }

    static double Holiday(DateOnly day)
    {
        var friday = BlackFriday(day.Year);
        return day == friday ? 1.8 : day == friday.AddDays(3) ? 1.7 : day > friday && day < friday.AddDays(3) ? 1.3 : 1;
    }

    // From the middle of March 2020 down to .65 in April, and back by August.
    static double Pandemic(DateOnly day)
    {
        var down = day.DayNumber - PandemicFirst.DayNumber;
        var up = day.DayNumber - new DateOnly(2020, 5, 1).DayNumber;
        return down < 0 ? 1 : up < 0 ? Math.Max(PandemicLevel, 1 - (.35 * down / 14)) : up >= 92 ? 1 : PandemicLevel + (.35 * up / 92);
    }

    static double Elapsed(DateOnly day) => (double)(day.DayNumber - AcmeParameters.First.DayNumber) / (AcmeParameters.DayCount - 1);
}
