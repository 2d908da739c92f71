namespace Admetry.DuckDb;

/// <summary>Finds where a token of SQL ends, as far as needed to step over what is quoted.</summary>
static class SqlToken
{
    public static bool StartsName(char c) => char.IsAsciiLetter(c) || c == '_' || c > '\x7f';

    public static bool ContinuesName(char c) => StartsName(c) || char.IsAsciiDigit(c) || c == '$';

    /// <summary>The index behind the token that begins at <paramref name="start"/>. What is not closed ends the text.</summary>
    public static int End(string sql, int start) => (sql[start], Next(sql, start)) switch
    {
        ('\'', _) => Quoted(sql, start, '\''),
        ('"', _) => Quoted(sql, start, '"'),
        ('e' or 'E', '\'') => Escaped(sql, start + 1),
        ('-', '-') => LineComment(sql, start),
        ('/', '*') => BlockComment(sql, start),
        ('$', _) => Dollar(sql, start),
        var (first, _) when StartsName(first) => Name(sql, start + 1),
        _ => start + 1,
    };

    static char Next(string sql, int at) => at + 1 < sql.Length ? sql[at + 1] : '\0';

    static int Name(string sql, int at)
    {
        while (at < sql.Length && ContinuesName(sql[at]))
            at++;
        return at;
    }

    // A doubled quote reads as two literals side by side, which end at the same place.
    static int Quoted(string sql, int start, char quote)
    {
        var end = sql.IndexOf(quote, start + 1);
        return end < 0 ? sql.Length : end + 1;
    }

    static int Escaped(string sql, int quote)
    {
        for (var at = quote + 1; at < sql.Length; at++)
        {
            if (sql[at] == '\\')
                at++;
            else if (sql[at] == '\'' && Next(sql, at) == '\'')
                at++;
            else if (sql[at] == '\'' && Continuation(sql, at + 1) is var next and >= 0)
                at = next;
            else if (sql[at] == '\'')
                return at + 1;
        }

        return sql.Length;
    }

    // TRICKY: a literal goes on after a line break ('a' newline 'b' is one literal), and keeps its kind of escapes.
    static int Continuation(string sql, int at)
    {
        var hasLineBreak = false;
        while (at < sql.Length)
        {
            if (sql[at] == '-' && Next(sql, at) == '-')
                at = LineComment(sql, at);
            else if (sql[at] is ' ' or '\t' or '\f' or '\v' or '\n' or '\r')
                hasLineBreak |= sql[at++] is '\n' or '\r';
            else
                return sql[at] == '\'' && hasLineBreak ? at : -1;
        }

        return -1;
    }

    static int LineComment(string sql, int start)
    {
        var end = sql.AsSpan(start).IndexOfAny('\n', '\r');
        return end < 0 ? sql.Length : start + end;
    }

    static int BlockComment(string sql, int start)
    {
        var depth = 0;
        for (var at = start; at + 1 < sql.Length; at++)
        {
            if (sql[at] == '/' && sql[at + 1] == '*')
                (depth, at) = (depth + 1, at + 1);
            else if (sql[at] == '*' && sql[at + 1] == '/')
                (depth, at) = (depth - 1, at + 1);
            if (depth == 0)
                return at + 1;
        }

        return sql.Length;
    }

    // $$…$$ and $tag$…$tag$ quote; $name and $1 are parameters already.
    static int Dollar(string sql, int start)
    {
        var tagEnd = start + 1;
        if (tagEnd < sql.Length && StartsName(sql[tagEnd]))
            while (tagEnd < sql.Length && (StartsName(sql[tagEnd]) || char.IsAsciiDigit(sql[tagEnd])))
                tagEnd++;
        if (tagEnd >= sql.Length || sql[tagEnd] != '$')
            return Name(sql, start + 1);

        var delimiter = sql[start..(tagEnd + 1)];
        var end = sql.IndexOf(delimiter, tagEnd + 1, StringComparison.Ordinal);
        return end < 0 ? sql.Length : end + delimiter.Length;
    }
}
