using Admetry.App.Pipeline;
using Xunit;

namespace Admetry.Tests.Pipeline;

public sealed class ReadAheadTests
{
    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, InlineData(0), InlineData(1), InlineData(512), InlineData(513), InlineData(20_000)]
    public void Every_item_comes_once_and_in_order(int count) =>
        Assert.Equal(Enumerable.Range(0, count), ReadAhead.Of(Enumerable.Range(0, count), Cancel));

    [Fact]
    public void A_fault_of_the_source_comes_after_the_items_before_it()
    {
        var taken = new List<int>();

        var fault = Assert.Throws<InvalidDataException>(() =>
        {
            foreach (var item in ReadAhead.Of(Broken(1_000), Cancel))
                taken.Add(item);
        });

        Assert.Equal("after 1000", fault.Message);
        Assert.Equal(Enumerable.Range(0, 1_000), taken);
    }

    [Fact]
    public void Who_stops_early_ends_the_reading_before_going_on()
    {
        var isClosed = false;

        Assert.Equal(3, ReadAhead.Of(Endless(() => isClosed = true), Cancel).Take(3).Count());

        Assert.True(isClosed);
    }

    [Fact]
    public async Task A_cancelled_reading_ends()
    {
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();

        Assert.ThrowsAny<OperationCanceledException>(() => ReadAhead.Of(Endless(() => { }), stop.Token).Count());
    }

    static IEnumerable<int> Broken(int good)
    {
        for (var i = 0; i < good; i++)
            yield return i;
        throw new InvalidDataException($"after {good}");
    }

    static IEnumerable<int> Endless(Action closed)
    {
        try
        {
            for (var i = 0; ; i = (i + 1) % 1_000)
                yield return i;
        }
        finally
        {
            closed();
        }
    }
}
