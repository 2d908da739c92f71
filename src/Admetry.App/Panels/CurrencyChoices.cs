using Admetry.App.Components;
using Admetry.Metrics;
using Admetry.Storage.Warehouse;

namespace Admetry.App.Panels;

/// <summary>What can be done where money in several currencies cannot be added up: each currency alone, or all of it in one where rates are known.</summary>
public static class CurrencyChoices
{
    const int Most = 8;

    /// <returns>Links with their titles; empty where the trouble is another one.</returns>
    /// <exception cref="System.Data.Common.DbException">The warehouse is unreachable.</exception>
    public static async Task<IReadOnlyList<MenuItem>> OfAsync(MetricReader metrics, PageQuestion page, Metric money, CancellationToken cancel)
    {
        var query = page.Ask(page.Covered, money) with { Currency = null };
        var asked = query with { By = [Dimensions.Currency] };
        if (money.Unit is not Unit.Money || MetricSql.Reasons(asked) is not [])
            return [];

        var known = (await metrics.ReadAsync(asked, cancel)).Rows.Select(row => row.Key(0)).Where(key => key is not "").Take(Most).ToList();
        if (known.Count < 2)
            return [];

        List<MenuItem> choices = [];
        foreach (var currency in known)
            if (await ConvertsAsync(metrics, query with { Currency = currency }, cancel))
                choices.Add(new($"Everything in {currency}", (page.State with { Currency = currency }).At(page.Path)));
        var alone = page.State with { Currency = null };
        return [.. choices, .. known.Select(currency => new MenuItem($"Only what is in {currency}", alone.Only(Dimensions.Currency, currency).At(page.Path)))];
    }

    /// <summary>Whether every day's money has a rate: the answer itself is the proof.</summary>
    static async Task<bool> ConvertsAsync(MetricReader metrics, MetricQuery query, CancellationToken cancel)
    {
        try
        {
            await metrics.ReadAsync(query, cancel);
            return true;
        }
        catch (QueryRefusedException)
        {
            return false;
        }
    }
}
