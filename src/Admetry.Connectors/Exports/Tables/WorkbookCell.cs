using System.Globalization;

namespace Admetry.Connectors.Exports.Tables;

/// <summary>A cell of a workbook as the text that a careful export would have written: invariant, with the meaning of its
/// format.</summary>
static class WorkbookCell
{
    // A spreadsheet keeps fifteen digits. A whole number beyond them has lost some, or will have at the next save.
    const double FirstInexact = 1e15;

    static readonly string[] Codes = ["EUR", "USD", "GBP", "CHF", "JPY", "SEK", "NOK", "DKK", "PLN", "CZK", "HUF", "BRL",
        "INR", "IDR", "AUD", "CAD", "NZD", "MXN"];

    /// <param name="value">As the workbook holds it: number, text, truth value, date, duration, or null.</param>
    /// <param name="format">The cell's number format, such as <c>0.00%</c>; null when it has none.</param>
    public static string Text(object? value, string? format) => value switch
    {
        null => "",
        string text => text,
        bool truth => truth ? "true" : "false",
        DateTime moment => moment.TimeOfDay == TimeSpan.Zero
            ? moment.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : moment.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        TimeSpan span => string.Create(CultureInfo.InvariantCulture,
            $"{(long)span.TotalHours:00}:{span.Minutes:00}:{span.Seconds:00}"),
        double number => Number(number, format ?? ""),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    static string Number(double number, string format)
    {
        if (double.IsNaN(number) || double.IsInfinity(number))
            return "#NUM!";
        // In this notation an id is known to be damaged, while a measure is read as it stands.
        if (Math.Abs(number) >= FirstInexact)
            return number.ToString("0.##############E+0", CultureInfo.InvariantCulture);
        if (Math.Abs(number) < 1e-10)
            return number is 0 ? "0" : number.ToString("0.##############E+0", CultureInfo.InvariantCulture);

        // TRICKY: the conversion keeps fifteen digits, so that 12.340000000000001 is 12.34 as the sheet shows it.
        var exact = (decimal)number;
        return IsPercent(format)
            ? $"{(exact * 100).ToString("0.############################", CultureInfo.InvariantCulture)}%"
            : Currency(format) is { } sign
                ? $"{sign} {exact.ToString("0.############################", CultureInfo.InvariantCulture)}"
                : exact.ToString("0.############################", CultureInfo.InvariantCulture);
    }

    static bool IsPercent(string format) => format.Contains('%') && !format.Contains("\"%\"", StringComparison.Ordinal);

    /// <summary>The currency that the format writes beside the number, as in <c>#,##0.00 [$€-407]</c> or <c>"EUR"
    /// 0.00</c>.</summary>
    static string? Currency(string format)
    {
        if (format.IndexOf("[$", StringComparison.Ordinal) is >= 0 and var at && format.IndexOf(']', at) is > 0 and var close)
        {
            var inside = format[(at + 2)..close];
            var sign = inside.Split('-')[0].Trim();
            return sign is "" ? null : sign;
        }
        foreach (var sign in "€£₹₩₽₺₪₫₴₦฿$¥")
        {
            if (format.Contains(sign))
                return $"{sign}";
        }
        return Array.Find(Codes, code => format.Contains(code, StringComparison.Ordinal));
    }
}
