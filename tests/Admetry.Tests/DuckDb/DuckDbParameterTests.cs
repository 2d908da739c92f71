using System.Data;
using System.Numerics;
using Admetry.DuckDb;
using Xunit;

namespace Admetry.Tests.DuckDb;

public sealed class DuckDbParameterTests : IDisposable
{
    readonly DuckDbConnection connection = DuckDbTestDatabase.InMemory();

    enum Level
    {
        Ad = 3,
    }

    public static TheoryData<object, string, object> Values() => new()
    {
        { true, "BOOLEAN", true },
        { sbyte.MinValue, "TINYINT", sbyte.MinValue },
        { short.MinValue, "SMALLINT", short.MinValue },
        { int.MinValue, "INTEGER", int.MinValue },
        { long.MinValue, "BIGINT", long.MinValue },
        { byte.MaxValue, "UTINYINT", byte.MaxValue },
        { ushort.MaxValue, "USMALLINT", ushort.MaxValue },
        { uint.MaxValue, "UINTEGER", uint.MaxValue },
        { ulong.MaxValue, "UBIGINT", ulong.MaxValue },
        { Int128.MinValue, "HUGEINT", (BigInteger)Int128.MinValue },
        { UInt128.MaxValue, "UHUGEINT", (BigInteger)UInt128.MaxValue },
        { (BigInteger)Int128.MaxValue, "HUGEINT", (BigInteger)Int128.MaxValue },
        { (BigInteger)Int128.MaxValue + 1, "UHUGEINT", (BigInteger)Int128.MaxValue + 1 },
        { 0.1, "DOUBLE", 0.1 },
        { double.NaN, "DOUBLE", double.NaN },
        { double.NegativeInfinity, "DOUBLE", double.NegativeInfinity },
        { 0.1f, "FLOAT", 0.1f },
        { 1.10m, "DECIMAL(3,2)", 1.10m },
        { -0.001m, "DECIMAL(3,3)", -0.001m },
        { decimal.MaxValue, "DECIMAL(29,0)", decimal.MaxValue },
        { decimal.MinValue, "DECIMAL(29,0)", decimal.MinValue },
        { 0.0000000000000000000000000001m, "DECIMAL(28,28)", 0.0000000000000000000000000001m },
        { 1234567890123456789.123456789m, "DECIMAL(28,9)", 1234567890123456789.123456789m },
        { new DateOnly(1, 1, 1), "DATE", new DateOnly(1, 1, 1) },
        { new DateOnly(2024, 2, 29), "DATE", new DateOnly(2024, 2, 29) },
        { new TimeOnly(1, 2, 3, 4, 5), "TIME", new TimeOnly(1, 2, 3, 4, 5) },
        { new DateTime(2024, 2, 29, 1, 2, 3), "TIMESTAMP", new DateTime(2024, 2, 29, 1, 2, 3) },
        { DateTime.UnixEpoch, "TIMESTAMP WITH TIME ZONE", DateTime.UnixEpoch },
        {
            new DateTimeOffset(2024, 2, 29, 1, 0, 0, TimeSpan.FromHours(2)), "TIMESTAMP WITH TIME ZONE",
            new DateTime(2024, 2, 28, 23, 0, 0, DateTimeKind.Utc)
        },
        { new Guid("00112233-4455-6677-8899-aabbccddeeff"), "UUID", new Guid("00112233-4455-6677-8899-aabbccddeeff") },
        { new Guid("ff112233-4455-6677-8899-aabbccddeeff"), "UUID", new Guid("ff112233-4455-6677-8899-aabbccddeeff") },
        { new byte[] { 0, 1, 255 }, "BLOB", new byte[] { 0, 1, 255 } },
        { "with a \0 and 🦆", "VARCHAR", "with a \0 and 🦆" },
        { "", "VARCHAR", "" },
        { 'x', "VARCHAR", "x" },
        { Level.Ad, "INTEGER", 3 },
        { new[] { 1L, 2L }, "BIGINT[]", new[] { 1L, 2L } },
        { new List<string> { "a", "it's" }, "VARCHAR[]", new[] { "a", "it's" } },
        { new[] { 1.5m, 20.25m }, "DECIMAL(4,2)[]", new[] { 1.5m, 20.25m } },
        { new int?[] { 1, null }, "INTEGER[]", new int?[] { 1, null } },
        { Array.Empty<DateOnly>(), "DATE[]", Array.Empty<DateOnly>() },
    };

