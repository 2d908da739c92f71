using Admetry.Metrics;

namespace Admetry.Storage.Warehouse;

/// <summary>A column of sums: a measure, of some clients perhaps, in money perhaps, since a period began perhaps.</summary>
/// <param name="Scope">Codes of the clients counted, a line each; null: everyone; <c>""</c>: nobody.</param>
/// <param name="IsMoney">Whether it changes with the currency: money, or a count about to be weighted with money.</param>
/// <param name="Since">Of a running total, the period it runs from.</param>
/// <param name="Beside">
/// Of a ratio's part: names of measures, a line each, that a row must report to be summed, so that clicks of a source without
/// impressions do not raise the CTR. Empty: every row.
/// </param>
/// <param name="IsDistinct">Whether it holds only where one row alone gave it.</param>
sealed record Leaf(Measure Measure, string? Scope, bool IsMoney, Grain? Since, bool IsDistinct, string Beside = "")
{
    /// <summary>What a row must report besides the measure itself.</summary>
    public IEnumerable<string> Others => Beside.Split('\n').Where(name => name is not "" && name != Measure.Name);

    public IReadOnlyList<string> Clients => Scope is null or "" ? [] : Scope.Split('\n');

    /// <summary>The metric's leaves, in the order its expression names them.</summary>
    public static IEnumerable<Leaf> Of(Metric metric) => Of(metric, new(Measure.Spend, null, false, null, false));

    static IEnumerable<Leaf> Of(Metric metric, Leaf within) => metric switch
    {
        Total or Distinct => [within.For(metric)],
        ToDate running => [.. Of(running.Of, within.From(running))],
        Ratio ratio => [.. ratio.Parts.SelectMany(part => Of(part, within with { Beside = Reported(ratio) }))],
        Weighted sum => [.. sum.Terms.SelectMany(term => Of(term.Metric, within.In(sum, term)))],
        _ => [.. metric.Parts.SelectMany(part => Of(part, within))],
    };

    // What a weighted sum lacks counts nothing there, so nothing is asked of its rows.
    static string Reported(Ratio ratio) => ratio.Parts.All(IsPlain)
        ? string.Join('\n', ratio.Leaves.Select(leaf => Facts.MeasureOf(leaf).Name).Distinct().Order(StringComparer.Ordinal))
        : "";

    static bool IsPlain(Metric part) => part is Total || (part is Difference less && less.Parts.All(IsPlain));

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
        };
    }

    string Narrow(IReadOnlyList<string> clients) =>
        string.Join('\n', (Scope is null ? clients : clients.Intersect(Clients)).Distinct().Order(StringComparer.Ordinal));
}
