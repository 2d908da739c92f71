using Admetry.Metrics;

namespace Admetry.Storage.Warehouse;

/// <summary>A column of sums: a measure, of some clients perhaps, in money perhaps, since a period began perhaps.</summary>
/// <param name="Scope">Codes of the clients counted, a line each; null: everyone; <c>""</c>: nobody.</param>
/// <param name="IsMoney">Whether it changes with the currency: money, or a count about to be weighted with money.</param>
/// <param name="Since">Of a running total, the period it runs from.</param>
/// <param name="Beside">
/// Of a ratio's part: only rows that report this measure too are summed, so that clicks of a source without impressions do not raise
/// the CTR. Null: every row.
/// </param>
/// <param name="IsDistinct">Whether it holds only where one row alone gave it.</param>
sealed record Leaf(Measure Measure, string? Scope, bool IsMoney, Grain? Since, bool IsDistinct, Measure? Beside = null)
{
    public IReadOnlyList<string> Clients => Scope is null or "" ? [] : Scope.Split('\n');

    /// <summary>The metric's leaves, in the order its expression names them.</summary>
    public static IEnumerable<Leaf> Of(Metric metric) => Of(metric, new(Measure.Spend, null, false, null, false));

    static IEnumerable<Leaf> Of(Metric metric, Leaf within) => metric switch
    {
        Total or Distinct => [within.For(metric)],
        ToDate running => [.. Of(running.Of, within.From(running))],
        Ratio ratio =>
        [
            .. Of(ratio.Numerator, within with { Beside = Plain(ratio.Denominator) }),
            .. Of(ratio.Denominator, within with { Beside = Plain(ratio.Numerator) }),
        ],
        Weighted sum => [.. sum.Terms.SelectMany(term => Of(term.Metric, within.In(sum, term)))],
        _ => [.. metric.Parts.SelectMany(part => Of(part, within))],
    };

    static Measure? Plain(Metric part) => part is Total total ? total.Measure : null;

    public Leaf From(ToDate running) => this with { Since = running.Since };

    public Leaf In(Weighted sum, Term term) => this with
    {
        IsMoney = IsMoney || sum.Unit is Unit.Money,
        Scope = term.Clients is [] ? Scope : Narrow(term.Clients),
    };

    public Leaf For(Metric leaf)
    {
        var measure = Facts.MeasureOf(leaf);
        return this with
        {
            Measure = measure,
            IsMoney = IsMoney || measure.Kind is MeasureKind.Money,
            IsDistinct = leaf is Distinct,
            Beside = leaf is Distinct || Beside == measure ? null : Beside,
        };
    }

    string Narrow(IReadOnlyList<string> clients) =>
        string.Join('\n', (Scope is null ? clients : clients.Intersect(Clients)).Distinct().Order(StringComparer.Ordinal));
}
