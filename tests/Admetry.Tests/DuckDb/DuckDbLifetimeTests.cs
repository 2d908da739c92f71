using System.Data;
using System.Diagnostics;
using Admetry.DuckDb;
using Admetry.Tests.Fixtures;
using Xunit;

namespace Admetry.Tests.DuckDb;

[Collection(nameof(Alone))]
public sealed class DuckDbLifetimeTests : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("admetry-duckdb-").FullName;

    string Database => $"Data Source={Path.Combine(folder, "test.duckdb")}";

    [Fact]
    public void Connections_of_one_file_see_each_others_rows()
    {
        using var source = new DuckDbDataSource(Database);
        using var writer = source.OpenConnection();
        using var reader = source.OpenConnection();
        writer.Run("create table t as select 1 as a");

        Assert.Equal(1, reader.Scalar("select a from t"));
    }

    [Fact]
    public void Data_sources_of_one_file_share_its_database_whatever_the_path_is_called()
    {
        Directory.CreateSymbolicLink(Path.Combine(folder, "link"), folder);
        using var first = new DuckDbDataSource($"{Database};threads=2");
        using var second = new DuckDbDataSource($"Data Source={Path.Combine(folder, "link", "..", "link", ".", "test.duckdb")}");
        using var writer = first.OpenConnection();
        using var reader = second.OpenConnection();
        writer.Run("create table t as select 1 as a");

        Assert.Equal(1, reader.Scalar("select a from t"));
        Assert.Equal(2L, reader.Scalar("select current_setting('threads')"));
    }

    [Fact]
    public void A_file_that_is_open_refuses_other_settings()
    {
        using var first = new DuckDbDataSource($"{Database};threads=2");
        using var open = first.OpenConnection();
        using var second = new DuckDbDataSource($"{Database};threads=1");

        var error = Assert.Throws<InvalidOperationException>(second.OpenConnection);
        Assert.Contains("threads=2", error.Message, StringComparison.Ordinal);
        Assert.Contains("threads=1", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_closes_with_its_last_holder()
    {
        var source = new DuckDbDataSource($"{Database};threads=2");
        var connection = source.OpenConnection();
        source.Dispose();
        Assert.Equal(1, connection.Scalar("select 1"));
        Assert.Throws<ObjectDisposedException>(source.OpenConnection);
        connection.Dispose();

        using var other = new DuckDbConnection($"{Database};threads=1;Access Mode=read_write");
        other.Open();
        Assert.Equal(1L, other.Scalar("select current_setting('threads')"));
    }

    [Fact]
    public void A_read_only_file_refuses_to_be_written()
    {
        using (var writer = new DuckDbConnection(Database))
        {
            writer.Open();
            writer.Run("create table t as select 1 as a");
        }

        using var reader = new DuckDbConnection($"{Database};Access Mode=read_only");
        reader.Open();
        Assert.Equal(1, reader.Scalar("select a from t"));
        Assert.Equal(DuckDbErrorType.InvalidInput, Assert.Throws<DuckDbException>(() => reader.Run("drop table t")).ErrorType);
    }

    [Fact]
    public void Settings_are_set_on_open()
    {
        using var connection = DuckDbTestDatabase.InMemory($"memory_limit=123MiB;Temp Directory={folder}");

        Assert.Equal("123.0 MiB|2|" + folder + "|false|false|UTC", connection.Scalar(
            """
            select concat_ws('|', current_setting('memory_limit'), current_setting('threads'),
              current_setting('temp_directory'), current_setting('autoload_known_extensions'),
              current_setting('autoinstall_known_extensions'), current_setting('TimeZone'))
            """));
    }

    [Fact]
    public void An_unknown_setting_is_named() =>
        Assert.Contains("nonsense", Assert.Throws<DuckDbException>(() => DuckDbTestDatabase.InMemory("nonsense=1")).Message,
            StringComparison.Ordinal);

    [Fact]
    public void A_locked_database_reads_no_file_and_changes_no_setting()
    {
        using var connection = DuckDbTestDatabase.InMemory("Locked=true");
        var file = Path.Combine(folder, "secret.csv");
        File.WriteAllText(file, "a\n1\n");

        Assert.Equal(1, connection.Scalar("select 1"));
        Assert.Throws<DuckDbException>(() => connection.Scalar($"select * from '{file}'"));
        Assert.Throws<DuckDbException>(() => connection.Run("set threads = 1"));
        Assert.Throws<DuckDbException>(() => connection.Run("set enable_external_access = true"));
        Assert.Throws<DuckDbException>(() => connection.Run("load httpfs"));
    }

    [Fact]
    public void A_file_that_is_no_database_is_an_error()
    {
        File.WriteAllText(Path.Combine(folder, "test.duckdb"), new string('x', 20_000));
        using var source = new DuckDbDataSource(Database);

        Assert.Contains("not a valid DuckDB", Assert.Throws<DuckDbException>(source.OpenConnection).Message,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("reader command connection source"), InlineData("source connection command reader")]
    [InlineData("connection reader source command"), InlineData("command source reader connection")]
    [InlineData("connection connection source command reader reader"), InlineData("source reader connection command")]
    public async Task Everything_is_disposed_in_any_order(string order)
    {
        var source = new DuckDbDataSource(Database);
        var connection = source.OpenConnection();
        var command = connection.Command("select i from range(1000000) t(i)");
        command.Prepare();
        var reader = command.ExecuteReader();
        Assert.True(reader.Read());
        foreach (var name in order.Split(' '))
            await (name switch
            {
                "reader" => reader.DisposeAsync(),
                "command" => command.DisposeAsync(),
                "connection" => connection.DisposeAsync(),
                _ => source.DisposeAsync(),
            });

        Assert.Equal((true, ConnectionState.Closed), (reader.IsClosed, connection.State));
        using var again = new DuckDbConnection($"{Database};threads=1");
        again.Open();
        Assert.Equal(1, again.Scalar("select 1"));
    }

    [Fact]
    public void A_closed_connection_opens_again_with_its_prepared_commands()
    {
        using var connection = DuckDbTestDatabase.InMemory();
        using var command = connection.Command("select 5");
        command.Prepare();
        Assert.Equal(5, command.ExecuteScalar());
        connection.Close();
        Assert.Throws<InvalidOperationException>(command.ExecuteScalar);
        connection.Open();

        Assert.Equal(5, command.ExecuteScalar());
    }

    [Fact]
    public void A_second_reader_on_a_connection_is_refused()
    {
        using var connection = DuckDbTestDatabase.InMemory();
        using (var reader = connection.Command("select 1").ExecuteReader())
        {
            Assert.Throws<InvalidOperationException>(() => connection.Scalar("select 2"));
            Assert.True(reader.Read());
        }

        Assert.Equal(2, connection.Scalar("select 2"));
    }

    [Fact]
    public void Ten_thousand_queries_leave_nothing_behind()
    {
        using var source = new DuckDbDataSource($"{Database};threads=1;memory_limit=100MB");
        Loop(source, 2_000);
        using var process = Process.GetCurrentProcess();
        var (memory, handles) = (process.WorkingSet64, process.HandleCount);
        Loop(source, 10_000);
        process.Refresh();

        Assert.True(process.WorkingSet64 - memory < 40_000_000, $"Grew by {process.WorkingSet64 - memory:N0} bytes.");
        Assert.True(process.HandleCount - handles < 20, $"Grew by {process.HandleCount - handles} handles.");
    }

    static void Loop(DuckDbDataSource source, int count)
    {
        for (var i = 0; i < count; i++)
        {
            using var connection = source.OpenConnection();
            using var command = connection.Command("select @a, 'a text longer than twelve', [1, 2], @b", ("a", i), ("b", 1.5m));
            using var reader = command.ExecuteReader();
            Assert.True(reader.Read() && reader.GetInt32(0) == i && reader.GetFieldValue<int[]>(2).Length == 2);
            if (i % 100 != 0)
                continue;
            reader.Dispose();
            Assert.Throws<DuckDbException>(() => connection.Scalar("select broken from nowhere"));
        }
    }

    [Fact]
    public async Task Eight_threads_work_on_eight_connections()
    {
        using var source = new DuckDbDataSource(Database);
        using (var connection = source.OpenConnection())
            connection.Run("create table t (worker integer, i integer)");

        await Task.WhenAll(Enumerable.Range(0, 8).Select(worker => Task.Run(() =>
        {
            using var connection = source.OpenConnection();
            for (var i = 0; i < 50; i++)
            {
                connection.Run("insert into t values (@worker, @i)", ("worker", worker), ("i", i));
                Assert.Equal(i + 1L, connection.Scalar("select count(*) from t where worker = @worker", ("worker", worker)));
            }
        }, TestContext.Current.CancellationToken)));

        using var check = source.OpenConnection();
        Assert.Equal(400L, check.Scalar("select count(*) from (select distinct worker, i from t)"));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
