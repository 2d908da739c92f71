using System.Globalization;
using System.Text;

namespace Admetry.Tests.Fixtures;

/// <summary>Whether a row stands.</summary>
public enum ScoreVerdict
{
    /// <summary>Some test of it did not run, or no test measures some part of it.</summary>
    NotMeasured,

    NotMet,

    Met,
}

/// <summary>One case of one test, and the row it counts towards.</summary>
/// <param name="Test">The method, by class and name.</param>
public sealed record ScoredCase(Row Row, string Test, bool Held);

/// <summary>How many points the tests of a run earn.</summary>
/// <remarks>A row earns its points when each of its tests ran and each of their cases held. A test that did not run is never taken for one that held.</remarks>
/// <param name="tests">Every test there is, by its row.</param>
/// <param name="cases">Those that ran, in any order.</param>
public sealed class ScoreSheet(ILookup<Row, string> tests, IReadOnlyCollection<ScoredCase> cases)
{
    readonly ILookup<Row, ScoredCase> ran = cases.ToLookup(one => one.Row);

    public int Points => ScoreRow.All.Where(row => VerdictOf(row) is ScoreVerdict.Met).Sum(row => row.Points);

    public ScoreVerdict VerdictOf(ScoreRow row)
    {
        if (ran[row.Row].Any(one => !one.Held))
            return ScoreVerdict.NotMet;
        return row.Open is null && tests[row.Row].Any() && Missing(row) is [] ? ScoreVerdict.Met : ScoreVerdict.NotMeasured;
    }

    /// <summary>The sheet as lines of text: the rows, and last their sum.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var row in ScoreRow.All)
        {
            var verdict = VerdictOf(row);
            var word = verdict switch { ScoreVerdict.Met => "met", ScoreVerdict.NotMet => "NOT MET", _ => "not measured" };
            text.Append(CultureInfo.InvariantCulture, $"{(int)row.Row,2}  {word,-12}  {(verdict is ScoreVerdict.Met ? row.Points : 0),2}/{row.Points,-2}  {row.Title}{Why(row)}\n");
        }

        int Worth(ScoreVerdict verdict) => ScoreRow.All.Where(row => VerdictOf(row) == verdict).Sum(row => row.Points);
        return text.Append(CultureInfo.InvariantCulture, $"score {Points} of {ScoreRow.All.Sum(row => row.Points)}: {Worth(ScoreVerdict.NotMet)} not met, {Worth(ScoreVerdict.NotMeasured)} not measured\n").ToString();
    }

    /// <summary>How many cases held, and what is missing.</summary>
    string Why(ScoreRow row)
    {
        var all = ran[row.Row].ToList();
        List<string> words = [];
        if (all is not [])
            words.Add(string.Create(CultureInfo.InvariantCulture, $"{all.Count(one => one.Held)} of {all.Count} held"));
        if (row.Open is not null)
            words.Add($"open: {row.Open}");
        if (Missing(row) is { Count: > 0 } missing)
            words.Add($"did not run: {missing[0]}{(missing.Count > 1 ? string.Create(CultureInfo.InvariantCulture, $" and {missing.Count - 1} more") : "")}");
        return words is [] ? "" : $" ({string.Join("; ", words)})";
    }

    List<string> Missing(ScoreRow row) => [.. tests[row.Row].Except(ran[row.Row].Select(one => one.Test)).Order(StringComparer.Ordinal)];
}
