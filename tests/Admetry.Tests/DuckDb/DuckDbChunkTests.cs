using System.Text;
using Admetry.DuckDb;
using Xunit;

namespace Admetry.Tests.DuckDb;

public sealed class DuckDbChunkTests : IDisposable
{
    readonly DuckDbConnection connection = DuckDbTestDatabase.InMemory();

    [Fact]
    public void Chunks_cover_every_row_once()
    {
        using var reader = connection.Command(
            """
            select i, i / 4.0 as d, case when i % 3 = 0 then null else i::integer end as n, 'row ' || i as s,
              (i / 100)::decimal(9,2) as m
            from range(10000) t(i) order by i
            """).ExecuteReader();
        var (rows, sum, doubles, nulls, letters, cents) = (0, 0L, 0.0, 0, 0, 0L);
        while (reader.NextChunk(TestContext.Current.CancellationToken))
        {
            var chunk = reader.Chunk;
            rows += chunk.Rows;
            foreach (var value in chunk.Values<long>(0))
                sum += value;
            foreach (var value in chunk.Values<double>(1))
                doubles += value;
            foreach (var value in chunk.Values<int>(4))
                cents += value;
            for (var row = 0; row < chunk.Rows; row++)
            {
                nulls += chunk.IsNull(2, row) ? 1 : 0;
                letters += Encoding.UTF8.GetCharCount(chunk.Bytes(3, row));
            }

            Assert.Equal((0, 2), (chunk.Validity(0).Length, chunk.DecimalScale(4)));
            Assert.Equal((chunk.Rows + 63) / 64, chunk.Validity(2).Length);
        }

        Assert.Equal((10_000, 49_995_000L, 12_498_750.0, 3_334), (rows, sum, doubles, nulls));
        Assert.Equal((78_890, 49_995_000L), (letters, cents));
        Assert.False(reader.Read());
    }

    [Fact]
    public void A_column_of_another_cell_size_is_refused()
    {
        using var reader = connection.Command("select 1::integer as a, 'x' as b").ExecuteReader();
        Assert.True(reader.NextChunk(TestContext.Current.CancellationToken));

        Assert.Throws<InvalidCastException>(() => reader.Chunk.Values<long>(0).Length);
        Assert.Throws<InvalidCastException>(() => reader.Chunk.Values<long>(1).Length);
        Assert.Equal((1L, "x"), (reader.Chunk.Value<long>(0, 0), reader.Chunk.Value<string>(1, 0)));
    }

    [Fact]
    public void An_empty_result_has_no_chunk()
    {
        using var reader = connection.Command("select 1 where false").ExecuteReader();

        Assert.False(reader.NextChunk(TestContext.Current.CancellationToken));
    }

    public void Dispose() => connection.Dispose();
}
