using System.Numerics;
using Admetry.DuckDb;
using Xunit;

namespace Admetry.Tests.DuckDb;

public sealed class DuckDbTypeTests : IDisposable
{
    static readonly DateTime UtcNoon = new(2024, 2, 29, 12, 0, 0, DateTimeKind.Utc);

    readonly DuckDbConnection connection = DuckDbTestDatabase.InMemory();

    public static TheoryData<string, object> Values() => new()
    {
        { "true", true },
        { "false", false },
        { "(-128)::tinyint", sbyte.MinValue },
        { "127::tinyint", sbyte.MaxValue },
        { "(-32768)::smallint", short.MinValue },
        { "32767::smallint", short.MaxValue },
        { "(-2147483648)::integer", int.MinValue },
        { "2147483647::integer", int.MaxValue },
        { "(-9223372036854775808)::bigint", long.MinValue },
        { "9223372036854775807::bigint", long.MaxValue },
        { "255::utinyint", byte.MaxValue },
        { "65535::usmallint", ushort.MaxValue },
        { "4294967295::uinteger", uint.MaxValue },
        { "18446744073709551615::ubigint", ulong.MaxValue },
        { "42::hugeint", 42L },
        { "(-9223372036854775808)::hugeint", long.MinValue },
        { "9223372036854775808::hugeint", (BigInteger)long.MaxValue + 1 },
        { "(-170141183460469231731687303715884105728)::hugeint", (BigInteger)Int128.MinValue },
        { "170141183460469231731687303715884105727::hugeint", (BigInteger)Int128.MaxValue },
        { "340282366920938463463374607431768211455::uhugeint", (BigInteger)UInt128.MaxValue },
        { "1.5::float", 1.5f },
        { "'nan'::float", float.NaN },
        { "0.1::double", 0.1 },
        { "'nan'::double", double.NaN },
        { "'inf'::double", double.PositiveInfinity },
        { "'-inf'::double", double.NegativeInfinity },
        { "1.7976931348623157e308::double", double.MaxValue },
        { "(-99.9)::decimal(3,1)", -99.9m },
        { "99999.9999::decimal(9,4)", 99999.9999m },
        { "(-12345678901234.5678)::decimal(18,4)", -12345678901234.5678m },
        { "12345678901234567890.12345678::decimal(28,8)", 12345678901234567890.12345678m },
        { "79228162514264337593543950335::decimal(38,0)", decimal.MaxValue },
        { "(-0.0000000000000000000000000001)::decimal(38,28)", -0.0000000000000000000000000001m },
        { "1.5::decimal(38,30)", 1.5m },
        { "date '2024-02-29'", new DateOnly(2024, 2, 29) },
        { "date '0001-01-01'", DateOnly.MinValue },
        { "date '9999-12-31'", DateOnly.MaxValue },
        { "date 'infinity'", DateOnly.MaxValue },
        { "date '-infinity'", DateOnly.MinValue },
        { "time '23:59:59.999999'", new TimeOnly(23, 59, 59, 999, 999) },
        { "time '00:00:00'", TimeOnly.MinValue },
        { "timestamp '1969-12-31 23:59:59.999999'", DateTime.UnixEpoch.AddMicroseconds(-1) },
        { "timestamp '0001-01-01 00:00:00'", DateTime.MinValue },
        { "timestamp 'infinity'", DateTime.MaxValue },
        { "timestamp '-infinity'", DateTime.MinValue },
        { "timestamp_s '2024-02-29 12:00:01'", UtcNoon.AddSeconds(1) },
        { "timestamp_ms '2024-02-29 12:00:00.001'", UtcNoon.AddMilliseconds(1) },
        { "timestamp_ns '2024-02-29 12:00:00.0000001'", UtcNoon.AddTicks(1) },
        { "timestamp_ns '1969-12-31 23:59:59.999999999'", DateTime.UnixEpoch.AddTicks(-1) },
        { "timestamptz '2024-02-29 14:00:00+02'", UtcNoon },
        { "timestamptz 'infinity'", DateTime.MaxValue },
        { "''", "" },
        { "'twelve bytes'", "twelve bytes" },
        { "'thirteen byte'", "thirteen byte" },
        { "'Grüße, 世界 🦆, and more'", "Grüße, 世界 🦆, and more" },
        { "'\\x00\\xFF'::blob", new byte[] { 0, 255 } },
        { "''::blob", Array.Empty<byte>() },
        { "'00112233-4455-6677-8899-aabbccddeeff'::uuid", new Guid("00112233-4455-6677-8899-aabbccddeeff") },
        { "'ffffffff-ffff-ffff-ffff-ffffffffffff'::uuid", new Guid("ffffffff-ffff-ffff-ffff-ffffffffffff") },
        { "'social'::enum('search', 'social')", "social" },
        { "[1, 2, 3]", new[] { 1, 2, 3 } },
        { "[1, null, 3]", new int?[] { 1, null, 3 } },
        { "[]::bigint[]", Array.Empty<long>() },
        { "['a', null, 'a longer text than twelve']", new[] { "a", null, "a longer text than twelve" } },
        { "[1.25, 2.5]::decimal(9,2)[]", new[] { 1.25m, 2.5m } },
        { "[date '2024-02-29']", new[] { new DateOnly(2024, 2, 29) } },
        { "[1, 2]::integer[2]", new[] { 1, 2 } },
    };

