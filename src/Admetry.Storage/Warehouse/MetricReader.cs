using System.Data.Common;
using Admetry.Metrics;

namespace Admetry.Storage.Warehouse;

/// <summary>Answers metric queries from an open warehouse. Safe for many callers at once.</summary>
/// <remarks>
/// Before money is summed it asks which currencies are in sight. One: money is shown in it, or converted where the query names
/// another. Several: each day's money is converted, or the query is refused; currencies are never mixed.
/// </remarks>
public sealed class MetricReader(WarehouseDatabase warehouse)
{
    /// <returns>One row for each combination of keys that has data, in the query's order.</returns>
    /// <exception cref="ArgumentNullException">The query has no principal.</exception>
    /// <exception cref="QueryRefusedException">The question has no honest answer.</exception>
    /// <exception cref="DbException">The warehouse is unreachable or refused the SQL.</exception>
    public async Task<MetricTable> ReadAsync(MetricQuery query, CancellationToken cancel)
    {
        MetricSql.Check(query);
        await using var connection = await warehouse.Source.OpenConnectionAsync(cancel);
        var money = await new MoneyReader(connection).OfAsync(query, cancel);
        await using var command = Commands.For(connection, MetricSql.Compile(query, warehouse.Dialect, money.Convert));
        await using var reader = await command.ExecuteReaderAsync(cancel);
        return await new AnswerReader(query, money.Currency).ReadAsync(reader, cancel);
    }

    /// <returns>The very statement that <see cref="ReadAsync"/> would run.</returns>
    /// <exception cref="ArgumentNullException">The query has no principal.</exception>
    /// <exception cref="QueryRefusedException">The question has no honest answer.</exception>
    public async Task<SqlStatement> ExplainAsync(MetricQuery query, CancellationToken cancel)
    {
        MetricSql.Check(query);
        await using var connection = await warehouse.Source.OpenConnectionAsync(cancel);
        var money = await new MoneyReader(connection).OfAsync(query, cancel);
        return MetricSql.Compile(query, warehouse.Dialect, money.Convert);
    }
}
