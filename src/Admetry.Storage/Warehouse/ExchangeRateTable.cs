using System.Data.Common;
using Dapper;

namespace Admetry.Storage.Warehouse;

/// <summary>1 <paramref name="From"/> = <paramref name="Rate"/> <paramref name="To"/>, from <paramref name="Day"/> until the next rate of the pair.</summary>
public sealed record DatedRate(DateOnly Day, string From, string To, decimal Rate, string Source);

/// <summary>Keeps <c>fx_rate</c> dense: one row a day and pair, each carried forward from the last rate given.</summary>
public static class ExchangeRateTable
{
    /// <summary>Replaces all rates, if they are not the same already. Inverse pairs are added where only one way is given.</summary>
    public static async Task WriteAsync(WarehouseDatabase warehouse, IReadOnlyList<DatedRate> rates, CancellationToken cancel)
    {
        var given = rates.Select(rate => (rate.From, rate.To)).ToHashSet();
        var both = rates.Concat(rates.Where(rate => !given.Contains((rate.To, rate.From)))
            .Select(rate => rate with { From = rate.To, To = rate.From, Rate = decimal.Round(1 / rate.Rate, 9) })).ToList();
        var fingerprint = string.Join('\n', both.Select(rate => rate.ToString()).Order(StringComparer.Ordinal));

        await using var connection = await warehouse.Source.OpenConnectionAsync(cancel);
        if (await connection.ExecuteScalarAsync<string?>("select text from fx_source") is var kept && (kept ?? "") == fingerprint)
            return;

        await using var transaction = await connection.BeginTransactionAsync(cancel);
        await connection.ExecuteAsync("delete from fx_rate; delete from fx_source", transaction: transaction);
        foreach (var pair in both.GroupBy(rate => (rate.From, rate.To)))
            await WritePairAsync(connection, transaction, [.. pair.OrderBy(rate => rate.Day)]);
        await connection.ExecuteAsync("insert into fx_source values (@fingerprint)", new { fingerprint }, transaction);
        await warehouse.CommitAsync(transaction, cancel);
    }

    static async Task WritePairAsync(DbConnection connection, DbTransaction transaction, List<DatedRate> rates)
    {
        for (var i = 0; i < rates.Count; i++)
        {
            var rate = rates[i];
            if (i + 1 < rates.Count && rates[i + 1].Day == rate.Day)
                continue; // the later line of one day counts

            await connection.ExecuteAsync(
                """
                insert into fx_rate select date_id, @From, @To, @Rate, @Source from dim_date where date_id >= @first and date_id < @next
                """,
                new
                {
                    rate.From, rate.To, rate.Rate, rate.Source, first = Calendar.Key(rate.Day),
                    next = i + 1 < rates.Count ? Calendar.Key(rates[i + 1].Day) : int.MaxValue,
                },
                transaction);
        }
    }
}
