using System.Globalization;
using Admetry.Connectors.Exports.Families;

namespace Admetry.Tests.Exports.Rendering;

/// <summary>Writes a random known table into the layout of a family, in one of the many ways in which its files are written.</summary>
sealed class Renderer
{
    static readonly string[] Blanks = ["", "", "--", "-", " "];

    readonly Family family;
    readonly Random random;
    readonly ColumnPlan plan;
    readonly IReadOnlyList<PlannedColumn> columns;
    readonly KnownTable table;
    readonly FileFormat format;
    readonly NumberNotation numbers;
    readonly DateNotation dates;
    readonly string blank;
    readonly bool isTyped, hasHeaderCurrency;

    Renderer(Family family, Random random, FileKind? kind)
    {
        (this.family, this.random) = (family, random);
        plan = new(family, random);
        columns = plan.Choose();
        table = KnownTable.Random(family, plan, columns, random);
        var isTable = family.Name.EndsWith("_table", StringComparison.Ordinal) || family.Name.StartsWith("seed_", StringComparison.Ordinal) || family.Name is "stripe_charges";
        format = FileFormat.Of(random, kind ?? FileFormat.KindOf(random, isTable));
        isTyped = format.Kind is not FileKind.Text && random.Next(4) > 0;
        var isProgram = format.Kind is FileKind.Json || isTyped;
        numbers = isProgram || isTable && !family.Name.StartsWith("seed_", StringComparison.Ordinal) ? NumberNotation.Plain : NumberNotation.Of(random, Sign());
        dates = format.Kind is FileKind.Json ? DateNotation.Iso : DateNotation.Of(random, plan.Language);
        // Days that nobody could tell apart are refused; most files have one that tells.
        if (dates.IsUndecided(WrittenDays()) && random.Next(6) > 0)
            dates = DateNotation.Iso;
        blank = isProgram ? "" : Blanks[random.Next(Blanks.Length)];
        hasHeaderCurrency = !columns.Any(column => column.Field is Field.Currency) && family.Currency is null && !isTable && random.Next(2) is 0;
    }

    public static RenderedFile Render(Family family, Random random, FileKind? kind = null) => new Renderer(family, random, kind).Render(random.Next(2) is 0, null);

    /// <param name="hasTotals">Whether a totals row is written where the family has one.</param>
    /// <param name="change">What is done to the cells before they are written.</param>
    public static RenderedFile Render(Family family, Random random, FileKind kind, bool hasTotals, Action<Draft> change) =>
        new Renderer(family, random, kind).Render(hasTotals, change);

    RenderedFile Render(bool hasTotals, Action<Draft>? change)
    {
        var (above, below) = format.Kind is FileKind.Json ? ([], []) : (Layouts.Above(family, table, plan.DaysAreAbove, random), Layouts.Below(family));
        var headers = columns.Select(Header).ToArray();
        var rows = table.Rows.Select(row => columns.Select(column => Cell(column, row)).ToArray()).ToList();
        var totals = format.Kind is not FileKind.Json && hasTotals ? AddTotals(rows) : null;
        var draft = new Draft(columns, [.. headers], [.. rows.Select(row => row.ToList())], totals);
        change?.Invoke(draft);
        var (bytes, encoding) = format.Write(above, [.. draft.Headers], [.. draft.Rows.Select(row => row.ToArray())], below, random);
        var doubt = dates.IsUndecided(WrittenDays()) ? "undecided dates" : encoding is "windows-1252" ? "code pages" : null;
        var isPacked = random.Next(5) is 0;
        return new(family, table, columns, isPacked ? Gzip(bytes) : bytes,
            $"{plan.Language}, {format}, {encoding}, numbers {numbers}, dates {dates.Format}{(isTyped ? ", typed" : "")}{(isPacked ? ", gzip" : "")}",
            Currency(), doubt, isPacked);
    }

    /// <summary>The days that stand in cells as text.</summary>
    IEnumerable<DateOnly> WrittenDays() => table.Rows.SelectMany(row => columns.SelectMany(column => column.Field switch
    {
        Field.Day or Field.FirstDay or Field.Week or Field.Month when !IsDateTyped => new[] { row.Days.First },
        Field.LastDay when !IsDateTyped => [row.Days.Last],
        Field.Days when !IsDateTyped || !row.Days.IsOneDay => [row.Days.First, row.Days.Last],
        _ => [],
    }));

    bool IsDateTyped => isTyped && format.Kind is FileKind.Workbook || family.Name is "stripe_charges";

    string Sign() => family.Grade is Grade.Recalled || family.Name.Contains('_', StringComparison.Ordinal) && random.Next(4) > 0 ? "" : "€";

    string Currency() => hasHeaderCurrency && columns.Any(IsBracketed) || columns.Any(column => column.Field is Field.Currency) ? table.Currency
        : numbers.Sign is "€" && columns.Any(column => IsWhole(column) && column.Field.IsMoney() && table.Rows.Any(row => row.Number(column.Field) is not null)) ? "EUR"
        : family.Currency ?? "";

