using Admetry.Pacing;
using Xunit;

namespace Admetry.Tests.Pacing;

/// <summary>Why a flight is behind or ahead, from what it did in the auctions.</summary>
public sealed class PacingCausesTests
{
    static readonly FlightAuctions[] Healthy = [.. Enumerable.Range(1, 5).Select(id => Flight(id, spend: 100, bids: 1000, wins: 300))];

    [Fact]
    public void Flights_on_plan_have_no_cause() => Assert.Empty(PacingCauses.Find(Healthy));

    [Fact]
    public void Winning_less_than_others_is_a_low_bid() =>
        Found(Flight(9, spend: 60, bids: 1000, wins: 150), PacingCauseKind.BidTooLow, 0.5, "It wins 15.0 % of its auctions, 0.50 of what flights like it win.");

    [Fact]
    public void Bidding_less_than_others_is_narrow_targeting() =>
        Found(Flight(9, spend: 60, bids: 600, wins: 180), PacingCauseKind.NarrowTargeting, 0.6, "It bids in 600 auctions, 0.60 of what flights like it do for their budgets.");

    [Fact]
    public void Wins_come_before_bids_and_what_is_expected_of_its_ways_of_buying_before_the_peers()
    {
        Found(Flight(9, spend: 30, bids: 600, wins: 90), PacingCauseKind.BidTooLow, 0.5, null);
        Found(Flight(9, spend: 60, bids: 1000, wins: 300) with { ExpectedWins = 600 }, PacingCauseKind.BidTooLow, 0.5, null);
        Found(Flight(9, spend: 60, bids: 600, wins: 90) with { ExpectedWins = 90 }, PacingCauseKind.NarrowTargeting, 0.6, null);
        Found(Flight(9, spend: 60, bids: 600, wins: 180) with { ExpectedWins = 0 }, PacingCauseKind.NarrowTargeting, 0.6, null);
    }

    [Fact]
    public void Where_places_are_known_they_tell_and_not_the_bids()
    {
        FlightAuctions[] wide = [.. Healthy.Select(flight => flight with { Places = 20 })];

        var found = Assert.Single(PacingCauses.Find([.. wide, Flight(9, spend: 60, bids: 900, wins: 270) with { Places = 1 }]));
        Assert.Equal((PacingCauseKind.NarrowTargeting, 0.05, "It bids in 1 places, flights like it in 20."), (found.Kind, found.Factor, found.Evidence));
        Assert.Empty(PacingCauses.Find([.. wide, Flight(9, spend: 60, bids: 600, wins: 180) with { Places = 15 }]));
    }

    [Fact]
    public void Days_without_spend_are_a_pause_before_anything_else() =>
        Found(Flight(9, spend: 60, bids: 600, wins: 90, idle: 3), PacingCauseKind.Paused, 3, "Nothing was spent on the last 3 days.");

    [Fact]
    public void A_late_start_with_some_of_the_creatives_is_a_rejection()
    {
        var late = Flight(9, spend: 60, bids: 600, wins: 180) with { LateDays = 3, Creatives = 4, ActiveCreatives = 1 };

        Found(late, PacingCauseKind.CreativeRejected, 0.25, "Nothing was spent on its first 3 days, and 1 of its 4 creatives deliver.");
        Found(late with { LateDays = 2 }, PacingCauseKind.NarrowTargeting, 0.6, null);
        Found(late with { ActiveCreatives = 4 }, PacingCauseKind.NarrowTargeting, 0.6, null);
    }

    [Fact]
    public void Spending_faster_than_the_plan_is_running_ahead() =>
        Found(Flight(9, spend: 150, bids: 1500, wins: 450), PacingCauseKind.OverPacing, 1.5, "150.00 is spent where the plan has 100.00: 1.50 of it.");

    [Fact]
    public void Without_a_visible_cause_none_is_named()
    {
        Assert.Empty(PacingCauses.Find([.. Healthy, Flight(9, spend: 60, bids: 1000, wins: 300)])); // it buys cheaply
        Assert.Empty(PacingCauses.Find([.. Healthy, Flight(9, spend: 60, bids: 600, wins: 180) with { Reading = Reading(100) }]));
        Assert.Empty(PacingCauses.Find([Flight(9, spend: 60, bids: 0, wins: 0)])); // nobody to compare with
        Assert.Empty(PacingCauses.Find([.. Healthy, Flight(9, spend: 0, bids: 0, wins: 0) with { Reading = Reading(0, ideal: 0) }]));
        Assert.Null((Flight(9, 0, 0, 0) with { Reading = Reading(0, ideal: 0) }).BidsForIdeal);
    }

    [Fact]
    public void Flights_are_compared_with_those_of_their_own_kind()
    {
        FlightAuctions[] video = [.. Enumerable.Range(20, 4).Select(id => Flight(id, spend: 100, bids: 500, wins: 75) with { Peers = "video" })];

        var found = PacingCauses.Find([.. Healthy, .. video, Flight(9, spend: 60, bids: 500, wins: 75) with { Peers = "video" }]);

        Assert.Empty(found);
    }

    static void Found(FlightAuctions flight, PacingCauseKind kind, double factor, string? evidence)
    {
        var cause = Assert.Single(PacingCauses.Find([.. Healthy, flight]));
        Assert.Equal((9L, kind), (cause.FlightId, cause.Kind));
        Assert.Equal(factor, cause.Factor, 1e-9);
        if (evidence is not null)
            Assert.Equal(evidence, cause.Evidence);
    }

    static FlightAuctions Flight(long id, decimal spend, long bids, long wins, int idle = 0) => new(id, "banner", Reading(spend), bids, wins, idle);

    static PacingReading Reading(decimal spend, decimal ideal = 100) => new(new(2024, 3, 5), spend, ideal, [], 1000, 0.1);
}
