namespace Admetry.Connectors.Exports.Families;

/// <summary>What column names mean, in all languages and for all families that do not say otherwise.</summary>
public static class Lexicon
{
    static readonly Dictionary<string, Field> Words = [];

    /// <param name="plain">The name as <see cref="Tables.PlainText"/> writes it.</param>
    /// <returns>Unknown when no language has the word.</returns>
    public static Field Find(string plain) => Words.GetValueOrDefault(plain);
}
