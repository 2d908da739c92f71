namespace Admetry.Pacing;

/// <summary>How far spend is from the plan.</summary>
/// <remarks>Index below 0.80, 0.95, up to 1.05, up to 1.20, above. The limits 0.95 and 1.05 are on track, 0.80 is under, 1.20 is over.</remarks>
public enum PacingBand { SevereUnder, Under, OnTrack, Over, SevereOver }

/// <summary>Where a flight stands at the end of a day.</summary>
/// <param name="Through">The last day that is reported whole, not after the day asked about; null where none is.</param>
/// <param name="Spend">All that is known to be spent, on days reported in part too.</param>
/// <param name="Ideal">Of the days reported whole, so that days still to be reported make no flight look late.</param>
/// <param name="Unreported">Days of the flight up to the day asked about that are not reported.</param>
/// <param name="Budget">The total as it stands on the day asked about.</param>
/// <param name="TimeElapsed">Days up to the day asked about ÷ all days, 0 to 1.</param>
public sealed record PacingReading(
    DateOnly? Through, decimal Spend, decimal Ideal, IReadOnlyList<DateOnly> Unreported, decimal Budget, double TimeElapsed)
{
    /// <summary>Days reported in part: more of their spend is still to come.</summary>
    public IReadOnlyList<DateOnly> Partial { get; init; } = [];

    /// <summary>What is known of those days, within <see cref="Spend"/>.</summary>
    public decimal PartialSpend { get; init; }

    /// <summary>Spend ÷ ideal of the days reported whole: 1 is on plan. Null before anything was planned.</summary>
    public double? Index => Ideal > 0 ? (double)((Spend - PartialSpend) / Ideal) : null;

    /// <summary>Spend ÷ budget; null without a budget.</summary>
    public double? BudgetSpent => Budget > 0 ? (double)(Spend / Budget) : null;

    /// <summary>Null where there is no index.</summary>
    public PacingBand? Band => Index is { } index ? BandOf(index) : null;

    public static PacingBand BandOf(double index) => index switch
    {
        < 0.80 => PacingBand.SevereUnder,
        < 0.95 => PacingBand.Under,
        <= 1.05 => PacingBand.OnTrack,
        <= 1.20 => PacingBand.Over,
        _ => PacingBand.SevereOver,
    };

    /// <param name="spend">Days outside of the flight and after <paramref name="asOf"/> are passed over; a day that is missing is not reported.</param>
    public static PacingReading Of(Flight flight, IReadOnlyCollection<DailySpend> spend, DateOnly asOf)
    {
        var ideal = PacingPlan.ByDay(flight);
        var (reported, known) = (Reported(flight, spend, asOf), Known(flight, spend, asOf));
        var partial = known.Keys.Where(day => !reported.ContainsKey(day)).Order().ToList();
        var elapsed = flight.EachDay().Where(day => day <= asOf).ToList();
        return new(
            reported.Count == 0 ? null : reported.Keys.Max(), known.Values.Sum(), reported.Keys.Sum(day => ideal[day]),
            [.. elapsed.Where(day => !known.ContainsKey(day))], flight.BudgetOn(asOf), (double)elapsed.Count / flight.Days.Days)
        {
            Partial = partial,
            PartialSpend = partial.Sum(day => known[day]),
        };
    }

    /// <summary>The days reported whole.</summary>
    /// <exception cref="ArgumentException">A day stands twice.</exception>
    internal static Dictionary<DateOnly, decimal> Reported(Flight flight, IEnumerable<DailySpend> spend, DateOnly asOf) =>
        Known(flight, spend.Where(day => !day.IsPartial), asOf);

    /// <summary>The days of which anything is reported.</summary>
    /// <exception cref="ArgumentException">A day stands twice.</exception>
    internal static Dictionary<DateOnly, decimal> Known(Flight flight, IEnumerable<DailySpend> spend, DateOnly asOf) => spend
        .Where(day => day.Spend is not null && day.Day <= asOf && flight.Days.Contains(day.Day))
        .ToDictionary(day => day.Day, day => day.Spend!.Value);
}
