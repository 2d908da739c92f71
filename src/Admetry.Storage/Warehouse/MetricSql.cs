using System.Diagnostics;
using System.Globalization;
using Admetry.Metrics;

namespace Admetry.Storage.Warehouse;

/// <summary>Compiles a metric query to one SELECT that PostgreSQL and DuckDB both accept.</summary>
/// <remarks>
/// Facts of different grain are never joined: each is summed on its own, the sums are stacked with UNION ALL, and the stack is summed
/// again. Names reach the SQL only from the catalogue in code; whatever a person typed travels as a parameter. The columns are: part
/// (0 a row, 1 the total) where a total is asked for, the keys, the values, the values of the days compared with, and the
/// keys of entities, which only break ties between equal names.
/// </remarks>
public static class MetricSql
{
    /// <param name="convert">Multiply money with the day's rate into the query's currency before summing.</param>
    /// <param name="usesRollUps">Let roll-ups answer where they cover the query; the numbers are the same.</param>
    /// <param name="totals">The range totals there are; null: they may be anywhere.</param>
    /// <exception cref="ArgumentNullException">The query has no principal.</exception>
    /// <exception cref="QueryRefusedException">The question has no honest answer.</exception>
    public static SqlStatement Compile(MetricQuery query, SqlDialect dialect, bool convert = false, bool usesRollUps = true, RangeTotals? totals = null)
    {
        Check(query);
        var values = new SqlValues();
        var stack = new StackSql(query, values, convert, usesRollUps ? RollUps.On(dialect) : [], totals ?? RangeTotals.Anywhere);
        var shows = query.Keys.Select((key, i) => Shown(query, key, i)).ToList();
        var numbers = Side.Of(query)
            .SelectMany(side => query.Metrics.Select(metric =>
                $"{Typed(metric, Expression(metric, stack, side.Suffix))} as {metric.Name}{side.Suffix}"))
            .ToList();
        var keys = shows.SelectMany(show => show.GroupBy).Distinct().ToList();
        var group = keys is [] ? "" : $"\n  group by {string.Join(", ", keys)}\n  having {stack.HasData}";

        var text = $"""
            with sums as (
            {stack.Text}
            ),
            answer as (
              select {string.Join(",\n    ", shows.Select(show => show.Select).Concat(numbers).Concat(OrderSql.Hidden(query)))}
              from sums s{string.Concat(shows.Select(show => show.Join))}{group}
            )
            {Rows(query, dialect, numbers)}
            """;
        return new(text, values.All);
    }

    /// <returns>Every reason to refuse <paramref name="query"/> that can be known before it is asked; none when it may be.</returns>
    /// <exception cref="ArgumentNullException">The query has no principal.</exception>
    public static IReadOnlyList<string> Reasons(MetricQuery query) =>
        QueryRules.Reasons(query) is not [] and var reasons ? reasons : FactChoice.Reasons(query);

    /// <exception cref="QueryRefusedException">There are reasons to refuse the query.</exception>
    internal static void Check(MetricQuery query)
    {
        if (Reasons(query) is not [] and var reasons)
            throw new QueryRefusedException(reasons);
    }

    static string Rows(MetricQuery query, SqlDialect dialect, List<string> numbers)
    {
        var order = OrderSql.By(query, dialect);
        var limit = query.Limit is { } most ? $"\nlimit {most.ToString(CultureInfo.InvariantCulture)}" : "";
        var sorted = order is "" ? "" : $"\norder by {order}";
        if (!query.Totals)
            return $"select * from answer{sorted}{limit}";

        var total = query.Keys.Select(key => $"null as {key.Name}").Concat(numbers)
            .Concat(OrderSql.Hidden(query).Select((_, i) => "null")).Prepend("1 as part");
        return $"""
            select * from (
              select 0 as part, shown.* from (select * from answer{sorted}{limit}) shown
              union all
              select {string.Join(",\n    ", total)}
              from sums s
            ) stacked
            order by part{(order is "" ? "" : $", {order}")}
            """;
    }

    static (string Select, string Join, string[] GroupBy) Shown(MetricQuery query, Dimension key, int i)
    {
        var show = FactChoice.ShowOf(query, key);
        return show is null
            ? ($"s.{key.Name} as {key.Name}", "", [$"s.{key.Name}"])
            : ($"k{i}.{show.Text} as {key.Name}", $"\n  left join {show.Table} k{i} on k{i}.{show.Key} = s.{key.Name}",
                [$"s.{key.Name}", $"k{i}.{show.Text}"]);
    }

    /// <summary>Totals keep their type; a ratio is a double on both engines.</summary>
    static string Typed(Metric metric, string sql) => metric.Holds switch
    {
        ValueKind.Count => $"cast({sql} as bigint)",
        ValueKind.Exact => $"cast({sql} as numeric(38, 6))",
        _ => sql,
    };

    static string Expression(Metric metric, StackSql stack, string suffix)
    {
        var names = new Queue<string>(Leaf.Of(metric).Select(leaf => stack.NameOf(leaf) + suffix));
        return Expression(metric, names);
    }

    /// <summary>Takes the names of its leaves' sums in the order that <see cref="Leaf.Of(Metric)"/> gives them.</summary>
    static string Expression(Metric metric, Queue<string> names) => metric switch
    {
        Total => $"sum(s.{names.Dequeue()})",
        Distinct => Alone(names.Dequeue()),
        ToDate running => Expression(running.Of, names),
        Ratio ratio => Divided(ratio, Expression(ratio.Numerator, names), Expression(ratio.Denominator, names)),
        Difference less => $"({string.Join(" - ", less.Parts.Select(part => Expression(part, names)))})",
        Weighted sum => Added(sum, [.. sum.Terms.Select(term => Expression(term.Metric, names))]),
        _ => throw new UnreachableException($"No SQL for a {metric.GetType().Name}."),
    };

    static string Alone(string name) => $"case when sum(s.{name}_rows) = 1 then sum(s.{name}) end";

    static string Divided(Ratio ratio, string over, string under) =>
        $"{(ratio.Scale == 1 ? "" : $"{ratio.Scale} * ")}cast({over} as double precision) / nullif(cast({under} as double precision), 0)";

    static string Added(Weighted sum, string[] parts)
    {
        var terms = sum.Terms.Zip(parts, (term, part) =>
            $"{(term.Weight == 1 ? "" : $"{term.Weight.ToString(CultureInfo.InvariantCulture)} * ")}coalesce({part}, 0)");
        return $"case when coalesce({string.Join(", ", parts)}) is not null then {string.Join(" + ", terms)} end";
    }
}