    [Theory, MemberData(nameof(Values), DisableDiscoveryEnumeration = true)]
    public void A_value_arrives_exactly_and_in_its_type(object value, string type, object expected)
    {
        using var reader = connection.Command("select @v as v, typeof(@v) as t", ("v", value)).ExecuteReader();
        Assert.True(reader.Read());

        Assert.Equal(type, reader.GetString(1));
        Assert.Equal(expected, reader.GetValue(0));
    }

    [Theory]
    [InlineData(null)]
    [MemberData(nameof(Nulls))]
    public void Null_and_DBNull_arrive_as_NULL(object? value) =>
        Assert.Equal(true, connection.Scalar("select @v is null", ("v", value)));

    public static TheoryData<object> Nulls() => [DBNull.Value];

    [Fact]
    public void An_enum_goes_by_name_where_it_is_asked_for()
    {
        using var command = connection.Command("select @level", ("level", Level.Ad));
        command.Parameters[0].DbType = DbType.String;

        Assert.Equal("Ad", command.ExecuteScalar());
    }

    [Fact]
    public void A_list_serves_any() =>
        Assert.Equal(2L, connection.Scalar(
            "select count(*) from range(10) t(i) where i = any(@ids)", ("ids", new[] { 3, 4, 99 })));

    [Theory]
    [InlineData("@Name"), InlineData("$name"), InlineData("NAME"), InlineData(":name")]
    public void The_sign_and_the_letter_case_of_a_name_do_not_count(string name) =>
        Assert.Equal(5, connection.Scalar("select @naMe", (name, 5)));

    [Fact]
    public void One_parameter_serves_many_places_and_statements()
    {
        connection.Run("create table t (a integer); insert into t values (@a); insert into t values (@a + @b)",
            ("b", 10), ("a", 1), ("unused", "x"));

        Assert.Equal(12L, connection.Scalar("select sum(a) from t"));
    }

    [Fact]
    public void Question_marks_take_values_in_order() =>
        Assert.Equal("1-2", connection.Scalar("select ? || '-' || ?", ("", 1), ("", 2)));

    [Fact]
    public void A_missing_value_is_named()
    {
        var error = Assert.Throws<InvalidOperationException>(() => connection.Scalar("select @first", ("last", 1)));

        Assert.Contains("$first", error.Message, StringComparison.Ordinal);
        Assert.Contains("last", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_type_the_engine_lacks_is_named() =>
        Assert.Contains("System.Uri", Assert.Throws<NotSupportedException>(
            () => connection.Scalar("select @v", ("v", new Uri("https://example.com")))).Message, StringComparison.Ordinal);

    [Fact]
    public void A_prepared_command_runs_again_with_other_values_and_types()
    {
        using var command = connection.Command("select typeof(@v)", ("v", 1));
        command.Prepare();
        var first = command.ExecuteScalar();
        command.Parameters["@v"].Value = "text";
        var second = command.ExecuteScalar();
        command.Parameters["v"].Value = 2.5m;

        Assert.Equal(["INTEGER", "VARCHAR", "DECIMAL(2,1)"], [first, second, command.ExecuteScalar()]);
    }

    [Fact]
    public void A_prepared_command_follows_a_changed_table()
    {
        connection.Run("create table t as select 1 as a");
        using var command = connection.Command("select * from t");
        command.Prepare();
        _ = command.ExecuteScalar();
        connection.Run("drop table t; create table t as select 'two' as b, 3 as c");

        Assert.Equal("two", command.ExecuteScalar());
    }

    public void Dispose() => connection.Dispose();
}
