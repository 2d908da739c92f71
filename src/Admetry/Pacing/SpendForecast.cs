namespace Admetry.Pacing;

/// <summary>What a flight will have spent on its last day, told three ways.</summary>
/// <param name="Linear">Spend + mean of the last seven reported days × days to come.</param>
/// <param name="Curve">Spend × all weights ÷ weights of the reported days: as if the past's share of the plan held to the end. Null without such weights.</param>
/// <param name="Weighted">The one to use: spend + mean of the last seven reported days ÷ their mean weight × weights to come, within the daily cap.</param>
/// <param name="Low">Nine of ten ends lie between low and high, if days go on to scatter about the plan as they did.</param>
public sealed record SpendForecast(decimal Linear, decimal? Curve, decimal Weighted, decimal Low, decimal High)
{
    const int RecentDays = 7;
    const int ResidualDays = 28;
    const double NineOfTen = 1.6448536269514722; // standard deviations to either side of a normal mean

    /// <remarks>Days that are not reported whole yet are still to come. The weighted forecast falls back on the linear one where the recent days weigh nothing.</remarks>
    /// <returns>Null where no day is reported whole.</returns>
    public static SpendForecast? Of(Flight flight, IReadOnlyCollection<DailySpend> spend, DateOnly asOf)
    {
        var reported = PacingReading.Reported(flight, spend, asOf);
        if (reported.Count == 0)
            return null;

        var spent = reported.Values.Sum();
        var ahead = flight.EachDay().Where(day => !reported.ContainsKey(day)).ToList();
        var recent = reported.OrderByDescending(day => day.Key).Take(RecentDays).ToList();
        var mean = recent.Average(day => day.Value);
        var weight = recent.Average(day => flight.Weight(day.Key));

        var linear = spent + (mean * ahead.Count);
        var behind = reported.Keys.Sum(flight.Weight);
        var most = flight.DailyCapOn(asOf) is { } cap ? spent + (cap * ahead.Count) : decimal.MaxValue;
        var weighted = Math.Min(most, weight == 0 ? linear : spent + (mean / weight * ahead.Sum(flight.Weight)));
        var margin = Margin(flight, reported, ahead);
        var known = PacingReading.Known(flight, spend, asOf).Values.Sum();
        return new(
            linear, behind == 0 ? null : spent * (behind + ahead.Sum(flight.Weight)) / behind, weighted,
            Math.Max(known, weighted - margin), Math.Max(known, Math.Min(most, weighted + margin)));
    }

    /// <summary>
    /// Each day spends its weight × a ratio; the ratios of up to 28 reported days scatter with a standard deviation. It moves each day to
    /// come on its own, and their mean with them all, since that mean is known from few days.
    /// </summary>
    static decimal Margin(Flight flight, Dictionary<DateOnly, decimal> reported, List<DateOnly> ahead)
    {
        double[] ratios =
        [
            .. reported.Where(day => flight.Weight(day.Key) > 0).OrderByDescending(day => day.Key).Take(ResidualDays)
                .Select(day => (double)(day.Value / flight.Weight(day.Key))),
        ];
        if (ratios.Length < 2)
            return 0;

        var mean = ratios.Average();
        var variance = ratios.Sum(ratio => (ratio - mean) * (ratio - mean)) / (ratios.Length - 1);
        var weights = ahead.ConvertAll(day => (double)flight.Weight(day));
        var (sum, squares) = (weights.Sum(), weights.Sum(weight => weight * weight));
        return (decimal)(NineOfTen * Math.Sqrt(variance * (squares + (sum * sum / Math.Min(RecentDays, ratios.Length)))));
    }
}
