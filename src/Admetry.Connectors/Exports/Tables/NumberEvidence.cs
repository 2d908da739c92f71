namespace Admetry.Connectors.Exports.Tables;

/// <summary>Gathers, cell by cell, what speaks for a point or a comma as the fraction mark of one column.</summary>
public sealed class NumberEvidence
{
    int point, comma;
    string pointExample = "", commaExample = "", openExample = "";

    /// <summary>A number with a fraction other than zero; null while all are whole.</summary>
    public string? FractionExample { get; private set; }

    /// <summary>A number in short, such as <c>1.2K</c>, which its source has rounded; null without one.</summary>
    public string? ShortExample { get; private set; }

    /// <summary>What the signs beside the numbers say, ISO 4217; empty where there are none, or shared ones.</summary>
    public HashSet<string> Currencies { get; } = [];

    /// <summary>Numbers seen, missing ones not counted.</summary>
    public int Numbers { get; private set; }

    /// <summary>Cells that are neither numbers nor missing.</summary>
    public int Texts { get; private set; }

    /// <summary>Cells with a percent sign.</summary>
    public int Percents { get; private set; }

    /// <summary>The largest number seen, under the reading that the cell itself suggests.</summary>
    public decimal Largest { get; private set; }

    /// <summary>A separator was seen that could be either, such as in <c>1,234</c>.</summary>
    public bool IsOpen => openExample is not "";

    /// <summary>Undecided without evidence, or when more than one cell in ten contradicts the others.</summary>
    public DecimalMark Mark =>
        Math.Min(point, comma) * 10 > Math.Max(point, comma) || point == comma ? DecimalMark.Undecided
        : point > comma ? DecimalMark.Point
        : DecimalMark.Comma;

    public bool IsContradictory => Mark is DecimalMark.Undecided && point > 0;

    public string Example => IsContradictory ? $"{pointExample} and {commaExample}"
        : Mark is DecimalMark.Point ? pointExample
        : Mark is DecimalMark.Comma ? commaExample
        : openExample;

    /// <summary>Observes a cell of a column that may be text: what ends in a letter, such as 5K, is a word.</summary>
    public void ObserveText(ReadOnlySpan<char> cell)
    {
        cell = NumberText.Trim(cell);
        if (!cell.IsEmpty && char.IsLetter(cell[^1]) && !NumberText.IsMissing(cell))
            Texts++;
        else
            Observe(cell);
    }

    public void Observe(ReadOnlySpan<char> cell)
    {
        cell = NumberText.Trim(cell);
        if (NumberText.IsMissing(cell) || cell[0] is '<' or '>')
            return;

        var mark = MarkOf(cell);
        var kind = NumberText.Parse(cell, mark is DecimalMark.Comma ? DecimalMark.Comma : DecimalMark.Point, out var value, out var isPercent);
        if (kind is not NumberKind.Number)
        {
            Texts++;
            return;
        }
        Numbers++;
        if ((!char.IsAsciiDigit(cell[0]) || !char.IsAsciiDigit(cell[^1])) && CurrencySigns.Of(cell) is { } currency)
            Currencies.Add(currency);
        if (ShortExample is null && NumberCleaner.IsShort(cell))
            ShortExample = cell.ToString();
        if (FractionExample is null && decimal.Truncate(value) != value)
            FractionExample = cell.ToString();
        Percents += isPercent ? 1 : 0;
        Largest = Math.Max(Largest, value);
        Count(mark, cell);
    }

    void Count(DecimalMark mark, ReadOnlySpan<char> cell)
    {
        if (mark is DecimalMark.Point && point++ is 0)
            pointExample = cell.ToString();
        else if (mark is DecimalMark.Comma && comma++ is 0)
            commaExample = cell.ToString();
        else if (mark is DecimalMark.Undecided && openExample is "" && cell.IndexOfAny(",.") >= 0)
            openExample = cell.ToString();
    }

    /// <summary>What one cell proves: both signs, one sign twice, or a fraction that is not three digits long.</summary>
    static DecimalMark MarkOf(ReadOnlySpan<char> cell)
    {
        var (lastPoint, lastComma) = (cell.LastIndexOf('.'), cell.LastIndexOf(','));
        if (lastPoint < 0 && lastComma < 0)
            return DecimalMark.Undecided;
        if (lastPoint >= 0 && lastComma >= 0)
            return lastPoint > lastComma ? DecimalMark.Point : DecimalMark.Comma;

        var sign = lastPoint >= 0 ? '.' : ',';
        var (own, other) = sign is '.' ? (DecimalMark.Point, DecimalMark.Comma) : (DecimalMark.Comma, DecimalMark.Point);
        var last = Math.Max(lastPoint, lastComma);
        if (cell[..last].Contains(sign))
            return other;

        var (before, after) = (DigitsBefore(cell, last), DigitsAfter(cell, last));
        return after is not 3 || before is 0 or > 3 || (before is 1 && cell[last - 1] is '0') || HasSpaceGroup(cell[..last])
            ? own
            : DecimalMark.Undecided;
    }

    static bool HasSpaceGroup(ReadOnlySpan<char> before)
    {
        var at = before.LastIndexOfAny(" \u00A0\u202F'’");
        return at > 0 && char.IsAsciiDigit(before[at - 1]);
    }

    static int DigitsBefore(ReadOnlySpan<char> cell, int at)
    {
        var from = at;
        while (from > 0 && char.IsAsciiDigit(cell[from - 1]))
            from--;
        return at - from;
    }

    static int DigitsAfter(ReadOnlySpan<char> cell, int at)
    {
        var to = at + 1;
        while (to < cell.Length && char.IsAsciiDigit(cell[to]))
            to++;
        return to - at - 1;
    }
}
