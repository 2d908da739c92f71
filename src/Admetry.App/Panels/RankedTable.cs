using Admetry.App.Components;
using Admetry.Metrics;

namespace Admetry.App.Panels;

/// <summary>Members of a dimension with their numbers: the largest ten, Other, and the total in which ratios are computed again.</summary>
sealed class RankedTable(TablePanel panel, PageQuestion page)
{
    public const int Most = 10;

    /// <summary>As many as a page can hold and a person will scroll through.</summary>
    public const int MostOfAll = 1000;

    IReadOnlyList<Metric> Metrics => panel.Metrics;

    Metric First => panel.Metrics[0];

    Dimension Named => panel.Keys[0];

    /// <summary>What is asked of the catalogue.</summary>
    public MetricQuery Question => page.Ask(page.Covered, [.. Metrics.Concat(Metrics.SelectMany(Parts)).Distinct()]) with
    {
        By = panel.Keys,
        OrderBy = [new(Sorted.Name, Descending: true)],
        Limit = MostOfAll,
        Totals = true,
        Comparison = page.Comparison,
        Second = page.Second,
    };

    /// <summary>What a ratio of the row Other is computed from.</summary>
    static IEnumerable<Metric> Parts(Metric metric) => metric is Ratio ? metric.Parts.SelectMany(part => Parts(part).Prepend(part)) : [];

    Metric Sorted => Metrics.FirstOrDefault(metric => metric.Name == page.State.Sort) ?? First;

    /// <param name="table">The answer to <see cref="Question"/>.</param>
    public RankedModel Of(MetricTable table)
    {
        var rows = table.Rows.Take(page.State.AllRows ? MostOfAll : Most).ToList();
        var longest = rows.Max(row => row[First].AsDouble) ?? 0;
        List<TableRow> lines = [.. rows.Select(row => Line(row, rows, longest))];
        var hidden = table.Rows.Count - rows.Count;
        var more = table.Rows.Count == MostOfAll ? " and more" : "";
        if (hidden > 0 || more is not "")
            lines.Add(new([new($"Other ({hidden}{more})"), .. Remainder(table, rows)], IsTotal: true));
        if (table.Total is { } total && rows.Count > 1)
        {
            var numbers = Numbers(metric => total[metric], metric => total.Previous(metric), metric => total.Second(metric), null, table);
            lines.Add(new([new("Total"), .. numbers], IsTotal: true));
        }

        return new(Columns(table), lines, hidden, rows is []) { Remark = Named == Dimensions.Creative ? "Exports name creatives and do not show them: a frame stands for each picture." : null };
    }

    IReadOnlyList<TableColumn> Columns(MetricTable table) =>
    [
        new(Named.Title),
        .. Metrics.SelectMany(metric =>
        {
            var link = (page.State with { Sort = metric == First ? null : metric.Name }).At(page.Path) + $"#{panel.Id}";
            var column = new TableColumn(metric.Title, IsNumeric: true, link, metric == Sorted);
            return metric != First || table.ComparedWith is not { } before ? [column]
                : table.ComparedSecond is not { } second ? new[] { column, new("Change", IsNumeric: true) }
                : [column, new($"From {NumberFormat.Days(before)}", IsNumeric: true), new($"From {NumberFormat.Days(second)}", IsNumeric: true)];
        }),
    ];

    TableRow Line(MetricRow row, List<MetricRow> rows, double longest)
    {
        var (name, id) = (row.Key(Named), panel.Keys.Count > 1 ? row.Key(panel.Keys[1]) : "");
        var isAlone = rows.Count(other => other.Key(Named) == name) == 1;
        var (by, key) = isAlone || id is "" ? (Named, name) : (panel.Keys[1], id);
        string?[] notes = [panel.Keys.Count > 2 ? page.NameOf(panel.Keys[2], row.Key(panel.Keys[2])) : null, page.Notes.On(Named, name), id is "" ? null : page.Notes.On(panel.Keys[1], id)];
        var note = string.Join(" · ", notes.Where(text => text is { Length: > 0 }));
        return new(
        [
            new(name is "" ? "Unnamed" : page.NameOf(Named, name), Link: Detail(by, key) ?? page.State.Only(by, key).At(page.Path), Note: note is "" ? null : note, Unseen: Unseen(row)),
            .. Numbers(metric => row[metric], metric => row.Previous(metric), metric => row.Second(metric), longest, row.Table),
        ])
        {
            Menu = page.MenuOf(by, key, row.Table.Query),
        };
    }

    /// <summary>Of creatives alone, which exports name and do not show.</summary>
    string? Unseen(MetricRow row) => Named != Dimensions.Creative ? null : panel.Keys.Contains(Dimensions.Format) ? page.NameOf(Dimensions.Format, row.Key(Dimensions.Format)) : "Creative";

    /// <summary>Where a member has a page of its own.</summary>
    string? Detail(Dimension by, string key) => by == Dimensions.Campaign || by == Dimensions.CampaignId
        ? page.State.Only(by, key).At("/campaign") : null;

    IEnumerable<TableCell> Numbers(
        Func<Metric, MetricValue> now, Func<Metric, MetricValue> before, Func<Metric, MetricValue> second, double? longest, MetricTable table)
    {
        foreach (var metric in Metrics)
        {
            var value = now(metric);
            var bar = metric == First && longest is > 0 ? value.AsDouble / longest : null;
            yield return new(NumberFormat.Full(value, metric.Unit, table.Currency), bar);
            if (metric == First && table.ComparedWith is not null)
                yield return Change(value, before(metric), metric, table);
            if (metric == First && table.ComparedSecond is not null)
                yield return Change(value, second(metric), metric, table);
        }
    }

    static TableCell Change(MetricValue value, MetricValue before, Metric metric, MetricTable table) =>
        Delta.Between(value, before, metric, table.Currency) is { } delta ? new(delta.Percent ?? delta.Absolute, Tone: delta.Tone) : new(NumberFormat.Nothing);

    /// <summary>What the rows leave of the total: sums by difference, ratios by their definition from those.</summary>
    IEnumerable<TableCell> Remainder(MetricTable table, List<MetricRow> rows) => Numbers(
        metric => Rest(metric, table, rows, (row, part) => row[part]), metric => Rest(metric, table, rows, (row, part) => row.Previous(part)),
        metric => Rest(metric, table, rows, (row, part) => row.Second(part)), null, table);

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
