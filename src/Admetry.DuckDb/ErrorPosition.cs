using System.Globalization;
using System.Text.RegularExpressions;

namespace Admetry.DuckDb;

/// <summary>Reads what the engine writes into its messages: the kind in front, the place at the end.</summary>
static partial class ErrorPosition
{
    /// <summary>Finds <c>LINE 2: text</c> with a caret below. A line cut short with dots gives no column.</summary>
    public static (int? Line, int? Column)? Find(string message)
    {
        if (Place().Match(message) is not { Success: true } place)
            return null;

        var line = int.Parse(place.Groups["line"].ValueSpan, CultureInfo.InvariantCulture);
        var column = place.Groups["caret"].Length - place.Groups["prefix"].Length + 1;
        var isCut = place.Groups["text"].ValueSpan.StartsWith("...");
        return (line, isCut || column < 1 ? null : column);
    }

    /// <summary>The kind named before the first colon.</summary>
    public static DuckDbErrorType Kind(string? message) => message?.Split(" Error:", 2)[0] switch
    {
        "Parser" => DuckDbErrorType.Parser,
        "Syntax" => DuckDbErrorType.Syntax,
        "Binder" => DuckDbErrorType.Binder,
        "Catalog" => DuckDbErrorType.Catalog,
        "Constraint" => DuckDbErrorType.Constraint,
        "Conversion" => DuckDbErrorType.Conversion,
        "Out of Range" => DuckDbErrorType.OutOfRange,
        "Out of Memory" => DuckDbErrorType.OutOfMemory,
        "IO" => DuckDbErrorType.InputOutput,
        "INTERRUPT" => DuckDbErrorType.Interrupt,
        "FATAL" => DuckDbErrorType.Fatal,
        "INTERNAL" => DuckDbErrorType.Internal,
        "Permission" => DuckDbErrorType.Permission,
        "Invalid Input" => DuckDbErrorType.InvalidInput,
        "Invalid Configuration" => DuckDbErrorType.InvalidConfiguration,
        "Missing Extension" => DuckDbErrorType.MissingExtension,
        "Not implemented" => DuckDbErrorType.NotImplemented,
        "TransactionContext" => DuckDbErrorType.Transaction,
        "Parameter Not Resolved" => DuckDbErrorType.ParameterNotResolved,
        "Parameter Not Allowed" => DuckDbErrorType.ParameterNotAllowed,
        _ => DuckDbErrorType.Unknown,
    };

    [GeneratedRegex(@"^(?<prefix>LINE (?<line>\d+): )(?<text>[^\n]*)\n(?<caret> *)\^", RegexOptions.Multiline)]
    private static partial Regex Place();
}
