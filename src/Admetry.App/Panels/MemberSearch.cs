using Admetry.App.Components;
using Admetry.Metrics;
using Admetry.Storage.Warehouse;

namespace Admetry.App.Panels;

/// <summary>Members of any dimension by a part of their name: those with data on the days asked about, of clients the asker may see.</summary>
public static class MemberSearch
{
    /// <summary>As many as a person will look through.</summary>
    public const int Most = 40;

    /// <summary>Longer texts are cut.</summary>
    public const int LongestText = 100;

    // What makes a member large enough to be shown first; counts, since money may be in several currencies.
    static readonly Metric[] Weights = [DeliveryMetrics.Impressions, DeliveryMetrics.Clicks, EmailMetrics.EmailsSent, WebMetrics.WebSessions];

    /// <param name="text">Ignoring case; empty for the largest members.</param>
    /// <param name="facts">What the asker may know of: clients are found by their names too.</param>
    /// <returns>At most <see cref="Most"/>, the largest first; empty where nothing is known by the dimension.</returns>
    /// <exception cref="System.Data.Common.DbException">The warehouse is unreachable.</exception>
    public static async Task<IReadOnlyList<Choice>> FindAsync(
        MetricReader metrics, Principal principal, WarehouseFacts facts, DateRange days, Dimension dimension, string text, CancellationToken cancel)
    {
        var sought = text.Length > LongestText ? text[..LongestText] : text;
        if (dimension == Dimensions.Client || dimension == Dimensions.Platform)
            return [.. (dimension == Dimensions.Client ? facts.Clients : facts.Platforms)
                .Where(one => Contains(one.Name, sought) || Contains(one.Code, sought)).Take(Most).Select(one => new Choice(one.Code, one.Name))];

        if (Query(principal, days, dimension) is not { } query)
            return [];

        // Parts of time are few and contain no text: they are looked through here.
        var asked = dimension.IsTime || sought is "" ? query : query with { Where = [new(dimension, FilterKind.Contains, [sought])] };
        var found = await metrics.ReadAsync(dimension.IsTime ? asked : asked with { Limit = Most * query.By.Count }, cancel);
        return
        [
            .. found.Rows.Select(row => row.Key(dimension)).Where(key => key is not "").Distinct(StringComparer.Ordinal)
                .Select(key => new Choice(key, MemberName.Of(dimension, key)))
                .Where(choice => !dimension.IsTime || Contains(choice.Value, sought)).Take(Most),
        ];
    }

    /// <returns>Null where no metric is known by the dimension.</returns>
    static MetricQuery? Query(Principal principal, DateRange days, Dimension dimension)
    {
        MetricQuery Asked(IReadOnlyList<Metric> metrics, params IReadOnlyList<Dimension> by) => new() { Principal = principal, Days = days, Metrics = metrics, By = by };
        var counted = Asked([.. Weights.Where(metric => MetricSql.Reasons(Asked([metric], dimension)) is [])], dimension);
        // Actions are told apart by kind and window together; the books' own dimensions are known by money, each in its currency.
        MetricQuery[] ways = [counted, Asked([ConversionMetrics.ActionCount], Dimensions.ActionType, Dimensions.AttributionWindow), Asked([RevenueMetrics.ClientRevenue], dimension, Dimensions.Currency), Asked([RevenueMetrics.ClientRevenue], dimension)];
        return ways.FirstOrDefault(way => way.By.Contains(dimension) && MetricSql.Reasons(way) is []);
    }

    static bool Contains(string name, string text) => name.Contains(text, StringComparison.OrdinalIgnoreCase);
}
