using System.Data;
using Admetry.DuckDb;
using Xunit;

namespace Admetry.Tests.DuckDb;

public sealed class DuckDbStatementTests : IDisposable
{
    readonly DuckDbConnection connection = DuckDbTestDatabase.InMemory();

    [Fact]
    public void Statements_run_in_order_and_those_with_rows_are_results()
    {
        using var reader = connection.Command(
            """
            create table t (a integer); insert into t values (1), (2); select * from t;
            update t set a = a + @n; select sum(a) from t
            """,
            ("n", 10)).ExecuteReader();

        Assert.True(reader.Read() && reader.Read() && !reader.Read());
        Assert.True(reader.NextResult() && reader.Read());
        Assert.Equal(23L, reader.GetValue(0));
        Assert.False(reader.NextResult());
        Assert.Equal(4, reader.RecordsAffected);
    }

    [Fact]
    public void What_the_reader_does_not_reach_runs_when_it_closes()
    {
        Assert.Equal(1, connection.Scalar("select 1; create table t as select 5 as a; insert into t values (6)"));

        Assert.Equal(2L, connection.Scalar("select count(*) from t"));
    }

    [Fact]
    public void After_an_error_the_rest_is_given_up()
    {
        connection.Run("create table t (a integer)");

        Assert.Throws<DuckDbException>(
            () => connection.Run("insert into t values (1); select nothing; insert into t values (2)"));
        Assert.Equal(1L, connection.Scalar("select count(*) from t"));
    }

    [Theory]
    [InlineData("create table u (a integer)", -1)]
    [InlineData("insert into t values (1), (2)", 2)]
    [InlineData("update t set a = 9 where a > 0", 3)]
    [InlineData("delete from t where a = 1", 1)]
    [InlineData("delete from t where a = 99", 0)]
    [InlineData("insert into t values (7), (8) returning a", 2)]
    [InlineData("select 1", -1)]
    [InlineData("-- nothing at all", -1)]
    [InlineData("", -1)]
    public void The_rows_affected_are_counted(string sql, int expected)
    {
        connection.Run("create table t as select unnest([1, 2, 3]) as a");

        Assert.Equal(expected, connection.Run(sql));
    }

    [Fact]
    public void A_result_without_rows_still_has_columns()
    {
        using var reader = connection.Command("select 1 as a where false").ExecuteReader();

        Assert.Equal((false, 1, "a", false), (reader.HasRows, reader.FieldCount, reader.GetName(0), reader.Read()));
        Assert.Throws<InvalidOperationException>(() => reader.GetValue(0));
    }

    [Fact]
    public void An_error_carries_message_kind_and_place()
    {
        var error = Assert.Throws<DuckDbException>(() => connection.Scalar("select 1,\n       missing\nfrom range(3)"));

        Assert.Equal((DuckDbErrorType.Binder, 2, 8), (error.ErrorType, error.Line, error.Column));
        Assert.Contains("missing", error.Message, StringComparison.Ordinal);
        Assert.False(error.IsTransient);
    }

    [Theory]
    [InlineData("selec 1", DuckDbErrorType.Parser)]
    [InlineData("select * from nowhere", DuckDbErrorType.Catalog)]
    [InlineData("select 'x'::integer", DuckDbErrorType.Conversion)]
    [InlineData("select i::tinyint from range(100000) t(i)", DuckDbErrorType.Conversion)]
    [InlineData("insert into one values (1)", DuckDbErrorType.Constraint)]
    [InlineData("select error('my own words')", DuckDbErrorType.InvalidInput)]
    public void Each_kind_of_error_is_told_apart(string sql, DuckDbErrorType expected)
    {
        connection.Run("create table one (a integer primary key); insert into one values (1)");
        var error = Assert.Throws<DuckDbException>(() =>
        {
            using var reader = connection.Command(sql).ExecuteReader();
            while (reader.Read())
                Assert.False(reader.IsDBNull(0));
        });

        Assert.Equal(expected, error.ErrorType);
    }

    [Fact]
    public void A_later_statement_claims_no_place() =>
        Assert.Null(Assert.Throws<DuckDbException>(() => connection.Run("select 1; select missing")).Line);

    [Fact]
    public void A_transaction_commits_or_rolls_back()
    {
        connection.Run("create table t (a integer)");
        using (var kept = connection.BeginTransaction())
        {
            connection.Run("insert into t values (1)");
            kept.Commit();
            Assert.Throws<InvalidOperationException>(kept.Rollback);
        }

        using (var undone = connection.BeginTransaction())
        {
            connection.Run("insert into t values (2)");
            undone.Rollback();
        }

        using (connection.BeginTransaction())
            connection.Run("insert into t values (3)");

        Assert.Equal(1L, connection.Scalar("select sum(a) from t"));
    }

    [Fact]
    public void A_nested_transaction_is_refused()
    {
        using var outer = connection.BeginTransaction();

        Assert.Throws<InvalidOperationException>(connection.BeginTransaction);
        Assert.Throws<NotSupportedException>(() => connection.BeginTransaction(IsolationLevel.Serializable));
    }

    [Fact]
    public void A_failed_statement_fails_its_transaction_and_the_next_one_works()
    {
        connection.Run("create table t (a integer primary key)");
        using (var transaction = connection.BeginTransaction())
        {
            connection.Run("insert into t values (1)");
            Assert.Throws<DuckDbException>(() => connection.Run("insert into t values (1)"));
            Assert.Throws<DuckDbException>(() => connection.Run("insert into t values (2)"));
        }

        using (var transaction = connection.BeginTransaction())
        {
            connection.Run("insert into t values (3)");
            transaction.Commit();
        }

        Assert.Equal(3, connection.Scalar("select a from t"));
    }

    [Fact]
    public void A_write_conflict_is_transient()
    {
        using var source = new DuckDbDataSource("Data Source=:memory:");
        using var first = source.OpenConnection();
        using var second = source.OpenConnection();
        first.Run("create table t as select 1 as a");
        using var one = first.BeginTransaction();
        using var two = second.BeginTransaction();
        first.Run("update t set a = 2");

        Assert.True(Assert.Throws<DuckDbException>(() => second.Run("update t set a = 3")).IsTransient);
    }

    [Fact]
    public void A_reader_left_in_the_middle_does_not_keep_a_transaction_open()
    {
        connection.Run("create table t as select i from range(100000) t(i)");
        using (var reader = connection.Command("select i from t").ExecuteReader())
            Assert.True(reader.Read());
        using (var transaction = connection.BeginTransaction())
        {
            using (var reader = connection.Command("select i from t").ExecuteReader())
                Assert.True(reader.Read());
            connection.Run("delete from t");
            transaction.Commit();
        }

        Assert.Equal(0L, connection.Scalar("select count(*) from t"));
    }

    [Fact]
    public void The_schema_lists_tables_and_columns()
    {
        connection.Run("create table ad (id bigint not null, spend decimal(18,4)); create view v as select 1 as a");

        Assert.Equal(["ad", "v"], connection.GetSchema("Tables").Rows.Cast<DataRow>().Select(row => row["table_name"]));
        Assert.Equal(["id BIGINT NO", "spend DECIMAL(18,4) YES"],
            connection.GetSchema("Columns", [null, "main", "ad"]).Rows.Cast<DataRow>()
                .Select(row => $"{row["column_name"]} {row["data_type"]} {row["is_nullable"]}"));
        Assert.Equal(3, connection.GetSchema().Rows.Count);
        Assert.Throws<ArgumentException>(() => connection.GetSchema("Nonsense"));
    }

    public void Dispose() => connection.Dispose();
}
