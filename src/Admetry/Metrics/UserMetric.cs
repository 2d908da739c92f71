namespace Admetry.Metrics;

/// <summary>A metric of a workspace's own, as its settings say it; <see cref="Catalogue.With"/> makes it a <see cref="Metric"/>.</summary>
/// <remarks>
/// Exactly one of the three forms: <see cref="Numerator"/> and <see cref="Denominator"/> (a ratio); <see cref="Minuend"/> and
/// <see cref="Less"/> (a difference); <see cref="Sum"/> (a weighted sum, such as 50 for each of purchases and 5 for each of leads).
/// </remarks>
public sealed record UserMetric
{
    /// <summary>Lower snake case; no built-in metric's name.</summary>
    public required string Name { get; init; }

    /// <summary>Null: made from the name.</summary>
    public string? Title { get; init; }

    /// <summary>Null: made from the formula.</summary>
    public string? Definition { get; init; }

    public Unit Unit { get; init; } = Unit.Number;

    public Better Better { get; init; } = Better.Neither;

    public string? Numerator { get; init; }

    public string? Denominator { get; init; }

    /// <summary>Times the ratio, such as 1000 for a price of a thousand.</summary>
    public int Scale { get; init; } = 1;

    public string? Minuend { get; init; }

    public IReadOnlyList<string> Less { get; init; } = [];

    public IReadOnlyList<UserTerm> Sum { get; init; } = [];

    /// <summary>Codes of the clients it counts for; empty: everyone. A term's own clients come before these.</summary>
    public IReadOnlyList<string> Clients { get; init; } = [];
}

/// <summary>One part of a weighted sum, by name.</summary>
/// <param name="Weight">Times the metric; where the sum is money and the metric a count, money in the account's currency.</param>
/// <param name="Clients">Codes of the clients the weight is for; empty: everyone.</param>
public sealed record UserTerm(string Metric, decimal Weight, IReadOnlyList<string> Clients)
{
    public UserTerm(string metric, decimal weight = 1) : this(metric, weight, []) { }
}