    [Theory, MemberData(nameof(Values), DisableDiscoveryEnumeration = true)]
    public void A_value_reads_as_its_type(string sql, object expected)
    {
        var value = connection.Scalar($"select {sql}");

        Assert.Equal(expected, value);
        Assert.IsType(expected.GetType(), value);
    }

    [Theory, MemberData(nameof(Values), DisableDiscoveryEnumeration = true)]
    public void A_null_reads_as_DBNull_in_every_type(string sql, object expected)
    {
        using var reader = connection.Command(
            $"select x from range(3) t(i) left join (select 2 as i, {sql} as x) using (i) order by i").ExecuteReader();
        var seen = new List<bool>();
        while (reader.Read())
        {
            seen.Add(reader.IsDBNull(0));
            Assert.Equal(seen.Count < 3 ? DBNull.Value : expected, reader.GetValue(0));
        }

        Assert.Equal([true, true, false], seen);
    }

    [Theory]
    [InlineData("timestamp '2024-02-29 12:00:00'", DateTimeKind.Unspecified)]
    [InlineData("timestamptz '2024-02-29 12:00:00+00'", DateTimeKind.Utc)]
    [InlineData("timestamptz 'infinity'", DateTimeKind.Utc)]
    public void Only_a_moment_with_a_zone_is_of_kind_UTC(string sql, DateTimeKind kind) =>
        Assert.Equal(kind, Assert.IsType<DateTime>(connection.Scalar($"select {sql}")).Kind);

