using Admetry.Connectors.Exports.Tables;

namespace Admetry.Connectors.Exports.Families;

/// <summary>A word for a column.</summary>
/// <param name="Rank">Its place among the words for the field: where two columns mean the same, the lower is taken.</param>
/// <param name="IsOfDialect">Only one family uses the word, so it speaks for that family.</param>
/// <param name="Unit">Null: as written.</param>
public readonly record struct Word(Field Field, int Rank, bool IsOfDialect, string? Unit = null);

/// <summary>What column names mean: words in seventeen languages, common ones and those of one platform's dialect.</summary>
public static class Lexicon
{
    /// <summary>The languages of its words.</summary>
    public const string Tongues = "English, German, French, Spanish, Italian, Portuguese, Dutch, Japanese, Polish, Russian, Turkish, Indonesian, "
        + "Swedish, Danish, Norwegian, Chinese, Korean";

    /// <summary>Of these, the languages whose words come from programs that read such exports, and from memory, not from exports themselves.</summary>
    public const string RecalledTongues = "Japanese, Polish, Russian, Turkish, Indonesian, Swedish, Danish, Norwegian, Chinese and Korean";

    public const string Google = "google";
    public const string Meta = "meta";

    static readonly Dictionary<string, (string Dialect, Field Field, string Words)[]> Lists = new()
    {
        ["English"] = EnglishWords.All, ["German"] = GermanWords.All, ["French"] = FrenchWords.All, ["Spanish"] = SpanishWords.All,
        ["Italian"] = ItalianWords.All, ["Portuguese"] = PortugueseWords.All, ["Dutch"] = DutchWords.All,
        ["Japanese"] = JapaneseWords.All, ["Polish"] = PolishWords.All, ["Russian"] = RussianWords.All, ["Turkish"] = TurkishWords.All,
        ["Indonesian"] = IndonesianWords.All, ["Swedish"] = SwedishWords.All, ["Danish"] = DanishWords.All, ["Norwegian"] = NorwegianWords.All,
        ["Chinese"] = ChineseWords.All, ["Korean"] = KoreanWords.All,
    };

    static readonly Dictionary<(string Dialect, string Plain), Word> Words = Build();

    static readonly HashSet<string> AllWords = [.. Words.Keys.Select(key => key.Plain)];

    /// <param name="plain">The name as <see cref="PlainText"/> writes it.</param>
    /// <returns>Null when neither the dialect nor the common tongue has the word.</returns>
    public static Word? Find(string plain, string dialect) =>
        Words.TryGetValue((dialect, plain), out var own) ? own
        : Words.TryGetValue(("", plain), out var common) ? common
        : null;

    /// <summary>The fields that a dialect has words for, the common ones included.</summary>
    public static IEnumerable<Field> FieldsOf(string dialect) =>
        Words.Where(pair => pair.Key.Dialect == dialect || pair.Key.Dialect is "").Select(pair => pair.Value.Field).Distinct();

    /// <summary>Some dialect or the common tongue has the word.</summary>
    public static bool Knows(string plain) => AllWords.Contains(plain);

    /// <summary>The longest word that stands whole within a name: a guess, for drafts alone. Null when none of four letters or more does.</summary>
    /// <param name="suits">Whether the column's cells could be of the field.</param>
    public static Field? Resembling(string plain, Func<Field, bool> suits)
    {
        var padded = $" {plain} ";
        return Words.Where(word => word.Key.Plain.Length >= 4 && suits(word.Value.Field) && padded.Contains($" {word.Key.Plain} ", StringComparison.Ordinal))
            .OrderByDescending(word => word.Key.Plain.Length).ThenBy(word => word.Key.Dialect, StringComparer.Ordinal)
            .Select(word => (Field?)word.Value.Field).FirstOrDefault();
    }

    /// <summary>The names of columns in one language as the platforms write them, each with its dialect; <c>""</c> is the common tongue.</summary>
    /// <param name="language">One of <see cref="Tongues"/>.</param>
    /// <exception cref="KeyNotFoundException">There is no such language.</exception>
    public static IEnumerable<(string Dialect, Field Field, string Name)> NamesIn(string language) =>
        Lists[language].SelectMany(list => list.Words.Split('|').Select(name => (list.Dialect, list.Field, name)));

    static Dictionary<(string, string), Word> Build()
    {
        var words = new Dictionary<(string, string), Word>();
        foreach (var (dialect, field, text) in Tongues.Split(", ").SelectMany(language => Lists[language]))
        {
            foreach (var (rank, word) in text.Split('|').Index())
                words.TryAdd((dialect, PlainText.Of(word)), new(field, rank, dialect is not ""));
        }
        return words;
    }
}
