using System.Globalization;
using System.Text;
using Admetry.Connectors.Exports.Families;

namespace Admetry.Bench;

/// <summary>A file of some thousand rows for each family that is known by the names of its columns, with all of those names that it needs.</summary>
static class FamilyFiles
{
    const int Rows = 2_000;

    public static IReadOnlyList<(string Family, Platform? Platform, byte[] Bytes)> All { get; } =
    [
        .. FamilyCatalogue.All.Where(family => family.Dialect is not { Length: > 0 } && family.Marks.Count is 0).Select(family => (family.Name, family.Platform, Of(family))),
    ];

    static byte[] Of(Family family)
    {
        var names = family.Needs.Concat(family.Signs).Select(sign => sign.Names[0]).Distinct()
            .Concat(family.Required.Select(fields => fields[0]).Concat([Field.Day, Field.CampaignId, Field.Spend, Field.Impressions, Field.Clicks])
                .Select(field => family.Columns.FirstOrDefault(pair => pair.Value.Field == field).Key ?? "").Where(name => name is not ""));
        var columns = names.DistinctBy(name => family.Columns.TryGetValue(name, out var word) && word.Field is not (Field.Rate or Field.Attribute or Field.Segment) ? $"{word.Field}" : name)
            .Select(name => (Header: name.Replace(' ', family.NamesHaveNoSpaces ? '_' : ' '), Field: family.Columns.TryGetValue(name, out var word) ? word.Field : Field.Rate, word.Unit)).ToList();
        var text = new StringBuilder().AppendJoin(',', columns.Select(column => $"\"{column.Header}\"")).Append('\n');
        for (var row = 0; row < Rows; row++)
            text.AppendJoin(',', columns.Select(column => Cell(column.Field, column.Unit, row))).Append('\n');
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    static string Cell(Field field, string? unit, int row) => field switch
    {
        Field.Currency => "EUR",
        Field.Days => "2024-03-01",
        Field.OrderStatus => "paid",
        _ => field.Kind() switch
        {
            FieldKind.Date or FieldKind.DateRange => SampleRows.First.AddDays(row % 300).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            FieldKind.Text or FieldKind.Id => $"Name {row % 40}",
            FieldKind.Quantity when unit is null or Units.Decimals => string.Create(CultureInfo.InvariantCulture, $"{row}.25"),
            FieldKind.Share => "0.25",
            _ => row.ToString(CultureInfo.InvariantCulture),
        },
    };
}
