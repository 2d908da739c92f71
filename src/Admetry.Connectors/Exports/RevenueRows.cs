using Admetry.Connectors.Exports.Families;
using Admetry.Connectors.Exports.Tables;

namespace Admetry.Connectors.Exports;

/// <summary>Builds revenue from the cells just read: one row for an order or payment, net of what was given back.</summary>
sealed class RevenueRows(Layout layout, Cells cells)
{
    readonly bool isMinor = layout.Columns.Any(column => column is { Field: Field.Amount, IsMinor: true });
    string lastOrder = "";

    /// <param name="dayOf">The row's day; null when the row breaks a rule.</param>
    /// <returns>Null when the row breaks a rule; the cells then say which.</returns>
    public ReadItem? Build(int line, Func<DateOnly?> dayOf)
    {
        var order = cells.Text(Field.OrderId);
        if (layout.Family.HasItemRows && cells.Number(Field.Amount) is null && order is not "" && order == lastOrder)
            return new FilteredItem(line, "a further item of an order, whose total stands in its first row") { IsOfNote = true };
        if (Unpaid() is { } status)
        {
            lastOrder = order;
            return new FilteredItem(line, $"its status is {status}: no money was received") { IsOfNote = true };
        }
        if (dayOf() is not { } day)
            return null;
        if (Client() is not { } client)
            return Broken(Rules.ClientMissing, "the row names no client");
        if (cells.Number(Field.Amount) is not { } amount)
            return Broken(Rules.NumberMissing, "the row has no amount");
        var currency = (cells.TextOrNull(Field.Currency) ?? layout.Currency).ToUpperInvariant();
        if (currency is not "" && !(currency.Length is 3 && currency.All(char.IsAsciiLetterUpper)))
            return Broken(Rules.CurrencyUnreadable, $"the currency is {Cells.Short(currency)}, which is no ISO 4217 code");
        if (isMinor && currency is "")
            return Broken(Rules.CurrencyUnreadable,
                "the amount counts the smallest coins of a currency that the row does not name");

        lastOrder = order;
        return new RevenueItem(new()
        {
            Line = line,
            ClientCode = client,
            Day = day,
            ChannelReported = cells.Text(Field.Channel),
            OrderId = order,
            Segment = cells.Segment,
            Amount = (amount - Math.Abs(cells.Number(Field.Refunded) ?? 0)) * (isMinor ? Units.Coin(currency) : 1),
            Currency = currency,
            IsNewCustomer = cells.Number(Field.IsNewCustomer) is { } isNew ? isNew is 1 : null,
        });
    }

    /// <summary>A shop or a payment service that is nobody's yet stands under its own name.</summary>
    string? Client() => cells.TextOrNull(Field.Client) ?? layout.Hints.ClientCode ?? layout.Family.Platform?.Code;

    string? Unpaid()
    {
        if (layout.Family.Status is not { } rule || !layout.Has(Field.OrderStatus))
            return null;
        var status = PlainText.Of(cells.Text(Field.OrderStatus));
        return rule.Counted.Contains(status) ? null : status is "" ? "not given" : status;
    }

    RevenueItem? Broken(string rule, string reason)
    {
        cells.Break(rule, reason);
        return null;
    }
}
