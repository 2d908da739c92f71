using System.Numerics;
using Admetry.DuckDb;
using Xunit;

namespace Admetry.Tests.DuckDb;

public sealed class DuckDbAppenderTests : IDisposable
{
    static readonly Guid Known = new("00112233-4455-6677-8899-aabbccddeeff");

    readonly DuckDbConnection connection = DuckDbTestDatabase.InMemory();

    public static TheoryData<string, Action<DuckDbColumnWriter>, object> Values() => new()
    {
        { "boolean", c => c.Write(true), true },
        { "tinyint", c => c.Write(-128), sbyte.MinValue },
        { "smallint", c => c.Write(-32768), short.MinValue },
        { "integer", c => c.Write(int.MinValue), int.MinValue },
        { "bigint", c => c.Write(long.MinValue), long.MinValue },
        { "utinyint", c => c.Write(255), byte.MaxValue },
        { "usmallint", c => c.Write(65535), ushort.MaxValue },
        { "uinteger", c => c.Write(uint.MaxValue), uint.MaxValue },
        { "ubigint", c => c.Write(ulong.MaxValue), ulong.MaxValue },
        { "hugeint", c => c.Write(Int128.MinValue), (BigInteger)Int128.MinValue },
        { "uhugeint", c => c.Write((BigInteger)UInt128.MaxValue), (BigInteger)UInt128.MaxValue },
        { "float", c => c.Write(1.5), 1.5f },
        { "double", c => c.Write(double.NaN), double.NaN },
        { "double", c => c.Write(7), 7.0 },
        { "decimal(4,2)", c => c.Write(-99.99m), -99.99m },
        { "decimal(9,4)", c => c.Write(12345.67891m), 12345.6789m },
        { "decimal(9,1)", c => c.Write(-0.25m), -0.3m },
        { "decimal(18,4)", c => c.Write(12345678901234.5678m), 12345678901234.5678m },
        { "decimal(18,4)", c => c.Write(12), 12.0000m },
        { "decimal(38,10)", c => c.Write(-1234567890123456.1234567891m), -1234567890123456.1234567891m },
        { "decimal(38,0)", c => c.Write(decimal.MaxValue), decimal.MaxValue },
        { "decimal(18,2)", c => c.WriteUnscaled(-12345), -123.45m },
        { "date", c => c.Write(new DateOnly(2024, 2, 29)), new DateOnly(2024, 2, 29) },
        { "time", c => c.Write(new TimeOnly(1, 2, 3, 4, 5)), new TimeOnly(1, 2, 3, 4, 5) },
        { "timestamp", c => c.Write(DateTime.UnixEpoch.AddMicroseconds(-1)), DateTime.UnixEpoch.AddMicroseconds(-1) },
        { "timestamp_s", c => c.Write(DateTime.UnixEpoch.AddMilliseconds(-1)), DateTime.UnixEpoch.AddSeconds(-1) },
        { "timestamp_ms", c => c.Write(DateTime.UnixEpoch.AddMilliseconds(-1)), DateTime.UnixEpoch.AddMilliseconds(-1) },
        { "timestamp_ns", c => c.Write(DateTime.UnixEpoch.AddTicks(-1)), DateTime.UnixEpoch.AddTicks(-1) },
        {
            "timestamptz", c => c.Write(new DateTimeOffset(2024, 2, 29, 1, 0, 0, TimeSpan.FromHours(2))),
            new DateTime(2024, 2, 28, 23, 0, 0, DateTimeKind.Utc)
        },
        { "varchar", c => c.Write(""), "" },
        { "varchar", c => c.Write("twelve bytes"), "twelve bytes" },
        { "varchar", c => c.Write("Grüße, 世界 🦆, and more"), "Grüße, 世界 🦆, and more" },
        { "varchar", c => c.Write(new string('x', 100_000)), new string('x', 100_000) },
        { "varchar", c => c.Write("bytes in UTF-8: é"u8), "bytes in UTF-8: é" },
        { "blob", c => c.Write([0, 255, 1]), new byte[] { 0, 255, 1 } },
        { "uuid", c => c.Write(Known), Known },
        { "enum('search', 'social')", c => c.Write("social"), "social" },
        { "integer[]", c => c.WriteList(3, (e, i) => e.Write(i)), new[] { 0, 1, 2 } },
        { "varchar[]", c => c.WriteList(1, (e, _) => e.Write("longer than twelve")), new[] { "longer than twelve" } },
        { "integer[]", c => c.WriteList(0, (_, _) => { }), Array.Empty<int>() },
    };

    [Theory, MemberData(nameof(Values), DisableDiscoveryEnumeration = true)]
    public void Every_type_comes_back_as_it_was_written(string type, Action<DuckDbColumnWriter> write, object expected)
    {
        connection.Run($"create temp table t (i integer, v {type})");
        using (var appender = connection.CreateAppender("t"))
        {
            for (var i = 0; i < 2_100; i++)
            {
                appender.Column(0).Write(i);
                if (i % 3 == 1)
                    appender.Column(1).WriteNull();
                else
                    write(appender.Column(1));
                appender.EndRow();
            }

            appender.Complete();
            Assert.Equal(2_100, appender.RowCount);
        }

        Assert.Equal(700L, connection.Scalar("select count(*) filter (where v is null) from t"));
        Assert.Equal(1L, connection.Scalar("select count(distinct v) from t"));
        foreach (var row in new[] { 0, 2_049, 2_099 })
            Assert.Equal(expected, connection.Scalar("select v from t where i = @row", ("row", row)));
        Assert.Equal(DBNull.Value, connection.Scalar("select v from t where i = 2050"));
    }

