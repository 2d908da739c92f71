using Admetry.Metrics;

namespace Admetry.App.Api;

/// <summary>The answer to a <see cref="QueryRequest"/>.</summary>
/// <param name="Days">The days asked for.</param>
/// <param name="ComparedWith">The days compared with; null where nothing is.</param>
/// <param name="ComparedSecond">The days of the second comparison; null where there is none.</param>
/// <param name="Currency">Of all money in it, ISO 4217; null where it holds none or currency is a key; "" where no source says.</param>
/// <param name="Columns">What the keys and values are, in order.</param>
/// <param name="Total">Everything together, computed again from sums; null unless asked for.</param>
public sealed record QueryAnswer(
    DaysAnswer Days, DaysAnswer? ComparedWith, DaysAnswer? ComparedSecond, string? Currency, IReadOnlyList<ColumnAnswer> Columns, IReadOnlyList<RowAnswer> Rows,
    RowAnswer? Total)
{
    public static QueryAnswer Of(MetricTable table) => new(
        DaysAnswer.Of(table.Query.Days), table.ComparedWith is { } before ? DaysAnswer.Of(before) : null,
        table.ComparedSecond is { } second ? DaysAnswer.Of(second) : null, table.Currency,
        [
            .. table.Keys.Select(key => new ColumnAnswer(key.Name, key.Title, "key", null)),
            .. table.Metrics.Select(metric => new ColumnAnswer(metric.Name, metric.Title, "value", metric.Unit)),
        ],
        [.. table.Rows.Select(row => RowAnswer.Of(row, table.Keys))],
        table.Total is { } total ? RowAnswer.Of(total, []) : null);
}

/// <summary>Days, both ends included.</summary>
public sealed record DaysAnswer(DateOnly From, DateOnly To)
{
    internal static DaysAnswer Of(DateRange days) => new(days.First, days.Last);
}

/// <summary>A column of an answer.</summary>
/// <param name="Kind">key or value.</param>
/// <param name="Unit">Of values; null for keys.</param>
public sealed record ColumnAnswer(string Name, string Title, string Kind, Unit? Unit);

/// <summary>One row. Keys are text, ids among them; a value that was not reported is null.</summary>
/// <param name="Previous">The values on the days compared with; null where nothing is compared.</param>
/// <param name="Change">Value less previous value, in the metric's unit: of a share, in points of 0 to 1.</param>
/// <param name="Second">The values on the days of the second comparison; null where there is none.</param>
/// <param name="SecondChange">Value less that value.</param>
public sealed record RowAnswer(
    IReadOnlyDictionary<string, string> Keys, IReadOnlyDictionary<string, MetricValue> Values,
    IReadOnlyDictionary<string, MetricValue>? Previous, IReadOnlyDictionary<string, MetricValue>? Change,
    IReadOnlyDictionary<string, MetricValue>? Second, IReadOnlyDictionary<string, MetricValue>? SecondChange)
{
    internal static RowAnswer Of(MetricRow row, IReadOnlyList<Dimension> keys)
    {
        var metrics = row.Table.Metrics;
        var (isCompared, isTwice) = (row.Table.ComparedWith is not null, row.Table.ComparedSecond is not null);
        return new(
            keys.ToDictionary(key => key.Name, key => row.Key(key)),
            metrics.ToDictionary(metric => metric.Name, metric => row[metric]),
            isCompared ? metrics.ToDictionary(metric => metric.Name, metric => row.Previous(metric)) : null,
            isCompared ? metrics.ToDictionary(metric => metric.Name, metric => row.Change(metric)) : null,
            isTwice ? metrics.ToDictionary(metric => metric.Name, metric => row.Second(metric)) : null,
            isTwice ? metrics.ToDictionary(metric => metric.Name, metric => row[metric].Less(row.Second(metric))) : null);
    }
}
