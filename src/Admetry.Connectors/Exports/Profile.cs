using Admetry.Connectors.Exports.Families;
using Admetry.Connectors.Exports.Tables;

namespace Admetry.Connectors.Exports;

/// <summary>What the cells of each column look like, over the first rows or over all.</summary>
sealed class Profile
{
    const int FirstRecords = 2_000;
    const int MostValues = 4;

    readonly IReadOnlyList<(int Index, Field Field)> columns;

    Profile(Sheet sheet, IReadOnlyList<Field> fields)
    {
        columns = [.. fields.Select((field, index) => (index, field)).Where(column => column.field.Kind() is not FieldKind.Ignored)];
        Numbers = [.. sheet.Headers.Select(_ => new NumberEvidence())];
        Dates = [.. sheet.Headers.Select(_ => new DateEvidence())];
        DamagedIds = new int[sheet.Headers.Count];
        Currencies = [];
    }

    public IReadOnlyList<NumberEvidence> Numbers { get; }
    public IReadOnlyList<DateEvidence> Dates { get; }

    /// <summary>Ids in scientific notation, by column.</summary>
    public int[] DamagedIds { get; }

    /// <summary>The first few values of a currency column, each with the line on which it first stands.</summary>
    public Dictionary<string, int> Currencies { get; }

    /// <summary>Every row was looked at.</summary>
    public bool IsWhole { get; private set; }
    public int Records { get; private set; }

    public static Profile OfHead(Sheet sheet, IReadOnlyList<Field> fields, CancellationToken cancel) =>
        new Profile(sheet, fields).Observe(sheet, FirstRecords, cancel);

    public static Profile OfAll(Sheet sheet, IReadOnlyList<Field> fields, CancellationToken cancel) =>
        new Profile(sheet, fields).Observe(sheet, int.MaxValue, cancel);

    Profile Observe(Sheet sheet, int most, CancellationToken cancel)
    {
        using var table = sheet.Open(ahead: most is int.MaxValue);
        var end = new TableEnd(sheet);
        try
        {
            for (IsWhole = true; table.Read(); Records++)
            {
                if (Records == most)
                {
                    IsWhole = false;
                    break;
                }
                if (end.StartsTable(table) is true)
                    break; // what follows is another table
                if ((Records & 0xFFF) is 0)
                    cancel.ThrowIfCancellationRequested();
                Observe(table);
            }
        }
        catch (BrokenTableException) when (Records > 0)
        {
            // Reading the rows meets the same damage and reports it with its line.
        }
        return this;
    }

    void Observe(TableReader table)
    {
        foreach (var (index, field) in columns)
        {
            var cell = table.Cell(index);
            switch (field.Kind())
            {
                case FieldKind.DateRange when DateRangeText.Ends(cell) is var (first, last):
                    Dates[index].Observe(first);
                    Dates[index].Observe(last);
                    break;
                case FieldKind.Date or FieldKind.DateRange: Dates[index].Observe(cell); break;
                case FieldKind.Count or FieldKind.Quantity or FieldKind.Share: Numbers[index].Observe(cell); break;
                case FieldKind.Id: DamagedIds[index] += NumberText.IsScientific(cell) ? 1 : 0; break;
                case FieldKind.Text when field is Field.Unknown: Numbers[index].ObserveText(cell); break;
                case FieldKind.Text when field is Field.Currency: AddCurrency(cell, table.Line); break;
            }
        }
    }

    void AddCurrency(ReadOnlySpan<char> cell, int line)
    {
        cell = NumberText.Trim(cell);
        if (Currencies.Count < MostValues && cell.Length is 3 && cell.ToString().ToUpperInvariant() is var code
            && Admetry.Currencies.All.Contains(code))
            Currencies.TryAdd(code, line);
    }
}
