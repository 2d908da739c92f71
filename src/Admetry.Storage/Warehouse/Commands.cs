using System.Data.Common;
using System.Globalization;
using System.Text.RegularExpressions;
using Admetry.DuckDb;

namespace Admetry.Storage.Warehouse;

/// <summary>Makes commands of statements.</summary>
/// <remarks>
/// DuckDB plans a statement with parameters twice: to prepare it, and again when it knows their values, which its plan depends on. So whole
/// numbers and days, which can hold nothing else, are written into its text. Text is always a parameter. PostgreSQL is given all of them.
/// </remarks>
static partial class Commands
{
    public static DbCommand For(DbConnection connection, SqlStatement statement)
    {
        var command = connection.CreateCommand();
        var written = connection is DuckDbConnection
            ? statement.Parameters.Select(value => (value.Key, Text: Written(value.Value))).Where(value => value.Text is not null).ToDictionary(value => value.Key, value => value.Text!, StringComparer.Ordinal)
            : [];
        command.CommandText = written.Count == 0 ? statement.Text
            : Name().Replace(statement.Text, name => written.GetValueOrDefault(name.Groups[1].Value) ?? name.Value);
        foreach (var (name, value) in statement.Parameters)
        {
            if (written.ContainsKey(name))
                continue;

            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            command.Parameters.Add(parameter);
        }

        return command;
    }

    /// <returns>The value as SQL; null where it must stay a parameter.</returns>
    static string? Written(object value) => value switch
    {
        int number => number.ToString(CultureInfo.InvariantCulture),
        DateOnly day => FormattableString.Invariant($"date '{day:yyyy-MM-dd}'"),
        _ => null,
    };

    // Statements are written by this program, so an @ in one is a parameter's.
    [GeneratedRegex("@([A-Za-z_][A-Za-z0-9_]*)")]
    private static partial Regex Name();
}