    [Theory]
    [InlineData("{'a': 1}", "cast(x as VARCHAR)")]
    [InlineData("map {'a': 1}", "cast(x as VARCHAR)")]
    [InlineData("interval 1 day", "cast(x as VARCHAR)")]
    [InlineData("'101'::bit", "cast(x as VARCHAR)")]
    [InlineData("union_value(a := 1)", "cast(x as VARCHAR)")]
    [InlineData("[[1]]", "unnest(x)")]
    [InlineData("'12:00:00+01'::timetz", "cast(x as TIME)")]
    public void Another_type_names_the_column_and_the_cast(string sql, string remedy)
    {
        var error = Assert.Throws<InvalidCastException>(() => connection.Scalar($"select {sql} as x"));

        Assert.Contains("\"x\"", error.Message, StringComparison.Ordinal);
        Assert.Contains(remedy, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_cast_that_the_error_names_reads() =>
        Assert.Equal("{'a': 1}", connection.Scalar("select cast(x as varchar) from (select {'a': 1} as x)"));

    [Fact]
    public void A_decimal_beyond_96_bits_names_the_column_and_a_cast()
    {
        var error = Assert.Throws<OverflowException>(
            () => connection.Scalar("select 79228162514264337593543950336::decimal(38,0) as spend"));

        Assert.Contains("\"spend\"", error.Message, StringComparison.Ordinal);
        Assert.Contains("cast(spend as", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("date '0001-01-01' - 1")]
    [InlineData("date '9999-12-31' + 1")]
    [InlineData("timestamp '9999-12-31 00:00:00' + interval 1 day")]
    [InlineData("timestamp '0001-01-01 00:00:00' - interval 1 second")]
    [InlineData("time '24:00:00'")]
    public void What_the_calendar_does_not_hold_names_the_column(string sql) =>
        Assert.Contains("\"x\"", Assert.Throws<OverflowException>(
            () => connection.Scalar($"select ({sql})::{sql.Split(' ')[0]} as x")).Message, StringComparison.Ordinal);

    [Fact]
    public void Typed_getters_widen_and_check_the_range()
    {
        using var reader = connection.Command("select 300 as small, 5000000000 as large, 7::hugeint as huge, 2.50 as price")
            .ExecuteReader();
        Assert.True(reader.Read());

        Assert.Equal(300L, reader.GetInt64(0));
        Assert.Equal(300.0, reader.GetDouble(0));
        Assert.Equal(300m, reader.GetDecimal(0));
        Assert.Equal(300, reader.GetFieldValue<short>(0));
        Assert.Equal(7, reader.GetInt32(2));
        Assert.Equal((Int128)7, reader.GetFieldValue<Int128>(2));
        Assert.Equal(2.5, reader.GetDouble(3));
        Named("small", Assert.Throws<OverflowException>(() => reader.GetByte(0)));
        Named("large", Assert.Throws<OverflowException>(() => reader.GetInt32(1)));
        Named("price", Assert.Throws<InvalidCastException>(() => reader.GetInt64(3)));
        Assert.Throws<InvalidCastException>(() => reader.GetString(0));
    }

    static void Named(string column, Exception error) =>
        Assert.Contains($"\"{column}\"", error.Message, StringComparison.Ordinal);

    [Fact]
    public void A_null_is_null_only_for_nullable_types()
    {
        using var reader = connection.Command("select null::integer as n, null::varchar as s").ExecuteReader();
        Assert.True(reader.Read());

        Assert.Null(reader.GetFieldValue<int?>(0));
        Assert.Equal(DBNull.Value, reader.GetFieldValue<object>(0));
        Assert.Throws<InvalidCastException>(() => reader.GetInt32(0));
        Assert.Throws<InvalidCastException>(() => reader.GetFieldValue<string>(1));
    }

    [Fact]
    public void Lists_read_with_the_element_type_that_is_asked_for()
    {
        using var reader = connection.Command("select [1, null] as a, ['x'] as b").ExecuteReader();
        Assert.True(reader.Read());

        Assert.Equal([1L, null], reader.GetFieldValue<long?[]>(0));
        Assert.Equal(["x"], reader.GetFieldValue<string[]>(1));
        Assert.Throws<InvalidCastException>(() => reader.GetFieldValue<int[]>(0));
    }

    [Fact]
    public void Bytes_and_characters_are_copied_in_parts()
    {
        using var reader = connection.Command("select 'abcdef' as s, '\\x01\\x02\\x03'::blob as b").ExecuteReader();
        Assert.True(reader.Read());
        var (letters, bytes) = (new char[3], new byte[3]);

        Assert.Equal((6, 2), (reader.GetChars(0, 0, null, 0, 0), reader.GetChars(0, 4, letters, 1, 3)));
        Assert.Equal("\0ef", new string(letters));
        Assert.Equal((3, 2), (reader.GetBytes(1, 0, null, 0, 0), reader.GetBytes(1, 1, bytes, 0, 2)));
        Assert.Equal([2, 3, 0], bytes);
    }

    [Fact]
    public void The_schema_of_a_result_names_types()
    {
        using var reader = connection.Command("select 1.5::decimal(18,4) as spend, [1] as ids, date '2024-01-01' as day")
            .ExecuteReader();

        Assert.Equal(["DECIMAL(18,4)", "INTEGER[]", "DATE"], Enumerable.Range(0, 3).Select(reader.GetDataTypeName));
        Assert.Equal([typeof(decimal), typeof(int[]), typeof(DateOnly)], Enumerable.Range(0, 3).Select(reader.GetFieldType));
        Assert.Equal((18, 4), (reader.GetColumnSchema()[0].NumericPrecision, reader.GetColumnSchema()[0].NumericScale));
        Assert.Equal("spend", reader.GetSchemaTable().Rows[0]["ColumnName"]);
        Assert.Equal(1, reader.GetOrdinal("IDS"));
    }

    public void Dispose() => connection.Dispose();
}
