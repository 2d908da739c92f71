namespace Admetry.Synthetic.Acme;

/// <summary>What a campaign came to on a day, as the warehouse's facts have it. Money is in micros.</summary>
/// <param name="Campaign">Its number.</param>
/// <param name="Clicks">Of that day, whenever their impressions were; like conversions.</param>
/// <param name="Conversions">Those that nobody can trace back too.</param>
public sealed record PlatformDay(int Campaign, DateOnly Day, long Media, long Impressions, long Clicks, long Conversions, long Value);

/// <summary>Adds up the last days of a company by campaign and day, without a warehouse.</summary>
public static class PlatformDays
{
    const int BatchRows = 8_192;
    const int LongestLag = 31; // a conversion comes thirty days after its click at most, and that on the next day
    const long DayMicros = 86_400_000_000;

    /// <param name="first">The first of the days; they go to the end of the data.</param>
    /// <returns>In order of campaigns and days; days of nothing have none.</returns>
    public static IReadOnlyList<PlatformDay> Of(AcmeWorld world, DateOnly first)
    {
        var sums = new SortedDictionary<(int Campaign, DateOnly Day), long[]>();
        var cell = 0;
        while (cell < world.Plan.Cells && AcmeParameters.First.AddDays(world.Plan.Day(cell)) < first.AddDays(-LongestLag))
            cell++;
        var batch = new AuctionBatch(BatchRows);
        for (var row = world.Plan.Start(cell); row < world.Plan.Rows; row += BatchRows)
        {
            world.Fill(batch, row, (int)Math.Min(BatchRows, world.Plan.Rows - row));
            Take(world, batch, (campaign, day) => Sums(sums, campaign, day));
        }

        return [.. sums.Where(pair => pair.Key.Day >= first).Select(pair => new PlatformDay(
            pair.Key.Campaign, pair.Key.Day, pair.Value[0], pair.Value[1], pair.Value[2], pair.Value[3], pair.Value[4]))];
    }

    static void Take(AcmeWorld world, AuctionBatch batch, Func<int, DateOnly, long[]> sums)
    {
        for (var i = 0; i < batch.Count; i++)
            if (batch.Win[i] != AuctionBatch.None)
            {
                var sum = sums(batch.Campaign[i], Day(batch.At[i]));
                sum[0] += (long)batch.Win[i] * world.Parameters.Weight;
                sum[1] += world.Parameters.Weight;
            }

        for (var i = 0; i < batch.Clicks.Count; i++)
            sums(batch.Campaign[batch.Clicks.Row[i]], Day(batch.Clicks.At[i]))[2]++;
        for (var i = 0; i < batch.Conversions.Count; i++)
        {
            var sum = sums(batch.Campaign[batch.Conversions.Row[i]], Day(batch.Conversions.At[i]));
            sum[3]++;
            sum[4] += batch.Conversions.Value[i];
        }
    }

    static long[] Sums(SortedDictionary<(int, DateOnly), long[]> sums, int campaign, DateOnly day)
    {
        if (!sums.TryGetValue((campaign, day), out var found))
            sums.Add((campaign, day), found = new long[5]);
        return found;
    }

    static DateOnly Day(long micros) => DateOnly.FromDateTime(DateTime.UnixEpoch).AddDays((int)(micros / DayMicros));
}
