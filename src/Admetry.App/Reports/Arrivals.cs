using System.Globalization;
using Admetry.Metrics;
using Admetry.Pacing;
using Admetry.Storage.Warehouse;

namespace Admetry.App.Reports;

/// <summary>What has arrived of which days: what a flight spent on a day, in part or whole, or that nobody knows yet.</summary>
/// <param name="late">Days that were loaded before they were over.</param>
sealed class Arrivals(MetricTable loaded, LateDays late)
{
    // A platform's days after the last of these are not reported yet; days before it without a row spent nothing.
    readonly Dictionary<string, DateOnly> last = loaded.Rows.GroupBy(row => row.Key(Dimensions.Platform))
        .ToDictionary(rows => rows.Key, rows => rows.Max(row => Day(row.Key(Dimensions.Date))));

    /// <param name="rows">The flight's spend by date.</param>
    /// <returns>Each day of the flight up to <paramref name="asOf"/>.</returns>
    public List<DailySpend> Spend(FlightRecord flight, IEnumerable<MetricRow> rows, DateOnly asOf)
    {
        var spent = rows.ToDictionary(row => Day(row.Key(Dimensions.Date)), row => row[CostMetrics.Spend].AsDecimal);
        return [.. flight.Flight.EachDay().Where(day => day <= asOf).Select(day => Spend(flight, day, spent.GetValueOrDefault(day)))];
    }

    DailySpend Spend(FlightRecord flight, DateOnly day, decimal? spent) => spent is { } amount
        ? new(day, amount) { IsPartial = late.Campaigns.Contains((flight.Platform, flight.AccountId, flight.CampaignId, day)) }
        : new(day, day > last.GetValueOrDefault(flight.Platform) || late.Accounts.Contains((flight.Platform, flight.AccountId, day)) ? null : 0);

    static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