    [Fact]
    public void Lists_keep_their_nulls_and_their_places()
    {
        connection.Run("create table t (v bigint[])");
        using (var appender = connection.CreateAppender("t"))
        {
            for (var row = 0; row < 5_000; row++)
            {
                var first = row;
                appender.Column(0).WriteList(row % 4, (element, i) => WriteSumUnlessEven(element, first + i));
                appender.EndRow();
            }

            appender.Complete();
        }

        Assert.Equal("[]|[1]|[NULL, 3]|[3, NULL, 5]|[]|[5]",
            connection.Scalar("select string_agg(v::varchar, '|' order by rowid) from t where rowid < 6"));
        Assert.Equal("[4999, NULL, 5001]", connection.Scalar("select v::varchar from t where rowid = 4999"));
        Assert.Equal(7_500L, connection.Scalar("select sum(len(v)) from t"));
    }

    static void WriteSumUnlessEven(DuckDbColumnWriter element, int value)
    {
        if (value % 2 == 0)
            element.WriteNull();
        else
            element.Write(value);
    }

    [Fact]
    public void Whole_spans_are_copied()
    {
        connection.Run("create table t (a bigint, b double)");
        using (var appender = connection.CreateAppender("t"))
        {
            var (a, b) = (Enumerable.Range(0, 5_000).Select(i => (long)i).ToArray(), new double[5_000]);
            b.AsSpan().Fill(0.5);
            for (var done = 0; done < a.Length;)
            {
                var count = Math.Min(appender.FreeRows, a.Length - done);
                appender.Column(0).WriteCells<long>(a.AsSpan(done, count));
                appender.Column(1).WriteCells<double>(b.AsSpan(done, count));
                appender.EndRows(count);
                done += count;
            }

            appender.Complete();
        }

        Assert.Equal("5000|12497500|2500.0", connection.Scalar("select concat_ws('|', count(*), sum(a), sum(b)) from t"));
    }

    [Fact]
    public void Columns_left_out_of_a_sparse_row_are_null()
    {
        connection.Scalar("create table t (a integer, b integer default 7, c varchar)");
        using (var appender = connection.CreateAppender("t"))
        {
            for (var i = 0; i < 5_000; i++)
            {
                appender.Column(0).Write(i);
                if (i % 3 == 0)
                    appender.Column(1).Write(i);
                if (i is >= 100 and < 4_000)
                    appender.Column(2).Write("text");
                appender.EndSparseRow();
            }

            appender.Complete();
        }

        Assert.Equal("5000 5000 1667 1667 3900 3900", connection.Scalar(
            """
            select concat_ws(' ', count(*), count(a), count(b), count(*) filter (b = a and a % 3 = 0), count(c),
              count(*) filter (c = 'text' and a >= 100 and a < 4000)) from t
            """));
    }

    [Theory]
    [InlineData("tinyint", "128"), InlineData("decimal(4,2)", "100"), InlineData("ubigint", "-1")]
    public void What_does_not_fit_names_the_column(string type, string value)
    {
        connection.Run($"create table t (v {type})");
        using var appender = connection.CreateAppender("t");

        var error = Assert.Throws<OverflowException>(
            () => appender.Column(0).Write(long.Parse(value, System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Contains("\"v\"", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Mistakes_of_the_caller_are_told()
    {
        connection.Run("create table t (a integer, b varchar)");
        using var appender = connection.CreateAppender("t");

        Assert.Throws<InvalidCastException>(() => appender.Column(0).Write("text"));
        Assert.Throws<InvalidCastException>(() => appender.Column(1).Write(1));
        Assert.Throws<ArgumentException>(() => appender.Column(1).Write([0xff, 0xfe]));
        appender.Column(0).Write(1);
        Assert.Throws<InvalidOperationException>(() => appender.Column(0).Write(2));
        Assert.Throws<InvalidOperationException>(appender.EndRow);
        Assert.Throws<DuckDbException>(() => connection.CreateAppender("nowhere"));
    }

    [Fact]
    public void Rows_not_completed_are_dropped()
    {
        connection.Run("create table t (a integer)");
        using (var appender = connection.CreateAppender("t"))
            for (var i = 0; i < 5_000; i++)
            {
                appender.Column(0).Write(i);
                appender.EndRow();
            }

        Assert.Equal(0L, connection.Scalar("select count(*) from t"));
    }

    [Fact]
    public void A_broken_constraint_is_told_when_rows_are_handed_over()
    {
        connection.Run("create table t (a integer primary key)");
        using var appender = connection.CreateAppender("t");
        for (var i = 0; i < 2; i++)
        {
            appender.Column(0).Write(1);
            appender.EndRow();
        }

        Assert.Contains("primary key", Assert.Throws<DuckDbException>(appender.Complete).Message,
            StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Rows_belong_to_the_transaction_of_the_connection()
    {
        connection.Run("create schema s; create table s.t (a integer)");
        using (connection.BeginTransaction())
        using (var appender = connection.CreateAppender("t", "s"))
        {
            appender.Column("A").Write(1);
            appender.EndRow();
            appender.Complete();
            Assert.Equal(1L, connection.Scalar("select count(*) from s.t"));
        }

        Assert.Equal(0L, connection.Scalar("select count(*) from s.t"));
    }

    public void Dispose() => connection.Dispose();
}
