using System.Globalization;

namespace Admetry.Metrics;

/// <summary>One number of an answer: a count (long), an exact amount (decimal), a ratio (double), or null: nothing to say.</summary>
public readonly record struct MetricValue
{
    readonly decimal exact;
    readonly double number;
    readonly ValueKind kind;

    MetricValue(ValueKind kind, decimal exact, double number) => (this.kind, this.exact, this.number) = (kind, exact, number);

    public static MetricValue Null => default;

    public static MetricValue Count(long count) => new(ValueKind.Count, count, 0);

    public static MetricValue Exact(decimal amount) => new(ValueKind.Exact, amount, 0);

    public static MetricValue Number(double number) => new(ValueKind.Number, 0, number);

    public ValueKind Kind => kind;

    public bool IsNull => kind is ValueKind.Null;

    /// <summary>A count or an exact amount as it is, a ratio rounded to what a decimal holds.</summary>
    public decimal? AsDecimal => kind switch
    {
        ValueKind.Null => null,
        ValueKind.Number => (decimal)number,
        _ => exact,
    };

    /// <summary>Any kind as a double, for charts and statistics.</summary>
    public double? AsDouble => kind switch
    {
        ValueKind.Null => null,
        ValueKind.Number => number,
        _ => (double)exact,
    };

    /// <summary>The value less <paramref name="previous"/>, of the value's own kind; null where either is.</summary>
    public MetricValue Less(MetricValue previous) => (kind, previous.kind) switch
    {
        (ValueKind.Null, _) or (_, ValueKind.Null) => Null,
        (ValueKind.Number, _) or (_, ValueKind.Number) => Number(AsDouble!.Value - previous.AsDouble!.Value),
        _ => new(kind, exact - previous.exact, 0),
    };

    /// <summary>Invariant text with every digit and no needless zero; empty for null. The same digits on every surface.</summary>
    public override string ToString() => kind switch
    {
        ValueKind.Null => "",
        ValueKind.Number => number.ToString("R", CultureInfo.InvariantCulture),
        _ => exact.ToString("0.############", CultureInfo.InvariantCulture),
    };
}

/// <summary>How a <see cref="MetricValue"/> holds its number.</summary>
public enum ValueKind : byte { Null, Count, Exact, Number }
