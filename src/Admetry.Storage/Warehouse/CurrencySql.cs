using Admetry.Metrics;

namespace Admetry.Storage.Warehouse;

/// <summary>Asks which currencies the money of a query is in, and which days lack a rate.</summary>
static class CurrencySql
{
    public static bool HasMoney(MetricQuery query) => Sources(query) is not MoneySources.None;

    /// <summary>The first and last currency, by name, of all accounts and of all books in sight, whatever their days: a small question asked first.</summary>
    /// <returns>A row for each source, nulls where it is empty.</returns>
    public static SqlStatement InSight(MetricQuery query)
    {
        var values = new SqlValues();
        var asked = Sources(query);
        var clients = query.Principal.Clients switch
        {
            null => "",
            [] => " and 1 = 0",
            var seen => $" and client_id in (select client_id from dim_client where client_code in ({values.List("c", seen)}))",
        };
        var sources = new List<string>();
        if (asked.HasFlag(MoneySources.Accounts))
            sources.Add($"select min(currency), max(currency) from dim_account where account_id <> 0{clients}");
        if (asked.HasFlag(MoneySources.Books))
            sources.Add($"select min(currency), max(currency) from fact_revenue where 1 = 1{clients}");
        return new(string.Join("\nunion all\n", sources), values.All);
    }

    /// <summary>Where the money of a query comes from, each with currencies of its own.</summary>
    public static MoneySources Sources(MetricQuery query)
    {
        var found = MoneySources.None;
        foreach (var leaf in query.Metrics.SelectMany(Leaf.Of).Where(leaf => leaf.IsMoney))
            found |= FactChoice.Of(query, leaf.Measure)!.Table is "fact_revenue" ? MoneySources.Books : MoneySources.Accounts;
        return found;
    }

    /// <summary>The currencies of the very rows summed.</summary>
    public static SqlStatement InRows(MetricQuery query)
    {
        var values = new SqlValues();
        var rows = new StackSql(query, values, convert: false, RollUps.OnBoth, RangeTotals.Anywhere).OfMoney(_ => "f.currency as currency");
        return new($"select distinct currency from (\n{string.Join("\nunion all\n", rows)}\n) found\norder by currency", values.All);
    }

    /// <summary>Currency, and first and last day, of rows summed that no rate converts.</summary>
    public static SqlStatement WithoutRate(MetricQuery query)
    {
        var values = new SqlValues();
        var stack = new StackSql(query, values, convert: true, RollUps.OnBoth, RangeTotals.Anywhere);
        var rows = stack.OfMoney(StackSql.CurrencyAndDays, stack.LacksRate);
        return new($"""
            select currency, min(first_id), max(last_id) from (
            {string.Join("\nunion all\n", rows)}
            ) missing
            group by currency
            order by currency
            """, values.All);
    }
}

/// <summary>Accounts, which have one currency each, and the clients' books, whose rows have their own.</summary>
[Flags]
enum MoneySources { None, Accounts, Books }
