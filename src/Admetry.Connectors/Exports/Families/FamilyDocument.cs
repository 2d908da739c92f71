using System.Text;

namespace Admetry.Connectors.Exports.Families;

/// <summary>Prints the families as a page that people read; <c>docs/exports.md</c> is one.</summary>
public static class FamilyDocument
{
    static readonly (Field Field, string Word)[] Grains =
    [
        (Field.Hour, "hour"), (Field.Day, "day"), (Field.Week, "week"), (Field.Month, "month"), (Field.FirstDay, "span"), (Field.Days, "span"),
    ];

    static readonly (Field Field, string Word)[] Splits =
    [
        (Field.Device, "device"), (Field.Country, "country"), (Field.Region, "region"), (Field.Age, "age"), (Field.Gender, "gender"), (Field.Placement, "placement"),
        (Field.PublisherPlatform, "placement"), (Field.Keyword, "keyword"), (Field.SearchTerm, "search term"), (Field.Network, "network"),
    ];

    /// <returns>Every family, as Markdown without a last line break.</returns>
    public static string Markdown()
    {
        var families = FamilyCatalogue.All;
        var page = new StringBuilder($"""
            # Exports that are read without any setting

            Printed from the catalogue of families; `ACCEPT=1 make quick` prints it anew. {families.Count} families:
            {families.Count(family => family.Grade is Grade.Seen)} *seen*, {families.Count(family => family.Grade is Grade.Recalled)} *recalled*.

            *Seen*: a real file of the kind, or the platform's own documentation, stands behind it; these are supported. *Recalled*: memory of
            the format alone; it is read with the same checks, and may turn out to be named otherwise. Every reading says which it is.
            Names of columns in {Lexicon.RecalledTongues} are recalled in every family: from programs that read such files, and memory.

            CSV, TSV, JSON, NDJSON and Excel workbooks (.xlsx), plain, in .gz or in .zip, are known by what stands in them, never by their names.
            A file that two families could claim, whose dates or amounts have two readings, or that holds two reports with different numbers, is
            refused with both named.

            """);
        foreach (var (title, target) in new[] { ("Delivery", Target.Delivery), ("Visits and e-mail", Target.Engagement), ("Revenue", Target.Revenue), ("Clients", Target.Clients) })
        {
            page.Append($"\n## {title}\n\n| Family | What | Platform | Support | Stands on | Languages | Grain | Fills |\n|---|---|---|---|---|---|---|---|\n");
            foreach (var family in families.Where(family => family.Target == target))
                page.Append($"| `{family.Name}` | {family.Title} | {family.Platform?.Name ?? "–"} | {(family.Grade is Grade.Seen ? "seen" : "recalled")} | {family.Source} "
                    + $"| {family.Languages} | {Grain(family)} | {Fills(family)} |\n");
        }
        return page.ToString().ReplaceLineEndings("\n").TrimEnd();
    }

    static string Grain(Family family) => family.Target is Target.Clients ? "–"
        : string.Join(", ", Grains.Where(grain => Has(family, grain.Field)).Select(grain => grain.Word).Distinct());

    static string Fills(Family family)
    {
        var measures = FieldsOf(family).Where(field => field.IsDelivery() || field.IsEngagement() || field is Field.Amount).Order().Select(field => field.Name());
        var splits = family.Target is Target.Delivery ? Splits.Where(split => Has(family, split.Field)).Select(split => split.Word).Distinct().ToList() : [];
        var text = string.Join(", ", measures);
        return family.Target is Target.Clients ? "clients" : splits.Count is 0 ? text : $"{text}; by {string.Join(", ", splits)}";
    }

    static bool Has(Family family, Field field) => FieldsOf(family).Contains(field);

    static IEnumerable<Field> FieldsOf(Family family) =>
        family.Columns.Values.Select(word => word.Field).Concat(family.Dialect is { Length: > 0 } dialect ? Lexicon.FieldsOf(dialect) : []).Distinct();
}
