namespace Admetry.Metrics;

/// <summary>A word in a query that means nothing, where it stands, and what may have been meant.</summary>
/// <param name="part">Which part of the query: metrics, by, where, grain, compare or order.</param>
/// <param name="position">Of the word's first letter in that part, counted from 1.</param>
/// <param name="nearest">Valid names close to it, best first.</param>
public sealed class QueryTextException(string message, string part, string word, int position, IReadOnlyList<string> nearest)
    : FormatException(message)
{
    public string Part => part;

    public string Word => word;

    public int Position => position;

    public IReadOnlyList<string> Nearest => nearest;
}
