using Admetry.Connectors.Exports.Tables;
using Xunit;

namespace Admetry.Tests.Exports;

public sealed class HandOverTests
{
    [Theory, InlineData(1), InlineData(2), InlineData(64)]
    public async Task All_things_come_once_and_in_order_however_few_fit(int most)
    {
        var between = new HandOver<int>(most);
        var giving = Task.Run(() =>
        {
            for (var i = 0; i < 10_000; i++)
                Assert.True(between.Give(i));
            between.Complete();
        }, TestContext.Current.CancellationToken);

        for (var i = 0; i < 10_000; i++)
            Assert.True(between.TryTake(out var taken) && taken == i);
        Assert.False(between.TryTake(out _));
        await giving;
    }

    [Fact]
    public async Task Who_waits_for_room_is_told_that_nobody_takes_any_more()
    {
        var between = new HandOver<int>(1);
        Assert.True(between.Give(1));
        var waiting = Task.Run(() => between.Give(2), TestContext.Current.CancellationToken);

        between.Abandon();

        Assert.False(await waiting);
        Assert.False(between.TryTake(out _));
    }

    [Fact]
    public async Task Who_waits_for_a_thing_gets_it_or_the_end()
    {
        var between = new HandOver<string>(4);
        var taking = Task.Run(() => between.TryTake(out var first) ? first : "none", TestContext.Current.CancellationToken);
        Assert.True(between.Give("a thing"));
        Assert.Equal("a thing", await taking);

        var ending = Task.Run(() => between.TryTake(out _), TestContext.Current.CancellationToken);
        between.Complete();
        Assert.False(await ending);
    }
}
