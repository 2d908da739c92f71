namespace Admetry.Metrics;

/// <summary>A question that has no honest answer, with the reasons: each one sentence, fit to show to whoever asked.</summary>
public sealed class QueryRefusedException(IReadOnlyList<string> reasons) : Exception(string.Join(" ", reasons))
{
    public QueryRefusedException(string reason) : this([reason]) { }

    public IReadOnlyList<string> Reasons => reasons;
}
