using System.Buffers;
using System.Globalization;
using Admetry.Connectors.Exports.Families;
using Admetry.Connectors.Exports.Tables;

namespace Admetry.Connectors.Exports;

/// <summary>The cells of the current row, read by their columns. One is used for all rows of a file.</summary>
sealed class Cells
{
    static readonly SearchValues<char> PlainSigns = SearchValues.Create("0123456789.,-");

    readonly Layout layout;
    readonly (Column Column, FieldKind Kind)[] columns;
    readonly bool hasOrders;
    readonly TextCache cache = new();
    readonly string[] texts = new string[Fields.Number];
    readonly decimal[] numbers = new decimal[Fields.Number];
    readonly bool[] given = new bool[Fields.Number];
    readonly DateRange[] days = new DateRange[Fields.Number];
    readonly List<CellRemark> remarks = [];
    char[] segment = new char[256];
    int segmentLength;

    public Cells(Layout layout)
    {
        this.layout = layout;
        columns = [.. layout.Columns.Select(column => (column, column.Field.Kind()))];
        hasOrders = layout.Has(Field.OrderId);
        Array.Fill(texts, "");
    }

    /// <summary>The rule that the row breaks; null when it breaks none.</summary>
    public string? Rule { get; private set; }

    /// <summary>What is wrong, when <see cref="Rule"/> is not null.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>Cells of the row that count as not reported, though something stands in them.</summary>
    public IReadOnlyList<CellRemark> Remarks => remarks is [] ? [] : [.. remarks];

    /// <summary>An id of the row was rounded by a spreadsheet, and is left out.</summary>
    public bool HasDamagedId { get; private set; }

    /// <summary>Whether the file has a column for it.</summary>
    public bool Has(Field field) => layout.Has(field);
    public string Text(Field field) => texts[(int)field];
    public string? TextOrNull(Field field) => texts[(int)field] is { Length: > 0 } text ? text : null;
    public decimal? Number(Field field) => given[(int)field] ? numbers[(int)field] : null;
    public long? Count(Field field) => given[(int)field] ? (long)numbers[(int)field] : null;
    public DateRange? Days(Field field) => given[(int)field] ? days[(int)field] : null;

    /// <summary>The texts that keep rows apart, as <c>column=value</c>.</summary>
    public string Segment => cache.Get(segment.AsSpan(0, segmentLength));

    /// <summary>Reads the row; false when it breaks a rule.</summary>
    public bool Read(TableReader table)
    {
        (Rule, segmentLength, HasDamagedId) = (null, 0, false);
        remarks.Clear();
        foreach (var (column, kind) in columns)
        {
            ReadCell(column, kind, column.Fixed is { } value ? value : table.Cell(column.Index));
            if (Rule is not null)
                return false;
        }
        return true;
    }

    public void Break(string rule, string reason) => (Rule, Reason) = (rule, reason);

    void ReadCell(Column column, FieldKind fieldKind, ReadOnlySpan<char> cell)
    {
        switch (fieldKind)
        {
            case FieldKind.Text: ReadText(column, cell); break;
            case FieldKind.Id: ReadId(column, cell); break;
            case FieldKind.Date: ReadDay(column, cell); break;
            case FieldKind.DateRange: ReadDays(column, cell); break;
            case FieldKind.Count or FieldKind.Quantity or FieldKind.Share: ReadNumber(column, fieldKind, cell); break;
            case FieldKind.Duration: ReadDuration(column, cell); break;
            case FieldKind.Flag: ReadFlag(column, cell); break;
        }
    }

    void ReadText(Column column, ReadOnlySpan<char> cell)
    {
        cell = NumberText.Trim(cell);
        if (cell is "--" or "-" or "—")
            cell = default;
        if (column.Field is Field.Unknown or Field.Segment)
        {
            AddToSegment(column.Header, cell);
            return;
        }
        Keep(column.Field, cell);
        if (cell.Contains('\0'))
            Break(Rules.TextWithNul, $"{column.Header} holds a NUL character, which no text can have");
    }

    public void AddToSegment(string name, ReadOnlySpan<char> value)
    {
        if (value.IsEmpty)
            return;
        if (value.Contains('\0'))
            Break(Rules.TextWithNul, $"{name} holds a NUL character, which no text can have");
        var needed = segmentLength + name.Length + value.Length + 4;
        if (needed > segment.Length)
            Array.Resize(ref segment, needed * 2);
        if (segmentLength > 0)
            Append("; ");
        Append(name);
        Append("=");
        Append(value);
    }

    void Append(ReadOnlySpan<char> text)
    {
        text.CopyTo(segment.AsSpan(segmentLength));
        segmentLength += text.Length;
    }

    void ReadId(Column column, ReadOnlySpan<char> cell)
    {
        cell = NumberText.Trim(cell);
        if (NumberText.IsScientific(cell))
        {
            HasDamagedId = true;
            if (!HasNameBeside(column.Field))
                Break(Rules.DamagedId, $"{column.Header} is {cell}: a spreadsheet has rounded the id, and there is no name to use instead");
            cell = default;
        }
        else if (cell is "--" or "-" || cell.Contains('\0'))
        {
            cell = default;
        }
        Keep(column.Field, cell);
    }

    // Rows come sorted more often than not, so that most texts are those of the row before.
    void Keep(Field field, ReadOnlySpan<char> cell)
    {
        ref var text = ref texts[(int)field];
        if (!cell.SequenceEqual(text))
            text = cache.Get(cell);
    }

