namespace Admetry.Metrics;

/// <summary>The values of one metric, row after row, each held as what it is: a count or a ratio in 8 bytes, an amount in 16.</summary>
/// <param name="holds">What every value is that is not null.</param>
public sealed class MetricColumn(ValueKind holds)
{
    readonly Segments<long> counts = new();
    readonly Segments<decimal> exacts = new();
    readonly Segments<double> numbers = new();
    Segments<bool>? nulls;

    public int Count { get; private set; }

    /// <exception cref="ArgumentOutOfRangeException">There are no so many rows.</exception>
    public MetricValue this[int row] => nulls is not null && nulls[row] ? MetricValue.Null : holds switch
    {
        ValueKind.Count => MetricValue.Count(counts[row]),
        ValueKind.Exact => MetricValue.Exact(exacts[row]),
        _ => MetricValue.Number(numbers[row]),
    };

    /// <param name="isNull">Whether the row has no value; <paramref name="value"/> is then of no account.</param>
    public void Add(long value, bool isNull)
    {
        counts.Add(value);
        Mark(isNull);
    }

    /// <inheritdoc cref="Add(long, bool)"/>
    public void Add(decimal value, bool isNull)
    {
        exacts.Add(value);
        Mark(isNull);
    }

    /// <inheritdoc cref="Add(long, bool)"/>
    public void Add(double value, bool isNull)
    {
        numbers.Add(value);
        Mark(isNull);
    }

    /// <summary>Many rows, each with a value.</summary>
    public void Add(ReadOnlySpan<long> values)
    {
        counts.Add(values);
        Mark(values.Length);
    }

    /// <summary>Many rows, each with a value.</summary>
    public void Add(ReadOnlySpan<double> values)
    {
        numbers.Add(values);
        Mark(values.Length);
    }

    /// <returns>The values of these rows, in their order.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There are no so many rows.</exception>
    public MetricColumn Pick(IEnumerable<int> rows)
    {
        var picked = new MetricColumn(holds);
        foreach (var row in rows)
        {
            var isNull = nulls is not null && nulls[row];
            if (holds is ValueKind.Count)
                picked.Add(counts[row], isNull);
            else if (holds is ValueKind.Exact)
                picked.Add(exacts[row], isNull);
            else
                picked.Add(numbers[row], isNull);
        }

        return picked;
    }

    void Mark(int rows)
    {
        Count += rows;
        if (nulls is not null)
            Pad();
    }

    void Mark(bool isNull)
    {
        if (isNull && nulls is null)
        {
            nulls = new();
            Pad();
        }

        Count++;
        nulls?.Add(isNull);
    }

    void Pad()
    {
        while (nulls!.Count < Count)
            nulls.Add(false);
    }
}
