using Admetry.Metrics;

namespace Admetry.Storage.Warehouse;

/// <summary>A table of daily or period rows, with the measures it carries and the dimensions it can be broken down by.</summary>
/// <param name="Columns">Every dimension but the parts of time.</param>
/// <param name="Client">The SQL of the client's key, and the join it needs.</param>
/// <param name="Breakdown">The value of its column <c>breakdown</c>; null where it has none.</param>
sealed record Fact(
    string Table, IReadOnlyDictionary<Measure, MeasureColumn> Measures, IReadOnlyDictionary<Dimension, DimensionColumn> Columns,
    DimensionColumn Client, string? Breakdown = null)
{
    /// <summary>The range totals that answer for accounts without daily rows; null where sources give none.</summary>
    public Fact? Period { get; init; }

    public bool Carries(Measure measure, IEnumerable<Dimension> dimensions) =>
        Measures.ContainsKey(measure) && dimensions.All(Columns.ContainsKey);
}

/// <summary>How a fact says a measure.</summary>
sealed record MeasureColumn(string Sql, params Join[] Joins);
