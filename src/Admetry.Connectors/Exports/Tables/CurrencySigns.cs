namespace Admetry.Connectors.Exports.Tables;

/// <summary>Which currency a sign beside a number means. Signs that several currencies share mean none.</summary>
public static class CurrencySigns
{
    static readonly Dictionary<string, string> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        ["€"] = "EUR", ["£"] = "GBP", ["₹"] = "INR", ["₩"] = "KRW", ["₽"] = "RUB", ["₺"] = "TRY", ["₪"] = "ILS",
            ["₫"] = "VND", ["₴"] = "UAH",
        ["₦"] = "NGN", ["฿"] = "THB", ["₱"] = "PHP", ["₲"] = "PYG", ["₵"] = "GHS", ["R$"] = "BRL", ["US$"] = "USD",
            ["A$"] = "AUD", ["AU$"] = "AUD",
        ["C$"] = "CAD", ["CA$"] = "CAD", ["NZ$"] = "NZD", ["HK$"] = "HKD", ["NT$"] = "TWD", ["MX$"] = "MXN", ["Rp"] = "IDR",
            ["Rp."] = "IDR",
        ["zł"] = "PLN", ["Kč"] = "CZK", ["Ft"] = "HUF", ["RM"] = "MYR", ["S/"] = "PEN", ["S/."] = "PEN", ["TL"] = "TRY",
            ["лв"] = "BGN", ["SFr."] = "CHF",
    };

    /// <returns>ISO 4217; null when the cell has no sign, or one that several currencies share, such as <c>$</c>.</returns>
    public static string? Of(ReadOnlySpan<char> cell)
    {
        var from = cell.IndexOfAnyInRange('0', '9');
        if (from < 0)
            return null;
        var to = cell.LastIndexOfAnyInRange('0', '9') + 1;
        return Find(cell[..from]) ?? Find(cell[to..]);
    }

    static string? Find(ReadOnlySpan<char> around)
    {
        around = around.Trim(" \u00A0\u202F()+-\u2212.,%");
        if (around.IsEmpty || around.Length > 4)
            return null;
        var text = around.ToString();
        return Known.TryGetValue(text, out var code) ? code : Currencies.All.Contains(text) ? text : null;
    }
}
