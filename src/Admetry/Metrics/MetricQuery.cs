namespace Admetry.Metrics;

/// <summary>A question to the warehouse: which numbers, of which days, broken down by what, for whom.</summary>
/// <remarks>The same record comes from a page, the command line, the API, a report and a sentence, so they get the same digits.</remarks>
public sealed record MetricQuery
{
    /// <summary>Who asks. Rows of clients they may not see are not part of any answer.</summary>
    public required Principal Principal { get; init; }

    /// <summary>Days of the account's own calendar, both ends included.</summary>
    public required DateRange Days { get; init; }

    public required IReadOnlyList<Metric> Metrics { get; init; }

    public IReadOnlyList<Dimension> By { get; init; } = [];

    /// <summary>All of them hold for every row counted.</summary>
    public IReadOnlyList<Filter> Where { get; init; } = [];

    /// <summary>The step of time; it becomes the first key unless <see cref="By"/> holds it already.</summary>
    public Grain Grain { get; init; }

    public Comparison Comparison { get; init; } = Comparison.None;

    /// <summary>Other days to set the answer beside as well; only where <see cref="Comparison"/> says some already.</summary>
    public Comparison Second { get; init; } = Comparison.None;

    /// <summary>Empty: by time where there is a time key, else by the first metric, largest first; ties by key.</summary>
    public IReadOnlyList<Order> OrderBy { get; init; } = [];

    /// <summary>How many rows at most; null for all. The totals row always counts every row.</summary>
    public int? Limit { get; init; }

    /// <summary>Whether to add one row over everything, in which ratios are computed again from the sums.</summary>
    public bool Totals { get; init; }

    /// <summary>The currency to show money in, ISO 4217; null for the one currency that all of it is in.</summary>
    public string? Currency { get; init; }

    /// <summary>The columns that name a row: the grain's, then <see cref="By"/>.</summary>
    public IReadOnlyList<Dimension> Keys
    {
        get
        {
            IReadOnlyList<Dimension> step = Grain switch
            {
                Grain.Day => [Dimensions.Date],
                Grain.Week => [Dimensions.Week],
                Grain.Month => [Dimensions.Month],
                Grain.Quarter => [Dimensions.Quarter],
                Grain.Year => [Dimensions.Year],
                Grain.Period => [Dimensions.FirstDay, Dimensions.LastDay],
                _ => [],
            };
            return [.. step.Where(key => !By.Contains(key)), .. By];
        }
    }
}

/// <summary>The step of time in the rows of an answer.</summary>
/// <remarks>
/// None: one number for the whole range; an account without daily rows answers from a range total of exactly those days, if it has one.
/// Period: the range totals themselves, with their first and last day, of every period inside the range.
/// </remarks>
public enum Grain { None, Day, Week, Month, Quarter, Year, Period }

/// <summary>Keeps the rows whose <paramref name="Dimension"/> is one of the values, is none of them, or contains one of them.</summary>
/// <param name="Values">At least one. Contains ignores case, the others do not.</param>
public sealed record Filter(Dimension Dimension, FilterKind Kind, IReadOnlyList<string> Values)
{
    public Filter(Dimension dimension, params string[] values) : this(dimension, FilterKind.In, values) { }
}

/// <summary>How a filter compares.</summary>
public enum FilterKind { In, NotIn, Contains }

/// <summary>One sorting column: a metric of the query or one of its keys. Null values come last either way.</summary>
/// <param name="Name">A metric's or a dimension's name.</param>
/// <param name="Of">For a metric: its value, its previous value, or the change between them.</param>
public sealed record Order(string Name, bool Descending = false, OrderOf Of = OrderOf.Value);

/// <summary>What of a metric to sort by.</summary>
public enum OrderOf { Value, Previous, Change }

/// <summary>Who asks, and which clients they may see.</summary>
/// <param name="Name">For the log: a person, or the surface that asks.</param>
/// <param name="Clients">Codes of the clients they may see; null: all of them; empty: none.</param>
public sealed record Principal(string Name, IReadOnlyList<string>? Clients)
{
    /// <summary>Someone who may see every client, such as the owner at the command line.</summary>
    public static Principal Everything(string name) => new(name, null);
}
