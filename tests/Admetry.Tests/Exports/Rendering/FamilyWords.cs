using Admetry.Connectors.Exports.Families;
using Admetry.Connectors.Exports.Tables;

namespace Admetry.Tests.Exports.Rendering;

/// <summary>A column that a family knows, as its files write it.</summary>
/// <param name="IsOfDialect">Only this platform uses the word.</param>
sealed record KnownColumn(string Name, Field Field, string? Unit = null, bool IsOfDialect = false);

/// <summary>The column names of a family in one of its languages, from the family's and the lexicon's own data.</summary>
static class FamilyWords
{
    public static IReadOnlyList<KnownColumn> Of(Family family, string language)
    {
        var own = family.Columns.Select(pair => new KnownColumn(pair.Key, pair.Value.Field, pair.Value.Unit));
        return family.Dialect is not { } dialect ? [.. own] : [.. own, .. FromLexicon(family, dialect, language)];
    }

    public static string Language(Family family, Random random)
    {
        var languages = family.Languages.Split(", ");
        return family.Dialect is { Length: > 0 } ? languages[random.Next(languages.Length)] : "English";
    }

    /// <summary>Names as programs write them: with underscores in tables, otherwise in small or large letters.</summary>
    public static string Styled(Family family, string name, Random random) =>
        family.Name.EndsWith("_table", StringComparison.Ordinal) || family.Name.StartsWith("seed_", StringComparison.Ordinal)
            || family.Name is "stripe_charges" ? name.Replace(' ', '_')
        : name.Any(char.IsUpper) || random.Next(4) is 0 ? name
        : random.Next(2) is 0 ? char.ToUpperInvariant(name[0]) + name[1..]
        : string.Join(' ', name.Split(' ').Select(word => word.Length is 0 ? word : char.ToUpperInvariant(word[0]) + word[1..]));

    // A word that another language or the family uses otherwise is not among its names.
    static IEnumerable<KnownColumn> FromLexicon(Family family, string dialect, string language) =>
        Lexicon.NamesIn(language)
            .Where(word => word.Dialect == dialect || word.Dialect is "")
            .Where(word => PlainText.Of(word.Name) is var plain && !family.Columns.ContainsKey(plain)
                && Lexicon.Find(plain, dialect)?.Field == word.Field)
            .Select(word => new KnownColumn(word.Name, word.Field, null, word.Dialect is not ""));
}
