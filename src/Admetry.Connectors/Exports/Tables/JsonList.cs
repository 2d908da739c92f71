using System.Text;
using System.Text.Json;

namespace Admetry.Connectors.Exports.Tables;

/// <summary>Finds the list of records that an object wraps, as answers of interfaces do: <c>{"data": [ … ], "paging": …
/// }</c>.</summary>
static class JsonList
{
    const int Deepest = 4;

    /// <param name="head">The first text of the file.</param>
    /// <returns>The name of the outermost list of objects; null when there is none.</returns>
    public static string? NameIn(string head)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(head), isFinalBlock: false,
            new(new() { AllowMultipleValues = true }));
        var (name, isOpen) = ((string?)null, false);
        try
        {
            while (reader.Read())
            {
                if (isOpen && reader.TokenType is JsonTokenType.StartObject)
                    return name;
                isOpen = name is not null && reader.TokenType is JsonTokenType.StartArray && reader.CurrentDepth <= Deepest;
                if (!isOpen)
                    name = reader.TokenType is JsonTokenType.PropertyName ? reader.GetString() : null;
            }
        }
        catch (JsonException)
        {
            // The reading proper tells what is wrong, and where.
        }
        return null;
    }
}
