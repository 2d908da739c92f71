using System.Data.Common;
using System.Globalization;
using Admetry.DuckDb;
using Admetry.Metrics;

namespace Admetry.Storage.Warehouse;

/// <summary>Turns the rows that a compiled query gives into a table. DuckDB's are taken column by column where the engine keeps them.</summary>
sealed class AnswerReader(MetricQuery query, string? currency)
{
    readonly IReadOnlyList<Dimension> dimensions = query.Keys;
    readonly bool isCompared = query.Comparison is not NoComparison;
    readonly List<string[]> keys = [];
    readonly List<MetricValue[]> values = [];
    readonly List<MetricValue[]> previous = [];
    KeyTexts[] texts = [];
    int rows;
    bool hasTotal;

    public async Task<MetricTable> ReadAsync(DbDataReader reader, CancellationToken cancel)
    {
        texts = [.. dimensions.Select(_ => new KeyTexts())];
        if (reader is DuckDbDataReader chunks)
            while (chunks.NextChunk(cancel))
                Take(chunks.Chunk);
        else
            while (await reader.ReadAsync(cancel))
                Take(reader);
        return new(query, currency, rows, Whole(keys), Whole(values), Whole(previous), hasTotal);
    }

    void Take(DuckDbChunk chunk)
    {
        rows += chunk.Rows;
        var column = 0;
        if (query.Totals)
        {
            for (var row = 0; row < chunk.Rows; row++)
                hasTotal |= chunk.Value<int>(column, row) == 1;
            column++;
        }

        var names = new string[chunk.Rows * dimensions.Count];
        for (var i = 0; i < dimensions.Count; i++)
            Keys(chunk, column++, i, names);
        keys.Add(names);
        values.Add(Values(chunk, ref column));
        if (isCompared)
            previous.Add(Values(chunk, ref column));
    }

    void Keys(DuckDbChunk chunk, int column, int dimension, string[] names)
    {
        var (part, known) = (dimensions[dimension].Part, texts[dimension]);
        for (var (row, to) = (0, dimension); row < chunk.Rows; row++, to += dimensions.Count)
            names[to] = chunk.IsNull(column, row) ? "" : part switch
            {
                null => known.Of(chunk.Bytes(column, row)),
                TimePart.Year or TimePart.DayOfWeek => known.Of(chunk.Value<int>(column, row)),
                { } step => known.Of(step, chunk.Value<DateOnly>(column, row)),
            };
    }

    MetricValue[] Values(DuckDbChunk chunk, ref int column)
    {
        var count = query.Metrics.Count;
        var found = new MetricValue[chunk.Rows * count];
        for (var metric = 0; metric < count; metric++, column++)
        {
            var holds = query.Metrics[metric].Holds;
            for (var (row, to) = (0, metric); row < chunk.Rows; row++, to += count)
                if (!chunk.IsNull(column, row))
                    found[to] = holds switch
                    {
                        ValueKind.Count => MetricValue.Count(chunk.Value<long>(column, row)),
                        ValueKind.Exact => MetricValue.Exact(chunk.Value<decimal>(column, row)),
                        _ => MetricValue.Number(chunk.Value<double>(column, row)),
                    };
        }

        return found;
    }

    void Take(DbDataReader reader)
    {
        rows++;
        var column = 0;
        hasTotal |= query.Totals && reader.GetInt32(column++) == 1;
        var names = new string[dimensions.Count];
        for (var i = 0; i < names.Length; i++)
            names[i] = Key(reader, column++, dimensions[i], texts[i]);
        keys.Add(names);
        values.Add(Values(reader, ref column));
        if (isCompared)
            previous.Add(Values(reader, ref column));
    }

    static string Key(DbDataReader reader, int column, Dimension dimension, KeyTexts known) => reader.IsDBNull(column) ? "" : dimension.Part switch
    {
        null => reader.GetString(column),
        TimePart.Year or TimePart.DayOfWeek => known.Of(reader.GetInt32(column)),
        { } part => known.Of(part, reader.GetFieldValue<DateOnly>(column)),
    };

    MetricValue[] Values(DbDataReader reader, ref int column)
    {
        var found = new MetricValue[query.Metrics.Count];
        for (var metric = 0; metric < found.Length; metric++, column++)
            if (!reader.IsDBNull(column))
                found[metric] = query.Metrics[metric].Holds switch
                {
                    ValueKind.Count => MetricValue.Count(reader.GetInt64(column)),
                    ValueKind.Exact => MetricValue.Exact(reader.GetDecimal(column)),
                    _ => MetricValue.Number(reader.GetDouble(column)),
                };
        return found;
    }

    static T[] Whole<T>(List<T[]> parts)
    {
        if (parts is [var only])
            return only;

        var whole = GC.AllocateUninitializedArray<T>(parts.Sum(part => part.Length));
        var at = 0;
        foreach (var part in parts)
        {
            part.CopyTo(whole, at);
            at += part.Length;
        }

        return whole;
    }
}
