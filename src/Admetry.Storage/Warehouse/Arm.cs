using System.Globalization;
using Admetry.Metrics;

namespace Admetry.Storage.Warehouse;

/// <summary>One fact summed on its own: a branch of the stack.</summary>
/// <param name="Leaves">Measures this fact carries; the other columns of the stack are null.</param>
/// <param name="Since">Of running totals, the period they run from.</param>
sealed record Arm(Fact Fact, Side Side, IReadOnlyList<Leaf> Leaves, Grain? Since, ArmRows Rows)
{
    /// <summary>The days it sums: its side's, or a part of them where other arms have the others.</summary>
    public DateRange Days { get; init; } = Side.Days;

    /// <summary>Begins the names of its days in the SQL where it has a part of them.</summary>
    public string Piece { get; init; } = "";

    public bool IsPeriod => Rows is not ArmRows.Daily;
}

/// <summary>Which rows an arm sums.</summary>
/// <remarks>
/// Daily: rows of days. Exact: range totals of exactly the days asked for, of accounts without daily rows among them.
/// Periods: every range total inside the days asked for.
/// </remarks>
enum ArmRows { Daily, Exact, Periods }

/// <summary>Writes what stands between FROM and GROUP BY for an arm.</summary>
sealed class ArmSql(MetricQuery query, SqlValues values, bool convert)
{
    readonly List<string> scoped = [];
    readonly bool byDate = query.Keys.Contains(Dimensions.Date);

    /// <summary>The value of one leaf in one row, in the currency asked for.</summary>
    public string Value(Arm arm, Leaf leaf) =>
        convert && leaf.IsMoney ? $"{Reported(arm, leaf)} * {Rate(arm)}" : Reported(arm, leaf);

    // What another fact carries is asked of no row here.
    static IEnumerable<MeasureColumn> Beside(Arm arm, Leaf leaf) =>
        from other in leaf.Others
        from measure in arm.Fact.Measures
        where measure.Key.Name == other
        select measure.Value;

    /// <summary>The value as the source reports it; null for clients that are not counted.</summary>
    public string Reported(Arm arm, Leaf leaf)
    {
        var sql = arm.Fact.Measures[leaf.Measure].Sql;
        var conditions = new List<string>();
        if (leaf.Scope is not null)
            conditions.Add(Scope(arm, leaf));
        conditions.AddRange(Beside(arm, leaf).Select(other => $"{other.Sql} is not null"));
        return conditions is [] ? sql : $"case when {string.Join(" and ", conditions)} then {sql} end";
    }

    public static string Key(Arm arm, Dimension dimension) =>
        dimension.Part is { } part ? arm.Side.Key(part) : arm.Fact.Columns[dimension].Key;

    public string From(Arm arm, IEnumerable<Dimension> keys)
    {
        var joins = keys.SelectMany(key => key.IsTime ? Dates(arm) : arm.Fact.Columns[key].KeyJoins)
            .Concat(Applied(arm).Select(filter => filter.Item.Dimension)
                .SelectMany(dimension => dimension.IsTime ? Dates(arm) : arm.Fact.Columns[dimension].TextJoins))
            .Concat(arm.Since is not null && byDate ? Dates(arm) : [])
            .Concat(arm.Leaves.SelectMany(leaf => arm.Fact.Measures[leaf.Measure].Joins))
            .Concat(arm.Leaves.SelectMany(leaf => Beside(arm, leaf).SelectMany(other => other.Joins)))
            .Concat(arm.Leaves.Any(leaf => leaf.Scope is not null) ? arm.Fact.Client.TextJoins : [])
            .Concat(query.Principal.Clients is null ? [] : arm.Fact.Client.KeyJoins);
        var lines = Join.InOrder(joins).Select(join => join == Join.Date.Sql && arm.Since is { } since ? Running(since) : join)
            .Concat(convert && !arm.IsPeriod && arm.Leaves.Any(leaf => leaf.IsMoney) ? [RateJoin()] : []);
        return string.Join("\n  ", lines.Prepend($"from {arm.Fact.Table} f"));
    }

    public string Where(Arm arm)
    {
        var conditions = Days(arm).Concat(Breakdown(arm)).Concat(Sight(arm))
            .Concat(Applied(arm).Select(filter => Condition(arm, filter.Index, filter.Item)));
        return $"where {string.Join("\n    and ", conditions)}";
    }

    IEnumerable<string> Days(Arm arm)
    {
        var (prefix, days) = ($"{arm.Side.Prefix}{arm.Piece}", arm.Days);
        if (arm.Rows is ArmRows.Daily)
        {
            var first = arm.Since is { } since ? Start(since, byDate ? days.First : days.Last) : days.First;
            var name = arm.Since is { } named ? $"{prefix}{named.ToString().ToLowerInvariant()}_first" : $"{prefix}first";
            yield return $"f.date_id between {values.Put(name, Calendar.Key(first))} and {values.Put($"{prefix}last", Calendar.Key(days.Last))}";
            if (arm.Since is not null && byDate)
                yield return $"d.date_id between {values.Put($"{prefix}first", Calendar.Key(days.First))} and @{prefix}last";
            yield break;
        }

        var (is_, until) = arm.Rows is ArmRows.Exact ? ("=", "=") : (">=", "<=");
        yield return $"f.first_day {is_} {values.Put($"{prefix}first_day", days.First)}";
        yield return $"f.last_day {until} {values.Put($"{prefix}last_day", days.Last)}";
        if (arm.Rows is ArmRows.Exact)
            yield return NoDaily(arm);
    }

