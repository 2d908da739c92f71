using System.Text;

namespace Admetry.Metrics;

/// <summary>A word of a query and where it begins, counted from 1.</summary>
readonly record struct Word(string Text, int Position);

/// <summary>Walks through the text of filters, letter by letter.</summary>
sealed class TextScanner(string text, string part)
{
    const string Operators = "=!~:";

    int at;

    /// <summary>The words between commas, without the space around them.</summary>
    /// <exception cref="QueryTextException">There is nothing between two commas.</exception>
    public static IEnumerable<Word> Words(string text, string part)
    {
        var start = 0;
        foreach (var piece in text.Split(','))
        {
            var word = new Word(piece.Trim(), start + 1 + (piece.Length - piece.TrimStart().Length));
            yield return word.Text is not "" ? word : throw new QueryTextException(
                $"A name is missing at position {start + 1} of {part}.", part, "", start + 1, []);
            start += piece.Length + 1;
        }
    }

    public static string Quote(string value) =>
        value is "" || value != value.Trim() || Operators.Contains(value[0], StringComparison.Ordinal)
        || value.AsSpan().IndexOfAny(",;\"") >= 0
            ? $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : value;

    /// <summary>Goes to the next filter; false at the end.</summary>
    public bool Next()
    {
        while (at < text.Length && (text[at] is ';' || char.IsWhiteSpace(text[at])))
            at++;
        return at < text.Length;
    }

    public Word Name()
    {
        var start = at;
        while (at < text.Length && !Operators.Contains(text[at], StringComparison.Ordinal) && text[at] is not ';')
            at++;
        return new(text[start..at].Trim(), start + 1);
    }

    /// <exception cref="QueryTextException">There is none.</exception>
    public FilterKind Operator(Dimension dimension)
    {
        var start = at;
        while (at < text.Length && Operators.Contains(text[at], StringComparison.Ordinal) && at - start < 2)
            at++;
        switch (text[start..at])
        {
            case "=" or ":" or "==":
                return FilterKind.In;
            case "!=" or "!:":
                return FilterKind.NotIn;
            case "~" or "~:" or "~=":
                return FilterKind.Contains;
            case var other:
                throw new QueryTextException(
                    $"'{other}' at position {start + 1} of {part} is no comparison: "
                    + $"write {dimension}=value, {dimension}!=value or {dimension}~text.",
                    part, other, start + 1, ["=", "!=", "~"]);
        }
    }

    /// <exception cref="QueryTextException">A value is missing, or a quotation mark is not closed.</exception>
    public List<string> Values(Dimension dimension)
    {
        var values = new List<string>();
        do
        {
            while (at < text.Length && char.IsWhiteSpace(text[at]))
                at++;
            values.Add(at < text.Length && text[at] is '"' ? Quoted() : Plain(dimension));
        }
        while (at < text.Length && text[at++] is ',');
        return values;
    }

    string Plain(Dimension dimension)
    {
        var start = at;
        while (at < text.Length && text[at] is not (',' or ';'))
            at++;
        var value = text[start..at].Trim();
        return value is not "" ? value : throw new QueryTextException(
            $"The filter on {dimension} lacks a value at position {start + 1} of {part}.", part, "", start + 1, []);
    }

    string Quoted()
    {
        var start = at++;
        var value = new StringBuilder();
        for (; at < text.Length; at++)
        {
            if (text[at] is not '"')
                value.Append(text[at]);
            else if (at + 1 < text.Length && text[at + 1] is '"')
                value.Append(text[at++]);
            else
                return Closed(value.ToString());
        }

        throw new QueryTextException(
            $"The quotation mark at position {start + 1} of {part} is not closed.", part, text[start..], start + 1, []);
    }

    string Closed(string value)
    {
        at++;
        while (at < text.Length && char.IsWhiteSpace(text[at]))
            at++;
        return at == text.Length || text[at] is ',' or ';' ? value : throw new QueryTextException(
            $"'{text[at]}' at position {at + 1} of {part} follows a quoted value: put a comma or a semicolon between.",
            part, text[at..], at + 1, [",", ";"]);
    }
}
