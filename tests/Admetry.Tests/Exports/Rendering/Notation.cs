using System.Globalization;

namespace Admetry.Tests.Exports.Rendering;

/// <summary>How a file writes numbers.</summary>
/// <param name="Group">Between thousands; empty where nothing is.</param>
/// <param name="Sign">Beside money, before it where the fraction mark is a point; empty where there is none.</param>
sealed record NumberNotation(string Group, char Mark, string Sign, bool TrimsQuantities)
{
    public static NumberNotation Plain { get; } = new("", '.', "", true);

    public static NumberNotation Of(Random random, string sign)
    {
        (string, char)[] ways = [("", '.'), (",", '.'), (".", ','), ("\u00A0", ','), ("\u202F", ','), ("", ','), ("'", '.')];
        var (group, mark) = ways[random.Next(ways.Length)];
        return new(group, mark, sign, random.Next(2) is 0);
    }

    public string Whole(decimal value) => Grouped(value.ToString("0", CultureInfo.InvariantCulture));

    public string Quantity(decimal value) => Fraction(value.ToString(TrimsQuantities ? "0.##" : "0.00", CultureInfo.InvariantCulture));

    public string Money(decimal value)
    {
        var text = Fraction(value.ToString("0.00", CultureInfo.InvariantCulture));
        return Sign is "" ? text : Mark is '.' ? Sign + text : $"{text}\u00A0{Sign}";
    }

    public string Share(decimal value) => Fraction((value * 100).ToString("0.00", CultureInfo.InvariantCulture)) + "%";

    string Fraction(string plain)
    {
        var at = plain.IndexOf('.', StringComparison.Ordinal);
        return at < 0 ? Grouped(plain) : Grouped(plain[..at]) + Mark + plain[(at + 1)..];
    }

    string Grouped(string digits)
    {
        for (var at = digits.Length - 3; at > 0 && Group is not ""; at -= 3)
            digits = digits[..at] + Group + digits[at..];
        return digits;
    }
}

/// <summary>How a file writes dates.</summary>
/// <param name="Format">As .NET writes formats.</param>
/// <param name="Language">Of the months' names, which then stand whole; empty for English.</param>
/// <param name="IsOpen">Digits whose day and month could be changed about.</param>
sealed record DateNotation(string Format, string Language, bool IsOpen)
{
    public static DateNotation Iso { get; } = new("yyyy-MM-dd", "", false);

    static readonly DateNotation[] Ways =
    [
        Iso, Iso, new("yyyyMMdd", "", false), new("yyyy/MM/dd", "", false), new("dd/MM/yyyy", "", true), new("d/M/yyyy", "", true),
        new("dd.MM.yyyy", "", false), new("d.M.yyyy", "", false), new("dd-MM-yyyy", "", true), new("M/d/yyyy", "", true), new("MM/dd/yyyy", "", true),
        new("M/d/yy", "", true), new("MMM d, yyyy", "", false), new("MMMM d, yyyy", "", false), new("d-MMM-yy", "", false), new("d MMM yyyy", "", false),
        new("yyyy-MM-dd 00:00:00", "", false), new("M/d/yyyy 0:00", "", true),
    ];

    static readonly Dictionary<string, string[]> Months = new()
    {
        ["German"] = ["Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November", "Dezember"],
        ["French"] = ["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"],
        ["Spanish"] = ["enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre"],
        ["Italian"] = ["gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno", "luglio", "agosto", "settembre", "ottobre", "novembre", "dicembre"],
        ["Portuguese"] = ["janeiro", "fevereiro", "março", "abril", "maio", "junho", "julho", "agosto", "setembro", "outubro", "novembro", "dezembro"],
        ["Dutch"] = ["januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december"],
        ["Polish"] = ["stycznia", "lutego", "marca", "kwietnia", "maja", "czerwca", "lipca", "sierpnia", "września", "października", "listopada", "grudnia"],
        ["Russian"] = ["января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября", "декабря"],
        ["Turkish"] = ["Ocak", "Şubat", "Mart", "Nisan", "Mayıs", "Haziran", "Temmuz", "Ağustos", "Eylül", "Ekim", "Kasım", "Aralık"],
        ["Indonesian"] = ["Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober", "November", "Desember"],
        ["Swedish"] = ["januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november", "december"],
        ["Danish"] = ["januar", "februar", "marts", "april", "maj", "juni", "juli", "august", "september", "oktober", "november", "december"],
        ["Norwegian"] = ["januar", "februar", "mars", "april", "mai", "juni", "juli", "august", "september", "oktober", "november", "desember"],
    };

    public static DateNotation Of(Random random, string language) =>
        Months.ContainsKey(language) && random.Next(3) is 0 ? new("d MMMM yyyy", language, false) : Ways[random.Next(Ways.Length)];

    public string Text(DateOnly day) => Months.TryGetValue(Language, out var months)
        ? $"{day.Day}{(Language is "German" ? "." : "")} {months[day.Month - 1]} {day.Year}"
        : day.ToDateTime(TimeOnly.MinValue).ToString(Format, CultureInfo.InvariantCulture);

    /// <summary>No day of these tells in which order day and month stand, and some day could be another one.</summary>
    public bool IsUndecided(IEnumerable<DateOnly> days)
    {
        var all = days.ToList();
        return IsOpen && all.All(day => day.Day <= 12) && all.Any(day => day.Day != day.Month);
    }
}
