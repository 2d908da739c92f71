using System.Data.Common;
using Admetry.Metrics;

namespace Admetry.Storage.Warehouse;

/// <summary>Answers metric queries from an open warehouse. Safe for many callers at once.</summary>
/// <remarks>
/// Before money is summed it asks which currencies are in sight. One: money is shown in it, or converted where the query names
/// another. Several: each day's money is converted, or the query is refused; currencies are never mixed. An only currency is remembered
/// until this process changes the data; PostgreSQL, which others may write, is always asked. Whole answers are remembered as well, on
/// PostgreSQL by the version that every commit of any process leaves there (docs/decisions/0011).
/// </remarks>
public sealed class MetricReader(WarehouseDatabase warehouse)
{
    /// <summary>Whether roll-ups answer where they cover a question. Without them the facts do, with the same digits.</summary>
    public bool UsesRollUps { get; init; } = true;

    /// <summary>Whether an answer is remembered until the data changes, and given again to whoever asks the same.</summary>
    public bool Remembers { get; init; } = true;

    /// <returns>One row for each combination of keys that has data, in the query's order.</returns>
    /// <exception cref="ArgumentNullException">The query has no principal.</exception>
    /// <exception cref="QueryRefusedException">The question has no honest answer.</exception>
    /// <exception cref="DbException">The warehouse is unreachable or refused the SQL.</exception>
    public async Task<MetricTable> ReadAsync(MetricQuery query, CancellationToken cancel)
    {
        MetricSql.Check(query);
        var key = Remembers && UsesRollUps ? AnswerKey.Of(query) : null;
        if (await warehouse.VersionAsync(cancel) is not { } now)
            return await AskAsync(query, RangeTotals.Anywhere, cancel);
        if (key is not null && warehouse.Answers.Find(key, now) is { } known)
            return known;

        var totals = await warehouse.RangeTotalsAsync(now, cancel);
        var answer = await AskAsync(query, totals, cancel);
        if (await warehouse.VersionAsync(cancel) != now)
            return totals == RangeTotals.Anywhere ? answer : await AskAsync(query, RangeTotals.Anywhere, cancel); // they may have come meanwhile
        if (key is not null)
            warehouse.Answers.Keep(key, now, answer);
        return answer;
    }

    async Task<MetricTable> AskAsync(MetricQuery query, RangeTotals totals, CancellationToken cancel)
    {
        await using var connection = await warehouse.Source.OpenConnectionAsync(cancel);
        var version = warehouse.Dialect.IsPostgres ? null : warehouse.Version.Settled;
        var known = version is { } settled && CurrencySql.HasMoney(query) ? warehouse.Currencies.Find(query, settled) : null;
        if (known is not null && (query.Currency ?? known) == known && !MoneyReader.EachHasItsOwn(query))
        {
            var table = await AnswerAsync(connection, query, new(known, Convert: false), totals, cancel);
            if (warehouse.Version.Settled == version)
                return table;
        }

        var currencies = new MoneyReader(connection);
        var money = await currencies.OfAsync(query, cancel);
        if (version is { } before && currencies.Only is { } only && warehouse.Version.Settled == before)
            warehouse.Currencies.Keep(query, before, only);
        return await AnswerAsync(connection, query, money, totals, cancel);
    }

    async Task<MetricTable> AnswerAsync(DbConnection connection, MetricQuery query, Money money, RangeTotals totals, CancellationToken cancel)
    {
        await using var command = Commands.For(connection, MetricSql.Compile(query, warehouse.Dialect, money.Convert, UsesRollUps, totals));
        await using var reader = await command.ExecuteReaderAsync(cancel);
        return await new AnswerReader(query, money.Currency).ReadAsync(reader, cancel);
    }

    /// <returns>The very statement that <see cref="ReadAsync"/> would run, with its values beside it.</returns>
    /// <exception cref="ArgumentNullException">The query has no principal.</exception>
    /// <exception cref="QueryRefusedException">The question has no honest answer.</exception>
    public async Task<SqlStatement> ExplainAsync(MetricQuery query, CancellationToken cancel)
    {
        MetricSql.Check(query);
        await using var connection = await warehouse.Source.OpenConnectionAsync(cancel);
        var money = await new MoneyReader(connection).OfAsync(query, cancel);
        var totals = await warehouse.VersionAsync(cancel) is { } now ? await warehouse.RangeTotalsAsync(now, cancel) : RangeTotals.Anywhere;
        return MetricSql.Compile(query, warehouse.Dialect, money.Convert, UsesRollUps, totals);
    }
}
