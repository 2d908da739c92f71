namespace Admetry.Connectors.Exports;

/// <summary>
/// What became of one row of a file. Each row gives exactly one item, so input = accepted + quarantined + filtered can be counted;
/// only <see cref="ControlTotalItem"/> and <see cref="RejectedItem"/> stand for no row. A wholly empty line is not a row.
/// </summary>
/// <param name="Line">The line of the file on which the row starts, or the number of the JSON element, counted from 1.</param>
public abstract record ReadItem(int Line)
{
    /// <summary>Cells of the row that were taken for something else than what stands in them; empty for nearly every row.</summary>
    public IReadOnlyList<CellRemark> Remarks { get; init; } = [];
}

/// <summary>A cell that says something which no column can hold, so that it counts as not reported.</summary>
/// <param name="Kind">Completes "rows …", such as <c>where a bound stands instead of a number</c>.</param>
/// <param name="Header">The column, as the file names it.</param>
/// <param name="Text">The cell, cut to what people need to find it.</param>
public sealed record CellRemark(string Kind, string Header, string Text);

/// <summary>Delivery of one row.</summary>
/// <remarks>
/// A row that a breakdown splits off gives one <see cref="DeliveryRow"/> with that breakdown and no core row: the loader derives core
/// where a file has nothing else. A row that stands for itself gives one row without breakdown. Only the six seed files carry two
/// breakdowns in one row: they give a core row (its segment keeps the breakdown's values, so that rows stay apart) and, as
/// <see cref="Further"/>, one row for each breakdown, all with the same measures.
/// </remarks>
/// <param name="Row">The row itself.</param>
/// <param name="Further">The same money by breakdown; empty in the common case.</param>
public sealed record DeliveryItem(int Line, DeliveryRow Row, IReadOnlyList<DeliveryRow> Further) : ReadItem(Line)
{
    public DeliveryItem(DeliveryRow row) : this(row.Line, row, []) { }

    /// <summary>The row and those further ones.</summary>
    public IEnumerable<DeliveryRow> Rows => Further.Count is 0 ? [Row] : [Row, .. Further];
}

/// <summary>E-mail sends or web visits of one row.</summary>
public sealed record EngagementItem(EngagementRow Row) : ReadItem(Row.Line);

/// <summary>Revenue of one row.</summary>
public sealed record RevenueItem(RevenueRow Row) : ReadItem(Row.Line);

/// <summary>A client.</summary>
public sealed record ClientItem(ClientRow Row) : ReadItem(Row.Line);

/// <summary>A row that says something which cannot be believed or stored.</summary>
/// <param name="Reason">A sentence for people, naming the column and the value.</param>
/// <param name="RuleId">Stable, such as <c>number.unreadable</c>; see <see cref="Rules"/>.</param>
/// <param name="Text">The row as received, at most 8 Ki characters.</param>
public sealed record QuarantinedItem(int Line, string Reason, string RuleId, string Text) : ReadItem(Line);

/// <summary>A row that is no data: a total, a repeated header, a footer, a row of empty cells.</summary>
public sealed record FilteredItem(int Line, string Reason) : ReadItem(Line)
{
    /// <summary>It says something, such as an order that nobody paid, so whoever imports it is told why it does not count.</summary>
    public bool IsOfNote { get; init; }
}

/// <summary>A totals row compared with the sum of the rows read, one measure at a time. Stands for no row; comes after all rows.</summary>
/// <param name="Line">Where the totals row stands.</param>
/// <param name="Label">As the file writes it, such as <c>Total: Campaigns</c>.</param>
/// <param name="Measure">The canonical name, such as <c>spend</c>.</param>
/// <param name="Expected">What the totals row says.</param>
/// <param name="Actual">The sum of the accepted rows.</param>
/// <param name="Holds">Equal to the cent; counts exactly.</param>
/// <param name="IsBinding">The total covers exactly the rows of the file, so they must be equal. False for a total that may cover more.</param>
/// <param name="ProvesWholeAccount">It is the account's total and holds: nothing of the account is missing.</param>
/// <param name="IsWithinRounding">It does not hold, yet rounding each row to the digits shown can explain the difference.</param>
public sealed record ControlTotalItem(
    int Line, string Label, string Measure, decimal Expected, decimal Actual, bool Holds, bool IsBinding, bool ProvesWholeAccount,
    bool IsWithinRounding) : ReadItem(Line);

/// <summary>The whole file must be taken back: it breaks off, or cannot be read any further. Always the last item; stands for no row.</summary>
public sealed record RejectedItem(int Line, string Reason, string Remedy) : ReadItem(Line);

/// <summary>The rules by which rows are quarantined. Stable: people filter and count by them.</summary>
public static class Rules
{
    public const string CellCount = "cells.count";
    public const string UnreadableElement = "json.element";
    public const string TextWithNul = "text.nul";
    public const string DayMissing = "day.missing";
    public const string DayUnreadable = "day.unreadable";
    public const string RangeReversed = "day.range_reversed";
    public const string NumberUnreadable = "number.unreadable";
    public const string NumberTooLarge = "number.too_large";
    public const string NumberNotWhole = "number.not_whole";
    public const string NumberNegative = "number.negative";
    public const string NumberMissing = "number.missing";
    public const string RateOutOfRange = "rate.out_of_range";
    public const string DurationUnreadable = "duration.unreadable";
    public const string DamagedId = "id.scientific_notation";
    public const string EntityMissing = "entity.missing";
    public const string ClientMissing = "client.missing";
    public const string CurrencyUnreadable = "currency.unreadable";
}
