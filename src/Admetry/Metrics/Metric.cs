namespace Admetry.Metrics;

/// <summary>A number the business watches, defined once and compiled to SQL wherever it is asked for.</summary>
/// <remarks>The kinds are closed: <see cref="Total"/>, <see cref="Ratio"/>, <see cref="Difference"/>, <see cref="Weighted"/>,
/// <see cref="Distinct"/> and <see cref="ToDate"/>. A value is null where nothing was reported, and where a ratio divides by nothing.</remarks>
/// <param name="Name">What queries, the API and CSV headers call it: lower case, snake case, stable for ever.</param>
/// <param name="Title">What people read.</param>
/// <param name="Unit">How it is formatted.</param>
/// <param name="Better">Which way is good news, so a change can be coloured.</param>
public abstract record Metric(string Name, string Title, Unit Unit, Better Better)
{
    /// <summary>What it means, in one sentence.</summary>
    public required string Definition { get; init; }

    /// <summary>Who defines it so: a guideline, or what reports it.</summary>
    public string Source { get; init; } = "What the platform reports";

    /// <summary>The metrics it is computed from; empty for what the warehouse stores.</summary>
    public abstract IReadOnlyList<Metric> Parts { get; }

    /// <summary>How it is computed, in the names of its parts.</summary>
    public abstract string Formula { get; }

    /// <summary>How its values are held: totals exactly, ratios as doubles.</summary>
    public abstract ValueKind Holds { get; }

    /// <summary>Whether values along <paramref name="dimension"/> may be added into one that still means something.</summary>
    public abstract bool AddsAlong(Dimension dimension);

    /// <summary>This metric, or all that it is computed from, down to what the warehouse stores.</summary>
    public IEnumerable<Metric> Leaves => Parts is [] ? [this] : Parts.SelectMany(part => part.Leaves);

    /// <summary>Whether its digits depend on a currency.</summary>
    public bool UsesMoney => Unit is Unit.Money || Leaves.Any(leaf => leaf.Unit is Unit.Money);

    private protected static ValueKind Widest(IEnumerable<Metric> parts) => parts.Max(part => part.Holds);
}

/// <summary>A sum of one measure over rows of whichever fact carries it with the dimensions asked for.</summary>
/// <remarks>It adds along every dimension, but actions, whose windows contain each other and whose types repeat each other.</remarks>
public sealed record Total(string Name, string Title, Unit Unit, Better Better, Measure Measure) : Metric(Name, Title, Unit, Better)
{
    public override IReadOnlyList<Metric> Parts => [];

    public override string Formula => $"sum of {Measure.Name}";

    public override ValueKind Holds => Measure.Kind is MeasureKind.Count ? ValueKind.Count : ValueKind.Exact;

    public override bool AddsAlong(Dimension dimension) =>
        !(Measure.IsNested && (dimension == Dimensions.ActionType || dimension == Dimensions.AttributionWindow));
}

/// <summary>Scale × numerator ÷ denominator, divided after summing, as a double; null where the denominator is zero or not reported.</summary>
/// <remarks>Where both parts are totals of one fact, only rows that report both are summed: what one source leaves out bends no ratio.</remarks>
public sealed record Ratio(
    string Name, string Title, Unit Unit, Better Better, Metric Numerator, Metric Denominator, int Scale = 1)
    : Metric(Name, Title, Unit, Better)
{
    public override IReadOnlyList<Metric> Parts => [Numerator, Denominator];

    public override string Formula => $"{(Scale == 1 ? "" : $"{Scale} × ")}{Numerator.Name} ÷ {Denominator.Name}";

    public override ValueKind Holds => ValueKind.Number;

    public override bool AddsAlong(Dimension dimension) => false;
}

/// <summary>Minuend less each subtrahend, in the minuend's unit; null where one of them is not reported.</summary>
public sealed record Difference(
    string Name, string Title, Unit Unit, Better Better, Metric Minuend, IReadOnlyList<Metric> Subtrahends)
    : Metric(Name, Title, Unit, Better)
{
    public override IReadOnlyList<Metric> Parts => [Minuend, .. Subtrahends];

    public override string Formula => string.Join(" − ", Parts.Select(part => part.Name));

    public override ValueKind Holds => Widest(Parts);

    public override bool AddsAlong(Dimension dimension) => Parts.All(part => part.AddsAlong(dimension));
}

/// <summary>A sum of totals, each times a fixed weight: clicks + e-mails + sessions, or 50 for a purchase and 5 for a lead.</summary>
/// <remarks>
/// The totals may come from different facts, and what is not reported counts nothing; it is null only where none is reported. Where
/// the unit is money and the part is a count, the weight is money in the account's currency.
/// </remarks>
public sealed record Weighted(string Name, string Title, Unit Unit, Better Better, IReadOnlyList<Term> Terms)
    : Metric(Name, Title, Unit, Better)
{
    public override IReadOnlyList<Metric> Parts => [.. Terms.Select(term => term.Metric)];

    public override string Formula => string.Join(" + ", Terms);

    public override ValueKind Holds => Widest(Parts) is ValueKind.Count && !Terms.All(term => decimal.IsInteger(term.Weight))
        ? ValueKind.Exact
        : Widest(Parts);

    public override bool AddsAlong(Dimension dimension) => Parts.All(part => part.AddsAlong(dimension));
}

/// <summary>A number of different people: only true of the row its source counted it for, so never added.</summary>
public sealed record Distinct(string Name, string Title, Unit Unit, Better Better, Measure Measure) : Metric(Name, Title, Unit, Better)
{
    public override IReadOnlyList<Metric> Parts => [];

    public override string Formula => $"{Measure.Name} of one row";

    public override ValueKind Holds => ValueKind.Count;

    public override bool AddsAlong(Dimension dimension) => false;
}

/// <summary>A total since the first day of the month, quarter or year, up to the row's day, or to the range's last day.</summary>
/// <remarks>It reads days before the range where the period began before it.</remarks>
public sealed record ToDate(string Name, string Title, Unit Unit, Better Better, Total Of, Grain Since) : Metric(Name, Title, Unit, Better)
{
    public override IReadOnlyList<Metric> Parts => [Of];

    public override string Formula => $"{Of.Name} since the first day of the {Since.ToString().ToLowerInvariant()}";

    public override ValueKind Holds => Of.Holds;

    public override bool AddsAlong(Dimension dimension) => !dimension.IsTime && Of.AddsAlong(dimension);
}

/// <summary>One part of a <see cref="Weighted"/> metric.</summary>
/// <param name="Weight">Times its total.</param>
/// <param name="Clients">Codes of the clients it counts for; empty: everyone.</param>
public sealed record Term(decimal Weight, Metric Metric, IReadOnlyList<string> Clients)
{
    public Term(decimal weight, Metric metric) : this(weight, metric, []) { }

    public override string ToString() => FormattableString.Invariant(
        $"{(Weight == 1 ? "" : $"{Weight} × ")}{Metric.Name}{(Clients is [] ? "" : $" of {string.Join(", ", Clients)}")}");
}

/// <summary>How a value is held and shown.</summary>
/// <remarks>
/// Count: whole things (long). Quantity: things that platforms count in fractions (decimal). Money: major units of the table's currency
/// (decimal for totals, double for prices). Share: 0 to 1, shown as per cent (double). Multiple: such as 4.2× (double).
/// Number: a plain mean, such as pages for each session (double). Duration: seconds (decimal for totals, double for means).
/// </remarks>
public enum Unit { Count, Quantity, Money, Share, Multiple, Number, Duration }

/// <summary>Which way is good news.</summary>
public enum Better { Higher, Lower, Neither }
