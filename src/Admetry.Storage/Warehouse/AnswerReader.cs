using System.Data.Common;
using Admetry.DuckDb;
using Admetry.Metrics;

namespace Admetry.Storage.Warehouse;

/// <summary>Turns the rows that a compiled query gives into a table. DuckDB's are taken column by column where the engine keeps them.</summary>
sealed class AnswerReader(MetricQuery query, string? currency)
{
    readonly IReadOnlyList<Dimension> dimensions = query.Keys;
    readonly Segments<string>[] keys = [.. query.Keys.Select(_ => new Segments<string>())];
    readonly KeyTexts[] texts = [.. query.Keys.Select(_ => new KeyTexts())];
    readonly MetricColumn[] values = Columns(query);
    readonly MetricColumn[] previous = query.Comparison is NoComparison ? [] : Columns(query);
    readonly MetricColumn[] second = query.Second is NoComparison ? [] : Columns(query);
    int rows;
    bool hasTotal;

    public async Task<MetricTable> ReadAsync(DbDataReader reader, CancellationToken cancel)
    {
        if (reader is DuckDbDataReader chunks)
            while (chunks.NextChunk(cancel))
                Take(chunks.Chunk);
        else
            while (await reader.ReadAsync(cancel))
                Take(reader);
        return new(query, currency, rows, keys, values, previous, hasTotal, second);
    }

    static MetricColumn[] Columns(MetricQuery query) => [.. query.Metrics.Select(metric => new MetricColumn(metric.Holds))];

    void Take(DuckDbChunk chunk)
    {
        rows += chunk.Rows;
        var column = 0;
        if (query.Totals)
            hasTotal |= chunk.Values<int>(column++).Contains(1);
        for (var i = 0; i < dimensions.Count; i++)
            Keys(chunk, column++, i);
        foreach (var (i, to) in values.Concat(previous).Concat(second).Index())
            Values(chunk, column++, query.Metrics[i % values.Length].Holds, to);
    }

    void Keys(DuckDbChunk chunk, int column, int dimension)
    {
        var (part, known, to) = (dimensions[dimension].Part, texts[dimension], keys[dimension]);
        for (var row = 0; row < chunk.Rows; row++)
            to.Add(chunk.IsNull(column, row) ? "" : part switch
            {
                null => known.Of(chunk.Bytes(column, row)),
                TimePart.Year or TimePart.DayOfWeek => known.Of(chunk.Value<int>(column, row)),
                { } step => known.Of(step, chunk.Value<DateOnly>(column, row)),
            });
    }

    static void Values(DuckDbChunk chunk, int column, ValueKind holds, MetricColumn to)
    {
        var isFull = chunk.Validity(column) is [];
        if (isFull && holds is ValueKind.Count)
            to.Add(chunk.Values<long>(column));
        else if (isFull && holds is ValueKind.Number)
            to.Add(chunk.Values<double>(column));
        else
            for (var row = 0; row < chunk.Rows; row++)
                Value(chunk, column, row, holds, to, chunk.IsNull(column, row));
    }

    static void Value(DuckDbChunk chunk, int column, int row, ValueKind holds, MetricColumn to, bool isNull)
    {
        if (holds is ValueKind.Count)
            to.Add(isNull ? 0 : chunk.Value<long>(column, row), isNull);
        else if (holds is ValueKind.Exact)
            to.Add(isNull ? 0 : chunk.Value<decimal>(column, row), isNull);
        else
            to.Add(isNull ? 0 : chunk.Value<double>(column, row), isNull);
    }

    void Take(DbDataReader reader)
    {
        rows++;
        var column = 0;
        hasTotal |= query.Totals && reader.GetInt32(column++) == 1;
        for (var i = 0; i < keys.Length; i++)
            keys[i].Add(Key(reader, column++, dimensions[i], texts[i]));
        foreach (var (i, to) in values.Concat(previous).Concat(second).Index())
            Value(reader, column++, query.Metrics[i % values.Length].Holds, to);
    }

    static string Key(DbDataReader reader, int column, Dimension dimension, KeyTexts known) => reader.IsDBNull(column) ? "" : dimension.Part switch
    {
        null => reader.GetString(column),
        TimePart.Year or TimePart.DayOfWeek => known.Of(reader.GetInt32(column)),
        { } part => known.Of(part, reader.GetFieldValue<DateOnly>(column)),
    };

    static void Value(DbDataReader reader, int column, ValueKind holds, MetricColumn to)
    {
        var isNull = reader.IsDBNull(column);
        if (holds is ValueKind.Count)
            to.Add(isNull ? 0 : reader.GetInt64(column), isNull);
        else if (holds is ValueKind.Exact)
            to.Add(isNull ? 0 : reader.GetDecimal(column), isNull);
        else
            to.Add(isNull ? 0 : reader.GetDouble(column), isNull);
    }
}
