using System.Globalization;
using Admetry.Metrics;

namespace Admetry.App.Components;

/// <summary>The days a page speaks of, as an address holds them.</summary>
/// <remarks>Relative ones stay relative, so a link means the same tomorrow.</remarks>
public abstract record Period
{
    /// <summary>The choices everyone has, in the order they are offered.</summary>
    public static IReadOnlyList<Period> Presets { get; } =
    [
        new LastDays(7), new LastDays(30), new LastDays(90), new LastDays(365), new PeriodToDate(Grain.Month),
        new PeriodToDate(Grain.Quarter), new PeriodToDate(Grain.Year), new PeriodBefore(Grain.Month), new PeriodBefore(Grain.Quarter),
        new PeriodBefore(Grain.Year),
    ];

    public static Period Default { get; } = new LastDays(30);

    /// <summary>What people read.</summary>
    public abstract string Title { get; }

    /// <summary>What the address holds: 30d, mtd, lq, 2024-Q4, 2024 or 2024-01-01..2024-03-31.</summary>
    protected abstract string Token { get; }

    /// <param name="latest">The last complete day that can have data, from which relative periods count back.</param>
    public abstract DateRange Resolve(DateOnly latest);

    public sealed override string ToString() => Token;

    /// <returns>Null where <paramref name="text"/> is no period.</returns>
    public static Period? Parse(string text) => text switch
    {
        "mtd" => new PeriodToDate(Grain.Month),
        "qtd" => new PeriodToDate(Grain.Quarter),
        "ytd" => new PeriodToDate(Grain.Year),
        "lm" => new PeriodBefore(Grain.Month),
        "lq" => new PeriodBefore(Grain.Quarter),
        "ly" => new PeriodBefore(Grain.Year),
        [.. var days, 'd'] when int.TryParse(days, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            && count is > 0 and <= 3660 => new LastDays(count),
        _ when Calendar(text) is { } part => part,
        _ when DateRange.TryParse(text, out var days) => new ChosenPeriod(days),
        _ => null,
    };

    internal static DateRange Whole(Grain grain, DateOnly day)
    {
        var first = TimeKeys.First(PartOf(grain), day);
        return new(first, After(grain, first).AddDays(-1));
    }

    internal static TimePart PartOf(Grain grain) => grain switch
    {
        Grain.Month => TimePart.Month,
        Grain.Quarter => TimePart.Quarter,
        _ => TimePart.Year,
    };

    static DateOnly After(Grain grain, DateOnly first) => first.AddMonths(grain switch
    {
        Grain.Month => 1,
        Grain.Quarter => 3,
        _ => 12,
    });

    static CalendarPeriod? Calendar(string text)
    {
        foreach (var grain in new[] { Grain.Month, Grain.Quarter, Grain.Year })
            if (TimeKeys.TryParse(PartOf(grain), text, out var first) && first.Year is > 1900 and < 9999)
                return new(grain, first);

        return null;
    }
}

/// <summary>So many days up to the last complete one.</summary>
public sealed record LastDays(int Count) : Period
{
    public override string Title => Count == 365 ? "Last 12 months" : $"Last {Count} days";

    protected override string Token => FormattableString.Invariant($"{Count}d");

    public override DateRange Resolve(DateOnly latest) => new(latest.AddDays(1 - Count), latest);
}

/// <summary>From the first day of the current month, quarter or year to the last complete day.</summary>
public sealed record PeriodToDate(Grain Grain) : Period
{
    public override string Title => $"{Grain} to date";

    protected override string Token => Grain switch { Grain.Month => "mtd", Grain.Quarter => "qtd", _ => "ytd" };

    public override DateRange Resolve(DateOnly latest) => new(Whole(Grain, latest).First, latest);
}

/// <summary>The whole month, quarter or year before the current one.</summary>
public sealed record PeriodBefore(Grain Grain) : Period
{
    public override string Title => $"Last {Grain.ToString().ToLowerInvariant()}";

    protected override string Token => Grain switch { Grain.Month => "lm", Grain.Quarter => "lq", _ => "ly" };

    public override DateRange Resolve(DateOnly latest) => Whole(Grain, Whole(Grain, latest).First.AddDays(-1));
}

/// <summary>One month, quarter or year of the calendar.</summary>
/// <param name="First">Its first day.</param>
public sealed record CalendarPeriod(Grain Grain, DateOnly First) : Period
{
    public override string Title => Grain switch
    {
        Grain.Month => First.ToString("MMMM yyyy", CultureInfo.InvariantCulture),
        Grain.Quarter => FormattableString.Invariant($"Q{(First.Month + 2) / 3} {First.Year}"),
        _ => Token,
    };

    protected override string Token => TimeKeys.Format(PartOf(Grain), First);

    public override DateRange Resolve(DateOnly latest) => Whole(Grain, First);
}

/// <summary>Two days someone typed.</summary>
public sealed record ChosenPeriod(DateRange Days) : Period
{
    public override string Title => NumberFormat.Days(Days);

    protected override string Token => Days.ToString();

    public override DateRange Resolve(DateOnly latest) => Days;
}
