using Admetry.Metrics;
using Xunit;

namespace Admetry.Tests.Metrics;

public sealed class MetricColumnTests
{
    [Fact]
    public void Whatever_is_added_in_pieces_of_any_length_comes_out_in_its_order()
    {
        var random = new Random(7);
        var (items, wanted) = (new Segments<int>(), new List<int>());
        while (wanted.Count < 20_000)
        {
            int[] some = [.. Enumerable.Range(wanted.Count, random.Next(0, 3_000))];
            if (random.Next(2) is 0)
                items.Add(some);
            else
                foreach (var one in some)
                    items.Add(one);
            wanted.AddRange(some);
        }

        Assert.Equal(wanted, Enumerable.Range(0, items.Count).Select(i => items[i]));
        Assert.Throws<ArgumentOutOfRangeException>(() => items[items.Count]);
        Assert.Throws<ArgumentOutOfRangeException>(() => items[-1]);
    }

    [Fact]
    public void A_null_stays_where_it_was_added_whether_many_rows_or_one_came_before()
    {
        var counts = new MetricColumn(ValueKind.Count);
        counts.Add([1, 2]);
        counts.Add(0L, isNull: true);
        counts.Add([3, 4]);
        counts.Add(5, isNull: false);

        Assert.Equal(["1", "2", "", "3", "4", "5"], Enumerable.Range(0, counts.Count).Select(row => $"{counts[row]}"));
    }

    [Fact]
    public void Each_kind_keeps_its_own_type()
    {
        var (exact, number) = (new MetricColumn(ValueKind.Exact), new MetricColumn(ValueKind.Number));
        exact.Add(0.1m, isNull: false);
        exact.Add(0m, isNull: true);
        number.Add([0.1, 0.2]);
        number.Add(0.3, isNull: false);

        Assert.Equal([MetricValue.Exact(0.1m), MetricValue.Null], [exact[0], exact[1]]);
        Assert.Equal([MetricValue.Number(0.1), MetricValue.Number(0.2), MetricValue.Number(0.3)], [number[0], number[1], number[2]]);
    }
}
