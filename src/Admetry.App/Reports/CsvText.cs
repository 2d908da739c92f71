using System.Globalization;

namespace Admetry.App.Reports;

/// <summary>Cells and lines of CSV by RFC 4180, harmless in a spreadsheet.</summary>
public static class CsvText
{
    /// <summary>
    /// Quoted where needed. A text that a spreadsheet would run as a formula, since it begins with <c>= + - @</c>, a
    /// tab or a line's end, gets a leading apostrophe; a number stays a number, negative or not.
    /// </summary>
    public static string Cell(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return "";
        if (text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '＝' or '＋' or '－' or '＠' && !IsNumber(text))
            text = $"'{text}";
        return text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    /// <summary>Cells joined by commas, ended by a line feed.</summary>
    public static string Line(IEnumerable<string?> cells) => string.Join(',', cells.Select(Cell)) + '\n';

    static bool IsNumber(string text) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out _);
}
