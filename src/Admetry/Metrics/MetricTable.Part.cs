namespace Admetry.Metrics;

public sealed partial class MetricTable
{
    /// <summary>The answer to a question that asks for a part of this one's: some of its metrics, in an order of their own, perhaps fewer rows, no total, no comparison.</summary>
    /// <remarks>Rows without any value of the metrics asked for are left out; equal values keep the order that rows have here.</remarks>
    /// <param name="query">Of the same keys, days, filters and reader; it sorts by metrics of its own, or not at all.</param>
    /// <param name="currency">Of the money in it; null where it asks for none.</param>
    /// <exception cref="ArgumentException">It asks for something that is not here.</exception>
    public MetricTable Part(MetricQuery query, string? currency)
    {
        var (isCompared, isTwice) = (query.Comparison is not NoComparison, query.Second is not NoComparison);
        if (!query.Keys.SequenceEqual(Keys) || query.Days != Query.Days || (query.Totals && Total is null)
            || (isCompared && query.Comparison != Query.Comparison) || (isTwice && query.Second != Query.Second))
            throw new ArgumentException("The question is no part of the one that was answered.", nameof(query));

        var columns = query.Metrics.Select(IndexOf).ToList();
        var rows = Enumerable.Range(0, Rows.Count);
        if (Keys.Count > 0)
            rows = rows.Where(row => columns.Any(column =>
                !ValueAt(row, column).IsNull || (isCompared && !PreviousAt(row, column).IsNull) || (isTwice && !SecondAt(row, column).IsNull)));
        List<int> picked = [.. Sorted(rows, query).Take(query.Limit ?? int.MaxValue), .. query.Totals ? [Rows.Count] : Array.Empty<int>()];
        return new(query, currency, picked.Count, [.. keys.Select(column => Picked(column, picked))], Columns(values, true), Columns(previous, isCompared), query.Totals, Columns(second, isTwice));

        List<MetricColumn> Columns(IReadOnlyList<MetricColumn> side, bool isAsked) => isAsked ? [.. columns.Select(column => side[column].Pick(picked))] : [];
    }

    IEnumerable<int> Sorted(IEnumerable<int> rows, MetricQuery query)
    {
        var orders = query.OrderBy is [] && !Keys.Any(key => key.IsTime) ? [new Order(query.Metrics[0].Name, Descending: true)] : query.OrderBy;
        IOrderedEnumerable<int>? sorted = null;
        foreach (var order in orders)
        {
            var column = IndexOf(query.Metrics.FirstOrDefault(metric => metric.Name == order.Name)
                ?? throw new ArgumentException($"{order.Name} is no metric of the question.", nameof(query)));
            MetricValue Value(int row) => order.Of switch
            {
                OrderOf.Previous => PreviousAt(row, column),
                OrderOf.Change => ValueAt(row, column).Less(PreviousAt(row, column)),
                _ => ValueAt(row, column),
            };
            sorted = sorted is null ? rows.OrderBy(row => Value(row).IsNull) : sorted.ThenBy(row => Value(row).IsNull);
            sorted = order.Descending ? sorted.ThenByDescending(Value, BySize) : sorted.ThenBy(Value, BySize);
        }

        return sorted ?? rows;
    }

    static Comparer<MetricValue> BySize { get; } = Comparer<MetricValue>.Create((one, other) =>
        one.Kind is ValueKind.Count or ValueKind.Exact && other.Kind is ValueKind.Count or ValueKind.Exact
            ? Nullable.Compare(one.AsDecimal, other.AsDecimal) : Nullable.Compare(one.AsDouble, other.AsDouble));

    static Segments<string> Picked(Segments<string> column, List<int> rows)
    {
        var picked = new Segments<string>();
        foreach (var row in rows)
            picked.Add(column[row]);
        return picked;
    }
}
