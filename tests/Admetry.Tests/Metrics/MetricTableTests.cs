using Admetry.Metrics;
using Xunit;

namespace Admetry.Tests.Metrics;

public sealed class MetricTableTests
{
    static readonly MetricQuery Query = new()
    {
        Principal = Principal.Everything("test"), Days = DateRange.Day(new(2024, 1, 1)), By = [Dimensions.Channel, Dimensions.Client],
        Metrics = [CostMetrics.Spend, DeliveryMetrics.Clicks, CostMetrics.Cpc], Comparison = Comparison.Previous, Totals = true,
    };

    static readonly MetricTable Table = Make(Query, "EUR", 3,
        ["search", "C1", "social", "C1", "", ""],
        [
            MetricValue.Exact(10), MetricValue.Count(4), MetricValue.Number(2.5), MetricValue.Exact(0), MetricValue.Null, MetricValue.Null,
            MetricValue.Exact(10), MetricValue.Count(4), MetricValue.Number(2.5),
        ],
        [
            MetricValue.Exact(8), MetricValue.Count(0), MetricValue.Null, MetricValue.Null, MetricValue.Count(3), MetricValue.Number(1),
            MetricValue.Exact(8), MetricValue.Count(3), MetricValue.Number(8.0 / 3),
        ], hasTotal: true);

    [Fact]
    public void Rows_give_keys_and_values_by_place_and_by_name()
    {
        var row = Table.Rows[0];

        Assert.Equal(("search", "C1", "search"), (row.Key(0), row.Key(Dimensions.Client), row.Key(Dimensions.Channel)));
        Assert.Equal((10m, 4m, 2.5m), (row[0].AsDecimal, row[DeliveryMetrics.Clicks].AsDecimal, row[CostMetrics.Cpc].AsDecimal));
    }

    [Fact]
    public void The_total_is_no_row()
    {
        Assert.Equal(["search", "social"], Table.Rows.Select(row => row.Key(0)));
        Assert.True(((System.Collections.IEnumerable)Table.Rows).GetEnumerator().MoveNext());
        Assert.Equal(2.5, Table.Total!.Value[2].AsDouble);
        Assert.Throws<ArgumentOutOfRangeException>(() => Table.Rows[2]);
    }

    [Fact]
    public void Changes_are_of_the_values_own_kind_and_null_where_either_is()
    {
        var (first, second) = (Table.Rows[0], Table.Rows[1]);

        Assert.Equal(MetricValue.Exact(2), first.Change(CostMetrics.Spend));
        Assert.Equal(MetricValue.Count(4), first.Change(1));
        Assert.Equal(2.5 - (8.0 / 3), Table.Total!.Value.Change(CostMetrics.Cpc).AsDouble);
        Assert.True(first.Change(2).IsNull);
        Assert.True(second.Change(0).IsNull);
        Assert.Equal(MetricValue.Exact(8), first.Previous(CostMetrics.Spend));
    }

    [Fact]
    public void A_relative_change_over_nothing_is_null()
    {
        Assert.Equal(0.25, Table.Rows[0].RelativeChange(CostMetrics.Spend));
        Assert.Null(Table.Rows[0].RelativeChange(DeliveryMetrics.Clicks));
        Assert.Null(Table.Rows[0].RelativeChange(CostMetrics.Cpc));
        Assert.Null(Table.Rows[1].RelativeChange(DeliveryMetrics.Clicks));
    }

    [Fact]
    public void What_was_not_asked_for_is_refused()
    {
        Assert.Throws<ArgumentException>(() => Table.Rows[0][CostMetrics.Cpm]);
        Assert.Throws<ArgumentException>(() => Table.Rows[0].Key(Dimensions.Ad));
    }

    [Fact]
    public void A_table_knows_its_question_currency_and_days() => Assert.Equal(
        ("EUR", "2023-12-25", 3, 2), (Table.Currency, Table.ComparedWith?.ToString(), Table.Metrics.Count, Table.Keys.Count));

    [Fact]
    public void Without_a_comparison_nothing_came_before()
    {
        var table = Make(Query with { Comparison = Comparison.None, By = [], Totals = false }, null, 1,
            [], [MetricValue.Null, MetricValue.Null, MetricValue.Null], []);

        Assert.True(table.Rows[0].Previous(0).IsNull);
        Assert.Null(table.ComparedWith);
        Assert.Null(table.Total);
    }

    [Fact]
    public void Lengths_that_do_not_fit_are_refused()
    {
        Assert.Throws<ArgumentException>(() => Make(Query, null, 1, [], [], []));
        Assert.Throws<ArgumentException>(() => Make(Query, null, 1, ["a", "b"], [], []));
        Assert.Throws<ArgumentException>(() => Make(Query, null, 1, ["a", "b"], [default, default, default], []));
        Assert.Throws<ArgumentException>(() => Make(Query, null, 0, [], [], [], hasTotal: true));
    }

    [Fact]
    public void Values_write_every_digit_and_no_needless_zero()
    {
        Assert.Equal(
            ["", "12", "1.5", "0.1", "0.30000000000000004", "1234567.123456"],
            [$"{MetricValue.Null}", $"{MetricValue.Count(12)}", $"{MetricValue.Exact(1.500000m)}", $"{MetricValue.Exact(0.1m)}",
             $"{MetricValue.Number(0.1 + 0.2)}", $"{MetricValue.Exact(1234567.123456m)}"]);
    }

    [Fact]
    public void Values_convert_without_a_surprise()
    {
        Assert.Equal((12.0, 1.5, 0.25), (MetricValue.Count(12).AsDouble, MetricValue.Exact(1.5m).AsDouble, MetricValue.Number(0.25).AsDouble));
        Assert.Equal((12m, 0.25m), (MetricValue.Count(12).AsDecimal, MetricValue.Number(0.25).AsDecimal));
        Assert.Null(MetricValue.Null.AsDecimal);
        Assert.Null(MetricValue.Null.AsDouble);
        Assert.Equal(ValueKind.Number, MetricValue.Number(1).Kind);
        Assert.Equal(0.75, MetricValue.Count(1).Less(MetricValue.Number(0.25)).AsDouble);
    }

    /// <summary>A table of columns made from rows.</summary>
    static MetricTable Make(
        MetricQuery query, string? currency, int rows, string[] keys, MetricValue[] values, MetricValue[] previous, bool hasTotal = false)
    {
        var (names, numbers) = (query.Keys.Count, query.Metrics.Count);
        return new(query, currency, rows, [.. Enumerable.Range(0, keys.Length == 0 ? 0 : names).Select(Names)], Columns(values), Columns(previous), hasTotal);

        Segments<string> Names(int column)
        {
            var made = new Segments<string>();
            foreach (var i in Enumerable.Range(0, keys.Length).Where(i => i % names == column))
                made.Add(keys[i]);
            return made;
        }

        MetricColumn[] Columns(MetricValue[] from) => from is [] ? [] : [.. Enumerable.Range(0, numbers).Select(column =>
        {
            var holds = query.Metrics[column].Holds;
            var made = new MetricColumn(holds);
            foreach (var value in from.Where((_, i) => i % numbers == column))
                Add(made, holds, value);
            return made;
        })];
    }

    static void Add(MetricColumn to, ValueKind holds, MetricValue value)
    {
        if (holds is ValueKind.Count)
            to.Add((long)(value.AsDecimal ?? 0), value.IsNull);
        else if (holds is ValueKind.Exact)
            to.Add(value.AsDecimal ?? 0, value.IsNull);
        else
            to.Add(value.AsDouble ?? 0, value.IsNull);
    }
}
