using Admetry.Connectors.Exports.Families;

namespace Admetry.Tests.Exports.Rendering;

/// <summary>One row whose every value is known before any file is written.</summary>
sealed class KnownRow
{
    public required DateRange Days { get; init; }

    public Dictionary<Field, string> Texts { get; } = [];

    /// <summary>Null is a blank cell.</summary>
    public Dictionary<Field, decimal?> Numbers { get; } = [];

    public decimal? Number(Field field) => Numbers.GetValueOrDefault(field);
}

/// <summary>The rows that a file will be written from.</summary>
sealed record KnownTable(IReadOnlyList<KnownRow> Rows, string Currency)
{
    static readonly string[] Names =
    [
        "Brand", "Spring sale 2024", "Café Größe", "ñandú & Söhne", "Brand \"Best\", 50% off; now", "Two\nlines", "With\ttab", "a|b;c,d", "שלום עולם", "مرحبا",
        "🎉 Launch 🎉", "=SUM(A1:A9)", "+49 sale", "'quoted'", "O''Brien", "2024-03-01 launch", "1,234.56", "12345", "NULL", "Total Recall", "\\", "#1 deal",
        "Clicks", "Campaign", "Ünïcödé – dash", "日本語のキャンペーン", "\"", "a \"quoted\" b", "x,", ";y", "Straße|Nr. 5", "0", "Réseau d'été", "%", "€ 5 off",
    ];

    static readonly Dictionary<Field, string[]> Words = new()
    {
        [Field.Device] = ["Computer", "Mobile", "Tablet"], [Field.Country] = ["Germany", "US", "Brazil"], [Field.Age] = ["18-24", "25-34", "65+"],
        [Field.Gender] = ["female", "male", "unknown"], [Field.Network] = ["Search", "Display"], [Field.Region] = ["Bavaria", "Texas"],
        [Field.Keyword] = ["red shoes", "[blue shoes]", "\"exact, match\""], [Field.SearchTerm] = ["buy red shoes", "shoes 44"],
        [Field.MatchType] = ["Exact", "Broad"], [Field.Placement] = ["feed", "story"], [Field.PublisherPlatform] = ["facebook", "instagram"],
        [Field.Segment] = ["one", "two"], [Field.Channel] = ["web", "email"], [Field.Objective] = ["Sales", "Leads"], [Field.CampaignStatus] = ["Active", "Paused"],
        [Field.AccountName] = ["ACME"], [Field.AccountId] = ["123-456-7890"], [Field.Client] = ["C1"], [Field.ResultIndicator] = ["actions:offsite_conversion.fb_pixel_purchase"],
    };

    static readonly Field[] Entities = [Field.CampaignId, Field.CampaignName, Field.AdSetId, Field.AdSetName, Field.AdId, Field.AdName];

    public static KnownTable Random(Family family, ColumnPlan plan, IReadOnlyList<PlannedColumn> columns, Random random)
    {
        var fields = columns.Select(column => column.Field).Where(field => field.Kind() is not FieldKind.Ignored).Distinct().ToList();
        var isMinor = columns.Any(column => column.Unit is Units.Minor);
        string[] currencies = isMinor ? ["EUR", "JPY", "KWD"] : ["EUR", "USD", "GBP", "SEK"];
        var table = new KnownTable(RowsOf(family, plan, fields, random), currencies[random.Next(currencies.Length)]);
        foreach (var row in table.Rows)
        {
            foreach (var field in fields.Where(field => field.Kind() is FieldKind.Count or FieldKind.Quantity or FieldKind.Share or FieldKind.Duration))
                row.Numbers[field] = Number(field, random);
            // Of a currency without coins there are none to count.
            foreach (var field in row.Numbers.Keys.Where(field => isMinor && field.IsMoney()).ToList())
                row.Numbers[field] = row.Number(field) is { } money ? decimal.Truncate(money / Units.Coin(table.Currency)) * Units.Coin(table.Currency) : null;
            if (family.Status is { } rule && fields.Contains(Field.OrderStatus))
                row.Texts[Field.OrderStatus] = random.Next(6) is 0 ? "pending" : rule.Counted[random.Next(rule.Counted.Count)];
        }
        return table;
    }

    static List<KnownRow> RowsOf(Family family, ColumnPlan plan, List<Field> fields, Random random)
    {
        var (days, entities) = (Days(plan, fields, random), EntityRows(fields, random));
        var rows = new List<KnownRow>();
        foreach (var (number, (day, entity)) in days.SelectMany(_ => entities, (day, entity) => (day, entity)).Take(80).Index())
        {
            var row = new KnownRow { Days = day };
            foreach (var (field, text) in entity)
                row.Texts[field] = text;
            foreach (var field in fields.Where(Words.ContainsKey))
                row.Texts[field] = Words[field][field is Field.AccountName or Field.AccountId ? 0 : random.Next(Words[field].Length)];
            if (fields.Contains(Field.OrderId))
                row.Texts[Field.OrderId] = $"{(family.HasItemRows ? "#" : "ch_")}{1000 + number}";
            rows.Add(row);
        }
        return rows;
    }

    static List<DateRange> Days(ColumnPlan plan, List<Field> fields, Random random)
    {
        var first = new DateOnly(2021, 1, 1).AddDays(random.Next(1500));
        if (plan.DaysAreAbove)
            return [new(first, first.AddDays(random.Next(40)))];
        if (fields.Contains(Field.Month))
            return [.. Enumerable.Range(0, random.Next(1, 5)).Select(i => new DateOnly(first.Year, first.Month, 1).AddMonths(i)).Select(day => new DateRange(day, day.AddMonths(1).AddDays(-1)))];
        if (fields.Contains(Field.Week))
            return [.. Enumerable.Range(0, random.Next(1, 6)).Select(i => first.AddDays(7 * i)).Select(day => new DateRange(day, day.AddDays(6)))];
        if ((fields.Contains(Field.LastDay) || fields.Contains(Field.Days)) && random.Next(2) is 0)
            return [new(first, first.AddDays(random.Next(1, 40)))];
        return [.. Enumerable.Range(0, random.Next(1, 13)).Select(i => DateRange.Day(first.AddDays(i)))];
    }

    static List<Dictionary<Field, string>> EntityRows(List<Field> fields, Random random)
    {
        var entities = new List<Dictionary<Field, string>>();
        for (var i = random.Next(4) is 0 ? random.Next(1, 41) : random.Next(1, 7); i > 0; i--)
            entities.Add(Entities.Where(fields.Contains).ToDictionary(field => field, field => field.Kind() is FieldKind.Id
                ? $"{random.NextInt64(100_000, 999_999_999_999_999)}"
                : $"{Names[random.Next(Names.Length)]}{(random.Next(2) is 0 ? "" : $" {i}")}"));
        return entities;
    }

    static decimal? Number(Field field, Random random)
    {
        if (field is not (Field.Amount or Field.EmailsSent or Field.WebSessions) && random.Next(10) is 0)
            return null;
        if (random.Next(7) is 0)
            return 0;
        return field.Kind() switch
        {
            FieldKind.Share => random.Next(0, 10_001) / 10_000m,
            FieldKind.Duration => random.Next(0, 4000),
            FieldKind.Count => random.Next((int)Math.Pow(10, random.Next(1, 8))),
            _ when field.IsMoney() => random.Next((int)Math.Pow(10, random.Next(2, 9))) / 100m,
            _ => random.Next(2) is 0 ? random.Next(5000) : random.Next(50_000) / 100m,
        };
    }
}
