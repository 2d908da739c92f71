namespace Admetry.Connectors.Exports.Tables;

/// <summary>Months in fourteen languages, whole or cut to three letters or more, with or without accents.</summary>
static class MonthNames
{
    static readonly string[][] Names =
    [
        ["january", "januar", "janner", "janvier", "enero", "gennaio", "janeiro", "januari",
            "styczen", "stycznia", "ocak", "январь", "января", "янв"],
        ["february", "februar", "fevrier", "febrero", "febbraio", "fevereiro", "februari", "fev",
            "luty", "lutego", "subat", "şubat", "февраль", "февраля", "фев"],
        ["march", "marz", "maerz", "mars", "marzo", "marco", "maart", "mrz", "mrt",
            "marzec", "marca", "mart", "март", "марта", "мар", "maret", "marts"],
        ["april", "avril", "abril", "aprile", "avr",
            "kwiecien", "kwietnia", "nisan", "апрель", "апреля", "апр"],
        ["may", "mai", "mayo", "maggio", "maio", "mei",
            "maj", "maja", "mayıs", "май", "мая"],
        ["june", "juni", "juin", "junio", "giugno", "junho",
            "czerwiec", "czerwca", "haziran", "июнь", "июня", "июн"],
        ["july", "juli", "juillet", "julio", "luglio", "julho",
            "lipiec", "lipca", "temmuz", "июль", "июля", "июл"],
        ["august", "aout", "agosto", "augustus",
            "sierpien", "sierpnia", "agustos", "ağustos", "август", "августа", "авг", "agustus", "augusti"],
        ["september", "septembre", "septiembre", "settembre", "setembro", "sept", "setiembre",
            "wrzesien", "wrzesnia", "eylul", "сентябрь", "сентября", "сен", "сент"],
        ["october", "oktober", "octobre", "octubre", "ottobre", "outubro",
            "pazdziernik", "pazdziernika", "ekim", "октябрь", "октября", "окт"],
        ["november", "novembre", "noviembre", "novembro",
            "listopad", "listopada", "kasım", "ноябрь", "ноября", "ноя", "nopember"],
        ["december", "dezember", "decembre", "diciembre", "dicembre", "dezembro",
            "grudzien", "grudnia", "aralık", "декабрь", "декабря", "дек", "desember"],
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
