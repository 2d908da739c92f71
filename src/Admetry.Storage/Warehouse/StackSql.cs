using Admetry.Metrics;

namespace Admetry.Storage.Warehouse;

/// <summary>Sums each fact alone and stacks the sums, so that no fact multiplies the rows of another.</summary>
sealed class StackSql
{
    readonly MetricQuery query;
    readonly bool convert;
    readonly IReadOnlyList<RollUp> rollUps;
    readonly RangeTotals totals;
    readonly ArmSql armSql;
    readonly List<(Leaf Leaf, string Name)> columns = [];

    /// <exception cref="QueryRefusedException">No fact carries a measure with the dimensions asked for.</exception>
    public StackSql(MetricQuery query, SqlValues values, bool convert, IReadOnlyList<RollUp> rollUps, RangeTotals totals)
    {
        (this.query, this.convert, this.rollUps, this.totals) = (query, convert, rollUps, totals);
        armSql = new(query, values, convert);
        foreach (var leaf in query.Metrics.SelectMany(Leaf.Of).Distinct())
            columns.Add((leaf, Name(leaf)));
        Arms = [.. Side.Of(query).SelectMany(ArmsOf)];
    }

    public IReadOnlyList<Arm> Arms { get; }

    public string Text => string.Join("\n  union all\n", Arms.Select(arm => Branch(arm, armSql)));

    /// <summary>Whether anything at all is reported for a combination of keys.</summary>
    public string HasData =>
        $"{string.Join(" + ", Side.Of(query).SelectMany(side => columns.Select(column => $"count(s.{column.Name}{side.Suffix})")))} > 0";

    /// <summary>The name of a leaf's sum in the stack.</summary>
    public string NameOf(Leaf leaf) => columns.First(column => column.Leaf == leaf).Name;

    /// <summary>The rows behind the sums of money: a SELECT for each arm that has any.</summary>
    /// <param name="selected">What to say of each row.</param>
    /// <param name="also">What else must hold of it.</param>
    public IEnumerable<string> OfMoney(Func<Arm, string> selected, Func<Arm, string>? also = null) =>
        from arm in Arms
        let money = arm with { Leaves = [.. arm.Leaves.Where(leaf => leaf.IsMoney)] }
        where money.Leaves is not []
        let reported = string.Join(" or ", money.Leaves.Select(leaf => $"{armSql.Reported(arm, leaf)} is not null"))
        select $"select {selected(arm)}\n  {armSql.From(money, [])}\n  {armSql.Where(money)}\n    and ({reported})"
            + (also is null ? "" : $"\n    and {also(arm)}");

    public static string CurrencyAndDays(Arm arm) => arm.IsPeriod
        ? $"f.currency as currency, {Id("f.first_day")} as first_id, {Id("f.last_day")} as last_id"
        : "f.currency as currency, f.date_id as first_id, f.date_id as last_id";

    static string Id(string day) =>
        $"cast(extract(year from {day}) * 10000 + extract(month from {day}) * 100 + extract(day from {day}) as integer)";

    public string LacksRate(Arm arm) => $"({armSql.Rate(arm)}) is null";

    string Name(Leaf leaf)
    {
        var name = leaf.Since is { } since ? $"{leaf.Measure.Name}_{since.ToString().ToLowerInvariant()}" : leaf.Measure.Name;
        var same = columns.Count(column => column.Name == name || column.Name.StartsWith($"{name}__", StringComparison.Ordinal));
        return same == 0 ? name : $"{name}__{same + 1}";
    }

    IEnumerable<Arm> ArmsOf(Side side)
    {
        var wanted = columns.Select(column => (column.Leaf, Fact: FactOf(column.Leaf.Measure))).ToList();
        foreach (var group in wanted.GroupBy(pair => (pair.Fact, pair.Leaf.Since)))
        {
            var (fact, since) = group.Key;
            IReadOnlyList<Leaf> leaves = [.. group.Select(pair => pair.Leaf)];
            if (query.Grain is Grain.Period)
            {
                yield return new(fact.Period!, side, leaves, null, ArmRows.Periods);
                continue;
            }

            foreach (var arm in Daily(new(fact, side, leaves, since, ArmRows.Daily)))
                yield return arm;
            if (fact.Period is { } period && since is null && IsRange && totals.Has(period))
                yield return new(period, side, leaves, null, ArmRows.Exact);
        }
    }

    IEnumerable<Arm> Daily(Arm raw) => rollUps is [] ? [raw] : RollUpChoice.Of(rollUps, raw, Branch(raw, new(query, new(), convert)));

    bool IsRange => !query.Keys.Any(key => key.IsTime) && !query.Where.Any(filter => filter.Dimension.IsTime);

    Fact FactOf(Measure measure) => FactChoice.Of(query, measure) is { } fact && (query.Grain is not Grain.Period || fact.Period is not null)
        ? fact
        : throw new QueryRefusedException(FactChoice.Reasons(query));

    string Branch(Arm arm, ArmSql armSql)
    {
        var keys = query.Keys.Select(key => $"{ArmSql.Key(arm, key)} as {key.Name}");
        var sums = Side.Of(query).SelectMany(side => columns.SelectMany(column => Sums(arm, side, column, armSql)));
        var group = query.Keys is [] ? "" : $"\n  group by {string.Join(", ", Enumerable.Range(1, query.Keys.Count))}";
        return $"""
              select {string.Join(",\n    ", keys.Concat(sums))}
              {armSql.From(arm, query.Keys)}
              {armSql.Where(arm)}{group}
            """;
    }

    IEnumerable<string> Sums(Arm arm, Side side, (Leaf Leaf, string Name) column, ArmSql armSql)
    {
        var (leaf, name) = (column.Leaf, column.Name + side.Suffix);
        var isOurs = arm.Side == side && arm.Leaves.Contains(leaf);
        var value = isOurs ? armSql.Value(arm, leaf) : "";
        yield return $"{(isOurs ? $"sum({value})" : $"cast(null as {Type(leaf)})")} as {name}";
        if (leaf.IsDistinct)
            yield return $"{(isOurs ? $"count({value})" : "cast(null as bigint)")} as {name}_rows";
    }

    string Type(Leaf leaf) =>
        leaf.Measure.Kind is MeasureKind.Count && !(convert && leaf.IsMoney) ? "bigint" : convert ? "numeric(38, 15)" : "numeric(38, 6)";
}