    bool HasNameBeside(Field id) => id switch
    {
        Field.CampaignId => layout.Has(Field.CampaignName),
        Field.AdSetId => layout.Has(Field.AdSetName),
        Field.AdId => layout.Has(Field.AdName),
        Field.AccountId => layout.Has(Field.AccountName),
        _ => true,
    };

    void ReadDay(Column column, ReadOnlySpan<char> cell)
    {
        given[(int)column.Field] = false;
        if (NumberText.IsMissing(cell))
            return;
        cell = NumberText.Trim(cell);
        if (MomentText.TryDay(cell, column.IsUtc, column.Zone, out var day) || DateText.TryParse(cell, column.Order, out day))
            (days[(int)column.Field], given[(int)column.Field]) = (DateRange.Day(day), true);
        else
            Break(Rules.DayUnreadable, $"{column.Header} is {Short(cell)}, which is no date{(column.Order is DateOrder.Undecided ? "" : $" ({column.Order})")}");
        // Hours of one day add up to it: the time keeps their rows apart.
        if (cell.Length > 10 && column.Field is Field.Day && !hasOrders && MomentText.TimeOf(cell) is { IsEmpty: false } time)
            AddToSegment("time", time);
    }

    void ReadDays(Column column, ReadOnlySpan<char> cell)
    {
        given[(int)column.Field] = false;
        if (NumberText.IsMissing(cell))
            return;
        if (DateRangeText.TryParse(cell, column.Field, column.Order, out var range))
            (days[(int)column.Field], given[(int)column.Field]) = (range, true);
        else
            Break(Rules.DayUnreadable, $"{column.Header} is {Short(cell)}, which is no range of dates");
    }

    void ReadNumber(Column column, FieldKind fieldKind, ReadOnlySpan<char> cell)
    {
        var slot = (int)column.Field;
        var kind = NumberText.Parse(cell, column.Mark, out var value, out var isPercent);
        given[slot] = kind is NumberKind.Number;
        if (kind is NumberKind.Missing or NumberKind.Bound)
        {
            Remark(column, cell, kind);
            return;
        }
        if (kind is not NumberKind.Number || (isPercent && fieldKind is not FieldKind.Share))
        {
            Break(kind is NumberKind.TooLarge ? Rules.NumberTooLarge : Rules.NumberUnreadable,
                $"{column.Header} is {Short(cell)}, which is {(kind is NumberKind.TooLarge ? "too large to store" : "no number")}");
            return;
        }
        if (column.Factor is not 1m && !NumberText.TryScale(value, column.Factor, out value))
        {
            Break(Rules.NumberTooLarge, $"{column.Header} is {Short(cell)}, which is too large to store");
            return;
        }
        numbers[slot] = value;
        CheckNumber(column, fieldKind, cell, numbers[slot]);
    }

    // Signs such as "--" are how platforms write "none"; a word or a bound was put there by someone.
    void Remark(Column column, ReadOnlySpan<char> cell, NumberKind kind)
    {
        if (kind is NumberKind.Bound)
            remarks.Add(new("where a bound stands instead of a number, taken as not reported", column.Header, Short(cell)));
        else if (cell.IndexOfAnyInRange('A', 'z') >= 0)
            remarks.Add(new("where a word stands instead of a number, taken as not reported", column.Header, Short(cell)));
    }

    void CheckNumber(Column column, FieldKind kind, ReadOnlySpan<char> cell, decimal value)
    {
        const decimal largestMoney = 999_999_999_999m;
        const int digitsOfMoney = 12;
        if (kind is FieldKind.Share && value is < 0 or > 1)
            Break(Rules.RateOutOfRange, $"{column.Header} is {Short(cell)}, which is no share between 0 and 100 %");
        else if (kind is FieldKind.Count && value is < 0)
            Break(Rules.NumberNegative, $"{column.Header} is {Short(cell)}: a count cannot be negative");
        else if (kind is FieldKind.Count && value > long.MaxValue)
            Break(Rules.NumberTooLarge, $"{column.Header} is {Short(cell)}, which is too large to store");
        else if (kind is FieldKind.Count && value.Scale > 0 && decimal.Truncate(value) != value)
            Break(Rules.NumberNotWhole, $"{column.Header} is {Short(cell)}: a count must be whole");
        else if (kind is FieldKind.Quantity && (cell.Length > digitsOfMoney || column.Factor > 1m || cell.ContainsAnyExcept(PlainSigns)) && value is > largestMoney or < -largestMoney)
            Break(Rules.NumberTooLarge, $"{column.Header} is {Short(cell)}, which is too large to store");
    }

    void ReadDuration(Column column, ReadOnlySpan<char> cell)
    {
        var slot = (int)column.Field;
        given[slot] = DurationText.TryParse(cell, column.Mark, out var seconds);
        numbers[slot] = seconds;
        if (!given[slot] && !NumberText.IsMissing(cell))
            Break(Rules.DurationUnreadable, $"{column.Header} is {Short(cell)}, which is no duration (HH:MM:SS or seconds)");
    }

    void ReadFlag(Column column, ReadOnlySpan<char> cell)
    {
        var word = PlainText.Of(cell);
        given[(int)column.Field] = word is "true" or "false" or "yes" or "no" or "1" or "0" or "y" or "n";
        numbers[(int)column.Field] = word is "true" or "yes" or "1" or "y" ? 1 : 0;
    }

    public static string Short(ReadOnlySpan<char> cell) =>
        cell.Length <= 60 ? $"\"{cell}\"" : string.Create(CultureInfo.InvariantCulture, $"\"{cell[..60]}…\" ({cell.Length} characters)");
}
