using Admetry.DuckDb;
using Xunit;

namespace Admetry.Tests.DuckDb;

public sealed class DuckDbAppenderTests : IDisposable
{
    readonly DuckDbConnection connection = DuckDbTestDatabase.InMemory();

    [Fact]
    public void Thousands_of_rows_arrive_in_a_temporary_table()
    {
        connection.Run("create temp table staged (id bigint, name varchar, spend decimal(18,4), day date)");
        using (var appender = connection.CreateAppender("staged"))
        {
            for (var i = 0; i < 10_000; i++)
            {
                appender.Column(0).Write(i);
                appender.Column(1).Write(i % 2 == 0 ? $"row {i}" : $"a longer name for row {i}");
                appender.Column(2).Write(i / 100m);
                if (i % 3 == 0)
                    appender.Column(3).WriteNull();
                else
                    appender.Column(3).Write(new DateOnly(2024, 1, 1).AddDays(i % 100));
                appender.EndRow();
            }

            appender.Complete();
        }

        using var reader = connection.Command(
            "select count(*), sum(id), sum(spend), count(day), count(distinct name), max(name) from staged").ExecuteReader();
        Assert.True(reader.Read());
        Assert.Equal(10_000, reader.GetInt64(0));
        Assert.Equal(49_995_000, reader.GetInt64(1));
        Assert.Equal(499_950m, reader.GetDecimal(2));
        Assert.Equal(6_666, reader.GetInt64(3));
        Assert.Equal(10_000, reader.GetInt64(4));
        Assert.Equal("row 9998", reader.GetString(5));
    }

    public void Dispose() => connection.Dispose();
}
