namespace Admetry.Metrics;

/// <summary>Which other days to set an answer beside.</summary>
public abstract record Comparison
{
    public static Comparison None { get; } = new NoComparison();

    /// <summary>As many days just before, moved back to whole weeks so that Mondays meet Mondays.</summary>
    public static Comparison Previous { get; } = new PreviousPeriod(AlignWeekdays: true);

    /// <summary>52 weeks before, so that Mondays meet Mondays.</summary>
    public static Comparison PreviousYear { get; } = new YearBefore(AlignWeekdays: true);

    public static Comparison With(DateRange days) => new ChosenDays(days);

    /// <returns>The days to compare <paramref name="days"/> with; null for no comparison.</returns>
    public abstract DateRange? Against(DateRange days);
}

/// <summary>No comparison.</summary>
public sealed record NoComparison : Comparison
{
    public override DateRange? Against(DateRange days) => null;
}

/// <summary>The period just before, of equal length.</summary>
/// <param name="AlignWeekdays">Go back by whole weeks, the fewest that leave no day in both periods.</param>
public sealed record PreviousPeriod(bool AlignWeekdays) : Comparison
{
    public override DateRange? Against(DateRange days) =>
        days.Shift(AlignWeekdays ? -7 * ((days.Days + 6) / 7) : -days.Days);
}

/// <summary>The same period of the year before.</summary>
/// <param name="AlignWeekdays">Go back 364 days rather than to the same dates, of which 29 February becomes the 28th.</param>
public sealed record YearBefore(bool AlignWeekdays) : Comparison
{
    public override DateRange? Against(DateRange days) =>
        AlignWeekdays ? days.Shift(-364) : new(days.First.AddYears(-1), days.Last.AddYears(-1));
}

/// <summary>Any other days, of any length.</summary>
public sealed record ChosenDays(DateRange Days) : Comparison
{
    public override DateRange? Against(DateRange days) => Days;
}
