using Admetry.Connectors.Exports.Families;
using Admetry.Connectors.Exports.Tables;

namespace Admetry.Connectors.Exports;

/// <summary>The account of the current row. Equal accounts are one object.</summary>
sealed class Accounts(Layout layout, Cells cells)
{
    readonly Dictionary<(string Id, string Name, string Client, string Currency), AdAccount> known = [];
    readonly Dictionary<(string Id, string Name), string> currencies = [];
    (string Id, string Name, string Client, string Currency) lastKey;
    AdAccount? last;

    /// <exception cref="BrokenTableException">One account has two currencies.</exception>
    public AdAccount? Current(int line)
    {
        var client = cells.Text(Field.Client) is { Length: > 0 } code ? code : layout.Hints.ClientCode ?? "";
        var id = layout.Family.ClientIsAccount ? client
            : cells.Text(Field.AccountId) is { Length: > 0 } given ? given
            : layout.Hints.AccountId ?? "";
        var name = cells.Text(Field.AccountName) is { Length: > 0 } named ? named : layout.Hints.AccountName ?? "";
        var currency = cells.Text(Field.Currency) is { Length: > 0 } written ? written : layout.Currency;
        if (layout.Family.ClientIsAccount && client is "")
        {
            cells.Break(Rules.ClientMissing, "the row names no client");
            return null;
        }

        var key = (id, name, client, currency);
        if (last is not null && key == lastKey)
            return last;
        if (!known.TryGetValue(key, out var account))
        {
            if (currency is not "" && !IsCode(currency.ToUpperInvariant()))
            {
                cells.Break(Rules.CurrencyUnreadable, $"the currency is {Cells.Short(currency)}, which is no ISO 4217 code");
                return null;
            }
            Remember(line, id, name, currency.ToUpperInvariant());
            account = new(layout.Family.Platform ?? Platform.Other, id, name is "" ? null : name, client is "" ? null : client, currency.ToUpperInvariant(),
                layout.Hints.TimeZone);
            known.Add(key, account);
        }
        (lastKey, last) = (key, account);
        return account;
    }

    void Remember(int line, string id, string name, string currency)
    {
        if (!currencies.TryAdd((id, name), currency) && currencies[(id, name)] != currency)
            throw new BrokenTableException(line, $"the file mixes {currencies[(id, name)]} and {currency} in one account",
                "Export each account by itself, or add the account's column to the export.");
    }

    static bool IsCode(string text) => text.Length is 3 && text.All(char.IsAsciiLetterUpper);
}
