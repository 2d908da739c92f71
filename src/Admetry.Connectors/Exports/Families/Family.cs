namespace Admetry.Connectors.Exports.Families;

/// <summary>Which rows a file gives.</summary>
public enum Target : byte { Delivery, Engagement, Revenue, Clients }

/// <summary>What stands behind a family.</summary>
public enum Grade : byte
{
    /// <summary>Memory of the format alone: read with care, not called supported.</summary>
    Recalled,

    /// <summary>A real file of the kind, or the platform's own documentation.</summary>
    Seen,
}

/// <summary>What speaks for a family: a column, by its plain name (<see cref="Tables.PlainText"/>), and how much.</summary>
/// <param name="Column">One name, or several with <c>|</c> between, of which any will do.</param>
public sealed record Sign(string Column, int Points = 3)
{
    public IReadOnlyList<string> Names { get; } = Column.Split('|');
}

/// <summary>Which rows of orders and payments are money: by a status column, by its plain words.</summary>
/// <param name="Counted">Only rows of these are loaded; a row without status is not.</param>
public sealed record StatusRule(IReadOnlyList<string> Counted);

/// <summary>One kind of file that people download: how to know it, and what its columns and rows mean. Data only; no code per family.</summary>
public sealed record Family
{
    /// <summary>Lower snake case, stable for ever.</summary>
    public required string Name { get; init; }

    /// <summary>What people call it.</summary>
    public required string Title { get; init; }
    public required Grade Grade { get; init; }

    /// <summary>What stands behind the grade: the file, the documentation, or whose memory.</summary>
    public required string Source { get; init; }
    public Platform? Platform { get; init; }

    /// <summary>In which its columns are known.</summary>
    public string Languages { get; init; } = "English";
    public Target Target { get; init; }

    /// <summary>Words of this family alone, by plain name; they win over the lexicon.</summary>
    public IReadOnlyDictionary<string, Word> Columns { get; init; } = new Dictionary<string, Word>();

    /// <summary>Its other words are found in the lexicon, those of this dialect first; null: it has no others.</summary>
    public string? Dialect { get; init; }

    /// <summary>Points for a column named in its own dialect, two unless said here.</summary>
    public IReadOnlyDictionary<Field, int> DialectPoints { get; init; } = new Dictionary<Field, int>();

    /// <summary>Of each group at least one must have a column.</summary>
    public IReadOnlyList<Field[]> Required { get; init; } = [];

    /// <summary>Columns that speak for it.</summary>
    public IReadOnlyList<Sign> Signs { get; init; } = [];

    /// <summary>Columns without which it is not this family, each one name or several with <c>|</c> between.</summary>
    public IReadOnlyList<Sign> Needs { get; init; } = [];

    /// <summary>Columns that prove it is another family.</summary>
    public IReadOnlyList<string> Never { get; init; } = [];

    /// <summary>Its columns are named as in a database: a column of it whose name has a space is another family's.</summary>
    public bool NamesHaveNoSpaces { get; init; }

    /// <summary>Plain words in the lines above the header, or in the first text of a row below, each worth four points.</summary>
    public IReadOnlyList<string> Marks { get; init; } = [];

    /// <summary>A first day without a last is the row's day; where all rows have the first day of a longer report, it is the
    /// report's days.</summary>
    public bool FirstDayIsDay { get; init; }

    /// <summary>Points for a title and a date range above the header.</summary>
    public int PreamblePoints { get; init; }

    /// <summary>Points for a totals row among the first rows.</summary>
    public int TotalsPoints { get; init; }

    /// <summary>Fewer points than this are no recognition.</summary>
    public int Threshold { get; init; } = 1;

    /// <summary>How the first text of a totals row begins, in plain words. Empty: a totals row has no entity at all.</summary>
    public IReadOnlyList<string> TotalLabels { get; init; } = [];

    /// <summary>A first text that is exactly one of these makes a totals row which covers the rows of the file.</summary>
    public IReadOnlyList<string> TotalWords { get; init; } = [];

    /// <summary>What follows a total's label when it covers the whole account.</summary>
    public IReadOnlyList<string> AccountTotals { get; init; } = [];

    /// <summary>What follows a total's label when it covers exactly the rows of the file.</summary>
    public IReadOnlyList<string> RowTotals { get; init; } = [];

    /// <summary>A row without any entity that has measures is a totals row.</summary>
    public bool BlankEntityIsTotal { get; init; }

    /// <summary>Each row is itself and all its breakdowns at once; see <see cref="DeliveryItem"/>.</summary>
    public bool RowsCarryBreakdowns { get; init; }

    /// <summary>The client's code is also the account's id.</summary>
    public bool ClientIsAccount { get; init; }

    /// <summary>Of files that do not say; null: unknown.</summary>
    public string? Currency { get; init; }

    /// <summary>Purchases, leads and results are also actions in an attribution window.</summary>
    public bool HasActions { get; init; }

    /// <summary>Platform values are written as such people read, and stored in lower case.</summary>
    public bool LowerCaseBreakdowns { get; init; }

    /// <summary>Rows of one order beyond its first are its items: the first has the total, theirs is blank.</summary>
    public bool HasItemRows { get; init; }

    /// <summary>Null: every row is money.</summary>
    public StatusRule? Status { get; init; }

    /// <summary>Text columns of unknown meaning say nothing: rows are told apart by the columns that are known.</summary>
    public bool IgnoresUnknownText { get; init; }

    /// <summary>Rows of equal key and other numbers contradict each other.</summary>
    public bool KeysAreUnique { get; init; }

    /// <summary>Times are instants of UTC, whatever their text says; the account's zone decides the day.</summary>
    public bool TimesAreUtc { get; init; }

    /// <summary>A later row of equal key corrects the earlier. Otherwise rows of equal key are increments and add up.</summary>
    public bool LaterRowsWin { get; init; }
}
