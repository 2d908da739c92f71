using Admetry.Synthetic.Acme;

namespace Admetry.Tests.Synthetic;

/// <summary>What every campaign did on every day, as a reader of the log sees it.</summary>
public sealed class AcmeCells
{
    readonly AcmeWorld world;
    readonly int[] firsts;
    readonly HashSet<(int, int, long)> seen = [];
    int seenCell = -1;

    public AcmeCells(AcmeWorld world)
    {
        this.world = world;
        Days = [.. world.Entities.Campaigns.Select(campaign => new AcmeCell[campaign.LastDelivery.DayNumber - campaign.Start.DayNumber + 1])];
        foreach (var days in Days)
            for (var i = 0; i < days.Length; i++)
                days[i] = new();
        firsts = [.. world.Entities.Campaigns.Select(campaign => campaign.Start.DayNumber)];
    }

    /// <summary>By campaign and day of its flight.</summary>
    public AcmeCell[][] Days { get; }

    /// <summary>By campaign, the day of its flight a date is.</summary>
    public int Index(int campaign, DateOnly day) => day.DayNumber - firsts[campaign - 1];

    public void Take(AuctionBatch batch)
    {
        for (var i = 0; i < batch.Count; i++)
            Take(batch, i);
        for (var i = 0; i < batch.Clicks.Count; i++)
            Cell(batch.Campaign[batch.Clicks.Row[i]], AcmeParameters.First.AddDays(world.Plan.Day(batch.Cell[batch.Clicks.Row[i]])))!.Clicks++;
        for (var i = 0; i < batch.Conversions.Count; i++)
            if (Cell(batch.Campaign[batch.Conversions.Row[i]], DateOnly.FromDateTime(DateTime.UnixEpoch).AddDays((int)(batch.Conversions.At[i] / 86_400_000_000))) is { } cell)
            {
                cell.Conversions++;
                cell.Purchases += batch.Conversions.Value[i] > 0 ? 1 : 0;
                cell.Value += batch.Conversions.Value[i] * 0.000001;
            }
    }

    void Take(AuctionBatch batch, int i)
    {
        if (batch.Cell[i] != seenCell)
        {
            seenCell = batch.Cell[i];
            seen.Clear();
        }

        var cell = Cell(batch.Campaign[i], AcmeParameters.First.AddDays(world.Plan.Day(batch.Cell[i])))!;
        cell.Bids++;
        cell.Hours[(int)(batch.At[i] / 3_600_000_000L % 24)]++;
        cell.Repeated += seen.Add((batch.User[i], batch.Bid[i], batch.At[i])) ? 0 : 1;
        if (batch.Win[i] == AuctionBatch.None)
            return;

        cell.Wins++;
        cell.Media += (double)batch.Win[i] * world.Parameters.Weight * 0.000001;
        cell.Invalid += (batch.Flags[i] & AuctionBatch.Sivt) != 0 ? 1 : 0;
    }

    // A conversion may come after the flight's last day.
    AcmeCell? Cell(int campaign, DateOnly day) => Index(campaign, day) is var place && place < Days[campaign - 1].Length ? Days[campaign - 1][place] : null;
}

/// <summary>A campaign's day.</summary>
public sealed class AcmeCell
{
    public int Bids { get; set; }
    public int Wins { get; set; }
    public double Media { get; set; }
    public int Invalid { get; set; }
    public int Clicks { get; set; }

    /// <summary>Auctions that equal an earlier one of the day in time, person and bid.</summary>
    public int Repeated { get; set; }
    public int Conversions { get; set; }
    public int Purchases { get; set; }

    /// <summary>US dollars.</summary>
    public double Value { get; set; }

    /// <summary>Auctions by hour.</summary>
    public int[] Hours { get; } = new int[24];
}
