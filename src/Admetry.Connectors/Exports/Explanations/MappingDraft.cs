using System.Text;
using Admetry.Connectors.Exports.Families;
using Admetry.Connectors.Exports.Tables;

namespace Admetry.Connectors.Exports.Explanations;

/// <summary>Drafts a mapping for a table that no family knows: a start to be corrected, never used by itself.</summary>
static class MappingDraft
{
    static readonly string[] Dialects = [.. FamilyCatalogue.All.Select(family => family.Dialect).OfType<string>().Distinct()];

    /// <summary>What a column could mean by its name in any family's words, or by the look of its cells; null: nothing speaks for anything.</summary>
    public static Field? Guess(string header, IReadOnlyList<string> examples)
    {
        var name = HeaderName.Of(header);
        var word = Dialects.Select(dialect => Lexicon.Find(name.Plain, dialect)).FirstOrDefault(found => found is not null)
            ?? FamilyCatalogue.All.Where(family => family.Columns.ContainsKey(name.Plain)).Select(family => (Word?)family.Columns[name.Plain]).FirstOrDefault();
        if (word is { Field: var field })
            return Useful(field);
        if (RateWords.Match(name.Plain))
            return null;
        var isNumber = examples.Count > 0 && examples.All(text => text.AsSpan().IndexOfAnyExcept("0123456789.,-  '%") < 0);
        if (Lexicon.Resembling(name.Plain, field => Useful(field) is not null && field.IsNumber() == isNumber) is { } resembled)
            return resembled;
        return examples.Count > 0 && examples.All(IsDate) ? Field.Day : null;
    }

    /// <summary>The entry for <c>sources:</c> in <c>admetry.yaml</c>, with what could not be guessed as comments.</summary>
    public static string Of(string file, IReadOnlyList<ExplainedColumn> columns)
    {
        var text = new StringBuilder("sources:\n");
        var name = Path.GetFileNameWithoutExtension(file);
        text.Append($"  - name: {Quoted(Slug(name))}\n    files: [{Quoted($"{name}*{Path.GetExtension(file)}")}]\n    platform: other\n");
        if (columns.Select(column => HeaderName.Of(column.Header).Currency).FirstOrDefault(currency => currency is not null) is { } written)
            text.Append($"    currency: {written}\n");
        else
            text.Append("    currency: EUR          # of amounts without one: say which\n");
        var dates = columns.Where(column => column.Guess is "day" or "first_day").SelectMany(column => column.Examples).ToList();
        if (dates.Count > 0 && !dates.All(date => date is [_, _, _, _, '-' or '/' or '.', ..]))
            text.Append("    date_order: dmy        # or mdy: say which\n");
        text.Append("    columns:\n");
        var taken = new HashSet<string>();
        foreach (var column in columns.Where(column => column.Guess is not "" && taken.Add(column.Guess)))
            text.Append($"      {column.Guess}: {Quoted(column.Header)}{Example(column)}\n");
        foreach (var column in columns.Where(column => column.Guess is "" && !string.IsNullOrWhiteSpace(column.Header)))
            text.Append($"      # ?: {Quoted(column.Header)}{Example(column)}\n");
        return text.ToString();
    }

    static Field? Useful(Field field) => field.Kind() is FieldKind.Ignored || field is Field.Unknown or Field.Segment ? null : field;

    static string Example(ExplainedColumn column) => column.Examples is [] ? "" : $"   # such as {Plain(string.Join(", ", column.Examples))}";

    static bool IsDate(string text) =>
        DateText.TryParse(text, DateOrder.YearFirst, out _) || DateText.TryParse(text, DateOrder.DayFirst, out _) || DateText.TryParse(text, DateOrder.MonthFirst, out _);

    static string Slug(string name) => new([.. name.ToLowerInvariant().Select(sign => char.IsAsciiLetterOrDigit(sign) ? sign : '-')]);

    // A double-quoted scalar of YAML; the file's own texts are nobody's to trust.
    static string Quoted(string text) => $"\"{Plain(text).Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    static string Plain(string text) => new([.. text.Trim().Select(sign => char.IsControl(sign) || sign is '\u2028' or '\u2029' or '\u0085' ? ' ' : sign)]);
}
