using Admetry.DuckDb;
using Dapper;
using Xunit;

namespace Admetry.Tests.DuckDb;

public sealed class DuckDbDapperTests : IDisposable
{
    readonly DuckDbConnection connection = DuckDbTestDatabase.InMemory();

    enum Channel
    {
        Search = 1,
        Social = 2,
    }

    sealed class Booking
    {
        public Channel Channel { get; set; }
    }

    sealed record Row(int Id, string Name, decimal Spend, DateOnly Day, long? Clicks);

    public DuckDbDapperTests() => connection.Execute(
        """
        create table ad (id integer, name varchar, spend decimal(18,4), day date, clicks bigint);
        insert into ad values (1, 'one', 1.5, '2024-01-01', 10), (2, 'two', 2.25, '2024-01-02', null),
          (3, 'three', 1234.5678, '2024-01-03', 30);
        """);

    [Fact]
    public void Records_are_read_by_their_constructor() =>
        Assert.Equal(
            [new(1, "one", 1.5m, new(2024, 1, 1), 10), new(2, "two", 2.25m, new(2024, 1, 2), null)],
            connection.Query<Row>("select * from ad where id < @limit order by id", new { limit = 3 }));

    [Fact]
    public void A_list_expands() =>
        Assert.Equal([1, 3], connection.Query<int>(
            "select id from ad where id in @ids order by id", new { ids = new[] { 1, 3 } }));

    [Fact]
    public void A_list_expands_with_the_engines_sign_too() =>
        Assert.Equal([1, 3], connection.Query<int>(
            "select id from ad where id in $ids order by id", new { ids = new[] { 1, 3 } }));

    [Fact]
    public void An_empty_list_matches_nothing() =>
        Assert.Empty(connection.Query<int>("select id from ad where id in @ids", new { ids = Array.Empty<int>() }));

    [Fact]
    public void Parameters_go_by_name_whatever_their_order_and_letter_case() =>
        Assert.Equal("x-1-x", connection.QuerySingle<string>(
            "select @b || '-' || @A || '-' || @b", new { a = 1, unused = 5, B = "x" }));

    [Fact]
    public void Days_travel_as_DateOnly() =>
        Assert.Equal(new DateOnly(2024, 1, 2), connection.QuerySingle<DateOnly>(
            "select day from ad where day = @day", new { day = new DateOnly(2024, 1, 2) }));

    [Fact]
    public void Rows_without_a_class_hold_the_engines_types()
    {
        var row = connection.QuerySingle("select spend, day, sum(id) over () as total from ad where id = 1");

        Assert.Equal(1.5m, (decimal)row.spend);
        Assert.Equal(new DateOnly(2024, 1, 1), (DateOnly)row.day);
        Assert.Equal(1L, (long)row.total);
    }

    [Fact]
    public void Many_objects_are_inserted_one_by_one() =>
        Assert.Equal(2, connection.Execute("insert into ad (id, name) values (@Id, @Name)",
            new[] { new { Id = 8, Name = "eight" }, new { Id = 9, Name = "nine" } }));

    [Fact]
    public void A_sum_over_the_engines_wide_integers_reads_as_long() =>
        Assert.Equal(40L, connection.ExecuteScalar<long>("select sum(clicks) from ad"));

    [Fact]
    public void An_enum_is_read_from_its_name_and_sent_as_its_number() =>
        Assert.Equal((Channel.Social, 2), (
            connection.QuerySingle<Booking>("select 'Social' as channel").Channel,
            connection.QuerySingle<int>("select @channel", new { channel = Channel.Social })));

    [Fact]
    public void Several_results_are_read_in_turn()
    {
        using var results = connection.QueryMultiple("select 1; select 'two'; select 3.0::double", null);

        Assert.Equal(1, results.ReadSingle<int>());
        Assert.Equal("two", results.ReadSingle<string>());
        Assert.Equal(3.0, results.ReadSingle<double>());
    }

    [Fact]
    public async Task Asynchronous_rows_arrive_under_a_token()
    {
        using var source = new CancellationTokenSource();
        var command = new CommandDefinition("select i from range(5000) t(i)", cancellationToken: source.Token);

        Assert.Equal(5000 * 4999L / 2, (await connection.QueryAsync<long>(command)).Sum());
    }

    [Fact]
    public async Task Unbuffered_rows_stream()
    {
        var seen = 0L;
        await foreach (var number in connection.QueryUnbufferedAsync<long>("select i from range(100000000000) t(i)"))
            if ((seen = number) == 10_000)
                break;

        Assert.Equal(10_000, seen);
        Assert.Equal(7, connection.ExecuteScalar<int>("select 7"));
    }

    [Fact]
    public void A_transaction_is_handed_through()
    {
        using (var transaction = connection.BeginTransaction())
            connection.Execute("delete from ad", transaction: transaction);

        Assert.Equal(3L, connection.ExecuteScalar<long>("select count(*) from ad"));
    }

    public void Dispose() => connection.Dispose();
}
