using Admetry.App.Components;
using Admetry.Metrics;

namespace Admetry.App.Pages;

/// <summary>Campaigns with their numbers: the largest ten, Other, and the total in which ratios are computed again.</summary>
static class CampaignTable
{
    public const int Most = 10;

    /// <summary>As many as a page can hold and a person will scroll through.</summary>
    public const int MostOfAll = 1000;

    public static IReadOnlyList<Metric> Metrics { get; } =
    [
        CostMetrics.Spend, DeliveryMetrics.Impressions, DeliveryMetrics.Clicks, DeliveryMetrics.Ctr, CostMetrics.Cpc, ConversionMetrics.Conversions,
    ];

    public static IReadOnlyList<Dimension> Keys { get; } = [Dimensions.Campaign, Dimensions.CampaignId, Dimensions.Platform];

    public static Metric SortedBy(ViewState state) => Metrics.FirstOrDefault(metric => metric.Name == state.Sort) ?? Metrics[0];

    /// <param name="table">At most <see cref="MostOfAll"/> campaigns, sorted, with their total.</param>
    public static CampaignsModel Of(MetricTable table, ViewState state, string path, IReadOnlyDictionary<string, string> platforms)
    {
        var sorted = SortedBy(state);
        var isCompared = table.ComparedWith is not null;
        var rows = table.Rows.Take(state.AllRows ? MostOfAll : Most).ToList();
        var longest = rows.Max(row => row[CostMetrics.Spend].AsDouble) ?? 0;
        List<TableRow> lines = [.. rows.Select(row => Line(row, rows, longest, isCompared, state, path, platforms))];
        var hidden = table.Rows.Count - rows.Count;
        var more = table.Rows.Count == MostOfAll ? " and more" : "";
        if (hidden > 0 || more is not "")
            lines.Add(new([new($"Other ({hidden}{more})"), .. Remainder(table, rows, isCompared)], IsTotal: true));
        if (table.Total is { } total && rows.Count > 1)
        {
            var numbers = Numbers(metric => total[metric], metric => total.Previous(metric), null, isCompared, table.Currency);
            lines.Add(new([new("Total"), .. numbers], IsTotal: true));
        }

        return new(Columns(sorted, isCompared, state, path), lines, hidden, rows is []);
    }

    static IReadOnlyList<TableColumn> Columns(Metric sorted, bool isCompared, ViewState state, string path) =>
    [
        new("Campaign"),
        .. Metrics.SelectMany(metric =>
        {
            var link = (state with { Sort = metric == Metrics[0] ? null : metric.Name }).At(path) + "#campaigns";
            var column = new TableColumn(metric.Title, IsNumeric: true, link, metric == sorted);
            return metric == CostMetrics.Spend && isCompared ? [column, new("Change", IsNumeric: true)] : new[] { column };
        }),
    ];

    static TableRow Line(
        MetricRow row, List<MetricRow> rows, double longest, bool isCompared, ViewState state, string path,
        IReadOnlyDictionary<string, string> platforms)
    {
        var (name, id, platform) = (row.Key(Dimensions.Campaign), row.Key(Dimensions.CampaignId), row.Key(Dimensions.Platform));
        var isAlone = rows.Count(other => other.Key(Dimensions.Campaign) == name) == 1;
        var filtered = isAlone || id is "" ? state.Only(Dimensions.Campaign, name) : state.Only(Dimensions.CampaignId, id);
        return new(
        [
            new(name is "" ? "Unnamed" : name, Link: filtered.At(path), Note: platforms.GetValueOrDefault(platform, platform)),
            .. Numbers(metric => row[metric], metric => row.Previous(metric), longest, isCompared, row.Table.Currency),
        ]);
    }

    static IEnumerable<TableCell> Numbers(
        Func<Metric, MetricValue> now, Func<Metric, MetricValue> before, double? longest, bool isCompared, string? currency)
    {
        foreach (var metric in Metrics)
        {
            var value = now(metric);
            var bar = metric == CostMetrics.Spend && longest is > 0 ? value.AsDouble / longest : null;
            yield return new(NumberFormat.Full(value, metric.Unit, currency), bar);
            if (metric == CostMetrics.Spend && isCompared)
                yield return Delta.Between(value, before(metric), metric, currency) is { } delta
                    ? new(delta.Percent ?? delta.Absolute, Tone: delta.Tone)
                    : new(NumberFormat.Nothing);
        }
    }

    /// <summary>What the rows leave of the total: sums by difference, ratios by their definition from those.</summary>
    static IEnumerable<TableCell> Remainder(MetricTable table, List<MetricRow> rows, bool isCompared) => Numbers(
        metric => Rest(metric, table, rows, (row, part) => row[part]), metric => Rest(metric, table, rows, (row, part) => row.Previous(part)),
        null, isCompared, table.Currency);

    static MetricValue Rest(Metric metric, MetricTable table, List<MetricRow> rows, Func<MetricRow, Metric, MetricValue> value)
    {
        if (metric is Ratio ratio)
            return Rest(ratio.Denominator, table, rows, value).AsDouble is { } under and not 0
                && Rest(ratio.Numerator, table, rows, value).AsDouble is { } over
                ? MetricValue.Number(ratio.Scale * over / under)
                : MetricValue.Null;

        var total = value(table.Total!.Value, metric);
        return rows.Select(row => value(row, metric)).Where(part => !part.IsNull).Aggregate(total, (rest, part) => rest.Less(part));
    }
}
