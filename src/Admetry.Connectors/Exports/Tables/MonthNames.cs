namespace Admetry.Connectors.Exports.Tables;

/// <summary>Months in seven languages, whole or cut to three letters or more, with or without accents.</summary>
static class MonthNames
{
    static readonly string[][] Names =
    [
        ["january", "januar", "janner", "janvier", "enero", "gennaio", "janeiro", "januari"],
        ["february", "februar", "fevrier", "febrero", "febbraio", "fevereiro", "februari", "fev"],
        ["march", "marz", "maerz", "mars", "marzo", "marco", "maart", "mrz", "mrt"],
        ["april", "avril", "abril", "aprile", "avr"],
        ["may", "mai", "mayo", "maggio", "maio", "mei"],
        ["june", "juni", "juin", "junio", "giugno", "junho"],
        ["july", "juli", "juillet", "julio", "luglio", "julho"],
        ["august", "aout", "agosto", "augustus"],
        ["september", "septembre", "septiembre", "settembre", "setembro", "sept", "setiembre"],
        ["october", "oktober", "octobre", "octubre", "ottobre", "outubro"],
        ["november", "novembre", "noviembre", "novembro"],
        ["december", "dezember", "decembre", "diciembre", "dicembre", "dezembro"],
    ];

    static readonly string[] Weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

    static readonly Dictionary<string, int> Known = Build();

    /// <returns>1 to 12; 0 when it is no month.</returns>
    public static int Find(ReadOnlySpan<char> word)
    {
        word = word.TrimEnd('.');
        return word.Length is >= 3 and <= 12 ? Known.GetValueOrDefault(Plain(word)) : 0;
    }

    /// <summary>Words that stand in dates and say nothing: "de", "of", the weekday, the ending of an ordinal.</summary>
    public static bool IsFiller(ReadOnlySpan<char> word)
    {
        var plain = Plain(word.TrimEnd('.'));
        return plain is "de" or "del" or "di" or "of" or "the" or "st" or "nd" or "rd" or "th" or "er" or ""
            || Weekdays.Any(day => plain.StartsWith(day, StringComparison.Ordinal));
    }

    static Dictionary<string, int> Build()
    {
        var known = new Dictionary<string, int>();
        foreach (var (index, names) in Names.Index())
        {
            foreach (var name in names)
            {
                for (var length = 3; length <= name.Length; length++)
                {
                    if (length == name.Length || length <= 5)
                        Add(known, name[..length], index + 1);
                }
            }
        }
        return known;
    }

    // A short form that two months share in different languages names neither ("jui" of juin and juillet).
    static void Add(Dictionary<string, int> known, string name, int month) =>
        known[name] = known.TryGetValue(name, out var other) && other != month ? 0 : month;

    static string Plain(ReadOnlySpan<char> word) => PlainText.Of(word);
}
