using Admetry.Statistics;

namespace Admetry.Attribution;

/// <summary>Revenue by the client's books: one client, day and channel, in one currency for all rows.</summary>
/// <param name="Channel">As reported, such as <c>facebook</c>.</param>
public sealed record ChannelRevenue(string Client, DateOnly Day, string Channel, decimal Amount);

/// <summary>What may earn a share: one campaign of a client on a day; web visits have the campaign <c>""</c>.</summary>
/// <param name="Interactions">Clicks, e-mails sent and web sessions together.</param>
public sealed record CreditedRow(string Client, DateOnly Day, string Platform, string Campaign, long Clicks, long Interactions);

/// <summary>A part of a day's channel revenue, and what earned it.</summary>
/// <param name="Row">Null: nothing of that client and channel happened that day, so the part is unattributed.</param>
public sealed record RevenueShare(string Client, DateOnly Day, string Channel, CreditedRow? Row, decimal Amount);

/// <summary>Splits channel revenue over the same client's rows of the matching platform on the same day.</summary>
/// <remarks>
/// In proportion to clicks; where there are none, to interactions; where there are none either, it stays unattributed.
/// So the shares sum to the revenue to the cent whatever the rows are. Joining revenue to rows instead counts it once
/// for each row.
/// </remarks>
public static class RevenueSplit
{
    static readonly Dictionary<string, Platform> Channels = new(StringComparer.OrdinalIgnoreCase)
    {
        ["facebook"] = Platform.Meta, ["email"] = Platform.Email, ["organic"] = Platform.Web,
    };

    /// <summary>The platform that a channel's revenue is credited to; null where the channel names none.</summary>
    public static Platform? PlatformOf(string channel) => Channels.GetValueOrDefault(channel) ?? Platform.Find(channel);

    /// <returns>Ordered by client, day, channel, campaign; the same for any order of the input.</returns>
    public static IReadOnlyList<RevenueShare> Split(IEnumerable<ChannelRevenue> revenue, IEnumerable<CreditedRow> rows)
    {
        var rowsOf = rows.ToLookup(row => (row.Client, row.Day, row.Platform));
        var days =
            from item in revenue
            group item.Amount by (item.Client, item.Day, item.Channel) into day
            orderby day.Key.Client, day.Key.Day, day.Key.Channel
            select (day.Key.Client, day.Key.Day, day.Key.Channel, Amount: day.Sum());
        return
        [
            .. days.SelectMany(day => Share(day.Client, day.Day, day.Channel, day.Amount,
                rowsOf[(day.Client, day.Day, PlatformOf(day.Channel)?.Code ?? "")])),
        ];
    }

    static IEnumerable<RevenueShare> Share(string client, DateOnly day, string channel, decimal amount,
        IEnumerable<CreditedRow> found)
    {
        // Sorted, since what is left over goes to the earlier of equals.
        var rows = found.OrderBy(row => row.Campaign, StringComparer.Ordinal).ThenBy(row => row.Clicks).ThenBy(row =>
            row.Interactions).ToList();
        long[] clicks = [.. rows.Select(row => Math.Max(0, row.Clicks))];
        long[] weights = clicks.Any(count => count > 0) ? clicks : [.. rows.Select(row => Math.Max(0, row.Interactions))];
        if (!weights.Any(weight => weight > 0))
            return [new(client, day, channel, null, amount)];

        return rows.Zip(Apportionment.Split(amount, weights), (row, part) => new RevenueShare(client, day, channel, row, part))
            .Where(share => share.Amount != 0);
    }
}
