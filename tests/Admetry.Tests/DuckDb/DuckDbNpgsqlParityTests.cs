using Admetry.Tests.Fixtures;
using Xunit;

namespace Admetry.Tests.DuckDb;

/// <summary>One mapping serves both engines only while both drivers give the same CLR values.</summary>
[Trait("needs", "server")]
public sealed class DuckDbNpgsqlParityTests(PostgresServer server)
{
    [Theory]
    [InlineData("date '2024-02-29'"), InlineData("time '01:02:03.000004'"), InlineData("timestamp '2024-02-29 01:02:03'")]
    [InlineData("timestamptz '2024-02-29 01:02:03+02'"), InlineData("12.50::numeric(18,4)"), InlineData("5::bigint")]
    [InlineData("5::integer"), InlineData("5::smallint"), InlineData("0.5::double precision"), InlineData("0.5::real")]
    [InlineData("'text'::varchar"), InlineData("true"), InlineData("'00112233-4455-6677-8899-aabbccddeeff'::uuid")]
    [InlineData("date 'infinity'"), InlineData("date '-infinity'"), InlineData("timestamp 'infinity'")]
    public async Task Both_drivers_give_the_same_value_and_type(string sql)
    {
        await using var command = (await server.Warehouse).CreateCommand($"select {sql}");
        var expected = await command.ExecuteScalarAsync(TestContext.Current.CancellationToken);
        using var connection = DuckDbTestDatabase.InMemory();
        var actual = connection.Scalar($"select {sql}");

        Assert.Equal(expected, actual);
        Assert.Equal(expected!.GetType(), actual!.GetType());
        Assert.Equal((expected as DateTime?)?.Kind, (actual as DateTime?)?.Kind);
    }
}
