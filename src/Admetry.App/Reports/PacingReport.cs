using Admetry.Metrics;
using Admetry.Pacing;
using Admetry.Storage.Warehouse;

namespace Admetry.App.Reports;

/// <summary>One flight on a day. Money is in the flight's currency.</summary>
/// <param name="Target">What to spend on the next day; null where no day is left.</param>
/// <param name="RequiredDailyRate">What is left for each day to come, the same for all; null where no day is left.</param>
/// <param name="Forecast">What it will have spent at its end; null before anything is reported, and after its end.</param>
/// <param name="End">What it delivered of its budget; null while it runs.</param>
/// <param name="Cause">Why it is behind or ahead, where that shows.</param>
public sealed record PacingLine(
    FlightRecord Flight, PacingReading Reading, decimal? Target, decimal? RequiredDailyRate, SpendForecast? Forecast, FlightEnd? End, PacingCause? Cause,
    IReadOnlyList<DailySpend> Spend)
{
    /// <summary>How far the forecast, or the end, is from the budget; null before anything is reported.</summary>
    public decimal? AtRisk => End is { } end ? Math.Abs(end.Delivered - end.Booked) : Forecast is { } forecast ? Math.Abs(forecast.Weighted - Reading.Budget) : null;
}

/// <summary>Everything the pacing page shows: each flight that runs on a day or ended shortly before, furthest behind first.</summary>
public sealed record PacingReport(DateOnly AsOf, IReadOnlyList<PacingLine> Lines)
{
    /// <summary>Ended flights stay on the page for as many days.</summary>
    public const int EndedDays = 30;

    /// <param name="asOf">The last day that counts.</param>
    /// <param name="curve">How budgets are planned over the days.</param>
    public static Task<PacingReport> ReadAsync(WarehouseDatabase warehouse, Principal principal, DateOnly asOf, PacingCurve curve, CancellationToken cancel) =>
        warehouse.RememberAsync(principal, FormattableString.Invariant($"{asOf:yyyy-MM-dd} {curve}"), () => AskAsync(warehouse, principal, asOf, curve, cancel), cancel);

    static async Task<PacingReport> AskAsync(WarehouseDatabase warehouse, Principal principal, DateOnly asOf, PacingCurve curve, CancellationToken cancel)
    {
        var flights = await new FlightReader(warehouse, curve).ReadAsync(new(asOf.AddDays(-EndedDays), asOf), principal, cancel);
        if (flights is [])
            return new(asOf, []);

        var query = new MetricQuery
        {
            Principal = principal, Days = new(flights.Min(flight => flight.Flight.Days.First), asOf),
            Metrics = [CostMetrics.Spend, DeliveryMetrics.Impressions, QualityMetrics.Bids],
            By = [Dimensions.Platform, Dimensions.AccountId, Dimensions.CampaignId, Dimensions.Currency, Dimensions.Date],
            Where = [new(Dimensions.CampaignId, [.. flights.Select(flight => flight.CampaignId).Distinct().Order(StringComparer.Ordinal)])],
        };
        var metrics = new MetricReader(warehouse);
        var days = await metrics.ReadAsync(query, cancel);
        var creatives = await metrics.ReadAsync(query with { Metrics = [DeliveryMetrics.Impressions], By = [Dimensions.Platform, Dimensions.AccountId, Dimensions.CampaignId, Dimensions.CreativeId] }, cancel);
        var loaded = await metrics.ReadAsync(query with { Metrics = [CostMetrics.Spend], By = [Dimensions.Platform, Dimensions.Date, Dimensions.Currency], Where = [] }, cancel);
        var log = await new AuctionReader(warehouse).ReadAsync(query.Days, cancel);
        return Of(asOf, flights, days, creatives, new(loaded, await LateDays.ReadAsync(warehouse, query.Days, cancel)), log);
    }

    /// <param name="days">Spend, impressions and bids by platform, account, campaign, currency and date.</param>
    /// <param name="creatives">Impressions by platform, account, campaign and creative.</param>
    /// <param name="log">What the exchange's log says, for flights that have one.</param>
    static PacingReport Of(DateOnly asOf, IReadOnlyList<FlightRecord> flights, MetricTable days, MetricTable creatives, Arrivals arrivals, AuctionLog log)
    {
        var rowsOf = days.Rows.ToLookup(Campaign);
        var active = creatives.Rows.Where(row => row[0].AsDecimal > 0 && row.Key(Dimensions.CreativeId) is not "").CountBy(Campaign).ToDictionary();
        var known = flights.Select(flight => (Flight: flight, Rows: rowsOf[Campaign(flight)].ToList(), Spend: arrivals.Spend(flight, rowsOf[Campaign(flight)], asOf)))
            .Select(item => (item.Flight, item.Spend, Auctions: Auctions(item.Flight, item.Rows, item.Spend, asOf, active.GetValueOrDefault(Campaign(item.Flight))) with
            {
                ExpectedWins = log.ExpectedWins.TryGetValue(item.Flight.Key, out var wins) ? wins : null,
                Places = log.Places.TryGetValue(item.Flight.Key, out var places) ? places : null,
            })).ToList();
        var causes = PacingCauses.Find([.. known.Select(item => item.Auctions)]).ToDictionary(cause => cause.FlightId);
        return new(asOf,
        [
            .. known.Select(item => Line(item.Flight, item.Auctions.Reading, item.Spend, asOf, causes.GetValueOrDefault(item.Flight.Key)))
                .OrderBy(line => line.Reading.Index ?? double.MaxValue).ThenBy(line => line.Flight.Key),
        ]);
    }

    static PacingLine Line(FlightRecord record, PacingReading reading, IReadOnlyList<DailySpend> spend, DateOnly asOf, PacingCause? cause)
    {
        var flight = record.Flight;
        var hasEnded = flight.Days.Last <= asOf;
        return new(
            record, reading, hasEnded ? null : PacingTargets.ByDay(flight, spend, asOf)[asOf.AddDays(1)],
            PacingTargets.RequiredDailyRate(flight, spend, asOf), hasEnded ? null : SpendForecast.Of(flight, spend, asOf),
            hasEnded ? new(reading.Spend, reading.Budget) : null, cause, spend);
    }

    static FlightAuctions Auctions(FlightRecord flight, List<MetricRow> rows, List<DailySpend> spend, DateOnly asOf, int active)
    {
        var reported = spend.Where(day => day is { Spend: not null, IsPartial: false }).ToList();
        return new(
            flight.Key, flight.Kind, PacingReading.Of(flight.Flight, spend, asOf), Sum(rows, QualityMetrics.Bids), Sum(rows, DeliveryMetrics.Impressions),
            reported.AsEnumerable().Reverse().TakeWhile(day => day.Spend == 0).Count())
        {
            LateDays = reported.TakeWhile(day => day.Spend == 0).Count(),
            Creatives = flight.Creatives,
            ActiveCreatives = active,
        };
    }

    static long Sum(List<MetricRow> rows, Metric metric) => (long)rows.Sum(row => row[metric].AsDecimal ?? 0);

    static (string, string, string) Campaign(MetricRow row) => (row.Key(Dimensions.Platform), row.Key(Dimensions.AccountId), row.Key(Dimensions.CampaignId));

    static (string, string, string) Campaign(FlightRecord flight) => (flight.Platform, flight.AccountId, flight.CampaignId);
}
