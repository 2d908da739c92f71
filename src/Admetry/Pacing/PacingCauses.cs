namespace Admetry.Pacing;

/// <summary>Why a flight is not where it should be.</summary>
public enum PacingCauseKind
{
    /// <summary>It bids as often as others and wins less often.</summary>
    BidTooLow,

    /// <summary>It shows in too few places, or finds fewer auctions to bid in than its budget needs.</summary>
    NarrowTargeting,

    /// <summary>It began late, with some of its creatives only: the others were not let through.</summary>
    CreativeRejected,

    /// <summary>It spends nothing on days on which it should.</summary>
    Paused,

    /// <summary>It spends faster than the plan.</summary>
    OverPacing,
}

/// <summary>What a flight did in the auctions up to a day.</summary>
/// <param name="Peers">Flights of one name are compared with each other, such as those of one format.</param>
/// <param name="Bids">Auctions it bid in.</param>
/// <param name="Wins">Auctions it won, none more than its bids.</param>
/// <param name="IdleDays">Reported days without spend, at the end of what is reported.</param>
public sealed record FlightAuctions(long FlightId, string Peers, PacingReading Reading, long Bids, long Wins, int IdleDays)
{
    /// <summary>Reported days without spend, at the beginning of the flight.</summary>
    public int LateDays { get; init; }

    /// <summary>Creatives booked.</summary>
    public int Creatives { get; init; }

    /// <summary>Creatives that delivered anything.</summary>
    public int ActiveCreatives { get; init; }

    /// <summary>Wins that others have from as many bids of the same ways of buying; null: unknown, and the peers' median win rate tells.</summary>
    public double? ExpectedWins { get; init; }

    /// <summary>Cities or regions it bid in; null: unknown, and its bids tell.</summary>
    public int? Places { get; init; }

    /// <summary>Wins ÷ bids; null without bids.</summary>
    public double? WinRate => Bids > 0 ? (double)Wins / Bids : null;

    /// <summary>Bids for each unit of money that should have been spent; null where none should.</summary>
    public double? BidsForIdeal => Reading.Ideal > 0 ? Bids / (double)Reading.Ideal : null;
}

/// <summary>A cause, with the numbers that speak for it.</summary>
/// <param name="Factor">The flight's value ÷ its peers' median; for over-pacing the index; for a pause the days; for creatives the share that delivers.</param>
/// <param name="Evidence">One sentence.</param>
public sealed record PacingCause(long FlightId, PacingCauseKind Kind, double Factor, string Evidence);

/// <summary>Says why flights under-deliver or run ahead, comparing each with the flights like it.</summary>
/// <remarks>
/// Spend is bids × win rate × cost of a win, so a flight behind its plan wins too few of its bids, has too few of them, or buys too cheaply.
/// The first of these that shows is the cause.
/// </remarks>
public static class PacingCauses
{
    /// <summary>The index below which a cause is sought.</summary>
    public const double Behind = 1;

    /// <summary>The index above which a flight runs ahead.</summary>
    public const double Ahead = 1.20;

    /// <summary>The share of what others have below which wins and bids are a cause.</summary>
    public const double Weak = 0.75;

    /// <summary>The share of the peers' median below which places are too few.</summary>
    public const double FewPlaces = 0.2;

    /// <summary>Days without spend that make a pause.</summary>
    public const int PauseDays = 3;

    /// <returns>At most one cause for each flight, in the order given; none for those on plan, without an index, or without a visible cause.</returns>
    public static IReadOnlyList<PacingCause> Find(IReadOnlyList<FlightAuctions> flights)
    {
        var peers = flights.GroupBy(flight => flight.Peers).ToDictionary(group => group.Key, group => new Usual(
            Median(group.Select(flight => flight.WinRate)), Median(group.Select(flight => flight.BidsForIdeal)), Median(group.Select(flight => (double?)flight.Places))));
        return [.. flights.Select(flight => Cause(flight, peers[flight.Peers])).OfType<PacingCause>()];
    }

    static PacingCause? Cause(FlightAuctions flight, Usual usual) => flight.Reading.Index switch
    {
        > Ahead and var index => new(flight.FlightId, PacingCauseKind.OverPacing, index,
            FormattableString.Invariant($"{flight.Reading.Spend:N2} is spent where the plan has {flight.Reading.Ideal:N2}: {index:0.00} of it.")),
        < Behind when flight.IdleDays >= PauseDays => new(flight.FlightId, PacingCauseKind.Paused, flight.IdleDays,
            FormattableString.Invariant($"Nothing was spent on the last {flight.IdleDays} days.")),
        < Behind when flight.LateDays >= PauseDays && flight.ActiveCreatives < flight.Creatives => new(
            flight.FlightId, PacingCauseKind.CreativeRejected, (double)flight.ActiveCreatives / flight.Creatives,
            FormattableString.Invariant($"Nothing was spent on its first {flight.LateDays} days, and {flight.ActiveCreatives} of its {flight.Creatives} creatives deliver.")),
        < Behind when Winning(flight, usual) is < Weak and var winning => new(flight.FlightId, PacingCauseKind.BidTooLow, winning,
            FormattableString.Invariant($"It wins {flight.WinRate:P1} of its auctions, {winning:0.00} of what flights like it win.")),
        < Behind when flight.Places / usual.Places is < FewPlaces and var places => new(flight.FlightId, PacingCauseKind.NarrowTargeting, places,
            FormattableString.Invariant($"It bids in {flight.Places} places, flights like it in {usual.Places:0}.")),
        // An index has an ideal, and so have its bids.
        < Behind when flight.Places is null && flight.BidsForIdeal!.Value / usual.Bids is < Weak and var bidding => new(flight.FlightId, PacingCauseKind.NarrowTargeting, bidding,
            FormattableString.Invariant($"It bids in {flight.Bids:N0} auctions, {bidding:0.00} of what flights like it do for their budgets.")),
        _ => null,
    };

    static double? Winning(FlightAuctions flight, Usual usual) =>
        flight.ExpectedWins is > 0 and var expected ? flight.Wins / expected : flight.WinRate / usual.WinRate;

    /// <summary>Of what is known; not a number where nothing is, which compares as no weakness.</summary>
    static double Median(IEnumerable<double?> values)
    {
        double[] known = [.. values.OfType<double>().Order()];
        return known is [] ? double.NaN : (known[(known.Length - 1) / 2] + known[known.Length / 2]) / 2;
    }

    /// <summary>Medians of the flights of one kind; not a number where none is known.</summary>
    sealed record Usual(double WinRate, double Bids, double Places);
}
