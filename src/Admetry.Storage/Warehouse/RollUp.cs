using System.Text.RegularExpressions;

namespace Admetry.Storage.Warehouse;

/// <summary>The step of time that a row of a roll-up sums over; a month stands under its first day.</summary>
enum RollUpStep { Day, Month }

/// <summary>A column of a roll-up that adds up.</summary>
/// <param name="Sql">What is summed, over alias <c>f</c>.</param>
/// <param name="Type">Of the sum.</param>
sealed record RollUpSum(string Name, string Sql, string Type);

/// <summary>A table of sums of another table's rows: by a step of time and some of its keys.</summary>
/// <remarks>
/// Rows of a source that report different measures are summed apart: the column <c>reported</c> has a bit for each measure that is not null.
/// So a sum is null where every row is, and what a ratio asks of each row (docs/decisions/0004) can be asked of their sum.
/// </remarks>
/// <param name="Owner">The key that a load changes slices of: the account, or the client; null where only all of it is made anew.</param>
/// <param name="Keys">The columns kept beside the day, the owner among them.</param>
sealed partial record RollUp(string Table, string Source, RollUpStep Step, string? Owner, IReadOnlyList<string> Keys, IReadOnlyList<RollUpSum> Sums)
{
    /// <summary>Whether PostgreSQL has it as well.</summary>
    public bool IsOnBoth { get; init; } = true;

    /// <summary>Every column that a query may speak of.</summary>
    public IReadOnlySet<string> Columns { get; } = new HashSet<string>([.. Keys, .. Sums.Select(sum => sum.Name), "date_id"], StringComparer.Ordinal);

    /// <summary>All columns, in the table's order.</summary>
    public string Names => string.Join(", ", (string[])["date_id", .. Keys, "reported", .. Sums.Select(sum => sum.Name)]);

    /// <summary>The rows it must have, of the source's rows that meet a condition over alias <c>f</c>, by day and key.</summary>
    public string Sorted(string where) => $"{Select(where)} order by {Places}";

    /// <summary>The rows it must have, in any order.</summary>
    /// <param name="reported">The sums of which any of these rows has a value; null where nobody has looked.</param>
    public string Select(string where, IReadOnlySet<string>? reported = null)
    {
        var keys = Keys.Select(key => $"f.{key}").Prepend(Step is RollUpStep.Day ? "f.date_id" : "f.date_id - mod(f.date_id, 100) + 1");
        bool IsReported(RollUpSum sum) => reported is null || reported.Contains(sum.Name);
        var bits = Sums.Index().Where(sum => IsReported(sum.Item)).Select(sum => $"case when {sum.Item.Sql} is null then 0 else {1L << sum.Index} end");
        var columns = keys.Append($"cast({string.Join(" + ", bits.DefaultIfEmpty("0"))} as bigint)").Zip(["date_id", .. Keys, "reported"], (sql, name) => $"{sql} as {name}")
            .Concat(Sums.Select(sum => $"cast({(IsReported(sum) ? $"sum({sum.Sql})" : "null")} as {sum.Type}) as {sum.Name}"));
        return $"select {string.Join(", ", columns)} from {Source} f where {where} group by {Places}";
    }

    /// <summary>The sums that rows have a value of: some known by their bits, others by the measures written since.</summary>
    public IReadOnlySet<string> Reported(long bits, IReadOnlySet<string> written) =>
        Sums.Index().Where(sum => (bits >> sum.Index & 1) != 0 || written.Contains(sum.Item.Name)).Select(sum => sum.Item.Name).ToHashSet(StringComparer.Ordinal);

    string Places => string.Join(", ", Enumerable.Range(1, Keys.Count + 2));

    /// <summary>Whether it can stand in for its source in a statement, which speaks of columns over alias <c>f</c>, of days over <c>d</c> and of rates over <c>x</c>.</summary>
    public bool Covers(string statement) =>
        Mentioned().Matches(statement).All(match => Columns.Contains(match.Groups[1].Value)) && (Step is RollUpStep.Day || !OfDays().IsMatch(statement));

    [GeneratedRegex(@"\bf\.(\w+)")]
    private static partial Regex Mentioned();

    [GeneratedRegex(@"\bd\.date\b|\bd\.day_of_week\b|\bx\.")]
    private static partial Regex OfDays();
}
