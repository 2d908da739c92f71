using System.Data.Common;
using Admetry.Metrics;

namespace Admetry.Storage.Warehouse;

/// <summary>Which currency a query's money is shown in, and whether it must be converted to it.</summary>
/// <param name="Currency">Null: there is no money, or every row has a currency of its own.</param>
readonly record struct Money(string? Currency, bool Convert);

/// <summary>Decides on the currency of a query, asking no more than it must.</summary>
sealed class MoneyReader(DbConnection connection)
{
    /// <summary>After a question: the only currency in sight, whatever its days and its own currency are; null where there is none, or several.</summary>
    public string? Only { get; private set; }

    /// <exception cref="QueryRefusedException">Currencies would be mixed, or some day has no rate.</exception>
    public async Task<Money> OfAsync(MetricQuery query, CancellationToken cancel)
    {
        if (!CurrencySql.HasMoney(query))
            return new(null, Convert: false);

        var isKey = query.By.Contains(Dimensions.Currency);
        if (EachHasItsOwn(query))
            return new(null, Convert: false);

        var found = await EndsAsync(CurrencySql.InSight(query), cancel);
        Only = found is [var one] ? one : null;
        if (found.Count > 1 || (query.Currency is { } wanted && found.Any(code => code != wanted)))
            found = await CurrenciesAsync(CurrencySql.InRows(query), cancel);

        return found switch
        {
            [] => new(query.Currency, Convert: false),
            [var only] when query.Currency is null || query.Currency == only => new(only, Convert: false),
            _ when query.Currency is null => throw new QueryRefusedException(Mixed(found, isKey)),
            _ => await ConvertedAsync(query, cancel),
        };
    }

    /// <summary>Whether every row shows its money in a currency of its own, so that none are added.</summary>
    public static bool EachHasItsOwn(MetricQuery query) => query is { Currency: null, Totals: false } && query.By.Contains(Dimensions.Currency);

    static string Mixed(List<string> found, bool isKey) =>
        $"Money in {string.Join(" and ", found.Select(Named))} is not added without a rate: ask for one currency"
        + (isKey ? ", or for no total." : ", or break it down by currency.");

    async Task<Money> ConvertedAsync(MetricQuery query, CancellationToken cancel)
    {
        var missing = new List<string>();
        await using var command = Commands.For(connection, CurrencySql.WithoutRate(query));
        await using var reader = await command.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel))
        {
            var days = new DateRange(Calendar.Day(reader.GetInt32(1)), Calendar.Day(reader.GetInt32(2)));
            missing.Add($"There is no rate from {Named(reader.GetString(0))} to {query.Currency} for days within {days}.");
        }

        return missing is [] ? new(query.Currency, Convert: true) : throw new QueryRefusedException(missing);
    }

    /// <summary>Of each source the first and the last by name; they differ where there are several.</summary>
    async Task<List<string>> EndsAsync(SqlStatement statement, CancellationToken cancel)
    {
        var found = new List<string>();
        await using var command = Commands.For(connection, statement);
        await using var reader = await command.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel))
            if (!reader.IsDBNull(0))
                found.AddRange([reader.GetString(0), reader.GetString(1)]);
        return [.. found.Distinct()];
    }

    async Task<List<string>> CurrenciesAsync(SqlStatement statement, CancellationToken cancel)
    {
        var found = new List<string>();
        await using var command = Commands.For(connection, statement);
        await using var reader = await command.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel))
            found.Add(reader.GetString(0));
        return found;
    }

    static string Named(string code) => code is "" ? "an unknown currency" : code;
}
