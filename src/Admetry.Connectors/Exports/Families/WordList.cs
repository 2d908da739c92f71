using Admetry.Connectors.Exports.Tables;

namespace Admetry.Connectors.Exports.Families;

/// <summary>Writes a family's words in short.</summary>
static class WordList
{
    /// <summary>
    /// Words of each field with <c>|</c> between, the preferred first. A word may end in its unit: <c>cost
    /// micros@micros</c>; the units
    /// are those of <see cref="Units"/>.
    /// </summary>
    public static Dictionary<string, Word> Of(params (Field Field, string Words)[] lists)
    {
        var words = new Dictionary<string, Word>();
        foreach (var (field, list) in lists)
        {
            foreach (var (rank, text) in list.Split('|').Index())
            {
                var parts = text.Split('@');
                words.Add(PlainText.Of(parts[0]), new(field, rank, false, parts.ElementAtOrDefault(1)));
            }
        }
        return words;
    }

    public static Sign[] Signs(params string[] columns) => [.. columns.Select(column => new Sign(column))];
}
