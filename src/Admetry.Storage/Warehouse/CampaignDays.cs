using System.Numerics;
using System.Runtime.InteropServices;

namespace Admetry.Storage.Warehouse;

/// <summary>Counts what a staged part covers from what was noted while rows streamed by, without a question to the engine.</summary>
static class CampaignDays
{
    /// <summary>The days of campaigns that are staged, totals of accounts aside; null where only the staged rows can tell.</summary>
    public static long? Count(StagedRows staged)
    {
        if (staged.Breakdowns.Count != 1 || staged.Tally("stg_delivery").Days is not { } entities)
            return null;

        var days = new Dictionary<(long Campaign, int Block), ulong>();
        foreach (var (entity, block, bits) in entities)
            CollectionsMarshal.GetValueRefOrAddDefault(days, (staged.Campaigns[entity], block), out _) |= bits;
        return days.Where(pair => pair.Key.Campaign != 0).Sum(pair => (long)BitOperations.PopCount(pair.Value));
    }
}
