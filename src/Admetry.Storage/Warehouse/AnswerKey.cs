using System.Globalization;
using System.Text;
using Admetry.Metrics;

namespace Admetry.Storage.Warehouse;

/// <summary>All that an answer depends on beside the data: who asks and everything they ask.</summary>
/// <remarks>Metrics are told apart by what they are, not by name: a user's metric may be defined anew under its old name.</remarks>
public sealed class AnswerKey : IEquatable<AnswerKey>
{
    readonly string text;
    readonly IReadOnlyList<Metric> metrics;

    AnswerKey(string text, IReadOnlyList<Metric> metrics) => (this.text, this.metrics) = (text, metrics);

    public static AnswerKey Of(MetricQuery query)
    {
        var parts = new Parts();
        parts.Add(query.Principal.Name);
        parts.Add(query.Principal.Clients);
        parts.Add(query.Days.ToString());
        parts.Add(query.By.Select(dimension => dimension.Name));
        parts.Add(query.Where.Count.ToString(CultureInfo.InvariantCulture));
        foreach (var (dimension, kind, values) in query.Where)
        {
            parts.Add(dimension.Name);
            parts.Add(kind.ToString());
            parts.Add(values);
        }

        parts.Add(query.Grain.ToString());
        parts.Add(query.Comparison.ToString());
        parts.Add(query.Second.ToString());
        parts.Add(query.OrderBy.Select(order => order.ToString()));
        parts.Add(query.Limit?.ToString(CultureInfo.InvariantCulture));
        parts.Add(query.Totals ? "totals" : null);
        parts.Add(query.Currency);
        return new(parts.ToString(), query.Metrics);
    }

    public bool Equals(AnswerKey? other) =>
        other is not null && text == other.text && metrics.SequenceEqual(other.metrics, ReferenceEqualityComparer.Instance);

    public override bool Equals(object? obj) => Equals(obj as AnswerKey);

    public override int GetHashCode() => text.GetHashCode(StringComparison.Ordinal);

    /// <summary>Texts one after another, each with its length, so that no two lists read alike.</summary>
    sealed class Parts
    {
        readonly StringBuilder written = new();

        public void Add(string? part) => written.Append(CultureInfo.InvariantCulture, $"{part?.Length ?? -1}:{part}");

        public void Add(IEnumerable<string>? list)
        {
            var all = list?.ToList();
            Add(all?.Count.ToString(CultureInfo.InvariantCulture));
            all?.ForEach(Add);
        }

        public override string ToString() => written.ToString();
    }
}
