using System.Globalization;

namespace Admetry.App.Api;

/// <summary>A parameter's value as both engines read it when it is written into a statement.</summary>
static class SqlLiteral
{
    /// <remarks>Lines of a text become one: it stands in a comment, which a line's end would close.</remarks>
    public static string Of(object value) => value switch
    {
        string text => $"'{text.Replace("'", "''", StringComparison.Ordinal).ReplaceLineEndings(" ")}'",
        DateOnly day => $"date '{day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}'",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "null",
    };
}
