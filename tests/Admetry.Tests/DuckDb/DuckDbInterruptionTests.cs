using System.Diagnostics;
using Admetry.DuckDb;
using Admetry.Tests.Fixtures;
using Xunit;

namespace Admetry.Tests.DuckDb;

/// <summary>Alone, since time and the process's memory are measured.</summary>
[Collection(nameof(Alone))]
public sealed class DuckDbInterruptionTests : IDisposable
{
    const string Endless = "select count(*) from range(10000000) a, range(10000000) b where hash(a.range + b.range) = 1";
    static readonly TimeSpan Soon = TimeSpan.FromMilliseconds(100);

    readonly DuckDbConnection connection = DuckDbTestDatabase.InMemory();

    [Fact]
    public async Task A_token_stops_a_query_within_a_second()
    {
        using var source = new CancellationTokenSource();
        await using var command = connection.Command(Endless);
        var query = command.ExecuteScalarAsync(source.Token);
        await Task.Delay(Soon, TestContext.Current.CancellationToken);
        var watch = Stopwatch.StartNew();
        await source.CancelAsync();

        var error = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => query);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(1), $"It took {watch.Elapsed}.");
        Assert.Equal(source.Token, error.CancellationToken);
        Assert.Equal(1, connection.Scalar("select 1"));
    }

    [Fact]
    public async Task A_token_cancelled_before_runs_nothing()
    {
        connection.Run("create table t (a integer)");
        await using var command = connection.Command("insert into t values (1)");

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => command.ExecuteNonQueryAsync(new CancellationToken(canceled: true)));
        Assert.Equal(0L, connection.Scalar("select count(*) from t"));
    }

    [Fact]
    public async Task A_token_stops_a_stream_that_finds_no_more_rows()
    {
        using var source = new CancellationTokenSource();
        await using var command = connection.Command(
            "select i from range(100000000000) t(i) where i < 1000000 or hash(i) = 1");
        await using (var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken))
        {
            for (var i = 0; i < 500_000; i++)
                Assert.True(await reader.ReadAsync(TestContext.Current.CancellationToken));
            source.CancelAfter(Soon);
            var watch = Stopwatch.StartNew();

            await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
            {
                while (await reader.ReadAsync(source.Token))
                    Assert.True(reader.GetInt64(0) >= 500_000);
            });
            Assert.True(watch.Elapsed < Soon + TimeSpan.FromSeconds(1), $"It took {watch.Elapsed}.");
        }

        Assert.Equal(1, connection.Scalar("select 1"));
    }

    [Fact]
    public async Task Cancel_stops_a_query_from_another_thread()
    {
        await using var command = connection.Command(Endless);
        var query = Task.Run(command.ExecuteScalar, TestContext.Current.CancellationToken);
        await Task.Delay(Soon, TestContext.Current.CancellationToken);
        command.Cancel();

        var error = await Assert.ThrowsAsync<DuckDbException>(() => query);
        Assert.Equal(DuckDbErrorType.Interrupt, error.ErrorType);
    }

    [Fact]
    public void Cancel_with_nothing_running_does_no_harm()
    {
        using var command = connection.Command("select 1");
        command.Cancel();
        Assert.Equal(1, command.ExecuteScalar());
        command.Cancel();
        Assert.Equal(1, command.ExecuteScalar());
    }

    [Fact]
    public void A_command_keeps_its_time_limit()
    {
        using var command = connection.Command(Endless);
        command.CommandTimeout = 1;
        var watch = Stopwatch.StartNew();

        var error = Assert.Throws<DuckDbException>(command.ExecuteScalar);
        Assert.InRange(watch.Elapsed.TotalSeconds, 0.9, 2);
        Assert.IsType<TimeoutException>(error.InnerException);
        Assert.Contains("time limit of 1 s", error.Message, StringComparison.Ordinal);
        Assert.Equal(1, connection.Scalar("select 1"));
    }

    [Fact]
    public async Task A_running_query_tells_its_progress()
    {
        connection.Run("create table t as select md5(i::varchar) as m from range(2000000) t(i)");
        using var source = new CancellationTokenSource();
        await using var command = connection.Command(
            "select sum(length(md5(md5(md5(md5(md5(md5(md5(md5(m)))))))))) from t");
        var query = command.ExecuteScalarAsync(source.Token);
        var seen = new List<DuckDbProgress>();
        for (var i = 0; i < 200 && !seen.Any(progress => progress.Share > 0); i++)
        {
            await Task.Delay(20, TestContext.Current.CancellationToken);
            seen.Add(connection.QueryProgress);
        }

        await source.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => query);
        Assert.Contains(seen, progress => progress.Share is > 0 and <= 1 && progress.RowsTotal > 0);
        Assert.Null(connection.QueryProgress.Share);
    }

    [Fact]
    public void A_large_result_does_not_materialise()
    {
        using var command = connection.Command("select i, 'a text that takes its room ' || i from range(1000000000) t(i)");
        using var reader = command.ExecuteReader();
        var before = Environment.WorkingSet;
        for (var i = 0; i < 2_000_000; i++)
            Assert.True(reader.Read() && reader.GetInt64(0) == i);

        Assert.True(Environment.WorkingSet - before < 100_000_000, "Two million rows of a billion stay in memory.");
    }

    public void Dispose() => connection.Dispose();
}
