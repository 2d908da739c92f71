using System.Globalization;
using Admetry.Connectors.Exports.Tables;

namespace Admetry.Connectors.Exports;

/// <summary>Chooses among the tables of a file: one that can be read, or several that say the same; never one of several
/// that differ.</summary>
static class Answers
{
    /// <exception cref="BrokenTableException">No table can be read, or two give different numbers.</exception>
    public static (Layout Layout, IReadOnlyList<Decision> Decisions) Choose(
        IEnumerable<Attempt> attempts, List<Decision> decisions, CancellationToken cancel)
    {
        var all = attempts.ToList();
        var answers = all.Where(attempt => attempt.Layout is not null).ToList();
        if (answers.Count > 0 && all.Find(attempt => attempt.IsBroken) is { Problem: { } problem } broken)
            throw new BrokenTableException(problem.Line,
                $"{broken.Sheet.Title} cannot be read beside {answers[0].Sheet.Title}: {problem.Message}",
                $"{problem.Remedy} Or save the one you mean as a file of its own.");
        var best = answers.Count is 0 ? all[0] : answers.Count is 1 ? answers[0] : Agreed(answers, cancel);
        decisions.AddRange(best.Decisions);
        foreach (var other in all.Where(attempt => attempt != best))
            decisions.Add(new("other table", other.Sheet.Title, other.Problem?.Message ?? "says the same with fewer columns"));
        return best.Layout is { } layout ? (layout, decisions) : throw best.Problem!;
    }

    /// <summary>Of tables that say the same, the one with the most columns that mean something.</summary>
    static Attempt Agreed(List<Attempt> answers, CancellationToken cancel)
    {
        var said = answers.Select(answer => (Answer: answer, Sums: Sums(answer.Layout!, cancel))).ToList();
        foreach (var (other, sums) in said.Skip(1))
        {
            if (Difference(said[0].Sums, sums) is { } difference)
                throw new BrokenTableException(0,
                    $"the file holds two reports that give different numbers: {said[0].Answer.Sheet.Title} and {other.Sheet.Title} ({difference})",
                    "Save the one you mean as a file of its own.");
        }
        return answers.MaxBy(answer => answer.Layout!.Columns.Count)!;
    }

    static string? Difference(Dictionary<string, decimal> left, Dictionary<string, decimal> right)
    {
        var shared = left.Keys.Intersect(right.Keys).ToList();
        if (shared.Count is 0)
            return "they count different things";
        var differing = shared.Find(measure => Math.Abs(left[measure] - right[measure]) >= 0.01m);
        return differing is null ? null : string.Create(CultureInfo.InvariantCulture,
            $"{differing} is {left[differing]} and {right[differing]}");
    }

    static Dictionary<string, decimal> Sums(Layout layout, CancellationToken cancel)
    {
        var totals = new ControlTotals(layout);
        foreach (var item in RowReader.Items(layout, cancel))
            totals.Add(item);
        return totals.Sums();
    }
}
