namespace Admetry.DuckDb;

/// <summary>
/// Turns <c>@name</c> into <c>$name</c>, so that one SQL text serves DuckDB, where <c>@</c> is an operator, and Npgsql.
/// </summary>
/// <remarks>
/// Literals, quoted identifiers, comments and dollar quotes stay as they are, by the engine's own rules of reading
/// (PostgreSQL's <c>scan.l</c>). An <c>@</c> is a parameter where a name follows at once and neither a name, a number
/// nor another <c>@</c> touches it on the left; the operator keeps its meaning with a blank behind it: <c>@ x</c>.
/// The text keeps its length, so positions in errors hold for the original.
/// </remarks>
static class ParameterSyntax
{
    public static string Rewrite(string sql)
    {
        if (!sql.Contains('@'))
            return sql;

        char[]? rewritten = null;
        for (var at = 0; at < sql.Length;)
        {
            if (sql[at] == '@' && IsParameter(sql, at))
                (rewritten ??= sql.ToCharArray())[at] = '$';
            at = SqlToken.End(sql, at);
        }

        return rewritten is null ? sql : new string(rewritten);
    }

    static bool IsParameter(string sql, int at) =>
        at + 1 < sql.Length && SqlToken.StartsName(sql[at + 1])
        && (at == 0 || (sql[at - 1] != '@' && !SqlToken.ContinuesName(sql[at - 1])));
}