    bool IsBracketed(PlannedColumn column) => hasHeaderCurrency && numbers.Sign is "" && column.Field.IsMoney() && column.Unit is null && !column.Header.EndsWith(')');

    static bool IsWhole(PlannedColumn column) => column.Unit is null or Units.Decimals;

    string Header(PlannedColumn column) => IsBracketed(column) ? $"{column.Header} ({table.Currency})" : column.Header;

    Cell Cell(PlannedColumn column, KnownRow row) => column.Field switch
    {
        Field.Rate => Number(random.Next(1000) / 100m, numbers.Quantity),
        Field.Unknown or Field.Attribute => column.IsText ? new(random.Next(2) is 0 ? "Aktiv, oder" : "Nein") : Number(random.Next(5000), numbers.Whole),
        Field.Currency => new(table.Currency),
        Field.TimeZone => new("Europe/Berlin"),
        Field.Hour => new("0"),
        Field.IsNewCustomer => new("true"),
        _ => column.Field.Kind() switch
        {
            FieldKind.Date => Day(column.Field is Field.LastDay ? row.Days.Last : row.Days.First),
            FieldKind.DateRange => Days(column.Field, row.Days),
            FieldKind.Text or FieldKind.Id => new(row.Texts.GetValueOrDefault(column.Field, "")),
            _ => row.Number(column.Field) is { } value ? Measure(column, value) : new(blank, isTyped ? "" : null),
        },
    };

    Cell Measure(PlannedColumn column, decimal value) => column switch
    {
        { Unit: "micros" } => Number(value * 1_000_000, NumberNotation.Plain.Whole),
        _ when column.Field.IsMoney() && columns.Any(other => other.Unit is Units.Minor) => Number(value / Units.Coin(table.Currency), NumberNotation.Plain.Whole),
        { Field: Field.AverageDuration } when !isTyped => new(TimeSpan.FromSeconds((double)value).ToString(@"hh\:mm\:ss", CultureInfo.InvariantCulture)),
        { Field: Field.AverageDuration } => Number(value, NumberNotation.Plain.Whole),
        _ => column.Field.Kind() switch
        {
            FieldKind.Share when isTyped && format.Kind is FileKind.Workbook => new("", new Shown((double)value, "0.00%")),
            FieldKind.Share => new(numbers.Share(value)),
            FieldKind.Count => Number(value, numbers.Whole),
            _ when column.Field.IsMoney() => Number(value, numbers.Money),
            _ => Number(value, numbers.Quantity),
        },
    };

    Cell Number(decimal value, Func<decimal, string> write) => new(write(value), isTyped ? (double)value : null);

    Cell Day(DateOnly day) => family.Name is "stripe_charges"
        ? new($"{new DateTimeOffset(day.ToDateTime(new(11, 30)), TimeSpan.Zero).ToUnixTimeSeconds()}")
        : new(dates.Text(day), IsDateTyped ? Workbook.Day(day.Year, day.Month, day.Day) : null);

    Cell Days(Field field, DateRange days) => field is Field.Days && !days.IsOneDay ? new($"{dates.Text(days.First)} - {dates.Text(days.Last)}") : Day(days.First);

    /// <summary>Where the totals row was put; null where the family's files have none.</summary>
    int? AddTotals(List<Cell[]> rows)
    {
        if (Layouts.TotalsLabel(family, table.Rows.Count, random) is not { } label)
            return null;
        var isBlank = family.BlankEntityIsTotal && random.Next(2) is 0 && columns.Any(column => column.Field is Field.CampaignName or Field.CampaignId or Field.AdSetName or Field.AdSetId or Field.AdName or Field.AdId);
        var total = columns.Select(column => IsAdditive(column) && table.Rows.Any(row => row.Number(column.Field) is not null)
            ? Measure(column, Sum(column)) : Exports.Rendering.Cell.Blank).ToArray();
        if (!isBlank)
            total[0] = new(label);
        var at = isBlank && random.Next(2) is 0 ? 0 : rows.Count;
        rows.Insert(at, total);
        return at;
    }

    static bool IsAdditive(PlannedColumn column) => column.Field is Field.Spend or Field.Impressions or Field.Clicks or Field.LinkClicks or Field.Conversions
        or Field.ConversionValue or Field.Purchases or Field.PurchaseValue or Field.EmailsSent or Field.Pageviews or Field.WebSessions;

    decimal Sum(PlannedColumn column) => table.Rows.Sum(row => row.Number(column.Field) ?? 0);

    static byte[] Gzip(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var zip = new System.IO.Compression.GZipStream(packed, System.IO.Compression.CompressionLevel.Fastest))
            zip.Write(bytes);
        return packed.ToArray();
    }
}