    /// <summary>Daily rows come before a range total, account by account, so that no money counts twice.</summary>
    string NoDaily(Arm arm)
    {
        var daily = Facts.All.First(fact => fact.Period == arm.Fact);
        var breakdown = daily.Breakdown is { } name ? $" and o.breakdown = '{name}'" : "";
        var first = values.Put($"{arm.Side.Prefix}first", Calendar.Key(arm.Side.Days.First));
        var last = values.Put($"{arm.Side.Prefix}last", Calendar.Key(arm.Side.Days.Last));
        return $"not exists (select 1 from {daily.Table} o where o.account_id = f.account_id "
            + $"and o.date_id between {first} and {last}{breakdown})";
    }

    static IEnumerable<string> Breakdown(Arm arm) => arm.Fact.Breakdown is { } name ? [$"f.breakdown = '{name}'"] : [];

    /// <summary>Nobody counts a client they may not see.</summary>
    IEnumerable<string> Sight(Arm arm) => query.Principal.Clients switch
    {
        null => [],
        [] => ["1 = 0"],
        var clients => [$"{arm.Fact.Client.Key} in (select client_id from dim_client where client_code in ({values.List("c", clients)}))"],
    };

    /// <summary>Filters on actions speak of the actions counted, not of the delivery that led to them.</summary>
    IEnumerable<(int Index, Filter Item)> Applied(Arm arm) => query.Where.Index()
        .Where(filter => filter.Item.Dimension.IsTime || arm.Fact.Columns.ContainsKey(filter.Item.Dimension));

    string Condition(Arm arm, int index, Filter filter)
    {
        var text = filter.Dimension.Part is { } part ? $"({arm.Side.Key(part)})" : arm.Fact.Columns[filter.Dimension].Text;
        var given = filter.Values.Select(value => filter.Dimension.Part is { } time ? TimeValue(time, value) : value);
        string Holds(object value, int i) => $"strpos(lower({text}), lower({values.Put($"f{index}_{i}", value)})) > 0";
        return filter.Kind switch
        {
            FilterKind.In => $"{text} in ({values.List($"f{index}_", given)})",
            FilterKind.NotIn => $"({text} is null or {text} not in ({values.List($"f{index}_", given)}))",
            _ => $"({string.Join(" or ", given.Select(Holds))})",
        };
    }

    static object TimeValue(TimePart part, string text)
    {
        TimeKeys.TryParse(part, text, out var first); // the rules have let it pass
        return part switch
        {
            TimePart.Year => first.Year,
            TimePart.DayOfWeek => first.Day,
            _ => first,
        };
    }

    string Scope(Arm arm, Leaf leaf) =>
        leaf.Clients is [] ? "1 = 0" : $"{arm.Fact.Client.Text} in ({string.Join(", ", leaf.Clients.Select(ScopeValue))})";

    string ScopeValue(string client) => values.Put($"s{scoped.IndexOf(client) switch { < 0 => Add(client), var i => i }}", client);

    int Add(string client)
    {
        scoped.Add(client);
        return scoped.Count - 1;
    }

    // Each day of the answer gathers the days of its period up to itself.
    static string Running(Grain since) =>
        $"join dim_date d on d.date_id >= f.date_id and f.date_id >= {since switch
        {
            Grain.Month => "d.year * 10000 + d.month * 100 + 1",
            Grain.Quarter => "d.year * 10000 + d.quarter * 300 - 199",
            _ => "d.year * 10000 + 101",
        }}";

    static IEnumerable<Join> Dates(Arm arm) => arm.IsPeriod ? [] : [Join.Date];

    static DateOnly Start(Grain since, DateOnly day) => TimeKeys.First(
        since switch { Grain.Month => TimePart.Month, Grain.Quarter => TimePart.Quarter, _ => TimePart.Year }, day);

    string RateJoin() =>
        $"left join fx_rate x on x.date_id = f.date_id and x.from_currency = f.currency and x.to_currency = {Currency()}";

    /// <summary>A day's own rate; of a range total, the mean of its days' rates.</summary>
    public string Rate(Arm arm) => $"case when f.currency = {Currency()} then 1 else {(arm.IsPeriod ? MeanRate() : "x.rate")} end";

    string MeanRate() => "(select case when count(x.rate) = f.last_day - f.first_day + 1 then cast(avg(x.rate) as numeric(18, 9)) end "
        + "from fx_rate x join dim_date d on d.date_id = x.date_id "
        + $"where x.from_currency = f.currency and x.to_currency = {Currency()} and d.date between f.first_day and f.last_day)";

    string Currency() => values.Put("currency", query.Currency!);
}
