namespace Admetry.Metrics;

/// <summary>The answer to a <see cref="MetricQuery"/>: one row for each combination of keys that has data.</summary>
public sealed partial class MetricTable
{
    readonly IReadOnlyList<Segments<string>> keys;
    readonly IReadOnlyList<MetricColumn> values;
    readonly IReadOnlyList<MetricColumn> previous;
    readonly IReadOnlyList<MetricColumn> second;

    /// <param name="rows">How many rows each column has, the total's among them.</param>
    /// <param name="keys">A column for each key.</param>
    /// <param name="values">A column for each metric.</param>
    /// <param name="previous">Like <paramref name="values"/>; empty where nothing is compared.</param>
    /// <param name="second">Like <paramref name="previous"/>, for the second comparison.</param>
    /// <param name="hasTotal">Whether the last row is the one over everything; its keys are empty.</param>
    /// <exception cref="ArgumentException">The columns do not fit the query, or each other.</exception>
    public MetricTable(
        MetricQuery query, string? currency, int rows, IReadOnlyList<Segments<string>> keys, IReadOnlyList<MetricColumn> values,
        IReadOnlyList<MetricColumn> previous, bool hasTotal = false, IReadOnlyList<MetricColumn>? second = null)
    {
        (Query, Keys, Currency) = (query, query.Keys, currency);
        this.second = second ?? [];
        var (compared, twice) = (query.Comparison is NoComparison ? 0 : values.Count, query.Second is NoComparison ? 0 : values.Count);
        if (keys.Count != Keys.Count || values.Count != Metrics.Count || previous.Count != compared || this.second.Count != twice || (hasTotal && rows == 0)
            || keys.Any(column => column.Count != rows) || values.Concat(previous).Concat(this.second).Any(column => column.Count != rows))
            throw new ArgumentException($"{keys.Count} keys and {values.Count} values do not make {rows} rows of this query.", nameof(rows));

        (this.keys, this.values, this.previous) = (keys, values, previous);
        Rows = new RowList(this, hasTotal ? rows - 1 : rows);
        Total = hasTotal ? new MetricRow(this, rows - 1) : null;
    }

    /// <summary>The question this answers.</summary>
    public MetricQuery Query { get; }

    /// <summary>The columns that name a row, in order.</summary>
    public IReadOnlyList<Dimension> Keys { get; }

    public IReadOnlyList<Metric> Metrics => Query.Metrics;

    public IReadOnlyList<MetricRow> Rows { get; }

    /// <summary>Everything together, computed again from sums; null unless asked for.</summary>
    public MetricRow? Total { get; }

    /// <summary>Of all money in it; null where it holds none, or where currency is one of its keys; <c>""</c>: no source says.</summary>
    public string? Currency { get; }

    /// <summary>The days it is compared with; null where it is not.</summary>
    public DateRange? ComparedWith => Query.Comparison.Against(Query.Days);

    /// <summary>The days it is compared with as well; null where it is not.</summary>
    public DateRange? ComparedSecond => Query.Second.Against(Query.Days);

    internal string KeyAt(int row, int key) => keys[key][row];

    internal MetricValue ValueAt(int row, int metric) => values[metric][row];

    internal MetricValue PreviousAt(int row, int metric) => previous is [] ? default : previous[metric][row];

    internal MetricValue SecondAt(int row, int metric) => second is [] ? default : second[metric][row];

    internal int IndexOf(Metric metric)
    {
        var i = 0;
        while (i < Metrics.Count && Metrics[i].Name != metric.Name)
            i++;
        return i < Metrics.Count ? i : throw new ArgumentException($"{metric.Name} was not asked for.", nameof(metric));
    }

    internal int IndexOf(Dimension dimension)
    {
        var i = 0;
        while (i < Keys.Count && Keys[i] != dimension)
            i++;
        return i < Keys.Count ? i : throw new ArgumentException($"{dimension} is no key of this table.", nameof(dimension));
    }

    sealed class RowList(MetricTable table, int count) : IReadOnlyList<MetricRow>
    {
        public int Count => count;

        public MetricRow this[int index] =>
            (uint)index < (uint)count ? new(table, index) : throw new ArgumentOutOfRangeException(nameof(index));

        public IEnumerator<MetricRow> GetEnumerator()
        {
            for (var i = 0; i < count; i++)
                yield return new(table, i);
        }

        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
    }
}

/// <summary>One row of a <see cref="MetricTable"/>: keys as text, and a value of each metric.</summary>
public readonly record struct MetricRow(MetricTable Table, int Index)
{
    /// <summary>The key in column <paramref name="key"/>, counted from 0.</summary>
    public string Key(int key) => Table.KeyAt(Index, key);

    /// <exception cref="ArgumentException">The table has no such key.</exception>
    public string Key(Dimension dimension) => Key(Table.IndexOf(dimension));

    /// <summary>The value of the metric in column <paramref name="metric"/>, counted from 0.</summary>
    public MetricValue this[int metric] => Table.ValueAt(Index, metric);

    /// <exception cref="ArgumentException">The metric was not asked for.</exception>
    public MetricValue this[Metric metric] => this[Table.IndexOf(metric)];

    /// <summary>The value in the days compared with; null also where nothing is compared.</summary>
    public MetricValue Previous(int metric) => Table.PreviousAt(Index, metric);

    /// <exception cref="ArgumentException">The metric was not asked for.</exception>
    public MetricValue Previous(Metric metric) => Previous(Table.IndexOf(metric));

    /// <summary>The value in the days of the second comparison; null also where there is none.</summary>
    public MetricValue Second(int metric) => Table.SecondAt(Index, metric);

    /// <exception cref="ArgumentException">The metric was not asked for.</exception>
    public MetricValue Second(Metric metric) => Second(Table.IndexOf(metric));

    /// <summary>Value less previous value, in the metric's unit: of a share, in points.</summary>
    public MetricValue Change(int metric) => this[metric].Less(Previous(metric));

    /// <exception cref="ArgumentException">The metric was not asked for.</exception>
    public MetricValue Change(Metric metric) => Change(Table.IndexOf(metric));

    /// <summary>The change as a share of the previous value's size: 0.25 is a quarter more; null over zero.</summary>
    public double? RelativeChange(int metric) => Relative(this[metric], Previous(metric));

    /// <exception cref="ArgumentException">The metric was not asked for.</exception>
    public double? RelativeChange(Metric metric) => RelativeChange(Table.IndexOf(metric));

    /// <summary>The same from the days of the second comparison.</summary>
    public double? RelativeChangeFromSecond(int metric) => Relative(this[metric], Second(metric));

    static double? Relative(MetricValue now, MetricValue before) =>
        before.AsDouble is { } size and not 0 && now.Less(before).AsDouble is { } change ? change / Math.Abs(size) : null;
}
