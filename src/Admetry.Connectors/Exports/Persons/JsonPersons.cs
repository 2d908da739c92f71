using System.Text;
using System.Text.Json;

namespace Admetry.Connectors.Exports.Persons;

/// <summary>Copies JSON text, NDJSON as well, and hides the values of properties that say who a person is. All else stays as it is written.</summary>
/// <remarks>Goes token by token and holds one string at a time, so neither size nor depth of the text matters.</remarks>
sealed class JsonPersons(TextReader from, TextWriter to, PersonKey key)
{
    const int LongestString = 16 << 20;

    readonly StringBuilder token = new();
    bool isHiding;

    /// <summary>The names of the properties hidden.</summary>
    public SortedSet<string> Hidden { get; } = new(StringComparer.Ordinal);

    /// <exception cref="InvalidDataException">A text within is longer than any report has.</exception>
    public void Copy()
    {
        for (var next = from.Read(); next >= 0;)
            next = (char)next switch
            {
                '"' => Text(),
                '-' or (>= '0' and <= '9') => Number((char)next),
                var other => Other(other),
            };
    }

    int Other(char sign)
    {
        if (sign is '{' or '}' or ']')
            isHiding = false;
        to.Write(sign);
        return from.Read();
    }

    int Text()
    {
        token.Clear();
        var isEscaped = false;
        int next;
        while ((next = from.Read()) >= 0 && (isEscaped || next is not '"'))
        {
            if (token.Length > LongestString)
                throw new InvalidDataException("a text in it is longer than 16 million characters");
            token.Append((char)next);
            isEscaped = !isEscaped && next is '\\';
        }

        if (next < 0)
        {
            // Broken off within a text: the reader will say so; what it would have said is not kept.
            to.Write('"');
            return -1;
        }

        var written = token.ToString();
        token.Clear();
        while ((next = from.Read()) >= 0 && char.IsWhiteSpace((char)next))
            token.Append((char)next);
        Write(written, isName: next is ':');
        to.Write(token);
        return next;
    }

    void Write(string written, bool isName)
    {
        var text = Plain(written);
        if (isName)
            isHiding = PersonColumns.Has(text);
        if (isName || !(isHiding || PersonColumns.IsEmail(text)))
        {
            if (isName && isHiding)
                Hidden.Add(text);
            to.Write($"\"{written}\"");
            return;
        }

        if (!isHiding)
            Hidden.Add("e-mail addresses");
        to.Write($"\"{(text.Length == 0 ? written : JsonEncodedText.Encode(key.Hide(text)))}\"");
    }

    int Number(char first)
    {
        token.Clear().Append(first);
        int next;
        while ((next = from.Read()) >= 0 && (char)next is '+' or '-' or '.' or 'e' or 'E' or (>= '0' and <= '9'))
            token.Append((char)next);
        to.Write(isHiding ? $"\"{key.Hide(token.ToString())}\"" : token.ToString());
        return next;
    }

    static string Plain(string written)
    {
        if (!written.Contains('\\'))
            return written;
        try
        {
            return JsonSerializer.Deserialize<string>($"\"{written}\"") ?? written;
        }
        catch (JsonException)
        {
            return written;
        }
    }
}
