namespace Admetry.Connectors.Exports.Families;

/// <summary>Which rows a file gives.</summary>
public enum Target : byte { Delivery, Engagement, Revenue, Clients }

/// <summary>What speaks for a family: a column, by its plain name (<see cref="Tables.PlainText"/>), and how much.</summary>
public sealed record Sign(string Column, int Points);

/// <summary>One kind of file that people download: how to know it, and what its columns and rows mean. Data only; no code per family.</summary>
public sealed record Family
{
    /// <summary>Lower snake case, stable for ever.</summary>
    public required string Name { get; init; }
    public Platform? Platform { get; init; }
    public Target Target { get; init; }

    /// <summary>Words of this family alone, by plain name; they win over the lexicon.</summary>
    public IReadOnlyDictionary<string, Field> Columns { get; init; } = new Dictionary<string, Field>();

    /// <summary>Its other words are found in the lexicon, those of this dialect first; null: it has no others.</summary>
    public string? Dialect { get; init; }

    /// <summary>Points for a column named in its own dialect, two unless said here.</summary>
    public IReadOnlyDictionary<Field, int> DialectPoints { get; init; } = new Dictionary<Field, int>();

    /// <summary>Of each group at least one must have a column.</summary>
    public IReadOnlyList<Field[]> Required { get; init; } = [];

    /// <summary>Columns that speak for it.</summary>
    public IReadOnlyList<Sign> Signs { get; init; } = [];

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

    /// <summary>A later row of equal key corrects the earlier. Otherwise rows of equal key are increments and add up.</summary>
    public bool LaterRowsWin { get; init; }
}
